/** Reads abbreviations that a name itself declares in brackets, such as "… International Corporation (SMIC)". */

const BRACKETS = /\(([^()]{2,40})\)/g

/**
 * Further names that a name declares: what stands in brackets when it is an abbreviation (capitals and figures only), and the name
 * without it. Brackets that hold a place or a word of the name give nothing, since that word tells companies apart.
 */
export function shortened(name: string): string[] {
  if (!name.includes('(')) return []
  const found: string[] = []
  for (const match of name.matchAll(BRACKETS)) {
    const inside = (match[1] as string).trim()
    if (/^[A-Z][A-Z0-9&.-]{2,11}$/.test(inside) && name !== name.toUpperCase()) {
      found.push(name.replace(match[0], ' '), inside)
    }
  }
  return found
}
