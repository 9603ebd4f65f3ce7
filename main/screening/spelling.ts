/**
 * One spelling for the ways in which the standards of transliteration write one name: Cyrillic ("Yuriy", "Iurii", "Jurij"),
 * Arabic and Persian ("Qasim", "Kassem"; "Yousuf", "Yusuf"), Korean and Japanese vowels. Words with the same spelling are the same
 * word written by another rule. A rule names letters that a word must have for it.
 */
import { lettersOf } from './slips.ts'

const RULES: readonly (readonly [letters: string, pattern: RegExp, by: string])[] = [
  ['hydro', /hydro/g, 'gidro'],
  ['teh', /tech|tekh/g, 'teh'],
  ['cht', /ch(?=t)/g, 'h'],
  ['ch', /shch|stsch|chtch/g, 'sh'],
  ['c', /tsch|tch|cz/g, 'ch'],
  ['d', /dzh|dsh|dj|dz(?=h)/g, 'j'],
  ['zh', /zh/g, 'j'],
  ['sch', /sch/g, 'sh'],
  ['ph', /ph/g, 'f'],
  ['kh', /kh/g, 'h'],
  ['gh', /gh/g, 'g'],
  ['th', /th/g, 't'],
  ['dh', /dh/g, 'd'],
  ['t', /ts|tz/g, 'c'],
  ['ck', /ck/g, 'k'],
  ['q', /qu?/g, 'k'],
  ['c', /c(?![hei])/g, 'k'],
  ['x', /x/g, 'ks'],
  ['w', /w/g, 'v'],
  ['', /(.)\1+/g, '$1'],
  ['e', /^(?:ye|je|ie)/g, 'e'],
  ['', /(?:ye|je|ie|yo|(?<!^)jo)/g, 'e'],
  ['', /(?:iy|yy|ij|yj|yi|ii|y|ie|j)$/g, 'i'],
  ['a', /(?:iya|iia|ija|ya|ja)/g, 'ia'],
  ['u', /(?:iyu|yu|ju)/g, 'iu'],
  ['o', /ou|oo/g, 'u'],
  ['', /ee|y/g, 'i'],
  ['ei', /ei/g, 'ai'],
  ['h', /(?<=[aeiou])h$/g, ''],
  ['', /(.)\1+/g, '$1'],
]
/** With the letters as bits, for most words have not those of most rules. */
const STEPS = RULES.map(([letters, pattern, by]) => [lettersOf(letters), pattern, by] as const)

/** The spelling of a word of at least three letters; an empty text for numbers, short words and other scripts. */
export function spellingOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return ''
  let spelling = word
  let letters = lettersOf(word)
  for (const [needed, pattern, by] of STEPS) {
    if ((letters & needed) !== needed) continue
    const next = spelling.replace(pattern, by)
    if (next === spelling) continue
    spelling = next
    letters = lettersOf(spelling)
  }
  return spelling.length < 2 ? '' : spelling
}
