import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, type SmallCasebook, smallCasebook } from '#main/casework/fixtures/small-casebook.ts'
import { append, GENESIS, hashOfRecord, headFileOf, listRecords, openChain, readHead, readHeadFile } from './chain.ts'
import { sha256 } from './guarded.ts'
import { verify } from './verify.ts'

let book: SmallCasebook
beforeEach(() => {
  book = smallCasebook()
})
afterEach(() => {
  book.database.close()
  rmSync(book.folder, { recursive: true, force: true })
})

const entry = (n: number, more: object = {}) => ({
  at: '2026-11-21T14:00:00.000Z',
  by: 'A. Officer',
  action: 'test.done',
  subject: `s-${n % 2}`,
  detail: { n },
  ...more,
})
const add = (n: number, target = book) => {
  target.database.transaction(() => target.chain.record(entry(n))).immediate()
  target.chain.committed()
}

describe('the chain', () => {
  it('begins empty, and each record names the one before', () => {
    expect(book.chain.head()).toEqual({ seq: 0, hash: GENESIS })
    add(1)
    add(2)
    const rows = book.database.prepare('SELECT * FROM audit_record ORDER BY seq').all() as { seq: number; prev: string; hash: string }[]
    expect(rows.map((row) => row.seq)).toEqual([1, 2])
    expect(rows.map((row) => row.prev)).toEqual([GENESIS, rows[0]?.hash])
    expect(book.chain.head()).toEqual({ seq: 2, hash: rows[1]?.hash })
  })

  it('hashes a record in a way that any tool can repeat', () => {
    const record = { seq: 1, at: 'T', by: 'B', action: 'a', subject: 's', detail: '{}', prev: GENESIS }
    expect(hashOfRecord(record)).toBe(sha256(`{"action":"a","at":"T","by":"B","detail":"{}","prev":"${GENESIS}","seq":1,"subject":"s"}`))
  })

  it('is written only inside the transaction of the change, and undone with it', () => {
    expect(() => append(book.database, entry(1))).toThrow('only inside the transaction')
    add(1)
    const failing = book.database.transaction(() => {
      book.chain.record(entry(2))
      throw new Error('the change failed')
    })
    expect(() => failing.immediate()).toThrow('the change failed')
    add(3)
    expect(listRecords(book.database, { limit: 10, before: 0, subject: '' }).map((row) => [row.seq, row.detail])).toEqual([
      [2, '{"n":3}'],
      [1, '{"n":1}'],
    ])
    expect(verify(book.database).problems).toEqual([])
  })

  it('vouches only for a row that is stored', () => {
    const attempt = book.database.transaction(() => book.chain.record({ ...entry(1), row: { table: 'determination', key: ['nothing'] } }))
    expect(() => attempt.immediate()).toThrow('not stored')
  })

  it('takes turns when two programs write', () => {
    const other = smallCasebook(book.folder)
    add(1)
    add(2, other)
    add(3)
    expect(readHead(other.database).seq).toBe(3)
    expect(verify(other.database, { headFile: book.headFile, headFileRequired: true })).toMatchObject({ ok: true, records: 3 })
    other.database.close()
  })

  it('keeps any text as it is, however long, and stays verifiable', () => {
    const texts = ['x'.repeat(100_000), 'half \ud800 a character', 'with \u0000 inside', '中文 \u{1f600}', '"quoted" \\ \n']
    const record = book.database.transaction((text: string) => book.chain.record(entry(0, { by: text, subject: text, detail: { text } })))
    for (const text of texts) record.immediate(text)
    expect(listRecords(book.database, { limit: 10, before: 0, subject: '' }).map((row) => (JSON.parse(row.detail) as { text: string }).text)).toEqual(
      texts.toReversed(),
    )
    expect(verify(book.database)).toMatchObject({ ok: true, records: texts.length })
  })

  it('is listed newest first, page by page, for one subject or all', () => {
    for (let n = 1; n <= 5; n += 1) add(n)
    const seqs = (limit: number, before: number, subject: string) => listRecords(book.database, { limit, before, subject }).map((row) => row.seq)
    expect(seqs(2, 0, '')).toEqual([5, 4])
    expect(seqs(2, 4, '')).toEqual([3, 2])
    expect(seqs(10, 0, 's-1')).toEqual([5, 3, 1])
    expect(seqs(10, 5, 's-1')).toEqual([3, 1])
    expect(seqs(10, 0, 'nobody')).toEqual([])
  })
})

describe('the head file', () => {
  it('follows the chain', () => {
    expect(existsSync(book.headFile)).toBe(false)
    add(1)
    expect(readHeadFile(book.headFile)).toEqual(book.chain.head())
    add(2)
    expect(readHeadFile(book.headFile)).toEqual(book.chain.head())
    expect(headFileOf(book.file)).toBe(book.headFile)
  })

  it('keeps a head that the chain does not contain: it is evidence', () => {
    add(1)
    const evidence = `${JSON.stringify({ schema: 'licet.audit-head/1', seq: 1, hash: 'f'.repeat(64) })}\n`
    writeFileSync(book.headFile, evidence)
    add(2)
    expect(readFileSync(book.headFile, 'utf8')).toBe(evidence)
    const ahead = `${JSON.stringify({ schema: 'licet.audit-head/1', seq: 9, hash: 'f'.repeat(64) })}\n`
    writeFileSync(book.headFile, ahead)
    add(3)
    expect(readFileSync(book.headFile, 'utf8')).toBe(ahead)
  })

  it.each(['', 'text', '{}', '{"schema":"licet.audit-head/1","seq":"1","hash":1}', 'null'])('that reads %j is left alone and reported', (content) => {
    add(1)
    writeFileSync(book.headFile, content)
    add(2)
    expect(readFileSync(book.headFile, 'utf8')).toBe(content)
    expect(verify(book.database, { headFile: book.headFile }).problems).toEqual([{ seq: 2, what: 'the head file audit-head.json cannot be read' }])
  })

  it('that cannot be written does not undo the change, and is written at the next one', () => {
    const errors: unknown[] = []
    const folder = join(newFolder(), 'later')
    const headFile = join(folder, 'audit-head.json')
    const chain = openChain(book.database, { headFile, onHeadFileError: (error) => errors.push(error) })
    const record = book.database.transaction(() => chain.record(entry(1)))
    record.immediate()
    chain.committed()
    expect(errors).toHaveLength(1)
    expect(chain.head().seq).toBe(1)
    mkdirSync(folder)
    record.immediate()
    chain.committed()
    expect(readHeadFile(headFile)).toEqual(chain.head())
    rmSync(join(folder, '..'), { recursive: true })
  })
})
