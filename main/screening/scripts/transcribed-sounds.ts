/**
 * Chinese characters, and Korean letters, that transcribe the sound of a foreign name (麦克维尔 is Makewell): the syllables of their pinyin behind a mark, and
 * how well these fit a word in Latin letters. Transcription puts vowels between consonants, and often leaves out an n, r or l.
 */

import { remembering } from '#main/screening/remembering.ts'
import { lettersOf } from '#main/screening/slips.ts'
import { fittingCost, type LetterTable, soundsOfLetters, withoutDoubled } from './letters-as-latin.ts'
import { pinyinSyllables } from './pinyin-syllables.ts'
import { ADDED, CLASSES, LEFT_OUT, NO_CLASS, SPELLINGS, soundsOfSyllable } from './sound-letters.ts'

const MARK = '^'
/** Before pinyin among skeletons. */
const PINYIN = '='
const BETWEEN = "'"
const ENDING = '+'
/** Behind the mark of a word whose sounds are given by the letters of `SPELLINGS` rather than in pinyin. */
const BY_LETTERS = '/'
/** Behind the mark of syllables that a Latin word writes as they stand. */
const SPELLED = '"'
const MOST_SKELETONS = 256
const WHOLE = 0.94
const COST = 0.3
const LEAST = 0.75
/** A spelling of pinyin that is not parted from the standard by more than the accents do. */
const SAME_IN_ACCENT = 0.9
/** Consonants for which a slip costs `COST`; it costs more in a word of fewer, and less in one of more. */
const USUAL_CONSONANTS = 3
const LEAST_CONSONANTS = 2
/** What a slip costs more in a name of two characters. */
const SHORT = 1.6
const SHORTEST_LATIN = 4
const ANY_LETTER = -1
/** Less than a consonant: all must be accounted for. */
const MOST_COST = 0.99
const LETTERS: LetterTable = {
  spellings: Object.fromEntries(
    Object.entries(SPELLINGS).map(([sound, spellings]) => [
      sound,
      spellings.split(' ').map((spelling) => [spelling.replace(/[0-9]+/, ''), Number(/[0-9]+/.exec(spelling) ?? 0) / 100] as const),
    ]),
  ),
  leftOut: LEFT_OUT,
  added: ADDED,
  firstStands: (letters) => !letters.startsWith('y'),
}

/** Whether a word is the sound of Chinese characters. */
export const isTranscription = (word: string): boolean => word.startsWith(MARK)

/** Syllables as a word that may be the sound of a Latin one; `ending` is a word of the trade that it may end in, by its sound. */
export const transcription = (syllables: readonly string[], ending = ''): string => MARK + syllables.join(BETWEEN) + (ending === '' ? '' : ENDING + ending)

/** Syllables of a Latin spelling of Chinese, such as that of Hong Kong, as such a word: Latin words of other consonants are not tried. */
export const spelledSyllables = (syllables: readonly string[]): string => MARK + SPELLED + syllables.join(BETWEEN)

/** Sounds, each a letter of `SPELLINGS`, as such a word. */
export const soundsAsTranscription = (letters: string): string => MARK + BY_LETTERS + letters

/** The letters of such a word as neighbouring Latin words have them together ("Hing Tat"); any other word as it is. */
export const lettersTogether = (word: string): string => (isTranscription(word) ? word.slice(MARK.length).replace(/['+"]/g, '') : word)

const CLASS_OF: readonly (readonly [RegExp, string])[] = [
  [/[bpfv]+/g, 'b'],
  [/[dt]+/g, 'd'],
  [/[mn]+/g, 'n'],
  [/[gkqcjszx]+/g, 'k'],
]

/**
 * What a Latin word must share with the sound of Chinese characters to be alike to it: its consonants by the classes in which transcription
 * exchanges them, a class that follows itself once, or for pinyin the whole word without accent; empty for a word too short.
 */
export function skeletonOf(latin: string): string {
  if (latin.length < SHORTEST_LATIN || !/^[a-z]+$/.test(latin)) return ''
  if (pinyinSyllables(latin) > 0) return PINYIN + accented(latin)
  let skeleton = latin.replace(/[aeiouylrhw]+/g, '')
  for (const [letters, kind] of CLASS_OF) skeleton = skeleton.replace(letters, kind)
  return skeleton
}

/** Whether a skeleton is a whole word in pinyin, whose letters stand for the same sounds in ways of their own. */
export const isPinyinSkeleton = (skeleton: string): boolean => skeleton.startsWith(PINYIN)

/** Pinyin as it is written by those who speak no difference of sh and s, zh and z, ch and c, ng and n. */
const accented = (pinyin: string): string => pinyin.replace(/(?<=[zcs])h/g, '').replace(/ng/g, 'n')

/** What Latin words but pinyin may be alike to a sound, in letters with a bit for each: sooner asked than worked out. */
export type LatinSieve = {
  /** They begin with one of these. */
  firsts: number
  /** They have no others. */
  allowed: number
  /** They have one of each of these. */
  needed: readonly number[]
}

/** Whether a word of these letters that begins with this one may be alike. */
export const passes = ({ firsts, allowed, needed }: LatinSieve, first: number, letters: number): boolean =>
  (first & firsts) !== 0 && (letters & ~allowed) === 0 && needed.every((some) => (some & letters) !== 0)

/** What is compared of such a word: its sounds, each a letter of `SPELLINGS`, its syllables, the consonants of its ending, and which Latin words it may stand for. */
type Sound = { letters: string; syllables: number; endingConsonants: number; skeletons: ReadonlySet<string>; sieve: LatinSieve }

const soundOfWord = remembering((word): Sound => {
  const spelled = word.startsWith(SPELLED, MARK.length)
  const [name = '', ending = ''] = word.slice(MARK.length + Number(spelled)).split(ENDING)
  const byLetters = name.startsWith(BY_LETTERS)
  const syllables = byLetters ? (name.match(/[aeiouVWXF]/g) ?? []) : name.split(BETWEEN)
  const letters = (byLetters ? name.slice(BY_LETTERS.length) : syllables.map(soundsOfSyllable).join('')) + ending
  const pinyin = byLetters ? '' : syllables.join('')
  const skeletons = spelled ? [skeletonOf(pinyin)] : soundsOfLetters(letters, (letter) => CLASSES[letter] ?? NO_CLASS, MOST_SKELETONS)
  return {
    letters,
    syllables: syllables.length,
    endingConsonants: ending.replace(/[aeiouy]/g, '').length,
    // With an ending it is no Chinese name, nor by letters.
    skeletons: new Set([...(ending === '' && pinyin !== '' ? [PINYIN + accented(pinyin)] : []), ...skeletons.filter((skeleton) => skeleton !== '')]),
    sieve: sieveOf(letters),
  }
})

/** Latin letters that have no sound of their own at little cost. */
const ADDED_LETTERS = lettersOf(Object.keys(ADDED).join(''))

/** Its first letter must be one of the first sound's, each consonant must be there, and no other but those that cost little. */
function sieveOf(letters: string): LatinSieve {
  const lettersIn = (sound: string, part: (spelling: string) => string): number => {
    let found = 0
    for (const [spelling] of LETTERS.spellings[sound] ?? []) found |= lettersOf(part(spelling))
    // A Latin x is read as ks, and as z at the beginning.
    return (found & lettersOf('ksz')) === 0 ? found : found | lettersOf('x')
  }
  const firsts = LETTERS.firstStands(letters) ? lettersIn(letters[0] as string, (spelling) => spelling[0] as string) : ANY_LETTER
  const needed = [...letters].filter((sound) => LEFT_OUT[sound] === undefined).map((sound) => lettersIn(sound, (spelling) => spelling))
  const allowed = [...letters].reduce((all, sound) => all | lettersIn(sound, (spelling) => spelling), ADDED_LETTERS)
  return { firsts, allowed, needed }
}

/** The skeletons of Latin words that the sound may stand for. */
export const skeletonsOf = (word: string): ReadonlySet<string> => soundOfWord(word).skeletons

/** Sieves Latin words but pinyin for those that the sound may stand for. */
export const latinSieveOf = (word: string): LatinSieve => soundOfWord(word).sieve

/** A Latin word as it is fitted, its consonants, and its skeleton. */
type Fitted = { text: string; consonants: number; skeleton: string }
const fittedOf = remembering((latin): Fitted => {
  const single = withoutDoubled(latin)
  return { text: single.replace(/^x/, 'z').replaceAll('x', 'ks'), consonants: single.replace(/[aeiouy]/g, '').length, skeleton: skeletonOf(latin) }
})

/** How alike the sound of Chinese characters is to a Latin word; 0 when not alike. */
export function transcriptionAlike(word: string, latin: string): number {
  const { letters, syllables, endingConsonants, skeletons } = soundOfWord(word)
  const { text, consonants: all, skeleton } = fittedOf(latin)
  if (!skeletons.has(skeleton)) return 0
  // Pinyin is a Chinese name, which another one in pinyin is not.
  if (isPinyinSkeleton(skeleton)) return pinyinSyllables(latin) === syllables ? SAME_IN_ACCENT : 0
  if (all < LEAST_CONSONANTS) return 0
  // The ending of many names tells little of this one.
  const consonants = Math.max(LEAST_CONSONANTS, all - endingConsonants)
  const slip = COST * Math.min(2, USUAL_CONSONANTS / consonants) * (syllables < 3 && endingConsonants === 0 ? SHORT : 1)
  const cost = fittingCost(letters, text, LETTERS, Math.min(MOST_COST, (WHOLE - LEAST) / slip))
  return cost === Number.POSITIVE_INFINITY ? 0 : WHOLE - cost * slip
}
