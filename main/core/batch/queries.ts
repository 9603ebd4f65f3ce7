/** Turns the rows of a table into queries: by its columns, or by the members of each object. A row that is no query says why. */
import { basename } from 'node:path'
import type { CountryLookup } from '#main/lists/formats/format.ts'
import { BATCH_FIELDS, type BatchColumns, type BatchField, type BatchPreview } from '#shared/domain/batch.ts'
import { type ScreenQuery, screenQuery } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { fieldOf, understood, wrongColumns } from './columns.ts'
import type { ReadLinesOptions } from './read-lines.ts'
import { openTable, type Table, type TableRow } from './read-table.ts'

/** `id` is the row's own, else its number among the rows. */
export type BatchQuery = { line: number; id: string } & ({ query: ScreenQuery } | { fault: string })

export type Queries = { bytes: number; format: 'csv' | 'jsonl'; headings: string[]; columns: BatchColumns; queries: AsyncGenerator<BatchQuery[]> }

export type QueriesOptions = ReadLinesOptions & { country: CountryLookup; columns?: BatchColumns | undefined }

/** Opens a file of parties. Throws InputError when it is no table, or no column of it holds a name. */
export async function openQueries(path: string, { country, columns, ...reading }: QueriesOptions): Promise<Queries> {
  const table = await openTable(path, reading)
  const { bytes, format, headings } = table
  const used = columns !== undefined && columns.length > 0 ? columns : understood(headings)
  const wrong = format === 'csv' ? wrongColumns(used, headings) : ''
  if (wrong !== '') {
    await table.rows.return(undefined)
    throw new InputError('bad-input', `${path}, line 1: ${wrong}`)
  }
  return { bytes, format, headings, columns: used, queries: queriesOf(path, table, used, country) }
}

async function* queriesOf(path: string, table: Table, columns: BatchColumns, country: CountryLookup): AsyncGenerator<BatchQuery[]> {
  let number = 0
  for await (const rows of table.rows) {
    yield rows.map((row) => {
      number += 1
      return queryOf(path, row, number, columns, country)
    })
  }
}

type Fields = Partial<Record<BatchField, unknown>>

function queryOf(path: string, row: TableRow, number: number, columns: BatchColumns, country: CountryLookup): BatchQuery {
  const { line } = row
  const place = `${path}, line ${line}`
  const wrong = (detail: string, id = String(number)): BatchQuery => ({ line, id, fault: `${place}${detail}` })
  if ('fault' in row) return wrong(`: ${row.fault}`)
  const fields = 'cells' in row ? fieldsOfCells(row.cells, columns) : fieldsOfValue(row.value)
  if (typeof fields === 'string') return wrong(`: ${fields}`)
  const id = fields.id === undefined ? String(number) : given(fields.id)
  if (id === undefined) return wrong(`, id: expected a text or a number, and found “${shortened(fields.id)}”`)
  if (fields.name === '') return wrong(', name: the name is empty', id)
  const kind = kindOf(fields.kind)
  if (kind === undefined) return wrong(`, kind: expected person, entity or vessel, and found “${shortened(fields.kind)}”`, id)
  const query = { ...fields, id, ...countryOf(fields.country, country), ...kind, ...idsOf(fields.ids) }
  if (kind.kind === '') delete (query as Fields).kind
  const parsed = screenQuery.safeParse(query)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return wrong(issue === undefined ? ': this is no query' : `, ${issue.path.map(String).join('.')}: ${issue.message}`, id.slice(0, 200))
  }
  const { data } = parsed
  // A row that lacks a quote swallows those below it into a cell; no field but an address has several lines.
  const broken = ([data.name, data.id, data.country, data.dob, ...(data.ids ?? [])] as const).some((text) => text?.includes('\n'))
  if (broken && 'cells' in row) return wrong(': a cell goes over several lines; a quote was most likely not closed', data.id?.replaceAll(/\s+/g, ' '))
  return { line, id: data.id ?? id, query: data }
}

const given = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined

const shortened = (value: unknown): string => String(value).slice(0, 80)

function fieldsOfCells(cells: readonly string[], columns: BatchColumns): Fields {
  const fields: Fields = {}
  const ids: string[] = []
  for (const [i, field] of columns.entries()) {
    const cell = cells[i]?.trim() ?? ''
    if (field === '' || cell === '') continue
    if (field === 'ids') ids.push(cell)
    else fields[field] = cell
  }
  if (ids.length > 0) fields.ids = ids.join(';')
  return { name: '', ...fields }
}

/** The members of an object by the names that such fields usually have; one that nobody knows is refused, for it may be a known one misspelt. */
function fieldsOfValue(value: unknown): Fields | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object in braces'
  const fields: Fields = {}
  for (const [name, member] of Object.entries(value)) {
    const field = fieldOf(name)
    if (field === undefined) return `the field “${shortened(name)}” is not known; expected ${BATCH_FIELDS.join(', ')}`
    if (Object.hasOwn(fields, field)) return `two fields are taken for ${field}`
    if (member !== null && member !== '') fields[field] = typeof member === 'string' ? member.trim() : member
  }
  if (!Object.hasOwn(fields, 'name')) return 'the field name is missing'
  return fields
}

/** Codes stay, names become codes where one is known; other text is kept as it stands. */
function countryOf(value: unknown, lookup: CountryLookup): { country?: unknown } {
  if (typeof value !== 'string') return value === undefined ? {} : { country: value }
  if (/^[A-Za-z]{2}$/.test(value)) return { country: value.toUpperCase() }
  const code = lookup(value)
  return { country: code === '' ? value.slice(0, 60) : code }
}

const KINDS: Readonly<Record<string, ScreenQuery['kind'] | ''>> = {
  person: 'person',
  individual: 'person',
  个人: 'person',
  自然人: 'person',
  entity: 'entity',
  company: 'entity',
  organisation: 'entity',
  organization: 'entity',
  corporate: 'entity',
  实体: 'entity',
  企业: 'entity',
  公司: 'entity',
  机构: 'entity',
  vessel: 'vessel',
  ship: 'vessel',
  船舶: 'vessel',
  船: 'vessel',
  unknown: '',
  不明: '',
  未知: '',
}

/** The kind asked for, an empty text when it is said not to be known, undefined for a word that means none. */
function kindOf(value: unknown): { kind?: ScreenQuery['kind'] | '' } | undefined {
  if (value === undefined) return {}
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return Object.hasOwn(KINDS, word) ? { kind: KINDS[word] as ScreenQuery['kind'] | '' } : undefined
}

/** Several identity numbers stand in one cell, separated by semicolons or bars. */
function idsOf(value: unknown): { ids?: unknown } {
  if (value === undefined) return {}
  if (typeof value !== 'string') return { ids: value }
  const ids = value
    .split(/[;；|]/)
    .map((id) => id.trim())
    .filter((id) => id !== '')
  return ids.length === 0 ? {} : { ids }
}

const PREVIEW_ROWS = 8

/** How the program understands a file, from its first rows. Throws InputError as `openTable`; a missing name column is for the officer to choose. */
export async function previewQueries(path: string): Promise<BatchPreview> {
  const table = await openTable(path)
  const rows: BatchPreview['rows'] = []
  for await (const some of table.rows) {
    rows.push(...some.slice(0, PREVIEW_ROWS - rows.length).map(previewRow))
    if (rows.length >= PREVIEW_ROWS) break
  }
  const { bytes, format, headings } = table
  return { name: basename(path), bytes, format, headings, columns: format === 'csv' ? understood(headings) : [], rows }
}

const LONGEST_CELL = 120

function previewRow(row: TableRow): BatchPreview['rows'][number] {
  const { line } = row
  if ('fault' in row) return { line, cells: [], error: row.fault }
  const cut = (text: string) => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text)
  if ('cells' in row) return { line, cells: row.cells.map(cut), error: '' }
  const fields = fieldsOfValue(row.value)
  if (typeof fields === 'string') return { line, cells: [], error: fields }
  return { line, cells: BATCH_FIELDS.map((field) => cut([fields[field] ?? ''].flat().map(String).join('; '))), error: '' }
}
