/**
 * Writes and reads list snapshots. A snapshot is written whole or not at all, is never changed, and the newest of a list
 * is in force: the newest imported one, or while there is none the newest built-in one. An imported one made of publications
 * that are no whole list is not complete until an officer states that it is.
 */
import type { Database } from 'better-sqlite3'
import type { ListEntry } from '#shared/domain/screening.ts'
import { contentHash, entryBody, sha256 } from './entry-hash.ts'

/** The format of the built-in list. */
export const STARTER_FORMAT = 'starter'

export type PreparedEntry = { entry: string; hash: string; body: string }
export type PreparedList = { id: string; entries: PreparedEntry[]; sha256: string }

/** Snapshot in force for a list. */
export type HeldList = {
  id: string
  snapshot: number
  content: number
  sha256: string
  contentDate: string
  records: number
  complete: boolean
  importSha256: string
  source: string
  format: string
  importedAt: string
}

/**
 * Sorts entries by list and hashes them. Two rows that are the same in all are one entry; rows that share an id but differ
 * are all kept, the later ones under the id with a counter. Each kind of duplicate is reported once a list.
 */
export function prepareLists(entries: ListEntry[], warn: (message: string) => void): PreparedList[] {
  const byList = new Map<string, Map<string, PreparedEntry>>()
  const same = new Map<string, number>()
  const differing = new Map<string, number>()
  for (const entry of entries) {
    const list = byList.get(entry.list) ?? new Map<string, PreparedEntry>()
    byList.set(entry.list, list)
    const body = entryBody(entry)
    const hash = sha256(body)
    let id = entry.entry
    let known = list.get(id)
    for (let count = 2; known !== undefined && known.hash !== hash; count += 1) {
      id = `${entry.entry}~${count}`
      known = list.get(id)
      if (known !== undefined && sha256(known.body) === sha256(entryBody({ ...entry, entry: id }))) break
      if (known === undefined) differing.set(entry.list, (differing.get(entry.list) ?? 0) + 1)
    }
    if (known !== undefined) {
      same.set(entry.list, (same.get(entry.list) ?? 0) + 1)
      continue
    }
    const kept = id === entry.entry ? { entry: id, hash, body } : prepareOne({ ...entry, entry: id })
    list.set(id, kept)
  }
  for (const [list, count] of same) warn(`${list}: ${count} rows stood in the file twice and were taken once.`)
  for (const [list, count] of differing) warn(`${list}: ${count} rows share the id of another row but differ from it; all were kept.`)
  return [...byList].map(([id, map]) => {
    const prepared = [...map.values()]
    return { id, entries: prepared, sha256: contentHash(prepared.map((entry) => entry.hash)) }
  })
}

function prepareOne(entry: ListEntry): PreparedEntry {
  const body = entryBody(entry)
  return { entry: entry.entry, hash: sha256(body), body }
}

/** The snapshots in force, by list id. */
export function heldLists(database: Database): Map<string, HeldList> {
  const rows = database
    .prepare(
      `SELECT s.list AS id, s.id AS snapshot, s.content, c.sha256, s.content_date AS contentDate, c.records, s.complete,
              i.sha256 AS importSha256, i.source, i.format, i.imported_at AS importedAt
         FROM list_snapshot s JOIN list_content c ON c.id = s.content JOIN list_import i ON i.id = s.import
        ORDER BY i.format <> '${STARTER_FORMAT}', s.id`,
    )
    .all() as (Omit<HeldList, 'complete'> & { complete: number })[]
  const held = new Map<string, HeldList>()
  for (const row of rows) held.set(row.id, { ...row, complete: row.complete === 1 })
  return held
}

/** Id and hash of each entry of a content. */
export function contentEntries(database: Database, content: number): Map<string, string> {
  const rows = database.prepare('SELECT e.entry, e.hash FROM list_member m JOIN list_entry e ON e.id = m.entry WHERE m.content = ?').raw().all(content) as [
    string,
    string,
  ][]
  return new Map(rows)
}

export type Difference = { added: number; removed: number; changed: number }

/** How a list differs from the entries held before. */
export function difference(before: Map<string, string>, after: PreparedEntry[]): Difference {
  let added = 0
  let changed = 0
  let kept = 0
  for (const entry of after) {
    const old = before.get(entry.entry)
    if (old === undefined) added += 1
    else {
      kept += 1
      if (old !== entry.hash) changed += 1
    }
  }
  return { added, changed, removed: before.size - kept }
}

const CACHE_KIBIBYTES = 64 * 1024

export type SnapshotWrite = {
  sha256: string
  format: string
  source: string
  files: string[]
  contentDate: string
  importedAt: string
  reason: string
  complete: boolean
  lists: PreparedList[]
}

/** Writes snapshots of one import. Call it inside a transaction: what fails leaves nothing behind. */
export function writeSnapshots(database: Database, write: SnapshotWrite): void {
  const records = write.lists.reduce((sum, list) => sum + list.entries.length, 0)
  // The hashes fall all over their index; with the small cache of a usual connection its pages would be written again and again.
  database.pragma(`cache_size = -${CACHE_KIBIBYTES}`)
  const importRow = database
    .prepare('INSERT INTO list_import (sha256, format, source, files, content_date, imported_at, records, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(write.sha256, write.format, write.source, JSON.stringify(write.files), write.contentDate, write.importedAt, records, write.reason).lastInsertRowid
  const insertEntry = database.prepare('INSERT OR IGNORE INTO list_entry (list, hash, entry, body) VALUES (?, ?, ?, ?)')
  const entryId = database.prepare('SELECT id FROM list_entry WHERE hash = ?').pluck()
  const findContent = database.prepare('SELECT id FROM list_content WHERE list = ? AND sha256 = ?').pluck()
  const insertContent = database.prepare('INSERT INTO list_content (list, sha256, records) VALUES (?, ?, ?)')
  const insertMember = database.prepare('INSERT INTO list_member (content, entry) VALUES (?, ?)')
  const insertSnapshot = database.prepare('INSERT INTO list_snapshot (list, content, import, content_date, complete) VALUES (?, ?, ?, ?, ?)')
  for (const list of write.lists) {
    let content = findContent.get(list.id, list.sha256) as number | bigint | undefined
    if (content === undefined) {
      content = insertContent.run(list.id, list.sha256, list.entries.length).lastInsertRowid
      for (const entry of list.entries) {
        const inserted = insertEntry.run(list.id, entry.hash, entry.entry, entry.body)
        const id = inserted.changes === 1 ? inserted.lastInsertRowid : (entryId.get(entry.hash) as number)
        insertMember.run(content, id)
      }
    }
    insertSnapshot.run(list.id, content, importRow, write.contentDate, write.complete ? 1 : 0)
  }
}
