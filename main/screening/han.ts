/**
 * Chinese names in Latin words: places, trades and legal forms by dictionary, numbers as figures, and what is left, the
 * trade name or the person, by pinyin with the other readings of its characters beside.
 */
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { HAN_LEGAL_FORMS, legalMark } from './legal-forms.ts'
import PLACES from './words/han-places.json' with { type: 'json' }
import DICTIONARY from './words/han-words.json' with { type: 'json' }

const HAN = /\p{Script=Han}/u
const HAN_RUN = /[\p{Script=Han}〇]+/gu
const convert = Converter({ from: 't', to: 'cn' })
const words = new Map<string, string[]>(Object.entries(DICTIONARY))
/** Cities and districts whose Latin name is their pinyin. */
for (const place of PLACES) words.set(place, [pinyin(place, { toneType: 'none', type: 'array' }).join('')])
let longestWord = 1
for (const word of [...words.keys(), ...HAN_LEGAL_FORMS.keys()]) longestWord = Math.max(longestWord, [...word].length)

const NUMBER = /^第?([零〇一二三四五六七八九十百]+)(?=研究|设计|工厂|厂|所|院|局|部|号)/
const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
/** Surnames of two characters that are in use. */
const LONG_SURNAMES = new Set(['欧阳', '司马', '诸葛', '上官', '司徒', '东方', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '长孙', '宇文', '端木', '南宫'])
const MOST_READINGS = 8

/** Whether a text holds Chinese characters. */
export const hasHan = (text: string): boolean => HAN.test(text)

/** Traditional characters as simplified ones. */
export const toSimplified = (text: string): string => convert(text)

/** What a Chinese word of places and trades means, the usual word first; none when it is not known. */
export const meaningsOf = (word: string): readonly string[] => words.get(word) ?? []

/** A piece of a Chinese name. */
type Piece =
  | { kind: 'word'; readings: string[]; han: string }
  | { kind: 'name'; han: string }
  | { kind: 'legal'; family: string }
  | { kind: 'number'; value: string }

/**
 * The word lists that a name with Chinese characters may stand for, best first. Each word is a list of forms. Text between the
 * Chinese runs goes through `latinWords`.
 */
export function hanVariants(text: string, latinWords: (text: string) => string[]): string[][][] {
  const parts: (Piece[] | string)[] = []
  let end = 0
  for (const match of text.matchAll(HAN_RUN)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    parts.push(piecesOf(match[0]))
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  const build = (piece: (piece: Piece) => string[][]): string[][] => {
    const list: string[][] = []
    for (const part of parts) {
      if (typeof part === 'string') for (const word of latinWords(part)) list.push([word])
      else for (const one of part) list.push(...piece(one))
    }
    return list
  }
  const variants: string[][][] = []
  const readingCounts = parts.flatMap((part) => (typeof part === 'string' ? [] : part.map((piece) => (piece.kind === 'word' ? piece.readings.length : 1))))
  for (let reading = 0; reading < Math.max(1, ...readingCounts); reading += 1) {
    variants.push(build((piece) => translated(piece, reading)))
  }
  variants.push(build(spelled))
  if (parts.length === 1 && typeof parts[0] !== 'string') {
    const person = personOf(text)
    if (person !== undefined) variants.unshift(person)
  }
  return variants
}

function piecesOf(run: string): Piece[] {
  const pieces: Piece[] = []
  let name = ''
  const flush = (): void => {
    if (name !== '') pieces.push({ kind: 'name', han: name })
    name = ''
  }
  let rest = run
  while (rest !== '') {
    const number = NUMBER.exec(rest)
    if (number !== null) {
      flush()
      pieces.push({ kind: 'number', value: String(chineseNumber(number[1] as string)) })
      rest = rest.slice(number[0].length)
      continue
    }
    let taken = ''
    for (let length = Math.min(longestWord, rest.length); length > 0; length -= 1) {
      const candidate = rest.slice(0, length)
      // A single character is read as a word only behind a name, since it is as often a part of one.
      if (length === 1 && (name === '' ? pieces.length === 0 : rest.length > 1)) continue
      // A city or a province is called so with or without this sign.
      if (length === 1 && name === '' && (candidate === '市' || candidate === '省')) {
        taken = candidate
        break
      }
      const family = HAN_LEGAL_FORMS.get(candidate)
      const readings = words.get(candidate)
      if (family === undefined && readings === undefined) continue
      flush()
      if (family !== undefined) pieces.push({ kind: 'legal', family })
      else pieces.push({ kind: 'word', readings: readings as string[], han: candidate })
      taken = candidate
      break
    }
    if (taken === '') {
      const character = String.fromCodePoint(rest.codePointAt(0) as number)
      name += character
      rest = rest.slice(character.length)
    } else rest = rest.slice(taken.length)
  }
  flush()
  return pieces
}

function translated(piece: Piece, reading: number): string[][] {
  if (piece.kind === 'legal') return [[legalMark(piece.family)]]
  if (piece.kind === 'number') return [[piece.value]]
  if (piece.kind === 'name') return [readingsOf(piece.han)]
  const chosen = piece.readings[Math.min(reading, piece.readings.length - 1)] as string
  return chosen === '' ? [] : chosen.split(' ').map((word) => [word])
}

/** Everything by pinyin, as Latin listings often have it: "Changjiang Cunchu". */
function spelled(piece: Piece): string[][] {
  if (piece.kind === 'word') return [readingsOf(piece.han)]
  return translated(piece, 0)
}

function personOf(text: string): string[][] | undefined {
  const name = text.trim()
  const characters = [...name]
  if (characters.length < 2 || characters.length > 4 || characters.some((character) => !HAN.test(character))) return undefined
  if (HAN_LEGAL_FORMS.has(name) || words.has(name)) return undefined
  const surname = LONG_SURNAMES.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
  const family = pinyin(characters.slice(0, surname).join(''), { toneType: 'none', type: 'array', mode: 'surname' }).join('')
  return [[lettersOnly(family)], readingsOf(characters.slice(surname).join(''))]
}

/** Readings of a run as one joined word: the most likely first, then those with other readings of single characters. */
export function readingsOf(run: string): string[] {
  const likely = pinyin(run, { toneType: 'none', type: 'array' }).map(lettersOnly)
  const readings = new Set<string>([likely.join('')])
  const characters = [...run]
  for (let index = 0; index < characters.length && readings.size < MOST_READINGS; index += 1) {
    const others = pinyin(characters[index] as string, { toneType: 'none', type: 'array', multiple: true })
    for (const other of new Set(others.map(lettersOnly))) {
      if (other === likely[index] || readings.size >= MOST_READINGS) continue
      readings.add(likely.map((syllable, place) => (place === index ? other : syllable)).join(''))
    }
  }
  readings.delete('')
  // A character so rare that it has no reading stands for itself.
  return readings.size === 0 ? [run] : [...readings]
}

/** `lü` is written `lu` or `lv` in listings; the former is by far the more frequent. */
const lettersOnly = (syllable: string): string =>
  syllable
    .replaceAll('ü', 'u')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()

/** The value of a Chinese numeral. */
export function chineseNumber(text: string): number {
  if (!/[十百]/.test(text)) return Number([...text].map((digit) => DIGITS[digit] ?? 0).join(''))
  let value = 0
  let current = 0
  for (const character of text) {
    if (character === '十') {
      value += (current === 0 ? 1 : current) * 10
      current = 0
    } else if (character === '百') {
      value += (current === 0 ? 1 : current) * 100
      current = 0
    } else current = DIGITS[character] ?? 0
  }
  return value + current
}
