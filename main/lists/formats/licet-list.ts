/**
 * Lists in Licet's own form `licet-list/1`, as JSON or CSV, for lists that no publisher offers as a file: China's lists, or any
 * list of an officer's choice. assets/lists/FORMS.md describes it. A file is a whole copy of each list that it holds.
 */
import { z } from 'zod'
import { type ListEntry, PARTY_KINDS } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { csvHeading } from '../csv-heading.ts'
import { csvRows } from '../csv-rows.ts'
import type { ListFile } from '../list-file.ts'
import { type ListSources, listSource } from '../list-sources.ts'
import { readJson } from '../read-json.ts'
import type { ImportContext, ImportSet, ListFormat } from './format.ts'

export const LICET_LIST = 'licet-list/1'
/** What a list may be called: capital letters, figures and hyphens, as the ids of the official lists. */
export const LIST_ID = /^[A-Z][A-Z0-9-]{1,39}$/

const text = z.string().max(20_000).default('')
const texts = z.array(z.string().trim().min(1).max(2000)).max(1000).default([])
const date = z.union([z.iso.date(), z.literal('')]).default('')
const list = z.string().regex(LIST_ID, 'expected capital letters, figures and hyphens, as in CN-ECL')

const record = z.strictObject({
  list: list.optional(),
  entry: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(1000),
  /** The party's names in other scripts. */
  otherNames: texts,
  aliases: texts,
  weakAliases: texts,
  kind: z.enum(PARTY_KINDS).default('unknown'),
  countries: texts,
  ids: texts,
  addresses: texts,
  dates: texts,
  programmes: texts,
  startDate: date,
  endDate: date,
  suspensions: z
    .array(z.strictObject({ from: z.iso.date(), until: date, citation: text }))
    .max(100)
    .default([]),
  relations: z
    .array(z.strictObject({ says: z.string().min(1), entry: text, name: z.string().min(1) }))
    .max(1000)
    .default([]),
  citation: text,
  measures: text,
  url: text,
  remarks: text,
  fields: z.record(z.string(), z.string()).default({}),
})
type Record_ = z.infer<typeof record>

const file = z.strictObject({
  schema: z.literal(LICET_LIST),
  list: list.optional(),
  contentDate: z.iso.date().optional(),
  source: z.string().max(200).optional(),
  entries: z.array(z.unknown()).max(400_000),
})

const LISTED = ['otherNames', 'aliases', 'weakAliases', 'countries', 'ids', 'addresses', 'dates', 'programmes'] as const
const SINGLE = ['list', 'entry', 'name', 'kind', 'startDate', 'endDate', 'citation', 'measures', 'url', 'remarks'] as const
const COLUMNS: readonly string[] = [...LISTED, ...SINGLE, 'suspensions', 'contentDate']

/** `licet-list/1` as JSON. */
export const licetListJson: ListFormat = {
  id: LICET_LIST,
  title: `a list in Licet's own form ${LICET_LIST} (JSON, or CSV with the columns list, entry, name)`,
  accepts: ({ head }) => /^\uFEFF?\s*\{[\s\S]*"schema"\s*:\s*"licet-list\/1"/.test(head.toString('utf8')),
  imports: (files) => files.map((one) => importOf(one, jsonEntries)),
}

/** `licet-list/1` as CSV, one row a party. */
export const licetListCsv: ListFormat = {
  id: `${LICET_LIST} csv`,
  title: `${LICET_LIST} as CSV`,
  accepts: (one) => {
    const { columns } = csvHeading(one)
    return ['list', 'entry', 'name'].every((column) => columns.includes(column))
  },
  imports: (files) => files.map((one) => importOf(one, csvEntries)),
}

const importOf = (one: ListFile, entries: (file: ListFile, context: ImportContext) => AsyncGenerator<ListEntry[]>): ImportSet => ({
  format: LICET_LIST,
  source: one.name,
  files: [one],
  entries: (context) => entries(one, context),
  expects: [],
})

/** The parties of a JSON file. Throws InputError `bad-input` with file and field, or `cancelled`. */
async function* jsonEntries(one: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const parsed = file.safeParse(await readJson(one, context.reading(one)))
  if (!parsed.success) throw wrong(one, 'the file', parsed.error)
  if (parsed.data.contentDate !== undefined) context.dated(parsed.data.contentDate)
  const made = maker(one, context, parsed.data.contentDate !== undefined)
  yield parsed.data.entries.map((value, at) => made(value, `entries.${at}`, parsed.data.list))
}

/** The parties of a CSV file. Throws InputError `bad-input` with file, line and column, or `cancelled`. */
async function* csvEntries(one: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const { columns } = csvHeading(one)
  const strange = columns.filter((column) => !COLUMNS.includes(column))
  if (strange.length > 0)
    throw new InputError(
      'bad-input',
      `${one.name}, line 1: ${strange.map((column) => `“${column}”`).join(', ')} is no column of ${LICET_LIST}. Known columns: ${COLUMNS.join(', ')}. Nothing was imported.`,
    )
  const made = maker(one, context, columns.includes('contentDate'))
  let first = true
  for await (const rows of csvRows(one, { columns: columns.length, expected: `${columns.length} as in the heading` }, context.reading(one))) {
    const batch: ListEntry[] = []
    for (const { cells, line } of rows) {
      if (first) {
        first = false
        continue
      }
      const value: Record<string, unknown> = {}
      columns.forEach((column, at) => {
        const cell = (cells[at] ?? '').trim()
        if (cell === '') return
        if (column === 'contentDate') context.dated(checkedDate(cell, one, line))
        else if (column === 'suspensions') value.suspensions = joined(cell).map(suspension)
        else value[column] = (LISTED as readonly string[]).includes(column) ? joined(cell) : cell
      })
      batch.push(made(value, `line ${line}`, undefined))
    }
    if (batch.length > 0) yield batch
  }
}

/** The values of a cell that holds several, joined by semicolons. */
export const joined = (cell: string): string[] =>
  cell
    .split(/;\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `2025-05-14..2025-08-11 citation`; the last day may be left out. */
function suspension(written: string): unknown {
  const match = /^(\S+?)\.\.(\S*)\s*(.*)$/.exec(written)
  return match === null ? { from: written } : { from: match[1], until: match[2], citation: match[3] }
}

function checkedDate(cell: string, one: ListFile, line: number): string {
  if (z.iso.date().safeParse(cell).success) return cell
  throw new InputError('bad-input', `${one.name}, line ${line}, contentDate: expected a date like 2026-09-01, and found “${cell}”. Nothing was imported.`)
}

/** Makes entries of records; `stated` says whether the file tells its own date. */
function maker(one: ListFile, context: ImportContext, stated: boolean): (value: unknown, place: string, list: string | undefined) => ListEntry {
  const warned = new Set<string>()
  return (value, place, listOfFile) => {
    const parsed = record.safeParse(value)
    if (!parsed.success) throw wrong(one, place, parsed.error)
    const id = parsed.data.list ?? listOfFile
    if (id === undefined) throw new InputError('bad-input', `${one.name}, ${place}: the party names no list. Nothing was imported.`)
    if (!mayHold(id, context.sources))
      throw new InputError(
        'bad-input',
        `${one.name}, ${place}: ${id} is a list that its publisher offers as a file (${listSource(context.sources, id).title.en}). Import that file. Nothing was imported.`,
      )
    if (!warned.has(id) && context.sources.lists.every((known) => known.id !== id)) {
      warned.add(id)
      context.warn(`${id} is no list that Licet knows. It is screened under that name.`)
    }
    if (!stated) for (const day of [parsed.data.startDate, ...parsed.data.suspensions.map(({ from }) => from)]) if (day !== '') context.dated(day)
    return entryOf(parsed.data, id, context)
  }
}

/** Whether a list may come in a form that is not its publisher's: one that is only announced, or that is not known. */
export const mayHold = (id: string, { lists, chinaAnnouncements }: ListSources): boolean =>
  lists.every((known) => known.id !== id) || chinaAnnouncements.lists.some((announced) => announced.id === id)

function entryOf(from: Record_, list: string, context: ImportContext): ListEntry {
  const { codes, unknown } = countryCodes(from.countries, context)
  return {
    list,
    entry: from.entry,
    kind: from.kind,
    name: from.name,
    aliases: [...from.otherNames, ...from.aliases],
    weakAliases: from.weakAliases,
    addresses: from.addresses,
    countries: codes,
    dates: from.dates,
    ids: from.ids,
    programmes: from.programmes,
    remarks: from.remarks,
    licenceRequirement: '',
    licencePolicy: '',
    citation: from.citation,
    startDate: from.startDate,
    endDate: from.endDate,
    footnotes: [],
    url: from.url,
    fields: {
      ...from.fields,
      ...(from.measures === '' ? {} : { measures: from.measures }),
      ...(unknown.length === 0 ? {} : { countries: unknown.join('; ') }),
    },
    ...(from.relations.length === 0 ? {} : { relations: from.relations }),
    ...(from.suspensions.length === 0 ? {} : { suspensions: from.suspensions }),
  }
}

/** ISO codes of countries given by code or name; what can not be told is given back and warned about. */
export function countryCodes(values: readonly string[], context: ImportContext): { codes: string[]; unknown: string[] } {
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const value of values) {
    const code = /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : context.country(value)
    if (code !== '') codes.add(code)
    else {
      unknown.push(value)
      context.warn(`“${value}” is no country that Licet knows; it is kept with the party and not compared.`)
    }
  }
  return { codes: [...codes], unknown }
}

function wrong(one: ListFile, place: string, error: z.ZodError): InputError {
  const issue = error.issues[0]
  const where = [place, ...(issue?.path ?? []).map(String)].join('.')
  return new InputError('bad-input', `${one.name}, ${where}: ${issue?.message ?? 'not as expected'}. Nothing was imported.`)
}
