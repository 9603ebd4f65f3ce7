/** Rules that rewrite words: none may be passed over for a word that it rewrites. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lettersOnce, type Rule, rewriting } from './rewriting.ts'
import { BELARUSIAN_RULES } from './scripts/belarusian.ts'
import { JAPANESE_RULES } from './scripts/japanese.ts'
import { KOREAN_RULES } from './scripts/korean.ts'
import { SOUND_RULES, VOWEL_RULES } from './sound.ts'
import { SPELLING_RULES } from './spelling.ts'

const FEW = 'aeioujyhsctzkgdx'
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...FEW), minLength: 1, maxLength: 8 }),
)

/** The same without asking for letters first. */
const byEveryRule = (rules: readonly Rule[], text: string): string =>
  rules.reduce((rewritten, rule) => (typeof rule === 'function' ? rule(rewritten) : rewritten.replace(rule[1], rule[2])), text)

describe('rules of spelling', () => {
  it.each([
    ['of transliterations', SPELLING_RULES],
    ['of sounds', SOUND_RULES],
    ['of vowels', VOWEL_RULES],
    ['of Korean', KOREAN_RULES],
    ['of Japanese', JAPANESE_RULES],
    ['of Belarusian', BELARUSIAN_RULES],
  ])('are all tried where they rewrite: %s', (_, rules) => {
    const rewritten = rewriting(rules)
    fc.assert(
      fc.property(word, (text) => {
        expect(rewritten(text)).toBe(byEveryRule(rules, text))
      }),
      { numRuns: 3000 },
    )
  })

  it('are passed over for words without their letters', () => {
    expect(rewriting([['ab', /./g, 'x']])('cab')).toBe('xxx')
    expect(rewriting([['ab', /./g, 'x']])('cat')).toBe('cat')
    expect(rewriting([['ab c', /./g, 'x']])('cut')).toBe('xxx')
    expect(rewriting([['', /./g, 'x']])('')).toBe('')
  })

  it('make letters that follow themselves one', () => {
    expect(lettersOnce('hussein')).toBe('husein')
    expect(lettersOnce('aaabbc')).toBe('abc')
    expect(lettersOnce('abab')).toBe('abab')
    expect(lettersOnce('')).toBe('')
  })
})
