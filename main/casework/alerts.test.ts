import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Hit } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import type { AlertFilter } from './alert-queue.ts'
import { stateReader } from './alert-states.ts'
import type { RunOrder } from './alerts.ts'
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
const breathe = () => Promise.resolve()
const parties = () => book.casework.alerts.parties(breathe)
/** Screens all parties, each with these hits. */
const run = async (hits: Hit[], minute: number, more: Partial<RunOrder> = {}) => {
  const known = await parties()
  const screened = (async function* () {
    for (const one of known) yield [{ ...one, hits }]
  })()
  return book.casework.alerts.store({ screened, lists: LISTS, signature: () => signed(minute), giveWay: breathe, ...more })
}
const decide = (caseId: string, entry: string, minute: number, by = 'A. Officer', decision: 'not-the-same' | 'same-party' = 'not-the-same') =>
  book.casework.dispositions.record(
    { case: caseId, party: 'Example Works Ltd', disposition: { list: 'EL', entry, entryHash: `hash of ${entry}`, decision, reason: 'another town', by: '' } },
    signed(minute, by),
  )
const ALL = { state: 'all', onlyNews: false, search: '', order: 'triage' } as const
const page = (more: Partial<AlertFilter> = {}, limit = 100, offset = 0) => book.casework.alerts.page({ ...ALL, ...more }, { limit, offset })
const now = () => page().rows.map(({ entry, news, decision, proposal }) => [entry, news, decision?.decision ?? (proposal ? 'proposed' : 'open')])

describe('the owners that cases name', () => {
  const owned = {
    parties: [{ role: 'end-user' as const, name: 'Example Works Ltd', owners: [{ name: 'Middle Holding', share: 50 }] }],
    holders: [{ name: 'Middle Holding', country: 'DE', owners: [{ name: 'Top Works' }, { name: 'Example Works Ltd' }] }],
  }

  it('are known like parties, at every level, each once, with what the case says of them', async () => {
    book.casework.cases.save(exampleCase('a', owned), 0, signed(1))
    expect((await parties()).map(({ party }) => [party.name, party.country])).toEqual([
      ['Example Works Ltd', undefined],
      ['Middle Holding', 'DE'],
      ['Top Works', undefined],
    ])
  })

  it('are decided on, and the decision is remembered for the same owner in another case', async () => {
    const { cases, dispositions } = book.casework
    cases.save(exampleCase('a', owned), 0, signed(1))
    cases.save(exampleCase('b', owned), 0, signed(2))
    const made = { list: 'EL', entry: '1', entryHash: 'hash of 1', decision: 'not-the-same' as const, reason: 'another register', by: '' }
    dispositions.record({ case: 'a', party: 'Top Works', disposition: made }, signed(3))
    const top = (await parties()).find(({ party }) => party.name === 'Top Works')?.party
    if (top === undefined) throw new Error('the owner is not known')
    expect(dispositions.decisionsFor('b', top, [hit('1')]).map(({ decision }) => decision)).toEqual(['not-the-same'])
    expect(refusal(() => dispositions.record({ case: 'a', party: 'Nobody', disposition: made }, signed(4))).detail).toContain('no party or owner called')
  })
})

describe('the parties of the casebook', () => {
  it('are each there once, with the cases they stand in, without those put away', async () => {
    const { cases } = book.casework
    cases.save(exampleCase('a'), 0, signed(1))
    cases.save(exampleCase('b'), 0, signed(2))
    cases.save(exampleCase('c', { parties: [{ role: 'end-user', name: 'Example Works Ltd', country: 'HK' }] }), 0, signed(3))
    cases.save(exampleCase('d', { parties: [{ role: 'end-user', name: 'Gone Ltd' }] }), 0, signed(4))
    cases.archive('d', true, signed(5))
    expect((await parties()).map(({ party, cases: of }) => [party.name, party.country, of])).toEqual([
      ['Example Works Ltd', 'HK', ['c']],
      ['Example Works Ltd', 'CN', ['b', 'a']],
    ])
  })
})

describe('alerts', () => {
  beforeEach(() => {
    book.casework.cases.save(exampleCase('a'), 0, signed(1))
  })

  it('are none before the first screening of all', async () => {
    expect(book.casework.alerts.run()).toBeUndefined()
    expect(page()).toEqual({ rows: [], total: 0 })
    expect(book.casework.alerts.counts()).toEqual({ open: 0, awaiting: 0, decided: 0, news: 0 })
  })

  it('are news once, gone when nothing finds them, and news again when they come back', async () => {
    expect(await run([hit('1')], 2)).toMatchObject({ parties: 1, alerts: 1, news: 1, lists: LISTS })
    expect(await run([hit('1'), hit('2')], 3)).toMatchObject({ alerts: 2, news: 1 })
    expect(now()).toEqual([
      ['1', false, 'open'],
      ['2', true, 'open'],
    ])
    await run([hit('2')], 4)
    expect(now()).toEqual([['2', false, 'open']])
    await run([hit('1'), hit('2')], 5)
    expect(now()).toEqual([
      ['1', true, 'open'],
      ['2', false, 'open'],
    ])
    expect(book.casework.alerts.run()).toMatchObject({ id: 4, at: signed(5).at, alerts: 2, news: 1 })
  })

  it('show what was decided, in this case or on the same party in another, until the listing changes', async () => {
    book.casework.cases.save(exampleCase('b'), 0, signed(2))
    decide('a', '1', 3)
    await run([hit('1')], 4)
    expect(now()).toEqual([['1', true, 'not-the-same']])
    await run([hit('1', { entryHash: 'another' })], 5)
    expect(now()).toEqual([['1', true, 'open']])
  })

  it('are on record: the chain says when all were screened, against what, and what came of it', async () => {
    await run([hit('1')], 2)
    const detail = book.database.prepare("SELECT detail FROM audit_record WHERE action = 'screening.all'").pluck().get() as string
    expect(JSON.parse(detail)).toMatchObject({ run: 1, parties: 1, alerts: 1, news: 1, lists: LISTS })
  })
})

describe('the second officer', () => {
  const record = () => decide('a', '1', 3)
  beforeEach(async () => {
    book.casework.cases.save(exampleCase('a'), 0, signed(1))
    book.casework.dispositions.setSecondOfficer(true, signed(2))
    await run([hit('1')], 2)
  })
  const review = (id: string, agrees: boolean, by = 'B. Officer', reason = 'the register agrees') =>
    book.casework.dispositions.review({ id, agrees, reason }, signed(4, by))

  it('is asked before a hit is cleared; agreed to, the decision counts in the names of both', async () => {
    const { id, awaiting } = record()
    expect(awaiting).toBe(true)
    expect(now()).toEqual([['1', true, 'proposed']])
    expect(book.casework.dispositions.ofCase('a')).toEqual([])
    review(id, true)
    expect(book.casework.dispositions.ofCase('a')).toMatchObject([{ by: 'A. Officer; B. Officer', reason: 'another town', at: signed(4).at }])
    expect(now()).toEqual([['1', true, 'not-the-same']])
  })

  it('leaves the hit open by refusing, and another decision may be proposed', async () => {
    review(record().id, false)
    expect(now()).toEqual([['1', true, 'open']])
    expect(record().awaiting).toBe(true)
  })

  it('is not asked about a match: that counts at once', async () => {
    expect(decide('a', '1', 3, 'A. Officer', 'same-party').awaiting).toBe(false)
    expect(now()).toEqual([['1', true, 'same-party']])
  })

  it('is another officer than the first, names a reason, and reviews once', async () => {
    const { id } = record()
    expect(refusal(() => review(id, true, ' a.  officer ')).detail).toContain('another officer')
    expect(refusal(() => review(id, true, '')).detail).toContain('name of the officer')
    expect(refusal(() => review(id, true, 'B. Officer', ' ')).detail).toContain('reason')
    expect(refusal(record).detail).toContain('waits for a second officer already')
    review(id, true)
    expect(refusal(() => review(id, true)).code).toBe('not-found')
  })

  it('is asked only while the house rule stands', async () => {
    book.casework.dispositions.setSecondOfficer(false, signed(3))
    expect(record().awaiting).toBe(false)
    expect(refusal(() => book.casework.dispositions.setSecondOfficer(true, signed(4, ''))).detail).toContain('name of the officer')
  })
})

describe('the queue', () => {
  const hits = [
    hit('1', { list: 'SDN', score: 0.99, kind: 'person' }),
    hit('2', { list: 'EL', score: 0.83 }),
    hit('3', { list: 'EL', score: 0.91, name: 'Café Société' }),
    hit('4', { list: 'EL', score: 0.95, kind: 'person' }),
    hit('5', { list: 'OWN', score: 1 }),
  ]
  const lists = [...LISTS, { id: 'SDN', contentDate: '2026-09-01', sha256: 'b'.repeat(64), complete: true }]
  const entries = (more: Partial<AlertFilter> = {}, limit = 100, offset = 0) => page(more, limit, offset).rows.map(({ entry }) => entry)
  beforeEach(async () => {
    const parties = [{ role: 'end-user' as const, name: 'Example Works Ltd', kind: 'entity' as const }]
    for (let i = 1; i <= 25; i++) book.casework.cases.save(exampleCase(`case-${i}`, { parties }), 0, signed(i))
    await run(hits, 30, { lists })
  })

  it('is read by list, then right type, then score; a list that is not known comes last; or by score alone', () => {
    expect(entries()).toEqual(['3', '2', '4', '1', '5'])
    expect(entries({ order: 'score' })).toEqual(['5', '1', '4', '3', '2'])
    expect(entries({ order: 'party' })).toEqual(['5', '1', '4', '3', '2'])
  })

  it('has hits by a shared address alone behind those by name, also by a name of the wrong type', async () => {
    await run([hit('6', { score: 0.97, by: 'address' }), ...hits], 32, { lists })
    expect(entries()).toEqual(['3', '2', '4', '6', '1', '5'])
  })

  it('comes in pages that join without a gap, and says how many there are in all', () => {
    expect([...entries({}, 2), ...entries({}, 2, 2), ...entries({}, 2, 4)]).toEqual(entries())
    expect(page({}, 2, 4)).toMatchObject({ total: 5 })
    expect(page({}, 0)).toEqual({ rows: [], total: 5 })
  })

  it('is filtered by state, news and words of party, listing and cases, whatever their accents', async () => {
    decide('case-25', '2', 31)
    expect(entries({ state: 'decided' })).toEqual(['2'])
    expect(entries({ state: 'open' })).toEqual(['3', '4', '1', '5'])
    expect(book.casework.alerts.counts()).toEqual({ open: 4, awaiting: 0, decided: 1, news: 4 })
    expect(entries({ search: 'cafe EXAMPLE' })).toEqual(['3'])
    expect(page({ search: 'case-1 sdn' })).toMatchObject({ total: 1, rows: [{ entry: '1' }] })
    expect(entries({ search: 'nobody' })).toEqual([])
    await run([...hits, hit('6')], 32, { lists })
    expect(entries({ onlyNews: true })).toEqual(['6'])
    expect(book.casework.alerts.counts()).toEqual({ open: 5, awaiting: 0, decided: 1, news: 1 })
  })

  it('names the newest cases of a party and how many there are', () => {
    const [row] = page({}, 1).rows
    expect(row?.cases).toEqual(Array.from({ length: 20 }, (_, i) => `case-${25 - i}`))
    expect(row?.caseCount).toBe(25)
  })

  it('shows the run before until the new one is whole, with the decisions made meanwhile', async () => {
    const failing = (async function* () {
      for (const one of await parties()) yield [{ ...one, hits: [hit('9')] }]
      decide('case-25', '3', 33)
      throw new InputError('cancelled', 'cancelled')
    })()
    await expect(run([], 34, { screened: failing, lists })).rejects.toThrow('cancelled')
    expect(entries({ state: 'all' })).toEqual(['3', '2', '4', '1', '5'])
    expect(entries({ state: 'decided' })).toEqual(['3'])
    expect(book.casework.alerts.run()).toMatchObject({ id: 1, alerts: 5 })
    const during = (async function* () {
      for (const one of await parties()) yield [{ ...one, hits }]
      decide('case-25', '4', 35)
    })()
    await run([], 36, { screened: during, lists })
    expect(entries({ state: 'decided' })).toEqual(['3', '4'])
    expect(book.casework.alerts.run()).toMatchObject({ id: 2, alerts: 5, news: 0 })
    await run([], 37)
    expect(book.database.prepare('SELECT count(*) FROM screening_alert WHERE run < 2').pluck().get()).toBe(0)
  })
})

describe('the states that the queue keeps', () => {
  it('are read at the opening where an earlier program left alerts without', async () => {
    book.casework.cases.save(exampleCase('a'), 0, signed(1))
    decide('a', '1', 2)
    await run([hit('1'), hit('2')], 3)
    const kept = now()
    book.database.exec("UPDATE screening_alert SET state = '', decision = ''")
    expect(page().total).toBe(0)
    book.database.close()
    book = smallCasebook(book.folder, 'again')
    expect(now()).toEqual(kept)
    expect(kept.map(([, , state]) => state)).toEqual(['not-the-same', 'open'])
  })

  it('are those that the decisions on record give, after any row of saves, decisions, reviews and screenings', async () => {
    const { cases, dispositions } = book.casework
    const at = (step: number, by = 'A') => ({ by, at: `2026-11-21T14:00:00.${String(step).padStart(3, '0')}Z` })
    let seed = 7
    const pick = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    const party = () => ({
      role: 'end-user' as const,
      name: ['Example Works Ltd', 'Example  Works Ltd', 'Other Ltd'][pick(3)] as string,
      country: pick(2) === 0 ? 'CN' : 'HK',
    })
    const hits = [hit('1'), hit('2'), hit('1', { entryHash: 'changed' })]
    const quietly = (work: () => unknown): void => {
      try {
        work()
      } catch (error) {
        if (!(error instanceof InputError)) throw error
      }
    }
    const seen = new Set<string>()
    for (let step = 0; step < 150; step++) {
      const id = `case-${pick(4)}`
      const act = pick(6)
      if (act === 0) quietly(() => cases.save(exampleCase(id, { parties: [party()] }), cases.get(id).revision, at(step)))
      if (act === 0) quietly(() => cases.save(exampleCase(id, { parties: [party()] }), 0, at(step)))
      if (act === 1 || act === 2) {
        const { entry, entryHash } = hits[pick(3)] as Hit
        const decision = pick(3) === 0 ? ('same-party' as const) : ('not-the-same' as const)
        quietly(() =>
          dispositions.record({ case: id, party: party().name, disposition: { list: 'EL', entry, entryHash, decision, reason: 'r', by: '' } }, at(step)),
        )
      }
      if (act === 3) dispositions.setSecondOfficer(pick(2) === 0, at(step))
      if (act === 4)
        for (const one of dispositions.awaiting(id)) quietly(() => dispositions.review({ id: one.id, agrees: pick(2) === 0, reason: 'r' }, at(step, 'B')))
      if (act === 5) await run([hits[0] as Hit, hits[pick(2) + 1] as Hit], 0, { signature: () => at(step) })
      const kept = book.database
        .prepare(
          `SELECT p.party, p.cases, a.list, a.entry, a.entry_hash AS entryHash, a.state, a.decision, a.proposal FROM screening_alert a JOIN screened_party p ON p.id = a.party`,
        )
        .all() as { party: string; cases: string; list: string; entry: string; entryHash: string; state: string; decision: string; proposal: string }[]
      for (const { party: of, cases: stands, list, entry, entryHash, ...state } of kept) {
        expect([state]).toEqual(stateReader(book.database)(JSON.parse(of), JSON.parse(stands), [{ list, entry, entryHash }]))
        seen.add(state.state)
      }
    }
    expect([...seen].sort()).toEqual(['awaiting', 'not-the-same', 'open', 'same-party'])
  })
})
