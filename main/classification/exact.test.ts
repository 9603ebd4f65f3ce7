import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareExact, exact, exactFromText, exactText, log2, minus, over, plus, times } from './exact.ts'

const decimals = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => exact(Number(`${digits}e-${places}`)))

describe('exact numbers', () => {
  it.each([
    ['5', '5'],
    ['-0.25', '-0.25'],
    ['1.3e9', '1300000000'],
    ['+7', '7'],
    ['0.10', '0.1'],
    ['5e-3', '0.005'],
  ])('reads %s as %s', (text, shown) => {
    const value = exactFromText(text)
    expect(value && exactText(value)).toBe(shown)
  })

  it.each(['', 'five', '1,300', '1.', '.5', '0x10', '1e999', '1e-999', 'NaN', '--1', '1 2'])('refuses %j', (text) => {
    expect(exactFromText(text)).toBeUndefined()
  })

  it('takes a number as it was typed, not as its binary neighbour', () => {
    expect(exactText(times(exact(4.35), exact(100)))).toBe('435')
    expect(exactText(plus(exact(0.1), exact(0.2)))).toBe('0.3')
  })

  it('marks a decimal text that does not end', () => {
    expect(exactText(over(exact(1), exact(3)))).toBe('≈0.333333333333')
  })

  it('refuses what is not finite, and division by nothing', () => {
    expect(() => exact(Number.NaN)).toThrow(RangeError)
    expect(() => exact(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => over(exact(1), exact(0))).toThrow(RangeError)
  })

  it('undoes what it did', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compareExact(minus(plus(a, b), b), a)).toBe(0)
        if (b.over !== 0n) expect(compareExact(over(times(a, b), b), a)).toBe(0)
        const again = exactFromText(exactText(a))
        expect(again && compareExact(again, a)).toBe(0)
      }),
    )
  })

  it('takes logarithms of powers of two exactly', () => {
    expect(exactText(log2(exact(1024)))).toBe('10')
    expect(exactText(log2(exact(0.25)))).toBe('-2')
    expect(Number(exactText(log2(exact(1000))))).toBeCloseTo(Math.log2(1000), 12)
    expect(() => log2(exact(0))).toThrow(RangeError)
  })
})
