import { describe, expect, it } from 'vitest'
import { askOrder, withFact } from './ask-order.ts'
import { facts, isTrue, pack, rule } from './fixture.ts'
import { prepare } from './prepare.ts'
import type { FactDeclaration } from './types.ts'

const words = { en: 'w', zh: 'w' }
const fact = (path: string): FactDeclaration => ({ path, type: 'boolean', label: words, ask: words, why: words, cite: '15 CFR 736.2' })
const all = (...parts: ReturnType<typeof isTrue>[]) => ({ kind: 'all' as const, parts })

/** A gate that closes three rules, beside one rule of its own. */
const law = pack(
  [
    rule('s', 'item.subject', all()),
    rule('a', 'item.licence', isTrue('item.a')),
    rule('b', 'item.licence', all(isTrue('item.gate'), isTrue('item.b'))),
    rule('c', 'item.licence', all(isTrue('item.gate'), isTrue('item.c'))),
    rule('d', 'item.licence', all(isTrue('item.gate'), isTrue('item.d'))),
  ],
  { facts: ['item.a', 'item.gate', 'item.b', 'item.c', 'item.d'].map(fact) },
)
const prepared = prepare(law, '2026-01-01')
const of = { item: '1' }

describe('the order of questions', () => {
  it('begins with the one that spares the most', () => {
    const order = askOrder(prepared, facts({}), { possibleHits: false }, [
      { path: 'item.a', of },
      { path: 'item.gate', of },
    ])
    // Yes to `a` settles everything, no leaves four facts; the gate leaves one or four.
    expect(order.map(({ path }) => path)).toEqual(['item.a', 'item.gate'])
    const gated = askOrder(prepared, facts({ a: false }), { possibleHits: false }, [
      { path: 'item.b', of },
      { path: 'item.gate', of },
    ])
    expect(gated.map(({ path }) => path)).toEqual(['item.gate', 'item.b'])
  })

  it('keeps every question, and the order of the dictionary where nothing is spared', () => {
    const refs = ['item.x', 'item.y', 'item.z'].map((path) => ({ path, of }))
    expect(askOrder(prepared, facts({}), { possibleHits: false }, refs)).toEqual(refs)
  })

  it('keeps a question first whose answers have no end and on which the rest turns', () => {
    const refs = ['item.eccn', 'item.gate', 'item.a'].map((path) => ({ path, of }))
    const withEntry = prepare({ ...law, facts: [{ ...fact('item.eccn'), type: 'text' }, ...law.facts] }, '2026-01-01')
    expect(askOrder(withEntry, facts({}), { possibleHits: false }, refs)).toEqual(refs)
  })

  it('never changes the case that it looks at', () => {
    const before = facts({ a: false })
    withFact(before, { path: 'item.gate', of }, true)
    expect(before).toEqual(facts({ a: false }))
  })
})
