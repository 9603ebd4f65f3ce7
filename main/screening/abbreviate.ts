/** Abbreviations: usual ones of trades and offices written out, and those that a name itself declares, such as "… International Corporation (SMIC)". */
import ABBREVIATIONS from './words/abbreviations.json' with { type: 'json' }
import PHRASES from './words/phrases.json' with { type: 'json' }

const abbreviations = new Map<string, string[]>(Object.entries(ABBREVIATIONS).map(([short, words]) => [short, words.split(' ')]))

const phrases = new Map<string, (readonly [readonly string[], string])[]>()
for (const [phrase, word] of Object.entries(PHRASES)) {
  const [first, ...rest] = phrase.split(' ') as [string, ...string[]]
  phrases.set(first, [...(phrases.get(first) ?? []), [rest, word]])
}

/**
 * Words with the usual abbreviations written out ("NPO": research and production association), and with the words that only English
 * adds to a trade left out ("machine-building").
 */
export function writtenOut(words: readonly string[]): string[] {
  const found: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string
    const phrase = phrases.get(word)?.find(([rest]) => rest.every((next, place) => words[index + 1 + place] === next))
    if (phrase !== undefined) {
      found.push(phrase[1])
      index += phrase[0].length
      continue
    }
    const long = abbreviations.get(word)
    if (long === undefined) found.push(word)
    else found.push(...long)
  }
  return found
}

/** Whether a word is an abbreviation, or may begin words that are one in English. */
export const isWrittenOut = (word: string): boolean => abbreviations.has(word) || phrases.has(word)

const BRACKETS = /\(([^()]{2,40})\)/g

/** Letters in brackets that are no word in any language, as a name of capitals alone may have them too ("NATIONAL CARD PAYMENT SYSTEM (NSPK)"). */
const UNSPEAKABLE = /^[B-DF-HJ-NP-TV-XZБ-ДЖЗК-НП-ТФ-Щ]{4,8}$/

/**
 * Further names that a name declares: what stands in brackets when it is an abbreviation (capitals and figures only), and the name
 * without it; only the latter when the brackets repeat a part of the name or more words follow them, since those tell it apart
 * from others with that abbreviation ("… (CSSC) 12th Research Institute"). Brackets that hold a place or another word give
 * nothing, since that word tells companies apart.
 */
export function shortened(name: string): string[] {
  if (!name.includes('(')) return []
  const found: string[] = []
  for (const match of name.matchAll(BRACKETS)) {
    const inside = (match[1] as string).trim()
    const outside = name.replace(match[0], ' ')
    if (outside.toLowerCase().includes(inside.toLowerCase())) found.push(outside)
    else if (UNSPEAKABLE.test(inside) || (/^[A-Z][A-Z0-9&. -]{2,14}$/.test(inside) && name !== name.toUpperCase())) {
      found.push(outside)
      if (!/[\p{L}\p{N}]/u.test(name.slice(match.index + match[0].length))) found.push(inside)
    }
  }
  return found
}

const CYRILLIC_WORDS = /[\p{Script=Cyrillic}\p{N}]+/gu
const CYRILLIC_CAPITALS = /^[\u0400-\u042F]{4,8}$/

/**
 * A Cyrillic abbreviation that the name writes out beside it ("МЗКТ - Минский завод колёсных тягачей"), and the name without it; nothing
 * when no neighbouring words begin with its letters.
 */
export function explained(name: string): string[] {
  if (!/[\u0400-\u042F]{4}/.test(name)) return NOTHING
  const words = [...name.matchAll(CYRILLIC_WORDS)].map(([word]) => word)
  const short = words.find((word) => CYRILLIC_CAPITALS.test(word) && firstLetters(words, word).includes(word))
  return short === undefined ? NOTHING : [short, name.replace(short, ' ')]
}

const LOWER = /[\u0430-\u045F]/
const FEWEST_INITIALS = 4
const MOST_INITIALS = 8

/** What the words of a Cyrillic name may be abbreviated to: their first letters, with and without a lone "и". Abbreviations in it are no such words. */
export function cyrillicInitials(name: string): string[] {
  const words = [...name.matchAll(CYRILLIC_WORDS)].map(([word]) => word).filter((word) => LOWER.test(word))
  if (words.length < FEWEST_INITIALS) return NOTHING
  return [words, words.filter((word) => word.length > 1)]
    .map((some) => firstLetters(some, ''))
    .filter((letters, at, all) => letters.length >= FEWEST_INITIALS && letters.length <= MOST_INITIALS && all.indexOf(letters) === at)
}

/** The first letters of the words as capitals, with a gap in the place of the abbreviation itself. */
const firstLetters = (words: readonly string[], short: string): string =>
  words.map((word) => (word === short ? ' ' : (word[0] as string).toUpperCase())).join('')

const NOTHING: string[] = []
const OPENING = /[“«„"‘]/
const QUOTED = /(?:^|[\s(])[“«„"‘]([^“”«»„"‘’()]{3,60})[”»“"’]/gu

/**
 * The part of a firm's name that stands in quotes, which is its name proper in Russian and its neighbours: "Scientific and Production
 * Association “Zarnitsa” Primersk" is Zarnitsa too. Nothing when all of the name stands in quotes, or several parts do.
 */
export function quotedName(name: string): string | undefined {
  if (!OPENING.test(name)) return undefined
  const quoted = [...name.matchAll(QUOTED)].map((match) => (match[1] as string).trim())
  const [only] = quoted
  return quoted.length === 1 && only !== undefined && /\p{L}{3}/u.test(only) ? only : undefined
}

/** Whether a name is nothing but a few Cyrillic capitals and a name in quotes, as of a firm whose form of enterprise is abbreviated ("ДОЛ «Заря»"). */
export const isAbbreviationAndQuoted = (name: string): boolean => /^(?:[\u0400-\u042F]{2,3}|[Б-ДЖЗК-НП-ТФ-Щ]{4,6}) ["'“«„‘][^"'“”«»„‘’]+["'“”»’]$/u.test(name)
