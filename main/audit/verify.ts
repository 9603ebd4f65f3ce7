/**
 * Verifies a casebook: every link of the audit chain, every row that a record vouches for, the guards of the tables that
 * only grow, and the chain's end against heads kept elsewhere. It names what was altered, and says what it cannot know:
 * whoever can write the file and every kept head can also write a chain that fits.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import SQLite from 'better-sqlite3'
import type { AuditReport, AuditRow } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import { GENESIS, hashAt, hashOfRecord, headFileOf, readHeadFile } from './chain.ts'
import { GUARDED, type GuardedTable, guardedSince, hashOfRow, nameOfRow } from './guarded.ts'

/** A head noted outside the casebook: printed on a memo, or kept by somebody else. */
export type KnownHead = { hash: string; seq?: number }
export type VerifyOptions = {
  head?: KnownHead
  headFile?: string
  /** True in the data folder itself, where a missing head file means that it was taken away. */
  headFileRequired?: boolean
}
export type AuditVerification = AuditReport & {
  /** What the end of the chain was compared with. */
  anchors: string[]
  /** What this verification cannot exclude. */
  limits: string[]
}

type Problem = AuditReport['problems'][number]
type StoredRecord = AuditRow & { prev: string }

const MOST_PROBLEMS = 500

/**
 * Verifies an open casebook, as it stands at one moment. Problems carry the number of the audit record that they concern,
 * 0 where there is none. Throws InputError `bad-input` for a database that is no casebook, and what SQLite throws when the
 * file cannot be read.
 */
export function verify(database: Database, options: VerifyOptions = {}): AuditVerification {
  const whole = database.transaction(() => verifyNow(database, options))
  return whole.deferred()
}

function verifyNow(database: Database, options: VerifyOptions): AuditVerification {
  const expected = ['audit_record', 'case_file', ...tablesOf(database)]
  const missing = expected.filter((table) => !hasTable(database, table))
  if (missing.length === expected.length) throw new InputError('bad-input', `${database.name} is not a casebook: it has none of its tables.`)
  if (missing.length > 0) {
    const problems = missing.map((table) => ({ seq: 0, what: `the table ${table} is missing` }))
    return { ok: false, records: 0, head: GENESIS, problems, anchors: [], limits: [] }
  }
  const chain = readChain(database)
  const anchors: string[] = []
  const problems = [
    ...chain.problems,
    ...guardProblems(database),
    ...tailProblems(database, chain.last),
    ...rowProblems(database, chain.vouched),
    ...indexProblems(database),
    ...determinationAnchors(database, anchors),
    ...headFileAnchor(database, chain.last, options, anchors),
    ...knownHeadAnchor(database, options.head, anchors),
  ].sort((a, b) => a.seq - b.seq)
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (problems.length > shown.length) shown.push({ seq: 0, what: `and ${problems.length - shown.length} more problems` })
  return { ok: problems.length === 0, records: chain.records, head: chain.head, problems: shown, anchors, limits: limitsOf(options, anchors) }
}

/** The guarded tables of a casebook; an older one that nothing has migrated yet has fewer. */
const tablesOf = (database: Database): GuardedTable[] => guardedSince(database.pragma('user_version', { simple: true }) as number)

const hasTable = (database: Database, table: string): boolean =>
  database.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table) === 1

type Vouched = Map<string, { seq: number; hash: string; table: string; key: unknown[] }>

/** Follows the chain. After a break it goes on from what is stored, so that one alteration is reported once. */
function readChain(database: Database): { problems: Problem[]; records: number; head: string; last: number; vouched: Vouched } {
  const problems: Problem[] = []
  const vouched: Vouched = new Map()
  let records = 0
  let last = 0
  let head = GENESIS
  const all = database
    .prepare('SELECT seq, at, by, action, subject, detail, prev, hash FROM audit_record ORDER BY seq')
    .iterate() as IterableIterator<StoredRecord>
  for (const record of all) {
    records += 1
    if (record.seq > last + 1) {
      const range = record.seq === last + 2 ? `record ${last + 1} is missing` : `records ${last + 1} to ${record.seq - 1} are missing`
      problems.push({ seq: last + 1, what: range })
    } else if (record.seq < 1) {
      problems.push({ seq: record.seq, what: `record ${record.seq} was inserted before the beginning` })
    } else if (record.prev !== head) {
      problems.push({ seq: record.seq, what: `record ${record.seq} does not follow record ${last}: one of them was altered or put in` })
    }
    if (hashOfRecord(record) !== record.hash) {
      problems.push({
        seq: record.seq,
        what: `record ${record.seq} (${record.action}, ${record.subject}) was altered: its content does not have the hash it states`,
      })
    }
    noteVouched(record, vouched, problems)
    last = record.seq
    head = record.hash
  }
  return { problems, records, head, last, vouched }
}

function noteVouched(record: StoredRecord, vouched: Vouched, problems: Problem[]): void {
  const row = rowOf(record.detail)
  if (row === null) return
  const name = nameOfRow(row.table, row.key)
  const earlier = vouched.get(name)
  if (earlier === undefined) vouched.set(name, { seq: record.seq, ...row })
  else problems.push({ seq: record.seq, what: `record ${record.seq} vouches for what record ${earlier.seq} vouches for already` })
}

function rowOf(detail: string): { table: string; key: unknown[]; hash: string } | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(detail)
  } catch {
    return null
  }
  const row = (parsed as { row?: unknown } | null)?.row as { table?: unknown; key?: unknown; hash?: unknown } | undefined
  if (row === undefined || typeof row.table !== 'string' || !Array.isArray(row.key) || typeof row.hash !== 'string') return null
  return { table: row.table, key: row.key, hash: row.hash }
}

/** The triggers that let a table only grow, by their exact text; any other trigger was put in by somebody else. */
function guardProblems(database: Database): Problem[] {
  const growing = ['audit_record', ...tablesOf(database)]
  const expected = [...growing.flatMap((table) => [`${table} update`, `${table} delete`]), 'case_file delete'].map((guard) => {
    const [table = '', event = ''] = guard.split(' ')
    const name = `${table}_no_${event}`
    return { name, shape: new RegExp(`^CREATE TRIGGER ${name} BEFORE ${event.toUpperCase()} ON ${table} BEGIN SELECT RAISE\\(ABORT, '[^']*'\\); END$`) }
  })
  const found = database.prepare("SELECT name, tbl_name AS stands, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    stands: string
    sql: string
  }[]
  const texts = new Map(found.map(({ name, sql }) => [name, sql.replace(/\s+/g, ' ')]))
  const guards = expected.flatMap(({ name, shape }) => {
    const text = texts.get(name)
    if (text !== undefined && shape.test(text)) return []
    return [{ seq: 0, what: `the guard ${name} was ${text === undefined ? 'removed' : 'altered'}` }]
  })
  const strangers = found.filter(({ name }) => !expected.some((guard) => guard.name === name))
  return [...guards, ...strangers.map(({ name, stands }) => ({ seq: 0, what: `the trigger ${name} on ${stands} is not one of this program` }))]
}

/** SQLite remembers the largest number it gave out, also after the row is gone. */
function tailProblems(database: Database, last: number): Problem[] {
  const problems: Problem[] = []
  const given = (table: string): number => (database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table) as number | undefined) ?? 0
  const records = given('audit_record')
  if (records > last) problems.push({ seq: last + 1, what: `the chain was cut: it had ${records} records and ends at record ${last}` })
  if (records < last) problems.push({ seq: last, what: `the count of records given out (${records}) was lowered below the chain's end` })
  for (const table of tablesOf(database).filter((one) => GUARDED[one].columns.includes('seq'))) {
    const newest = (database.prepare(`SELECT max(seq) FROM ${table}`).pluck().get() as number | null) ?? 0
    if (given(table) !== newest)
      problems.push({ seq: 0, what: `${GUARDED[table].noun}: number ${given(table)} was the last one given out, number ${newest} is the last one stored` })
  }
  return problems
}

function rowProblems(database: Database, vouched: Vouched): Problem[] {
  const problems: Problem[] = []
  const found = new Set<string>()
  for (const table of tablesOf(database)) {
    const { key, columns, noun } = GUARDED[table]
    const rows = database.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate() as IterableIterator<Record<string, unknown>>
    for (const row of rows) {
      const values = key.map((column) => row[column])
      const name = nameOfRow(table, values)
      const record = vouched.get(name)
      found.add(name)
      if (record === undefined) problems.push({ seq: 0, what: `the ${noun} ${values.join(' / ')} has no audit record` })
      else if (hashOfRow(row) !== record.hash)
        problems.push({ seq: record.seq, what: `the ${noun} ${values.join(' / ')} was altered after record ${record.seq} vouched for it` })
    }
  }
  for (const [name, record] of vouched) {
    if (!found.has(name))
      problems.push({ seq: record.seq, what: `the ${nounOf(record.table)} ${record.key.join(' / ')}, which record ${record.seq} vouches for, is gone` })
  }
  return problems
}

const nounOf = (table: string): string => (Object.hasOwn(GUARDED, table) ? GUARDED[table as GuardedTable].noun : `row of ${table}`)

/** What the list of cases shows must follow from the rows that are vouched for. */
function indexProblems(database: Database): Problem[] {
  const rows = database
    .prepare(
      `WITH newest AS (SELECT case_id, max(revision) AS revision FROM case_revision GROUP BY case_id),
            decided AS (SELECT case_id, max(seq) AS seq FROM determination GROUP BY case_id),
            filed AS (SELECT subject, action, max(seq) FROM audit_record WHERE action IN ('case.archived', 'case.restored') GROUP BY subject),
            expected AS (
              SELECT r.case_id AS id, r.revision, r.title, r.destination, r.items, r.parties, ifnull(d.id, '') AS determination,
                     ifnull(f.action = 'case.archived', 0) AS archived,
                     (d.id IS NOT NULL AND (d.case_revision < r.revision
                       OR EXISTS (SELECT 1 FROM audit_record a WHERE a.subject = r.case_id AND a.action = 'disposition.recorded' AND a.seq > d.audit_seq))) AS changed,
                     d.outcome AS outcome
              FROM newest n JOIN case_revision r ON r.case_id = n.case_id AND r.revision = n.revision
              LEFT JOIN decided c ON c.case_id = r.case_id LEFT JOIN determination d ON d.seq = c.seq
              LEFT JOIN filed f ON f.subject = r.case_id)
       SELECT e.id AS id, c.id IS NULL AS gone FROM expected e LEFT JOIN case_file c ON c.id = e.id
       WHERE c.id IS NULL OR c.revision <> e.revision OR c.title <> e.title OR c.destination <> e.destination OR c.items <> e.items OR c.parties <> e.parties
          OR c.archived <> e.archived OR c.determination <> e.determination OR c.changed <> e.changed
          OR c.outcome <> CASE WHEN e.changed OR e.determination = '' THEN '' ELSE e.outcome END
       UNION ALL
       SELECT c.id, 2 FROM case_file c WHERE NOT EXISTS (SELECT 1 FROM newest n WHERE n.case_id = c.id)`,
    )
    .all() as { id: string; gone: number }[]
  const words = [
    'is shown otherwise in the list of cases than its stored revision, determination and records say',
    'has revisions, but its row in the list of cases is gone',
    'has no revision',
  ]
  return rows.map(({ id, gone }) => ({ seq: 0, what: `the case ${id} ${words[gone]}` }))
}

/** Each determination notes the head of its moment; a chain rewritten or cut since then does not contain it. */
function determinationAnchors(database: Database, anchors: string[]): Problem[] {
  const rows = database
    .prepare(
      `SELECT d.id, d.audit_seq AS seq, a.hash IS NULL AS gone FROM determination d LEFT JOIN audit_record a ON a.seq = d.audit_seq
       WHERE d.audit_seq > 0 AND a.hash IS NOT d.audit_head OR d.audit_seq = 0 AND d.audit_head <> ?`,
    )
    .all(GENESIS) as { id: string; seq: number; gone: number }[]
  const count = database.prepare('SELECT count(*) FROM determination').pluck().get() as number
  if (count > 0) anchors.push(`the heads noted in ${count} determinations`)
  return rows.map(({ id, seq, gone }) => ({
    seq,
    what:
      gone === 1
        ? `record ${seq}, which the determination ${id} notes as the head of its moment, is gone`
        : `record ${seq} is not the one that the determination ${id} notes as the head of its moment`,
  }))
}

function headFileAnchor(database: Database, last: number, options: VerifyOptions, anchors: string[]): Problem[] {
  if (options.headFile === undefined) return []
  const kept = readHeadFile(options.headFile)
  const name = basename(options.headFile)
  if (kept === null) return options.headFileRequired === true && last > 0 ? [{ seq: last, what: `the head file ${name} is missing` }] : []
  if (kept === 'unreadable') return [{ seq: last, what: `the head file ${name} cannot be read` }]
  anchors.push(`the head file ${name} (record ${kept.seq})`)
  return headProblem(database, kept, `the head file ${name}`)
}

function knownHeadAnchor(database: Database, known: KnownHead | undefined, anchors: string[]): Problem[] {
  if (known === undefined) return []
  const hash = known.hash.trim().toLowerCase()
  anchors.push('the head given for comparison')
  if (known.seq !== undefined) return headProblem(database, { seq: known.seq, hash }, 'the head given for comparison')
  if (hash === GENESIS || database.prepare('SELECT 1 FROM audit_record WHERE hash = ?').get(hash) !== undefined) return []
  return [
    {
      seq: 0,
      what: 'the chain does not contain the head given for comparison: it was cut or rewritten, or an earlier copy of the casebook was put in its place',
    },
  ]
}

function headProblem(database: Database, head: { seq: number; hash: string }, source: string): Problem[] {
  const hash = hashAt(database, head.seq)
  if (hash === head.hash) return []
  if (hash !== null) return [{ seq: head.seq, what: `record ${head.seq} is not the one that ${source} states: the chain was rewritten` }]
  return [
    {
      seq: head.seq,
      what: `record ${head.seq}, stated by ${source}, is not in the chain: the chain was cut, or an earlier copy of the casebook was put in its place`,
    },
  ]
}

function limitsOf(options: VerifyOptions, anchors: string[]): string[] {
  const outside = options.head !== undefined
  const limits: string[] = []
  if (!outside) {
    limits.push(
      anchors.some((anchor) => anchor.startsWith('the head file'))
        ? 'Without a head from outside, such as one printed on a memo, an earlier copy of the whole data folder cannot be told from the casebook itself, nor can a chain that was rewritten together with the head file and every row.'
        : 'Without a head from outside, such as one printed on a memo or the head file, an earlier copy of the casebook cannot be told from the casebook itself, nor can a chain that was rewritten as a whole.',
    )
  }
  limits.push('Records added to the end by somebody who can write the file cannot be told from those the program added.')
  return limits
}

/**
 * Verifies a casebook file without changing it: opened read-only, or as a temporary copy where it lies on a medium that
 * cannot be written. The head file beside it is used if it is there. `newest` is the newest version of the tables that
 * this program knows. Throws InputError `not-found`, `bad-input` or `from-the-future`.
 */
export function verifyFile(path: string, options: { head?: KnownHead; newest?: number } = {}): AuditVerification {
  if (!existsSync(path)) throw new InputError('not-found', `There is no casebook at ${path}.`)
  const { newest = Number.POSITIVE_INFINITY, ...given } = options
  const verifyOptions: VerifyOptions = { ...given, headFile: headFileOf(path) }
  try {
    return verifyReadOnly(path, newest, verifyOptions)
  } catch (error) {
    const code = codeOf(error)
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) return verifyCopy(path, newest, verifyOptions)
    throw unreadable(error, path)
  }
}

const codeOf = (error: unknown): string => (error instanceof SQLite.SqliteError ? error.code : '')

function unreadable(error: unknown, path: string): unknown {
  if (codeOf(error) === '') return error
  return new InputError(
    'bad-input',
    `${path} cannot be read as a casebook (${(error as Error).message}). It was not changed. A casebook is the file casebook.db of a data folder.`,
  )
}

function verifyReadOnly(path: string, newest: number, options: VerifyOptions): AuditVerification {
  const database = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    database.pragma('trusted_schema = OFF')
    const version = database.pragma('user_version', { simple: true }) as number
    if (version > newest) {
      throw new InputError(
        'from-the-future',
        `${path} was written by a newer Licet: its tables have version ${version}, this program knows versions up to ${newest}. It was not changed. Verify it with the newer program.`,
      )
    }
    return verify(database, options)
  } finally {
    database.close()
  }
}

function verifyCopy(path: string, newest: number, options: VerifyOptions): AuditVerification {
  const folder = mkdtempSync(join(tmpdir(), 'licet-verify-'))
  const copy = join(folder, 'casebook.db')
  try {
    for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix)
    return verifyReadOnly(copy, newest, options)
  } catch (error) {
    throw unreadable(error, path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
