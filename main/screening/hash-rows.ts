/** Numbers by the hash of a key in one row of numbers: lists of most keys are short, and so many small ones would fill the memory. */

import { NumberList } from './number-list.ts'

const NO_TEXT = 0x811c9dc5

/** The hash of a text, behind what is kept of others that are written before it. */
export function hashOf(text: string, before = NO_TEXT): number {
  const hash = keptOf(text, before)
  return hash ^ (hash >>> 15)
}

/** What is kept of a text, and of others before it, for the hash of all of them written as one. */
export function keptOf(text: string, before = NO_TEXT): number {
  let hash = before
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** Keys by their hash and the number of each, before they are put in order. */
export class HashedNumbers {
  readonly hashes = new NumberList()
  readonly numbers = new NumberList()

  add(hash: number, number: number): void {
    this.hashes.push(hash)
    this.numbers.push(number)
  }
}

/** The numbers of each hash, in the order in which they came; two keys may have one hash, seldom. */
export class HashRows {
  /** All numbers, those of one hash between `first` and `end` among some of others. */
  readonly numbers: Int32Array
  readonly hashes: Int32Array
  readonly #start: Int32Array
  readonly #mask: number

  constructor(hashed: HashedNumbers) {
    const hashes = hashed.hashes.all()
    const numbers = hashed.numbers.all()
    const count = hashes.length
    const size = 1 << Math.max(4, 32 - Math.clz32(count))
    this.#mask = size - 1
    this.#start = new Int32Array(size + 1)
    for (let at = 0; at < count; at += 1) {
      const bucket = ((hashes[at] as number) & this.#mask) + 1
      this.#start[bucket] = (this.#start[bucket] as number) + 1
    }
    for (let bucket = 0; bucket < size; bucket += 1) this.#start[bucket + 1] = (this.#start[bucket + 1] as number) + (this.#start[bucket] as number)
    this.numbers = new Int32Array(count)
    this.hashes = new Int32Array(count)
    const filled = this.#start.slice()
    for (let at = 0; at < count; at += 1) {
      const hash = hashes[at] as number
      const to = filled[hash & this.#mask] as number
      filled[hash & this.#mask] = to + 1
      this.numbers[to] = numbers[at] as number
      this.hashes[to] = hash
    }
  }

  first = (hash: number): number => this.#start[hash & this.#mask] as number
  end = (hash: number): number => this.#start[(hash & this.#mask) + 1] as number

  /** The numbers of a text. */
  of(text: string): number[] {
    const hash = hashOf(text)
    const found: number[] = []
    for (let at = this.first(hash); at < this.end(hash); at += 1) if (this.hashes[at] === hash) found.push(this.numbers[at] as number)
    return found
  }
}
