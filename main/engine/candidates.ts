/**
 * The values of a fact that the rules of a pack can tell apart, read from the tests themselves: the members and choices
 * that are named, and for each limit a number on either side of it. Any other value answers as one of these does.
 */
import type { FactPath } from '#shared/trace/trace.ts'
import type { CompiledPack, Expr } from './types.ts'
import { walk } from './walk.ts'

/** `numbers` are the limits that the fact is compared with, `members` the texts, `lists` the dated lists. */
export type Compared = { numbers: number[]; members: string[]; lists: string[]; against: { path: FactPath; times: number }[] }

const FOUND = new WeakMap<CompiledPack, Map<FactPath, Compared>>()

/** What each fact that some rule reads is compared with; sorted, so that the order never depends on that of the files. */
export function comparedWith(pack: CompiledPack): ReadonlyMap<FactPath, Compared> {
  let found = FOUND.get(pack)
  if (found === undefined) {
    found = new Map()
    for (const rule of pack.rules) collect(rule.when, found)
    for (const one of found.values()) {
      one.numbers = [...new Set(one.numbers)].sort((a, b) => a - b)
      one.members = [...new Set(one.members)].sort()
      one.lists = [...new Set(one.lists)].sort()
    }
    FOUND.set(pack, found)
  }
  return found
}

function collect(when: Expr, into: Map<FactPath, Compared>): void {
  for (const expr of walk(when)) {
    if (expr.kind !== 'test') continue
    const of = entry(expr.path, into)
    const { against } = expr
    if (against.kind === 'parameter') of.lists.push(against.name)
    else if (against.kind === 'fact') {
      of.against.push({ path: against.path, times: against.times })
      entry(against.path, into).against.push({ path: expr.path, times: against.times === 0 ? 1 : 1 / against.times })
    } else if (typeof against.value === 'number') of.numbers.push(against.value)
    else if (typeof against.value !== 'boolean') of.members.push(...[against.value].flat())
  }
}

function entry(path: FactPath, into: Map<FactPath, Compared>): Compared {
  let found = into.get(path)
  if (found === undefined) {
    found = { numbers: [], members: [], lists: [], against: [] }
    into.set(path, found)
  }
  return found
}

/** A number just above a limit: a cent for amounts that have cents, else the next number that can matter. */
export const justAbove = (limit: number): number => Number((limit + 0.01).toFixed(6))
export const justBelow = (limit: number): number => Number((limit - 0.01).toFixed(6))
