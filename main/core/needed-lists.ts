/** Which lists the rules of a pack read: screening is complete only when all of them are held whole. */
import type { CompiledPack, Expr } from '#main/engine/types.ts'

const LISTED_ON = 'party.listedOn'

/** List ids named in tests of a party's listings, sorted. */
export function neededLists(pack: CompiledPack): string[] {
  const lists = new Set<string>()
  const visit = (expr: Expr): void => {
    if (expr.kind === 'all' || expr.kind === 'any') expr.parts.forEach(visit)
    else if (expr.kind === 'not') visit(expr.part)
    else if (expr.kind === 'some' || expr.kind === 'every') visit(expr.where)
    else if (expr.kind === 'test' && expr.path === LISTED_ON && expr.against.kind === 'literal')
      for (const list of [expr.against.value].flat()) lists.add(String(list))
  }
  for (const rule of pack.rules) visit(rule.when)
  return [...lists].sort()
}
