/**
 * Finds the names of an index whose score can reach a floor. Names are handed out by the most that they can score, the highest first.
 * Names that have only frequent words of the query, as small parts of them, can not reach the floor and are not even met: the names
 * of each word stand in the order of its share of them.
 */
import type { IndexedName, ScreeningIndex } from './index.ts'
import { INITIAL_OF_QUERY, type Known } from './match.ts'
import { HIGHEST_LEVEL, MARK, NAME, NEXT } from './name-records.ts'
import type { Name } from './name-tokens.ts'
import { type Place, ROUNDING, ScoreBound } from './score-bound.ts'
import { WEIGHTS } from './settings.ts'

/** Takes a name of the index, with how alike its words are to the query's. */
export type Visit = (name: number, known: Known) => void

const BUCKETS = 128
/** So few names are looked at without asking whether it is needed. */
const FEW = 300
const AT_ONCE = 64
const fetched = new Int32Array(AT_ONCE)

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
  readonly #floor: () => number
  readonly #visit: Visit
  readonly #bound: ScoreBound
  /** The floor that names are left out for, the highest there was. */
  #least = 0
  /** Marks of names up to this one are of an earlier query. */
  readonly #before: number
  /** The names that are met and not yet handed out, in chains by their bound. */
  readonly #heads = new Int32Array(BUCKETS + 1).fill(-1)

  constructor(index: ScreeningIndex, query: Name, floor: () => number, visit: Visit) {
    this.#index = index
    this.#query = query
    this.#floor = floor
    this.#visit = visit
    this.#bound = new ScoreBound(index, query)
    this.#before = 2 * index.scratch.pass + 1
  }

  run(): void {
    const { scratch, records } = this.#index
    const { places, joined, joinedListing } = this.#bound
    for (const name of this.#acronymNames()) this.#hand(records.start[name] as number)
    places.sort((a, b) => Number(b.whole) - Number(a.whole) || a.postings - b.postings)
    do {
      scratch.pass += 1
      this.#least = this.#floor()
      for (const record of joinedListing.keys()) this.#meet(record)
      for (const token of joined) this.#meetAll(token, 0)
      this.#walk(places)
      // A name that turns from near to hit lowers the floor again: what was left out for its height is then met.
    } while (this.#floor() < this.#least)
  }

  /** Meets the names of all places: of rare words all, of frequent ones those that may reach the floor. */
  #walk(places: Place[]): void {
    let walked = 0
    let met = 0
    while (walked < places.length && ((places[walked] as Place).whole || met + (places[walked] as Place).postings <= FEW)) {
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
    const { letterShare } = this.#bound
    const wanting = this.#least - ROUNDING - places.reduce((sum, place) => sum + place.share, 0)
    const others = letterShare === 0 ? wanting : (wanting - INITIAL_OF_QUERY * (letterShare + WEIGHTS.listing)) / (1 - INITIAL_OF_QUERY)
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
    const bound = this.#bound.of(record)
    data[record + MARK] = 2 * scratch.pass + (bound < this.#least ? 0 : 1)
    if (bound < this.#least) return
    const bucket = Math.floor(bound * BUCKETS)
    data[record + NEXT] = this.#heads[bucket] as number
    this.#heads[bucket] = record
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
    this.#visit(name, this.#bound.known(record, (names[name] as IndexedName).name.tokens))
  }

  /** Names that a query of one word may be the abbreviation of. */
  #acronymNames(): readonly number[] {
    const only = this.#query.tokens.length === 1 ? this.#query.tokens[0] : undefined
    return only === undefined ? [] : this.#index.acronyms.of(only.text)
  }
}
