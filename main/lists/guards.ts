/**
 * Holds back a new copy of a list that has most likely lost something: it shrank too much, lost a name that stood on it for
 * years, vanished from a file that had it, or is older than the copy held. Only an officer with a reason lets it through.
 */
import { entryOfBody } from './entry-hash.ts'
import type { Sentinels } from './list-sources.ts'
import type { HeldList, PreparedList } from './snapshots.ts'

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Sentinel names that stand in no name or alias of these entries, without regard to case and punctuation. */
export function missingSentinels(sentinels: string[], bodies: readonly string[]): string[] {
  return sentinels.filter((sentinel) => {
    const wanted = plain(sentinel)
    const word = wanted.split(' ').reduce((longest, next) => (next.length > longest.length ? next : longest), '')
    // Few bodies have the longest word of a sentinel; only these are read.
    const likely = new RegExp(word.replace(/[^\p{L}\p{N}]/gu, '.'), 'iu')
    return !bodies.some((body) => likely.test(body) && namesIn(body).some((name) => plain(name).includes(wanted)))
  })
}

function namesIn(body: string): string[] {
  const entry = entryOfBody(body)
  return [entry.name, ...entry.aliases, ...entry.weakAliases]
}

export type GuardInput = {
  lists: PreparedList[]
  format: string
  contentDate: string
  /** Complete snapshots held, by list. */
  held: Map<string, HeldList>
  /** Lists that the last import of this format had. */
  before: string[]
  sentinels: Sentinels
  /** The entries of a list as held, for telling a lost sentinel from one that never was there. */
  heldBodies: (list: HeldList) => string[]
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
    const missing = missingSentinels(
      sentinels,
      list.entries.map((entry) => entry.body),
    )
    if (missing.length === 0) continue
    const neverHeld = held === undefined ? missing : missingSentinels(missing, input.heldBodies(held))
    const lost = missing.filter((name) => !neverHeld.includes(name))
    if (lost.length > 0) refusals.push(`${list.id} has lost ${lost.join(', ')}, which the copy held has`)
    if (neverHeld.length > 0) warnings.push(`${list.id} does not have ${neverHeld.join(', ')}: the file may not be the whole list.`)
  }
  return { refusals, warnings }
}
