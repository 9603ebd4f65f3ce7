/**
 * The words of all names in one row of numbers, so that a search which meets a name finds what it needs of it side by side. The
 * record of a name is its number, two places for the search to write in, the count of its words with the place of the word that tells
 * most and its script, and a number for each word: its token, its share of the name, and whether it is a word of the trade, links
 * others or may be an abbreviation.
 */

import type { IndexedName } from './index.ts'
import { ABBREVIATION, GENERIC, LINK, MARKS_OF_KIND, type TokenColumns } from './token-columns.ts'

/** Places in a record. */
export const NAME = 0
export const MARK = 1
export const NEXT = 2
const COUNT = 3
const WORDS = 4

/** The level of a word that is the whole of its name. */
export const HIGHEST_LEVEL = 255
const LEVEL_BITS = 8
const TOKEN_BITS = LEVEL_BITS + 3
const MOST_TOKENS = 2 ** (32 - TOKEN_BITS)
const MAIN_BITS = 8
const NO_MAIN = 255
const LATIN = 1 << 16

/** The numbers of the words of all names in one row: those of a name from its start to that of the next one. */
export type NumberRow = { numbers: Int32Array; start: Int32Array }

/**
 * The records of names, in their order; `isWhole` tells names of persons and ships, which are never told by their beginning. Throws a
 * RangeError for more than two million different tokens.
 */
export class NameRecords {
  readonly data: Int32Array
  /** Where the record of each name starts. */
  readonly start: Int32Array
  /** Whether firms or parties of unknown kind have the token in a name in other letters than Latin: 1 if so. */
  readonly inOtherScript: Uint8Array

  constructor(names: readonly IndexedName[], row: NumberRow, columns: TokenColumns, isWhole: (name: IndexedName) => boolean) {
    const tokens = columns.weight.length
    if (tokens > MOST_TOKENS) throw new RangeError(`The lists have ${tokens} different words; ${MOST_TOKENS} can be indexed.`)
    this.start = new Int32Array(names.length + 1)
    this.inOtherScript = new Uint8Array(tokens)
    for (let name = 0; name <= names.length; name += 1) this.start[name] = name * WORDS + (row.start[name] as number)
    this.data = new Int32Array(this.start[names.length] as number)
    names.forEach((name, number) => {
      this.#write(number, name.name.latin, row, columns, isWhole(name))
    })
  }

  /** Where the words of a record begin and end. */
  first = (record: number): number => record + WORDS
  end = (record: number): number => record + WORDS + (((this.data[record + COUNT] as number) & (LATIN - 1)) >>> MAIN_BITS)

  /** Whether the name is in Latin letters. */
  isLatin = (record: number): boolean => ((this.data[record + COUNT] as number) & LATIN) !== 0

  /** Where the word of a record stands that tells most, or -1 for a name that is compared whole. */
  main(record: number): number {
    const place = (this.data[record + COUNT] as number) & ((1 << MAIN_BITS) - 1)
    return place === NO_MAIN ? -1 : record + WORDS + place
  }

  #write(number: number, latin: boolean, { numbers, start }: NumberRow, { weight, marks }: TokenColumns, whole: boolean): void {
    const record = this.start[number] as number
    const first = start[number] as number
    const end = start[number + 1] as number
    let all = 0
    let main = first
    for (let at = first; at < end; at += 1) {
      const own = weight[numbers[at] as number] as number
      all += own
      if (own > (weight[numbers[main] as number] as number)) main = at
    }
    this.data[record + NAME] = number
    this.data[record + COUNT] = ((end - first) << MAIN_BITS) | (whole ? NO_MAIN : main - first) | (latin ? LATIN : 0)
    for (let at = first; at < end; at += 1) {
      const token = numbers[at] as number
      if (!latin && !whole) this.inOtherScript[token] = 1
      const ofKind = ((marks[token] as number) & MARKS_OF_KIND) << LEVEL_BITS
      this.data[record + WORDS + at - first] = (token << TOKEN_BITS) | ofKind | Math.ceil(((weight[token] as number) / all) * HIGHEST_LEVEL)
    }
  }
}

/** What a word of a record says. */
export const tokenIn = (word: number): number => word >>> TOKEN_BITS
/** The share of its name, rounded up. */
export const levelIn = (word: number): number => word & HIGHEST_LEVEL
export const isGenericIn = (word: number): boolean => (word & (GENERIC << LEVEL_BITS)) !== 0
export const isLinkIn = (word: number): boolean => (word & (LINK << LEVEL_BITS)) !== 0
export const isAbbreviationIn = (word: number): boolean => (word & (ABBREVIATION << LEVEL_BITS)) !== 0
