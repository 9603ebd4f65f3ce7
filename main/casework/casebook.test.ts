import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import type { CaseParty } from '#shared/domain/case.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { csvCell } from '#shared/text/csv.ts'
import { InputError } from '#shared/text/errors.ts'
import type { CaseQuery } from './cases.ts'
import { exampleCase, exampleDetermination, type SmallCasebook, signed, smallCasebook } from './fixtures/small-casebook.ts'
import { fold } from './summary.ts'

let book: SmallCasebook
beforeEach(() => {
  book = smallCasebook()
})
afterEach(() => {
  book.database.close()
  rmSync(book.folder, { recursive: true, force: true })
})

const exampleParty = exampleCase('x').parties[0] as CaseParty

const refusal = (work: () => unknown): InputError => {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
const ALL: CaseQuery = { search: '', outcome: '', archived: false, sort: 'updated', limit: 100, offset: 0 }
const found = (query: Partial<CaseQuery>) => book.casework.cases.list({ ...ALL, ...query }).rows.map((row) => row.id)
const actions = (subject = '') =>
  (book.database.prepare("SELECT action FROM audit_record WHERE ? = '' OR subject = ? ORDER BY seq").pluck().all(subject, subject) as string[]).join(' ')

describe('saving a case', () => {
  it('keeps every revision as it was', () => {
    const { cases } = book.casework
    expect(cases.save(exampleCase('c', { title: 'First' }), 0, signed(1))).toEqual({ id: 'c', revision: 1 })
    expect(cases.save(exampleCase('c', { title: 'Second' }), 1, signed(2, 'B'))).toEqual({ id: 'c', revision: 2 })
    expect(cases.get('c')).toEqual({
      case: exampleCase('c', { title: 'Second' }),
      revision: 2,
      archived: false,
      createdAt: signed(1).at,
      updatedAt: signed(2).at,
      determination: null,
      changedSince: false,
    })
    expect(cases.revision('c', 1).title).toBe('First')
    expect(refusal(() => cases.revision('c', 3)).code).toBe('not-found')
    expect(actions()).toBe('case.created case.saved')
  })

  it('gives no new revision to an unchanged case', () => {
    const { cases } = book.casework
    cases.save(exampleCase('c'), 0, signed(1))
    expect(cases.save(exampleCase('c'), 1, signed(2))).toEqual({ id: 'c', revision: 1 })
    expect(cases.get('c').updatedAt).toBe(signed(1).at)
    expect(actions()).toBe('case.created')
  })

  it('refuses an outdated revision, an id that is taken and a case that is not there, and keeps what is stored', () => {
    const { cases } = book.casework
    cases.save(exampleCase('c', { title: 'Mine' }), 0, signed(1))
    cases.save(exampleCase('c', { title: 'Theirs' }), 1, signed(2))
    expect(refusal(() => cases.save(exampleCase('c', { title: 'Late' }), 1, signed(3)))).toMatchObject({
      code: 'stale',
      detail: expect.stringContaining('revision 1, now 2'),
    })
    expect(refusal(() => cases.save(exampleCase('c', { title: 'New' }), 0, signed(3)))).toMatchObject({
      code: 'stale',
      detail: expect.stringContaining('another id'),
    })
    expect(refusal(() => cases.save(exampleCase('other'), 4, signed(3))).code).toBe('not-found')
    expect(cases.get('c').case.title).toBe('Theirs')
    expect(cases.count()).toBe(1)
    expect(actions()).toBe('case.created case.saved')
  })

  it('loses nothing when the disk fills up in the middle of a save', () => {
    const { cases } = book.casework
    cases.save(exampleCase('c', { title: 'Kept' }), 0, signed(1))
    const pages = Number(book.database.pragma('page_count', { simple: true }))
    book.database.pragma(`max_page_count = ${pages}`)
    const large = exampleCase('c', {
      title: 'Large',
      items: Array.from({ length: 900 }, (_, n) => ({ id: String(n), description: `part ${n} ${'x'.repeat(500)}` })),
    })
    let caught: unknown
    try {
      cases.save(large, 1, signed(2))
    } catch (error) {
      caught = translateSqliteError(error, book.file)
    }
    expect(caught).toMatchObject({ code: 'disk-full' })
    expect(cases.get('c')).toMatchObject({ revision: 1, case: { title: 'Kept' } })
    expect(actions()).toBe('case.created')
    book.database.pragma(`max_page_count = ${pages + 1000}`)
    expect(cases.save(large, 1, signed(3))).toEqual({ id: 'c', revision: 2 })
  })

  it('is undone when its audit record cannot be written', () => {
    book.database.exec("CREATE TRIGGER full BEFORE INSERT ON audit_record BEGIN SELECT RAISE(ABORT, 'no more records'); END")
    expect(() => book.casework.cases.save(exampleCase('c'), 0, signed(1))).toThrow('no more records')
    expect(book.casework.cases.count()).toBe(0)
  })
})

describe('finding cases', () => {
  beforeEach(() => {
    const { cases } = book.casework
    cases.save(exampleCase('a', { title: 'Pumps for Café Zürich' }), 0, signed(1))
    cases.save(exampleCase('b', { title: 'alpha 100%_\\ special' }), 0, signed(2))
    cases.save(exampleCase('c', { transaction: { destination: 'DE' }, parties: [{ role: 'end-user', name: '华为技术有限公司' }] }), 0, signed(3))
    cases.save(exampleCase('a', { title: 'Pumps for Café Zürich again' }), 1, signed(4))
  })

  it.each([
    ['nothing', '', ['a', 'c', 'b']],
    ['a word whatever its case and accents', 'CAFE', ['a']],
    ['a word in full-width letters', 'ｐｕｍｐｓ', ['a']],
    ['all words, in any order', 'zürich pumps', ['a']],
    ['words that do not all occur', 'pumps alpha', []],
    ['Chinese characters', '华为', ['c']],
    ['a party', 'example works', ['a', 'b']],
    ['an entry', '3a001', ['a', 'c', 'b']],
    ['signs with a meaning in patterns, literally', '100%_\\', ['b']],
    ['a pattern that would match everything', '%', ['b']],
    ['a quotation mark', "'", []],
  ])('by %s', (_what, search, expected) => {
    expect(found({ search })).toEqual(expected)
  })

  it('sorts and pages, and counts them all', () => {
    expect(found({ sort: 'title' })).toEqual(['b', 'c', 'a'])
    expect(found({ sort: 'created' })).toEqual(['c', 'b', 'a'])
    expect(found({ limit: 2, offset: 1 })).toEqual(['c', 'b'])
    expect(book.casework.cases.list({ ...ALL, limit: 1 }).total).toBe(3)
    expect(book.casework.cases.ids()).toEqual(['a', 'b', 'c'])
  })

  it('filters by outcome', () => {
    book.casework.determinations.store(exampleDetermination('b', 1, 'prohibited'), signed(5))
    expect(found({ outcome: 'prohibited' })).toEqual(['b'])
    expect(found({ sort: 'outcome' })).toEqual(['a', 'c', 'b'])
  })

  it('puts cases away and brings them back, deleting nothing', () => {
    const { cases } = book.casework
    cases.archive('b', true, signed(5))
    cases.archive('b', true, signed(6))
    expect(found({})).toEqual(['a', 'c'])
    expect(found({ archived: true })).toEqual(['b'])
    expect(cases.get('b').archived).toBe(true)
    cases.archive('b', false, signed(7))
    expect(found({})).toEqual(['b', 'a', 'c'])
    expect(actions('b')).toBe('case.created case.archived case.restored')
    expect(refusal(() => cases.archive('nobody', true, signed(8))).code).toBe('not-found')
    expect(() => book.database.exec("DELETE FROM case_file WHERE id = 'b'")).toThrow('never deleted')
  })

  it('reads every order of the list from an index', () => {
    for (const order of ['updated_at DESC, id', 'created_at DESC, id', 'title_key, id']) {
      const plan = book.database.prepare(`EXPLAIN QUERY PLAN SELECT id FROM case_file WHERE archived = 0 ORDER BY ${order} LIMIT 100`).all() as {
        detail: string
      }[]
      expect(plan.map((step) => step.detail).join()).not.toContain('TEMP B-TREE')
    }
  })

  it('shows an untitled case by its first item', () => {
    const titles = Object.fromEntries(book.casework.cases.list(ALL).rows.map((row) => [row.id, row.title]))
    expect(titles.c).toBe('Data converter')
    expect(book.casework.cases.list({ ...ALL, search: '华为' }).rows[0]).toMatchObject({
      destination: 'DE',
      items: 1,
      parties: '华为技术有限公司',
      outcome: '',
    })
  })

  it('finds any text in itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(`x${text}y`).includes('x') && fold(fold(text)) === fold(text)))
  })
})

describe('determinations', () => {
  beforeEach(() => {
    book.casework.cases.save(exampleCase('c'), 0, signed(1))
  })

  it('come back whole, with the head of the audit chain of their moment', () => {
    const head = book.chain.head()
    const made = exampleDetermination('c', 1, 'licence-required', { case: exampleCase('c'), screening: [{ text: '名称' }], settings: { threshold: 0.8 } })
    const stored = book.casework.determinations.store(made, signed(2))
    expect(stored).toEqual({ id: 'id-1', case: 'c', ...signed(2), answer: made.answer })
    expect(book.casework.determinations.get('id-1')).toEqual({
      ...stored,
      revision: 1,
      facts: made.facts,
      proof: made.proof,
      packs: made.answer.packs,
      lists: made.answer.lists,
      engine: '1',
      factsHash: made.answer.factsHash,
      proofHash: made.answer.proofHash,
      auditHead: head,
    })
    expect(refusal(() => book.casework.determinations.get('nothing')).code).toBe('not-found')
  })

  it('keep the exact text of the facts, so that their hash can be computed with any tool', () => {
    const made = exampleDetermination('c', 1, 'prohibited', { z: 1, a: ['é', 0.1, '\u{1f600}'] })
    book.casework.determinations.store(made, signed(2))
    const text = book.database.prepare('SELECT facts FROM determination').pluck().get() as string
    expect(text).toBe(canonicalJson(made.facts))
    expect(createHash('sha256').update(text).digest('hex')).toBe(made.answer.factsHash)
  })

  it('are refused when the facts are not those of the answer', () => {
    const made = exampleDetermination('c', 1)
    expect(() => book.casework.determinations.store({ ...made, facts: { other: true } }, signed(2))).toThrow('the facts of the determination')
    expect(refusal(() => book.casework.determinations.store(exampleDetermination('c', 2), signed(2))).code).toBe('not-found')
    expect(refusal(() => book.casework.determinations.store(exampleDetermination('other', 1), signed(2))).code).toBe('not-found')
    expect(actions()).toBe('case.created')
  })

  it('give the case its outcome until the case is changed or a hit is decided', () => {
    const { cases, determinations, dispositions } = book.casework
    const outcome = () => [book.casework.cases.list(ALL).rows[0]?.outcome, cases.get('c').changedSince, cases.get('c').determination?.answer.outcome]
    expect(outcome()).toEqual(['', false, undefined])
    determinations.store(exampleDetermination('c', 1, 'no-licence-required'), signed(2))
    expect(outcome()).toEqual(['no-licence-required', false, 'no-licence-required'])
    cases.save(exampleCase('c', { title: 'Changed' }), 1, signed(3))
    expect(outcome()).toEqual(['', true, 'no-licence-required'])
    determinations.store(exampleDetermination('c', 2, 'prohibited'), signed(4))
    expect(outcome()).toEqual(['prohibited', false, 'prohibited'])
    dispositions.record(
      { case: 'c', party: 'Example Works Ltd', disposition: { list: 'EL', entry: '1', entryHash: 'h', decision: 'same-party', reason: 'same street', by: '' } },
      signed(5),
    )
    expect(outcome()).toEqual(['', true, 'prohibited'])
    determinations.store(exampleDetermination('c', 1, 'licence-required'), signed(6))
    expect(outcome()).toEqual(['', true, 'licence-required'])
  })

  it('have a history, newest first', () => {
    const { determinations, cases } = book.casework
    cases.save(exampleCase('other'), 0, signed(2))
    determinations.store(exampleDetermination('c', 1, 'needs-information'), signed(3))
    determinations.store(exampleDetermination('other', 1, 'prohibited'), signed(4))
    determinations.store(exampleDetermination('c', 1, 'licence-required'), signed(5, 'B'))
    const proofHash = exampleDetermination('c', 1).answer.proofHash
    expect(determinations.history('c')).toEqual([
      { id: 'id-3', ...signed(5, 'B'), outcome: 'licence-required', lawAsOf: '2026-09-01', proofHash },
      { id: 'id-1', ...signed(3), outcome: 'needs-information', lawAsOf: '2026-09-01', proofHash },
    ])
    expect(determinations.newest('c')?.id).toBe('id-3')
    expect(determinations.newest('nobody')).toBeNull()
    expect(determinations.newestSequence()).toEqual([2, 3])
  })
})

describe('decisions on hits', () => {
  const decision = (more: object = {}) => ({
    case: 'c',
    party: 'Example Works Ltd',
    disposition: { list: 'EL', entry: '17', entryHash: 'hash-1', decision: 'not-the-same' as const, reason: 'another town', by: '', ...more },
  })
  const hit = { list: 'EL', entry: '17', entryHash: 'hash-1' }
  beforeEach(() => {
    book.casework.cases.save(exampleCase('c'), 0, signed(1))
  })

  it('speak for the party and the listing that was decided on, and for nothing else', () => {
    const { dispositions, cases } = book.casework
    expect(dispositions.record(decision(), signed(2))).toEqual({ id: 'id-1', awaiting: false })
    cases.save(exampleCase('d'), 0, signed(3))
    const speaks = (caseId: string, name: string, of: typeof hit, more = {}) =>
      dispositions.decisionsFor(caseId, { ...exampleParty, name, ...more }, [of]).map((made) => made.decision)
    expect(speaks('c', 'Example Works Ltd', hit)).toEqual(['not-the-same'])
    expect(speaks('c', ' Example  Works Ltd ', hit)).toEqual(['not-the-same'])
    expect(speaks('c', 'Example Works Limited', hit)).toEqual([])
    expect(speaks('d', 'Example Works Ltd', hit)).toEqual(['not-the-same'])
    expect(speaks('d', 'Example Works Ltd', hit, { country: 'HK' })).toEqual([])
    expect(speaks('d', 'Example Works Ltd', hit, { address: '1 Example Road' })).toEqual([])
    expect(speaks('d', 'Example Works Ltd', hit, { ids: ['12345678'] })).toEqual([])
    expect(speaks('c', 'Example Works Ltd', hit, { address: '1 Example Road' })).toEqual(['not-the-same'])
    expect(speaks('c', 'Example Works Ltd', { ...hit, entryHash: 'hash-2' })).toEqual([])
    expect(speaks('c', 'Example Works Ltd', { ...hit, entry: '18' })).toEqual([])
    expect(speaks('c', 'Example Works Ltd', { ...hit, list: 'UVL' })).toEqual([])
  })

  it('give way to a later one on the same listing, also on an earlier reading of it', () => {
    const { dispositions } = book.casework
    dispositions.record(decision(), signed(2))
    dispositions.record(decision({ decision: 'same-party', reason: 'now certain', entryHash: 'hash-2' }), signed(3, 'B'))
    expect(dispositions.decisionsFor('c', exampleParty, [{ ...hit, entryHash: 'hash-2' }])).toEqual([
      {
        id: 'id-2',
        case: 'c',
        party: 'Example Works Ltd',
        list: 'EL',
        entry: '17',
        entryHash: 'hash-2',
        decision: 'same-party',
        reason: 'now certain',
        ...signed(3, 'B'),
      },
    ])
    expect(dispositions.decisionsFor('c', exampleParty, [hit])).toEqual([])
    expect(dispositions.ofCase('c').map((made) => made.id)).toEqual(['id-1', 'id-2'])
    expect(actions('c')).toBe('case.created disposition.recorded disposition.recorded')
  })

  it('need a case, a party of it, an officer, a reason and a listing', () => {
    const { dispositions } = book.casework
    expect(refusal(() => dispositions.record({ ...decision(), case: 'x' }, signed(2))).code).toBe('not-found')
    expect(refusal(() => dispositions.record({ ...decision(), party: 'Nobody' }, signed(2))).detail).toContain('no party or owner called "Nobody"')
    expect(refusal(() => dispositions.record(decision(), signed(2, ' '))).detail).toContain('name of the officer')
    expect(refusal(() => dispositions.record(decision({ reason: ' ' }), signed(2))).detail).toContain('reason')
    expect(refusal(() => dispositions.record(decision({ entryHash: '' }), signed(2))).detail).toContain('hash of the listing')
    expect(dispositions.ofCase('c')).toEqual([])
  })
})

describe('exports', () => {
  const table = (content: string) => parse(content, { bom: true, columns: true }) as Record<string, string>[]
  beforeEach(() => {
    const { cases, determinations } = book.casework
    cases.save(exampleCase('=cmd', { title: '=1+1', parties: [{ role: 'end-user', name: '+49 "Quoted", Ltd' }] }), 0, signed(1))
    cases.save(exampleCase('c', { title: '@home\nsecond line 中文' }), 0, signed(2))
    determinations.store(exampleDetermination('c', 1, 'licence-required'), signed(3))
  })

  it('as CSV, with no cell that a spreadsheet would compute', () => {
    const { name, content } = book.casework.cases.export(['c', '=cmd'], 'csv')
    expect(name).toBe('licet-cases.csv')
    const [first, second] = table(content)
    expect(first).toMatchObject({
      case: 'c',
      title: "'@home\nsecond line 中文",
      eccns: '3A001.a.5',
      outcome: 'licence-required',
      lawAsOf: 'us-ear 2026-09-01',
      determinedBy: 'A. Officer',
    })
    expect(second).toMatchObject({ case: "'=cmd", title: "'=1+1", parties: `'+49 "Quoted", Ltd (end-user)`, outcome: '', archived: 'false' })
    expect(content.startsWith('\ufeffcase,')).toBe(true)
  })

  it('as JSON, from which each case can be read again', () => {
    const { content } = book.casework.cases.export(['=cmd', 'c'], 'json')
    const { schema, cases } = JSON.parse(content) as { schema: string; cases: { case: unknown }[] }
    expect(schema).toBe('licet.cases/1')
    expect(cases[0]?.case).toEqual(book.casework.cases.get('=cmd').case)
  })

  it('not at all when one case is not there', () => {
    expect(refusal(() => book.casework.cases.export(['c', 'x'], 'csv')).code).toBe('not-found')
  })

  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['=A1', '"\'=A1"'],
    ['-5', '"\'-5"'],
    [' =A1', '"\' =A1"'],
    ['＝A1', '"\'＝A1"'],
    ['\tx', '"\'\tx"'],
    ['\r=x', '"\'\r=x"'],
    ['a=b', 'a=b'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
  ])('write the cell %j as %j', (text, expected) => {
    expect(csvCell(text)).toBe(expected)
  })
})
