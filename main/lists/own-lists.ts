/** Officers' own lists: how their files were read before, and the deliberate end of one. */
import type { Database } from 'better-sqlite3'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import type { ImportReport } from '#shared/contract/replies.ts'
import { type DELIMITERS, OWN_ID, type OwnList, type OwnListPreview, ownList } from '#shared/domain/own-list.ts'
import { InputError } from '#shared/text/errors.ts'
import { contentHash } from './entry-hash.ts'
import { OWN_CSV, ownListRows } from './formats/own-csv.ts'
import { openListFile } from './list-file.ts'
import { heldLists, writeSnapshots } from './snapshots.ts'

const key = (columns: readonly string[]): string => JSON.stringify(columns)

/** The heading and first rows of a file, with the order of the last file that had this heading. Throws InputError `bad-input`. */
export async function previewOwnList(database: Database, path: string, delimiter?: (typeof DELIMITERS)[number]): Promise<OwnListPreview> {
  const preview = await ownListRows(await openListFile(path), delimiter)
  const known = database.prepare('SELECT own FROM own_list_order WHERE heading = ?').pluck().get(key(preview.columns)) as string | undefined
  return known === undefined ? preview : { ...preview, remembered: ownList.parse(JSON.parse(known)) }
}

/** Remembers how a file with these columns was read. Call it inside the transaction of the import. */
export function rememberOwnList(database: Database, columns: readonly string[], own: OwnList, now: string): void {
  database
    .prepare(
      'INSERT INTO own_list_order (heading, own, used_at) VALUES (?, ?, ?) ON CONFLICT (heading) DO UPDATE SET own = excluded.own, used_at = excluded.used_at',
    )
    .run(key(columns), JSON.stringify(own), now)
}

/**
 * Empties an own list by a complete copy without parties; earlier copies stay. Throws InputError `bad-input` without a reason or
 * for a list that is not the officer's own, `not-found` for one that is not held, `disk-full`, `read-only` or `busy`.
 */
export function emptyOwnList(database: Database, { list, reason, now }: { list: string; reason: string; now: string }): ImportReport {
  if (!OWN_ID.test(list)) throw new InputError('bad-input', `${list} is no list of your own; only those can be emptied. Nothing was changed.`)
  if (reason.trim() === '') throw new InputError('bad-input', `Emptying ${list} needs a reason. Nothing was changed.`)
  const held = heldLists(database).get(list)
  if (held === undefined) throw new InputError('not-found', `No list ${list} is held.`)
  const sha256 = contentHash([])
  const contentDate = now.slice(0, 10)
  try {
    database
      .transaction(() =>
        writeSnapshots(database, {
          sha256,
          format: OWN_CSV,
          source: held.source,
          files: [],
          contentDate,
          importedAt: now,
          reason: reason.trim(),
          complete: true,
          lists: [{ id: list, entries: [], sha256 }],
        }),
      )
      .immediate()
  } catch (error) {
    throw translateSqliteError(error, database.name)
  }
  return {
    file: '',
    format: OWN_CSV,
    source: held.source,
    contentDate,
    sha256,
    records: 0,
    lists: [{ id: list, records: 0, added: 0, removed: held.records, changed: 0 }],
    unchanged: false,
    warnings: [],
  }
}
