/**
 * How alike two words are, from 0 to 1, and why: equal, two spellings of one word, alike in sound as transliterations are, or
 * nearly equal in letters. Numbers are alike only when equal, since they tell ships, factories and institutes apart. Every way to
 * be alike has a bound that the vocabulary searches by, so that no word like the query's is overlooked.
 */
import { isArabicName } from '#main/screening/scripts/arabic.ts'
import { pinyinSyllables } from '#main/screening/scripts/pinyin-syllables.ts'
import { isTranscription, transcriptionAlike } from '#main/screening/scripts/transcribed-sounds.ts'
import { bothWithoutVowels, consonantsAlike, isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import { bothInUse, isFrequent } from './names-in-use.ts'
import { foldVowels, soundOf } from './sound.ts'
import { spellingOf } from './spelling.ts'

/** Below this two words count as different. */
export const LEAST_ALIKE = 0.7
const EDIT_COST = 1.05
const SOUND_ALIKE = 0.93
const SPELLING_ALIKE = 0.97
const SHORTEST_FUZZY = 4
/** Fewer consonants are alike by chance. */
export const SHORTEST_SOUND = 2
/** A frequent name without vowels is met by its usual spellings, and by others only when these fit as well. */
const LEAST_OF_NAMES = 0.93
/** Two names that are both in use are two names and not one with a slip. */
const IN_USE_COST = 0.15

/** Slips that may part two words, by the length of the shorter one. */
export const editsAllowed = (shorter: number): number => (shorter < SHORTEST_FUZZY ? 0 : shorter < 8 ? 1 : shorter < 12 ? 2 : 3)

const LETTERS = /^[a-z]+$/

/** What is compared of a word, worked out once. */
export type Word = {
  text: string
  /** Letters only, at least four: it may be alike to others by letters or sound. */
  mayDiffer: boolean
  /** Written without vowels. */
  consonants: boolean
  /** The sound of Chinese characters. */
  transcribed: boolean
  spelling: string
  sound: string
  vowels: string
  /** Chinese syllables that it is made of, or 0: other ones are another name. */
  syllables: number
}

/** Prepares a word for comparing. */
export function wordOf(text: string): Word {
  const consonants = isConsonants(text)
  const letters = !consonants && LETTERS.test(text)
  const mayDiffer = letters && text.length >= SHORTEST_FUZZY
  return {
    text,
    mayDiffer,
    consonants,
    transcribed: isTranscription(text),
    spelling: letters ? spellingOf(text) : '',
    sound: letters ? soundOf(text) : '',
    vowels: mayDiffer ? foldVowels(text) : '',
    syllables: letters ? pinyinSyllables(text) : 0,
  }
}

/** How alike two words are; 0 when below `LEAST_ALIKE`. */
export function wordsAlike(a: Word, b: Word): number {
  // Other characters may sound the same, above all in Cantonese; those of one name are alike by their pinyin.
  if (a.transcribed && b.transcribed) return 0
  if (a.text === b.text) return 1
  if (a.consonants && b.consonants) return bothWithoutVowels(a.text, b.text)
  if (a.consonants) return consonantsAndLatin(a, b)
  if (b.consonants) return consonantsAndLatin(b, a)
  if (a.transcribed) return !b.mayDiffer ? 0 : transcriptionAlike(a.text, b.text)
  if (b.transcribed) return !a.mayDiffer ? 0 : transcriptionAlike(b.text, a.text)
  const otherSyllables = a.syllables > 0 && b.syllables > 0
  if (a.spelling !== '' && a.spelling === b.spelling && (!otherSyllables || a.text[0] === b.text[0])) return SPELLING_ALIKE
  if (otherSyllables || !a.mayDiffer || !b.mayDiffer) return 0
  const alike = Math.max(lettersAlike(a.text, b.text), soundAlike(a, b))
  return alike < LEAST_ALIKE ? 0 : alike
}

/** A frequent name without vowels is met by its own Latin spellings; another frequent name is another one ("أحمد" is no Hamud). */
function consonantsAndLatin(written: Word, latin: Word): number {
  if (latin.sound === '' || (isArabicName(written.text) && isFrequent(latin.text))) return 0
  const alike = consonantsAlike(written.text, latin.text, latin.sound)
  return isArabicName(written.text) && alike < LEAST_OF_NAMES ? 0 : alike
}

function lettersAlike(a: string, b: string): number {
  const most = editsAllowed(Math.min(a.length, b.length))
  if (Math.abs(a.length - b.length) > most) return 0
  const edits = editDistance(a, b, most)
  if (edits > most) return 0
  return 1 - (edits * EDIT_COST) / Math.max(a.length, b.length) - (bothInUse(a, b) ? IN_USE_COST : 0)
}

/** Slips that may part the vowels of two words of a sound: more would leave them below `LEAST_ALIKE`. */
export const slipsInSound = (sound: string): number => (sound.length === 2 ? 1 : 2)

/** How alike two words sound: their consonants must be the same, their vowels may differ a little. */
function soundAlike(a: Word, b: Word): number {
  const { sound } = a
  if (sound.length < SHORTEST_SOUND || sound !== b.sound) return 0
  const most = slipsInSound(sound)
  const edits = editDistance(a.vowels, b.vowels, most)
  if (edits > most) return 0
  const short = Math.min(a.text.length, b.text.length) < 5 ? 0.05 : 0
  // With few consonants or another ending ("Mario", "Maria") the vowels make another name.
  const otherName = edits > 0 && (sound.length < 3 || a.vowels.at(-1) !== b.vowels.at(-1)) && bothInUse(a.text, b.text)
  return SOUND_ALIKE - short - edits * (sound.length === 2 ? 0.13 : sound.length === 3 ? 0.1 : 0.05) - (otherName ? IN_USE_COST : 0)
}

const LONGEST = 63
const rows: Int32Array[] = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)]

/** Insertions, deletions, exchanges and swaps of neighbours between two words; `most + 1` as soon as it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (b.length >= LONGEST || a.length >= LONGEST) return a === b ? 0 : most + 1
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last, now] = rows as [Int32Array, Int32Array, Int32Array]
  for (let column = 0; column <= b.length; column += 1) last[column] = column
  for (let row = 1; row <= a.length; row += 1) {
    const from = Math.max(1, row - most)
    const to = Math.min(b.length, row + most)
    now[from - 1] = from === 1 ? row : most + 1
    let least = now[from - 1] as number
    const letter = a.charCodeAt(row - 1)
    for (let column = from; column <= to; column += 1) {
      const other = b.charCodeAt(column - 1)
      // Outside the band nothing can come back below the limit.
      const above = column === row + most ? most + 1 : (last[column] as number) + 1
      let cost = Math.min(above, (now[column - 1] as number) + 1, (last[column - 1] as number) + (letter === other ? 0 : 1))
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other)
        cost = Math.min(cost, (before[column - 2] as number) + 1)
      now[column] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const free = before
    before = last
    last = now
    now = free
  }
  return Math.min(last[b.length] as number, most + 1)
}
