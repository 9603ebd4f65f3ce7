/** Quick ways to tell that two words are more slips apart than allowed, for those that are met in search of a word. */

/** The most letters of a word whose slips are counted. */
export const LETTERS_COUNTED = 31

/** The letters of a word, a bit for each. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << ((word.charCodeAt(index) - 97) & 31)
  return letters
}

/** The letters that a word has more than once, a bit for each. */
export function lettersTwiceIn(word: string): number {
  let letters = 0
  let twice = 0
  for (let index = 0; index < word.length; index += 1) {
    const letter = 1 << ((word.charCodeAt(index) - 97) & 31)
    twice |= letters & letter
    letters |= letter
  }
  return twice
}

/** How many of the letters the others have not. */
export const lettersMissing = (some: number, others: number): number => bitsOf(some & ~others)

/** Whether words of these letters may be at most `most` slips apart: each slip brings at most one letter and takes at most one. */
export const mayDifferBy = (some: number, others: number, most: number): boolean => lettersMissing(some, others) <= most && lettersMissing(others, some) <= most

function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Words of small Latin letters in one row of numbers, found by their place; other words have no letters in it. */
export class LetterRow {
  readonly start: Int32Array
  readonly letters: Uint8Array

  constructor(words: readonly string[]) {
    this.start = new Int32Array(words.length + 1)
    words.forEach((word, at) => {
      this.start[at + 1] = (this.start[at] as number) + (LATIN.test(word) ? word.length : 0)
    })
    this.letters = new Uint8Array(this.start[words.length] as number)
    words.forEach((word, at) => {
      const from = this.start[at] as number
      const length = this.lengthOf(at)
      for (let index = 0; index < length; index += 1) this.letters[from + index] = word.charCodeAt(index) - FIRST_LETTER
    })
  }

  lengthOf = (at: number): number => (this.start[at + 1] as number) - (this.start[at] as number)
}

const LATIN = /^[a-z]+$/
const FIRST_LETTER = 97
const places = new Int32Array(26)

/**
 * Counts insertions, deletions, exchanges and swaps of neighbours between `word`, of small Latin letters and at most
 * `LETTERS_COUNTED` long, and others of a row, a column of the table at a time in the bits of one number (Hyyrö 2003). What it gives
 * holds until it is asked for another word.
 */
export function slipsFrom(word: string, { start, letters }: LetterRow): (other: number) => number {
  places.fill(0)
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charCodeAt(index) - FIRST_LETTER
    places[letter] = (places[letter] as number) | (1 << index)
  }
  const last = 1 << (word.length - 1)
  return (other) => {
    let slips = word.length
    let more = -1
    let less = 0
    let same = 0
    let placesBefore = 0
    const end = start[other + 1] as number
    for (let at = start[other] as number; at < end; at += 1) {
      const here = places[letters[at] as number] as number
      const swapped = ((~same & here) << 1) & placesBefore
      same = (((here & more) + more) ^ more) | here | less | swapped
      const up = less | ~(same | more)
      const down = same & more
      if ((up & last) !== 0) slips += 1
      if ((down & last) !== 0) slips -= 1
      const across = (up << 1) | 1
      more = (down << 1) | ~(same | across)
      less = across & same
      placesBefore = here
    }
    return slips
  }
}
