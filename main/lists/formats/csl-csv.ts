/** The Consolidated Screening List as CSV: one heading, one row for a record, lists inside a cell joined by semicolons. */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { csvRows } from '../csv-rows.ts'
import type { ListFile } from '../list-file.ts'
import { CSL_SOURCE, type CslList, cslLists, cslReader } from './csl-entry.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

/** Columns without which a row can not be read; the others may be absent or new. */
const NEEDED = ['_id', 'source', 'name', 'addresses', 'alt_names', 'license_requirement']

/** The Consolidated Screening List as CSV. */
export const cslCsv = singleFile({
  id: 'csl-csv',
  title: 'Consolidated Screening List (consolidated.csv)',
  accepts: isCslCsv,
  source: CSL_SOURCE,
  entries: cslEntries,
  expects: (_, sources) => cslLists(sources),
})

/** Whether a file begins with the heading of the Consolidated Screening List. */
function isCslCsv(file: ListFile): boolean {
  const line = headingLine(file)
  return line.includes('source') && line.includes('name') && (line.includes('alt_names') || line.includes('federal_register_notice') || line.includes('_id'))
}

function headingLine(file: ListFile): string[] {
  const text = file.head.toString('utf8').replace(/^\uFEFF/, '')
  return (text.split(/\r?\n/, 1)[0] ?? '').split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''))
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
  const reader = cslReader(file, context)
  let first = true
  for await (const rows of csvRows(file, { columns: heading.length, expected: `${heading.length} as in the heading` }, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { cells, line } of rows) {
      if (first) {
        first = false
        continue
      }
      const cell = (column: string): string => (cells[at.get(column) ?? -1] ?? '').trim()
      const entry = reader.entry({
        place: `line ${line}`,
        text: cell,
        list: (column) => splitList(cell(column), SEPARATORS[column]),
        addresses: splitList(cell('addresses')).map((text) => ({ text, country: /(?:^|,\s*)([A-Z]{2})$/.exec(text)?.[1] ?? '' })),
        fields: heading.map((column): [string, string] => [column, cell(column)]),
      })
      if (entry !== undefined) batch.push(entry)
    }
    if (batch.length > 0) yield batch
  }
  reader.end()
}

/** Some aliases are joined without the blank, and a semicolon stands in no name. */
const SEPARATORS: Partial<Record<CslList, RegExp>> = { alt_names: /;\s*/ }

/** Parts of a cell that holds a list joined by semicolons. */
const splitList = (cell: string, separator = /;\s+|;$/): string[] =>
  cell === ''
    ? []
    : cell
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '')
