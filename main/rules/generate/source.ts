/**
 * Reads the files derived from the official text that the tables are generated from: the Commerce Control List, its
 * paragraphs, the Country Chart and the Country Groups. They stand outside the project and are never copied into it.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

export type SourceRow = { control: string; countryChart: string }
export type SourceItem = { paragraph: string | null; kind: string }
export type SourceEntry = {
  eccn: string
  reasonForControl: string | null
  countryChart: SourceRow[]
  licenceExceptionFlags: Record<string, string>
  items?: SourceItem[]
}
export type ControlListSource = { file: string; date: string; entries: SourceEntry[] }
export type ChartSource = {
  file: string
  date: string
  columns: string[]
  countries: Record<string, { marks: string[]; footnotes: number[] }>
  embargoed: Record<string, { footnotes: number[] }>
}
export type GroupsSource = { file: string; date: string; groups: Record<string, string[]> }

function text(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** The Commerce Control List of that content date. Throws when the file is not in the folder. */
export function readControlList(folder: string, date: string): ControlListSource {
  const path = join(folder, `ccl-${date}.json.gz`)
  return { file: basename(path), date, entries: JSON.parse(text(path)).entries }
}

/** The designators of the paragraph file, as written there. */
export function readDesignators(folder: string): string[] {
  const rows: { ecn_number: string }[] = parse(text(join(folder, 'ccl-paragraphs-all-categories.csv.gz')), { columns: true })
  return rows.map((row) => row.ecn_number)
}

export function readChart(folder: string, date: string): ChartSource {
  const path = join(folder, `country-chart-${date}.json`)
  const { columns, countries, embargoed } = JSON.parse(text(path))
  return { file: basename(path), date, columns, countries, embargoed }
}

export function readGroups(folder: string, date: string): GroupsSource {
  const path = join(folder, `country-groups-${date}.json`)
  return { file: basename(path), date, groups: JSON.parse(text(path)).groups }
}
