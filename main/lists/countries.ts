/** Finds the ISO code of a country by the name that a publisher uses for it. */
import { parse } from 'csv-parse/sync'
import type { CountryLookup } from './formats/format.ts'

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bthe\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * A lookup over a table with a heading, whose column `code` (or the first one) holds ISO 3166-1 alpha-2 codes and whose other
 * columns hold names; a cell may hold several joined by `|` or `;`. "Korea, North" is also found as "North Korea".
 */
export function countryLookup(csv: string): CountryLookup {
  const rows = parse(csv, { bom: true, comment: '#', comment_no_infix: true, relax_column_count: true, skip_empty_lines: true }) as string[][]
  const heading = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase())
  const codeAt = Math.max(
    0,
    heading.findIndex((cell) => ['code', 'iso', 'iso2', 'alpha2', 'alpha-2', 'alpha_2'].includes(cell)),
  )
  const codes = new Map<string, string>()
  for (const row of rows.slice(1)) {
    const code = (row[codeAt] ?? '').trim().toUpperCase()
    if (!/^[A-Z]{2}$/.test(code)) continue
    for (const cell of row) for (const name of cell.split(/[|;]/)) if (plain(name) !== '' && !codes.has(plain(name))) codes.set(plain(name), code)
  }
  return (name) => {
    const turned = /^([^,]+),\s*(.+)$/.exec(name)
    return codes.get(plain(name)) ?? (turned === null ? undefined : codes.get(plain(`${turned[2]} ${turned[1]}`))) ?? ''
  }
}

/** The codes of the countries that a list names in words, each once. `na` says there that nothing is known, and not Namibia. */
export function countriesNamed(names: string[], country: CountryLookup): string[] {
  const codes = names
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^n\.?\/?a\.?$/i.test(name))
    .map(country)
  return [...new Set(codes)].filter((code) => code !== '')
}
