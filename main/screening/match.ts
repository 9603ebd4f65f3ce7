/**
 * Compares two names and explains the result: every word that met and every word that did not is a part of the score, and the
 * score is the sum of weight times score over all parts. Nothing else enters it.
 */

import { isTranscription, lettersTogether } from '#main/screening/scripts/transcribed-sounds.ts'
import { isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import type { ScoreFeature, ScorePart } from '#shared/domain/screening.ts'
import { abbreviatedWords } from './abbreviated-words.ts'
import type { Name, Token } from './name-tokens.ts'
import { isFrequent, isGivenName, isNameOfMany } from './names-in-use.ts'
import { WEIGHTS } from './settings.ts'
import { LEAST_ALIKE, type Word, wordOf, wordsAlike } from './similarity.ts'
import { remembering } from './sound.ts'
import { isFathersName } from './word-weight.ts'

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
/** Words of less weight do not make a name of several words. */
const LEAST_TELLING = 0.2
const ROUND = 10_000
/** Words of a trade alone tell nobody apart: one word must weigh this much, or all that met together the other figure. */
export const TELLS = 0.5
export const TELL_TOGETHER = 0.8
/** Names between the first and the last count less beside a word without vowels that tells this much. */
export const TELLS_ALONE = 0.85

const round = (value: number): number => Math.round(value * ROUND) / ROUND

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

/** Neighbouring words written as one, or an empty text when they can not be. */
export function joinedText(tokens: readonly Token[], from: number, length: number): string {
  if (from + length > Math.min(tokens.length, MOST_WORDS)) return ''
  let joined = ''
  for (let index = from; index < from + length; index += 1) {
    const { plain } = tokens[index] as Token
    if (isConsonants(plain)) return ''
    joined += plain
  }
  return joined.length < SHORTEST_JOINED ? '' : joined
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
  if (links.length > 1)
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

/** The words that a name is compared by. */
export const firstWords = (tokens: Token[]): Token[] => (tokens.length > MOST_WORDS ? tokens.slice(0, MOST_WORDS) : tokens)

/**
 * The parts of the score of two names of which these words meet, in the order in which people read them. The words are not written
 * into the parts when they are wanted for their sum alone.
 */
export function explainNames(query: Name, candidate: Name, person: boolean, links: readonly Link[], words = true): ScorePart[] {
  const q = firstWords(query.tokens)
  const c = firstWords(candidate.tokens)
  const parts: ScorePart[] = []
  const textOf = words ? textOfAll : noText
  const queryWeight = weightOf(q)
  const candidateWeight = weightOf(c)
  let queryMet = 0
  let candidateMet = 0
  let told = 0
  let toldTogether = 0
  let toldVowelless = 0
  for (const link of links) {
    const from = weightOf(q, link.queryFrom, link.queryLength)
    const to = weightOf(c, link.candidateFrom, link.candidateLength)
    queryMet |= placesOf(link.queryFrom, link.queryLength)
    candidateMet |= placesOf(link.candidateFrom, link.candidateLength)
    const weight = round((WEIGHTS.query * from) / queryWeight + (WEIGHTS.listing * to) / candidateWeight)
    const alike = round(link.alike)
    if (alike >= LEAST_ALIKE) toldTogether += Math.min(from, to)
    if (alike >= LEAST_ALIKE) told = Math.max(told, Math.min(from, to))
    if (person && alike >= LEAST_ALIKE && isWithoutVowels(link, q, c)) toldVowelless = Math.max(toldVowelless, Math.min(from, to))
    parts.push({
      feature: alike === 1 ? 'same-word' : alike < LEAST_ALIKE ? 'initial' : link.queryLength + link.candidateLength > 2 ? 'joined-words' : 'similar-word',
      weight,
      score: alike,
      query: textOf(q, link.queryFrom, link.queryLength),
      candidate: textOf(c, link.candidateFrom, link.candidateLength),
    })
  }
  for (let index = 0; index < c.length; index += 1) {
    const token = c[index] as Token
    if ((candidateMet & (1 << index)) === 0)
      parts.push({
        feature: 'word-only-in-listing',
        weight: round((WEIGHTS.listing * token.weight) / candidateWeight),
        score: 0,
        query: '',
        candidate: token.text,
      })
  }
  for (let index = 0; index < q.length; index += 1) {
    const token = q[index] as Token
    if ((queryMet & (1 << index)) === 0)
      parts.push({ feature: 'word-only-in-query', weight: round((WEIGHTS.query * token.weight) / queryWeight), score: 0, query: token.text, candidate: '' })
  }
  if (links.length === 0) return parts
  // Rounding must not cost a full match its last figure: the shares of all words together are 1.
  const strongest = parts[0] as ScorePart
  strongest.weight = round(strongest.weight + 1 - parts.reduce((sum, part) => sum + part.weight, 0))
  const base = parts.reduce((sum, part) => sum + part.weight * part.score, 0)
  const add = (feature: ScoreFeature, weight: number, from: string, to: string): void => {
    const rounded = round(weight)
    if (rounded !== 0) parts.push({ feature, weight: rounded, score: 1, query: from, candidate: to })
  }
  if (!person && query.latin !== candidate.latin && links.some((link) => distinctive(link, q, c))) {
    const [ofQuery, ofListing] = abbreviatedBetween(q, ~queryMet, c, ~candidateMet)
    const share = (WEIGHTS.query * weightAt(q, ofQuery)) / queryWeight + (WEIGHTS.listing * weightAt(c, ofListing)) / candidateWeight
    add('abbreviated-words', WEIGHTS.abbreviated * share, textOf(at(q, ofQuery)), textOf(at(c, ofListing)))
    queryMet |= ofQuery
    candidateMet |= ofListing
  }
  const queryLeft = q.filter((token, index) => (queryMet & (1 << index)) === 0 && token.kind !== 'link')
  const candidateLeft = c.filter((token, index) => (candidateMet & (1 << index)) === 0 && token.kind !== 'link')
  const queryNumbers = queryLeft.filter((token) => token.kind === 'number')
  const candidateNumbers = candidateLeft.filter((token) => token.kind === 'number')
  if (queryNumbers.length > 0 && candidateNumbers.length > 0) add('numbers-differ', WEIGHTS.numbersDiffer, textOf(queryNumbers), textOf(candidateNumbers))
  // Between scripts words of the trade are translated now so, now otherwise: both sides may have some of their own.
  const inOneOnly = queryLeft.length === 0 || candidateLeft.length === 0 || query.latin !== candidate.latin
  const onlyTrade = inOneOnly && [...queryLeft, ...candidateLeft].every((token) => token.kind === 'generic')
  const bothWhole = queryLeft.length === 0 && candidateLeft.length === 0
  const first = links.find((link) => covers(link.queryFrom, link.queryLength, mainWord(q)) && covers(link.candidateFrom, link.candidateLength, mainWord(c)))
  const exact = links.every((link) => link.alike > BEGINNING_ALIKE)
  if (links.every((link) => link.alike < LEAST_ALIKE)) {
    add('only-initials', WEIGHTS.onlyInitials, query.written, candidate.written)
  } else if (told < TELLS && toldTogether < TELL_TOGETHER && !bothWhole) {
    const whole = candidateLeft.length === 0 && c.length > 1 && exact && inOrder(links)
    add('only-generic-words', whole ? WEIGHTS.onlyGenericWhole : Math.max(WEIGHTS.onlyGeneric, -base), query.written, candidate.written)
  } else if (!bothWhole && onlyTrade && first !== undefined && exact && !person && distinctive(first, q, c)) {
    add('same-but-for-words-of-the-trade', WEIGHTS.beginning * Math.max(0, 1 - base), query.written, candidate.written)
  }
  const single = c.filter((token) => token.kind !== 'link' && token.text.length > 1 && token.weight > LEAST_TELLING).length === 1
  if (
    single &&
    (queryLeft.some((token) => person || token.kind === 'name') ||
      (links.some((link) => link.alike < LEAST_ALIKE) && c.some((token) => token.text.length === 1)))
  )
    add('single-word-of-several', WEIGHTS.singleWord, textOf(q), textOf(c))
  const whole = links.filter((link) => link.alike >= LEAST_ALIKE)
  const [only] = whole
  if (person && whole.length === 1 && links.length > 1 && only !== undefined && isFrequent((c[only.candidateFrom] as Token).text))
    add('frequent-name-and-initials', WEIGHTS.singleWord, textOf(q), textOf(c))
  const met = links.flatMap((link) => c.slice(link.candidateFrom, link.candidateFrom + link.candidateLength))
  const ofPerson = person || (candidate.legal.length === 0 && met.some(({ text }) => isGivenName(text)))
  if (ofPerson && candidateLeft.length === 0 && c.length > 1 && queryLeft.some(isFurtherName) && met.every(({ text }) => isNameOfMany(text)))
    add('frequent-names-and-another', WEIGHTS.frequentAndAnother, textOf(queryLeft), textOf(c))
  if (toldVowelless >= TELLS_ALONE) {
    const ofQuery = candidateLeft.length === 0 ? furtherNames(q, queryLeft, c, (from, to) => meet(links, from, to)) : 0
    const ofListing = queryLeft.length === 0 ? furtherNames(c, candidateLeft, q, (from, to) => meet(links, to, from)) : 0
    const share = (WEIGHTS.query * ofQuery) / queryWeight + (WEIGHTS.listing * ofListing) / candidateWeight
    add('further-names-in-one-script', WEIGHTS.furtherNames * share, textOf(queryLeft), textOf(candidateLeft))
  }
  if (links.length > 1 && !inOrder(links)) add('word-order', WEIGHTS.wordOrder, textOf(q), textOf(c))
  if (query.legal.length > 0 && candidate.legal.length > 0 && !query.legal.some((family) => candidate.legal.includes(family))) {
    add('legal-form-differs', WEIGHTS.legalFormDiffers, query.legal.join(' '), candidate.legal.join(' '))
  }
  return parts
}

/** The places on both sides of an abbreviation and of the words that it stands for; none when there is none. */
function abbreviatedBetween(q: readonly Token[], queryLeft: number, c: readonly Token[], candidateLeft: number): [query: number, candidate: number] {
  const inQuery = abbreviatedWords(q, queryLeft, c, candidateLeft)
  if (inQuery !== undefined) return [inQuery.short, inQuery.long]
  const inListing = abbreviatedWords(c, candidateLeft, q, queryLeft)
  return inListing === undefined ? [0, 0] : [inListing.long, inListing.short]
}

const at = (tokens: readonly Token[], places: number): Token[] => tokens.filter((_, place) => (places & (1 << place)) !== 0)
const weightAt = (tokens: readonly Token[], places: number): number => weightOf(at(tokens, places))

/** A name beside the others, not an initial nor a father's name, which are left out as often as written. */
const isFurtherName = ({ kind, text }: Token): boolean => kind === 'name' && text.length > 1 && !isFathersName(text)

/**
 * The weight of the names that a writing in Latin letters has `left` between the first and the last, when both of these meet those of a
 * writing without vowels: there they are left out as often as written. 0 for other names.
 */
function furtherNames(
  latin: readonly Token[],
  left: readonly Token[],
  vowelless: readonly Token[],
  meets: (latin: number, vowelless: number) => boolean,
): number {
  if (left.length === 0 || left.some(({ kind }) => kind !== 'name')) return 0
  const [first, last] = [latin.findIndex(isWholeName), latin.findLastIndex(isWholeName)]
  const [otherFirst, otherLast] = [vowelless.findIndex(isWholeName), vowelless.findLastIndex(isWholeName)]
  if (otherFirst === otherLast || !meets(first, otherFirst) || !meets(last, otherLast)) return 0
  const written = [vowelless[otherFirst] as Token, vowelless[otherLast] as Token].every(({ plain }) => isConsonants(plain))
  return written && !isConsonants((latin[first] as Token).plain) ? weightOf(left) : 0
}

const isWithoutVowels = ({ queryFrom, candidateFrom }: Link, q: Token[], c: Token[]): boolean =>
  isConsonants((q[queryFrom] as Token).plain) || isConsonants((c[candidateFrom] as Token).plain)

const isWholeName = ({ kind, text }: Token): boolean => kind === 'name' && text.length > 1

/** Whether the words at these places met. */
const meet = (links: readonly Link[], queryPlace: number, candidatePlace: number): boolean =>
  links.some((link) => covers(link.queryFrom, link.queryLength, queryPlace) && covers(link.candidateFrom, link.candidateLength, candidatePlace))

const covers = (from: number, length: number, place: number): boolean => place >= from && place < from + length

/** Whether what met can stand for its owner alone: rare and not short. */
const distinctive = ({ queryFrom, queryLength, candidateFrom, candidateLength, alike }: Link, q: Token[], c: Token[]): boolean =>
  alike > BEGINNING_ALIKE && standsAlone(q, queryFrom, queryLength) && standsAlone(c, candidateFrom, candidateLength)

/** Whether neighbouring words are rare and long enough to stand for their owner alone. */
export function standsAlone(tokens: readonly Token[], from: number, length: number): boolean {
  let letters = 0
  for (let place = from; place < from + length; place += 1) letters += (tokens[place] as Token).text.length
  return letters >= 5 && weightOf(tokens, from, length) >= 0.85
}

function inOrder(links: readonly Link[]): boolean {
  for (let index = 1; index < links.length; index += 1) if ((links[index] as Link).candidateFrom < (links[index - 1] as Link).candidateFrom) return false
  return true
}

const textOfAll = (tokens: Token[], from = 0, length = tokens.length): string =>
  tokens
    .slice(from, from + length)
    .map((token) => token.text)
    .join(' ')
const noText = (): string => ''

/** Whether the query is one word that stands for the first letters of the candidate's words. */
export const isAcronymOf = (query: Name, candidate: Name): boolean => query.tokens.length === 1 && candidate.acronyms.includes((query.tokens[0] as Token).text)

/** Adds up parts to the score that they explain. */
export const sumOf = (parts: ScorePart[]): number =>
  round(
    Math.max(
      0,
      Math.min(
        1,
        parts.reduce((sum, part) => sum + part.weight * part.score, 0),
      ),
    ),
  )
