/** Tells which lists are in force, of which date, how old they are and what was imported before. */
import type { Database } from 'better-sqlite3'
import type { ListStatus } from '#shared/contract/replies.ts'
import { OWN_PREFIX } from '#shared/domain/own-list.ts'
import { LIST_ASSETS, type ListSources, listSource, listTitle, readListSources } from './list-sources.ts'
import { type HeldList, heldLists, STARTER_FORMAT } from './snapshots.ts'

const DAY = 24 * 60 * 60 * 1000

/** Whole days from an ISO date to another; never negative. */
export const ageInDays = (contentDate: string, today: string): number =>
  Math.max(0, Math.floor((Date.parse(today.slice(0, 10)) - Date.parse(contentDate)) / DAY))

/** The order in which lists are shown: that of the known lists, then the others by name. */
export function inListOrder<T extends { id: string }>(lists: T[], sources: ListSources): T[] {
  const place = new Map(sources.lists.map((list, index) => [list.id, index]))
  return [...lists].sort((a, b) => (place.get(a.id) ?? 1000) - (place.get(b.id) ?? 1000) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

export type StatusOptions = { now: string; language?: 'en' | 'zh'; assets?: string }

/** One row for each list in force, with its earlier imported snapshots (of the starter list: its own), newest first. */
export function listStatus(database: Database, { now, language = 'en', assets = LIST_ASSETS }: StatusOptions): ListStatus[] {
  const sources = readListSources(assets)
  const history = database.prepare(
    `SELECT s.id AS snapshot, s.content_date AS contentDate, c.records, i.imported_at AS importedAt, i.source, i.reason
       FROM list_snapshot s JOIN list_content c ON c.id = s.content JOIN list_import i ON i.id = s.import
      WHERE s.list = ? AND (i.format = '${STARTER_FORMAT}') = ? ORDER BY s.id DESC`,
  )
  return inListOrder([...heldLists(database).values()], sources).map((list: HeldList) => {
    const known = listSource(sources, list.id)
    const ageDays = ageInDays(list.contentDate, now)
    const starter = list.format === STARTER_FORMAT
    return {
      id: list.id,
      title: listTitle(sources, list, language),
      contentDate: list.contentDate,
      records: list.records,
      sha256: list.sha256,
      complete: list.complete,
      starter,
      source: list.source,
      importedAt: list.importedAt,
      ageDays,
      stale: ageDays > known.staleAfterDays,
      history: history.all(list.id, starter ? 1 : 0) as ListStatus['history'],
    }
  })
}

/** Whether of the official lists only the built-in starter list is there. An own list is complete, but makes no official one whole. */
export const isStarterOnly = (lists: { id: string; complete: boolean }[]): boolean => !lists.some(({ id, complete }) => complete && !id.startsWith(OWN_PREFIX))
