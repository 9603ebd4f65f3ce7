/**
 * Chinese characters, and Korean letters, that transcribe the sound of a foreign name (麦克维尔 is Makewell): the syllables of their pinyin behind a mark, and
 * how well these fit a word in Latin letters. Transcription puts vowels between consonants, and often leaves out an n, r or l.
 */

import { lettersOf } from '#main/screening/slips.ts'
import { remembering } from '#main/screening/sound.ts'
import { fittingCost, type LetterTable, soundsOfLetters, withoutDoubled } from './letters-as-latin.ts'
import { pinyinSyllables } from './pinyin-syllables.ts'

const MARK = '^'
/** Before pinyin among skeletons. */
const PINYIN = '='
const BETWEEN = "'"
const ENDING = '+'
/** Behind the mark of a word whose sounds are given by the letters of `SPELLINGS` rather than in pinyin. */
const BY_LETTERS = '/'
const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/
/** Two letters of pinyin that are one sound, by the letters of `SPELLINGS`. */
const INITIALS: Record<string, string> = { zh: 'Z', ch: 'C', sh: 'S' }
const FINALS: Record<string, string> = {
  er: 'R',
  ai: 'A',
  an: 'aN',
  ang: 'aG',
  ao: 'O',
  ei: 'E',
  en: 'eN',
  eng: 'eG',
  ian: 'iaN',
  iang: 'iaG',
  iao: 'iO',
  in: 'iN',
  ing: 'iG',
  iong: 'ioG',
  iu: 'iU',
  ong: 'oG',
  ou: 'U',
  uai: 'uA',
  uan: 'uaN',
  uang: 'uaG',
  ue: 'ue',
  ui: 'uE',
  un: 'uN',
  uo: 'o',
}
/** The Latin spellings of each sound, those of a figure behind them for so many hundredths of a slip. */
const SPELLINGS: Record<string, string> = {
  b: 'b p15 v25',
  p: 'p b15',
  m: 'm',
  f: 'f ph v5',
  d: 'd t10 th15',
  t: 't th5 d10',
  n: 'n',
  l: 'l r5',
  g: 'g gh k15 c15 ck15',
  k: 'k c ck q ch10 g20',
  h: 'h ch10 kh5 g20',
  j: 'j g5 dj ch15 k20 c20 z20',
  q: 'ch q tch k10 c10 j20',
  x: 'sh s x h15 c10 z20 ch15 ks15',
  Z: 'zh j ch15 g10 z10 dg5',
  C: 'ch tch c20',
  S: 'sh s5 sch ch20',
  r: 'r l10 j10 zh10',
  z: 'z ts10 tz10 s10',
  c: 'c ts tz z10',
  s: 's z10 c5',
  w: 'w v wh o10 u10',
  y: 'y i j5 e10',
  R: 'r l el er le al il or ar re',
  N: 'n m',
  G: 'ng n m5',
  a: 'a ah o15 e15 u15 ar10 er30',
  e: 'e a5 o5 u5 er5 or5 ar5 i15',
  i: 'i y ee ea ie ey e5',
  o: 'o a10 u10 or10 oa oo ou au5',
  u: 'u oo ou o5 w10 e15 ew5',
  A: 'ai i y ay ei ie a10 e10 ar20',
  E: 'ei ay ai ey ea a5 e5 i10 y10 ie5',
  O: 'ao o au ou ow aw a10 or10 al10',
  U: 'ou o u ow oo ew eu',
  I: 'i e y u a15 o15',
  // Korean letters
  K: 'g k c15 ck15',
  T: 'd t th10',
  B: 'b p v10',
  P: 'p f ph',
  J: 'j ch z5 g10',
  Q: 's sh c10 th20',
  L: 'r l',
  V: 'ae a20 e5 ai5 ay5',
  W: 'eo o5 u5 e5 er or ur a15',
  X: 'oe oi we',
  H: 'h',
  F: 'eu u e i',
}
/** What leaving out a sound costs, in parts of a slip; 1 for a consonant. */
const LEFT_OUT: Record<string, number> = {
  w: 0.3,
  y: 0.15,
  h: 0.4,
  R: 0.15,
  N: 0.35,
  G: 0.4,
  a: 0.5,
  e: 0.03,
  i: 0.2,
  o: 0.3,
  u: 0.1,
  A: 0.5,
  E: 0.4,
  O: 0.4,
  U: 0.3,
  I: 0,
  F: 0.03,
  H: 0.4,
}
const ADDED: Record<string, number> = { a: 0.12, e: 0.12, i: 0.12, o: 0.12, u: 0.12, y: 0.15, w: 0.3, h: 0.25, r: 0.3, l: 0.4, n: 0.45, t: 0.6, d: 0.6 }
/** The classes of consonants that a sound may fall into when it is written in Latin letters; vowels and l, r into none. */
const CLASSES: Record<string, readonly string[]> = {
  b: ['b'],
  p: ['b'],
  f: ['b'],
  m: ['n'],
  n: ['n'],
  d: ['d'],
  t: ['d'],
  g: ['k'],
  k: ['k'],
  s: ['k'],
  S: ['k'],
  j: ['k', 'dk'],
  q: ['k', 'dk'],
  Z: ['k', 'dk'],
  C: ['k', 'dk'],
  z: ['k', 'dk'],
  c: ['k', 'dk'],
  h: ['', 'k'],
  x: ['k', ''],
  r: ['', 'k'],
  w: ['', 'b'],
  y: ['', 'k'],
  N: ['n', ''],
  G: ['n', 'nk', ''],
  K: ['k'],
  T: ['d'],
  B: ['b'],
  P: ['b'],
  J: ['k', 'dk'],
  Q: ['k', 'd'],
}
const NO_CLASS: readonly string[] = ['']
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

/** Sounds, each a letter of `SPELLINGS`, as such a word. */
export const soundsAsTranscription = (letters: string): string => MARK + BY_LETTERS + letters

/** The letters of such a word as neighbouring Latin words have them together ("Hing Tat"); any other word as it is. */
export const lettersTogether = (word: string): string => (isTranscription(word) ? word.slice(MARK.length).replace(/['+]/g, '') : word)

function soundsOfSyllable(syllable: string): string {
  const [, initial = '', final = ''] = SYLLABLE.exec(syllable) ?? []
  if (final === 'i' && /^(?:[zcs]h?|r)$/.test(initial)) return `${INITIALS[initial] ?? initial}I`
  // The sounds of 伊 and 吾 are vowels.
  if ((initial === 'y' && final.startsWith('i')) || (initial === 'w' && final === 'u')) return FINALS[final] ?? final
  return (INITIALS[initial] ?? initial) + (FINALS[final] ?? final)
}

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

/** Pinyin as it is written by those who speak no difference of sh and s, zh and z, ch and c, ng and n. */
const accented = (pinyin: string): string => pinyin.replace(/(?<=[zcs])h/g, '').replace(/ng/g, 'n')

/** Whether a word of these letters, a bit for each, that begins with this one may be alike to a sound: sooner asked than worked out. */
type LatinSieve = (first: number, letters: number) => boolean

/** What is compared of such a word: its sounds, each a letter of `SPELLINGS`, its syllables, the consonants of its ending, and which Latin words it may stand for. */
type Sound = { letters: string; syllables: number; endingConsonants: number; skeletons: ReadonlySet<string>; mayBe: LatinSieve }

const soundOfWord = remembering((word): Sound => {
  const [name = '', ending = ''] = word.slice(MARK.length).split(ENDING)
  const byLetters = name.startsWith(BY_LETTERS)
  const syllables = byLetters ? (name.match(/[aeiouVWXF]/g) ?? []) : name.split(BETWEEN)
  const letters = (byLetters ? name.slice(BY_LETTERS.length) : syllables.map(soundsOfSyllable).join('')) + ending
  const pinyin = byLetters ? '' : syllables.join('')
  const skeletons = soundsOfLetters(letters, (letter) => CLASSES[letter] ?? NO_CLASS, MOST_SKELETONS).filter((skeleton) => skeleton !== '')
  return {
    letters,
    syllables: syllables.length,
    endingConsonants: ending.replace(/[aeiouy]/g, '').length,
    // With an ending it is no Chinese name, nor by letters.
    skeletons: new Set([...(ending === '' && pinyin !== '' ? [PINYIN + accented(pinyin)] : []), ...skeletons]),
    mayBe: sieveOf(letters, pinyin),
  }
})

/** Latin letters that have no sound of their own at little cost. */
const ADDED_LETTERS = lettersOf(Object.keys(ADDED).join(''))

const ACCENT_LETTERS = lettersOf('gh')

/** Its first letter must be one of the first sound's, each consonant must be there, and no other but those that cost little. */
function sieveOf(letters: string, pinyin: string): LatinSieve {
  const lettersIn = (sound: string, part: (spelling: string) => string): number => {
    let found = 0
    for (const [spelling] of LETTERS.spellings[sound] ?? []) found |= lettersOf(part(spelling))
    // A Latin x is read as ks, and as z at the beginning.
    return (found & lettersOf('ksz')) === 0 ? found : found | lettersOf('x')
  }
  const firsts = LETTERS.firstStands(letters)
    ? lettersIn(letters[0] as string, (spelling) => spelling[0] as string) | lettersOf(pinyin.slice(0, 1))
    : ANY_LETTER
  const needed = [...letters].filter((sound) => LEFT_OUT[sound] === undefined).map((sound) => lettersIn(sound, (spelling) => spelling))
  const allowed = [...letters].reduce((all, sound) => all | lettersIn(sound, (spelling) => spelling), ADDED_LETTERS | ACCENT_LETTERS)
  return (first, some) => (first & firsts) !== 0 && (some & ~allowed) === 0 && needed.every((one) => (one & some) !== 0)
}

/** The skeletons of Latin words that the sound may stand for. */
export const skeletonsOf = (word: string): ReadonlySet<string> => soundOfWord(word).skeletons

/** Sieves Latin words for those that the sound may stand for. */
export const latinSieveOf = (word: string): LatinSieve => soundOfWord(word).mayBe

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
  if (skeleton.startsWith(PINYIN)) return pinyinSyllables(latin) === syllables ? SAME_IN_ACCENT : 0
  if (all < LEAST_CONSONANTS) return 0
  // The ending of many names tells little of this one.
  const consonants = Math.max(LEAST_CONSONANTS, all - endingConsonants)
  const slip = COST * Math.min(2, USUAL_CONSONANTS / consonants) * (syllables < 3 && endingConsonants === 0 ? SHORT : 1)
  const cost = fittingCost(letters, text, LETTERS, Math.min(MOST_COST, (WHOLE - LEAST) / slip))
  return cost === Number.POSITIVE_INFINITY ? 0 : WHOLE - cost * slip
}
