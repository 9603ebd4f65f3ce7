/** A pack prepared for the days of recent cases. Days between two changes of the law share their rules and lists. */
import { EVER, type PreparedPack, prepare } from '#main/engine/prepare.ts'
import type { KnownRange } from '#main/engine/types.ts'
import type { LoadedPack } from '#main/rules/store.ts'

/** Different states of the law that are kept at once; a pack has few, and each costs some megabytes. */
const MOST = 64

export class PackDays {
  readonly loaded: LoadedPack
  readonly #changes: { days: string[]; knowledge: string[] }
  readonly #states = new Map<string, PreparedPack>()

  constructor(loaded: LoadedPack) {
    this.loaded = loaded
    const ranges = [
      ...loaded.pack.rules.flatMap(({ inForce }) => inForce),
      ...loaded.pack.parameters.flatMap(({ versions }) => versions.map(({ inForce }) => inForce)),
    ]
    this.#changes = { days: changes(ranges, 'from', 'until'), knowledge: changes(ranges, 'knownSince', 'knownUntil') }
  }

  /** The law of `day` as it was public on `knownOn`. */
  on(day: string, knownOn: string = EVER): PreparedPack {
    const key = `${countUpTo(this.#changes.days, day)} ${countUpTo(this.#changes.knowledge, knownOn)}`
    let prepared = this.#states.get(key)
    if (prepared === undefined) {
      if (this.#states.size >= MOST) this.#states.clear()
      prepared = prepare(this.loaded.pack, day, knownOn)
      this.#states.set(key, prepared)
    }
    return prepared.asOf === day && prepared.knownOn === knownOn ? prepared : { ...prepared, asOf: day, knownOn }
  }
}

/** The first days on which something begins, and, marked, the last days on which something holds; sorted. */
function changes(ranges: readonly KnownRange[], first: 'from' | 'knownSince', last: 'until' | 'knownUntil'): string[] {
  const found = new Set<string>()
  for (const range of ranges) {
    const begins = range[first]
    const ends = range[last]
    if (begins !== undefined) found.add(begins)
    if (ends !== undefined) found.add(`${ends}~`)
  }
  return [...found].sort()
}

/** A marked last day sorts after the day itself and before the next. */
const countUpTo = (sorted: readonly string[], day: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) <= day) low = middle + 1
    else high = middle
  }
  return low
}
