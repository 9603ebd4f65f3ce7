/** Whole numbers in one row that grows: an array of them would be copied by the engine as often as it looks for what is in use. */
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

  /** All numbers; those that are put in afterwards may not stand in them. */
  all = (): Int32Array => this.#numbers.subarray(0, this.length)
}
