/**
 * Finds the names of an index whose score can reach a floor. The most that a name can score is known from the words that it shares
 * or nearly shares with the query; names are handed out by that bound, the highest first. Names that have only frequent words of
 * the query, as small parts of them, can not reach the floor and are not even met: the names of each word stand in the order of its
 * share of them.
 */
import { hashOf, type IndexedName, type ScreeningIndex } from './index.ts'
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
  tokensAlike,
  weightOf,
} from './match.ts'
import { HIGHEST_LEVEL, isGenericIn, isLinkIn, levelIn, MARK, NAME, NEXT, tokenIn } from './name-records.ts'
import type { Name, Token } from './name-tokens.ts'
import { WEIGHTS } from './settings.ts'
import { LEAST_ALIKE } from './similarity.ts'
import { lettersOf } from './slips.ts'
import { alikeConsonants, alikeWords } from './vocabulary.ts'

/** Takes a name of the index, with how alike its words are to the query's. */
export type Visit = (name: number, known: Known) => void

const BUCKETS = 128
/** Sums of rounded figures may be this much off. */
const ROUNDING = 0.002
const AT_MAIN_PLACE = 1
const ANYWHERE = 2
/** So few names are looked at without asking whether it is needed. */
const FEW = 300

const AT_ONCE = 64
const fetched = new Int32Array(AT_ONCE)

/** A word of the query with the tokens that are alike to it, without those that only an initial stands for. */
type Place = { share: number; tokens: number[]; postings: number; begins: boolean }

/**
 * Hands to `visit` every name that may score at least `floor()`, roughly best first. `floor` is asked again as scores become
 * known. Names with nothing but initials in common are left out: they score far below any threshold.
 */
export function visitLikely(index: ScreeningIndex, query: Name, floor: () => number, visit: Visit): void {
  new Search(index, query, floor, visit).run()
}

class Search {
  readonly #index: ScreeningIndex
  readonly #query: Name
  readonly #tokens: Token[]
  readonly #shares: number[]
  readonly #floor: () => number
  readonly #visit: Visit
  /** Single letters of the query, a bit for each, and their share. */
  #letters = 0
  #letterShare = 0
  /** What the words of a name give that are joined in the query, by the name's record. */
  #joinedListing = new Map<number, number>()
  /** Places of the query that are no links, that are neither links nor of the trade, and those of single letters: a bit for each. */
  #words = 0
  #telling = 0
  #letterPlaces = 0
  /** The floor that names are left out for, the highest there was. */
  #least = 0
  /** Marks of names up to this one are of an earlier query. */
  #before = 0
  /** The words of the name that is handed out. */
  #first = 0
  #listed: Token[] = []
  readonly #known: Known
  /** The names that are met and not yet handed out, in chains by their bound. */
  readonly #heads = new Int32Array(BUCKETS + 1).fill(-1)

  constructor(index: ScreeningIndex, query: Name, floor: () => number, visit: Visit) {
    this.#index = index
    this.#query = query
    this.#tokens = query.tokens.length > MOST_WORDS ? query.tokens.slice(0, MOST_WORDS) : query.tokens
    const weight = this.#tokens.reduce((sum, token) => sum + token.weight, 0)
    this.#shares = this.#tokens.map((token) => (WEIGHTS.query * token.weight) / weight)
    this.#floor = floor
    this.#visit = visit
    const { rows } = index.scratch
    this.#known = {
      alikeAt: (queryPlace, candidatePlace) =>
        rows.get(this.#tokenAt(candidatePlace), queryPlace, 1) || initialAlike(this.#tokens[queryPlace] as Token, this.#listed[candidatePlace] as Token),
      joinedAt: (queryPlace, length, candidatePlace) => rows.get(this.#tokenAt(candidatePlace), queryPlace, length),
      queryJoins: false,
      listingJoins: false,
    }
  }

  run(): void {
    const { scratch } = this.#index
    scratch.rows.restart(this.#tokens.length)
    this.#before = 2 * scratch.pass + 1
    const places = this.#placesAlike()
    const joined = this.#tokensLikeJoined()
    this.#findJoinedListing()
    for (const name of this.#acronymNames()) this.#hand(this.#index.records.start[name] as number)
    places.sort((a, b) => Number(b.begins) - Number(a.begins) || a.postings - b.postings)
    do {
      scratch.pass += 1
      this.#least = this.#floor()
      for (const record of this.#joinedListing.keys()) this.#meet(record)
      for (const token of joined) this.#meetAll(token, 0)
      this.#walk(places)
      // A name that turns from near to hit lowers the floor again: what was left out for its height is then met.
    } while (this.#floor() < this.#least)
  }

  /** Meets the names of all places: of rare words all, of frequent ones those that may reach the floor. */
  #walk(places: Place[]): void {
    let walked = 0
    let met = 0
    while (walked < places.length && ((places[walked] as Place).begins || met + (places[walked] as Place).postings <= FEW)) {
      met += (places[walked] as Place).postings
      for (const token of (places[walked] as Place).tokens) this.#meetAll(token, 0)
      walked += 1
    }
    this.#handOut()
    this.#least = Math.max(this.#least, this.#floor())
    const left = places.slice(walked)
    let best = { whole: 0, level: 0, cost: Number.POSITIVE_INFINITY }
    for (let whole = 0, cost = 0; whole <= left.length; whole += 1) {
      const level = this.#leastLevel(left.slice(whole))
      let rest = 0
      for (let place = whole; place < left.length; place += 1) for (const token of (left[place] as Place).tokens) rest += this.#reaching(token, level)
      if (cost + rest < best.cost) best = { whole, level, cost: cost + rest }
      cost += left[whole]?.postings ?? 0
    }
    left.forEach(({ tokens }, place) => {
      for (const token of tokens) this.#meetAll(token, place < best.whole ? 0 : best.level)
    })
    this.#handOut()
  }

  /**
   * The level of share below which a name that has none but these words of the query, and perhaps initials, misses the floor: the
   * shares of as many words below it come to less than what is wanting. Names with single letters stand on the highest level.
   */
  #leastLevel(places: Place[]): number {
    if (places.length === 0) return 0
    const wanting = this.#least - ROUNDING - places.reduce((sum, place) => sum + place.share, 0)
    const others = this.#letters === 0 ? wanting : (wanting - INITIAL_OF_QUERY * (this.#letterShare + WEIGHTS.listing)) / (1 - INITIAL_OF_QUERY)
    return others <= 0 ? 0 : Math.min(HIGHEST_LEVEL, Math.floor((others / places.length / WEIGHTS.listing) * HIGHEST_LEVEL))
  }

  /** How many names of a token are on the level or above; of a rare one all, which is sooner done than looking for the level. */
  #reaching(token: number, level: number): number {
    const { postingStart, postingLevel } = this.#index
    const start = postingStart[token] as number
    let low = start
    let high = postingStart[token + 1] as number
    if (level === 0 || high - low <= AT_ONCE) return high - low
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((postingLevel[middle] as number) >= level) low = middle + 1
      else high = middle
    }
    return low - start
  }

  #meetAll(token: number, level: number): void {
    const { postingStart, postingRecord, records } = this.#index
    const { data } = records
    const start = postingStart[token] as number
    const to = start + this.#reaching(token, level)
    for (let from = start; from < to; from += AT_ONCE) {
      const end = Math.min(to, from + AT_ONCE)
      // Records far apart are fetched together before each is looked at: waiting for one after the other is most of a search.
      for (let at = from; at < end; at += 1) fetched[at - from] = data[(postingRecord[at] as number) + MARK] as number
      for (let at = from; at < end; at += 1) this.#meet(postingRecord[at] as number)
    }
  }

  /** Puts a name where its bound belongs, once, if that reaches the floor. */
  #meet(record: number): void {
    const { scratch, records } = this.#index
    const { data } = records
    const mark = data[record + MARK] as number
    if (mark === 2 * scratch.pass || (mark > this.#before && mark % 2 === 1)) return
    const bound = this.#boundOf(record)
    data[record + MARK] = 2 * scratch.pass + (bound < this.#least ? 0 : 1)
    if (bound < this.#least) return
    const bucket = Math.floor(bound * BUCKETS)
    data[record + NEXT] = this.#heads[bucket] as number
    this.#heads[bucket] = record
  }

  /**
   * The most that a name can score: each of its words counted as met by the word of the query that it is most alike to. Words that
   * are like none of the other side's surely stay alone, and so a penalty or the want of a bonus may be certain already.
   */
  #boundOf(record: number): number {
    const { scratch, records, tokenLetter } = this.#index
    const { data } = records
    const { rows } = scratch
    const main = records.main(record)
    let ours = INITIAL_OF_QUERY * this.#letterShare
    let theirs = 0
    let begins = false
    let alone = false
    let tellingAlone = false
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
        const may = rows.begins[row] as number
        if (may === ANYWHERE || (may === AT_MAIN_PLACE && at === main)) begins = true
      }
      if (this.#letters !== 0 && part < INITIAL_OF_QUERY && ((tokenLetter[token] as number) & this.#letters) !== 0) part = INITIAL_OF_QUERY
      theirs += part * levelIn(word)
      if (part > 0 || isLinkIn(word)) continue
      alone = true
      tellingAlone ||= !isGenericIn(word)
    }
    const joined = this.#joinedListing.size === 0 ? undefined : this.#joinedListing.get(record)
    if (joined !== undefined) return withBeginning(mostOf(ours + joined, 1))
    const sum = mostOf(ours, theirs / HIGHEST_LEVEL)
    const oursAlone = (this.#words & ~met) !== 0
    if (told < TELLS && toldTogether < TELL_TOGETHER - ROUNDING && (alone || oursAlone))
      return Math.max(0, sum + (alone ? WEIGHTS.onlyGeneric : WEIGHTS.onlyGenericWhole))
    return begins && main >= 0 && !(alone && oursAlone) && !tellingAlone && (this.#telling & ~met) === 0 ? withBeginning(sum) : sum
  }

  /** Hands out what is met down to the floor. */
  #handOut(): void {
    const heads = this.#heads
    const { data } = this.#index.records
    for (let bucket = BUCKETS; bucket >= 0; bucket -= 1) {
      if ((heads[bucket] as number) < 0) continue
      if ((bucket + 1) / BUCKETS < this.#floor()) return
      let record = heads[bucket] as number
      heads[bucket] = -1
      for (; record >= 0; record = data[record + NEXT] as number) this.#hand(record)
    }
  }

  #hand(record: number): void {
    const { records, names } = this.#index
    const name = records.data[record + NAME] as number
    this.#first = records.first(record)
    this.#listed = (names[name] as IndexedName).name.tokens
    this.#known.listingJoins = this.#joinedListing.has(record)
    this.#visit(name, this.#known)
  }

  /** The token at a place of the name that is handed out. */
  #tokenAt(place: number): number {
    return tokenIn(this.#index.records.data[this.#first + place] as number)
  }

  /** Notes how alike a token is to words of the query, and gives its row. */
  #note(token: number, from: number, length: number, alike: number, share: number): number {
    const { rows } = this.#index.scratch
    const row = rows.set(token, from, length, alike, share)
    rows.places[row] = (rows.places[row] as number) | placesOf(from, length)
    if (alike < LEAST_ALIKE) return row
    const tells = Math.min(weightOf(this.#tokens, from, length), (this.#index.tokens[token] as Token).weight)
    if (tells > (rows.tells[row] as number)) rows.tells[row] = tells
    return row
  }

  /** Notes every token that is alike to a word of the query, and how much. */
  #placesAlike(): Place[] {
    const { vocabulary, tokensOfWord, tokens, postingStart, scratch } = this.#index
    const main = mainWord(this.#tokens)
    return this.#tokens.map((token, at) => {
      const share = this.#shares[at] as number
      const found = new Set<number>()
      let postings = 0
      let begins = false
      for (const form of token.forms) {
        for (const { id, alike } of alikeWords(vocabulary, form)) {
          for (const listed of tokensOfWord[id] as number[]) {
            const row = this.#note(listed, at, 1, alike, share)
            if (at === main && alike > BEGINNING_ALIKE && standsAlone(this.#tokens, at, 1) && standsAlone(tokens, listed, 1)) {
              scratch.rows.begins[row] = AT_MAIN_PLACE
              begins = true
            }
            if (alike < LEAST_ALIKE || found.has(listed)) continue
            found.add(listed)
            postings += (postingStart[listed + 1] as number) - (postingStart[listed] as number)
          }
        }
      }
      // A listed single letter stands for the query's word.
      if (token.kind === 'name' && token.text.length > 2) {
        const letter = vocabulary.idOf.get(token.text[0] as string)
        for (const listed of letter === undefined ? [] : (tokensOfWord[letter] as number[])) {
          const alike = tokensAlike(token, tokens[listed] as Token)
          if (alike > 0) this.#note(listed, at, 1, alike, share)
        }
      }
      if (token.text.length === 1 && token.kind !== 'number') {
        this.#letters |= lettersOf(token.text)
        this.#letterShare += share
        this.#letterPlaces |= placesOf(at, 1)
      }
      if (token.kind !== 'link') this.#words |= placesOf(at, 1)
      if (token.kind !== 'link' && token.kind !== 'generic') this.#telling |= placesOf(at, 1)
      return { share, tokens: [...found], postings, begins }
    })
  }

  /** Notes the tokens that neighbouring words of the query are when written as one, and gives them. */
  #tokensLikeJoined(): Set<number> {
    const found = new Set<number>()
    for (let length = 2; length <= LONGEST_SPAN; length += 1) {
      for (let from = 0; from + length <= this.#tokens.length; from += 1) {
        const joined = joinedText(this.#tokens, from, length)
        if (joined === '') continue
        let share = 0
        for (let place = from; place < from + length; place += 1) share += this.#shares[place] as number
        for (const [word, alike] of wordsLikeJoined(this.#index, joined)) {
          for (const token of this.#index.tokensOfWord[word] as number[]) {
            const row = this.#note(token, from, length, alike, share)
            this.#index.scratch.rows.begins[row] = ANYWHERE
            found.add(token)
          }
        }
      }
    }
    this.#known.queryJoins = found.size > 0
    return found
  }

  /** Notes the names of which neighbouring words are a word of the query when written as one. */
  #findJoinedListing(): void {
    const { heads, next, hash, name } = this.#index.joined
    this.#tokens.forEach((token, place) => {
      for (const form of token.forms) {
        const wanted = hashOf(form)
        for (let at = heads[wanted & (heads.length - 1)] as number; at >= 0; at = next[at] as number) {
          if (hash[at] !== wanted) continue
          const record = this.#index.records.start[name[at] as number] as number
          this.#joinedListing.set(record, (this.#joinedListing.get(record) ?? 0) + (this.#shares[place] as number))
        }
      }
    })
  }

  /** Names that a query of one word may be the abbreviation of. */
  #acronymNames(): readonly number[] {
    const only = this.#query.tokens.length === 1 ? this.#query.tokens[0] : undefined
    return only === undefined ? [] : (this.#index.acronyms.get(only.text) ?? [])
  }
}

/** The most that shares of the query and of the listing make. */
const mostOf = (ours: number, theirs: number): number => Math.min(1, Math.min(WEIGHTS.query, ours) + WEIGHTS.listing * Math.min(1, theirs) + ROUNDING)

/** What a score can become by the bonus for the same beginning. */
const withBeginning = (score: number): number => score + WEIGHTS.beginning * (1 - score)

function wordsLikeJoined({ vocabulary }: ScreeningIndex, joined: string): [word: number, alike: number][] {
  const exact = vocabulary.idOf.get(joined)
  const alike = joined.length < SHORTEST_JOINED_WITH_SLIP ? alikeConsonants(vocabulary, joined) : alikeWords(vocabulary, joined)
  const found: [number, number][] = exact === undefined ? [] : [[exact, JOINED_ALIKE]]
  for (const word of alike) if (word.id !== exact && joinedWithSlip(word.alike) > 0) found.push([word.id, joinedWithSlip(word.alike)])
  return found
}
