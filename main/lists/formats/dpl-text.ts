/**
 * The Denied Persons List as the Bureau of Industry and Security publishes it: `dpl.txt`, cells in quotes with tabs between
 * them, one row for a person and address.
 */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { americanDate, calendarDate } from '../calendar-date.ts'
import { csvRows } from '../csv-rows.ts'
import type { ListFile } from '../list-file.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

const COLUMNS = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'Expiration_Date',
  'Standard_Order',
  'Last_Update',
  'Action',
  'FR_Citation',
] as const
type Column = (typeof COLUMNS)[number]

/** Columns by which the file is known, whatever the others are. */
const KNOWN_BY: Column[] = ['Name', 'Standard_Order', 'FR_Citation']
const MOST_WITHOUT_NAME = 20

/** The Denied Persons List. */
export const dplText = singleFile({
  id: 'dpl-text',
  title: 'Denied Persons List (dpl.txt)',
  accepts: (file) => KNOWN_BY.every((column) => heading(file).includes(column)),
  source: 'Denied Persons List (Bureau of Industry and Security)',
  entries: dplEntries,
  expects: () => ['DPL'],
})

/** The cells of the first line. */
function heading(file: ListFile): string[] {
  const text = file.head.toString('utf8').replace(/^\uFEFF/, '')
  return (text.split(/\r?\n/, 1)[0] ?? '').split('\t').map((cell) => cell.trim().replace(/^"|"$/g, ''))
}

/** The denied persons of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* dplEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const columns = heading(file)
  const missing = COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    throw new InputError(
      'bad-input',
      `${file.name}, line 1: looks like the Denied Persons List but lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}. Nothing was imported. Download it again.`,
    )
  }
  const shape = { columns: columns.length, expected: `${columns.length} as in the heading`, delimiter: '\t' }
  let first = true
  let nameless = 0
  let strangeDates = 0
  for await (const rows of csvRows(file, shape, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { cells, line } of rows) {
      if (first) {
        first = false
        continue
      }
      const cell = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim()
      if (cell('Name') === '') {
        nameless += 1
        context.warn(`${file.name}, line ${line}: a row has no name and was left out.`)
        if (nameless > MOST_WITHOUT_NAME)
          throw new InputError('bad-input', `${file.name}: more than ${MOST_WITHOUT_NAME} rows have no name. Nothing was imported.`)
        continue
      }
      const start = americanDate(cell('Effective_Date'))
      const end = americanDate(cell('Expiration_Date'))
      const updated = calendarDate(cell('Last_Update'))
      for (const date of [start, updated]) if (date !== '') context.dated(date)
      const fields = new Map<string, string>()
      const keep = (column: string): void => {
        if (cell(column) !== '') fields.set(column, cell(column))
      }
      for (const column of columns) if (!PLACED.has(column)) keep(column)
      // A date that can not be is kept as it is written and is no date of the listing.
      if (start === '') keep('Effective_Date')
      if (end === '') keep('Expiration_Date')
      if ((start === '' && cell('Effective_Date') !== '') || (end === '' && cell('Expiration_Date') !== '') || (updated === '' && cell('Last_Update') !== ''))
        strangeDates += 1
      const country = countryOf(cell, context)
      const address = ADDRESS.map(cell)
        .filter((part) => part !== '')
        .join(', ')
      batch.push({
        list: 'DPL',
        // The list has no numbers: person, order and address tell its rows apart.
        entry: [cell('Name'), cell('Effective_Date'), cell('Street_Address')].filter((part) => part !== '').join(', '),
        kind: 'unknown',
        name: cell('Name'),
        aliases: [],
        weakAliases: [],
        addresses: address === '' ? [] : [address],
        countries: country === '' ? [] : [country],
        dates: [],
        ids: [],
        programmes: [],
        remarks: cell('Action'),
        licenceRequirement: '',
        licencePolicy: '',
        citation: cell('FR_Citation'),
        startDate: start,
        endDate: end,
        footnotes: [],
        url: '',
        fields: Object.fromEntries(fields),
      })
    }
    if (batch.length > 0) yield batch
  }
  if (strangeDates > 0)
    context.warn(`${file.name}: ${strangeDates} rows have a date that can not be right. It is kept as it is written and counts for nothing.`)
}

const ADDRESS: Column[] = ['Street_Address', 'City', 'State', 'Postal_Code', 'Country']
/** Columns that a listing has a place for. */
const PLACED: ReadonlySet<string> = new Set(['Name', ...ADDRESS, 'Effective_Date', 'Expiration_Date', 'Action', 'FR_Citation'])

/** ISO code of an address: as given, or that of the United States where State and postal code can only be American. */
function countryOf(cell: (column: Column) => string, context: ImportContext): string {
  const given = cell('Country')
  if (/^[A-Z]{2}$/.test(given)) return given
  if (given !== '') return context.country(given)
  return context.sources.usStates.includes(cell('State')) && /^\d{5}(-\d{4})?$/.test(cell('Postal_Code')) ? 'US' : ''
}
