/**
 * Remembers which import runs, so that one that a power cut or a crash ended is offered again. Nothing of it was written:
 * an import is one transaction, and beginning again from the files is all there is to resume.
 */
import type { Database } from 'better-sqlite3'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import type { InterruptedImport } from '#shared/contract/replies.ts'

/** Notes that an import of `files` begins; another try at the same files takes the place of the one that was interrupted. Returns its number; throws InputError `read-only`, `disk-full` or `busy`. */
export function beginImport(database: Database, files: readonly string[], now: string): number {
  const named = JSON.stringify([...files].sort())
  try {
    database.prepare('DELETE FROM begun_import WHERE files = ?').run(named)
    return Number(database.prepare('INSERT INTO begun_import (files, begun_at) VALUES (?, ?)').run(named, now).lastInsertRowid)
  } catch (error) {
    throw translateSqliteError(error, database.name)
  }
}

/** Notes that an import ended, however it ended, or that an interrupted one is not wanted any more. */
export function endImport(database: Database, id: number): void {
  database.prepare('DELETE FROM begun_import WHERE id = ?').run(id)
}

/** Imports that began and did not end, but for the one that runs, oldest first. */
export function interruptedImports(database: Database, running: number | undefined): InterruptedImport[] {
  const rows = database.prepare('SELECT id, files, begun_at AS begunAt FROM begun_import ORDER BY id').all() as { id: number; files: string; begunAt: string }[]
  return rows.filter(({ id }) => id !== running).map(({ files, ...row }) => ({ ...row, files: JSON.parse(files) as string[] }))
}
