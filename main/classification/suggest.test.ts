import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearest, parseEccn, suggestEccns } from './suggest.ts'

const CODES = ['3A090', '4A090', '3A001', '3A991', '5A002', '5A992', '0A501', '6A003', '3B001', 'EAR99']

describe('reading control numbers', () => {
  it.each([
    ['3A090.a', '3A090', 'a'],
    ['3a090 a', '3A090', 'a'],
    ['3A090a.1', '3A090', 'a.1'],
    ['5A002.z.1.a', '5A002', 'z.1.a'],
    ['3A001.B.12.c', '3A001', 'b.12.c'],
    [' 4A003 ', '4A003', ''],
    ['3A090.', '3A090', ''],
    ['３Ａ０９０．ａ', '3A090', 'a'],
    ['ear99', 'EAR99', ''],
    ['EAR 99', 'EAR99', ''],
  ])('%j', (text, eccn, paragraph) => {
    expect(parseEccn(text)).toEqual({ eccn, paragraph })
  })

  it.each(['', '3A09', '3F090', 'OA501', '3A0900', 'EAR98', '3A090..1', 'hello'])('refuses %j', (text) => {
    expect(parseEccn(text)).toBeUndefined()
  })
})

describe('suggesting control numbers', () => {
  it.each([
    ['3A091', '3A090'],
    ['OA501', '0A501'],
    ['3A09', '3A090'],
    ['3AO9O', '3A090'],
    ['A3090', '3A090'],
    ['ERA99', 'EAR99'],
    ['5A0O2.a', '5A002'],
  ])('%s begins with %s', (input, expected) => {
    expect(suggestEccns(input, CODES)[0]).toBe(expected)
  })

  it('says nothing where nothing is near', () => {
    expect(suggestEccns('microscope', CODES)).toEqual([])
    expect(nearest('', ['anything'], 3)).toEqual([])
  })

  it('measures a distance: zero for the same, the same both ways', () => {
    const code = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(editDistance(a, a)).toBe(0)
        expect(editDistance(a, b)).toBe(editDistance(b, a))
      }),
    )
  })
})
