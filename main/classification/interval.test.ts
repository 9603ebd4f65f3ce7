import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareExact, type Exact, exact } from './exact.ts'
import { COMPARISONS, type Comparison, compareInterval, hull, type Interval, larger, logarithm, point, product, quotient } from './interval.ts'

const range = (min: number | null, max: number | null): Interval => ({ min: min === null ? null : exact(min), max: max === null ? null : exact(max) })

describe('comparing what is known with a limit', () => {
  const table: [string, Interval, Comparison, boolean | undefined][] = [
    ['a value on the limit', range(5, 5), 'atLeast', true],
    ['a value on the limit', range(5, 5), 'above', false],
    ['a value on the limit', range(5, 5), 'atMost', true],
    ['a value on the limit', range(5, 5), 'below', false],
    ['a value on the limit', range(5, 5), 'is', true],
    ['a value beside it', range(4, 4), 'is', false],
    ['a range across it', range(4, 6), 'atLeast', undefined],
    ['a range across it', range(4, 6), 'above', undefined],
    ['a range across it', range(4, 6), 'is', undefined],
    ['a range that begins on it', range(5, 6), 'atLeast', true],
    ['a range that begins on it', range(5, 6), 'above', undefined],
    ['a range that ends on it', range(4, 5), 'atMost', true],
    ['a range that ends on it', range(4, 5), 'below', undefined],
    ['a range that ends on it', range(4, 5), 'above', false],
    ['an open upper end', range(6, null), 'above', true],
    ['an open upper end', range(4, null), 'above', undefined],
    ['an open lower end', range(null, 4), 'atLeast', false],
    ['nothing', range(null, null), 'atMost', undefined],
  ]
  it.each(table)('%s %o %s 5 is %s', (_, interval, comparison, expected) => {
    expect(compareInterval(interval, comparison, exact(5))).toBe(expected)
  })

  it('never turns unknown into known when the interval grows', () => {
    const ends = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(ends, fc.constantFrom(...COMPARISONS), fc.integer({ min: 0, max: 20 }), (numbers, comparison, limit) => {
        const [a = 0, b = 0, c = 0, d = 0] = [...numbers].sort((left, right) => left - right)
        const narrow = compareInterval(range(b, c), comparison, exact(limit))
        const wide = compareInterval(range(a, d), comparison, exact(limit))
        if (wide !== undefined) expect(narrow).toBe(wide)
      }),
    )
  })
})

describe('computing with what is known', () => {
  const number = fc.integer({ min: 0, max: 50 })
  const inside = (interval: Interval, value: Exact): boolean =>
    (interval.min === null || compareExact(interval.min, value) <= 0) && (interval.max === null || compareExact(interval.max, value) >= 0)
  const interval = fc
    .tuple(number, number, fc.boolean(), fc.boolean())
    .map(([a, b, low, high]) => ({ low: Math.min(a, b), high: Math.max(a, b), held: range(low ? Math.min(a, b) : null, high ? Math.max(a, b) : null) }))

  it('holds every result that the inputs allow', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        for (const x of [a.low, a.high]) {
          for (const y of [b.low, b.high]) {
            expect(inside(product(a.held, b.held), exact(x * y))).toBe(true)
            expect(inside(larger(a.held, b.held), exact(Math.max(x, y)))).toBe(true)
            expect(inside(hull(a.held, b.held), exact(x))).toBe(true)
            if (y > 0) expect(inside(quotient(a.held, b.held), { over: BigInt(x), under: BigInt(y) })).toBe(true)
          }
        }
      }),
    )
  })

  it('leaves a quotient by zero open', () => {
    expect(quotient(point(exact(4800)), point(exact(0)))).toEqual({ min: null, max: null })
    expect(quotient(range(4, 8), range(0, 2))).toEqual(range(2, null))
  })

  it('leaves a logarithm below one open', () => {
    expect(logarithm(range(0, 8))).toEqual(range(null, 3))
    expect(logarithm(range(2, 8))).toEqual(range(1, 3))
  })
})
