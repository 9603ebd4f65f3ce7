/**
 * Opens the two databases of a data folder and brings their tables up to date: one transaction for each migration, a
 * copy of the casebook before the first. Refuses a file from a newer program, a damaged file, a file of another program
 * and a folder that cannot be written, each before anything is changed.
 */
import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import SQLite from 'better-sqlite3'
import { InputError } from '#shared/text/errors.ts'
import { CASEBOOK_MIGRATIONS } from './casebook/migrations.ts'
import { type Migration, newestVersion } from './migration.ts'
import { REFERENCE_MIGRATIONS } from './reference/migrations.ts'
import { damaged, translateSqliteError } from './sqlite-errors.ts'

export const REFERENCE_FILE = 'reference.db'
export const CASEBOOK_FILE = 'casebook.db'

/** How a database of the program is kept. */
export type DatabaseKind = {
  file: string
  /** Stands in the file's header and tells our files from those of other programs. */
  applicationId: number
  migrations: readonly Migration[]
  /** FULL where a committed change must survive a power cut, NORMAL where it can be imported again. */
  synchronous: 'FULL' | 'NORMAL'
  /** Precious: checked at each start and copied before each migration. */
  precious: boolean
}

/** `LicR` and `LicC` in ASCII. */
export const REFERENCE: DatabaseKind = {
  file: REFERENCE_FILE,
  applicationId: 0x4c696352,
  migrations: REFERENCE_MIGRATIONS,
  synchronous: 'NORMAL',
  precious: false,
}
export const CASEBOOK: DatabaseKind = { file: CASEBOOK_FILE, applicationId: 0x4c696343, migrations: CASEBOOK_MIGRATIONS, synchronous: 'FULL', precious: true }

const BUSY_MILLISECONDS = 5000
const LARGEST_IDLE_WAL_BYTES = 64 * 1024 * 1024

/** Opens `reference.db` (rule packs, list snapshots) in `folder`, made if absent. Throws InputError as `openDatabase`. */
export const openReference = (folder: string): Database => openDatabase(folder, REFERENCE)

/** Opens `casebook.db` (cases, determinations, dispositions, audit chain) in `folder`, made if absent. Throws InputError as `openDatabase`. */
export const openCasebook = (folder: string): Database => openDatabase(folder, CASEBOOK)

/** Opens an existing database for reading only, as a worker beside the one that writes. Throws InputError as `openDatabase`. */
export function openReadOnly(folder: string, kind: DatabaseKind): Database {
  const path = join(folder, kind.file)
  try {
    const database = new SQLite(path, { timeout: BUSY_MILLISECONDS, readonly: true, fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    return database
  } catch (error) {
    throw translateSqliteError(error, path)
  }
}

/**
 * Opens a database of `kind` in `folder`. Throws InputError `from-the-future`, `read-only`, `disk-full`, `busy` or
 * `bad-input` (damaged, or not ours); the file is then as it was before.
 */
export function openDatabase(folder: string, kind: DatabaseKind): Database {
  const newest = newestVersion(kind.migrations)
  const path = join(folder, kind.file)
  let database: Database | undefined
  try {
    prepareFolder(folder)
    database = new SQLite(path, { timeout: BUSY_MILLISECONDS })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    refuseForeign(database, path, kind, newest)
    if (kind.precious) refuseDamaged(database, path)
    database.pragma('journal_mode = WAL')
    database.pragma(`synchronous = ${kind.synchronous}`)
    database.pragma(`journal_size_limit = ${LARGEST_IDLE_WAL_BYTES}`)
    database.pragma('recursive_triggers = ON')
    // A file without write permission opens without complaint; better to hear of it now than at the first save.
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${versionOf(database)}; ROLLBACK`)
    migrate(database, path, kind, newest)
    database.pragma('foreign_keys = ON')
    return database
  } catch (error) {
    database?.close()
    throw translateSqliteError(error, path)
  }
}

function prepareFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new InputError('bad-input', `The data folder ${folder} is a file. Nothing was changed. Choose a folder.`)
  }
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
}

const versionOf = (database: Database): number => database.pragma('user_version', { simple: true }) as number
const isEmpty = (database: Database): boolean => database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0

function refuseForeign(database: Database, path: string, kind: DatabaseKind, newest: number): void {
  const version = versionOf(database)
  if (isEmpty(database) && version === 0) return
  if (database.pragma('application_id', { simple: true }) !== kind.applicationId) throw damaged(path, 'it belongs to another program')
  if (version > newest) {
    throw new InputError(
      'from-the-future',
      `${path} was written by a newer Licet: its tables have version ${version}, this program knows versions up to ${newest}. Nothing was changed. Open it with the newer program, or choose another data folder.`,
    )
  }
}

function refuseDamaged(database: Database, path: string): void {
  const found = database.prepare('PRAGMA quick_check(1)').pluck().get()
  if (found === 'ok') return
  const copies = backupsOf(path)
  throw damaged(path, copies.length === 0 ? String(found) : `${String(found)}; copies made before earlier updates: ${copies.join(', ')}`)
}

function migrate(database: Database, path: string, kind: DatabaseKind, newest: number): void {
  if (versionOf(database) === newest) return
  // Tables that others refer to can be rebuilt only while the keys are not enforced; they are checked before the commit instead.
  database.pragma('foreign_keys = OFF')
  if (kind.precious && versionOf(database) > 0) backUp(database, freeBackupName(path, versionOf(database)))
  for (const migration of kind.migrations) {
    const step = database.transaction(() => {
      if (versionOf(database) >= migration.version) return
      if (migration.version === 1) database.pragma(`application_id = ${kind.applicationId}`)
      database.exec(migration.sql)
      const broken = database.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw damaged(path, `${broken.length} rows refer to rows that are not there, seen in the update to version ${migration.version}`)
      database.pragma(`user_version = ${migration.version}`)
    })
    step.immediate()
  }
}

const backupFolder = (path: string): string => join(dirname(path), 'backups')

function backupsOf(path: string): string[] {
  const folder = backupFolder(path)
  if (!existsSync(folder)) return []
  const stem = basename(path, '.db')
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}-version-`) && name.endsWith('.db'))
    .sort()
    .map((name) => join(folder, name))
}

function freeBackupName(path: string, version: number): string {
  const stem = join(backupFolder(path), `${basename(path, '.db')}-version-${version}`)
  let name = `${stem}.db`
  for (let next = 2; existsSync(name); next += 1) name = `${stem}-${next}.db`
  return name
}

/**
 * Writes a whole, consistent copy of `database` to `target`, which appears only when complete. Existing copies are never
 * written over. Throws InputError `disk-full`, `read-only` or `bad-input` (`target` exists).
 */
export function backUp(database: Database, target: string): void {
  if (existsSync(target)) throw new InputError('bad-input', `${target} exists already and is kept. Give the copy another name.`)
  const unfinished = `${target}.part`
  try {
    mkdirSync(dirname(target), { recursive: true })
    rmSync(unfinished, { force: true })
    database.prepare('VACUUM INTO ?').run(unfinished)
    const handle = openSync(unfinished, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw translateSqliteError(error, target)
  }
}
