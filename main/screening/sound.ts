/** The sound of a word in consonants, and its vowels in one spelling: what transliterations of one name have in common. */
import { lettersOnce, type Rule, rewriting } from './rewriting.ts'

/** Letters that transliterations exchange, by class; vowels and `h`, `w`, `y` are left out. */
const SOUND: Record<string, string> = {
  b: 'b',
  p: 'p',
  f: 'f',
  v: 'f',
  d: 'd',
  t: 'd',
  g: 'k',
  k: 'k',
  q: 'k',
  c: 'k',
  x: 'ks',
  j: 'j',
  l: 'l',
  r: 'r',
  m: 'm',
  n: 'n',
  s: 's',
  z: 's',
}

export const SOUND_RULES: readonly Rule[] = [
  ['tj ch cz sh zh dj gi', /tch|tsch|tj|ch|cz|sh|sch|zh|dj|dzh|gi(?=[aou])/g, 'j'],
  ['ph', /ph/g, 'f'],
  ['kh gh ck qu', /kh|gh|ck|qu/g, 'k'],
  ['th ts tz', /th|ts|tz/g, 't'],
  ['ks', /ks/g, 'x'],
]
const asSounds = rewriting(SOUND_RULES)

/** The consonants of a word by class of sound, doubled ones once: "Muhammad" and "Mohamed" give the same. */
export function soundOf(word: string): string {
  let sound = ''
  const spelled = asSounds(word)
  for (let place = 0; place < spelled.length; place += 1) {
    const kind = SOUND[spelled.charAt(place)]
    if (kind !== undefined && !sound.endsWith(kind)) sound += kind
  }
  return sound
}

export const VOWEL_RULES: readonly Rule[] = [
  lettersOnce,
  ['ou uw', /ou|uw/g, 'u'],
  ['w', /w/g, 'v'],
  ['ei ai y j', /ey|ei|ay|ai|iy|yi|ij|ie|y|j/g, 'i'],
  ['h', /([aeiou])h$/, '$1'],
]

/** Spellings of one vowel as one, doubled letters once: "Yousef" and "Yusef", "Hussein" and "Husayn". */
export const foldVowels = rewriting(VOWEL_RULES)
