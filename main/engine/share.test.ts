import { describe, expect, it } from 'vitest'
import { Evaluation } from './evaluate.ts'
import { facts, isTrue, pack, rule } from './fixture.ts'
import { prepare } from './prepare.ts'
import { numberShared, shareConditions } from './share.ts'
import type { Expr } from './types.ts'

const all = (...parts: Expr[]): Expr => ({ kind: 'all', parts })
const whereOf = (expr: Expr | undefined): Expr => (expr as { where: Expr }).where
const isTrueOfX = (expr: Expr | undefined): Expr => (expr as { parts: Expr[] }).parts[0] as Expr
const some = (where: Expr): Expr => ({ kind: 'some', over: 'party', where })

describe('shared conditions', () => {
  const rules = [
    rule('a', 'item.licence', all(isTrue('item.x'), isTrue('item.y'))),
    rule('b', 'item.licence', all(isTrue('item.x'), isTrue('item.y'))),
    rule('c', 'item.prohibited', some(all(isTrue('party.p'), isTrue('item.x')))),
    rule('d', 'item.barred', { kind: 'some', over: 'item', where: isTrue('item.x') }),
    rule('e', 'item.prohibited', some(all(isTrue('party.p'), isTrue('item.x')))),
    rule('f', 'item.prohibited', { kind: 'not', part: some(isTrue('party.p')) }),
  ]
  const shared = shareConditions(rules)

  it('are one object, and say the same', () => {
    expect(shared.map(({ when }) => when)).toEqual(rules.map(({ when }) => when))
    expect(shared[0]?.when).toBe(shared[1]?.when)
  })
  it('are numbered where they stand in several places and no party can make a difference', () => {
    const numbers = numberShared(shared)
    expect(numbers.has(shared[0]?.when as Expr)).toBe(true)
    expect(numbers.has(shared[2]?.when as Expr)).toBe(true)
    expect(numbers.has(isTrueOfX(shared[0]?.when))).toBe(true)
    expect(numbers.has(whereOf(shared[2]?.when))).toBe(false)
    expect([...numbers.keys()].filter((expr) => JSON.stringify(expr) === JSON.stringify(isTrue('party.p')))).toEqual([])
    expect(numbers.has(shared[3]?.when as Expr)).toBe(false)
    expect([...numbers.values()]).toEqual([...numbers.keys()].map((_, i) => i))
  })
  it('are not numbered while equal ones are apart', () => {
    expect(numberShared(rules).size).toBe(0)
  })
  it('give the same proof as conditions apart, for each item', () => {
    const inputs = {
      ...facts({ x: true }, [{ p: true }, {}]),
      items: [...facts({ x: true }).items, { ...facts({ x: false, y: true }).items[0], id: '2' } as never],
    }
    const proofs = (of: typeof rules) => {
      const evaluation = new Evaluation(prepare(pack(of), '2026-01-01'), inputs)
      return [0, 1].flatMap((item) => ['item.licence', 'item.prohibited', 'item.barred'].map((path) => evaluation.conclude(path, { item })))
    }
    expect(proofs(shared)).toEqual(proofs(rules))
  })
})
