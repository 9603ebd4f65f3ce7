/**
 * Keeps compiled packs in the reference database under the hash of their files, so that the folder is compiled once and
 * an old determination finds the very pack that it used.
 */
import type { Database } from 'better-sqlite3'
import { shareConditions } from '#main/engine/share.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import type { CoverageRow } from '#shared/contract/replies.ts'
import type { PackUsed } from '#shared/domain/determination.ts'
import { InputError } from '#shared/text/errors.ts'
import { checkPack } from './check.ts'
import { compilePack } from './compile.ts'
import { hashPack, readPack } from './read-pack.ts'

/** `classification` holds the parsed files of the classification tables, which the classification room reads; `coverage` what of the law is held. */
export type LoadedPack = { sha256: string; pack: CompiledPack; classification: unknown[]; coverage: CoverageRow[] }

/** `form` changes with the program's compiled form: a pack stored in another form is compiled anew. */
type Stored = { form: number; pack: CompiledPack; classification: unknown[]; coverage: CoverageRow[] }
const FORM = 2

/**
 * Loads the pack of a folder, from the database when these very files were compiled before. Throws InputError with the
 * first problems when the pack is refused; the database is unchanged then.
 */
export function loadPack(database: Database, folder: string, now: string): LoadedPack {
  const sha256 = hashPack(folder)
  const stored = readStored(database, sha256)
  if (stored !== undefined) return finish(sha256, stored)
  const fresh = compileFolder(folder)
  const loaded = finish(sha256, fresh)
  database.transaction(() => storePack(database, loaded, now))()
  return loaded
}

/** Stores a compiled pack and makes it the current one of its id; within the caller's transaction. */
export function storePack(database: Database, { sha256, ...content }: LoadedPack, now: string): void {
  const { pack } = content
  database.prepare('UPDATE pack SET current = 0 WHERE id = ?').run(pack.id)
  database.prepare('DELETE FROM pack WHERE sha256 = ?').run(sha256)
  database
    .prepare('INSERT INTO pack (sha256, id, version, sequence, law_as_of, compiled_at, compiled, current) VALUES (?, ?, ?, ?, ?, ?, ?, 1)')
    .run(sha256, pack.id, pack.version, pack.sequence, pack.lawAsOf, now, JSON.stringify({ form: FORM, ...content } satisfies Stored))
  indexForSearch(database, pack)
}

/** Makes a stored pack the current one of its id, with its words in the search. */
export function makeCurrent(database: Database, { sha256, pack }: LoadedPack): void {
  if (database.prepare('SELECT current FROM pack WHERE sha256 = ?').pluck().get(sha256) === 1) return
  database.transaction(() => {
    database.prepare('UPDATE pack SET current = 0 WHERE id = ?').run(pack.id)
    database.prepare('UPDATE pack SET current = 1 WHERE sha256 = ?').run(sha256)
    indexForSearch(database, pack)
  })()
}

/** A pack that an earlier determination used. Undefined when this database never held it. */
export function packByHash(database: Database, sha256: string): LoadedPack | undefined {
  const stored = readStored(database, sha256)
  return stored === undefined ? undefined : finish(sha256, stored)
}

/** The packs held in this program's compiled form, the newest first. */
export function heldPacks(database: Database): PackUsed[] {
  const start = `{"form":${FORM},`
  return database
    .prepare('SELECT id, version, law_as_of AS lawAsOf, sha256 FROM pack WHERE substr(compiled, 1, ?) = ? ORDER BY sequence DESC, compiled_at DESC')
    .all(start.length, start) as PackUsed[]
}

/** Reads, compiles and checks a folder without touching a database. Throws InputError naming up to ten problems. */
export function compileFolder(folder: string): Stored {
  const raw = readPack(folder)
  const pack = compilePack(raw)
  const problems = checkPack(raw, pack)
  if (problems.length > 0) {
    const more = problems.length > 10 ? `\n… and ${problems.length - 10} more` : ''
    throw new InputError('bad-input', `${folder}: the rule pack is refused\n${problems.slice(0, 10).join('\n')}${more}`)
  }
  return { form: FORM, pack, classification: raw.classification.map(({ content }) => content), coverage: raw.coverage }
}

function readStored(database: Database, sha256: string): Stored | undefined {
  const row = database.prepare('SELECT compiled FROM pack WHERE sha256 = ?').get(sha256) as { compiled: string } | undefined
  const stored = row === undefined ? undefined : (JSON.parse(row.compiled) as Stored)
  return stored?.form === FORM ? stored : undefined
}

function finish(sha256: string, { pack, classification, coverage }: Stored): LoadedPack {
  return { sha256, pack: { ...pack, rules: shareConditions(pack.rules) }, classification, coverage }
}

function indexForSearch(database: Database, pack: CompiledPack): void {
  for (const table of ['entry_search', 'rule_search']) database.prepare(`DELETE FROM ${table} WHERE pack = ?`).run(pack.id)
  const entry = database.prepare('INSERT INTO entry_search (pack, eccn, en, zh) VALUES (?, ?, ?, ?)')
  for (const { eccn, title } of pack.entries) entry.run(pack.id, eccn, title.en, title.zh)
  const rule = database.prepare('INSERT INTO rule_search (pack, id, cites, en, zh) VALUES (?, ?, ?, ?, ?)')
  for (const { id, cites, says } of pack.rules) rule.run(pack.id, id, cites.join('; '), says.en, says.zh)
}
