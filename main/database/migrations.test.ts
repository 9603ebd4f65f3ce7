/** Each migration: the tables at n - 1, a row in each, on to n, the same rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CASEBOOK, type DatabaseKind, openDatabase, REFERENCE } from './open.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (kind: DatabaseKind, version: number): Database => openDatabase(folder, { ...kind, migrations: kind.migrations.slice(0, version) })

/** A row for each table, by the version that brings the table. */
const CASEBOOK_ROWS: Record<number, Record<string, string>> = {
  1: {
    case_file: `INSERT INTO case_file (id, revision, archived, created_at, updated_at, title, destination, items, parties, outcome, title_key, search)
      VALUES ('c-1', 1, 0, '2026-01-01', '2026-01-02', 'Pumps 泵', 'CN', 2, 'Works Ltd', '', 'pumps 泵', 'pumps')`,
    case_revision: `INSERT INTO case_revision (case_id, revision, at, by, title, destination, items, parties, body)
      VALUES ('c-1', 1, '2026-01-01', 'A', 'Pumps 泵', 'CN', 2, 'Works Ltd', '{"id":"c-1"}')`,
  },
  2: {
    determination: `INSERT INTO determination (id, case_id, case_revision, at, by, as_of, law_as_of, outcome, engine, packs, lists, facts_hash, proof_hash, audit_seq, audit_head, facts, answer, proof)
      VALUES ('d-1', 'c-1', 1, '2026-01-01', 'A', '2026-01-01', '2026-01-01', 'prohibited', '1', '[]', '[]', 'f', 'p', 0, '0', '{}', '{}', x'00ff')`,
  },
  3: {
    disposition: `INSERT INTO disposition (id, case_id, party, list, entry, entry_hash, decision, reason, by, at)
      VALUES ('n-1', 'c-1', 'Works Ltd', 'EL', '17', 'h', 'not-the-same', 'another town', 'A', '2026-01-01')`,
  },
  5: {
    proposal: `INSERT INTO proposal (id, case_id, party, list, entry, entry_hash, decision, reason, by, at)
      VALUES ('p-1', 'c-1', 'Works Ltd', 'EL', '17', 'h', 'not-the-same', 'another town', 'A', '2026-01-01')`,
    proposal_review: "INSERT INTO proposal_review (id, proposal, agrees, reason, by, at) VALUES ('r-1', 'p-1', 1, 'agreed', 'B', '2026-01-02')",
  },
  4: { audit_record: "INSERT INTO audit_record VALUES (1, '2026-01-01', 'A', 'case.created', 'c-1', '{}', '0', 'h')" },
}
const REFERENCE_ROWS: Record<number, Record<string, string>> = {
  1: {
    pack: `INSERT INTO pack VALUES ('s', 'us-ear', '1', 1, '2026-09-01', '2026-09-02', '{"rules":[]}', 1)`,
    entry_search: "INSERT INTO entry_search (pack, eccn, en, zh) VALUES ('s', '3A090', 'Certain chips', '某些芯片产品')",
    rule_search: "INSERT INTO rule_search (pack, id, cites, en, zh) VALUES ('s', 'ear.x', '15 CFR 744', 'Says', '说明')",
  },
  5: { own_list_order: `INSERT INTO own_list_order VALUES ('["Name"]', '{}', '2026-01-01')` },
}

it('copies made of announcements are not complete any more, others stay as they are', () => {
  const before = at(REFERENCE, 5)
  before.exec(`INSERT INTO list_import VALUES (1, 's', 'cn-announcement', 'x', '[]', '2026-01-01', '2026-01-01', 1, ''), (2, 't', 'csl-csv', 'x', '[]', '2026-01-01', '2026-01-01', 1, '');
    INSERT INTO list_content VALUES (1, 'CN-UEL', 'a', 1), (2, 'EL', 'b', 1);
    INSERT INTO list_snapshot VALUES (1, 'CN-UEL', 1, 1, '2026-01-01', 1), (2, 'EL', 2, 2, '2026-01-01', 1)`)
  before.close()
  const after = at(REFERENCE, 6)
  expect(after.prepare('SELECT list, complete FROM list_snapshot ORDER BY id').raw().all()).toEqual([
    ['CN-UEL', 0],
    ['EL', 1],
  ])
  expect(() => after.exec('UPDATE list_snapshot SET complete = 1')).toThrow('snapshots do not change')
  after.close()
})

it('the alerts of the newest screening are carried over, those of older ones are not', () => {
  const before = at(CASEBOOK, 5)
  before.exec(`INSERT INTO screening_run VALUES (1, '2026-01-01', 1, '[]'), (2, '2026-01-02', 1, '[]');
    INSERT INTO screened_party VALUES ('{"country":"CN","name":"Works Ltd"}', '{"name":" Works  Ltd","country":"CN"}', '["c-2","c-1"]');
    INSERT INTO screening_alert VALUES
      ('{"country":"CN","name":"Works Ltd"}', 'EL', '17', 'h', 'Works', 'WORKS', 'entity', 0.9, 1, 2),
      ('{"country":"CN","name":"Works Ltd"}', 'EL', '18', 'h', 'Works 2', 'WORKS 2', 'entity', 0.8, 2, 2),
      ('{"country":"CN","name":"Works Ltd"}', 'EL', '19', 'h', 'Gone', 'GONE', 'entity', 0.8, 1, 1)`)
  before.close()
  const after = at(CASEBOOK, 6)
  expect(after.prepare('SELECT run, name_key, cases, newest_cases, case_count FROM screened_party').all()).toEqual([
    { run: 2, name_key: 'Works Ltd', cases: '["c-2","c-1"]', newest_cases: '["c-2","c-1"]', case_count: 2 },
  ])
  expect(after.prepare('SELECT run, entry, name, score, news, state FROM screening_alert ORDER BY entry').all()).toEqual([
    { run: 2, entry: '17', name: 'Works', score: 0.9, news: 0, state: '' },
    { run: 2, entry: '18', name: 'Works 2', score: 0.8, news: 1, state: '' },
  ])
  expect(after.prepare('SELECT id, alerts, news FROM screening_run ORDER BY id').all()).toEqual([
    { id: 1, alerts: 1, news: 1 },
    { id: 2, alerts: 2, news: 1 },
  ])
  after.close()
})

describe.each([
  ['casebook', CASEBOOK, CASEBOOK_ROWS],
  ['reference', REFERENCE, REFERENCE_ROWS],
] as const)('%s', (_name, kind, rows) => {
  const steps = kind.migrations.slice(1).map(({ version }) => version)
  it.each(steps)('migration %i keeps every row of the version before', (version) => {
    const known = Object.entries(rows).flatMap(([brought, tables]) => (Number(brought) < version ? Object.entries(tables) : []))
    const before = at(kind, version - 1)
    for (const [, insert] of known) before.exec(insert)
    const read = (database: Database, table: string) => database.prepare(`SELECT * FROM ${table}`).all()
    const expected = known.map(([table]) => read(before, table))
    before.close()
    const after = at(kind, version)
    expect(after.pragma('user_version', { simple: true })).toBe(version)
    known.forEach(([table], index) => {
      expect(read(after, table)).toMatchObject(expected[index] as object[])
    })
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok')
    after.close()
  })

  it('uses STRICT tables throughout', () => {
    const database = at(kind, kind.migrations.length)
    const loose = database
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    expect(loose).toEqual([])
    database.close()
  })
})

describe('tables that only grow', () => {
  it.each(['case_revision', 'determination', 'disposition', 'audit_record', 'proposal', 'proposal_review'])(
    '%s refuses change, deletion and replacement',
    (table) => {
      const database = at(CASEBOOK, CASEBOOK.migrations.length)
      for (const tables of Object.values(CASEBOOK_ROWS)) for (const insert of Object.values(tables)) database.exec(insert)
      const first = Object.values(CASEBOOK_ROWS).flatMap((tables) => tables[table] ?? [])[0] ?? ''
      expect(() => database.exec(`UPDATE ${table} SET at = 'x'`)).toThrow('only added')
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('only added')
      expect(() => database.exec(first.replace('INSERT', 'INSERT OR REPLACE'))).toThrow('only added')
      database.close()
    },
  )

  it('a compiled pack keeps its content, and may stop being the current one', () => {
    const database = at(REFERENCE, 1)
    database.exec(REFERENCE_ROWS[1]?.pack ?? '')
    expect(() => database.exec("UPDATE pack SET compiled = '{}'")).toThrow('never changed')
    database.exec('UPDATE pack SET current = 0')
    database.close()
  })

  it('finds entries by parts of words in both scripts', () => {
    const database = at(REFERENCE, 1)
    database.exec(REFERENCE_ROWS[1]?.entry_search ?? '')
    const find = (words: string) => database.prepare('SELECT eccn FROM entry_search WHERE entry_search MATCH ?').pluck().all(`"${words}"`)
    expect([find('A09'), find('chip'), find('芯片产'), find('pump')]).toEqual([['3A090'], ['3A090'], ['3A090'], []])
    database.close()
  })
})
