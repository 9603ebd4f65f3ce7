/** From the official-derived files to the tables of the rule pack, as text by file name. Reads only; writes nothing. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { chartRows } from './chart.ts'
import { codeFinder, readCountries } from './countries.ts'
import { type Build, buildEntries, type Readings } from './entries.ts'
import { type GroupReadings, groupParameters } from './groups.ts'
import { readChart, readControlList, readDesignators, readGroups } from './source.ts'
import { chartCsv, countriesCsv, entriesYaml, groupsYaml } from './write.ts'

const READINGS = join(import.meta.dirname, 'readings')
const yaml = (name: string) => parse(readFileSync(join(READINGS, `${name}.yaml`), 'utf8'))
const PARAGRAPH_FILE = 'ccl-paragraphs-all-categories.csv.gz'

export type Generated = { files: Map<string, string>; build: Build }

/** `folder` holds the files, `date` is their content date. Paths are relative to the project's assets folder. */
export function generate(folder: string, date: string): Generated {
  const readings: Readings = { ...yaml('requirements'), ...yaml('scopes'), ...yaml('repairs'), ...yaml('exceptions') }
  const places: { territories: Record<string, string>; groups: GroupReadings } = yaml('places')
  const countries = readCountries(READINGS)
  const codeOf = codeFinder(countries)
  const chart = readChart(folder, date)
  const groups = readGroups(folder, date)
  const list = readControlList(folder, date)
  const build = buildEntries(list.entries, readDesignators(folder), readings)

  const tables = 'rules/us-ear/tables'
  const files = new Map([
    ['reference/countries.csv', countriesCsv(countries)],
    [`${tables}/chart.csv`, chartCsv(chartRows(chart, codeOf, places.territories), { files: [chart.file], date })],
    [`${tables}/groups.yaml`, groupsYaml(groupParameters(groups, codeOf, places.groups), { files: [groups.file], date })],
  ])
  for (const category of '0123456789') {
    const entries = build.entries.filter(({ eccn }) => eccn.startsWith(category))
    files.set(`${tables}/ccl/${category}.yaml`, entriesYaml(category, entries, { files: [list.file, PARAGRAPH_FILE], date }))
  }
  return { files, build }
}
