/**
 * Abbreviations inside the names of firms which the other script writes out: the first letters of Slavic words beside the name proper
 * ("АПЗ «Ротор»", Altay Instrument-Making Plant Rotor; "NIIVK Kartsev", the institute by its words). The letters may be those of the
 * words as they stand, or of the Slavic words that they translate.
 */
import { slavicInitials } from '#main/screening/scripts/slavic-initials.ts'
import { tokensAlike } from './match.ts'
import type { Token } from './word-tokens.ts'

/** Places of words that an abbreviation on the other side stands for, and its own: a bit for each. */
export type Abbreviated = { short: number; long: number }

const ABBREVIATION = /^[a-z]{2,6}$/
/** Two letters stand for too many words to tell names: those must be of the trade. */
const SHORTEST_TELLING = 3
/** Latin letters that one letter of other scripts becomes. */
const ONE_LETTER = /^(?:shch|zh|kh|ts|ch|sh|ya|yu|ye)/

/** Whether a word may be an abbreviation. */
export const mayBeAbbreviation = ({ kind, text }: Token): boolean => kind === 'name' && ABBREVIATION.test(text)

/** The first abbreviation among the words left in `short` that stands for neighbouring words left in `long`; nothing when there is none. */
export function abbreviatedWords(short: readonly Token[], shortLeft: number, long: readonly Token[], longLeft: number): Abbreviated | undefined {
  for (let place = 0; place < short.length; place += 1) {
    const token = short[place] as Token
    const { text } = token
    if ((shortLeft & (1 << place)) === 0 || !mayBeAbbreviation(token)) continue
    for (let from = 0; from < long.length; from += 1) {
      const places = spelled(text, long, from, longLeft)
      if (places === 0) continue
      const words = long.filter((_, at) => (places & (1 << at)) !== 0)
      if (words.length < 2 || (text.length < SHORTEST_TELLING && words.some((word) => word.kind !== 'generic'))) continue
      // A word that is like one of the other name's is no abbreviation.
      if (!long.some((word) => tokensAlike(token, word) > 0)) return { short: sameWords(short, text), long: places }
    }
  }
  return undefined
}

/** The places of a word that a name may repeat ("OAO VO Technopromexport (VO TPE)"). */
const sameWords = (tokens: readonly Token[], text: string): number =>
  tokens.reduce((places, token, place) => (token.text === text ? places | (1 << place) : places), 0)

/** The places of the words from a place on whose beginnings are these letters, as many as can be; 0 when they are not. */
function spelled(letters: string, words: readonly Token[], from: number, left: number): number {
  const word = words[from]
  if (word === undefined || (left & (1 << from)) === 0) return 0
  const place = 1 << from
  for (const initial of initialsOf(word)) {
    if (!letters.startsWith(initial)) continue
    const rest = letters.slice(initial.length)
    let next = from + 1
    let places = place
    // One Slavic word may be two in English, and links have no letter.
    while ((left & (1 << next)) !== 0 && words[next] !== undefined && (isOneWord(word, words[next] as Token) || (words[next] as Token).kind === 'link')) {
      places |= 1 << next
      next += 1
    }
    if (rest === '') return places
    const others = spelled(rest, words, next, left)
    if (others !== 0) return places | others
  }
  return 0
}

/** Whether two neighbouring words are the translation of one: they have the same reading in letters. */
const isOneWord = (one: Token, other: Token): boolean => one.forms.length > 1 && one.forms.at(-1) === other.forms.at(-1)

/** What a word may be abbreviated to. */
function initialsOf({ forms, text }: Token): Set<string> {
  const found = new Set<string>(slavicInitials(text))
  for (const form of forms) {
    if (!/^[a-z]/.test(form)) continue
    const letter = ONE_LETTER.exec(form)?.[0]
    if (letter !== undefined) found.add(letter)
    if (letter === 'ts') found.add('c')
    found.add(form[0] as string)
  }
  return found
}
