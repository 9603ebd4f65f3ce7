/** Names of firms and offices in Korean letters: words of trades and places in English, the rest in the spellings of south and north. */

import WORDS from '#main/screening/words/korean-words.json' with { type: 'json' }
import { northernSpellings, romanised } from './korean.ts'
import { koreanSound } from './korean-sounds.ts'
import { wordsAroundRuns } from './runs.ts'

const words = new Map<string, string[]>(Object.entries(WORDS).map(([word, english]) => [word, english.split(' ')]))
const longestWord = Math.max(...[...words.keys()].map((word) => word.length))
/** Figures within are a part of it: 제2자연과학원. */
const HANGUL_RUN = /[\uac00-\ud7a3]+(?:[0-9]+[\uac00-\ud7a3]+)*/g
/** The short sign for a stock company, in brackets or as one character. */
const STOCK_COMPANY = /\(주\)|㈜/g
/** A text as short as this is rather the name of a person, unless it is all words or ends in one. */
const LONGEST_PERSON = 4

/**
 * The words of a text in Korean letters, each with its forms; nothing when none of them is a word of a trade, an office or a place.
 * Text between the Korean runs goes through `latinWords`.
 */
export function koreanFirm(written: string, latinWords: (text: string) => string[]): string[][] | undefined {
  const text = written.normalize('NFC').replace(STOCK_COMPANY, ' 주식회사 ')
  let known = 0
  let unknown = 0
  let endsInWord = false
  const wordsOf = (piece: string): string[][] => {
    const english = words.get(piece)
    endsInWord = english !== undefined
    if (english === undefined) unknown += piece.length
    else known += piece.length
    return english?.map((word) => [word]) ?? namesAndFigures(piece)
  }
  const found = wordsAroundRuns(text, HANGUL_RUN, (run) => piecesOf(run).flatMap(wordsOf), latinWords)
  if (known === 0 || (known + unknown <= LONGEST_PERSON && unknown > 0 && !(endsInWord && unknown > 1))) return undefined
  return found
}

/** Figures tell firms apart, and stand as words of their own: 제2가람 is Garam No. 2. */
const namesAndFigures = (piece: string): string[][] =>
  piece
    .replace(ORDINAL_MARK, '')
    .split(FIGURES)
    .filter((part) => part !== '')
    .map((part) => (/[0-9]/.test(part) ? [part] : [...new Set([romanised(part), ...northernSpellings(part), ...koreanSound(part)])]))

const ORDINAL_MARK = /제(?=[0-9])/g
const FIGURES = /([0-9]+)/

/** A run parted in words, the longest ones first, and what is left between them. */
function piecesOf(run: string): string[] {
  const pieces: string[] = []
  let name = ''
  let at = 0
  while (at < run.length) {
    let length = Math.min(longestWord, run.length - at)
    while (length > 1 && !words.has(run.slice(at, at + length))) length -= 1
    if (length > 1) {
      if (name !== '') pieces.push(name)
      name = ''
      pieces.push(run.slice(at, at + length))
      at += length
    } else name += run[at++]
  }
  return name === '' ? pieces : [...pieces, name]
}
