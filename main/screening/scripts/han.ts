/**
 * Chinese names in Latin words: places, trades and legal forms by dictionary, numbers as figures, and what is left, the
 * trade name or the person, by pinyin with the other readings of its characters beside.
 */
import { legalMark } from '#main/screening/legal-forms.ts'
import { isTradeWord } from '#main/screening/word-weight.ts'
import { foreignPerson } from './han-foreign.ts'
import { meaningOf } from './han-meanings.ts'
import { piecesOf } from './han-parting.ts'
import { personOf } from './han-person.ts'
import type { Piece, Reading } from './han-pieces.ts'
import { readingsOf } from './han-pinyin.ts'
import { soundsOfTradeName } from './han-trade-names.ts'
import { japaneseFirm } from './japanese-firms.ts'

/** Between Chinese characters a space tells nothing. */
const SPACES = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu
const HAN_RUN = /[\p{Script=Han}〇]+/gu
/** The letters by which a firm's name may have its city. */
const LETTERS_OF_CITIES: ReadonlyMap<string, string> = new Map([
  ['深圳', 'sz'],
  ['北京', 'bj'],
  ['上海', 'sh'],
  ['广州', 'gz'],
])
/** Characters of a name of a person who has a short family name. */
const LONGEST_PERSON = 3
/** A single character is the beginning of a name that is left. */
const SHORTEST_MEANING = 2
/** Characters of a name that may be a firm's by its words alone; a shorter one may be a person's. */
const SHORTEST_FIRM = 5
/** Combinations of the readings of all pieces of a name. */
const MOST_COMBINATIONS = 8
const ORDINALS = ',first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth'.split(',')

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
  const sounds = firm ? soundsOfNames(parts.flatMap((part) => (typeof part === 'string' ? [] : part))) : NO_SOUNDS
  const counts = parts.flatMap((part) => (typeof part === 'string' ? [] : part.map((piece) => readingCount(piece, firm))))
  const person = parts.length === 1 && typeof parts[0] !== 'string' ? personOf(text) : undefined
  // Words in a name of a person are none.
  if (
    person !== undefined &&
    text.trim().length <= LONGEST_PERSON &&
    (parts[0] as Piece[]).some(({ kind }) => kind === 'name') &&
    !(parts[0] as Piece[]).some(({ kind }) => kind === 'legal')
  )
    return [person, build((piece) => spelled(piece, NO_SOUNDS))]
  const variants = combinations(counts).map((chosen) => build((piece, place) => translated(piece, chosen[place] as number, sounds, firm)))
  variants.push(build((piece) => spelled(piece, sounds)))
  const japanese = japaneseFirm(text, latinWords)
  if (japanese !== undefined) variants.unshift(japanese)
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

/** How each name among the pieces of a firm's may sound in Latin letters. */
type Sounds = ReadonlyMap<Piece, readonly string[]>
const NO_SOUNDS: Sounds = new Map()

function soundsOfNames(pieces: readonly Piece[]): Sounds {
  const sounds = new Map<Piece, readonly string[]>()
  pieces.forEach((piece, place) => {
    if (piece.kind === 'name') sounds.set(piece, soundsOfTradeName(piece.han, wordsFrom(pieces, place + 1)))
  })
  return sounds
}

/** The words in English that stand together from a place on, in their usual meaning. */
function wordsFrom(pieces: readonly Piece[], from: number): string[] {
  const words: string[] = []
  for (let place = from; place < pieces.length; place += 1) {
    const piece = pieces[place] as Piece
    if (piece.kind !== 'word') break
    for (const [word] of piece.readings[0] as Reading) words.push(word as string)
  }
  return words
}

function translated(piece: Piece, reading: number, sounds: Sounds, firm: boolean): string[][] {
  if (piece.kind === 'legal') return [[legalMark(piece.family)]]
  if (piece.kind === 'number')
    return [[String(piece.value), ...(ORDINALS[piece.value] === undefined || piece.value === 0 ? [] : [ORDINALS[piece.value] as string])]]
  if (piece.kind === 'name' && reading > 0) return meaningOf(piece.han) as string[][]
  if (piece.kind === 'name') return [[...readingsOf(piece.han), ...(sounds.get(piece) ?? [])]]
  const words = piece.readings[reading] as Reading
  const letters = firm ? LETTERS_OF_CITIES.get(piece.han) : undefined
  return letters === undefined ? words : words.map((forms) => [...forms, letters])
}

/** Everything by pinyin, as Latin listings often have it: "Changjiang Cunchu". */
function spelled(piece: Piece, sounds: Sounds): string[][] {
  if (piece.kind === 'word') return [readingsOf(piece.han)]
  return translated(piece, 0, sounds, false)
}
