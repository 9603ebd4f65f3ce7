/** Functions of words that remember what they have worked out. */

const MOST_REMEMBERED = 200_000

/** A function of a word that remembers what it has worked out, of at most so many words. */
export function remembering<T extends NonNullable<unknown>>(work: (word: string) => T, most = MOST_REMEMBERED): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const made = work(word)
    known.set(word, made)
    return made
  }
}

const FIGURE_0 = 48
const FIGURE_9 = 57
const SMALL_A = 97
const SMALL_Z = 122
const FEWEST_PLACES = 1 << 12

/** What is remembered of words, by one of them or by all in a text, which are its runs of small Latin letters and figures. */
type OfWords<T> = { of: (word: string) => T; inText: (text: string) => T[] }

/**
 * Remembers what is worked out of words, of at most so many. All names of the lists pass here: a word that is known is found by its letters where
 * they stand, without being cut out of the text.
 */
export function rememberingWords<T>(work: (word: string) => T, most = MOST_REMEMBERED): OfWords<T> {
  let words: string[] = []
  let made: T[] = []
  let hashes = new Int32Array(FEWEST_PLACES)
  /** By hash, the number of a word plus one, in the next free place from there on. */
  let places = new Int32Array(FEWEST_PLACES)
  const restart = (room: number): void => {
    hashes = new Int32Array(room)
    places = new Int32Array(room)
  }
  const put = (hash: number, number: number): void => {
    const mask = places.length - 1
    let place = hash & mask
    while (places[place] !== 0) place = (place + 1) & mask
    places[place] = number
    hashes[place] = hash
  }
  const remember = (word: string, hash: number): T => {
    if (words.length >= most) {
      words = []
      made = []
      restart(FEWEST_PLACES)
    }
    if (words.length * 2 >= places.length) {
      const [oldHashes, oldPlaces] = [hashes, places]
      restart(places.length * 2)
      oldPlaces.forEach((number, place) => {
        if (number !== 0) put(oldHashes[place] as number, number)
      })
    }
    const own = work(word)
    words.push(word)
    made.push(own)
    put(hash, words.length)
    return own
  }
  const find = (text: string, from: number, to: number, hash: number): T => {
    const mask = places.length - 1
    for (let place = hash & mask; places[place] !== 0; place = (place + 1) & mask) {
      if (hashes[place] !== hash) continue
      const number = (places[place] as number) - 1
      if (standsAt(words[number] as string, text, from, to)) return made[number] as T
    }
    return remember(text.slice(from, to), hash)
  }
  const of = (word: string): T => {
    let hash = 0
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    return find(word, 0, word.length, hash ^ (hash >>> 15))
  }
  const inText = (text: string): T[] => {
    const found: T[] = []
    let from = 0
    let hash = 0
    for (let at = 0; at <= text.length; at += 1) {
      const code = at === text.length ? 0 : text.charCodeAt(at)
      if ((code >= SMALL_A && code <= SMALL_Z) || (code >= FIGURE_0 && code <= FIGURE_9)) {
        hash = Math.imul(hash ^ code, 0x01000193)
        continue
      }
      if (at > from) found.push(find(text, from, at, hash ^ (hash >>> 15)))
      from = at + 1
      hash = 0
    }
    return found
  }
  return { of, inText }
}

function standsAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}
