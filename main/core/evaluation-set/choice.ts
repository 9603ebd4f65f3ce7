/**
 * Choices that look random and are the same on every machine: each depends on nothing but the text that it is made for, so that
 * a change in one part of the set leaves the others as they are.
 */

/** A 32-bit figure of a text (FNV-1a over UTF-16 units, mixed once more). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Figures from 0 to below `most`, one after another, that depend on `seed` alone (mulberry32). */
export function dice(seed: string): (most: number) => number {
  let state = hashOf(seed)
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * most)
  }
}

/** At most `most` of `items`, chosen by the hash of their key and `purpose`; the same ones whatever their order was. */
export function chosen<T>(items: readonly T[], most: number, purpose: string, key: (item: T) => string): T[] {
  const ranked = items.map((item) => ({ item, key: key(item), rank: hashOf(`${purpose}|${key(item)}`) }))
  ranked.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return ranked.slice(0, most).map(({ item }) => item)
}
