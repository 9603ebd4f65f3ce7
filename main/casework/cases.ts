/**
 * Cases: saving, finding, putting away. Each save adds a revision and leaves the earlier ones as they were; a save on an
 * outdated revision is refused, so that nobody's work is written over unseen.
 */
import type { Database } from 'better-sqlite3'
import type { CaseRecord, CaseRow } from '#shared/contract/replies.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { newestDetermination } from './determinations.ts'
import { change, type Ports, type Signature } from './ports.ts'
import { fold, summaryOf } from './summary.ts'

export type CaseQuery = {
  /** Words that must all occur in the case's id, title, destination, parties, entries or item descriptions. */
  search: string
  /** Only cases with this outcome; empty for any. */
  outcome: string
  /** True for the cases put away, false for the others. */
  archived: boolean
  sort: 'updated' | 'title' | 'outcome' | 'created'
  limit: number
  offset: number
}

type StoredRow = {
  id: string
  revision: number
  archived: 0 | 1
  created_at: string
  updated_at: string
  title: string
  destination: string
  items: number
  parties: string
  outcome: string
  determination: string
  changed: 0 | 1
}

const SHOWN = 'id, revision, archived, created_at, updated_at, title, destination, items, parties, outcome, determination, changed'
const ORDER: Record<CaseQuery['sort'], string> = {
  updated: 'updated_at DESC, id',
  created: 'created_at DESC, id',
  title: 'title_key, id',
  outcome: 'outcome, updated_at DESC, id',
}

/**
 * Saves a case that was read at `revision` (0 for a new one) and answers its revision now. An unchanged case keeps its
 * revision. Throws InputError `stale` (saved by somebody else since; the stored case is kept) and `not-found`.
 */
export function saveCase(ports: Ports, file: CaseFile, revision: number, signature: Signature): { id: string; revision: number } {
  return change(ports, () => {
    const { database, audit } = ports
    const { id } = file
    const stored = rowOf(database, id)
    const body = canonicalJson(file)
    if (stored === undefined) {
      if (revision !== 0) throw notFound(id)
    } else {
      if (revision !== stored.revision) throw stale(id, revision, stored.revision)
      if (bodyOf(database, id, stored.revision) === body) return { id, revision }
    }
    const next = revision + 1
    const { title, destination, items, parties, titleKey, search } = summaryOf(file)
    const row = { id, revision: next, ...signature, title, destination, items, parties, titleKey, search, body }
    database
      .prepare(
        stored === undefined
          ? `INSERT INTO case_file (id, revision, created_at, updated_at, title, destination, items, parties, title_key, search)
             VALUES (@id, @revision, @at, @at, @title, @destination, @items, @parties, @titleKey, @search)`
          : `UPDATE case_file SET revision = @revision, updated_at = @at, title = @title, destination = @destination, items = @items, parties = @parties,
               title_key = @titleKey, search = @search, outcome = '', changed = determination <> '' WHERE id = @id`,
      )
      .run(row)
    database
      .prepare(
        `INSERT INTO case_revision (case_id, revision, at, by, title, destination, items, parties, body)
         VALUES (@id, @revision, @at, @by, @title, @destination, @items, @parties, @body)`,
      )
      .run(row)
    audit.record({
      ...signature,
      action: stored === undefined ? 'case.created' : 'case.saved',
      subject: id,
      detail: { revision: next, title },
      row: { table: 'case_revision', key: [id, next] },
    })
    return { id, revision: next }
  })
}

/** The case as it stands, with its newest determination. Throws InputError `not-found`. */
export function getCase(database: Database, id: string): CaseRecord {
  const row = rowOf(database, id)
  if (row === undefined) throw notFound(id)
  return {
    case: JSON.parse(bodyOf(database, id, row.revision)) as CaseFile,
    revision: row.revision,
    archived: row.archived === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    determination: newestDetermination(database, id),
    changedSince: row.changed === 1,
  }
}

/** The case as it was at `revision`. Throws InputError `not-found`. */
export function getRevision(database: Database, id: string, revision: number): CaseFile {
  const body = database.prepare('SELECT body FROM case_revision WHERE case_id = ? AND revision = ?').pluck().get(id, revision) as string | undefined
  if (body === undefined) throw new InputError('not-found', `There is no revision ${revision} of the case ${id} in the casebook.`)
  return JSON.parse(body) as CaseFile
}

/** Rows of the list of cases, and how many there are in all. */
export function listCases(database: Database, query: CaseQuery): { rows: CaseRow[]; total: number } {
  const words = fold(query.search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const where = ['archived = ?', ...(query.outcome === '' ? [] : ['outcome = ?']), ...words.map(() => 'instr(search, ?) > 0')].join(' AND ')
  const values = [query.archived ? 1 : 0, ...(query.outcome === '' ? [] : [query.outcome]), ...words]
  const total = database.prepare(`SELECT count(*) FROM case_file WHERE ${where}`).pluck().get(values) as number
  const rows = database
    .prepare(`SELECT ${SHOWN} FROM case_file WHERE ${where} ORDER BY ${ORDER[query.sort]} LIMIT ? OFFSET ?`)
    .all([...values, query.limit, query.offset])
  return { rows: (rows as StoredRow[]).map(shown), total }
}

/** How many cases the casebook holds, those put away included. */
export const countCases = (database: Database): number => database.prepare('SELECT count(*) FROM case_file').pluck().get() as number

/** Ids of all cases, oldest first, those put away included. */
export const allCaseIds = (database: Database): string[] => database.prepare('SELECT id FROM case_file ORDER BY created_at, id').pluck().all() as string[]

/** Puts a case away or brings it back; nothing is deleted. Throws InputError `not-found`. */
export function archiveCase(ports: Ports, id: string, archived: boolean, signature: Signature): { id: string } {
  return change(ports, () => {
    const row = rowOf(ports.database, id)
    if (row === undefined) throw notFound(id)
    if ((row.archived === 1) === archived) return { id }
    ports.database.prepare('UPDATE case_file SET archived = ?, updated_at = ? WHERE id = ?').run(archived ? 1 : 0, signature.at, id)
    ports.audit.record({ ...signature, action: archived ? 'case.archived' : 'case.restored', subject: id, detail: {} })
    return { id }
  })
}

const rowOf = (database: Database, id: string): StoredRow | undefined =>
  database.prepare(`SELECT ${SHOWN} FROM case_file WHERE id = ?`).get(id) as StoredRow | undefined

const bodyOf = (database: Database, id: string, revision: number): string =>
  database.prepare('SELECT body FROM case_revision WHERE case_id = ? AND revision = ?').pluck().get(id, revision) as string

const shown = (row: StoredRow): CaseRow => ({
  id: row.id,
  title: row.title,
  destination: row.destination,
  items: row.items,
  parties: row.parties,
  outcome: row.outcome as Verdict | '',
  updatedAt: row.updated_at,
  createdAt: row.created_at,
  archived: row.archived === 1,
})

const notFound = (id: string): InputError => new InputError('not-found', `There is no case ${id} in the casebook.`)

const stale = (id: string, read: number, now: number): InputError =>
  read === 0
    ? new InputError('stale', `There is a case ${id} in the casebook already; it is kept as it was. Give the new case another id.`)
    : new InputError(
        'stale',
        `The case ${id} was saved by somebody else since you opened it (revision ${read}, now ${now}). The stored case is kept; open it again and repeat your changes.`,
      )
