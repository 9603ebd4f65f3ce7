import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseInput, caseSchema } from '#shared/domain/case.ts'
import { InputError } from '#shared/text/errors.ts'
import { evaluateCase, replay } from './evaluate-case.ts'
import { NOTHING_KNOWN, type TestService, testService } from './fixture.ts'

let service: TestService
beforeAll(() => {
  service = testService()
})
afterAll(() => service.remove())

type Item = CaseInput['items'][number]
type Line = NonNullable<Item['content']>[number]
const us = (eccn: string, value: string | undefined, more: Partial<Line> = {}): Line => ({
  eccn,
  origin: 'US',
  ...(value === undefined ? {} : { value }),
  ...more,
})
const CHIP = '3A001.a.2.c'
const BOLT = { kind: 'commodity' } as const

function foreignCase(destination: string, content: Line[], item: Partial<Item> = {}, facts: Record<string, boolean> = {}): CaseInput {
  return {
    schema: 'licet.case/1',
    id: 'content',
    asOf: '2026-09-01',
    transaction: {
      kind: 'reexport',
      from: 'DE',
      destination,
      endUse: { facts: NOTHING_KNOWN.endUse },
      facts: { ...NOTHING_KNOWN.transaction, exceptionsSuspended: false, ...facts },
    },
    items: [{ id: '1', kind: 'commodity', eccn: 'EAR99', origin: 'DE', locatedIn: 'DE', value: { amount: '1000.00', currency: 'EUR' }, content, ...item }],
    parties: [
      {
        role: 'ultimate-consignee',
        name: 'Harmless Trading',
        country: destination,
        headquarters: destination,
        facts: { listed: [], ultimateParentHeadquarters: destination },
      },
    ],
  }
}
const determine = (input: CaseInput, lang: 'en' | 'zh' = 'en') => evaluateCase(service.core, caseSchema.parse(input), lang, false)
const contentOf = (input: CaseInput) => {
  const { content } = determine(input).answer.items[0] ?? {}
  if (content === undefined) throw new Error('the answer has no content')
  return content
}
const factsOf = (input: CaseInput) => {
  const item = determine(input).facts.items[0]
  const value = (name: string) => item?.facts[name]?.value
  return { usContent: value('usContent'), share: value('controlledShare'), lines: item?.content }
}
const refusal = (input: CaseInput): string => {
  try {
    determine(input)
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the arithmetic', () => {
  it.each([
    ['exactly 25 percent to Vietnam is within', 'VN', '250.00', 25, false],
    ['a millionth above is above', 'VN', '250.000001', 25.000001, true],
    ['exactly 10 percent to Iran is within', 'IR', '100.00', 10, false],
    ['12 percent to Iran is above', 'IR', '120.00', 12, true],
  ])('%s', (_, destination, value, share, above) =>
    expect(contentOf(foreignCase(destination, [us(CHIP, value)]))).toMatchObject({ share: { min: share, max: share }, above }),
  )

  it('adds without binary fractions', () => {
    const content = contentOf(
      foreignCase(
        'VN',
        Array.from({ length: 2500 }, () => us(CHIP, '0.1')),
      ),
    )
    expect(content).toMatchObject({ sum: { min: '250.00', max: '250.00' }, share: { min: 25, max: 25 }, above: false, limit: 25, limitCite: '15 CFR 734.4(d)' })
  })

  it('holds open lines in the upper bound only, and says which decide', () => {
    const content = contentOf(
      foreignCase('VN', [
        us(CHIP, '200.00'),
        us(CHIP, '30.00', { origin: 'JP' }),
        { eccn: CHIP, value: '60.00' },
        { eccn: CHIP, value: '40.00', kind: 'commodity', facts: {} },
      ]),
    )
    expect(content).toMatchObject({ share: { min: 20, max: 30 }, above: null, states: { controlled: 1, foreign: 1, open: 2 } })
    expect(content.tips).toEqual([
      {
        kind: 'open',
        room: '50.00',
        groups: expect.arrayContaining([
          { lines: [3], eccn: CHIP, value: '60.00', alone: true },
          { lines: [4], eccn: CHIP, value: '40.00', alone: false },
        ]),
      },
    ])
  })

  it('says how much still fits, and how much would have to go', () => {
    expect(contentOf(foreignCase('VN', [us(CHIP, '100.00')])).tips).toEqual([{ kind: 'within', room: '150.00' }])
    expect(contentOf(foreignCase('VN', [us(CHIP, '300.00')])).tips).toEqual([{ kind: 'over', excess: '50.00' }])
  })

  it('is open without a value of a line that counts, not of one that does not', () => {
    expect(contentOf(foreignCase('VN', [us(CHIP, '1.00'), us(CHIP, undefined)]))).toMatchObject({ share: { min: 0.1, max: null }, above: null })
    expect(contentOf(foreignCase('VN', [us(CHIP, '1.00'), us('EAR99', undefined, BOLT)]))).toMatchObject({ share: { min: 0.1, max: 0.1 }, above: false })
  })

  it('has no share without the value of the item', () => {
    const { value: _, ...item } = foreignCase('VN', [us(CHIP, '1.00')]).items[0] as Item
    const content = contentOf({ ...foreignCase('VN', []), items: [item] })
    expect(content).toMatchObject({ share: null, above: null, tips: [{ kind: 'item-value' }] })
  })
})

describe('which lines count', () => {
  const state = (destination: string, line: Line, item: Partial<Item> = {}, facts: Record<string, boolean> = {}) =>
    contentOf(foreignCase(destination, [line], item, facts)).groups[0]?.state
  it.each<[string, string, Line, string]>([
    ['a circuit under NS 2 to China', 'CN', us(CHIP, '1'), 'controlled'],
    ['the same to India, in A:1', 'IN', us(CHIP, '1'), 'free'],
    ['EAR99 to Vietnam', 'VN', us('EAR99', '1', BOLT), 'free'],
    ['EAR99 to Cuba', 'CU', us('EAR99', '1', BOLT), 'controlled'],
    ['an AT-only entry to Russia', 'RU', us('3A991.d', '1'), 'controlled'],
    ['a short supply entry to Vietnam', 'VN', us('1C988', '1'), 'free'],
    ['a short supply entry to Cuba, where the embargo asks', 'CU', us('1C988', '1'), 'controlled'],
    ['technology in a commodity', 'CN', us('3E001', '1'), 'separate'],
    ['EAR99 software bundled, to Cuba', 'CU', us('EAR99', '1', { kind: 'software', bundled: true }), 'controlled'],
    ['EAR99 software not said to be bundled, to Cuba', 'CU', us('EAR99', '1', { kind: 'software' }), 'open'],
    ['encryption software, bundled', 'CN', us('5D002', '1', { bundled: true }), 'separate'],
    ['a line without an entry', 'CN', { origin: 'US', kind: 'commodity', value: '1' }, 'open'],
  ])('%s', (_, destination, line, expected) => expect(state(destination, line)).toBe(expected))

  it('drops what GBS frees for Country Group B, and counts it for a D:1 country (worked case 42)', () => {
    const line = us(CHIP, '300.00')
    expect(contentOf(foreignCase('TH', [line])).groups[0]).toMatchObject({ state: 'free', cites: ['15 CFR 740.4'] })
    expect(state('CN', line)).toBe('controlled')
  })

  it('does not count a requirement that rests on a listed consignee (worked case 13)', () => {
    const input = foreignCase('DE', [us('EAR99', '500.00', BOLT)])
    const [party] = input.parties ?? []
    const listed: CaseInput = {
      ...input,
      parties: party === undefined ? [] : [{ ...party, facts: { listed: [{ list: 'EL', footnotes: [] }], entityListScope: 'all' } }],
    }
    expect(contentOf(listed)).toMatchObject({ share: { min: 0, max: 0 }, above: false })
  })

  it('leaves out AT-only content to Russia from a partner country, and nothing else', () => {
    expect(state('RU', us('3A991.d', '1'), {}, { fromSupplement3To746: true })).toBe('free')
    expect(state('RU', us(CHIP, '1'), {}, { fromSupplement3To746: true })).toBe('controlled')
  })
})

describe('what the rules read', () => {
  it('a share, and that there is content', () => {
    expect(factsOf(foreignCase('VN', [us(CHIP, '100'), us(CHIP, '50'), us('EAR99', '1', { ...BOLT, origin: 'JP' })]))).toMatchObject({
      usContent: true,
      share: 15,
    })
    expect(factsOf(foreignCase('VN', [us(CHIP, '100'), { eccn: CHIP, value: '50' }])).share).toEqual({ min: 10, max: 15 })
    expect(factsOf(foreignCase('VN', [us(CHIP, '1', { origin: 'JP' })]))).toMatchObject({ usContent: false, share: 0 })
  })
  it('each distinct code once, with what is certain of it', () => {
    const { lines } = factsOf(foreignCase('VN', [us(CHIP, '1'), us('EAR99', '1', BOLT), us(CHIP, '2'), { eccn: CHIP, value: '50' }]))
    expect(lines?.complete).toBe(true)
    expect(lines?.lines.map(({ id, facts }) => [id, facts.eccn?.value, facts.origin?.value, facts.controlled?.value])).toEqual([
      ['1', '3A001', 'US', true],
      ['2', 'EAR99', 'US', false],
      ['4', '3A001', undefined, undefined],
    ])
  })
  it('nothing where no lines are given', () => {
    expect(factsOf(foreignCase('VN', []))).toEqual({ usContent: undefined, share: undefined, lines: undefined })
    expect(determine(foreignCase('VN', [])).answer.items[0]?.content).toBeUndefined()
  })
})

describe('facts that only relieve', () => {
  it('are read where they are stated, in the transaction or beside the case', () => {
    const input = foreignCase('RU', [us('3A991.d', '1')])
    const beside: CaseInput = { ...input, facts: { 'transaction.fromSupplement3To746': true } }
    expect(contentOf(beside).groups[0]?.state).toBe('free')
  })
})

describe('refusals', () => {
  it('names the line and what was expected', () => {
    expect(refusal(foreignCase('VN', [us(CHIP, '1'), us('3Z999', '1')]))).toMatch(/^items\[0\]\.content\[1\]\.eccn: .*3Z999/)
    expect(refusal(foreignCase('VN', [us('3D001', '1', { kind: 'commodity' })]))).toMatch(/^items\[0\]\.content\[0\]\.kind: expected software/)
    expect(refusal(foreignCase('VN', [us(CHIP, '1', { origin: 'XX' })]))).toMatch(/^items\[0\]\.content\[0\]\.origin/)
    expect(refusal(foreignCase('VN', [us(CHIP, '1', { facts: { noSuchFact: true } })]))).toMatch(/content\[0\]\.facts: no rule pack knows/)
  })
})

describe('the same again', () => {
  it('replays to the same bytes', () => {
    const { answer, evaluated } = determine(foreignCase('VN', [us(CHIP, '100'), us('EAR99', '1', BOLT)]))
    expect(replay(service.core, answer, JSON.parse(JSON.stringify(evaluated)))).toEqual({ identical: true, difference: '', cause: '' })
  })
  it('weighs ten thousand lines by their distinct codes', () => {
    const codes = [CHIP, 'EAR99', '3A991.d', '2B350.d']
    const content = contentOf(
      foreignCase(
        'VN',
        Array.from({ length: 10_000 }, (_, i) => us(codes[i % 4] as string, '0.01', BOLT)),
      ),
    )
    expect(content.groups).toHaveLength(4)
    expect(content).toMatchObject({ lines: 10_000, states: { controlled: 5000, free: 5000 }, sum: { min: '50.00', max: '50.00' } })
  })
  it('speaks Chinese', () => {
    expect(determine(foreignCase('VN', [us(CHIP, '100')]), 'zh').answer.items[0]?.content?.groups[0]?.says).toContain('NS 2')
  })
})
