import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Hit } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { exampleCase, type SmallCasebook, signed, smallCasebook } from './fixtures/small-casebook.ts'

let book: SmallCasebook
beforeEach(() => {
  book = smallCasebook()
})
afterEach(() => {
  book.database.close()
  rmSync(book.folder, { recursive: true, force: true })
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
const hit = (entry: string, more: Partial<Hit> = {}): Hit => ({
  list: 'EL',
  entry,
  entryHash: `hash of ${entry}`,
  name: `Listed ${entry}`,
  matched: `Listed ${entry}`,
  kind: 'entity',
  score: 0.9,
  why: [],
  source: { snapshot: '', contentDate: '' },
  listing: {} as Hit['listing'],
  ...more,
})
const LISTS = [{ id: 'EL', contentDate: '2026-09-01', sha256: 'a'.repeat(64), complete: true }]
/** Screens all parties, each with these hits. */
const run = (hits: Hit[], minute: number) =>
  book.casework.alerts.store(
    book.casework.alerts.parties().map((known) => ({ ...known, hits })),
    LISTS,
    signed(minute),
  )
const decide = (caseId: string, entry: string, minute: number, by = 'A. Officer', decision: 'not-the-same' | 'same-party' = 'not-the-same') =>
  book.casework.dispositions.record(
    { case: caseId, party: 'Example Works Ltd', disposition: { list: 'EL', entry, entryHash: `hash of ${entry}`, decision, reason: 'another town', by: '' } },
    signed(minute, by),
  )
const now = () => book.casework.alerts.now().map(({ entry, news, decision, proposal }) => [entry, news, decision?.decision ?? (proposal ? 'proposed' : 'open')])

describe('the owners that cases name', () => {
  const owned = {
    parties: [{ role: 'end-user' as const, name: 'Example Works Ltd', owners: [{ name: 'Middle Holding', share: 50 }] }],
    holders: [{ name: 'Middle Holding', country: 'DE', owners: [{ name: 'Top Works' }, { name: 'Example Works Ltd' }] }],
  }

  it('are known like parties, at every level, each once, with what the case says of them', () => {
    book.casework.cases.save(exampleCase('a', owned), 0, signed(1))
    expect(book.casework.alerts.parties().map(({ party }) => [party.name, party.country])).toEqual([
      ['Example Works Ltd', undefined],
      ['Middle Holding', 'DE'],
      ['Top Works', undefined],
    ])
  })

  it('are decided on, and the decision is remembered for the same owner in another case', () => {
    const { cases, alerts, dispositions } = book.casework
    cases.save(exampleCase('a', owned), 0, signed(1))
    cases.save(exampleCase('b', owned), 0, signed(2))
    const made = { list: 'EL', entry: '1', entryHash: 'hash of 1', decision: 'not-the-same' as const, reason: 'another register', by: '' }
    dispositions.record({ case: 'a', party: 'Top Works', disposition: made }, signed(3))
    const top = alerts.parties().find(({ party }) => party.name === 'Top Works')?.party
    if (top === undefined) throw new Error('the owner is not known')
    expect(dispositions.decisionsFor('b', top, [hit('1')]).map(({ decision }) => decision)).toEqual(['not-the-same'])
    expect(refusal(() => dispositions.record({ case: 'a', party: 'Nobody', disposition: made }, signed(4))).detail).toContain('no party or owner called')
  })
})

describe('the parties of the casebook', () => {
  it('are each there once, with the cases they stand in, without those put away', () => {
    const { cases, alerts } = book.casework
    cases.save(exampleCase('a'), 0, signed(1))
    cases.save(exampleCase('b'), 0, signed(2))
    cases.save(exampleCase('c', { parties: [{ role: 'end-user', name: 'Example Works Ltd', country: 'HK' }] }), 0, signed(3))
    cases.save(exampleCase('d', { parties: [{ role: 'end-user', name: 'Gone Ltd' }] }), 0, signed(4))
    cases.archive('d', true, signed(5))
    expect(alerts.parties().map(({ party, cases: of }) => [party.name, party.country, of])).toEqual([
      ['Example Works Ltd', 'HK', ['c']],
      ['Example Works Ltd', 'CN', ['b', 'a']],
    ])
  })
})

describe('alerts', () => {
  beforeEach(() => {
    book.casework.cases.save(exampleCase('a'), 0, signed(1))
  })

  it('are none before the first screening of all', () => {
    expect(book.casework.alerts.run()).toBeUndefined()
    expect(book.casework.alerts.now()).toEqual([])
  })

  it('are news once, gone when nothing finds them, and news again when they come back', () => {
    expect(run([hit('1')], 2)).toMatchObject({ parties: 1, alerts: 1, news: 1, lists: LISTS })
    expect(run([hit('1'), hit('2')], 3)).toMatchObject({ alerts: 2, news: 1 })
    expect(now()).toEqual([
      ['1', false, 'open'],
      ['2', true, 'open'],
    ])
    run([hit('2')], 4)
    expect(now()).toEqual([['2', false, 'open']])
    run([hit('1'), hit('2')], 5)
    expect(now()).toEqual([
      ['1', true, 'open'],
      ['2', false, 'open'],
    ])
    expect(book.casework.alerts.run()).toMatchObject({ id: 4, at: signed(5).at, alerts: 2, news: 1 })
  })

  it('show what was decided, in this case or on the same party in another, until the listing changes', () => {
    book.casework.cases.save(exampleCase('b'), 0, signed(2))
    decide('a', '1', 3)
    run([hit('1')], 4)
    expect(now()).toEqual([['1', true, 'not-the-same']])
    run([hit('1', { entryHash: 'another' })], 5)
    expect(now()).toEqual([['1', true, 'open']])
  })

  it('are on record: the chain says when all were screened, against what, and what came of it', () => {
    run([hit('1')], 2)
    const detail = book.database.prepare("SELECT detail FROM audit_record WHERE action = 'screening.all'").pluck().get() as string
    expect(JSON.parse(detail)).toMatchObject({ run: 1, parties: 1, alerts: 1, news: 1, lists: LISTS })
  })
})

describe('the second officer', () => {
  const record = () => decide('a', '1', 3)
  beforeEach(() => {
    book.casework.cases.save(exampleCase('a'), 0, signed(1))
    book.casework.dispositions.setSecondOfficer(true, signed(2))
    run([hit('1')], 2)
  })
  const review = (id: string, agrees: boolean, by = 'B. Officer', reason = 'the register agrees') =>
    book.casework.dispositions.review({ id, agrees, reason }, signed(4, by))

  it('is asked before a hit is cleared; agreed to, the decision counts in the names of both', () => {
    const { id, awaiting } = record()
    expect(awaiting).toBe(true)
    expect(now()).toEqual([['1', true, 'proposed']])
    expect(book.casework.dispositions.ofCase('a')).toEqual([])
    review(id, true)
    expect(book.casework.dispositions.ofCase('a')).toMatchObject([{ by: 'A. Officer; B. Officer', reason: 'another town', at: signed(4).at }])
    expect(now()).toEqual([['1', true, 'not-the-same']])
  })

  it('leaves the hit open by refusing, and another decision may be proposed', () => {
    review(record().id, false)
    expect(now()).toEqual([['1', true, 'open']])
    expect(record().awaiting).toBe(true)
  })

  it('is not asked about a match: that counts at once', () => {
    expect(decide('a', '1', 3, 'A. Officer', 'same-party').awaiting).toBe(false)
    expect(now()).toEqual([['1', true, 'same-party']])
  })

  it('is another officer than the first, names a reason, and reviews once', () => {
    const { id } = record()
    expect(refusal(() => review(id, true, ' a.  officer ')).detail).toContain('another officer')
    expect(refusal(() => review(id, true, '')).detail).toContain('name of the officer')
    expect(refusal(() => review(id, true, 'B. Officer', ' ')).detail).toContain('reason')
    expect(refusal(record).detail).toContain('waits for a second officer already')
    review(id, true)
    expect(refusal(() => review(id, true)).code).toBe('not-found')
  })

  it('is asked only while the house rule stands', () => {
    book.casework.dispositions.setSecondOfficer(false, signed(3))
    expect(record().awaiting).toBe(false)
    expect(refusal(() => book.casework.dispositions.setSecondOfficer(true, signed(4, ''))).detail).toContain('name of the officer')
  })
})
