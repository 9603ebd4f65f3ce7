/**
 * Korean names of persons, which every passport office and newspaper spells otherwise: "Jung Sung-min", "Chŏng Sŏng-min", "Jeong
 * Seongmin", 정성민. A name with a Korean family name and nothing but Korean syllables gets a reading in which those spellings are one.
 */

import { lettersOnce, type Rule, rewriting } from '#main/screening/rewriting.ts'
import SURNAMES from '#main/screening/words/korean-surnames.json' with { type: 'json' }
import { familyFirst } from './chinese-spellings.ts'

const surnames = new Map<string, string>(Object.entries(SURNAMES))
const HANGUL_FIRST = 0xac00
const HANGUL_LAST = 0xd7a3
const INITIALS = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h']
const VOWELS = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i']
const FINALS = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't']
const LONG_SURNAMES = new Set(['남궁', '황보', '제갈', '선우', '독고', '사공'])
/** A syllable in any of the spellings: a consonant or none, a vowel, an ending or none. */
const SYLLABLE =
  '(?:kk|tt|pp|ss|jj|ch|sh|th|kh|ph|[kgntdrlmbpsjhywz])?(?:yeo|yae|you|yoo|wae|weo|eui|[yw]?(?:eo|ae|ai|ay|eu|ee|oo|ou|oe|oi|ui|uy|ei|[aeiou]))(?:ng|ck|[kgntdlmbprh](?![aeiouyw]))?'
const SYLLABLES = new RegExp(`^(?:${SYLLABLE}){1,2}$`)
const MARK = 'ko:'

/** Whether a text holds Korean letters. */
export const hasHangul = (text: string): boolean => /\p{Script=Hangul}/u.test(text)

/** The places of the consonant, the vowel and the ending of each Korean syllable of a run in the order of the alphabet; figures have none. */
export const syllablesOf = (run: string): [initial: number, vowel: number, final: number][] =>
  [...run].flatMap((character) => {
    const at = character.charCodeAt(0) - HANGUL_FIRST
    return at < 0 || at > HANGUL_LAST - HANGUL_FIRST ? [] : [[Math.floor(at / 588), Math.floor((at % 588) / 28), at % 28]]
  })

/** The letters of a run of Korean syllables in the official romanisation. */
export const romanised = (run: string): string =>
  syllablesOf(run)
    .map(([initial, vowel, final]) => `${INITIALS[initial]}${VOWELS[vowel]}${FINALS[final]}`)
    .join('')

const NORTHERN_INITIALS = ['k', 'kk', 'n', 't', 'tt', 'r', 'm', 'p', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h']
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b' }
const NORTHERN_VOWELS = VOWELS.map((vowel) => vowel.replace('eo', 'o').replace('eu', 'u'))

/** The letters of a run as the north writes them, without marks ("Ryonbong"); ㅈ is `j` or `ch`. */
export function northernSpellings(run: string): string[] {
  let latin = ''
  for (const [place, vowel, final] of syllablesOf(run)) {
    const initial = NORTHERN_INITIALS[place] as string
    const behindVoice = /[aeiounmgl]$/.test(latin)
    const sounded = initial === 'r' && latin.endsWith('l') ? 'l' : place < 12 && behindVoice ? (VOICED[initial] ?? initial) : initial
    latin += `${sounded}${NORTHERN_VOWELS[vowel]}${FINALS[final]}`
  }
  return [latin, latin.replace(/^j(?!j)/, 'ch')]
}

/** A name of two to four Korean letters as family name and given name, each with its common reading; nothing for other texts. */
export function hangulPerson(text: string): string[][] | undefined {
  const run = text.normalize('NFC').replace(/[\s·]+/g, '')
  if (!/^[\uac00-\ud7a3]{2,4}$/.test(run)) return undefined
  const length = LONG_SURNAMES.has(run.slice(0, 2)) && run.length > 2 ? 2 : 1
  const family = romanised(run.slice(0, length))
  const given = romanised(run.slice(length))
  return [
    [family, MARK + folded(surnames.get(family) ?? family)],
    [given, MARK + folded(given)],
  ]
}

/** The readings of a name in Latin letters as a Korean one; nothing when it is none. */
export function koreanReadings(words: readonly string[]): string[][][] {
  return familyFirst(words, surnames).flatMap(([family, ...given]) => {
    const joined = given.join('')
    if (joined.length < 4 || !given.every((word) => SYLLABLES.test(word))) return []
    return [
      [
        [family, MARK + folded(surnames.get(family) as string)],
        [joined, MARK + folded(joined)],
      ],
    ]
  })
}

/** Vowels and consonants that the spellings exchange as one. */
export const KOREAN_RULES: readonly Rule[] = [
  ['wo wu', /woo|wu/g, 'u'],
  ['ui uy e i', /eui|ui|uy|ee|ii/g, 'i'],
  ['ae ai ay oe oi ei', /ae|ai|ay|oe|oi|ei/g, 'e'],
  ['o u', /eo|oo|ou|eu|u/g, 'o'],
  ['th kh ph', /([tkp])h/g, '$1'],
  ['sh', /sh/g, 's'],
  ['ch', /ch/g, 'j'],
  ['k', /ck|kk|k/g, 'g'],
  ['t', /tt|t/g, 'd'],
  ['p', /pp|p/g, 'b'],
  ['r', /r/g, 'l'],
  ['z', /z/g, 'j'],
  ['y', /y$/g, 'i'],
  ['h', /(?<=[aeio])h/g, ''],
  lettersOnce,
]
const folded = rewriting(KOREAN_RULES)
