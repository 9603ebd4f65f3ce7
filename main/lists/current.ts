/**
 * The listed parties in force, for the index: for each list its newest complete snapshot, or the built-in starter entries
 * while no complete one was imported. Names in Chinese script that the official lists do not give are added from the
 * starter list to the same parties, so that a search in Chinese still finds them after an import.
 */
import type { Database } from 'better-sqlite3'
import type { ListEntry, ListUsed } from '#shared/domain/screening.ts'
import { entryOfBody } from './entry-hash.ts'
import { LIST_ASSETS, listTitle, readListSources } from './list-sources.ts'
import { heldLists } from './snapshots.ts'
import { readStarter } from './starter.ts'
import { inListOrder } from './status.ts'

export type CurrentEntry = ListEntry & { entryHash: string }
export type CurrentLists = { entries: CurrentEntry[]; lists: ListUsed[] }

/** Entries in force, in the order of their lists and ids, and the lists they come from. */
export function loadCurrentEntries(database: Database, options: { language?: 'en' | 'zh'; assets?: string } = {}): CurrentLists {
  const { language = 'en', assets = LIST_ASSETS } = options
  const sources = readListSources(assets)
  const held = inListOrder([...heldLists(database).values()], sources)
  const read = database.prepare('SELECT e.hash, e.body FROM list_member m JOIN list_entry e ON e.id = m.entry WHERE m.content = ? ORDER BY e.entry').raw()
  const added = new Map<string, string[]>()
  for (const { name, addedNames = [] } of readStarter(assets).entries) if (addedNames.length > 0) added.set(key(name), addedNames)
  const entries: CurrentEntry[] = []
  for (const list of held) {
    for (const [hash, body] of read.all(list.content) as [string, string][]) {
      const entry = entryOfBody(body)
      const names = added.get(key(entry.name))
      entries.push(names === undefined ? { ...entry, entryHash: hash } : { ...entry, addedNames: names, entryHash: hash })
    }
  }
  return {
    entries,
    lists: held.map((list) => ({
      id: list.id,
      title: listTitle(sources, list, language),
      contentDate: list.contentDate,
      records: list.records,
      sha256: list.sha256,
      complete: list.complete,
    })),
  }
}

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
