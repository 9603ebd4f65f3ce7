/**
 * Reads the Entity List's footnotes out of a licence requirement. In the official page they are raised figures; in the
 * feeds they stand glued to the text ("734.9(g),3", "of the EAR2", "of the EAR)4") or are lost, and then the section cited
 * tells which footnote was meant.
 */

export type FootnoteSections = { footnote: number; sections: string[] }[]

/** A figure behind a cited section or behind the closing words, that is no part of a number or of a citation. */
const GLUED = /(?:734\.9\([a-z]\)(?:\(\d\))?,?|of the EAR\)?\.?\)?)\s*([1-9])(?!\d|\.\d)/g
const NAMED = /footnotes?\s+([1-9])\b/gi

/** Footnote numbers in rising order. */
export function footnotesOf(requirement: string, sections: FootnoteSections): number[] {
  const found = new Set<number>()
  for (const match of requirement.matchAll(GLUED)) found.add(Number(match[1]))
  for (const match of requirement.matchAll(NAMED)) found.add(Number(match[1]))
  const dense = requirement.replace(/\s+/g, '')
  for (const { footnote, sections: places } of sections) if (places.some((place) => dense.includes(place))) found.add(footnote)
  return [...found].sort((a, b) => a - b)
}
