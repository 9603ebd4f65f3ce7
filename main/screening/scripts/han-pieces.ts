/** The pieces of a Chinese name: known words with their readings in Latin words, legal forms, numbers, and the names between them. */
import { HAN_LEGAL_FORMS } from '#main/screening/legal-forms.ts'
import { usualWordOf } from '#main/screening/usual-words.ts'
import { isTradeWord } from '#main/screening/word-weight.ts'
import { isNameOfBody, readingsOfWord, wordMeanings } from './han-dictionary.ts'
import { joinedPinyin } from './han-pinyin.ts'

/** Words of a reading, each a list of its forms. */
export type Reading = string[][]

/** A piece of a Chinese name. */
export type Piece =
  | { kind: 'word'; readings: Reading[]; han: string }
  | { kind: 'name'; han: string }
  | { kind: 'legal'; family: string }
  | { kind: 'number'; value: number }

const pieces = new Map<string, Piece | undefined>()

/** The piece that a word or a legal form is; undefined when it is not known. */
export function pieceOf(word: string): Piece | undefined {
  if (!pieces.has(word)) {
    const family = HAN_LEGAL_FORMS.get(word)
    const readings = readingsOfWord(word)
    if (family === undefined && readings === undefined) return undefined
    pieces.set(
      word,
      family === undefined
        ? { kind: 'word', readings: asReadings([...(readings as string[]), ...readingByParts(word)]), han: word }
        : { kind: 'legal', family },
    )
  }
  return pieces.get(word)
}

/** A known name with a word behind it in words as well: 道通智能 is Autel Robotics, and Daotong Intelligent. */
function readingByParts(word: string): string[] {
  if (!isNameOfBody(word)) return []
  for (let length = 2; length <= word.length - 2; length += 1) {
    const [meaning] = wordMeanings(word.slice(length))
    const before = word.slice(0, length)
    if (meaning !== undefined && meaning !== '') return [`${wordMeanings(before)[0] ?? joinedPinyin(before)} ${meaning}`]
  }
  return []
}

/** The readings as lists of words; those of one word that weigh alike are forms of it. */
function asReadings(readings: readonly string[]): Reading[] {
  const found: Reading[] = []
  for (const reading of readings) {
    const list = reading === '' ? [] : reading.split(' ').map((word) => [word])
    const [first] = list
    const same = list.length === 1 ? found.find((other) => other.length === 1 && isTradeWord(other[0]?.[0] as string) === isTradeWord(reading)) : undefined
    if (same === undefined || first === undefined) found.push(list)
    else (same[0] as string[]).push(...new Set([reading, usualWordOf(reading) ?? reading]))
  }
  // Repeated, a Latin name before its pinyin is no spelling of this pinyin.
  for (const list of found) for (const forms of list) if (forms.length > 1) forms.push(forms[0] as string)
  return found
}
