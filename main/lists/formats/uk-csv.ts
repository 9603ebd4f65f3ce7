/**
 * Lists of the United Kingdom in CSV: the UK Sanctions List, and the older consolidated list of HM Treasury. Both have a
 * line with their date before the heading, and a row for each name, address or document of a designation.
 */

import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { europeanDate } from '../calendar-date.ts'
import { csvHeading } from '../csv-heading.ts'
import { csvRows } from '../csv-rows.ts'
import { distinct } from '../kept-fields.ts'
import type { ListFile } from '../list-file.ts'
import { namelessRecords } from '../nameless.ts'
import type { ImportContext, ListFormat } from './format.ts'
import { singleFile } from './single-file.ts'
import { addValues, newDesignation, UK_LIST, UK_SOURCE, type UkDesignation, ukEntry } from './uk-designation.ts'

/** What differs between the two lists. */
type UkTable = {
  id: string
  source: string
  /** The list in a message. */
  called: string
  preface: RegExp
  /** Column of the number by which rows belong together. */
  join: string
  /** Columns that only this list has: one of them tells it. */
  tellTale: string
  needed: string[]
  /** Columns by the names that ukEntry knows, where this list has other names. */
  columns: ReadonlyMap<string, string>
  /** Whether several values in a cell are numbered, `(1) … (2) …`. */
  numbered: boolean
  /** Columns whose value this list writes into the text of another, and how it stands in `Other Information`. */
  references?: ReadonlyMap<string, RegExp>
  /** What the officer should know of this list. */
  warning?: string
}

const UKSL: UkTable = {
  id: 'uk-csv',
  source: UK_SOURCE,
  called: 'UK Sanctions List',
  preface: /^"?Report Date/i,
  join: 'Unique ID',
  tellTale: 'Designation Type',
  needed: ['Unique ID', 'Name 6', 'Name 1', 'Name type', 'Regime Name', 'Designation Type'],
  columns: new Map(),
  numbered: false,
}

const CONLIST: UkTable = {
  id: 'hmt-csv',
  source: 'Consolidated list of financial sanctions targets (HM Treasury)',
  called: 'consolidated list of HM Treasury',
  preface: /^"?Last Updated/i,
  join: 'Group ID',
  tellTale: 'Group Type',
  needed: ['Group ID', 'Name 6', 'Name 1', 'Alias Type', 'Group Type', 'Regime'],
  columns: new Map([
    ['Group Type', 'Designation Type'],
    ['Alias Type', 'Name type'],
    ['Alias Quality', 'Alias strength'],
    ['Name Non-Latin Script', 'Name non-latin script'],
    ['Non-Latin Script Type', 'Non-latin script type'],
    ['Non-Latin Script Language', 'Non-latin script language'],
    ['DOB', 'D.O.B'],
    ['Town of Birth', 'Town of birth'],
    ['Country of Birth', 'Country of birth'],
    ['Nationality', 'Nationality(/ies)'],
    ['Passport Number', 'Passport number'],
    ['Passport Details', 'Passport additional information'],
    ['National Identification Number', 'National Identifier number'],
    ['NI Number', 'National Identifier number'],
    ['National Identification Details', 'National Identifier additional information'],
    ['Post/Zip Code', 'Address Postal Code'],
    ['Country', 'Address Country'],
    ['Regime', 'Regime Name'],
    ['Listed On', 'Date Designated'],
    ...[1, 2, 3, 4, 5, 6].map((line): [string, string] => [`Address ${line}`, `Address Line ${line}`]),
  ]),
  numbered: true,
  references: new Map([
    ['UN Reference Number', /\(UN Ref\):\s*([\w.]*\w)/],
    ['UK Sanctions List Ref', /\(UK Sanctions List Ref\):\s*(\w+)/],
    ['IMO number', /\bIMO\b\D{0,12}(\d{7})\b/i],
  ]),
  warning: "this is HM Treasury's older list of financial sanctions only. The UK Sanctions List has all designations since 28 January 2026; import it instead.",
}

/** The UK Sanctions List as CSV. */
export const ukCsv: ListFormat = ukFormat(UKSL, 'UK Sanctions List (UK-Sanctions-List.csv)')
/** The older list of HM Treasury as CSV. */
export const hmtCsv: ListFormat = ukFormat(CONLIST, 'HM Treasury consolidated list (ConList.csv)')

function ukFormat(table: UkTable, title: string): ListFormat {
  return singleFile({
    id: table.id,
    title,
    accepts: (file) => {
      const { columns } = csvHeading(file, { preface: table.preface })
      return columns.includes('Name 6') && (columns.includes(table.join) || columns.includes(table.tellTale))
    },
    source: table.source,
    entries: (file, context) => ukEntries(file, table, context),
    expects: () => [UK_LIST],
  })
}

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* ukEntries(file: ListFile, table: UkTable, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const { columns, preface, before } = csvHeading(file, { preface: table.preface })
  const missing = table.needed.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    throw new InputError(
      'bad-input',
      `${file.name}, line ${before + 1}: looks like the ${table.called} but lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}. Nothing was imported. Download the whole file again.`,
    )
  }
  const published = europeanDate(preface.replace(table.preface, '').replace(/^[\s:,"]+/, ''))
  if (published !== '') context.dated(published)
  if (table.warning !== undefined) context.warn(`${file.name}: ${table.warning}`)
  const names = columns.map((column) => table.columns.get(column) ?? column)
  const shape = { columns: columns.length, expected: `${columns.length} as in the heading`, before }
  const designations = new Map<string, UkDesignation>()
  let toSkip = before + 1
  for await (const rows of csvRows(file, shape, context.reading(file))) {
    for (const { cells, line } of rows) {
      if (toSkip > 0) {
        toSkip -= 1
        continue
      }
      const row = new Map<string, string>()
      for (const [index, name] of names.entries()) if ((cells[index] ?? '').trim() !== '') row.set(name, (cells[index] ?? '').trim())
      const id = row.get(table.join) ?? ''
      if (id === '')
        throw new InputError(
          'bad-input',
          `${file.name}, line ${line}: the row has no ${table.join}, expected the list's number of the party. Nothing was imported.`,
        )
      const designation = designations.get(id) ?? newDesignation(id, line)
      designations.set(id, designation)
      addRow(designation, row, table)
    }
  }
  const nameless = namelessRecords(file, context)
  const entries: ListEntry[] = []
  for (const designation of designations.values()) {
    const entry = ukEntry(designation, context)
    if (entry.name === '') nameless(designation.line, UK_LIST)
    else entries.push(entry)
  }
  yield entries
}

const NAME_PARTS = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6']
const ADDRESS_PARTS = [...[1, 2, 3, 4, 5, 6].map((line) => `Address Line ${line}`), 'Address Postal Code', 'Address Country']
const SCRIPT_PARTS = ['Non-latin script type', 'Non-latin script language']
const BIRTHPLACE_PARTS = ['Town of birth', 'Country of birth']
const DOCUMENTS = ['Passport', 'National Identifier']
const GROUPED = new Set([
  ...NAME_PARTS,
  'Name type',
  'Alias strength',
  'Name non-latin script',
  ...SCRIPT_PARTS,
  ...ADDRESS_PARTS,
  ...BIRTHPLACE_PARTS,
  ...DOCUMENTS.flatMap((kind) => [`${kind} number`, `${kind} additional information`]),
])

/** Adds what a row says to its designation. What the rows repeat is made single where the entry is made. */
function addRow(designation: UkDesignation, row: ReadonlyMap<string, string>, table: UkTable): void {
  const cell = (column: string): string => row.get(column) ?? ''
  const joined = (columns: string[], by: string): string => distinct(columns.map(cell)).join(by)
  const values = (text: string): string[] => (table.numbered ? text.split(/\(\d+\)\s/) : text.split('|'))
  const name = NAME_PARTS.map(cell)
    .filter((part) => part !== '')
    .join(' ')
  if (name !== '') designation.names.push({ name, type: cell('Name type'), strength: cell('Alias strength') })
  const otherScript = cell('Name non-latin script')
  if (otherScript !== '') designation.otherScript.push({ name: otherScript, about: joined(SCRIPT_PARTS, ', ') })
  const address = joined(ADDRESS_PARTS, ', ')
  if (address !== '') designation.addresses.push({ text: address, country: cell('Address Country') })
  const birthplace = joined(BIRTHPLACE_PARTS, ', ')
  if (birthplace !== '') designation.birthplaces.push(birthplace)
  for (const kind of DOCUMENTS) {
    const about = cell(`${kind} additional information`)
    const numbers = values(cell(`${kind} number`)).filter((number) => number.trim() !== '')
    for (const number of numbers.length === 0 && about !== '' ? [''] : numbers) designation.documents.push({ kind, number: number.trim(), about })
  }
  if (table.references !== undefined)
    for (const [column, pattern] of table.references) addValues(designation, column, [pattern.exec(cell('Other Information'))?.[1] ?? ''])
  for (const [column, text] of row) if (!GROUPED.has(column) && column !== table.join) addValues(designation, column, values(text))
}
