/**
 * Japanese names of persons: 伊藤健二 is "Ito Kenji", not its Chinese reading. A name with a Japanese family name in front is read by
 * the usual readings of its characters; in Latin letters the spellings of one name are one ("Satoh", "Satou", "Sato"; "Kenzi", "Kenji").
 */

import { type Rule, rewriting } from '#main/screening/rewriting.ts'
import NAMES from '#main/screening/words/japanese-names.json' with { type: 'json' }
import { familyFirst } from './chinese-spellings.ts'
import { toSimplified } from './han-characters.ts'
import { latin } from './latin.ts'

const MARK = 'ja:'
const MOST_READINGS = 24
const LONGEST_GIVEN = 4
/** The ways to write long vowels and the two systems of romanisation as one. */
export const JAPANESE_RULES: readonly Rule[] = [
  ['o ō', /ou|oo|oh(?![aeiouy])|ō/g, 'o'],
  ['u ū', /uu|ū/g, 'u'],
  ['sy', /sy/g, 'sh'],
  ['si', /si/g, 'shi'],
  ['ty', /ty/g, 'ch'],
  ['ti', /ti/g, 'chi'],
  ['tu', /tu/g, 'tsu'],
  ['jy zy', /jy|zy/g, 'j'],
  ['zi di', /[zd]i/g, 'ji'],
  ['du dz', /d[uz]u?/g, 'zu'],
  ['hu', /hu/g, 'fu'],
  ['m', /m(?=[bmp])/g, 'n'],
]
const folded = rewriting(JAPANESE_RULES)
/** By their characters as they stand after the first steps of normalisation. */
const families = new Map<string, string>(Object.entries(NAMES.family).map(([han, reading]) => [toSimplified(han), reading]))
const readings = new Map<string, string[]>(Object.entries(NAMES.given).map(([han, some]) => [toSimplified(han), some.split(' ')]))
const spelledFamilies = new Map([...families.values()].map((family) => [folded(family), family]))
const longestFamily = Math.max(...[...families.keys()].map((han) => [...han].length))
const SYLLABLE = '(?:ky|sh|sy|ch|ty|ts|ny|hy|my|ry|gy|j|jy|zy|by|py|[kstnhmyrwgzdbpf])?[aeiou]'
const SYLLABLES = new RegExp(`^(?:${SYLLABLE}h?|n|m(?=[bmp])|(?:k(?=k)|s(?=s)|t(?=[tc])|p(?=p))){2,}$`)
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u

/** The family and the given name, each with its readings, of a name in Japanese characters; nothing when no Japanese family name stands in front. */
export function japanesePerson(text: string): string[][] | undefined {
  const characters = [...text.replace(/[\s・　]+/gu, '')]
  for (let length = Math.min(longestFamily, characters.length - 1); length > 0; length -= 1) {
    const family = families.get(characters.slice(0, length).join(''))
    if (family === undefined) continue
    const given = givenReadings(characters.slice(length))
    if (given.length > 0) return [[family, MARK + folded(family)], given.flatMap((reading) => [reading, MARK + folded(reading)])]
  }
  return undefined
}

function givenReadings(characters: readonly string[]): string[] {
  if (characters.length > LONGEST_GIVEN * 2) return []
  const text = characters.join('')
  if (KANA.test(text)) return [latin(text).replace(/[^a-z]/g, '')]
  if (characters.length > LONGEST_GIVEN) return []
  let found = ['']
  for (const character of characters) {
    const own = KANA.test(character) ? [latin(character)] : (readings.get(character) ?? [])
    found = found.flatMap((before) => own.map((one) => before + one))
  }
  return found.slice(0, MOST_READINGS)
}

/** The readings of a name in Latin letters as a Japanese one; nothing when it is none. */
export function japaneseReadings(words: readonly string[]): string[][][] {
  if (words.length !== 2 || !words.every((word) => SYLLABLES.test(word))) return []
  const spelled = new Map(words.filter((word) => spelledFamilies.has(folded(word))).map((word) => [word, true]))
  return familyFirst(words, spelled).map((name) => name.map((word) => [word, MARK + folded(word)]))
}
