/** Whole numbers in one row that grows, out of the way of the garbage collector. */
export class NumberList {
  #numbers = new Int32Array(1024)
  length = 0

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const more = new Int32Array(this.length * 2)
      more.set(this.#numbers)
      this.#numbers = more
    }
    this.#numbers[this.length] = number
    this.length += 1
  }

  at = (place: number): number => this.#numbers[place] as number

  /** All numbers; those that are put in afterwards may not stand in them. */
  all = (): Int32Array => this.#numbers.subarray(0, this.length)
}

/** Where the places of each key from 0 up to `most` start when they stand in the order of their keys. */
export function startsOf(keys: Int32Array | Uint8Array, most: number): Int32Array {
  const start = new Int32Array(most + 1)
  for (let at = 0; at < keys.length; at += 1) start[(keys[at] as number) + 1] = (start[(keys[at] as number) + 1] as number) + 1
  for (let key = 0; key < most; key += 1) start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  return start
}
