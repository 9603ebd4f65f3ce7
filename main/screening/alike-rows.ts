/**
 * How alike each place of a query is to the tokens of the index that it meets: a row for each such token, with a column for each
 * span of the query's words (single words first, then two and three written as one) and the most that the token can give to a score.
 */
import { LONGEST_SPAN } from './match.ts'

const MAYBE_BITS = 16
const MAYBE = (1 << MAYBE_BITS) - 1

/** A row is known by its token, so that nothing has to be cleared for the next query. */
export class AlikeRows {
  /** The number of tokens met. */
  count = 0
  /** Share of the query that the token can meet. */
  queryShare = new Float64Array(256)
  /** Part of the token's own share that can be met. */
  part = new Float64Array(256)
  /** What the token may bring to a score, by marks of the search. */
  marks = new Uint8Array(256)
  /** Words of the query that the token may meet, a bit for each. */
  places = new Int32Array(256)
  /** The most that the token tells with a word of the query that it is alike to. */
  tells = new Float64Array(256)
  readonly #rowOf: Int32Array
  /** A bit for some of the tokens that have a row, small enough to be at hand: most tokens have none. */
  readonly #maybe = new Int32Array(1 << (MAYBE_BITS - 5))
  #tokens = new Int32Array(256)
  #alike = new Float64Array(1024)
  #words = 0

  constructor(tokens: number) {
    this.#rowOf = new Int32Array(tokens)
  }

  /** Forgets all rows, for a query of so many words. */
  restart(words: number): void {
    this.count = 0
    this.#words = words
    this.#maybe.fill(0)
  }

  /** The row of a token, or -1 when it is like no word of the query. */
  rowOf(token: number): number {
    if (((this.#maybe[(token & MAYBE) >>> 5] as number) & (1 << (token & 31))) === 0) return -1
    const row = this.#rowOf[token] as number
    return row < this.count && this.#tokens[row] === token ? row : -1
  }

  /** Notes how alike the token is to `length` words of the query from `from` on, which are `share` of it. */
  set(token: number, from: number, length: number, alike: number, share: number): number {
    const row = this.#row(token)
    const at = row * this.#width + this.#column(from, length)
    if (alike <= (this.#alike[at] as number)) return row
    this.queryShare[row] = (this.queryShare[row] as number) + (alike - (this.#alike[at] as number)) * share
    this.#alike[at] = alike
    if (alike > (this.part[row] as number)) this.part[row] = alike
    return row
  }

  /** How alike the token is to these words of the query; 0 when not at all. */
  get(token: number, from: number, length: number): number {
    const row = this.rowOf(token)
    return row < 0 ? 0 : (this.#alike[row * this.#width + this.#column(from, length)] as number)
  }

  get #width(): number {
    return this.#words * LONGEST_SPAN
  }

  #column(from: number, length: number): number {
    return (length - 1) * this.#words + from
  }

  #row(token: number): number {
    const known = this.rowOf(token)
    if (known >= 0) return known
    const row = this.count
    this.count += 1
    if (row === this.#tokens.length) {
      this.queryShare = larger(this.queryShare, new Float64Array(row * 2))
      this.part = larger(this.part, new Float64Array(row * 2))
      this.marks = larger(this.marks, new Uint8Array(row * 2))
      this.places = larger(this.places, new Int32Array(row * 2))
      this.tells = larger(this.tells, new Float64Array(row * 2))
      this.#tokens = larger(this.#tokens, new Int32Array(row * 2))
    }
    while ((row + 1) * this.#width > this.#alike.length) this.#alike = larger(this.#alike, new Float64Array(this.#alike.length * 2))
    this.#alike.fill(0, row * this.#width, (row + 1) * this.#width)
    this.queryShare[row] = 0
    this.part[row] = 0
    this.marks[row] = 0
    this.places[row] = 0
    this.tells[row] = 0
    this.#tokens[row] = token
    this.#rowOf[token] = row
    const bits = (token & MAYBE) >>> 5
    this.#maybe[bits] = (this.#maybe[bits] as number) | (1 << (token & 31))
    return row
  }
}

function larger<Numbers extends Float64Array | Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
