/**
 * One spelling for the ways in which the standards of transliteration write one name: Cyrillic ("Yuriy", "Iurii", "Jurij"),
 * Arabic and Persian ("Qasim", "Kassem"; "Yousuf", "Yusuf"), Korean and Japanese vowels. Words with the same spelling are the same
 * word written by another rule.
 */
import { lettersOnce, type Rule, rewriting } from './rewriting.ts'

export const SPELLING_RULES: readonly Rule[] = [
  ['hydro', /hydro/g, 'gidro'],
  ['teh', /tech|tekh/g, 'teh'],
  ['cht', /ch(?=t)/g, 'h'],
  ['shch stsch chtch', /shch|stsch|chtch/g, 'sh'],
  ['tch cz', /tsch|tch|cz/g, 'ch'],
  ['dzh dsh dj', /dzh|dsh|dj|dz(?=h)/g, 'j'],
  ['zh', /zh/g, 'j'],
  ['sch', /sch/g, 'sh'],
  ['ph', /ph/g, 'f'],
  ['kh', /kh/g, 'h'],
  ['gh', /gh/g, 'g'],
  ['th', /th/g, 't'],
  ['dh', /dh/g, 'd'],
  ['ts tz', /ts|tz/g, 'c'],
  ['ck', /ck/g, 'k'],
  ['q', /qu?/g, 'k'],
  ['c', /c(?![hei])/g, 'k'],
  ['x', /x/g, 'ks'],
  ['w', /w/g, 'v'],
  lettersOnce,
  ['ye je ie', /^(?:ye|je|ie)/g, 'e'],
  ['ye je ie yo jo', /(?:ye|je|ie|yo|(?<!^)jo)/g, 'e'],
  ['y j i', /(?:iy|yy|ij|yj|yi|ii|y|ie|j)$/g, 'i'],
  ['ia ya ja', /(?:iya|iia|ija|ya|ja)/g, 'ia'],
  ['yu ju', /(?:iyu|yu|ju)/g, 'iu'],
  ['o', /ou|oo/g, 'u'],
  ['e y', /ee|y/g, 'i'],
  ['ei', /ei/g, 'ai'],
  ['h', /(?<=[aeiou])h$/g, ''],
  lettersOnce,
]
const spelled = rewriting(SPELLING_RULES)

const LETTERS = /^[a-z]+$/

/** The spelling of a word of at least three letters; an empty text for numbers, short words and other scripts. */
export function spellingOf(word: string): string {
  if (word.length < 3 || !LETTERS.test(word)) return ''
  const spelling = spelled(word)
  return spelling.length < 2 ? '' : spelling
}
