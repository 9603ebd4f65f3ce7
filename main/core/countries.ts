/** The table of countries: ISO 3166-1 alpha-2 code and names. */
import { parse } from 'csv-parse/sync'
import type { CountryRow } from '#shared/contract/replies.ts'

/** Reads `code,en,zh`; lines that begin with # are comments. */
export function readCountries(csv: string): CountryRow[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, comment: '#', skip_empty_lines: true, bom: true })
  return rows.map((row) => ({ code: row.code ?? '', name: { en: row.en ?? '', zh: row.zh ?? '' } }))
}
