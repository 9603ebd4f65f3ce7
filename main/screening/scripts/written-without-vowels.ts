/**
 * Words of scripts that are read by their consonants (Arabic, Persian, Urdu, Hebrew, Thai), kept as their letters behind a mark, and how well such a
 * word fits one in Latin letters: consonants must meet by one of their usual transliterations, long vowels may be missing.
 */

import { remembering } from '#main/screening/remembering.ts'
import { soundOf } from '#main/screening/sound.ts'
import { fittingCost, type LetterTable, soundsOfLetters, withoutDoubled } from './letters-as-latin.ts'

const MARK = '~'
/** The Latin spellings of each letter, as `lettersOfArabic` writes it. */
const SPELLINGS: Record<string, readonly string[]> = {
  a: ['a', 'e', 'i', 'o', 'u', 'y', ''],
  b: ['b', 'p', 'v'],
  p: ['p', 'b', 'f'],
  t: ['t', 'th', 'd'],
  T: ['th', 's', 't'],
  j: ['j', 'g', 'dj', 'dzh', 'zh', 'dg', 'y', 'c'],
  C: ['ch', 'tch', 'c', 'sh'],
  h: ['h', ''],
  x: ['kh', 'h', 'ch', 'k', 'x'],
  d: ['d', 'dd', 't'],
  D: ['d', 'dh', 'z', 'th'],
  r: ['r'],
  z: ['z', 's'],
  Z: ['zh', 'j', 'z', 'g'],
  s: ['s', 'z', 'c'],
  S: ['sh', 'ch', 's', 'sch'],
  G: ['gh', 'g', 'q', 'k'],
  f: ['f', 'ph', 'v'],
  q: ['q', 'k', 'g', 'c', 'gh', 'kh', 'ck'],
  k: ['k', 'c', 'q', 'ck', 'g'],
  g: ['g', 'k', 'gh', 'j'],
  l: ['l'],
  m: ['m'],
  n: ['n'],
  w: ['w', 'v', 'o', 'u', 'ou', 'oo', 'au', 'ow', 'aw', 'uw', 'ew'],
  y: ['y', 'i', 'e', 'ee', 'ie', 'ei', 'ey', 'ay', 'ai', 'iy', 'ij', 'j', 'a'],
  e: ['a', 'ah', 'at', 'eh', 'e', 'et', 'h', ''],
  "'": ['', 'a', 'e', 'i', 'o', 'u'],
  // Of Arabic, by what stands beside them: n before b ("Joumblatt"), d that may be lost ("Akhunzada"), s that French writes c ("Moncef"),
  // t and sh for ch ("Richard"), and the article's l, which becomes the next letter or not.
  ñ: ['n', 'm'],
  ð: ['d', ''],
  ç: ['s', 'z', 'c'],
  č: ['ch', 'tch', 'tsch', 'tsh', 'cz', 'c', 'sh'],
  ł: ['l', ''],
  B: ['b', 'v', 'w'],
  P: ['p', 'f', 'ph'],
  H: ['h', 'ch', 'kh', 'k', 'c'],
  c: ['ts', 'tz', 'z', 'c'],
  K: ['kh', 'k', 'c'],
  L: ['n', 'l', 'r', 'rn', ''],
  Y: ['y', 'n', 'ny', 'i', 'nj'],
  // Of Thai: as it is spelled, as it sounds, and as its Sanskrit origin has it; letters that are not spoken are often written.
  X: ['ch', 'j', 'c', 'sh', 'jj', 'tch'],
  M: ['ph', 'p', 'b', 'bh', 'f'],
  E: ['p', 'b'],
  R: ['t', 'th', 'd', 'dh'],
  I: ['s', 't', 'd', 'th', 'c', 'z'],
  J: ['j', 'ch', 't', 'd', 'c', 's'],
  O: ['', 't', 'd', 'th', 'dh'],
  N: ['n', '', 'r', 'ra'],
  Q: ['r', ''],
  A: ['a', 'ar', 'ah'],
  _: ['r', 'rn', 'n'],
  i: ['i', 'ee', 'ie', 'ue', 'eu', 'u', 'e', 'y', 'uea', 'ua', 'ia', 'ea'],
  o: ['a', 'u', 'ah', 'ua', 'o', 'e'],
  u: ['u', 'oo', 'ou', 'o', 'a'],
  F: ['n', ''],
  U: ['s', 'tr', 'thr', 't', 'th'],
  V: ['o', 'or', 'ar', 'aw', 'au', 'a', 'e', 'i', 'u', ''],
  W: ['ao', 'ow', 'au', 'aw', 'o', 'av'],
}
/** What leaving out a letter costs, in parts of a slip; 1 for a consonant. */
const LEFT_OUT: Record<string, number> = { a: 0.15, w: 0.6, y: 0.6, h: 0.5, e: 0, "'": 0, A: 0.3, V: 0, W: 0.3, i: 0.5, o: 0.4, u: 0.5, ð: 0, ł: 0 }
const ADDED: Record<string, number> = { a: 0.04, e: 0.04, i: 0.04, o: 0.06, u: 0.06, y: 0.3, w: 0.5, h: 0.2 }
/** Letters that fall into several classes of sound, or none. */
const SOUNDS: Record<string, readonly string[]> = {
  a: [''],
  T: ['d', 's'],
  b: ['b', 'p'],
  j: ['j', 'k'],
  h: [''],
  x: ['k', ''],
  D: ['d', 's', 'j'],
  Z: ['j'],
  S: ['j', 's'],
  G: ['k'],
  w: ['', 'f'],
  y: [''],
  e: ['', 'd'],
  "'": [''],
  ñ: ['n', 'm'],
  ð: ['d', ''],
  ç: ['s', 'k'],
  č: ['j', 'd'],
  ł: ['l', ''],
  B: ['b', 'f', ''],
  P: ['p', 'f'],
  H: ['', 'j', 'k'],
  c: ['d', 's'],
  C: ['j', 'k'],
  K: ['k'],
  L: ['n', 'l', 'r', 'rn', ''],
  Y: ['n', '', 'nj'],
  X: ['j'],
  M: ['p', 'f', 'b'],
  E: ['p', 'b'],
  R: ['d'],
  I: ['s', 'd'],
  J: ['j', 'd', 's'],
  O: ['', 'd'],
  N: ['n', '', 'r'],
  Q: ['r', ''],
  _: ['r', 'rn', 'n'],
  F: ['n', ''],
  U: ['s', 'dr', 'd'],
  A: ['', 'r'],
  V: ['', 'r'],
  W: ['', 'f'],
}
const MOST_SOUNDS = 64
const WHOLE = 0.98
const COST = 0.3
const LEAST = 0.7
/** What costs more is not alike, whatever else. */
const MOST_COST = (WHOLE - LEAST) / COST
const LETTERS: LetterTable = {
  spellings: Object.fromEntries(Object.entries(SPELLINGS).map(([letter, spellings]) => [letter, spellings.map((spelling) => [spelling, 0] as const)])),
  leftOut: LEFT_OUT,
  added: ADDED,
  // An alif before a long vowel is read with it; "abu" and the article lose theirs in the Maghreb ("Bouzid", "Lakhdar").
  firstStands: (letters) => !/^a(?:[wy]|bw|la)/.test(letters),
}
/** An alif that stands for no sound of a foreign name but helps to speak its two first consonants, and such a name ("استانكزي", "Stanekzai"). */
const HELPING_ALIF = /^~a(?=[sSç][^awyh'])/
const K_AND_S = /k[sç]/
const TWO_CONSONANTS = /^sh?[b-df-gj-np-tv-z]/
/** A shorter word in Latin letters is an article or an initial. */
const SHORTEST_OTHER = 3

/** Whether a word is written without vowels. */
export const isConsonants = (word: string): boolean => word.startsWith(MARK)

/** A word of the letters of `SPELLINGS`, marked as one without vowels. */
export const withoutVowels = (letters: string): string => MARK + letters

/** The letters of words of Arabic that are written together with the name behind them: the article's l may become the next letter. */
const BEFORE_NAMES: Record<string, string> = { al: 'al', abu: 'abw', bin: 'bn' }
/** Persian given names of two words that Latin letters write as one ("Mohammadreza"). */
const BEHIND_MUHAMMAD = /^~(?:rDa|'ly|hçyn|hçn|mhdy|jwad|sadq|baqr|ka[Dz]m|hady|amyn|tqy)$/
const LIKE_L = /^~[tTdDrzsSçn]/

/** A word and a name without vowels behind it as one word; nothing where they do not stand together. "bin" does so in front of all and before the last name ("Benali"). */
export function consonantsJoined(first: string, second: string, atAnEnd: boolean): string | undefined {
  if (!isConsonants(second)) return undefined
  if (isConsonants(first)) return first + second.slice(1)
  if (first === 'mohammed') return BEHIND_MUHAMMAD.test(second) ? `${MARK}mhmd${second.slice(1)}` : undefined
  const before = first === 'bin' && !atAnEnd ? undefined : BEFORE_NAMES[first]
  if (before === undefined) return undefined
  return MARK + (first === 'al' && LIKE_L.test(second) ? 'ał' : before) + second.slice(1)
}

/** Two letters that Latin letters write as one sound, or that look like one there ("Zarnitsa", "Dastjerdi"). */
const AS_ONE: readonly (readonly [string, string])[] = [
  ['ts', 'c'],
  ['tj', 'C'],
  ['dj', 'j'],
  ['sh', 'S'],
  ['zh', 'Z'],
]

const soundsJoined = remembering((word) => {
  const letters = word.slice(1)
  const sounds = [letters, ...AS_ONE.flatMap(([two, one]) => (letters.includes(two) ? [letters.replaceAll(two, one)] : []))].flatMap((spelled) =>
    soundsOfLetters(spelled, (letter) => SOUNDS[letter] ?? [soundOf(letter)], MOST_SOUNDS),
  )
  return ` ${[...new Set(sounds)].filter((sound) => sound !== '').join(' ')} `
})

/** The sounds that a word without vowels may have. */
export function consonantSounds(word: string): string[] {
  const sounds = soundsJoined(word).trim()
  return sounds === '' ? [] : sounds.split(' ')
}

/** How alike a word without vowels is to one in Latin letters, whose sound is given; 0 when not alike. */
export function consonantsAlike(word: string, other: string, sound: string): number {
  if (other.length < SHORTEST_OTHER || !soundsJoined(word).includes(` ${sound} `)) return 0
  const letters = TWO_CONSONANTS.test(other) ? word.replace(HELPING_ALIF, MARK) : word
  const cost = fittingCost(letters.slice(1), withoutDoubled(K_AND_S.test(letters) ? other.replaceAll('x', 'ks') : other), LETTERS, MOST_COST)
  const alike = WHOLE - (sound.length === 1 ? 0.14 : sound.length === 2 ? 0.04 : 0) - cost * COST * (sound.length < 3 ? 1.3 : 1)
  return alike < LEAST ? 0 : alike
}

/** Both without vowels: they may differ in how a long vowel or a letter of the ending is written. */
export function bothWithoutVowels(a: string, b: string): number {
  const bare = (word: string): string => word.replace(/[~awyeh']/g, '')
  return bare(a).length > 1 && bare(a) === bare(b) ? 0.9 : 0
}
