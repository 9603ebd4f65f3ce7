/**
 * Chinese names in Latin words: places, trades and legal forms by dictionary, numbers as figures, and what is left, the
 * trade name or the person, by pinyin with the other readings of its characters beside.
 */
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { HAN_LEGAL_FORMS, legalMark } from '#main/screening/legal-forms.ts'
import { usualWordOf } from '#main/screening/usual-words.ts'
import { isTradeWord } from '#main/screening/word-weight.ts'
import NAMES from '#main/screening/words/han-names.json' with { type: 'json' }
import PLACES from '#main/screening/words/han-places.json' with { type: 'json' }
import DICTIONARY from '#main/screening/words/han-words.json' with { type: 'json' }
import { foreignPerson } from './han-foreign.ts'
import { meaningOf } from './han-meanings.ts'
import { transcription } from './transcribed-sounds.ts'

const HAN = /\p{Script=Han}/u
/** Between Chinese characters a space tells nothing. */
const SPACES = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu
const HAN_RUN = /[\p{Script=Han}〇]+/gu
const convert = Converter({ from: 't', to: 'cn' })
const words = new Map<string, string[]>(Object.entries(DICTIONARY))
/** Cities and districts whose Latin name is their pinyin. */
const places = new Map(PLACES.filter((place) => !words.has(place)).map((place) => [place, [joinedPinyin(place)]]))
/** Firms, universities and the like whose Latin name is one of their own; listings have their pinyin as well. */
const names = new Map<string, string[]>(Object.entries<string[]>(NAMES).map(([name, latin]) => [name, [...new Set([...latin, joinedPinyin(name)])]]))
let longestWord = 1
for (const word of [...words.keys(), ...places.keys(), ...names.keys(), ...HAN_LEGAL_FORMS.keys()]) longestWord = Math.max(longestWord, [...word].length)

const NUMBER = /^(?:第([零〇一二三四五六七八九十百]+)|([零〇一二三四五六七八九十百]+)(?=研究|设计|工厂|机床|厂|所|院|局|部|号|师|团|大队))/
const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
/** Surnames of two characters that are in use. */
const LONG_SURNAMES = new Set(['欧阳', '司马', '诸葛', '上官', '司徒', '东方', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '长孙', '宇文', '端木', '南宫'])
/** The letters by which a firm's name may have its city. */
const LETTERS_OF_CITIES: ReadonlyMap<string, string> = new Map([
  ['深圳', 'sz'],
  ['北京', 'bj'],
  ['上海', 'sh'],
  ['广州', 'gz'],
])
const MOST_READINGS = 8
/** Characters of a name of a person who has a short family name. */
const LONGEST_PERSON = 3
/** Characters of a name that may transcribe a foreign one; more of them are words that are not known. */
const SHORTEST_TRANSCRIPTION = 2
const LONGEST_TRANSCRIPTION = 8
/** A single character is the beginning of a name that is left. */
const SHORTEST_MEANING = 2
/** Characters of a name that may be a firm's by its words alone; a shorter one may be a person's. */
const SHORTEST_FIRM = 5
/** Combinations of the readings of all pieces of a name. */
const MOST_COMBINATIONS = 8
const ORDINALS = ',first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth'.split(',')

/** Whether a text holds Chinese characters. */
export const hasHan = (text: string): boolean => HAN.test(text)

/** Traditional characters as simplified ones. */
export const toSimplified = (text: string): string => convert(text)

/** What a Chinese word of places and trades means, the usual word first; none when it is not known. */
export const meaningsOf = (word: string): readonly string[] => words.get(word) ?? places.get(word) ?? []

const readingsOfWord = (word: string): string[] | undefined => names.get(word) ?? words.get(word) ?? places.get(word)

function joinedPinyin(word: string): string {
  return syllablesOf(word).join('')
}

/** Words of a reading, each a list of its forms. */
type Reading = string[][]

/** A piece of a Chinese name. */
type Piece =
  | { kind: 'word'; readings: Reading[]; han: string }
  | { kind: 'name'; han: string }
  | { kind: 'legal'; family: string }
  | { kind: 'number'; value: number }

/**
 * The word lists that a name with Chinese characters may stand for, best first. Each word is a list of forms. Text between the
 * Chinese runs goes through `latinWords`.
 */
export function hanVariants(written: string, latinWords: (text: string) => string[]): string[][][] {
  const text = written.replace(SPACES, '')
  const foreign = foreignPerson(text, readingsOf)
  const parts: (Piece[] | string)[] = []
  let end = 0
  for (const match of text.matchAll(HAN_RUN)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    parts.push(piecesOf(match[0], /[0-9]$/.test(text.slice(0, match.index))))
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  const build = (piece: (piece: Piece, place: number) => string[][]): string[][] => {
    const list: string[][] = []
    let place = 0
    for (const part of parts) {
      if (typeof part === 'string') for (const word of latinWords(part)) list.push([word])
      else for (const one of part) list.push(...piece(one, place++))
    }
    return list
  }
  const firm = isFirm(parts)
  const counts = parts.flatMap((part) => (typeof part === 'string' ? [] : part.map((piece) => readingCount(piece, firm))))
  const person = parts.length === 1 && typeof parts[0] !== 'string' ? personOf(text) : undefined
  // Words in a name of a person are none.
  if (
    person !== undefined &&
    text.trim().length <= LONGEST_PERSON &&
    (parts[0] as Piece[]).some(({ kind }) => kind === 'name') &&
    !(parts[0] as Piece[]).some(({ kind }) => kind === 'legal')
  )
    return [person, build(spelled)]
  const variants = combinations(counts).map((chosen) => build((piece, place) => translated(piece, chosen[place] as number, firm)))
  variants.push(build(spelled))
  if (person !== undefined) variants.unshift(person)
  if (foreign !== undefined) variants.unshift(foreign)
  return variants
}

/** How many readings a piece has of which each has words of its own. */
function readingCount(piece: Piece, firm: boolean): number {
  if (piece.kind === 'word') return piece.readings.length
  return piece.kind === 'name' && firm && piece.han.length >= SHORTEST_MEANING && meaningOf(piece.han) !== undefined ? 2 : 1
}

/** Whether a legal form or a word of a trade says that a name is a firm's. */
const isFirm = (parts: readonly (Piece[] | string)[]): boolean => {
  const pieces = parts.flatMap((part) => (typeof part === 'string' ? [] : part))
  if (pieces.some(({ kind }) => kind === 'legal')) return true
  const length = pieces.reduce((sum, piece) => sum + ('han' in piece ? piece.han.length : 1), 0)
  return length >= SHORTEST_FIRM && pieces.some((piece) => piece.kind === 'word' && isTradeWord(piece.readings[0]?.[0]?.[0] ?? ''))
}

/** Which reading each piece has: the usual ones first, then those with the fewest others; at most `MOST_COMBINATIONS`. */
function combinations(counts: readonly number[]): number[][] {
  const usual = counts.map(() => 0)
  const found = [usual]
  const seen = new Set([usual.join()])
  for (let next = 0; next < found.length && found.length < MOST_COMBINATIONS; next += 1) {
    for (let place = 0; place < counts.length && found.length < MOST_COMBINATIONS; place += 1) {
      const chosen = [...(found[next] as number[])]
      chosen[place] = (chosen[place] as number) + 1
      if ((chosen[place] as number) >= (counts[place] as number) || seen.has(chosen.join())) continue
      seen.add(chosen.join())
      found.push(chosen)
    }
  }
  return found
}

/** The costs of parting a run: few pieces, and few characters that are no word. */
const COST = { word: 10, number: 8, nameBegins: 12, nameCharacter: 10, lastCharacter: 14, characterBetween: 21, nameBeside: 12 }
const SIGN_OF_PLACE = /^[市省县区]/
const NAMED_PLACE = /^.{2,3}[市县]/
const AND = /^[与和及暨]/

/** A way to part the first characters of a run. */
type Step = { cost: number; before?: Step; from: number; to: number; piece?: Piece | 'name'; inName: boolean }

/** Whether a piece is a name of two characters that stands beside another only by chance. */
const isKnownName = (piece: Piece | 'name' | undefined): boolean =>
  typeof piece === 'object' && piece.kind === 'word' && piece.han.length === 2 && names.has(piece.han)

/** Parts a run of characters into words, numbers and what is left, the names, by the least cost. */
function piecesOf(run: string, behindNumber: boolean): Piece[] {
  const best: (Step | undefined)[][] = Array.from({ length: run.length + 1 }, () => [])
  ;(best[0] as Step[])[0] = { cost: 0, from: 0, to: 0, inName: false }
  for (let at = 0; at < run.length; at += 1) {
    const rest = run.slice(at)
    const [first = ''] = rest
    for (const step of best[at] as (Step | undefined)[]) {
      if (step === undefined) continue
      const add = (length: number, cost: number, piece?: Piece | 'name'): void => {
        const inName = piece === 'name'
        const steps = best[at + length] as (Step | undefined)[]
        const known = steps[Number(inName)]
        if (known === undefined || step.cost + cost < known.cost)
          steps[Number(inName)] = { cost: step.cost + cost, before: step, from: at, to: at + length, ...(piece === undefined ? {} : { piece }), inName }
      }
      add(first.length, COST.nameCharacter + (step.inName ? 0 : COST.nameBegins) + (isKnownName(step.piece) ? COST.nameBeside : 0), 'name')
      const number = NUMBER.exec(rest)
      if (number !== null) add(number[0].length, COST.number, { kind: 'number', value: chineseNumber(number[1] ?? (number[2] as string)) })
      const behindWord = !step.inName && (at > 0 || behindNumber)
      // A city or a province is called so with or without this sign.
      if (SIGN_OF_PLACE.test(rest) && behindWord) add(1, 0)
      // Behind a name that is no word it parts a place from what follows.
      if (NAMED_PLACE.exec(run)?.[0].length === at + 1 && step.inName) add(1, -COST.nameBegins)
      if (behindWord && AND.test(rest) && startsWithWord(rest.slice(1))) add(1, COST.number, { kind: 'word', readings: [[['and']]], han: first })
      for (let length = Math.min(longestWord, rest.length); length > 0; length -= 1) {
        const word = rest.slice(0, length)
        const piece = pieceOf(word)
        if (piece === undefined) continue
        const last = length === rest.length || HAN_LEGAL_FORMS.has(rest.slice(length))
        // A single character is read as a word only behind a name or a word, since it is as often a part of one.
        if (length === 1 && !behindWord && !(step.inName && last)) continue
        const cost = length > 1 || piece.kind === 'legal' ? COST.word : last ? COST.lastCharacter : COST.characterBetween
        add(length, cost + (step.inName && (places.has(word) || isKnownName(piece)) ? COST.nameBeside : 0), piece)
      }
    }
  }
  const [behindWord, behindName] = best[run.length] as (Step | undefined)[]
  return piecesAlong(run, behindName === undefined || (behindWord !== undefined && behindWord.cost <= behindName.cost) ? behindWord : behindName)
}

function piecesAlong(run: string, last: Step | undefined): Piece[] {
  const pieces: Piece[] = []
  let name = ''
  const flush = (): void => {
    if (name !== '') pieces.unshift({ kind: 'name', han: name })
    name = ''
  }
  for (let step = last; step?.before !== undefined; step = step.before) {
    if (step.piece === 'name') name = run.slice(step.from, step.to) + name
    else {
      flush()
      if (step.piece !== undefined) pieces.unshift(step.piece)
    }
  }
  flush()
  return pieces
}

const pieces = new Map<string, Piece | undefined>()

function pieceOf(word: string): Piece | undefined {
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
  if (!names.has(word)) return []
  for (let length = 2; length <= word.length - 2; length += 1) {
    const [meaning] = words.get(word.slice(length)) ?? []
    const before = word.slice(0, length)
    if (meaning !== undefined && meaning !== '') return [`${words.get(before)?.[0] ?? joinedPinyin(before)} ${meaning}`]
  }
  return []
}

/** Whether a text begins with a word of several characters. */
function startsWithWord(text: string): boolean {
  for (let length = Math.min(longestWord, text.length); length > 1; length -= 1) if (readingsOfWord(text.slice(0, length)) !== undefined) return true
  return false
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

function translated(piece: Piece, reading: number, firm = false): string[][] {
  if (piece.kind === 'legal') return [[legalMark(piece.family)]]
  if (piece.kind === 'number')
    return [[String(piece.value), ...(ORDINALS[piece.value] === undefined || piece.value === 0 ? [] : [ORDINALS[piece.value] as string])]]
  if (piece.kind === 'name' && reading > 0) return meaningOf(piece.han) as string[][]
  if (piece.kind === 'name') return [[...readingsOf(piece.han), ...(firm && mayTranscribe(piece.han) ? [transcription(syllablesOf(piece.han))] : [])]]
  const words = piece.readings[reading] as Reading
  const letters = firm ? LETTERS_OF_CITIES.get(piece.han) : undefined
  return letters === undefined ? words : words.map((forms) => [...forms, letters])
}

const mayTranscribe = ({ length }: string): boolean => length >= SHORTEST_TRANSCRIPTION && length <= LONGEST_TRANSCRIPTION

/** Everything by pinyin, as Latin listings often have it: "Changjiang Cunchu". */
function spelled(piece: Piece): string[][] {
  if (piece.kind === 'word') return [readingsOf(piece.han)]
  return translated(piece, 0)
}

function personOf(text: string): string[][] | undefined {
  const name = text.trim()
  const characters = [...name]
  if (characters.length < 2 || characters.length > 4 || characters.some((character) => !HAN.test(character))) return undefined
  if (HAN_LEGAL_FORMS.has(name) || readingsOfWord(name) !== undefined) return undefined
  const surname = LONG_SURNAMES.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
  const family = pinyin(characters.slice(0, surname).join(''), { toneType: 'none', type: 'array', mode: 'surname' }).join('')
  return [[lettersOnly(family)], readingsOf(characters.slice(surname).join(''))]
}

/** Readings of a run as one joined word: the most likely first, then those with other readings of single characters. */
export function readingsOf(run: string): string[] {
  const likely = syllablesOf(run)
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

/** The syllables of the most likely reading, one for each character. */
function syllablesOf(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array' }).map(lettersOnly)
}

/** `lü` is written `lu` or `lv` in listings; the former is by far the more frequent. */
function lettersOnly(syllable: string): string {
  return syllable
    .replaceAll('ü', 'u')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
}

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
