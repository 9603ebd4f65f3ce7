import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, amountText, percentOf, shareOf } from './amount.ts'

describe('amounts', () => {
  it.each([
    ['0', '0.00'],
    ['12000.00', '12000.00'],
    ['0.000001', '0.000001'],
    ['999999999999999.999999', '999999999999999.999999'],
    ['1.5', '1.50'],
  ])('reads %s', (text, shown) => expect(amountText(amountOf(text))).toBe(shown))
  it.each(['', '-1', '1e3', '1.0000001', '.5', '1,000'])('refuses “%s”', (text) => expect(() => amountOf(text)).toThrow(RangeError))
  it('adds what binary fractions cannot: ten dimes are a unit', () =>
    expect(amountText(Array.from({ length: 10 }, () => amountOf('0.1')).reduce((a, b) => a + b))).toBe('1.00'))
})

describe('shares', () => {
  it('is exact on the limit', () => {
    expect(percentOf(amountOf('25'), amountOf('100'))).toBe(25)
    expect(percentOf(amountOf('0.1'), amountOf('1'))).toBe(10)
  })
  it('never rounds a share above the limit down to it', () => {
    expect(percentOf(amountOf('250000000000000.000001'), amountOf('1000000000000000'.slice(0, 15)) * 10n)).toBeGreaterThan(25)
    expect(percentOf(1n, amountOf('999999999999999.999999'))).toBeGreaterThan(0)
  })
  it('stays on the side of the limit on which the amounts are', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 18n })
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(10, 25), (part, whole, limit) => {
        expect(percentOf(part, whole) > limit).toBe(part * 100n > BigInt(limit) * whole)
        expect(part <= shareOf(limit, whole)).toBe(part * 100n <= BigInt(limit) * whole)
      }),
    )
  })
  it('knows no share of nothing', () => expect(() => percentOf(1n, 0n)).toThrow(RangeError))
})
