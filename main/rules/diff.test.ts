import { describe, expect, it } from 'vitest'
import { isTrue, pack, rule, test } from '#main/engine/fixture.ts'
import type { CompiledPack, Rule } from '#main/engine/types.ts'
import { diffPacks } from './diff.ts'

const all = (...parts: ReturnType<typeof isTrue>[]) => ({ kind: 'all' as const, parts })
const base = rule('r', 'item.licence', all(isTrue('item.a'), isTrue('item.b')), {
  effect: { reason: 'NS', exceptions: ['LVS'], policy: [], duties: [], prohibition: 1 },
})
const changed = (more: Partial<Rule>) => diffPacks(pack([base]), pack([{ ...base, ...more }]))
const details = (more: Partial<Rule>) => changed(more).flatMap((change) => change.details.map(({ what, before, after }) => [what, before, after]))
const words = (text: string) => ({ en: text, zh: text })

describe('what changed in a rule', () => {
  it('is nothing for the same rule, and for another day of review', () => {
    expect(changed({})).toEqual([])
    expect(changed({ reviewed: { on: '2027-01-01', against: 'later' } })).toEqual([])
  })
  it.each<[string, Partial<Rule>, [string, string, string][]]>([
    ['a test more', { when: all(isTrue('item.a'), isTrue('item.b'), isTrue('item.c')) }, [['condition', '', 'item.c is true']]],
    ['another test', { when: all(isTrue('item.a'), { kind: 'not', part: isTrue('item.b') }) }, [['condition', 'item.b is true', 'not item.b is true']]],
    [
      'the same tests put together otherwise',
      { when: { kind: 'any', parts: [isTrue('item.a'), isTrue('item.b')] } },
      [['condition', 'all(item.a is true; item.b is true)', 'any(item.a is true; item.b is true)']],
    ],
    [
      'dates',
      {
        inForce: [
          { from: '2020-01-01', until: '2020-12-31' },
          { from: '2022-01-01', knownSince: '2021-06-01' },
        ],
      },
      [['dates', '2020-01-01 to …', '2020-01-01 to 2020-12-31; 2022-01-01 to … (known since 2021-06-01)']],
    ],
    ['exceptions', { effect: { reason: 'NS', exceptions: [], policy: [], duties: [], prohibition: 1 } }, [['exceptions', 'LVS', '']]],
    [
      'policy',
      { effect: { reason: 'NS', exceptions: ['LVS'], policy: [{ code: 'denial', says: words('no'), cite: '15 CFR 742.4' }], duties: [], prohibition: 1 } },
      [['policy', '', 'denial: no (15 CFR 742.4)']],
    ],
    ['citations', { cites: ['15 CFR 742.4'] }, [['cites', '15 CFR 736.2', '15 CFR 742.4']]],
    ['the result', { then: { notModelled: words('gap') } }, [['result', 'true', 'not modelled: gap']]],
  ])('%s', (_, more, expected) => expect(details(more)).toEqual(expected))
})

describe('what else changed', () => {
  const difference = (before: Partial<CompiledPack>, after: Partial<CompiledPack>) => diffPacks(pack([], before), pack([], after))
  it('names added and removed rules with sentence and condition', () => {
    const [added] = diffPacks(pack([]), pack([base]))
    expect(added).toMatchObject({ kind: 'rule', change: 'added', name: 'r', cites: ['15 CFR 736.2'] })
    expect(added?.details.map(({ what }) => what)).toEqual(['says', 'condition', 'dates'])
    expect(diffPacks(pack([base]), pack([]))).toMatchObject([{ change: 'removed', name: 'r' }])
  })
  it('tells the members of a dated list apart, version by version', () => {
    const list = (values: string[], more: { from: string; values: string[] }[] = []) => [
      {
        name: 'l',
        says: words('l'),
        cites: ['15 CFR 736.2'],
        versions: [{ inForce: { from: '2020-01-01' }, values }, ...more.map(({ from, values: own }) => ({ inForce: { from }, values: own }))],
      },
    ]
    expect(difference({ parameters: list(['CN', 'RU']) }, { parameters: list(['CN', 'BY'], [{ from: '2026-01-01', values: ['IR'] }]) })[0]?.details).toEqual([
      { what: 'values', before: '2020-01-01 to …: RU', after: '2020-01-01 to …: BY; 2026-01-01 to …: IR' },
    ])
  })
  it('names exceptions by limb, and families by their day', () => {
    const { regime } = pack([])
    const [exception] = regime.exceptions
    const limb = { paragraph: '(a)', says: words('first'), conclusion: 'item.exception.LVS.a' }
    expect(difference({}, { regime: { ...regime, exceptions: [{ ...exception, limbs: [limb] } as never] } })[0]).toMatchObject({
      kind: 'exception',
      name: 'LVS',
      details: [{ what: 'limbs', before: 'LVS', after: '(a) first' }],
    })
    expect(difference({}, { families: [{ id: 'rest', title: words('rest'), completeFrom: '2026-01-01' }] })[0]).toMatchObject({
      kind: 'family',
      details: [{ what: 'complete-from', before: '2020-01-01', after: '2026-01-01' }],
    })
  })
  it('names what changed where no part of it is told apart', () => {
    expect(diffPacks(pack([base]), pack([{ ...base, eccns: ['X'] }]))[0]?.details).toEqual([{ what: 'other', before: '', after: '' }])
  })
  it('reads limits', () => {
    const limit = (value: number) => pack([rule('r', 'item.licence', test('item.n', 'atMost', value))])
    expect(diffPacks(limit(5), limit(6))[0]?.details).toEqual([{ what: 'condition', before: 'item.n atMost 5', after: 'item.n atMost 6' }])
  })
})
