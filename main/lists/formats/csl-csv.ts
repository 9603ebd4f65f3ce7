/**
 * The Consolidated Screening List as the International Trade Administration publishes it in CSV: one heading, one row for
 * a party and address group of one of the lists of Commerce, State and the Treasury.
 */

import type { ListEntry, PartyKind } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { csvRows } from '../csv-rows.ts'
import { footnotesOf } from '../footnotes.ts'
import type { ListFile } from '../list-file.ts'
import type { ListSources } from '../list-sources.ts'
import type { ImportContext, ImportSet, ListFormat } from './format.ts'

const COLUMNS = [
  '_id',
  'source',
  'entity_number',
  'type',
  'programs',
  'name',
  'title',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'source_list_url',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
  'source_information_url',
  'ids',
] as const
type Column = (typeof COLUMNS)[number]

/** Columns without which a row can not be read; the others may be absent or new. */
const NEEDED: Column[] = ['_id', 'source', 'name', 'addresses', 'alt_names', 'license_requirement']
/** Official fields that ListEntry has no place for and that are kept by their own names. */
const KEPT: Column[] = [
  'title',
  'standard_order',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'places_of_birth',
  'source_information_url',
]

/** The Consolidated Screening List as CSV. */
export const cslCsv: ListFormat = {
  id: 'csl-csv',
  title: 'Consolidated Screening List (consolidated.csv)',
  accepts: isCslCsv,
  imports: (files, sources) => files.map((file) => cslImport(file, sources)),
}

/** Whether a file begins with the heading of the Consolidated Screening List. */
function isCslCsv(file: ListFile): boolean {
  const line = headingLine(file)
  return line.includes('source') && line.includes('name') && (line.includes('alt_names') || line.includes('federal_register_notice') || line.includes('_id'))
}

function headingLine(file: ListFile): string[] {
  const text = file.head.toString('utf8').replace(/^\uFEFF/, '')
  return (text.split(/\r?\n/, 1)[0] ?? '').split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''))
}

function cslImport(file: ListFile, sources: ListSources): ImportSet {
  return {
    format: cslCsv.id,
    source: 'Consolidated Screening List (International Trade Administration)',
    files: [file],
    entries: (context) => cslEntries(file, context),
    expects: sources.lists.filter((list) => list.discontinued !== true).map((list) => list.id),
  }
}

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* cslEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const heading = headingLine(file)
  const missing = NEEDED.filter((column) => !heading.includes(column))
  if (missing.length > 0) {
    throw new InputError(
      'bad-input',
      `${file.name}, line 1: looks like the Consolidated Screening List but lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}. Nothing was imported. Download the whole file again.`,
    )
  }
  const at = new Map<string, number>(heading.map((column, index) => [column, index]))
  const listOf = listFinder(context.sources)
  const unknownSources = new Map<string, number>()
  let names = 0
  let first = true
  for await (const rows of csvRows(file, { columns: heading.length, expected: `${heading.length} as in the heading` }, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { cells, line } of rows) {
      if (first) {
        first = false
        continue
      }
      const cell = (column: Column): string => {
        const index = at.get(column)
        return index === undefined ? '' : (cells[index] ?? '').trim()
      }
      const source = cell('source')
      const list = listOf(source)
      if (source === '') throw new InputError('bad-input', `${file.name}, line ${line}: the row names no list in the column source. Nothing was imported.`)
      if (list.other) unknownSources.set(list.id, (unknownSources.get(list.id) ?? 0) + 1)
      if (cell('name') === '') {
        names += 1
        context.warn(`${file.name}, line ${line}: a row of ${list.id} has no name and was left out.`)
        if (names > 100) throw new InputError('bad-input', `${file.name}: more than 100 rows have no name. Nothing was imported.`)
        continue
      }
      const start = isoDate(cell('start_date'))
      if (start !== '') context.dated(start)
      const places = addressesOf(cell('addresses'))
      const countries = new Set<string>()
      for (const place of places) if (place.country !== '') countries.add(place.country)
      for (const code of [...splitList(cell('citizenships')), ...splitList(cell('nationalities'))]) {
        const country = /^[A-Z]{2}$/.test(code) ? code : context.country(code)
        if (country !== '') countries.add(country)
      }
      const fields: Record<string, string> = {}
      for (const column of KEPT) {
        const value = cell(column)
        if (value !== '') fields[column] = value
      }
      const requirement = cell('license_requirement')
      batch.push({
        list: list.id,
        entry: cell('_id') || cell('entity_number') || `line-${line}`,
        kind: kindOf(cell('type')),
        name: cell('name'),
        // Some aliases are joined without the blank, and a semicolon stands in no name.
        aliases: splitList(cell('alt_names'), /;\s*/)
          .map((name) => name.replace(/^and\s+/i, ''))
          .filter((name) => name !== ''),
        weakAliases: [],
        addresses: places.map((place) => place.text).filter((text) => text !== ''),
        countries: [...countries],
        dates: splitList(cell('dates_of_birth')),
        ids: splitList(cell('ids')),
        programmes: splitList(cell('programs')),
        remarks: cell('remarks'),
        licenceRequirement: requirement,
        licencePolicy: cell('license_policy'),
        citation: cell('federal_register_notice'),
        startDate: start,
        endDate: isoDate(cell('end_date')),
        footnotes: list.id === 'EL' ? footnotesOf(requirement, context.sources.footnotes) : [],
        url: cell('source_list_url') || cell('source_information_url'),
        fields,
      })
    }
    if (batch.length > 0) yield batch
  }
  for (const [id, count] of unknownSources)
    context.warn(`${file.name}: ${count} rows belong to a list that Licet does not know, "${id}". They are screened under that name.`)
}

/** Maps the publisher's long name of a list to its id; a list not known keeps the abbreviation in its brackets. */
function listFinder(sources: ListSources): (source: string) => { id: string; other: boolean } {
  const found = new Map<string, { id: string; other: boolean }>()
  return (source) => {
    const known = found.get(source)
    if (known !== undefined) return known
    const name = source.replace(/\s+-\s+[^-]+$/, '').trim()
    const list = sources.lists.find((candidate) => candidate.csl.toLowerCase() === name.toLowerCase() || abbreviation(candidate.csl) === abbreviation(name))
    const result = list === undefined ? { id: abbreviation(name) || name, other: true } : { id: list.id, other: false }
    found.set(source, result)
    return result
  }
}

/** What stands in the last brackets of a list's name, or an empty text. */
const abbreviation = (name: string): string =>
  /\(([^()]+)\)[^()]*$/
    .exec(name)?.[1]
    ?.replace(/ List$/, '')
    .toUpperCase() ?? ''

function kindOf(type: string): PartyKind {
  switch (type.toLowerCase()) {
    case 'individual':
      return 'person'
    case 'entity':
      return 'entity'
    case 'vessel':
      return 'vessel'
    case 'aircraft':
      return 'aircraft'
    default:
      return 'unknown'
  }
}

/** Parts of a cell that holds a list joined by semicolons. */
const splitList = (cell: string, separator = /;\s+|;$/): string[] =>
  cell === ''
    ? []
    : cell
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '')

/** Addresses of a cell, each with the country code that it ends with. */
function addressesOf(cell: string): { text: string; country: string }[] {
  return splitList(cell).map((text) => ({ text, country: /(?:^|,\s*)([A-Z]{2})$/.exec(text)?.[1] ?? '' }))
}

/** An ISO date, or an empty text for anything that is not a date of the calendar. */
function isoDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (match === null) return ''
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  return iso === match[0] ? iso : ''
}
