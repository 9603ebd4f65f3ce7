/** Each attack is made on a real casebook file, behind the program's back, with the guards taken away and put up again. */
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleCase, exampleDetermination, type SmallCasebook, signed, smallCasebook } from '#main/casework/fixtures/small-casebook.ts'
import { asNobody } from '#main/database/fixtures/as-nobody.ts'
import { openReference } from '#main/database/open.ts'
import { GENESIS, type Head, hashOfRecord } from './chain.ts'
import { GUARDED, hashOfStoredRow } from './guarded.ts'
import { verify, verifyFile } from './verify.ts'

let book: SmallCasebook
/** The head that the memo of the newest determination would have printed. */
let memoHead: Head

/**
 * Records 1-9: case a created, case b created, a saved, a hit of a decided, a determined, b determined, b archived,
 * a determined again, b restored.
 */
function fill({ casework, chain }: SmallCasebook): Head {
  const { cases, dispositions, determinations } = casework
  cases.save(exampleCase('a', { title: 'Alpha' }), 0, signed(1))
  cases.save(exampleCase('b', { title: 'Beta' }), 0, signed(2))
  cases.save(exampleCase('a', { title: 'Alpha again' }), 1, signed(3))
  const disposition = { list: 'EL', entry: '17', entryHash: 'h', decision: 'not-the-same' as const, reason: 'another town', by: '' }
  dispositions.record({ case: 'a', party: 'Example Works Ltd', disposition }, signed(4))
  determinations.store(exampleDetermination('a', 2, 'licence-required'), signed(5))
  determinations.store(exampleDetermination('b', 1, 'prohibited'), signed(6))
  cases.archive('b', true, signed(7))
  determinations.store(exampleDetermination('a', 2, 'exception-available'), signed(8))
  cases.archive('b', false, signed(9))
  return chain.head()
}

/** A decision on another listing that a second officer agrees to. */
function proposeAndReview({ casework: { dispositions } }: SmallCasebook): void {
  dispositions.setSecondOfficer(true, signed(10))
  const disposition = { list: 'EL', entry: '18', entryHash: 'h', decision: 'not-the-same' as const, reason: 'another town', by: '' }
  const { id } = dispositions.record({ case: 'a', party: 'Example Works Ltd', disposition }, signed(11))
  dispositions.review({ id, agrees: true, reason: 'the register agrees' }, signed(12, 'B. Officer'))
}

beforeEach(() => {
  book = smallCasebook()
  memoHead = fill(book)
})
afterEach(() => {
  book.database.close()
  rmSync(book.folder, { recursive: true, force: true })
})

/** Changes the file as somebody would who has it and knows how it is made. */
function attack(work: (database: Database) => void): void {
  book.database.close()
  const database = new SQLite(book.file)
  database.pragma('foreign_keys = OFF')
  const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[]
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  work(database)
  for (const { sql } of guards) database.exec(sql)
  database.close()
}

type Stored = { seq: number; at: string; by: string; action: string; subject: string; detail: string; prev: string; hash: string }
const recordsOf = (database: Database): Stored[] => database.prepare('SELECT * FROM audit_record ORDER BY seq').all() as Stored[]

/** Computes every hash anew from record `from` on, as the program would have. */
function rehash(database: Database, from: number): void {
  const before = recordsOf(database).filter((record) => record.seq < from)
  let prev = before.at(-1)?.hash ?? GENESIS
  for (const record of recordsOf(database).filter(({ seq }) => seq >= from)) {
    const hash = hashOfRecord({ ...record, prev })
    database.prepare('UPDATE audit_record SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, record.seq)
    prev = hash
  }
}

const writeHead = (head: Head) => writeFileSync(book.headFile, JSON.stringify({ schema: 'licet.audit-head/1', ...head }))
const problems = (head?: { hash: string; seq?: number }) =>
  verifyFile(book.file, head === undefined ? {} : { head }).problems.map(({ seq, what }) => `${seq}: ${what}`)

describe('an untouched casebook', () => {
  it('is in order, by every anchor', () => {
    const report = verifyFile(book.file, { head: memoHead })
    expect(report).toEqual({
      ok: true,
      records: 9,
      head: memoHead.hash,
      problems: [],
      anchors: ['the heads noted in 3 determinations', 'the head file audit-head.json (record 9)', 'the head given for comparison'],
      limits: ['Records added to the end by somebody who can write the file cannot be told from those the program added.'],
    })
    expect(problems({ hash: ` ${memoHead.hash.toUpperCase()}\n` })).toEqual([])
  })

  it('says what cannot be known without a head from outside', () => {
    expect(verifyFile(book.file).limits[0]).toContain('an earlier copy of the whole data folder')
    rmSync(book.headFile)
    const report = verifyFile(book.file)
    expect(report.ok).toBe(true)
    expect(report.limits[0]).toContain('an earlier copy of the casebook cannot be told from the casebook itself')
  })

  it('is not changed by being verified', () => {
    book.database.close()
    const before = readFileSync(book.file)
    verifyFile(book.file)
    expect(readFileSync(book.file).equals(before)).toBe(true)
  })

  it('verifies when it is empty', () => {
    const empty = smallCasebook()
    expect(verify(empty.database)).toMatchObject({ ok: true, records: 0, head: GENESIS, problems: [] })
    expect(verifyFile(empty.file, { head: { seq: 0, hash: GENESIS } }).ok).toBe(true)
    empty.database.close()
    rmSync(empty.folder, { recursive: true })
  })

  it('verifies while the program writes to it, and from a medium that cannot be written', () => {
    book.database.exec('BEGIN IMMEDIATE')
    expect(verifyFile(book.file).ok).toBe(true)
    book.database.exec('ROLLBACK')
    book.database.close()
    chmodSync(book.file, 0o444)
    chmodSync(book.folder, 0o555)
    const lines = 'const { ok, records } = verifyFile(argument); process.stdout.write(JSON.stringify([ok, records]))'
    expect(asNobody({ verifyFile: join(import.meta.dirname, 'verify.ts') }, lines, book.file)).toBe('[true,9]')
    chmodSync(book.folder, 0o755)
  })
})

describe('an altered record', () => {
  it.each(['at', 'by', 'action', 'subject', 'detail', 'prev', 'hash'] as const)('is named: %s', (column) => {
    attack((database) => database.prepare(`UPDATE audit_record SET ${column} = ? WHERE seq = 3`).run(column === 'detail' ? '{"revision":3}' : 'changed'))
    expect(verifyFile(book.file).problems).toContainEqual({ seq: 3, what: expect.stringContaining('record 3 (') })
  })

  it('is named when its own hash was computed anew', () => {
    attack((database) => {
      const record = recordsOf(database)[6] as Stored
      database.prepare('UPDATE audit_record SET by = ?, hash = ? WHERE seq = 7').run('Nobody', hashOfRecord({ ...record, by: 'Nobody' }))
    })
    expect(problems()).toEqual([
      '7: record 7 is not the one that the determination id-4 notes as the head of its moment',
      '8: record 8 does not follow record 7: one of them was altered or put in',
    ])
  })

  it('is named when it is the last one and its hash was computed anew', () => {
    attack((database) => {
      const record = recordsOf(database)[8] as Stored
      database.prepare('UPDATE audit_record SET by = ?, hash = ? WHERE seq = 9').run('Nobody', hashOfRecord({ ...record, by: 'Nobody' }))
    })
    expect(problems()).toEqual(['9: record 9 is not the one that the head file audit-head.json states: the chain was rewritten'])
    rmSync(book.headFile)
    expect(problems()).toEqual([])
    expect(problems(memoHead)).toEqual(['9: record 9 is not the one that the head given for comparison states: the chain was rewritten'])
  })

  it('is found when every hash after it was computed anew: by the head file, by the determinations, by a memo', () => {
    attack((database) => {
      database.prepare("UPDATE audit_record SET by = 'Nobody' WHERE seq = 1").run()
      rehash(database, 1)
    })
    const found = problems({ hash: memoHead.hash })
    expect(found).toContain('9: record 9 is not the one that the head file audit-head.json states: the chain was rewritten')
    expect(found).toContain('4: record 4 is not the one that the determination id-2 notes as the head of its moment')
    expect(found).toContain(
      '0: the chain does not contain the head given for comparison: it was cut or rewritten, or an earlier copy of the casebook was put in its place',
    )
  })

  it('in a chain rewritten with every row and the head file is honestly out of reach, but for a memo', () => {
    attack((database) => {
      database.prepare("UPDATE audit_record SET by = 'Nobody' WHERE seq = 1").run()
      for (const { seq } of recordsOf(database)) {
        rehash(database, seq)
        const record = recordsOf(database)[seq - 1] as Stored
        database.prepare('UPDATE determination SET audit_head = ? WHERE audit_seq = ?').run(recordsOf(database)[seq - 2]?.hash ?? GENESIS, seq - 1)
        const detail = JSON.parse(record.detail) as { row?: { table: 'determination'; key: string[]; hash: string } }
        if (detail.row?.table !== 'determination') continue
        const hash = hashOfStoredRow(database, detail.row)
        database.prepare('UPDATE audit_record SET detail = ? WHERE seq = ?').run(record.detail.replace(detail.row.hash, hash), seq)
        rehash(database, seq)
      }
      writeHead({ seq: 9, hash: recordsOf(database)[8]?.hash ?? '' })
    })
    const report = verifyFile(book.file)
    expect(report.problems).toEqual([])
    expect(report.limits[0]).toContain('a chain that was rewritten together with the head file and every row')
    expect(problems(memoHead)).toEqual(['9: record 9 is not the one that the head given for comparison states: the chain was rewritten'])
  })

  it('is found whatever was altered', () => {
    book.database.close()
    copyFileSync(book.file, `${book.file}.kept`)
    const column = fc.constantFrom('at', 'by', 'action', 'subject', 'prev', 'hash')
    const property = fc.property(fc.integer({ min: 1, max: 9 }), column, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (seq, name, place, text) => {
      copyFileSync(`${book.file}.kept`, book.file)
      let altered = false
      attack((database) => {
        const was = String(database.prepare(`SELECT ${name} FROM audit_record WHERE seq = ?`).pluck().get(seq))
        const at = place % (was.length + 1)
        const now = was.slice(0, at) + text + was.slice(at + text.length)
        altered = now !== was
        database.prepare(`UPDATE audit_record SET ${name} = ? WHERE seq = ?`).run(now, seq)
      })
      return verifyFile(book.file).problems.some((problem) => problem.seq === seq) === altered
    })
    fc.assert(property, { numRuns: 60 })
  })
})

describe('records put in, taken out, exchanged', () => {
  const insert = (database: Database, record: Omit<Stored, 'hash'>) =>
    database
      .prepare('INSERT INTO audit_record (seq, at, by, action, subject, detail, prev, hash) VALUES (@seq, @at, @by, @action, @subject, @detail, @prev, @hash)')
      .run({ ...record, hash: hashOfRecord(record) })

  it('finds a record put in, with the others moved on', () => {
    attack((database) => {
      for (let seq = 9; seq >= 4; seq -= 1) database.prepare('UPDATE audit_record SET seq = ? WHERE seq = ?').run(seq + 1, seq)
      const third = recordsOf(database)[2] as Stored
      insert(database, { ...third, seq: 4, action: 'case.archived', detail: '{}', prev: third.hash })
    })
    const found = verifyFile(book.file).problems
    expect(found).toContainEqual({ seq: 5, what: expect.stringContaining('record 5 does not follow record 4') })
    expect(found).toContainEqual({ seq: 5, what: expect.stringContaining('was altered') })
  })

  it('finds a record put in before the beginning', () => {
    attack((database) => insert(database, { seq: 0, at: '', by: '', action: 'x', subject: 'y', detail: '{}', prev: GENESIS }))
    expect(verifyFile(book.file).problems).toContainEqual({ seq: 0, what: 'record 0 was inserted before the beginning' })
  })

  it('declares that a record added to the end cannot be found', () => {
    attack((database) => insert(database, { seq: 10, at: 'T', by: 'Nobody', action: 'memo.rendered', subject: 'a', detail: '{}', prev: memoHead.hash }))
    const report = verifyFile(book.file, { head: memoHead })
    expect(report.ok).toBe(true)
    expect(report.limits).toContain('Records added to the end by somebody who can write the file cannot be told from those the program added.')
  })

  it.each([
    [[1], '1: record 1 is missing'],
    [[7], '7: record 7 is missing'],
    [[6, 7], '6: records 6 to 7 are missing'],
  ])('finds %j taken out', (seqs, expected) => {
    attack((database) => {
      for (const seq of seqs) database.prepare('DELETE FROM audit_record WHERE seq = ?').run(seq)
    })
    expect(problems()).toContain(expected)
  })

  it('finds a record taken out with the others moved up', () => {
    attack((database) => {
      database.exec('DELETE FROM audit_record WHERE seq = 7')
      database.exec('UPDATE audit_record SET seq = 7 WHERE seq = 8')
      database.exec('UPDATE audit_record SET seq = 8 WHERE seq = 9')
    })
    const found = problems()
    expect(found).toContain('7: record 7 does not follow record 6: one of them was altered or put in')
    expect(found).toContain('9: the chain was cut: it had 9 records and ends at record 8')
  })

  it('finds two records exchanged', () => {
    attack((database) => {
      database.exec('UPDATE audit_record SET seq = 100 WHERE seq = 2')
      database.exec('UPDATE audit_record SET seq = 2 WHERE seq = 7')
      database.exec('UPDATE audit_record SET seq = 7 WHERE seq = 100')
    })
    const found = verifyFile(book.file).problems
    for (const seq of [2, 7]) expect(found).toContainEqual({ seq, what: expect.stringContaining('was altered') })
  })
})

describe('a chain cut short', () => {
  const cut = (database: Database, last: number) => database.prepare('DELETE FROM audit_record WHERE seq > ?').run(last)
  const lowerCounts = (database: Database) => {
    for (const table of ['audit_record', 'determination', 'disposition']) {
      database.prepare(`UPDATE sqlite_sequence SET seq = (SELECT ifnull(max(seq), 0) FROM ${table}) WHERE name = ?`).run(table)
    }
  }

  it('is found by the numbers that SQLite gave out', () => {
    attack((database) => cut(database, 8))
    rmSync(book.headFile)
    expect(problems()).toContain('9: the chain was cut: it had 9 records and ends at record 8')
  })

  it('is found by the head file when the counts were lowered too', () => {
    attack((database) => {
      cut(database, 8)
      database.exec("UPDATE case_file SET archived = 1 WHERE id = 'b'")
      lowerCounts(database)
    })
    expect(problems()).toEqual([
      '9: record 9, stated by the head file audit-head.json, is not in the chain: the chain was cut, or an earlier copy of the casebook was put in its place',
    ])
  })

  it('is found by a row that was left, and by the head it notes', () => {
    attack((database) => {
      cut(database, 4)
      lowerCounts(database)
    })
    rmSync(book.headFile)
    const found = problems()
    expect(found).toContain('0: the determination id-2 has no audit record')
    expect(found).toContain('5: record 5, which the determination id-3 notes as the head of its moment, is gone')
  })

  it('with rows, list, counts and head file is found by a memo, and in the data folder by the missing head file', () => {
    attack((database) => {
      cut(database, 6)
      database.exec("DELETE FROM determination WHERE id = 'id-4'")
      database.exec("UPDATE case_file SET determination = 'id-2', outcome = 'licence-required' WHERE id = 'a'")
      lowerCounts(database)
    })
    rmSync(book.headFile)
    expect(problems()).toEqual([])
    expect(problems(memoHead)).toEqual([
      '9: record 9, stated by the head given for comparison, is not in the chain: the chain was cut, or an earlier copy of the casebook was put in its place',
    ])
    const database = new SQLite(book.file, { readonly: true })
    expect(verify(database, { headFile: book.headFile, headFileRequired: true }).problems).toEqual([
      { seq: 6, what: 'the head file audit-head.json is missing' },
    ])
    database.close()
  })

  it('to nothing is found', () => {
    attack((database) => {
      for (const table of ['audit_record', 'determination', 'disposition', 'case_revision', 'case_file']) database.exec(`DELETE FROM ${table}`)
      lowerCounts(database)
    })
    expect(problems()).toEqual([
      '9: record 9, stated by the head file audit-head.json, is not in the chain: the chain was cut, or an earlier copy of the casebook was put in its place',
    ])
  })

  it('does not hide behind the next change: the head that was lost stays in the head file', () => {
    attack((database) => {
      cut(database, 8)
      database.exec("UPDATE case_file SET archived = 1 WHERE id = 'b'")
      lowerCounts(database)
    })
    book = smallCasebook(book.folder, 'later')
    book.casework.cases.archive('b', false, signed(30))
    expect(problems()).toEqual(['9: record 9 is not the one that the head file audit-head.json states: the chain was rewritten'])
    book.casework.cases.save(exampleCase('new'), 0, signed(31))
    expect(problems()).toHaveLength(1)
  })
})

describe('the whole file exchanged', () => {
  it('for an earlier copy is found by the head file', () => {
    book.database.close()
    copyFileSync(book.file, `${book.file}.old`)
    const earlier = readFileSync(book.headFile)
    book = smallCasebook(book.folder, 'later')
    book.casework.cases.save(exampleCase('new'), 0, signed(30))
    const newest = book.chain.head()
    book.database.close()
    copyFileSync(`${book.file}.old`, book.file)
    expect(problems()).toHaveLength(1)
    writeFileSync(book.headFile, earlier)
    expect(problems()).toEqual([])
    expect(verifyFile(book.file).limits[0]).toContain('an earlier copy of the whole data folder cannot be told')
    expect(problems({ hash: newest.hash })).toHaveLength(1)
  })

  it('for another casebook is found', () => {
    const other = smallCasebook()
    other.casework.cases.save(exampleCase('other'), 0, signed(1))
    other.database.close()
    book.database.close()
    copyFileSync(other.file, book.file)
    rmSync(other.folder, { recursive: true })
    expect(problems()).toHaveLength(1)
  })
})

describe('a stored row', () => {
  const alterations: [string, string][] = [
    ...(Object.entries(GUARDED).flatMap(([table, { columns }]) =>
      columns.filter((column) => !['seq', 'id', 'case_id', 'revision', 'case_revision'].includes(column)).map((column) => [table, column]),
    ) as [string, string][]),
  ]
  it.each(alterations)('%s altered in %s is found', (table, column) => {
    const json = ['body', 'packs', 'lists', 'facts', 'answer'].includes(column)
    const value =
      column === 'items' || column === 'audit_seq'
        ? 2
        : column === 'agrees'
          ? 0
          : column === 'decision'
            ? 'same-party'
            : json
              ? '{"altered":true}'
              : column === 'proof'
                ? Buffer.from([1])
                : 'altered'
    if (table.startsWith('proposal')) proposeAndReview(book)
    attack((database) => database.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = (SELECT min(rowid) FROM ${table})`).run(value))
    expect(verifyFile(book.file).problems).toContainEqual({
      seq: expect.any(Number),
      what: expect.stringMatching(/^the .* was altered after record \d+ vouched for it$/),
    })
  })

  it('of another key, put in or taken out is found', () => {
    attack((database) => {
      database.exec("UPDATE determination SET id = 'renamed' WHERE id = 'id-2'")
      database.exec("DELETE FROM disposition WHERE id = 'id-1'")
      database.exec(
        "INSERT INTO disposition (id, case_id, party, list, entry, entry_hash, decision, reason, by, at) VALUES ('forged', 'b', 'p', 'EL', '1', 'h', 'not-the-same', 'r', 'b', 'a')",
      )
    })
    const found = problems()
    expect(found).toContain('5: the determination id-2, which record 5 vouches for, is gone')
    expect(found).toContain('0: the determination renamed has no audit record')
    expect(found).toContain('4: the decision on a hit id-1, which record 4 vouches for, is gone')
    expect(found).toContain('0: the decision on a hit forged has no audit record')
  })

  it('vouched for twice is found', () => {
    attack((database) => {
      const record = recordsOf(database)[4] as Stored
      const again = { ...record, seq: 10, prev: memoHead.hash }
      database
        .prepare(
          'INSERT INTO audit_record (seq, at, by, action, subject, detail, prev, hash) VALUES (@seq, @at, @by, @action, @subject, @detail, @prev, @hash)',
        )
        .run({ ...again, hash: hashOfRecord(again) })
    })
    expect(problems()).toContain('10: record 10 vouches for what record 5 vouches for already')
  })

  it.each([
    ['title', "'Other'"],
    ['destination', "'DE'"],
    ['items', '7'],
    ['parties', "'Nobody'"],
    ['archived', '1'],
    ['outcome', "'no-licence-required'"],
    ['determination', "'id-2'"],
    ['changed', '1'],
    ['revision', '1'],
  ])('in the list of cases: %s altered is found', (column, value) => {
    attack((database) => database.exec(`UPDATE case_file SET ${column} = ${value} WHERE id = 'a'`))
    expect(problems()).toEqual(['0: the case a is shown otherwise in the list of cases than its stored revision, determination and records say'])
  })

  it('in the list of cases put in or taken out is found', () => {
    attack((database) => {
      database.exec("DELETE FROM case_file WHERE id = 'a'")
      database.exec(
        "INSERT INTO case_file (id, revision, created_at, updated_at, title, destination, items, parties, title_key, search) VALUES ('z', 1, '', '', '', '', 1, '', '', '')",
      )
    })
    expect(problems()).toEqual(['0: the case a has revisions, but its row in the list of cases is gone', '0: the case z has no revision'])
  })
})

describe('the guards', () => {
  it.each(['audit_record', 'case_revision', 'determination', 'disposition'])('of %s are missed when removed or altered', (table) => {
    attack(() => undefined)
    const database = new SQLite(book.file)
    database.exec(`DROP TRIGGER ${table}_no_delete; DROP TRIGGER ${table}_no_update`)
    database.exec(`CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END`)
    database.close()
    expect(problems()).toEqual([`0: the guard ${table}_no_update was altered`, `0: the guard ${table}_no_delete was removed`])
  })

  it('are the only triggers: another one is reported', () => {
    attack((database) => database.exec('CREATE TRIGGER theirs AFTER INSERT ON audit_record BEGIN UPDATE case_file SET outcome = outcome; END'))
    expect(problems()).toEqual(['0: the trigger theirs on audit_record is not one of this program'])
  })
})

describe('what is no casebook', () => {
  it('is said to be none', () => {
    expect(() => verifyFile(join(book.folder, 'nothing.db'))).toThrow(expect.objectContaining({ code: 'not-found' }))
    writeFileSync(join(book.folder, 'text.db'), 'text that is long enough to be looked at as a database '.repeat(20))
    expect(() => verifyFile(join(book.folder, 'text.db'))).toThrow(expect.objectContaining({ code: 'bad-input' }))
    openReference(book.folder).close()
    expect(() => verifyFile(join(book.folder, 'reference.db'))).toThrow(
      expect.objectContaining({ code: 'bad-input', detail: expect.stringContaining('not a casebook') }),
    )
  })

  it('and a casebook of a newer program is left to that', () => {
    book.database.pragma('user_version = 9')
    expect(() => verifyFile(book.file, { newest: 8 })).toThrow(
      expect.objectContaining({ code: 'from-the-future', detail: expect.stringContaining('version 9') }),
    )
    expect(verifyFile(book.file, { newest: 9 }).ok).toBe(true)
  })

  it('a casebook without its chain is one that was attacked', () => {
    const database = new SQLite(book.file)
    database.exec('DROP TABLE audit_record')
    database.close()
    expect(verifyFile(book.file)).toMatchObject({ ok: false, problems: [{ seq: 0, what: 'the table audit_record is missing' }] })
  })
})
