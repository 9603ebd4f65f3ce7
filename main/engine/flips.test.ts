import { describe, expect, it } from 'vitest'
import { facts, given, isTrue, pack, rule, test } from './fixture.ts'
import { findFlips } from './flips.ts'
import { prepare } from './prepare.ts'
import { quickVerdicts } from './quick.ts'
import type { Expr, FactDeclaration, FactType } from './types.ts'

const words = { en: 'w', zh: 'w' }
const fact = (path: string, type: FactType, choices: string[] = []): FactDeclaration => ({
  path,
  type,
  label: words,
  ask: words,
  why: words,
  cite: '15 CFR 736.2',
  choices: choices.map((value) => ({ value, label: words })),
})
const all = (...parts: Expr[]): Expr => ({ kind: 'all', parts })
const FACTS = [
  fact('item.a', 'boolean'),
  fact('item.b', 'boolean'),
  fact('item.n', 'number'),
  fact('item.set', 'set', ['x', 'y']),
  fact('item.choice', 'choice', ['one', 'two']),
  fact('transaction.destination', 'country'),
]
const flips = (licence: Expr, item: Parameters<typeof facts>[0], transaction: Parameters<typeof given>[0] = {}, fixed: string[] = []) => {
  const prepared = prepare(pack([rule('s', 'item.subject', all()), rule('l', 'item.licence', licence)], { facts: FACTS }), '2026-01-01')
  const inputs = { ...facts(item), transaction: given(transaction) }
  let evaluations = 0
  const found = findFlips({
    prepared,
    facts: inputs,
    item: 0,
    verdictOf: (changed) => {
      evaluations++
      return quickVerdicts(prepared, changed, { possibleHits: false })[0] as never
    },
    fixed: new Set(fixed),
    destination: 'transaction.destination',
    countries: ['CN', 'DE', 'FR', 'RU'],
  })
  return { found: found.map(({ verdict, changes }) => [verdict, ...changes.map(({ ref, to }) => [ref.path, to])]), evaluations }
}
const value = (to: unknown) => ({ kind: 'value', value: to })

describe('what would change the answer', () => {
  it('is one boolean', () => expect(flips(isTrue('item.a'), { a: false, b: true }).found).toEqual([['licence-required', ['item.a', value(true)]]]))
  it('is a choice or the member of a set', () => {
    expect(flips(test('item.choice', 'is', 'two'), { choice: 'one' }).found).toEqual([['licence-required', ['item.choice', value('two')]]])
    expect(flips(test('item.set', 'has', 'x'), { set: ['x'] }).found).toEqual([['no-licence-required', ['item.set', value({ is: [], maybe: [] })]]])
  })
  it.each<['atLeast' | 'atMost', number, string, string]>([
    ['atLeast', 4, 'licence-required', 'at-least'],
    ['atLeast', 9, 'no-licence-required', 'below'],
    ['atMost', 9, 'licence-required', 'at-most'],
    ['atMost', 4, 'no-licence-required', 'above'],
    ['atMost', 5, 'no-licence-required', 'above'],
    ['atLeast', 5, 'no-licence-required', 'below'],
  ])('is a number across the limit: %s 5 from %d', (operator, n, verdict, side) =>
    expect(flips(test('item.n', operator, 5), { n }).found).toEqual([[verdict, ['item.n', { kind: 'limit', side, limit: 5 }]]]),
  )
  it('groups destinations by what they lead to', () =>
    expect(flips(test('transaction.destination', 'in', ['CN', 'RU']), {}, { destination: 'DE' }).found).toEqual([
      ['licence-required', ['transaction.destination', { kind: 'countries', countries: ['CN', 'RU'] }]],
    ]))
  it('is a pair where no single change is enough', () =>
    expect(flips(all(isTrue('item.a'), isTrue('item.b')), { a: false, b: false }).found).toEqual([
      ['licence-required', ['item.a', value(true)], ['item.b', value(true)]],
    ]))
  it('is no pair that holds a change which is enough alone', () =>
    expect(flips({ kind: 'any', parts: [isTrue('item.a'), all(isTrue('item.a'), isTrue('item.b'))] }, { a: false, b: false }).found).toHaveLength(1))
  it('leaves what is fixed and what is not given alone', () => {
    expect(flips(isTrue('item.a'), { a: false }, {}, ['item.a']).found).toEqual([])
    expect(flips(isTrue('item.a'), {}).found).toEqual([])
  })
  it('gives the same again', () => {
    const once = () => flips(all(isTrue('item.a'), test('item.n', 'atLeast', 5)), { a: false, n: 1 })
    expect(once()).toEqual(once())
  })
})
