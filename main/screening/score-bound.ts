/**
 * The most that a name of the index can score against a query, known from the words that they share or nearly share without
 * comparing the names. No name scores more than its bound; those that are told by their abbreviation are found apart.
 */

import { lettersTogether } from '#main/screening/scripts/transcribed-sounds.ts'
import { isConsonants } from '#main/screening/scripts/written-without-vowels.ts'
import { mayBeAbbreviation } from './abbreviated-words.ts'
import type { ScreeningIndex } from './index.ts'
import {
  BEGINNING_ALIKE,
  INITIAL_OF_QUERY,
  initialAlike,
  JOINED_ALIKE,
  joinedText,
  joinedWithSlip,
  type Known,
  LONGEST_SPAN,
  MOST_WORDS,
  mainWord,
  placesOf,
  SHORTEST_JOINED_WITH_SLIP,
  standsAlone,
  TELL_TOGETHER,
  TELLS,
  TELLS_ALONE,
  weightOf,
} from './match.ts'
import { HIGHEST_LEVEL, isAbbreviationIn, isGenericIn, isLinkIn, levelIn, tokenIn } from './name-records.ts'
import type { Name } from './name-tokens.ts'
import { WEIGHTS } from './settings.ts'
import { LEAST_ALIKE } from './similarity.ts'
import { lettersOf } from './slips.ts'
import { alikeConsonants, alikeWords } from './vocabulary.ts'
import type { Token } from './word-tokens.ts'

/** Sums of rounded figures may be this much off. */
export const ROUNDING = 0.002
/** Marks of a token: it may be the beginning of both names where it is the main word of its name, or wherever it stands. */
const AT_MAIN_PLACE = 1
const ANYWHERE = 2
/** The token is written without vowels. */
const VOWELLESS = 4
/** The token and a word of the query may stand for their owners alone. */
const DISTINCTIVE = 8

/** A word of the query with the tokens that are alike to it, without those that only an initial stands for; `whole` if it may bring a bonus. */
export type Place = { share: number; tokens: number[]; postings: number; whole: boolean }

/** What is known of a query against the words of an index; good until the next one is made for that index. */
export class ScoreBound {
  /** The words of the query. */
  readonly places: Place[]
  /** The tokens that neighbouring words of the query are when written as one. */
  readonly joined: Set<number>
  /** What the words of a name give that are joined in the query, by the name's record. */
  readonly joinedListing = new Map<number, number>()
  /** Share of the query's single letters. */
  letterShare = 0
  /** Those names of `joinedListing` whose joined words may stand for their owner alone. */
  readonly #joinedDistinctive = new Set<number>()
  /** Single letters of the query, a bit for each. */
  #letters = 0
  readonly #index: ScreeningIndex
  readonly #tokens: Token[]
  readonly #latin: boolean
  readonly #shares: number[]
  /** Places of the query that are no links, that are neither links nor of the trade, and those of single letters: a bit for each. */
  #words = 0
  #telling = 0
  #letterPlaces = 0
  /** Places of the query that may be abbreviations. */
  #abbreviations = 0
  /** Whether the query has words written without vowels. */
  readonly #vowelless: boolean

  constructor(index: ScreeningIndex, query: Name) {
    this.#index = index
    this.#tokens = query.tokens.length > MOST_WORDS ? query.tokens.slice(0, MOST_WORDS) : query.tokens
    this.#vowelless = this.#tokens.some(({ plain }) => isConsonants(plain))
    this.#latin = query.latin
    const weight = weightOf(this.#tokens)
    this.#shares = this.#tokens.map((token) => (WEIGHTS.query * token.weight) / weight)
    index.scratch.rows.restart(this.#tokens.length)
    this.places = this.#placesAlike()
    this.joined = this.#tokensLikeJoined()
    this.#findJoinedListing()
  }

  /** How alike the words of the query are to those of a name of the index. */
  known(record: number, listed: readonly Token[]): Known {
    const { scratch, records } = this.#index
    const { rows } = scratch
    const first = records.first(record)
    const tokenAt = (place: number): number => tokenIn(records.data[first + place] as number)
    return {
      alikeAt: (queryPlace, place) => rows.get(tokenAt(place), queryPlace, 1) || initialAlike(this.#tokens[queryPlace] as Token, listed[place] as Token),
      joinedAt: (queryPlace, length, place) => rows.get(tokenAt(place), queryPlace, length),
      queryJoins: this.joined.size > 0,
      listingJoins: this.joinedListing.has(record),
    }
  }

  /**
   * The most that a name can score: each of its words counted as met by the word of the query that it is most alike to. Words that
   * are like none of the other side's surely stay alone, and so a penalty or the want of a bonus may be certain already.
   */
  of(record: number): number {
    const { scratch, records, columns } = this.#index
    const { data } = records
    const { rows } = scratch
    const main = records.main(record)
    let ours = INITIAL_OF_QUERY * this.letterShare
    let theirs = 0
    let begins = false
    let alone = false
    let tellingAlone = false
    let distinctive = false
    let abbreviated = false
    let vowelless = this.#vowelless
    let met = this.#letterPlaces
    let told = 0
    let toldTogether = 0
    const end = records.end(record)
    for (let at = records.first(record); at < end; at += 1) {
      const word = data[at] as number
      const token = tokenIn(word)
      const row = rows.rowOf(token)
      let part = 0
      if (row >= 0) {
        part = rows.part[row] as number
        ours += rows.queryShare[row] as number
        met |= rows.places[row] as number
        const tells = rows.tells[row] as number
        toldTogether += tells
        if (tells > told) told = tells
        const marks = rows.marks[row] as number
        if ((marks & ANYWHERE) !== 0 || ((marks & AT_MAIN_PLACE) !== 0 && at === main)) begins = true
        if ((marks & ANYWHERE) !== 0) abbreviated = true
        if ((marks & DISTINCTIVE) !== 0) distinctive = true
        if ((marks & VOWELLESS) !== 0) vowelless = true
      }
      if (this.#letters !== 0 && part < INITIAL_OF_QUERY && ((columns.letter[token] as number) & this.#letters) !== 0) part = INITIAL_OF_QUERY
      theirs += part * levelIn(word)
      if (part > 0 || isLinkIn(word)) continue
      alone = true
      abbreviated ||= isAbbreviationIn(word)
      tellingAlone ||= !isGenericIn(word)
    }
    const joined = this.joinedListing.size === 0 ? undefined : this.joinedListing.get(record)
    const betweenScripts = records.isLatin(record) !== this.#latin
    // What is left of a firm's name in two scripts may be an abbreviation, which is like no word of the other name, and its words.
    if (betweenScripts && main >= 0) {
      if (distinctive && (abbreviated || (this.#abbreviations & ~met) !== 0)) return 1
      if (joined !== undefined && (distinctive || this.#joinedDistinctive.has(record))) return 1
    }
    if (joined !== undefined) return withBonus(mostOf(ours + joined, 1))
    const sum = mostOf(ours, theirs / HIGHEST_LEVEL)
    const oursAlone = (this.#words & ~met) !== 0
    if (told < TELLS && toldTogether < TELL_TOGETHER - ROUNDING && (alone || oursAlone))
      return Math.max(0, sum + (alone ? WEIGHTS.onlyGeneric : WEIGHTS.onlyGenericWhole))
    if (vowelless && told >= TELLS_ALONE && !(alone && oursAlone)) return withBonus(sum)
    const inOneOnly = !(alone && oursAlone) || betweenScripts
    return begins && main >= 0 && inOneOnly && !tellingAlone && (this.#telling & ~met) === 0 ? withBonus(sum) : sum
  }

  /** Notes how alike a token is to words of the query, and gives its row. */
  #note(token: number, from: number, length: number, alike: number, share: number): number {
    const { scratch, columns } = this.#index
    const { rows } = scratch
    const row = rows.set(token, from, length, alike, share)
    rows.places[row] = (rows.places[row] as number) | placesOf(from, length)
    if (columns.isVowelless(token)) rows.marks[row] = (rows.marks[row] as number) | VOWELLESS
    if (alike < LEAST_ALIKE) return row
    const tells = Math.min(weightOf(this.#tokens, from, length), columns.weight[token] as number)
    if (tells > (rows.tells[row] as number)) rows.tells[row] = tells
    return row
  }

  /** Whether words of the query and a token that are alike may each stand for their owner alone. */
  #isDistinctive(from: number, length: number, alike: number, listed: number): boolean {
    return alike > BEGINNING_ALIKE && this.#index.columns.standsAlone(listed) && standsAlone(this.#tokens, from, length)
  }

  /** Whether words that met let names between the first and the last count less: they tell, and one of them is written without vowels. */
  #mayHaveFurther(token: Token, listed: number): boolean {
    const { columns } = this.#index
    return Math.min(token.weight, columns.weight[listed] as number) >= TELLS_ALONE && (isConsonants(token.plain) || columns.isVowelless(listed))
  }

  /** Notes every token that is alike to a word of the query, and how much. */
  #placesAlike(): Place[] {
    const { vocabulary, tokensOfWord, tokensOfLetter, tokens, postingStart, scratch, records } = this.#index
    const main = mainWord(this.#tokens)
    return this.#tokens.map((token, at) => {
      const share = this.#shares[at] as number
      const found = new Set<number>()
      let postings = 0
      let whole = false
      for (const form of token.forms) {
        for (const { id, alike } of alikeWords(vocabulary, form)) {
          for (let of = tokensOfWord.start[id] as number; of < (tokensOfWord.start[id + 1] as number); of += 1) {
            const listed = tokensOfWord.tokens[of] as number
            const row = this.#note(listed, at, 1, alike, share)
            if (this.#isDistinctive(at, 1, alike, listed)) {
              scratch.rows.marks[row] = (scratch.rows.marks[row] as number) | (at === main ? AT_MAIN_PLACE | DISTINCTIVE : DISTINCTIVE)
              whole ||= at === main || !this.#latin || records.inOtherScript[listed] === 1
            }
            if (this.#mayHaveFurther(token, listed)) whole = true
            if (alike < LEAST_ALIKE || found.has(listed)) continue
            found.add(listed)
            postings += (postingStart[listed + 1] as number) - (postingStart[listed] as number)
          }
        }
      }
      // A listed single letter stands for the query's word.
      for (const listed of tokensOfLetter.get(token.text[0] as string) ?? []) {
        const alike = initialAlike(token, tokens[listed] as Token)
        if (alike > 0) this.#note(listed, at, 1, alike, share)
      }
      if (token.text.length === 1 && token.kind !== 'number') {
        this.#letters |= lettersOf(token.text)
        this.letterShare += share
        this.#letterPlaces |= placesOf(at, 1)
      }
      if (mayBeAbbreviation(token)) this.#abbreviations |= placesOf(at, 1)
      if (token.kind !== 'link') this.#words |= placesOf(at, 1)
      if (token.kind !== 'link' && token.kind !== 'generic') this.#telling |= placesOf(at, 1)
      return { share, tokens: [...found], postings, whole }
    })
  }

  /** Notes the tokens that neighbouring words of the query are when written as one, and gives them. */
  #tokensLikeJoined(): Set<number> {
    const { tokensOfWord } = this.#index
    const found = new Set<number>()
    for (let length = 2; length <= LONGEST_SPAN; length += 1) {
      for (let from = 0; from + length <= this.#tokens.length; from += 1) {
        const joined = joinedText(this.#tokens, from, length)
        if (joined === '') continue
        let share = 0
        for (let place = from; place < from + length; place += 1) share += this.#shares[place] as number
        for (const [word, alike] of wordsLikeJoined(this.#index, joined)) {
          for (let of = tokensOfWord.start[word] as number; of < (tokensOfWord.start[word + 1] as number); of += 1) {
            const token = tokensOfWord.tokens[of] as number
            const row = this.#note(token, from, length, alike, share)
            const { marks } = this.#index.scratch.rows
            marks[row] = (marks[row] as number) | (this.#isDistinctive(from, length, alike, token) ? ANYWHERE | DISTINCTIVE : ANYWHERE)
            found.add(token)
          }
        }
      }
    }
    return found
  }

  /** Notes the names of which neighbouring words are a word of the query when written as one. */
  #findJoinedListing(): void {
    const { joined, records } = this.#index
    this.#tokens.forEach((token, place) => {
      for (const form of token.forms) {
        for (const name of joined.of(lettersTogether(form))) {
          const record = records.start[name] as number
          if (standsAlone(this.#tokens, place, 1)) this.#joinedDistinctive.add(record)
          this.joinedListing.set(record, (this.joinedListing.get(record) ?? 0) + (this.#shares[place] as number))
        }
      }
    })
  }
}

/** The most that shares of the query and of the listing make. */
const mostOf = (ours: number, theirs: number): number => Math.min(1, Math.min(WEIGHTS.query, ours) + WEIGHTS.listing * Math.min(1, theirs) + ROUNDING)

/** A name has one of these bonuses at most: the one is for firms, the other for people. */
const MOST_BONUS = Math.max(WEIGHTS.beginning, WEIGHTS.furtherNames)
/** What a score can become by a bonus, which is a part of what is missing. */
const withBonus = (score: number): number => score + MOST_BONUS * (1 - score)

function wordsLikeJoined({ vocabulary }: ScreeningIndex, joined: string): [word: number, alike: number][] {
  const exact = vocabulary.idOf.get(joined)
  const alike = joined.length < SHORTEST_JOINED_WITH_SLIP ? alikeConsonants(vocabulary, joined) : alikeWords(vocabulary, joined)
  const found: [number, number][] = exact === undefined ? [] : [[exact, JOINED_ALIKE]]
  for (const word of alike) if (word.id !== exact && joinedWithSlip(word.alike) > 0) found.push([word.id, joinedWithSlip(word.alike)])
  return found
}
