/**
 * The countries of the program (ISO 3166-1 alpha-2 codes with names) and the one place where the spellings of the EAR are
 * turned into codes. The chart and the groups spell many countries differently, so that a join by name would lose some.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export type Country = { code: string; en: string; zh: string; ear: string[] }

/** Reads readings/countries.csv. */
export function readCountries(readings: string): Country[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(readings, 'countries.csv'), 'utf8'), { columns: true, comment: '#' })
  return rows.map(({ code = '', en = '', zh = '', ear = '' }) => ({ code, en, zh, ear: ear.split(';').filter((name) => name !== '') }))
}

/** A function from a spelling of the EAR to the code. It throws for a name that it does not know: none may be dropped. */
export function codeFinder(countries: readonly Country[]): (name: string) => string {
  const codes = new Map(countries.flatMap(({ code, en, ear }) => [en, ...ear].map((name) => [name, code] as const)))
  return (name) => {
    const code = codes.get(name)
    if (!code) throw new Error(`no country code for “${name}”: add the spelling to readings/countries.csv`)
    return code
  }
}
