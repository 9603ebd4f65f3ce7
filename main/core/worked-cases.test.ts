/**
 * Worked cases of the regulations: facts in, requirement and verdict out. The numbers are those of the inventory of parts
 * 736 to 746 from which the pack was written; cases on law that the pack does not hold are left to it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseInput, caseSchema } from '#shared/domain/case.ts'
import { evaluateCase } from './evaluate-case.ts'
import { NOTHING_KNOWN, simpleCase, type TestService, testService } from './fixture.ts'

let service: TestService
beforeAll(() => {
  service = testService()
})
afterAll(() => service.remove())

type Facts = Record<string, boolean | number | string | string[]>
type More = {
  item?: Facts
  endUse?: Facts
  transaction?: Facts
  party?: Facts
  kind?: 'commodity' | 'software' | 'technology'
  asOf?: string
  action?: string
  transit?: string[]
}

function determine(eccn: string, to: string, more: More = {}) {
  const base = simpleCase(eccn, to)
  const input: CaseInput = {
    ...base,
    asOf: more.asOf ?? '2026-09-01',
    transaction: {
      ...base.transaction,
      kind: (more.action ?? 'export') as 'export',
      transit: more.transit ?? [],
      endUse: { facts: { ...NOTHING_KNOWN.endUse, ...more.endUse } },
      facts: { ...NOTHING_KNOWN.transaction, ...more.transaction },
    },
    items: [{ id: '1', kind: more.kind ?? 'commodity', eccn, origin: 'US', locatedIn: 'US', facts: more.item ?? {} }],
    parties: [
      {
        role: 'ultimate-consignee',
        name: 'Harmless Trading',
        country: to,
        headquarters: to,
        facts: { listed: [], ultimateParentHeadquarters: to, ...more.party },
      },
    ],
  }
  const { answer } = evaluateCase(service.core, caseSchema.parse(input), 'en', false)
  const item = answer.items[0]
  return {
    outcome: answer.outcome,
    reasons: [...new Set((item?.requirements ?? []).map(({ reason }) => reason))].sort(),
    columns: (item?.requirements ?? []).flatMap(({ column }) => column ?? []),
    answer,
  }
}

const CASES: [string, string, string, More, { outcome: string; reasons?: string[] }][] = [
  ['4a NS 2 only to Brazil: GBS is named, its bars are still open', '3A001.a.2.c', 'BR', {}, { outcome: 'needs-information', reasons: ['NS'] }],
  ['4a with the bars answered', '3A001.a.2.c', 'BR', { transaction: { exceptionsSuspended: false } }, { outcome: 'exception-available', reasons: ['NS'] }],
  ['4a where a bar applies', '3A001.a.2.c', 'BR', { transaction: { exceptionsSuspended: true } }, { outcome: 'licence-required', reasons: ['NS'] }],
  ['4b the same to India, in A:1', '3A001.a.2.c', 'IN', {}, { outcome: 'no-licence-required', reasons: [] }],
  ['5 a semi-automatic rifle to the United Kingdom: footnote 10', '0A506', 'GB', {}, { outcome: 'licence-required' }],
  ['8a restraint to Canada', '0A982', 'CA', {}, { outcome: 'no-licence-required' }],
  ['8b restraint to France', '0A982', 'FR', {}, { outcome: 'licence-required', reasons: ['CC'] }],
  ['9 torture equipment to Canada', '0A983', 'CA', {}, { outcome: 'licence-required', reasons: ['CC'] }],
  ['13 medical product to the United Arab Emirates by the chart', '1C991.c', 'AE', {}, { outcome: 'licence-required', reasons: ['CB'] }],
  ['14 NP 2 to Israel', '2A290', 'IL', {}, { outcome: 'licence-required', reasons: ['NP'] }],
  ['20 first-tier chip to the United Kingdom: worldwide', '3A090.a', 'GB', {}, { outcome: 'licence-required', reasons: ['RS'] }],
  ['21a second-tier chip to Israel, in A:6', '3A090.b', 'IL', {}, { outcome: 'no-licence-required' }],
  ['21b second-tier chip to Vietnam', '3A090.b', 'VN', {}, { outcome: 'licence-required', reasons: ['RS'] }],
  [
    '21c second-tier chip to an unlisted firm in the United Arab Emirates',
    '3A090.b',
    'AE',
    { party: { uaeApproval: 'none' } },
    { outcome: 'licence-required', reasons: ['RS'] },
  ],
  ['29a 2B999 to Pakistan', '2B999.a', 'PK', {}, { outcome: 'licence-required', reasons: ['RS'] }],
  ['29b 2B999.h.2 to Pakistan', '2B999.h.2', 'PK', {}, { outcome: 'no-licence-required' }],
  ['30a 9A515.y to Venezuela', '9A515.y', 'VE', {}, { outcome: 'licence-required', reasons: ['RS'] }],
  ['31a encryption item to Canada', '5A002.a.1', 'CA', {}, { outcome: 'no-licence-required' }],
  ['31b encryption item to France', '5A002.a.1', 'FR', {}, { outcome: 'licence-required', reasons: ['EI', 'NS'] }],
  ['31c top encryption chip to Canada: worldwide', '5A002.z.1.a', 'CA', {}, { outcome: 'licence-required', reasons: ['RS'] }],
  ['32 listening device to Germany', '5A980', 'DE', {}, { outcome: 'licence-required', reasons: ['SL'] }],
  ['34a desk to Cuba', 'EAR99', 'CU', {}, { outcome: 'licence-required' }],
  ['34b medicine to Cuba is not spared', 'EAR99', 'CU', { item: { foodOrMedicine: true } }, { outcome: 'licence-required' }],
  ['35a laptop spare to Syria, under SPP', 'EAR99', 'SY', { transaction: { exceptionsSuspended: false } }, { outcome: 'exception-available' }],
  ['35c medicine to Syria', 'EAR99', 'SY', { item: { foodOrMedicine: true } }, { outcome: 'no-licence-required' }],
  ['37a cosmetics to North Korea', 'EAR99', 'KP', {}, { outcome: 'licence-required' }],
  ['37b antibiotics to North Korea', 'EAR99', 'KP', { item: { foodOrMedicine: true } }, { outcome: 'no-licence-required' }],
  ['38b pump to Donetsk', 'EAR99', 'UA', { transaction: { region: 'donetsk' } }, { outcome: 'licence-required' }],
  ['38c the same pump to Kyiv', 'EAR99', 'UA', { transaction: { region: 'elsewhere' } }, { outcome: 'no-licence-required' }],
  ['39 an AT-only item to Iran', '4A994.a', 'IR', { transaction: { ofacProhibited: false } }, { outcome: 'licence-required' }],
  ['41b any listed item to Russia', '3A991.a', 'RU', {}, { outcome: 'licence-required' }],
  [
    '47a fast microprocessor for a military end user in Vietnam',
    '3A991.a.1',
    'VN',
    { endUse: { militaryEndUse: true }, item: { microprocessor: 'circuit', processingSpeedGflops: 5, logicUnitBits: 32 } },
    { outcome: 'licence-required' },
  ],
  [
    '47b a slower one',
    '3A991.a.1',
    'VN',
    { endUse: { militaryEndUse: true, militaryEndUseCountry: 'VN' }, item: { microprocessor: 'circuit', processingSpeedGflops: 4.9, logicUnitBits: 32 } },
    { outcome: 'no-licence-required' },
  ],
  ['49a pump for a nuclear use in Turkey, in Supplement 3', 'EAR99', 'TR', { endUse: { nuclear: true } }, { outcome: 'no-licence-required' }],
  ['49b the same in South Korea', 'EAR99', 'KR', { endUse: { nuclear: true } }, { outcome: 'licence-required' }],
  [
    '57 unladen in Vietnam without an authorisation for Vietnam',
    'EAR99',
    'TH',
    { transit: ['VN'], transaction: { transitAuthorised: false } },
    { outcome: 'licence-required' },
  ],
  ['57 unladen in Vietnam with one', 'EAR99', 'TH', { transit: ['VN'], transaction: { transitAuthorised: true } }, { outcome: 'no-licence-required' }],
]

describe('worked cases', () => {
  it.each(CASES)('%s', (_, eccn, to, more, expected) => {
    const { outcome, reasons, answer } = determine(eccn, to, more)
    const told = { outcome, ...(expected.reasons === undefined ? {} : { reasons }) }
    expect(
      told,
      JSON.stringify({
        questions: answer.questions.map(({ fact }) => fact),
        open: answer.notModelled.filter(({ mayMatter }) => mayMatter).map(({ rule }) => rule),
        rules: answer.items[0]?.requirements.map(({ rule }) => rule),
      }),
    ).toEqual(expected)
  })

  it('15 a small drone to Brazil: before and after 2026-08-14', () => {
    expect(determine('9A012.a.1', 'BR', { asOf: '2026-08-13' }).reasons).toContain('NS')
    expect(determine('9A012.a.1', 'BR', { asOf: '2026-08-14' }).reasons).not.toContain('NS')
  })
})

describe('items made and kept abroad', () => {
  const NOTHING_AMERICAN = { usContent: false, madeWithEncItems: false, directProductOf: [], directProductOfUsOrigin: [], plantProductOf: [] }
  const NO_SUCH_USE = { servesFootnotes: ['none'], russianDownstream: false, supercomputerInChina: false, iranDownstream: false }
  const abroad = (item: Facts, endUse: Facts, transaction: Facts) => {
    const base = simpleCase('EAR99', 'DE', { item: { origin: 'TW', locatedIn: 'TW', facts: item } })
    const input: CaseInput = {
      ...base,
      transaction: {
        ...base.transaction,
        kind: 'reexport',
        from: 'TW',
        endUse: { facts: { ...NOTHING_KNOWN.endUse, ...endUse } },
        facts: { ...NOTHING_KNOWN.transaction, ...transaction },
      },
    }
    return evaluateCase(service.core, caseSchema.parse(input), 'en', false).answer
  }

  it('are not subject once content, uses and source are answered', () =>
    expect(abroad(NOTHING_AMERICAN, NO_SUCH_USE, { governmentOfIran: false }).outcome).toBe('not-subject'))
  it('are not subject by their source alone: no use is asked for then', () => expect(abroad(NOTHING_AMERICAN, {}, {}).outcome).toBe('not-subject'))
  it('stay open while one answer is missing', () => {
    for (const left of Object.keys(NOTHING_AMERICAN).filter((name) => name !== 'directProductOfUsOrigin')) {
      const { [left]: _, ...rest } = NOTHING_AMERICAN as Facts
      const { outcome, questions } = abroad(rest, {}, {})
      expect([left, outcome]).toEqual([left, 'needs-information'])
      expect(questions.length).toBeGreaterThan(0)
    }
  })
  it('ask first for content and use, and for the source only where a use calls for it', () => {
    const asked = abroad({}, { ...NO_SUCH_USE, servesFootnotes: ['1'] }, { governmentOfIran: false }).questions.map(({ fact }) => fact)
    expect(asked).toContain('item.usContent')
    expect(asked).toContain('item.directProductOf')
    expect(asked).not.toContain('item.directProductOfUsOrigin')
  })
})
