/**
 * Holds back a new copy of a list that has most likely lost something: it shrank too much, lost a name that stood on it for
 * years, vanished from a file that had it, or is older than the copy held. Only an officer with a reason lets it through.
 */
import type { Sentinels } from './list-sources.ts'
import type { HeldList, PreparedList } from './snapshots.ts'

/** Names and aliases of a list in a form that ignores case and punctuation. */
export function namesOf(bodies: Iterable<string>): string {
  const names: string[] = []
  for (const body of bodies) {
    const entry = JSON.parse(body) as { name: string; aliases: string[]; weakAliases: string[] }
    names.push(plain(entry.name), ...entry.aliases.map(plain), ...entry.weakAliases.map(plain))
  }
  return `\n${names.join('\n')}\n`
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Sentinel names of a list that do not stand in `names`. */
export const missingSentinels = (sentinels: string[], names: string): string[] => sentinels.filter((sentinel) => !names.includes(plain(sentinel)))

export type GuardInput = {
  lists: PreparedList[]
  format: string
  contentDate: string
  /** Complete snapshots held, by list. */
  held: Map<string, HeldList>
  /** Lists that the last import of this format had. */
  before: string[]
  sentinels: Sentinels
  /** All names of a list as held, for telling a lost sentinel from one that never was there. */
  heldNames: (list: HeldList) => string
}

/** What speaks against taking the import: an empty list means nothing does. Warnings are said but hold nothing back. */
export function guardImport(input: GuardInput): { refusals: string[]; warnings: string[] } {
  const refusals: string[] = []
  const warnings: string[] = []
  const present = new Set(input.lists.map((list) => list.id))
  for (const id of input.before) {
    const held = input.held.get(id)
    if (!present.has(id) && held !== undefined) refusals.push(`${id} is not in the file, and the copy held has ${held.records} entries`)
  }
  for (const list of input.lists) {
    const held = input.held.get(list.id)
    const records = list.entries.length
    if (held !== undefined && held.sha256 !== list.sha256) {
      if (records < held.records * (1 - input.sentinels.shrinkLimitPercent / 100)) {
        refusals.push(`${list.id} shrank from ${held.records} to ${records} entries, by more than ${input.sentinels.shrinkLimitPercent} percent`)
      }
    }
    if (held !== undefined && input.contentDate < held.contentDate) {
      // Publishers date their files by different things, so dates of two formats tell too little to hold a file back.
      if (held.format === input.format) refusals.push(`${list.id} is of ${input.contentDate}, older than the copy held of ${held.contentDate}`)
      else
        warnings.push(`${list.id} seems to be of ${input.contentDate}, older than the copy held before of ${held.contentDate}, which came in another format.`)
    }
    const sentinels = input.sentinels.lists[list.id] ?? []
    if (sentinels.length === 0) continue
    const missing = missingSentinels(sentinels, namesOf(list.entries.map((entry) => entry.body)))
    if (missing.length === 0) continue
    const lost = held === undefined ? [] : missing.filter((name) => !missingSentinels(missing, input.heldNames(held)).includes(name))
    if (lost.length > 0) refusals.push(`${list.id} has lost ${lost.join(', ')}, which the copy held has`)
    const never = missing.filter((name) => !lost.includes(name))
    if (never.length > 0) warnings.push(`${list.id} does not have ${never.join(', ')}: the file may not be the whole list.`)
  }
  return { refusals, warnings }
}
