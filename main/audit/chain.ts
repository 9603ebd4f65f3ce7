/**
 * The audit chain: every change is a record that names the hash of the one before it, written in the same transaction as
 * the change. The newest hash, the head, is also kept in a file beside the database, so that a chain cut short is noticed.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { AuditRow } from '#shared/contract/replies.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { hashOfStoredRow, type RowName, sha256 } from './guarded.ts'

/** What the first record names as the one before it; the head of an empty chain. */
export const GENESIS = '0'.repeat(64)
export const HEAD_FILE = 'audit-head.json'
const HEAD_SCHEMA = 'licet.audit-head/1'

/** The end of the chain: number of its newest record (0 for none) and that record's hash. */
export type Head = { seq: number; hash: string }
export type AuditEntry = {
  /** ISO date and time, given by the caller. */
  at: string
  by: string
  /** `noun.verb-in-the-past`, like `case.saved`. */
  action: string
  /** Id of the case, list or pack that it is about. */
  subject: string
  detail: Record<string, unknown>
  /** The stored row that the record vouches for; its hash is put into the detail. */
  row?: RowName
}

/** The hash of a record: over all its fields but the hash itself. */
export function hashOfRecord(record: Omit<AuditRow, 'hash'> & { prev: string }): string {
  const { seq, at, by, action, subject, detail, prev } = record
  return sha256(canonicalJson({ seq, at, by, action, subject, detail, prev }))
}

/** The chain's head as the database has it. */
export function readHead(database: Database): Head {
  const newest = database.prepare('SELECT seq, hash FROM audit_record ORDER BY seq DESC LIMIT 1').get() as Head | undefined
  return newest ?? { seq: 0, hash: GENESIS }
}

/**
 * Adds a record and gives the new head. To be called inside the transaction of the change it records, so that neither is
 * stored without the other; throws Error otherwise, and when `row` is not stored.
 */
export function append(database: Database, entry: AuditEntry): Head {
  if (!database.inTransaction) throw new Error('an audit record is written only inside the transaction of its change')
  const head = readHead(database)
  const vouched = entry.row === undefined ? {} : { row: { ...entry.row, hash: hashOfStoredRow(database, entry.row) } }
  const detail = canonicalJson({ ...entry.detail, ...vouched })
  // Text is hashed as SQLite gives it back: a lone surrogate, which UTF-8 cannot carry, becomes the replacement character.
  const record = {
    seq: head.seq + 1,
    at: storable(entry.at),
    by: storable(entry.by),
    action: storable(entry.action),
    subject: storable(entry.subject),
    detail: storable(detail),
    prev: head.hash,
  }
  const hash = hashOfRecord(record)
  database
    .prepare('INSERT INTO audit_record (seq, at, by, action, subject, detail, prev, hash) VALUES (@seq, @at, @by, @action, @subject, @detail, @prev, @hash)')
    .run({ ...record, hash })
  return { seq: record.seq, hash }
}

const storable = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

export type RecordQuery = {
  limit: number
  /** Only records older than this number; 0 for the newest. */
  before: number
  /** Only records of this subject; empty for all. */
  subject: string
}

/** Records, newest first. */
export function listRecords(database: Database, query: RecordQuery): AuditRow[] {
  return database
    .prepare(
      `SELECT seq, at, by, action, subject, detail, hash FROM audit_record
       WHERE (@before = 0 OR seq < @before) AND (@subject = '' OR subject = @subject) ORDER BY seq DESC LIMIT @limit`,
    )
    .all(query) as AuditRow[]
}

/** Where the head of the chain in `databaseFile` is kept. */
export const headFileOf = (databaseFile: string): string => join(dirname(databaseFile), HEAD_FILE)

/** The head kept in a file; null when there is no such file, `unreadable` when it is not a head file. */
export function readHeadFile(path: string): Head | null | 'unreadable' {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable'
  }
  try {
    const kept = JSON.parse(text) as { schema?: unknown; seq?: unknown; hash?: unknown }
    const { seq, hash } = kept
    if (kept.schema !== HEAD_SCHEMA || typeof seq !== 'number' || typeof hash !== 'string') return 'unreadable'
    return { seq, hash }
  } catch {
    return 'unreadable'
  }
}

/** The hash of record `seq`, or null when the chain has no such record. */
export function hashAt(database: Database, seq: number): string | null {
  if (seq === 0) return GENESIS
  return (database.prepare('SELECT hash FROM audit_record WHERE seq = ?').pluck().get(seq) as string | undefined) ?? null
}

/**
 * Writes the head of the chain to `path` and answers whether it did. A kept head that the chain does not contain is
 * evidence of a cut or rewritten chain: it is left as it is. Throws what the file system throws.
 */
export function writeHeadFile(database: Database, path: string): boolean {
  const head = readHead(database)
  const kept = readHeadFile(path)
  if (kept === 'unreadable') return false
  if (kept !== null && (kept.seq >= head.seq || hashAt(database, kept.seq) !== kept.hash)) return false
  const unfinished = `${path}.part`
  try {
    // On the disk before it takes the name: a power cut must not leave an empty file that looks like a removed head.
    writeFileSync(unfinished, `${JSON.stringify({ schema: HEAD_SCHEMA, seq: head.seq, hash: head.hash })}\n`, { flush: true })
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return true
}

/** The chain as the rooms that change something are given it. */
export type Chain = {
  head: () => Head
  /** Inside the transaction of the change. */
  record: (entry: AuditEntry) => Head
  /** After the commit: brings the head file up to date. Never throws; the change is stored already. */
  committed: () => void
}

/**
 * The chain of `database`. `headFile` is where its head is kept (none: an in-memory database); a head file that cannot
 * be written is handed to `onHeadFileError` and tried again at the next change.
 */
export function openChain(database: Database, options: { headFile?: string; onHeadFileError?: (error: unknown) => void } = {}): Chain {
  const { headFile, onHeadFileError } = options
  return {
    head: () => readHead(database),
    record: (entry) => append(database, entry),
    committed: () => {
      if (headFile === undefined) return
      try {
        writeHeadFile(database, headFile)
      } catch (error) {
        onHeadFileError?.(error)
      }
    },
  }
}
