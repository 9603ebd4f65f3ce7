import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '#shared/text/errors.ts'
import { asNobody } from './fixtures/as-nobody.ts'
import { newestVersion } from './migration.ts'
import { backUp, CASEBOOK, openCasebook, openDatabase, openReference, REFERENCE } from './open.ts'
import { translateSqliteError } from './sqlite-errors.ts'

let folder: string
const opened: Database[] = []
const keep = (database: Database): Database => {
  opened.push(database)
  return database
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-database-'))
})
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
  rmSync(folder, { recursive: true, force: true })
})

const refusal = (work: () => unknown): InputError => {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('opening a database', () => {
  it('makes the folder and both databases, with their settings', () => {
    const casebook = keep(openCasebook(join(folder, 'new', 'data')))
    const reference = keep(openReference(join(folder, 'new', 'data')))
    const settings = (database: Database) =>
      ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'recursive_triggers', 'application_id', 'user_version'].map((name) =>
        database.pragma(name, { simple: true }),
      )
    expect(settings(casebook)).toEqual(['wal', 2, 1, 0, 1, 1, CASEBOOK.applicationId, CASEBOOK.migrations.length])
    expect(settings(reference)).toEqual(['wal', 1, 1, 0, 1, 1, REFERENCE.applicationId, REFERENCE.migrations.length])
  })

  it('opens the same file again, and twice at once', () => {
    const first = keep(openCasebook(folder))
    first.exec("INSERT INTO audit_record VALUES (1, '', '', '', '', '{}', '', 'h')")
    expect(keep(openCasebook(folder)).prepare('SELECT count(*) FROM audit_record').pluck().get()).toBe(1)
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  it('refuses a database from the future and leaves it as it was', () => {
    for (const [kind, open] of [
      [CASEBOOK, openCasebook],
      [REFERENCE, openReference],
    ] as const) {
      const database = open(folder)
      database.pragma('user_version = 99')
      database.pragma('journal_mode = DELETE')
      database.close()
      const before = readFileSync(join(folder, kind.file))
      const { code, detail } = refusal(() => open(folder))
      expect(code).toBe('from-the-future')
      expect(detail).toContain(join(folder, kind.file))
      expect(detail).toContain('version 99')
      expect(detail).toContain(`up to ${kind.migrations.length}`)
      expect(readFileSync(join(folder, kind.file)).equals(before)).toBe(true)
    }
  })

  it('refuses what is no database, the database of another program, and a file where the folder should be', () => {
    writeFileSync(join(folder, CASEBOOK.file), 'not a database at all, only text that is long enough '.repeat(40))
    expect(refusal(() => openCasebook(folder))).toMatchObject({ code: 'bad-input', detail: expect.stringContaining(join(folder, CASEBOOK.file)) })
    const other = new SQLite(join(folder, REFERENCE.file))
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    expect(refusal(() => openReference(folder))).toMatchObject({ code: 'bad-input', detail: expect.stringContaining('another program') })
    writeFileSync(join(folder, 'file'), '')
    expect(refusal(() => openCasebook(join(folder, 'file')))).toMatchObject({ code: 'bad-input', detail: expect.stringContaining('is a file') })
  })

  it('refuses a damaged casebook and names the copies that there are', () => {
    const database = openDatabase(folder, { ...CASEBOOK, migrations: CASEBOOK.migrations.slice(0, 1) })
    const insert = database.prepare(
      "INSERT INTO case_file (id, revision, created_at, updated_at, title, destination, items, parties, title_key, search) VALUES (?, 1, '', '', ?, '', 1, '', '', '')",
    )
    for (let n = 0; n < 400; n += 1) insert.run(`case-${n}`, 'a title that takes some room '.repeat(10))
    database.close()
    openCasebook(folder).close()
    const file = join(folder, CASEBOOK.file)
    const bytes = readFileSync(file)
    bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8192)
    writeFileSync(file, bytes)
    const { code, detail } = refusal(() => openCasebook(folder))
    expect(code).toBe('bad-input')
    expect(detail).toContain('damaged')
    expect(detail).toContain(join(folder, 'backups', 'casebook-version-1.db'))
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('refuses a truncated casebook', () => {
    openCasebook(folder).close()
    const file = join(folder, CASEBOOK.file)
    writeFileSync(file, readFileSync(file).subarray(0, 9000))
    expect(refusal(() => openCasebook(folder)).code).toBe('bad-input')
  })

  it('says that a folder or a file cannot be written', () => {
    openCasebook(folder).close()
    const lines = "try { openCasebook(argument) } catch (error) { process.stdout.write(error.code + ': ' + error.detail) }"
    const attempt = () => asNobody({ openCasebook: join(import.meta.dirname, 'open.ts') }, lines, folder)
    chmodSync(folder, 0o555)
    expect(attempt()).toMatch(/^read-only: .*casebook\.db cannot be written/)
    chmodSync(folder, 0o777)
    chmodSync(join(folder, CASEBOOK.file), 0o444)
    expect(attempt()).toMatch(/^read-only: /)
  })

  it('says that the disk is full and keeps what was stored', () => {
    const database = keep(openReference(folder))
    const insert = database.prepare("INSERT INTO pack VALUES (?, 'p', '1', 1, '', '', ?, 0)")
    insert.run('first', '{}')
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 1}`)
    let caught: unknown
    try {
      insert.run('second', 'x'.repeat(100_000))
    } catch (error) {
      caught = translateSqliteError(error, 'reference.db')
    }
    expect(caught).toMatchObject({ code: 'disk-full', detail: expect.stringContaining('reference.db') })
    expect(database.prepare('SELECT sha256 FROM pack').pluck().all()).toEqual(['first'])
  })

  it('says that another program is writing', () => {
    const holder = keep(openCasebook(folder))
    const other = keep(new SQLite(join(folder, CASEBOOK.file), { timeout: 0 }))
    holder.exec('BEGIN IMMEDIATE')
    let caught: unknown
    try {
      other.exec('BEGIN IMMEDIATE')
    } catch (error) {
      caught = translateSqliteError(error, 'casebook.db')
    }
    holder.exec('ROLLBACK')
    expect(caught).toMatchObject({ code: 'busy' })
  })
})

describe('translating an error', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code })
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_CORRUPT_VTAB', 'bad-input'],
    ['SQLITE_NOTADB', 'bad-input'],
  ])('%s is %s', (code, expected) => {
    expect(translateSqliteError(withCode(code), '/data/casebook.db')).toMatchObject({ code: expected, detail: expect.stringContaining('/data/casebook.db') })
  })
  it('leaves other errors as they are', () => {
    const failure = withCode('SQLITE_CONSTRAINT')
    expect(translateSqliteError(failure, 'f')).toBe(failure)
    expect(translateSqliteError('text', 'f')).toBe('text')
    const already = new InputError('stale', 'x')
    expect(translateSqliteError(already, 'f')).toBe(already)
  })
})

describe('updating the tables', () => {
  const upTo = (version: number) => ({ ...CASEBOOK, migrations: CASEBOOK.migrations.slice(0, version) })

  it('copies the casebook before each update of an existing file, under a name of its own', () => {
    const old = openDatabase(folder, upTo(1))
    old.exec(
      "INSERT INTO case_file (id, revision, created_at, updated_at, title, destination, items, parties, title_key, search) VALUES ('c', 1, '', '', 't', '', 1, '', '', '')",
    )
    old.close()
    copyFileSync(join(folder, CASEBOOK.file), join(folder, 'kept.db'))
    openCasebook(folder).close()
    const copy = keep(new SQLite(join(folder, 'backups', 'casebook-version-1.db'), { readonly: true }))
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
    expect(copy.pragma('application_id', { simple: true })).toBe(CASEBOOK.applicationId)
    expect(copy.prepare('SELECT id FROM case_file').pluck().all()).toEqual(['c'])
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, CASEBOOK.file + suffix), { force: true })
    copyFileSync(join(folder, 'kept.db'), join(folder, CASEBOOK.file))
    openCasebook(folder).close()
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual(['casebook-version-1-2.db', 'casebook-version-1.db'])
  })

  it('undoes a failed update and says so; the file can be opened by the earlier program', () => {
    openDatabase(folder, upTo(2)).close()
    const broken = {
      ...CASEBOOK,
      migrations: [
        ...CASEBOOK.migrations.slice(0, 2),
        { version: 3, sql: 'CREATE TABLE half (x) STRICT; CREATE TABLE half2 (x INTEGER) STRICT; SELECT nonsense;' },
      ],
    }
    expect(() => openDatabase(folder, broken)).toThrow()
    const database = keep(openDatabase(folder, upTo(2)))
    expect(database.pragma('user_version', { simple: true })).toBe(2)
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'half%'").pluck().get()).toBe(0)
  })

  it('refuses an update that leaves rows without the rows they refer to', () => {
    openDatabase(folder, upTo(2)).close()
    const orphan = "INSERT INTO case_revision VALUES ('nobody', 1, '', '', '', '', 1, '', '{}');"
    const broken = { ...CASEBOOK, migrations: [...CASEBOOK.migrations.slice(0, 2), { version: 3, sql: orphan }] }
    expect(refusal(() => openDatabase(folder, broken))).toMatchObject({ code: 'bad-input', detail: expect.stringContaining('version 3') })
    expect(
      keep(openDatabase(folder, upTo(2)))
        .prepare('SELECT count(*) FROM case_revision')
        .pluck()
        .get(),
    ).toBe(0)
  })

  it('takes only a list without gaps', () => {
    expect(() =>
      newestVersion([
        { version: 1, sql: '' },
        { version: 3, sql: '' },
      ]),
    ).toThrow('migration 3 stands where migration 2 is expected')
  })
})

describe('a copy', () => {
  it('never writes over another one', () => {
    const database = keep(openCasebook(folder))
    mkdirSync(join(folder, 'copies'))
    const target = join(folder, 'copies', 'casebook.db')
    backUp(database, target)
    expect(refusal(() => backUp(database, target))).toMatchObject({ code: 'bad-input' })
    expect(readdirSync(join(folder, 'copies'))).toEqual(['casebook.db'])
  })
})
