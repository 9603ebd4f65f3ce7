/**
 * The tables whose rows an audit record vouches for, and the hash of such a row. The hash covers the columns named here,
 * read back from the database, so that what is vouched for is what is stored.
 */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { canonicalJson } from '#shared/text/canonical.ts'

export type GuardedTable = 'case_revision' | 'determination' | 'disposition' | 'proposal' | 'proposal_review'
export type RowName = { table: GuardedTable; key: (string | number)[] }

/** `since`: the version of the casebook that brought the table; an older one does not have it. */
type Shape = { key: readonly string[]; columns: readonly string[]; noun: string; since: number }

const DECISION_COLUMNS = ['seq', 'id', 'case_id', 'party', 'list', 'entry', 'entry_hash', 'decision', 'reason', 'by', 'at']

/** Columns are only ever added in a new shape beside the old one; a hash once written must stay computable. */
export const GUARDED: Record<GuardedTable, Shape> = {
  case_revision: {
    noun: 'revision of a case',
    since: 1,
    key: ['case_id', 'revision'],
    columns: ['case_id', 'revision', 'at', 'by', 'title', 'destination', 'items', 'parties', 'body'],
  },
  determination: {
    noun: 'determination',
    since: 2,
    key: ['id'],
    columns: [
      'seq',
      'id',
      'case_id',
      'case_revision',
      'at',
      'by',
      'as_of',
      'law_as_of',
      'outcome',
      'engine',
      'packs',
      'lists',
      'facts_hash',
      'proof_hash',
      'audit_seq',
      'audit_head',
      'facts',
      'answer',
      'proof',
    ],
  },
  disposition: {
    noun: 'decision on a hit',
    since: 3,
    key: ['id'],
    columns: DECISION_COLUMNS,
  },
  proposal: { noun: 'proposed decision', since: 5, key: ['id'], columns: DECISION_COLUMNS },
  proposal_review: { noun: 'review of a decision', since: 5, key: ['id'], columns: ['seq', 'id', 'proposal', 'agrees', 'reason', 'by', 'at'] },
}

/** The guarded tables that a casebook of this version has. */
export const guardedSince = (version: number): GuardedTable[] => (Object.keys(GUARDED) as GuardedTable[]).filter((table) => GUARDED[table].since <= version)

/** SHA-256 of a text's UTF-8 bytes, or of bytes, as 64 lower-case hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The hash of a row's content; blobs count by their own hash. */
export function hashOfRow(row: Record<string, unknown>): string {
  const plain = Object.entries(row).map(([column, value]) => [column, value instanceof Uint8Array ? sha256(value) : value])
  return sha256(canonicalJson(Object.fromEntries(plain)))
}

/** Name of a row as one text, for looking it up. */
export const nameOfRow = (table: string, key: readonly unknown[]): string => canonicalJson([table, key])

/** Reads the row back and hashes it. Throws Error when it is not there: an audit record vouches only for what is stored. */
export function hashOfStoredRow(database: Database, name: RowName): string {
  const { key, columns } = GUARDED[name.table]
  const where = key.map((column) => `${column} = ?`).join(' AND ')
  const row = database.prepare(`SELECT ${columns.join(', ')} FROM ${name.table} WHERE ${where}`).get(...name.key) as Record<string, unknown> | undefined
  if (row === undefined) throw new Error(`an audit record names a ${name.table} that is not stored: ${canonicalJson(name.key)}`)
  return hashOfRow(row)
}
