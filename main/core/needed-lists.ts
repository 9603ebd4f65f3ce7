/** Which lists the rules of a pack read: screening is complete only when all of them are held whole. */
import type { CompiledPack } from '#main/engine/types.ts'
import { walk } from '#main/engine/walk.ts'

const LISTED_ON = 'party.listedOn'

/** List ids named in tests of a party's listings, sorted. */
export function neededLists(pack: CompiledPack): string[] {
  const lists = new Set<string>()
  for (const { when } of pack.rules)
    for (const expr of walk(when))
      if (expr.kind === 'test' && expr.path === LISTED_ON && expr.against.kind === 'literal')
        for (const list of [expr.against.value].flat()) lists.add(String(list))
  return [...lists].sort()
}
