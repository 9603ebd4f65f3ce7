import { expect, it } from 'vitest'
import { ECCN, joinCode, splitCode } from './eccn.ts'

it.each([
  ['3A090.a.1', { eccn: '3A090', paragraph: 'a.1' }],
  ['EAR99', { eccn: 'EAR99', paragraph: '' }],
  ['', { eccn: '', paragraph: '' }],
])('splits %s and joins it again', (code, parts) => {
  expect(splitCode(code)).toEqual(parts)
  expect(joinCode(parts.eccn, parts.paragraph)).toBe(code)
})

it.each([
  ['0A501', true],
  ['9E991', true],
  ['9F991', false],
  ['3A001.a', false],
  ['3A0011', false],
  ['EAR99', false],
])('%s is a control entry: %s', (code, is) => {
  expect(ECCN.test(code)).toBe(is)
})
