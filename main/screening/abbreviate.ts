/** Abbreviations: usual ones of trades and offices written out, and those that a name itself declares, such as "… International Corporation (SMIC)". */
import ABBREVIATIONS from './words/abbreviations.json' with { type: 'json' }

const abbreviations = new Map<string, string[]>(Object.entries(ABBREVIATIONS).map(([short, words]) => [short, words.split(' ')]))

/** Words with the usual abbreviations written out ("NPO": research and production association). */
export const writtenOut = (words: readonly string[]): string[] => words.flatMap((word) => abbreviations.get(word) ?? [word])

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

const QUOTED = /(?:^|[\s(])[“«„"‘]([^“”«»„"‘’()]{3,60})[”»“"’]/gu

/**
 * The part of a firm's name that stands in quotes, which is its name proper in Russian and its neighbours: "Scientific and Production
 * Association “Zarnitsa” Primersk" is Zarnitsa too. Nothing when all of the name stands in quotes, or several parts do.
 */
export function quotedName(name: string): string | undefined {
  const quoted = [...name.matchAll(QUOTED)].map((match) => (match[1] as string).trim())
  const [only] = quoted
  return quoted.length === 1 && only !== undefined && /\p{L}{3}/u.test(only) ? only : undefined
}
