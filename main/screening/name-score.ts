/**
 * The score of two names whose words have been brought together: every word that met and every word that did not is a part of it, and
 * so is each rule below that adjusts their sum. The score is the sum of weight times score over all parts. Nothing else enters it.
 */

import { isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import type { ScoreFeature, ScorePart } from '#shared/domain/screening.ts'
import { abbreviatedWords } from './abbreviated-words.ts'
import { BEGINNING_ALIKE, firstWords, type Link, mainWord, placesOf, standsAlone, TELL_TOGETHER, TELLS, TELLS_ALONE, weightOf } from './match.ts'
import type { Name } from './name-tokens.ts'
import { isFrequent, isGivenName, isNameOfMany } from './names-in-use.ts'
import { WEIGHTS } from './settings.ts'
import { LEAST_ALIKE } from './similarity.ts'
import type { Token } from './word-tokens.ts'
import { isFathersName } from './word-weight.ts'

/** Two names with the words that met, as places with a bit for each, and the words that are left. */
type Compared = {
  query: Name
  candidate: Name
  person: boolean
  links: readonly Link[]
  q: Token[]
  c: Token[]
  queryWeight: number
  candidateWeight: number
  queryMet: number
  candidateMet: number
  queryLeft: Token[]
  candidateLeft: Token[]
  /** Sum of the words that met. */
  base: number
}

/** What a rule adds to the sum of the words, with the words that it is about or the names as they are written. */
type Adjustment = { feature: ScoreFeature; weight: number; query: Token[] | string; candidate: Token[] | string }

const ROUND = 10_000
/** Words of less weight do not make a name of several words. */
const LEAST_TELLING = 0.2

const round = (value: number): number => Math.round(value * ROUND) / ROUND

/**
 * The parts of the score of two names of which these words meet, in the order in which people read them. The words are not written
 * into the parts when they are wanted for their sum alone.
 */
export function explainNames(query: Name, candidate: Name, person: boolean, links: readonly Link[], words = true): ScorePart[] {
  const textOf = words ? textOfAll : noText
  const compared = compare(query, candidate, person, links)
  const parts: ScorePart[] = []
  addMet(parts, compared, textOf)
  addLeft(parts, compared)
  if (links.length === 0) return parts
  // Rounding must not cost a full match its last figure: the shares of all words together are 1.
  const strongest = parts[0] as ScorePart
  strongest.weight = round(strongest.weight + 1 - parts.reduce((sum, part) => sum + part.weight, 0))
  compared.base = parts.reduce((sum, part) => sum + part.weight * part.score, 0)
  for (const rule of RULES) {
    const found = rule(compared)
    if (found !== undefined && round(found.weight) !== 0)
      parts.push({ feature: found.feature, weight: round(found.weight), score: 1, query: textOf(found.query), candidate: textOf(found.candidate) })
  }
  return parts
}

function compare(query: Name, candidate: Name, person: boolean, links: readonly Link[]): Compared {
  const q = firstWords(query.tokens)
  const c = firstWords(candidate.tokens)
  let queryMet = 0
  let candidateMet = 0
  for (const link of links) {
    queryMet |= placesOf(link.queryFrom, link.queryLength)
    candidateMet |= placesOf(link.candidateFrom, link.candidateLength)
  }
  return {
    query,
    candidate,
    person,
    links,
    q,
    c,
    queryWeight: weightOf(q),
    candidateWeight: weightOf(c),
    queryMet,
    candidateMet,
    queryLeft: leftOf(q, queryMet),
    candidateLeft: leftOf(c, candidateMet),
    base: 0,
  }
}

const leftOf = (tokens: Token[], met: number): Token[] => tokens.filter(({ kind }, place) => (met & (1 << place)) === 0 && kind !== 'link')

/** The share of both names that words of them have together. */
const shareOf = ({ queryWeight, candidateWeight }: Compared, ofQuery: number, ofCandidate: number): number =>
  (WEIGHTS.query * ofQuery) / queryWeight + (WEIGHTS.listing * ofCandidate) / candidateWeight

function addMet(parts: ScorePart[], compared: Compared, textOf: TextOf): void {
  const { q, c } = compared
  for (const link of compared.links) {
    const { queryFrom, queryLength, candidateFrom, candidateLength } = link
    const alike = round(link.alike)
    parts.push({
      feature: alike === 1 ? 'same-word' : alike < LEAST_ALIKE ? 'initial' : queryLength + candidateLength > 2 ? 'joined-words' : 'similar-word',
      weight: round(shareOf(compared, weightOf(q, queryFrom, queryLength), weightOf(c, candidateFrom, candidateLength))),
      score: alike,
      query: textOf(q, queryFrom, queryLength),
      candidate: textOf(c, candidateFrom, candidateLength),
    })
  }
}

function addLeft(parts: ScorePart[], compared: Compared): void {
  compared.c.forEach(({ text, weight }, place) => {
    if ((compared.candidateMet & (1 << place)) === 0)
      parts.push({ feature: 'word-only-in-listing', weight: round(shareOf(compared, 0, weight)), score: 0, query: '', candidate: text })
  })
  compared.q.forEach(({ text, weight }, place) => {
    if ((compared.queryMet & (1 << place)) === 0)
      parts.push({ feature: 'word-only-in-query', weight: round(shareOf(compared, weight, 0)), score: 0, query: text, candidate: '' })
  })
}

/** An abbreviation in one script and its words in the other, beside the name proper of a firm, count for the rules below as words that met. */
function abbreviated(compared: Compared): Adjustment | undefined {
  const { query, candidate, person, links, q, c, queryMet, candidateMet } = compared
  if (person || query.latin === candidate.latin || !links.some((link) => distinctive(link, q, c))) return undefined
  const inQuery = abbreviatedWords(q, ~queryMet, c, ~candidateMet)
  const inListing = inQuery === undefined ? abbreviatedWords(c, ~candidateMet, q, ~queryMet) : undefined
  const [ofQuery, ofListing] = [inQuery?.short ?? inListing?.long ?? 0, inQuery?.long ?? inListing?.short ?? 0]
  if (ofQuery === 0) return undefined
  compared.queryMet |= ofQuery
  compared.candidateMet |= ofListing
  compared.queryLeft = leftOf(q, compared.queryMet)
  compared.candidateLeft = leftOf(c, compared.candidateMet)
  const [from, to] = [wordsAt(q, ofQuery), wordsAt(c, ofListing)]
  return { feature: 'abbreviated-words', weight: WEIGHTS.abbreviated * shareOf(compared, weightOf(from), weightOf(to)), query: from, candidate: to }
}

function numbersDiffer({ queryLeft, candidateLeft }: Compared): Adjustment | undefined {
  if (!queryLeft.some(isNumber) || !candidateLeft.some(isNumber)) return undefined
  return { feature: 'numbers-differ', weight: WEIGHTS.numbersDiffer, query: queryLeft.filter(isNumber), candidate: candidateLeft.filter(isNumber) }
}

/** Words that met tell nobody apart, or tell a firm by themselves. */
function howMuchIsTold(compared: Compared): Adjustment | undefined {
  const { query, candidate, links, q, c, queryLeft, candidateLeft, base } = compared
  const written = (feature: ScoreFeature, weight: number): Adjustment => ({ feature, weight, query: query.written, candidate: candidate.written })
  if (links.every(isInitial)) return written('only-initials', WEIGHTS.onlyInitials)
  if (queryLeft.length === 0 && candidateLeft.length === 0) return undefined
  if (!isTold(compared)) {
    const whole = candidateLeft.length === 0 && c.length > 1 && links.every(isExact) && inOrder(links)
    return written('only-generic-words', whole ? WEIGHTS.onlyGenericWhole : Math.max(WEIGHTS.onlyGeneric, -base))
  }
  return isToldByBeginning(compared, q, c) ? written('same-but-for-words-of-the-trade', WEIGHTS.beginning * Math.max(0, 1 - base)) : undefined
}

/** Whether one of the words that met tells enough, or all of them together. */
function isTold({ links, q, c }: Compared): boolean {
  let together = 0
  for (const link of links) {
    const told = isInitial(link) ? 0 : tells(link, q, c)
    if (told >= TELLS) return true
    together += told
  }
  return together >= TELL_TOGETHER
}

/** Whether two firms begin with the same rare word, and the rest is words of the trade. */
function isToldByBeginning({ query, candidate, person, links, queryLeft, candidateLeft }: Compared, q: Token[], c: Token[]): boolean {
  // Between scripts words of the trade are translated now so, now otherwise: both sides may have some of their own.
  const inOneOnly = queryLeft.length === 0 || candidateLeft.length === 0 || query.latin !== candidate.latin
  if (person || !inOneOnly || !queryLeft.every(isTrade) || !candidateLeft.every(isTrade) || !links.every(isExact)) return false
  const [ofQuery, ofCandidate] = [mainWord(q), mainWord(c)]
  const first = links.find((link) => covers(link.queryFrom, link.queryLength, ofQuery) && covers(link.candidateFrom, link.candidateLength, ofCandidate))
  return first !== undefined && distinctive(first, q, c)
}

function singleWord({ person, links, q, c, queryLeft }: Compared): Adjustment | undefined {
  if (c.reduce((count, token) => count + Number(isTelling(token)), 0) !== 1) return undefined
  const another = queryLeft.some(({ kind }) => person || kind === 'name') || (links.some(isInitial) && c.some(({ text }) => text.length === 1))
  return another ? { feature: 'single-word-of-several', weight: WEIGHTS.singleWord, query: q, candidate: c } : undefined
}

function frequentNameAndInitials({ person, links, q, c }: Compared): Adjustment | undefined {
  if (!person || links.length < 2) return undefined
  const [only, ...others] = links.filter((link) => !isInitial(link))
  if (only === undefined || others.length > 0 || !isFrequent((c[only.candidateFrom] as Token).text)) return undefined
  return { feature: 'frequent-name-and-initials', weight: WEIGHTS.singleWord, query: q, candidate: c }
}

function frequentNamesAndAnother({ candidate, person, links, c, queryLeft, candidateLeft }: Compared): Adjustment | undefined {
  if (candidateLeft.length > 0 || c.length < 2 || !queryLeft.some(isFurtherName)) return undefined
  const met = links.flatMap((link) => c.slice(link.candidateFrom, link.candidateFrom + link.candidateLength))
  const ofPerson = person || (candidate.legal.length === 0 && met.some(({ text }) => isGivenName(text)))
  if (!ofPerson || !met.every(({ text }) => isNameOfMany(text))) return undefined
  return { feature: 'frequent-names-and-another', weight: WEIGHTS.frequentAndAnother, query: queryLeft, candidate: c }
}

function furtherNamesInOneScript(compared: Compared): Adjustment | undefined {
  const { person, links, q, c, queryLeft, candidateLeft } = compared
  const told = (link: Link): boolean => !isInitial(link) && isWithoutVowels(link, q, c) && tells(link, q, c) >= TELLS_ALONE
  if (!person || !links.some(told)) return undefined
  const ofQuery = candidateLeft.length === 0 ? furtherNames(q, queryLeft, c, (from, to) => meet(links, from, to)) : 0
  const ofListing = queryLeft.length === 0 ? furtherNames(c, candidateLeft, q, (from, to) => meet(links, to, from)) : 0
  const weight = WEIGHTS.furtherNames * shareOf(compared, ofQuery, ofListing)
  return { feature: 'further-names-in-one-script', weight, query: queryLeft, candidate: candidateLeft }
}

const wordOrder = ({ links, q, c }: Compared): Adjustment | undefined =>
  inOrder(links) ? undefined : { feature: 'word-order', weight: WEIGHTS.wordOrder, query: q, candidate: c }

function legalFormDiffers({ query, candidate }: Compared): Adjustment | undefined {
  if (query.legal.length === 0 || candidate.legal.length === 0 || query.legal.some((family) => candidate.legal.includes(family))) return undefined
  return { feature: 'legal-form-differs', weight: WEIGHTS.legalFormDiffers, query: query.legal.join(' '), candidate: candidate.legal.join(' ') }
}

/** In the order in which people read them; what is abbreviated comes first, since it is left no longer. */
const RULES = [
  abbreviated,
  numbersDiffer,
  howMuchIsTold,
  singleWord,
  frequentNameAndInitials,
  frequentNamesAndAnother,
  furtherNamesInOneScript,
  wordOrder,
  legalFormDiffers,
]

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

const isExact = ({ alike }: Link): boolean => alike > BEGINNING_ALIKE
const isInitial = ({ alike }: Link): boolean => round(alike) < LEAST_ALIKE
const isTelling = ({ kind, text, weight }: Token): boolean => kind !== 'link' && text.length > 1 && weight > LEAST_TELLING
const isNumber = ({ kind }: Token): boolean => kind === 'number'
const isTrade = ({ kind }: Token): boolean => kind === 'generic'
const isWholeName = ({ kind, text }: Token): boolean => kind === 'name' && text.length > 1
/** A name beside the others, not an initial nor a father's name, which are left out as often as written. */
const isFurtherName = ({ kind, text }: Token): boolean => kind === 'name' && text.length > 1 && !isFathersName(text)
const isWithoutVowels = ({ queryFrom, candidateFrom }: Link, q: Token[], c: Token[]): boolean =>
  isConsonants((q[queryFrom] as Token).plain) || isConsonants((c[candidateFrom] as Token).plain)

/** What words that met tell: as much as the side that tells less. */
const tells = ({ queryFrom, queryLength, candidateFrom, candidateLength }: Link, q: Token[], c: Token[]): number =>
  Math.min(weightOf(q, queryFrom, queryLength), weightOf(c, candidateFrom, candidateLength))

/** Whether what met can stand for its owner alone: rare and not short. */
const distinctive = ({ queryFrom, queryLength, candidateFrom, candidateLength, alike }: Link, q: Token[], c: Token[]): boolean =>
  alike > BEGINNING_ALIKE && standsAlone(q, queryFrom, queryLength) && standsAlone(c, candidateFrom, candidateLength)

/** Whether the words at these places met. */
const meet = (links: readonly Link[], queryPlace: number, candidatePlace: number): boolean =>
  links.some((link) => covers(link.queryFrom, link.queryLength, queryPlace) && covers(link.candidateFrom, link.candidateLength, candidatePlace))

const covers = (from: number, length: number, place: number): boolean => place >= from && place < from + length

const inOrder = (links: readonly Link[]): boolean => links.every((link, at) => at === 0 || link.candidateFrom >= (links[at - 1] as Link).candidateFrom)

const wordsAt = (tokens: readonly Token[], places: number): Token[] => tokens.filter((_, place) => (places & (1 << place)) !== 0)

type TextOf = (of: Token[] | string, from?: number, length?: number) => string
const textOfAll: TextOf = (of, from = 0, length = of.length) =>
  typeof of === 'string'
    ? of
    : of
        .slice(from, from + length)
        .map(({ text }) => text)
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
