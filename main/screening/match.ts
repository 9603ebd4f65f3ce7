/** Which words of two names meet: how alike two words are, one by one and several written as one, and the best links between them. */

import { isTranscription, lettersTogether } from '#main/screening/scripts/transcribed-sounds.ts'
import { isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import type { Name } from './name-tokens.ts'
import { remembering } from './remembering.ts'
import { LEAST_ALIKE, type Word, wordOf, wordsAlike } from './similarity.ts'
import type { Token } from './word-tokens.ts'

/** Words of the query from `queryFrom` on, and of the candidate, that met. */
export type Link = { queryFrom: number; queryLength: number; candidateFrom: number; candidateLength: number; alike: number }

/** What a caller that has compared the words of two names already knows of them. */
export type Known = {
  /** How alike the words at two places are. */
  alikeAt: (queryPlace: number, candidatePlace: number) => number
  /** How alike several words of the query, from a place on and written as one, are to the candidate's word at a place. */
  joinedAt: (queryPlace: number, length: number, candidatePlace: number) => number
  /** Whether any words of the query may meet joined, and of the candidate. */
  queryJoins: boolean
  listingJoins: boolean
}

/** Names are compared by their first words only when they are longer than any real one. */
export const MOST_WORDS = 24
export const LONGEST_SPAN = 3
/** An initial for a name: likely meant when the query has it, less so when the listing does. */
export const INITIAL_OF_QUERY = 0.65
const INITIAL_OF_LISTING = 0.55
export const JOINED_ALIKE = 0.98
const SHORTEST_JOINED = 5
/** What met must be more alike than this to count as the beginning of both names. */
export const BEGINNING_ALIKE = 0.85
/** Words that are joined may have a slip as well from this length on. */
export const SHORTEST_JOINED_WITH_SLIP = 8
/** Words of a trade alone tell nobody apart: one word must weigh this much, or all that met together the other figure. */
export const TELLS = 0.5
export const TELL_TOGETHER = 0.8
/** Names between the first and the last count less beside a word without vowels that tells this much. */
export const TELLS_ALONE = 0.85

/** How alike two words are in their best forms. */
export function tokensAlike(a: Token, b: Token): number {
  let best = 0
  for (const first of wordsOf(a)) {
    for (const second of wordsOf(b)) {
      const alike = wordsAlike(first, second)
      if (alike > best) best = alike
      if (best === 1) return 1
    }
  }
  return best === 0 ? initialAlike(a, b) : best
}

const prepared = new WeakMap<Token, Word[]>()

function wordsOf(token: Token): Word[] {
  const known = prepared.get(token)
  if (known !== undefined) return known
  const words = token.forms.map(wordOf)
  prepared.set(token, words)
  return words
}

/** A single letter and a name that begins with it; less than any word that is alike. */
export function initialAlike(query: Token, candidate: Token): number {
  if (query.kind === 'number' || candidate.kind === 'number') return 0
  const ofQuery = query.text.length === 1
  const [short, long] = ofQuery ? [query, candidate] : [candidate, query]
  if (short.text.length !== 1 || long.kind !== 'name' || long.text.length < 3 || !long.text.startsWith(short.text)) return 0
  return ofQuery ? INITIAL_OF_QUERY : INITIAL_OF_LISTING
}

/** Whether neighbouring words may be written as one. */
export function mayBeJoined(tokens: readonly Token[], from: number, length: number): boolean {
  if (from + length > Math.min(tokens.length, MOST_WORDS)) return false
  let letters = 0
  for (let index = from; index < from + length; index += 1) {
    const { plain } = tokens[index] as Token
    if (isConsonants(plain)) return false
    letters += plain.length
  }
  return letters >= SHORTEST_JOINED
}

/** Neighbouring words written as one, or an empty text when they can not be. */
export function joinedText(tokens: readonly Token[], from: number, length: number): string {
  let joined = ''
  if (mayBeJoined(tokens, from, length)) for (let index = from; index < from + length; index += 1) joined += (tokens[index] as Token).plain
  return joined
}

/** Several neighbouring words of the query against one of the listing, in which there may be a slip: "Aero Caribbean" and "Aerocaribean". */
function joinedAlike(joined: Word, other: Token): number {
  let best = 0
  for (const word of wordsOf(other)) {
    if (joined.text === word.text) return JOINED_ALIKE
    if (joined.text.length >= SHORTEST_JOINED_WITH_SLIP || word.consonants || word.transcribed) best = Math.max(best, joinedWithSlip(wordsAlike(joined, word)))
  }
  return best
}

const MOST_JOINED = 2000

/** A word put together of several, which the same query asks for again and again. */
const joinedWord = remembering(wordOf, MOST_JOINED)

/** How alike joined words of the query are to a word of the listing with a slip in it; 0 when below `LEAST_ALIKE`. */
export const joinedWithSlip = (alike: number): number => (alike * 0.95 >= LEAST_ALIKE ? alike * 0.95 : 0)

/** Place of the word that tells most, the first of several. */
export function mainWord(tokens: readonly Token[]): number {
  let main = 0
  for (let place = 1; place < tokens.length && place < MOST_WORDS; place += 1)
    if ((tokens[place] as Token).weight > (tokens[main] as Token).weight) main = place
  return main
}

/** The weight of some neighbouring words, or of all. */
export function weightOf(tokens: readonly Token[], from = 0, length = tokens.length): number {
  let weight = 0
  for (let place = from; place < from + length; place += 1) weight += (tokens[place] as Token).weight
  return weight
}

/** Neighbouring places, a bit for each. */
export const placesOf = (from: number, length: number): number => ((1 << length) - 1) << from

/** The words that meet: the most alike first, each word once. */
function linksBetween(query: Token[], candidate: Token[], known: Known): Link[] {
  const links: Link[] = []
  let whole = 0
  for (let q = 0; q < query.length; q += 1) {
    for (let c = 0; c < candidate.length; c += 1) {
      const alike = known.alikeAt(q, c)
      if (alike === 0) continue
      links.push({ queryFrom: q, queryLength: 1, candidateFrom: c, candidateLength: 1, alike })
      if (alike === 1) whole += 1
    }
  }
  if ((known.queryJoins || known.listingJoins) && whole < query.length && whole < candidate.length) addJoined(links, query, candidate, known)
  if (allHold(links)) return links
  links.sort(
    (a, b) =>
      b.alike - a.alike ||
      b.candidateLength + b.queryLength - a.candidateLength - a.queryLength ||
      a.queryFrom - b.queryFrom ||
      a.candidateFrom - b.candidateFrom,
  )
  let queryUsed = 0
  let candidateUsed = 0
  const chosen: Link[] = []
  for (const link of links) {
    const queryMask = placesOf(link.queryFrom, link.queryLength)
    const candidateMask = placesOf(link.candidateFrom, link.candidateLength)
    if ((queryUsed & queryMask) !== 0 || (candidateUsed & candidateMask) !== 0) continue
    queryUsed |= queryMask
    candidateUsed |= candidateMask
    chosen.push(link)
  }
  return chosen.sort((a, b) => a.queryFrom - b.queryFrom)
}

/** Whether no two of the links are about one word, and they stand in the order of the query: then nothing is to be chosen. */
function allHold(links: readonly Link[]): boolean {
  let query = 0
  let candidate = 0
  for (const { queryFrom, queryLength, candidateFrom, candidateLength } of links) {
    const queryMask = placesOf(queryFrom, queryLength)
    const candidateMask = placesOf(candidateFrom, candidateLength)
    // Joined words are found last, whatever stands before them.
    if ((query & queryMask) !== 0 || (candidate & candidateMask) !== 0 || queryMask < query) return false
    query |= queryMask
    candidate |= candidateMask
  }
  return true
}

function addJoined(links: Link[], query: Token[], candidate: Token[], { queryJoins, listingJoins, joinedAt }: Known): void {
  for (let length = 2; length <= LONGEST_SPAN; length += 1) {
    for (let q = 0; queryJoins && q + length <= query.length; q += 1) {
      for (let c = 0; c < candidate.length; c += 1) {
        const alike = joinedAt(q, length, c)
        if (alike > 0) links.push({ queryFrom: q, queryLength: length, candidateFrom: c, candidateLength: 1, alike })
      }
    }
    for (let c = 0; listingJoins && c + length <= candidate.length; c += 1) {
      const text = joinedText(candidate, c, length)
      if (text === '') continue
      for (let q = 0; q < query.length; q += 1)
        if (isWrittenTogether(query[q] as Token, text))
          links.push({ queryFrom: q, queryLength: 1, candidateFrom: c, candidateLength: length, alike: JOINED_ALIKE })
    }
  }
}

const isWrittenTogether = ({ forms }: Token, text: string): boolean =>
  forms.includes(text) || (forms.length > 1 && forms.some((form) => isTranscription(form) && lettersTogether(form) === text))

/** Compares the words of two names as they are asked for. */
function comparing(q: Token[], c: Token[]): Known {
  return {
    alikeAt: (queryPlace, candidatePlace) => tokensAlike(q[queryPlace] as Token, c[candidatePlace] as Token),
    joinedAt: (queryPlace, length, candidatePlace) => {
      const text = joinedText(q, queryPlace, length)
      return text === '' ? 0 : joinedAlike(joinedWord(text), c[candidatePlace] as Token)
    },
    queryJoins: true,
    listingJoins: true,
  }
}

/** The words of two names that meet, in the order of the query. `known` is for a caller that has compared the words already. */
export function linksOf(query: Name, candidate: Name, known?: Known): Link[] {
  const q = firstWords(query.tokens)
  const c = firstWords(candidate.tokens)
  return linksBetween(q, c, known ?? comparing(q, c))
}

/** The words of a name that are compared. */
export const firstWords = (tokens: Token[]): Token[] => (tokens.length > MOST_WORDS ? tokens.slice(0, MOST_WORDS) : tokens)

/** Whether neighbouring words are rare and long enough to stand for their owner alone. */
export function standsAlone(tokens: readonly Token[], from: number, length: number): boolean {
  let letters = 0
  for (let place = from; place < from + length; place += 1) letters += (tokens[place] as Token).text.length
  return letters >= 5 && weightOf(tokens, from, length) >= 0.85
}
