/**
 * An officer's word that a list is held whole. What is published as single announcements never says whether one is missing, so
 * nothing but such a statement can make it complete; it speaks for the copy held at that moment and not for a later one.
 */
import type { Database } from 'better-sqlite3'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import type { WholeList } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import { contentEntries, heldLists, STARTER_FORMAT, writeSnapshots } from './snapshots.ts'

export type WholeStatement = { list: string; reason: string; by: string; now: string }

/**
 * Makes the copy held of a list a complete one. Throws InputError `not-found` (nothing imported is held of it), `bad-input` (it
 * is complete already, or no officer or reason is given), `disk-full`, `read-only` or `busy`.
 */
export function stateWhole(database: Database, { list, reason, by, now }: WholeStatement): WholeList {
  const held = heldLists(database).get(list)
  if (held === undefined || held.format === STARTER_FORMAT)
    throw new InputError('not-found', `Nothing imported is held of ${list}, so it cannot be stated to be whole. Nothing was changed.`)
  if (held.complete) throw new InputError('bad-input', `${list} is held complete already. Nothing was changed.`)
  if (by.trim() === '')
    throw new InputError(
      'bad-input',
      `The statement that ${list} is whole needs the name of the officer who makes it. Give your name in the settings. Nothing was changed.`,
    )
  if (reason.trim() === '') throw new InputError('bad-input', `The statement that ${list} is whole needs a reason. Nothing was changed.`)
  const { sha256, contentDate, records, source, format, importSha256 } = held
  // The content is stored already: only the hashes of its entries are asked for.
  const entries = [...contentEntries(database, held.content)].map(([entry, hash]) => ({ entry, hash, body: '' }))
  try {
    database
      .transaction(() =>
        writeSnapshots(database, {
          sha256: importSha256,
          format,
          source,
          files: [],
          contentDate,
          importedAt: now,
          reason: reason.trim(),
          complete: true,
          lists: [{ id: list, entries, sha256 }],
        }),
      )
      .immediate()
  } catch (error) {
    throw translateSqliteError(error, database.name)
  }
  return { list, records, contentDate, sha256 }
}
