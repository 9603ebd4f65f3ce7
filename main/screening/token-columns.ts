/**
 * What is asked of each token of an index, in columns: a search meets hundreds of them, and each object would be fetched from afar.
 */
import { isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import { mayBeAbbreviation } from './abbreviated-words.ts'
import { standsAlone } from './match.ts'
import { lettersOf } from './slips.ts'
import type { Token } from './word-tokens.ts'

/** Marks of a token, of which those of its kind stand in the records of names too. */
export const GENERIC = 1
export const LINK = 2
export const ABBREVIATION = 4
/** Written without vowels. */
const VOWELLESS = 8
/** It may stand for its owner alone. */
const ALONE = 16
const SINGLE_LETTER = 32
export const MARKS_OF_KIND = GENERIC | LINK | ABBREVIATION

export class TokenColumns {
  /** What the token tells. */
  readonly weight: Float64Array
  /** Its first letter as a bit, where a single letter can stand for it; else 0. */
  readonly letter: Int32Array
  readonly marks: Uint8Array

  constructor(tokens: readonly Token[]) {
    this.weight = new Float64Array(tokens.length)
    this.letter = new Int32Array(tokens.length)
    this.marks = new Uint8Array(tokens.length)
    tokens.forEach(({ kind, text, weight }, at) => {
      this.weight[at] = weight
      if (kind === 'name' && text.length > 2) this.letter[at] = lettersOf(text[0] as string)
      this.marks[at] = marksOf(tokens, at)
    })
  }

  isVowelless = (token: number): boolean => ((this.marks[token] as number) & VOWELLESS) !== 0
  standsAlone = (token: number): boolean => ((this.marks[token] as number) & ALONE) !== 0
  isLetter = (token: number): boolean => ((this.marks[token] as number) & SINGLE_LETTER) !== 0
}

function marksOf(tokens: readonly Token[], at: number): number {
  const token = tokens[at] as Token
  const { kind, plain, text } = token
  const ofKind = kind === 'generic' ? GENERIC : kind === 'link' ? LINK : mayBeAbbreviation(token) ? ABBREVIATION : 0
  return ofKind | (isConsonants(plain) ? VOWELLESS : 0) | (standsAlone(tokens, at, 1) ? ALONE : 0) | (text.length === 1 ? SINGLE_LETTER : 0)
}
