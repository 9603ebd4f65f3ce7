/**
 * How well a word that is kept by its letters or sounds in another script fits a word in Latin letters: each letter has several Latin
 * spellings, some letters may be left out, and Latin letters that none of them stands for cost as well.
 */

/** The letters of a script as Latin ones. Costs are in slips. */
export type LetterTable = {
  /** The Latin spellings of each letter, and what each costs; none for 0. */
  spellings: Readonly<Record<string, readonly (readonly [spelling: string, cost: number])[]>>
  /** What leaving out a letter costs; 1 when not given. */
  leftOut: Readonly<Record<string, number>>
  /** What a Latin letter costs that stands for none; 1 when not given. The first one must stand for a letter. */
  added: Readonly<Record<string, number>>
  /** Whether the first of the letters must stand in Latin letters too. */
  firstStands: (letters: string) => boolean
}

const NONE: readonly (readonly [string, number])[] = []
/** Room for the costs of one comparison, row by row. */
let room = new Float64Array(1024)

/** The least cost of reading the letters as the Latin word, in slips; infinite where it is more than `most`. */
export function fittingCost(letters: string, latin: string, { spellings, leftOut, added, firstStands }: LetterTable, most: number): number {
  const width = latin.length + 1
  const size = (letters.length + 1) * width
  if (room.length < size) room = new Float64Array(2 * size)
  const costs = room.fill(Number.POSITIVE_INFINITY, 0, size)
  costs[0] = 0
  const begins = firstStands(letters)
  for (let row = 0; row <= letters.length; row += 1) {
    const letter = letters[row]
    const own = letter === undefined ? NONE : (spellings[letter] ?? NONE)
    const stands = row === 0 && begins
    const without = stands ? Number.POSITIVE_INFINITY : letter === undefined ? 1 : (leftOut[letter] ?? 1)
    let open = false
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column
      const here = costs[at] as number
      if (here > most) continue
      open = true
      if (column > 0 && column < latin.length) costs[at + 1] = Math.min(costs[at + 1] as number, here + (added[latin[column] as string] ?? 1))
      if (letter === undefined) continue
      const below = at + width
      costs[below] = Math.min(costs[below] as number, here + without)
      for (const [spelling, cost] of own) {
        if ((stands && spelling === '') || !latin.startsWith(spelling, column)) continue
        const reached = below + spelling.length
        if (here + cost < (costs[reached] as number)) costs[reached] = here + cost
      }
    }
    if (!open) return Number.POSITIVE_INFINITY
  }
  const cost = costs[size - 1] as number
  return cost > most ? Number.POSITIVE_INFINITY : cost
}

/** What the letters may sound like, each of them having the sounds of `soundsOf`: at most so many, and a sound that follows itself once. */
export function soundsOfLetters(letters: string, soundsOf: (letter: string) => readonly string[], most: number): string[] {
  let sounds = ['']
  for (const letter of letters) {
    const next = new Set<string>()
    for (const by of soundsOf(letter)) for (const sound of sounds) next.add(sound !== '' && sound.endsWith(by.slice(0, 1)) ? sound + by.slice(1) : sound + by)
    sounds = [...next].slice(0, most)
  }
  return sounds
}

const DOUBLED = /([b-df-hj-np-tv-z])\1/
const DOUBLED_ALL = /([b-df-hj-np-tv-z])\1+/g

/** A Latin word with doubled consonants once. */
export const withoutDoubled = (latin: string): string => (DOUBLED.test(latin) ? latin.replace(DOUBLED_ALL, '$1') : latin)
