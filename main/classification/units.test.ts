import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareExact, exact, exactText } from './exact.ts'
import { convert, kindOfUnit, mayBeNegative, splitQuantity, unitName, unitsLike } from './units.ts'

const shown = (value: number, from: string, to: string): string | undefined => {
  const converted = convert(exact(value), from, to)
  return converted && exactText(converted)
}

describe('units', () => {
  it.each([
    [1.3, 'GSPS', 'MSPS', '1300'],
    [2, 'TB/s', 'GB/s', '2000'],
    [1, 'GB/s', 'Gbit/s', '8'],
    [500_000, 'rad(Si)', 'Gy', '5000'],
    [125, '°C', 'K', '398.15'],
    [-67, '°F', '°C', '-55'],
    [814, 'mm²', 'cm2', '8.14'],
    [0.5, 'PFLOPS', 'TOPS', '500'],
    [12.8, 'WG', 'WT', '0.0128'],
    [500, 'µs', 'ms', '0.5'],
    [1, 'byte', 'bit', '8'],
  ])('%d %s is %s %s', (value, from, to, expected) => {
    expect(shown(value, from, to)).toBe(expected)
  })

  it.each([
    ['mhz', 'MHz'],
    ['MHZ', 'MHz'],
    ['GSa/s', 'GSPS'],
    ['℃', '°C'],
    ['μs', 'us'],
    ['兆赫', 'MHz'],
    ['GB/s', 'GB/s'],
    ['Gb/s', 'Gbit/s'],
  ])('knows %s as %s', (written, name) => {
    expect(unitName(written)).toBe(name)
  })

  it('refuses letters that fit two units by case alone, and units it does not know', () => {
    expect(kindOfUnit('GB/S')).toBeUndefined()
    expect(kindOfUnit('furlong')).toBeUndefined()
    expect(convert(exact(1), 'GHz', 'bit')).toBeUndefined()
    expect(convert(exact(1), 'TFLOPS', 'WT')).toBeUndefined()
  })

  it('knows what may lie below zero', () => {
    expect(mayBeNegative('°C')).toBe(true)
    expect(mayBeNegative('bit')).toBe(false)
  })

  it('comes back exactly from every unit of the same kind', () => {
    const units = [
      'Hz',
      'SPS',
      'bit/s',
      'bit',
      'TOPS',
      'MacTOPS',
      'TPP',
      'TPP/mm2',
      'WT',
      'GB/s/mm2',
      'mm2',
      'm',
      's',
      'K',
      'W',
      'Gy',
      'Gy/s',
      'n/cm2',
      'dBc',
      '%',
      'count',
    ].flatMap((base) => unitsLike(base).map((other) => [base, other] as const))
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }), ([from, to], digits, places) => {
        const value = exact(Number(`${digits}e-${places}`))
        const there = convert(value, from, to)
        const back = there && convert(there, to, from)
        expect(back && compareExact(back, value)).toBe(0)
      }),
    )
  })

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.constantFrom(...unitsLike('K')), (a, b, to) => {
        const [left, right] = [convert(exact(a), 'K', to), convert(exact(b), 'K', to)]
        expect(left && right && Math.sign(compareExact(left, right))).toBe(Math.sign(a - b))
      }),
    )
  })

  it.each([
    ['5 GHz', '5', 'GHz'],
    ['-55°C', '-55', '°C'],
    ['−55 °C', '-55', '°C'],
    ['1.3e9', '1300000000', ''],
    ['  64  bits ', '64', 'bits'],
    ['５ GHz', '5', 'GHz'],
  ])('splits %j', (text, value, unit) => {
    const split = splitQuantity(text)
    expect(split && { value: exactText(split.value), unit: split.unit }).toEqual({ value, unit })
  })

  it.each(['GHz', '', '1,300 MSPS', 'about 5 GHz'])('finds no number at the head of %j, or an unknown unit behind it', (text) => {
    const split = splitQuantity(text)
    expect(split === undefined || kindOfUnit(split.unit) === undefined).toBe(true)
  })
})
