import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseInput } from '#shared/domain/case.ts'
import { caseSchema } from '#shared/domain/case.ts'
import type { OwnershipCount } from '#shared/domain/determination.ts'
import { InputError } from '#shared/text/errors.ts'
import { evaluateAgain, evaluateCase, replay } from './evaluate-case.ts'
import { simpleCase, type TestService, testService } from './fixture.ts'

let service: TestService
beforeAll(() => {
  service = testService()
})
afterAll(() => service.remove())

type Party = NonNullable<CaseInput['parties']>[number]
type Holders = NonNullable<CaseInput['holders']>

const LISTED = { listed: [{ list: 'EL', footnotes: [5] }], entityListScope: 'all' }
const DESIGNATED = { listed: ['SDN'], sdnPrograms: ['SDGT'] }
const FREE = { listed: [] }
const PEOPLE = { name: 'Family', kind: 'person', facts: FREE } as const

const file = (owners: Party['owners'], holders: Holders, asOf = '2026-11-21', facts: Party['facts'] = {}) =>
  caseSchema.parse({ ...simpleCase('EAR99', 'DE', { asOf, party: { owners, facts: { listed: [], ...facts } } }), holders })
const evaluate = (...given: Parameters<typeof file>) => evaluateCase(service.core, file(...given), 'en', false)
const outcome = (...given: Parameters<typeof file>) => evaluate(...given).answer.outcome
const count = (id: string, ...given: Parameters<typeof file>): OwnershipCount => {
  const found = evaluate(...given).answer.ownership?.[0]?.counts.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no counting ${id}`)
  return found
}
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  throw new Error('nothing was refused')
}

const chain = (share: number, facts: object = LISTED): [Party['owners'], Holders] => [
  [
    { name: 'Middle', share: 50 },
    { name: 'Family', share: 50 },
  ],
  [
    {
      name: 'Middle',
      facts: FREE,
      owners: [
        { name: 'Top', share },
        { name: 'Family', share: 100 - share },
      ],
    },
    { name: 'Top', facts: facts as Holders[number]['facts'] },
    PEOPLE,
  ],
]

describe('owners of owners in a determination', () => {
  it('count level by level: half of half is caught, and a hair less is not', () => {
    expect(outcome(...chain(50))).toBe('licence-required')
    expect(outcome(...chain(49.9))).toBe('no-licence-required')
  })

  it('are not caught while the rule is stayed', () => {
    expect(outcome(...chain(50), '2026-09-01')).toBe('no-licence-required')
    expect(count('bis-affiliates', ...chain(50), '2026-09-01')).toMatchObject({ force: 'suspended', date: '2026-11-09', state: 'held' })
  })

  it('leave it open while owners of an owner are not named', () => {
    const [owners, holders] = chain(50)
    expect(outcome(owners, [{ name: 'Middle', facts: FREE }, PEOPLE])).toBe('needs-information')
    expect(outcome(owners, [{ name: 'Middle', facts: FREE, owners: [{ name: 'Top', share: 30 }] }, ...holders.slice(1)])).toBe('needs-information')
    expect(outcome(owners, [{ name: 'Middle', facts: { ...FREE, ownersComplete: true }, owners: [{ name: 'Top', share: 30 }] }, ...holders.slice(1)])).toBe(
      'no-licence-required',
    )
  })

  it('prove it by the chain', () => {
    const { answer } = evaluate(...chain(50))
    const [ownership] = answer.ownership ?? []
    const names = (places: number[]) => places.map((at) => ownership?.holders[at]?.name)
    const bis = ownership?.counts.find(({ id }) => id === 'bis-affiliates')
    expect(bis).toMatchObject({ state: 'held', force: 'in-force', share: { min: 50, max: 50 }, weighed: true })
    expect(bis?.paths.map(({ holders, shares }) => [names(holders), shares])).toEqual([
      [
        ['Top', 'Middle', 'Harmless Trading'],
        [50, 50],
      ],
    ])
    expect(names(bis?.counting ?? [])).toEqual(['Middle', 'Top'])
    expect(ownership?.links).toHaveLength(4)
  })

  it('are screened, and a hit on one of them that waits leaves the determination open', () => {
    const [owners, holders] = chain(10)
    const named = holders.map((holder) => (holder.name === 'Top' ? { name: 'Huawei Technologies Co., Ltd.', country: 'CN' } : holder))
    const renamed = named.map((holder) =>
      holder.name === 'Middle'
        ? {
            ...holder,
            owners: [
              { name: 'Huawei Technologies Co., Ltd.', share: 10 },
              { name: 'Family', share: 90 },
            ],
          }
        : holder,
    )
    const { answer } = evaluate(owners, renamed, '2026-09-01')
    expect(answer.owners?.map(({ name, status }) => [name, status])).toContainEqual(['Huawei Technologies Co., Ltd.', 'possible'])
    expect(answer.outcome).toBe('needs-information')
  })

  it('are told apart by name: one name is one owner wherever it stands', () => {
    const [owners, holders] = chain(50)
    const differing = (owners ?? []).map((owner) => (owner.name === 'Family' ? { ...owner, facts: LISTED } : owner))
    expect(refusal(() => outcome(differing, holders))).toContain('one name stands for one owner')
    expect(refusal(() => outcome(owners, [...holders, { name: 'Top' }]))).toContain('named twice among the holders')
    expect(
      refusal(() =>
        outcome(owners, [
          {
            name: 'Middle',
            owners: [
              { name: 'Top', share: 60 },
              { name: 'Family', share: 50 },
            ],
          },
        ]),
      ),
    ).toContain('add up to 110')
    const said = holders.map((holder) => (holder.name === 'Middle' ? { ...holder, facts: { ...FREE, restrictedThrough: [] } } : holder))
    expect(refusal(() => outcome(owners, said))).toContain('it follows from the owners that are named')
  })

  it('report a circle', () => {
    const owners = [
      { name: 'Middle', share: 50 },
      { name: 'Family', share: 50 },
    ]
    const holders: Holders = [
      {
        name: 'Middle',
        facts: FREE,
        owners: [
          { name: 'Harmless Trading', share: 60 },
          { name: 'Family', share: 40 },
        ],
      },
      PEOPLE,
    ]
    const { answer } = evaluate(owners, holders)
    expect(answer.ownership?.[0]?.circles).toEqual([['Harmless Trading', 'Middle']])
    expect(answer.warnings.join()).toContain('own one another in a circle')
    expect(answer.outcome).toBe('no-licence-required')
  })

  it('carry the footnotes and the scope of those behind them', () => {
    const { facts } = evaluate(...chain(50))
    const derived = Object.fromEntries(Object.entries(facts.parties[0]?.facts ?? {}).map(([name, { value }]) => [name, value]))
    expect(derived).toMatchObject({
      ownerLists: { is: ['EL'], maybe: [] },
      ownerFootnotes: { is: ['5'], maybe: [] },
      ownerEntityListScope: 'all',
      listedOwnersShare: 50,
    })
  })
})

describe('each regime counts in its own way', () => {
  it('OFAC counts designations of every programme, and adds them up to exactly half', () => {
    const two: Party['owners'] = [
      { name: 'X', share: 30, facts: { listed: ['SDN'], sdnPrograms: ['IRAN'], restrictedThrough: [] } },
      { name: 'Y', share: 20, facts: { listed: ['SDN'], sdnPrograms: ['RUSSIA-EO14024'] } },
      { name: 'Family', share: 50 },
    ]
    expect(count('ofac-50', two, [PEOPLE])).toMatchObject({ state: 'held', share: { min: 50, max: 50 }, weighed: false })
    // One of the two carries a tag of section 744.8, so that the rule of BIS counts a fifth.
    expect(count('bis-affiliates', two, [PEOPLE])).toMatchObject({ state: 'not-held', share: { min: 20, max: 20 } })
    expect(evaluate(two, [PEOPLE]).answer.warnings.join()).toContain('OFAC 50 percent rule: listed parties hold Harmless Trading')
  })

  it('OFAC: half of half is held (worked case 1), a minority further up is not (worked case 4)', () => {
    expect(count('ofac-50', ...chain(50, DESIGNATED)).state).toBe('held')
    expect(
      count('ofac-50', [{ name: 'Middle', share: 100 }], [chain(25, DESIGNATED)[1][0] as Holders[number], { name: 'Top', facts: DESIGNATED }, PEOPLE]),
    ).toMatchObject({
      state: 'not-held',
      share: { min: 0, max: 0 },
    })
  })

  it('OFAC: 49.9 percent is not held (worked case 3), a fifth not known leaves it open (worked case 5)', () => {
    const top = { name: 'Top', facts: DESIGNATED } as Holders[number]
    expect(
      count(
        'ofac-50',
        [
          { name: 'Top', share: 49.9 },
          { name: 'Family', share: 50.1 },
        ],
        [top, PEOPLE],
      ).state,
    ).toBe('not-held')
    expect(
      count(
        'ofac-50',
        [
          { name: 'Top', share: 35 },
          { name: 'Family', share: 45 },
        ],
        [top, PEOPLE],
      ),
    ).toMatchObject({
      state: 'open',
      share: { min: 35, max: 55 },
    })
  })

  it('MOFCOM: one listed direct owner with half is certain, shares added or further up are open, below half it is not held', () => {
    const controlled = { listed: ['CN-ECL'] }
    const by = (...given: Parameters<typeof chain>) => count('mofcom-61', ...chain(...given))
    expect(
      count(
        'mofcom-61',
        [
          { name: 'Top', share: 50 },
          { name: 'Family', share: 50 },
        ],
        [{ name: 'Top', facts: controlled }, PEOPLE],
      ).state,
    ).toBe('held')
    expect(by(50, controlled).state).toBe('open')
    expect(by(49.9, controlled).state).toBe('not-held')
    const summed: Party['owners'] = ['One', 'Two'].map((name) => ({ name, share: 30, facts: controlled }))
    expect(count('mofcom-61', [...summed, { name: 'Family', share: 40 }], [PEOPLE]).state).toBe('open')
  })

  it('on the days on which its rule is in force', () => {
    const force = (id: string, day: string) => count(id, ...chain(50), day).force
    expect(['2025-09-29', '2025-11-09', '2025-11-10', '2026-11-08', '2026-11-09', '2026-11-10'].map((day) => force('bis-affiliates', day))).toEqual([
      'in-force',
      'in-force',
      'suspended',
      'suspended',
      'in-force',
      'in-force',
    ])
    expect(['2025-10-08', '2025-10-09', '2025-11-06', '2025-11-07', '2026-11-10', '2026-11-11'].map((day) => force('mofcom-61', day))).toEqual([
      'not-in-force',
      'in-force',
      'in-force',
      'suspended',
      'suspended',
      'in-force',
    ])
    expect(['2025-09-29', '2025-09-30'].map((day) => force('ofac-50', day))).toEqual(['not-in-force', 'in-force'])
  })

  it('says that ownership is unknown where no owner is named, and open where a list was not searched', () => {
    expect(['bis-affiliates', 'ofac-50', 'mofcom-61'].map((id) => count(id, [], []).state)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(count('bis-affiliates', [], [], '2026-11-21', { listedOwnersShare: 20 })).toMatchObject({ state: 'not-held', share: { min: 20, max: 20 } })
    expect(count('mofcom-61', [{ name: 'Nobody in Particular', share: 100 }], [{ name: 'Nobody in Particular', kind: 'person' }]).state).toBe('open')
  })
})

describe('determinations from before', () => {
  it('are evaluated as they were: on what the case itself says of direct owners', () => {
    const old = file(
      [
        { name: 'Middle', share: 60, facts: { ...LISTED } },
        { name: 'Family', share: 40, facts: { listed: [], restrictedThrough: [] } },
      ],
      [],
    )
    const { holders: _, ...bare } = old
    const { owners: __, ...evaluated } = evaluateCase(service.core, bare, 'en', false).evaluated
    const before = evaluateAgain(evaluated, service.core.days, 'en').answer
    expect(before.outcome).toBe('licence-required')
    expect([before.owners, before.ownership]).toEqual([undefined, undefined])
    expect(replay(service.core, before, evaluated)).toMatchObject({ identical: true })
  })

  it('give the same bytes again with owners too', () => {
    const { answer, evaluated } = evaluate(...chain(50))
    expect(replay(service.core, answer, JSON.parse(JSON.stringify(evaluated)))).toMatchObject({ identical: true })
  })
})
