/**
 * Names in Devanagari and Bengali letters as people write them in Latin ones. A consonant has an unwritten vowel unless a sign takes it
 * away; at the end of a word and between two other syllables it is not spoken ("राम" is Ram, "राजनाथ" Rajnath), after two consonants it is.
 */
import NAMES from '#main/screening/words/indic-names.json' with { type: 'json' }

const names = new Map<string, string[]>(Object.entries(NAMES).map(([word, latin]) => [word.normalize('NFC'), latin.split(' ')]))
const DEVANAGARI = 0x0900
const BENGALI = 0x0980
const SIZE = 0x80
const CONSONANTS = 'k kh g gh n ch ch j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ')
const FIRST_CONSONANT = 0x15
/** Vowels that stand alone, and their signs behind a consonant, by their place in the block. */
const VOWELS: Readonly<Record<number, string>> = {
  ...{ 5: 'a', 6: 'a', 7: 'i', 8: 'i', 9: 'u', 10: 'u', 11: 'ri', 13: 'e', 14: 'e', 15: 'e', 16: 'ai', 17: 'o', 18: 'o', 19: 'o', 20: 'au' },
}
const SIGNS: Readonly<Record<number, string>> = {
  ...{ 62: 'a', 63: 'i', 64: 'i', 65: 'u', 66: 'u', 67: 'ri', 69: 'e', 70: 'e', 71: 'e', 72: 'ai', 73: 'o', 74: 'o', 75: 'o', 76: 'au' },
}
const NASAL = new Set([1, 2])
const POINT = 0x3c
const SILENT = 0x4d
/** Letters with a point below, and those that Bengali writes by themselves. */
const POINTED: Readonly<Record<string, string>> = { k: 'q', kh: 'kh', g: 'g', j: 'z', d: 'r', dh: 'rh', ph: 'f', y: 'y' }
/** Readings of a text, see `indicAsLatin`. */
export const INDIC_READINGS = 3
const WORDS = /[\u0900-\u0963\u0966-\u09fd]+/gu

/** Whether a text holds Devanagari or Bengali letters. */
export const hasIndic = (text: string): boolean => /[\u0900-\u09fd]/u.test(text)

/** The text with words in these letters in Latin ones: as usually spoken (0), with all vowels (1), with letters that are exchanged (2). */
export const indicAsLatin = (text: string, reading = 0): string =>
  text.normalize('NFC').replace(WORDS, (word) => {
    const known = names.get(word)
    return known === undefined ? wordAsLatin(word.normalize('NFD'), reading) : (known[Math.min(reading, known.length - 1)] as string)
  })

type Syllable = { consonants: string; vowel: string; written: boolean; nasal: boolean; count: number }

function wordAsLatin(word: string, reading: number): string {
  const bengali = word.charCodeAt(0) >= BENGALI
  const syllables: Syllable[] = []
  let joining = false
  for (const character of word) {
    const code = (character.charCodeAt(0) - DEVANAGARI) % SIZE
    const last = syllables.at(-1)
    const consonant = bengali && code === 0x5f ? 'y' : code >= 0x58 && code <= 0x5f ? 'r' : CONSONANTS[code - FIRST_CONSONANT]
    if (code >= FIRST_CONSONANT && consonant !== undefined) {
      if (joining && last !== undefined) {
        last.consonants = joined(last.consonants, consonant)
        last.count += 1
      } else syllables.push({ consonants: consonant, vowel: 'a', written: false, nasal: false, count: 1 })
      joining = false
    } else if (VOWELS[code] !== undefined) {
      syllables.push({ consonants: '', vowel: VOWELS[code], written: true, nasal: false, count: 0 })
      joining = false
    } else if (last === undefined) continue
    else if (SIGNS[code] !== undefined) {
      last.vowel = SIGNS[code]
      last.written = true
    } else if (NASAL.has(code)) last.nasal = true
    else if (code === POINT) last.consonants = last.consonants.replace(/[^aeiou]h?$/, (letters) => POINTED[letters] ?? letters)
    else if (code === SILENT) joining = true
  }
  if (joining && syllables.length > 0) Object.assign(syllables.at(-1) as Syllable, { vowel: '', written: true })
  for (let at = syllables.length - 1; at > 0; at -= 1) {
    const own = syllables[at] as Syllable
    const next = syllables[at + 1]
    if (own.written || own.nasal || (own.count > 1 && (next === undefined || next.consonants !== ''))) continue
    const between = (syllables[at - 1] as Syllable).vowel !== '' && next !== undefined && next.consonants !== '' && next.count === 1 && next.vowel !== ''
    if (next === undefined || (between && reading !== 1)) own.vowel = ''
  }
  const latin = syllables
    .map(({ consonants, vowel, nasal }, at) => consonants + vowel + (nasal ? (/^[bpm]/.test(syllables[at + 1]?.consonants ?? '') ? 'm' : 'n') : ''))
    .join('')
  return bengali ? bengaliSpelling(latin, reading) : latin.replace(/ph/g, 'f')
}

/** Two consonants that are spoken otherwise together. */
const joined = (first: string, second: string): string => (first.endsWith('j') && second === 'n' ? `${first.slice(0, -1)}gy` : first + second)

function bengaliSpelling(latin: string, reading: number): string {
  const spelled = latin
    .replace(/ph/g, 'f')
    .replace(/oya/g, 'wa')
    .replace(/(?<=i)y(?=a)/g, '')
  if (reading === 1) return spelled.replace(/(?<=[^aeiou])a(?=[^aeiou])/, 'o')
  return reading === 2
    ? spelled
        .replace(/jh?/g, 'z')
        .replace(/bh/g, 'v')
        .replace(/k(?=$|[aeiou])/g, 'q')
    : spelled
}
