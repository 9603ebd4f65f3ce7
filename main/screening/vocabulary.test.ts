/** Every word that is alike to another is found, whichever of the two is looked for: nothing that passes words over may lose one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinyinSyllableList } from './scripts/pinyin-syllables.ts'
import { spelledSyllables, transcription } from './scripts/transcribed-sounds.ts'
import { type Word, wordsAlike } from './similarity.ts'
import { alikeWords, noWords, vocabularyOf, wordId } from './vocabulary.ts'

/** Latin letters that are written for those of pinyin, as foreign names have them. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  k: ['k', 'c', 'q', 'ck'],
  g: ['g', 'k', 'c'],
  b: ['b', 'p', 'v'],
  p: ['p', 'b'],
  f: ['f', 'v', 'ph'],
  w: ['w', 'v', 'u', ''],
  x: ['x', 's', 'sh', 'c'],
  j: ['j', 'g', 'k', 'z'],
  q: ['q', 'ch', 'c', 'k'],
  z: ['z', 's', 'ts'],
  d: ['d', 't'],
  t: ['t', 'd', 'th'],
  l: ['l', 'r', 'll'],
  i: ['i', 'y', 'e', ''],
  u: ['u', 'o', ''],
  o: ['o', 'u'],
  e: ['e', 'a', 'er', 'r', ''],
}

const latinFor = (pinyin: string): fc.Arbitrary<string> =>
  fc.tuple(...[...pinyin].map((letter) => fc.constantFrom(...(WRITTEN[letter] ?? [letter])))).map((letters) => letters.join(''))

const heard = fc
  .tuple(fc.array(fc.constantFrom(...pinyinSyllableList), { minLength: 2, maxLength: 4 }), fc.constantFrom(transcription, spelledSyllables))
  .chain(([syllables, sound]) => fc.tuple(fc.constant(sound(syllables)), fc.array(latinFor(syllables.join('')), { minLength: 8, maxLength: 8 })))
  .map(([sound, latin]) => [sound, ...latin])

const letters = 'abcdefghijklmnopqrstuvwxyz'
const slipped = fc
  .tuple(fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 13 }), fc.nat(12), fc.nat(12), fc.constantFrom(...letters))
  .map(([word, one, other, letter]) => [word, word.slice(0, one) + word.slice(one + 1), word.slice(0, other) + letter + word.slice(other)])

describe('a vocabulary', () => {
  it('finds all that is alike, as comparing with every word does', () => {
    let found = 0
    let acrossScripts = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(heard, slipped), { minLength: 12, maxLength: 12 }), (groups) => {
        const numbered = noWords()
        for (const word of groups.flat()) if (word !== '') wordId(numbered, word)
        const { words } = numbered
        const vocabulary = vocabularyOf(numbered)
        words.forEach((word, id) => {
          const expected = alikeIds(words, word)
          expect(new Set(alikeWords(vocabulary, word.text).map((alike) => alike.id))).toEqual(expected)
          found += expected.size - 1
          for (const other of expected) if (word.transcribed && other !== id) acrossScripts += 1
        })
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(1000)
    expect(acrossScripts).toBeGreaterThan(200)
  })
})

const alikeIds = (words: readonly Word[], word: Word): Set<number> => new Set(words.flatMap((other, id) => (wordsAlike(word, other) > 0 ? [id] : [])))
