/** The quick ways to tell words apart never lose a word that the full comparison finds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './similarity.ts'
import { LETTERS_COUNTED, LetterRow, lettersOf, mayDifferBy, slipsFrom } from './slips.ts'

const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: LETTERS_COUNTED })
const near = fc
  .tuple(word('abyz'), fc.array(fc.tuple(fc.nat(), fc.constantFrom('a', 'b', 'z', '')), { maxLength: 4 }))
  .map(([one, slips]) => [one, slips.reduce((text, [at, by]) => text.slice(0, at % text.length) + by + text.slice((at % text.length) + 1), `${one}a`)] as const)
const pair = fc.oneof(near, fc.tuple(word('ab'), word('ab')), fc.tuple(word('abcdexyz'), word('abcdexyz')))

describe('slips between two words', () => {
  it('are as many as the table of all letters counts', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(slipsFrom(one, new LetterRow(['', other, 'x', '~xyz', one]))(1)).toBe(editDistance(one, other, one.length + other.length))
      }),
      { numRuns: 3000, seed: 31 },
    )
  })

  it('are never more than the letters let them be', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(mayDifferBy(lettersOf(one), lettersOf(other), editDistance(one, other, one.length + other.length))).toBe(true)
      }),
      { numRuns: 3000, seed: 32 },
    )
  })
})
