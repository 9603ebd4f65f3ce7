/** An officer's own list in any CSV: which column is what is said beforehand, and each file is the whole list. */
import { parse } from 'csv-parse/sync'
import { DELIMITERS, type OwnField, type OwnList } from '#shared/domain/own-list.ts'
import type { ListEntry, PartyKind } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate } from '../calendar-date.ts'
import { csvRows } from '../csv-rows.ts'
import { KeptFields } from '../kept-fields.ts'
import { type ListFile, readText } from '../list-file.ts'
import { chineseDate } from './cn-text.ts'
import type { ImportContext, ImportSet } from './format.ts'
import { countryCodes, joined } from './licet-list.ts'

export const OWN_CSV = 'own-csv'

type Delimiter = (typeof DELIMITERS)[number]

/** The import that a file makes as the whole of an own list, as it is on `day` (ISO). */
export const ownListSet = (file: ListFile, own: OwnList, day: string): ImportSet => ({
  format: OWN_CSV,
  source: own.title,
  files: [file],
  entries: (context) => ownEntries(file, own, day, context),
  expects: [],
})

const PREVIEW_ROWS = 6

/**
 * The heading of a CSV file and its first rows. Without a delimiter the one that stands most often in the heading is taken.
 * Throws InputError `bad-input` for what is no text in UTF-8 or has no heading.
 */
export async function ownListRows(file: ListFile, delimiter?: Delimiter): Promise<{ columns: string[]; rows: string[][]; delimiter: Delimiter }> {
  const pieces: Buffer[] = []
  for await (const piece of readText(file)) {
    pieces.push(piece)
    break
  }
  const text = Buffer.concat(pieces).toString('utf8')
  const used = delimiter ?? delimiterOf(text.split(/\r?\n/, 1)[0] ?? '')
  let rows: string[][]
  try {
    rows = parse(text, { delimiter: used, relax_column_count: true, skip_empty_lines: true, to: PREVIEW_ROWS + 1 }) as string[][]
  } catch {
    throw new InputError('bad-input', `${file.name}: the first rows are no proper CSV. A quote is most likely never closed. Nothing was imported.`)
  }
  const [heading, ...first] = rows
  if (heading === undefined || heading.every((cell) => cell.trim() === ''))
    throw new InputError('bad-input', `${file.name}, line 1: a heading with the names of the columns was expected. Nothing was imported.`)
  return { columns: columnNames(heading), rows: first, delimiter: used }
}

/** Names of the columns; one without a name, or with that of another, is told by its place. */
function columnNames(heading: readonly string[]): string[] {
  const seen = new Set<string>()
  return heading.map((cell, at) => {
    const name = cell.trim()
    const own = name === '' || seen.has(name) ? `${name}#${at + 1}` : name
    seen.add(own)
    return own
  })
}

function delimiterOf(heading: string): Delimiter {
  const outside = heading.replace(/"[^"]*"/g, '')
  const count = (one: string): number => outside.split(one).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

const KINDS: [PartyKind, RegExp][] = [
  ['person', /^(person|individual|natural person|p|i|个人|自然人)$/i],
  ['entity', /^(entity|organi[sz]ation|company|firm|legal person|legal entity|e|o|c|实体|机构|组织|企业|公司|法人)$/i],
  ['vessel', /^(vessel|ship|v|船舶|船)$/i],
  ['aircraft', /^(aircraft|plane|飞机|航空器)$/i],
]

/** The parties of the file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* ownEntries(file: ListFile, own: OwnList, day: string, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const { columns, delimiter } = await ownListRows(file, own.delimiter)
  const missing = Object.values(own.map).filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new InputError(
      'bad-input',
      `${file.name}, line 1: the heading has no column ${missing.map((one) => `“${one}”`).join(', ')}. It has ${columns.map((one) => `“${one}”`).join(', ')}. Nothing was imported.`,
    )
  if (own.map.name === undefined) throw new InputError('bad-input', `${own.list}: say which column holds the name. Nothing was imported.`)
  context.dated(day)
  const mapped = new Set(Object.values(own.map))
  let first = true
  for await (const rows of csvRows(file, { columns: columns.length, expected: `${columns.length} as in the heading`, delimiter }, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { cells, line } of rows) {
      if (first) {
        first = false
        continue
      }
      if (cells.every((cell) => cell.trim() === '')) continue
      const cell = (field: OwnField): string => (cells[columns.indexOf(own.map[field] ?? '')] ?? '').trim()
      const name = cell('name')
      if (name === '')
        throw new InputError(
          'bad-input',
          `${file.name}, line ${line}: the row has no name in the column “${own.map.name}”. Fill it in or take the row out. Nothing was imported.`,
        )
      const kept = new KeptFields()
      columns.forEach((column, at) => {
        if (!mapped.has(column)) kept.add(column, cells[at] ?? '')
      })
      const asWritten = (field: OwnField, what: string): void => {
        kept.add(own.map[field] as string, cell(field))
        context.warn(`${file.name}, line ${line}: “${cell(field)}” is no ${what} that Licet can read; it is kept with the party and not used.`)
      }
      const dateIn = (field: 'startDate' | 'endDate'): string => {
        const date = dateOf(cell(field))
        if (date === '' && cell(field) !== '') asWritten(field, 'date like 2026-09-01')
        return date
      }
      const kind = cell('kind') === '' ? 'unknown' : KINDS.find(([, words]) => words.test(cell('kind')))?.[0]
      if (kind === undefined) asWritten('kind', 'kind of party')
      const { codes, unknown } = countryCodes(joined(cell('country')), context)
      if (unknown.length > 0) kept.add(own.map.country as string, ...unknown)
      batch.push({
        list: own.list,
        entry: entryId(name) || `line-${line}`,
        kind: kind ?? 'unknown',
        name,
        aliases: joined(cell('aliases')),
        weakAliases: [],
        addresses: joined(cell('address')),
        countries: codes,
        dates: joined(cell('dateOfBirth')),
        ids: joined(cell('ids')),
        programmes: [],
        remarks: cell('remarks'),
        licenceRequirement: '',
        licencePolicy: '',
        citation: '',
        startDate: dateIn('startDate'),
        endDate: dateIn('endDate'),
        footnotes: [],
        url: '',
        fields: kept.record(),
      })
    }
    if (batch.length > 0) yield batch
  }
}

/** A party without a number of its own is told by its name, so that a later file changes it and does not replace it. */
const entryId = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)

/** ISO date of `2026-09-01`, `2026/9/1`, `2026.9.1`, `20260901` or `2026年9月1日`; an empty text for anything else. */
function dateOf(text: string): string {
  const parts = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return parts === null ? chineseDate(text) : calendarDate(`${parts[1]}-${(parts[2] as string).padStart(2, '0')}-${(parts[3] as string).padStart(2, '0')}`)
}
