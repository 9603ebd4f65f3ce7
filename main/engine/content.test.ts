import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf } from './amount.ts'
import { type ContentGroup, type CountedLine, controlledShare, sumContent, weighContent } from './content.ts'
import { facts, given, isTrue, pack, rule, test } from './fixture.ts'
import { prepare } from './prepare.ts'
import type { CompiledPack, Rule } from './types.ts'

const words = (text: string) => ({ en: text, zh: text })
const effect = (more: Partial<NonNullable<Rule['effect']>> = {}) => ({ reason: 'NS', exceptions: [], policy: [], duties: [], prohibition: 1, ...more })

function law(rules: Rule[]): CompiledPack {
  const base = pack(rules)
  const conclusion = (path: string) => ({ path, type: 'boolean' as const, combine: 'any' as const, otherwise: false, says: words(path) })
  return {
    ...base,
    conclusions: [...base.conclusions, conclusion('item.dropped'), conclusion('item.bundles')],
    regime: {
      ...base.regime,
      content: {
        origin: 'US',
        territories: ['PR'],
        act: 'export',
        prohibitions: [1],
        leavesOut: ['15 CFR 744.'],
        exceptions: ['LVS'],
        dropped: 'item.dropped',
        bundled: 'item.bundles',
        limit: 'item.limit',
      },
    },
  }
}

const RULES = [
  rule('listed', 'item.licence', test('item.eccn', 'is', 'A'), { effect: effect() }),
  rule('listed-with-relief', 'item.licence', test('item.eccn', 'is', 'B'), { effect: effect({ exceptions: ['LVS'] }) }),
  rule('by-party', 'item.licence', { kind: 'some', over: 'party', where: test('party.listedOn', 'has', 'EL') }, { effect: effect({ prohibition: 5 }) }),
  rule('by-party-unnumbered', 'item.licence', isTrue('endUse.bad'), { cites: ['15 CFR 744.2'] }),
  rule('detail', 'item.licence', { kind: 'all', parts: [test('item.eccn', 'is', 'C'), isTrue('item.fast')] }, { effect: effect() }),
  rule(
    'scarce',
    'item.licence',
    { kind: 'all', parts: [test('item.eccn', 'is', 'D'), { kind: 'not-modelled', what: words('part 754') }] },
    { effect: effect(), cites: ['15 CFR part 754'] },
  ),
  rule('abroad-only', 'item.licence', test('transaction.kind', 'is', 'reexport'), { effect: effect() }),
  rule('lvs', 'item.exception.LVS', isTrue('item.cheap')),
  rule('lvs-not', 'item.exception.LVS', { kind: 'not', part: isTrue('item.cheap') }, { then: { value: false } }),
  rule('drop-scarce', 'item.dropped', test('item.eccn', 'is', 'D'), { effect: { ...effect(), drops: ['15 CFR part 754'] } }),
  rule('software-bundles', 'item.bundles', { kind: 'all', parts: [test('item.kind', 'is', 'software'), test('item.eccn', 'is', 'A')] }),
]
const prepared = prepare(law(RULES), '2026-09-01')

const group = (id: string, eccn: string | undefined, more: Partial<ContentGroup> = {}, own: Record<string, boolean> = {}): ContentGroup => ({
  id,
  origin: 'US',
  kind: 'commodity',
  ...more,
  facts: given({ eccn, paragraph: eccn === undefined ? undefined : '', ...own }),
})

function weigh(groups: ContentGroup[], product = 'commodity') {
  const base = facts({ kind: product }, [{ listedOn: ['EL'] }])
  const of = { ...base, transaction: given({ kind: 'reexport', from: 'DE', destination: 'VN' }) }
  return weighContent(prepared, of, 0, groups)
}
const state = (one: ContentGroup, product?: string) => weigh([one], product)[0]?.state

describe('a line as an item of its own', () => {
  it('counts when a requirement that counts stands', () =>
    expect(weigh([group('1', 'A')])[0]).toMatchObject({ state: 'controlled', requirements: [{ id: 'listed' }] }))
  it('is free when nothing stands, though a party is listed and an end use is not known', () => expect(state(group('1', 'Z'))).toBe('free'))
  it('is weighed as exported, not as the item is sent', () => expect(weigh([group('1', 'A')])[0]?.requirements.map(({ id }) => id)).toEqual(['listed']))
  it('waits for what its code turns on', () =>
    expect(weigh([group('7', 'C')])[0]).toMatchObject({ state: 'open', missing: [{ path: 'item.fast', of: { item: '1', line: '7' } }] }))
  it.each([
    [true, 'controlled'],
    [false, 'free'],
  ])('is settled by that fact: %s', (fast, expected) => expect(state(group('1', 'C', {}, { fast }))).toBe(expected))
  it('asks for the entry alone when it is not known', () =>
    expect(weigh([group('3', undefined)])[0]).toMatchObject({ state: 'open', missing: [{ path: 'item.eccn', of: { item: '1', line: '3' } }] }))
})

describe('what takes a line out', () => {
  it('an exception that serves', () => expect(weigh([group('1', 'B', {}, { cheap: true })])[0]).toMatchObject({ state: 'free', freedBy: { exception: 'LVS' } }))
  it('not one whose terms fail', () => expect(state(group('1', 'B', {}, { cheap: false }))).toBe('controlled'))
  it('nor, for certain, one that is open', () => expect(weigh([group('1', 'B')])[0]).toMatchObject({ state: 'open', missing: [{ path: 'item.cheap' }] }))
  it('not an exception that the requirement does not yield to', () => expect(state(group('1', 'A', {}, { cheap: true }))).toBe('controlled'))
  it('a rule that drops the requirement, law that is not held included', () =>
    expect(weigh([group('1', 'D')])[0]).toMatchObject({ state: 'free', freedBy: { rule: 'drop-scarce' } }))
  it('not an origin in a territory of the country that counts', () => expect(state(group('1', 'A', { origin: 'PR' }))).toBe('controlled'))
  it('another origin, whatever the code', () => expect(state(group('1', 'A', { origin: 'JP' }))).toBe('foreign'))
})

describe('what is not known of a line', () => {
  it('its origin, when its code would count', () => {
    const { origin: _, ...unknown } = group('1', 'A')
    expect(weigh([unknown])[0]).toMatchObject({ state: 'open', missing: [{ path: 'item.origin', of: { item: '1', line: '1' } }] })
  })
  it('its origin matters to no line that needs no licence', () => {
    const { origin: _, ...unknown } = group('1', 'Z')
    expect(state(unknown)).toBe('free')
  })
  it('its kind', () => {
    const { kind: _, ...unknown } = group('1', 'A')
    expect(weigh([unknown])[0]).toMatchObject({ state: 'open', missing: [{ path: 'item.kind', of: { item: '1', line: '1' } }] })
  })
})

describe('like with like', () => {
  it.each([
    ['commodity', 'commodity', undefined, 'A', 'controlled'],
    ['commodity', 'technology', undefined, 'A', 'separate'],
    ['software', 'software', undefined, 'A', 'controlled'],
    ['software', 'commodity', undefined, 'A', 'separate'],
    ['technology', 'technology', undefined, 'A', 'controlled'],
    ['technology', 'software', true, 'A', 'separate'],
    ['commodity', 'software', true, 'A', 'controlled'],
    ['commodity', 'software', false, 'A', 'separate'],
    ['commodity', 'software', undefined, 'A', 'open'],
    ['commodity', 'software', true, 'B', 'separate'],
  ])('a %s with %s, bundled %s, code %s: %s', (product, kind, bundled, eccn, expected) =>
    expect(state(group('1', eccn, { kind, ...(bundled === undefined ? {} : { bundled }) }), product)).toBe(expected),
  )
})

describe('sums and shares', () => {
  const line = (state: CountedLine['state'], value?: string): CountedLine => ({ state, value: value === undefined ? undefined : amountOf(value) })
  const share = (lines: CountedLine[], whole = '100') => controlledShare(sumContent(lines), amountOf(whole))
  it('counts what is controlled, and at most what is open', () => {
    expect(share([line('controlled', '25'), line('free', '70'), line('separate', '5'), line('foreign', '9')])).toBe(25)
    expect(share([line('controlled', '20'), line('open', '5.5')])).toEqual({ min: 20, max: 25.5 })
  })
  it('is open upwards without a value, unless the line cannot count', () => {
    expect(share([line('controlled', '20'), line('controlled')])).toEqual({ min: 20 })
    expect(share([line('open')])).toEqual({ min: 0 })
    expect(share([line('controlled', '20'), line('free')])).toBe(20)
  })
  it('says nothing without the value of the item, save that nothing is nothing', () => {
    expect(controlledShare(sumContent([line('controlled', '20')]), undefined)).toBeUndefined()
    expect(controlledShare(sumContent([line('controlled', '20')]), 0n)).toBeUndefined()
    expect(controlledShare(sumContent([line('free', '20')]), undefined)).toBe(0)
  })
  it('is never raised by a line that does not count', () => {
    const anyLine = fc.record({
      state: fc.constantFrom('controlled', 'open', 'free', 'separate', 'foreign'),
      value: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: undefined }),
    })
    const idle = fc.record({
      state: fc.constantFrom('free', 'separate', 'foreign'),
      value: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine as fc.Arbitrary<CountedLine>),
        idle as fc.Arbitrary<CountedLine>,
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (lines, more, whole) => {
          expect(controlledShare(sumContent([...lines, more]), whole)).toEqual(controlledShare(sumContent(lines), whole))
        },
      ),
    )
  })
})
