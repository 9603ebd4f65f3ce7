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

const BRACKETS = /\(([^()]{2,40})\)/g

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
    else if (/^[A-Z][A-Z0-9&. -]{2,14}$/.test(inside) && name !== name.toUpperCase()) {
      found.push(outside)
      if (!/[\p{L}\p{N}]/u.test(name.slice(match.index + match[0].length))) found.push(inside)
    }
  }
  return found
}

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
