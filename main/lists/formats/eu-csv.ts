/**
 * The European Union's consolidated list of financial sanctions in CSV 1.1: semicolons, and a row for each name, address,
 * birth date, document or citizenship of a party, with all that is said of the party itself in every row.
 */

import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate, europeanDate } from '../calendar-date.ts'
import { csvHeading } from '../csv-heading.ts'
import { csvRows } from '../csv-rows.ts'
import type { ListFile } from '../list-file.ts'
import { namelessRecords } from '../nameless.ts'
import type { XmlElement } from '../xml-records.ts'
import { EU_LIST, EU_SOURCE, euEntry } from './eu-entity.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

const ID = 'Entity_LogicalId'
const NEEDED = ['fileGenerationDate', ID, 'Entity_EU_ReferenceNumber', 'Entity_SubjectType', 'Entity_Regulation_Programme', 'NameAlias_WholeName']
/** The parts of a party by the first word of their columns, and the XML's element for each. */
const PARTS = new Map([
  ['NameAlias', 'nameAlias'],
  ['Address', 'address'],
  ['BirthDate', 'birthdate'],
  ['Identification', 'identification'],
  ['Citizenship', 'citizenship'],
])
/** Columns whose name is not that of the XML's attribute with a capital letter. */
const ATTRIBUTES = new Map([
  ['Entity_EU_ReferenceNumber', 'euReferenceNumber'],
  ['BirthDate_BirthDate', 'birthdate'],
  ['BirthDate_Day', 'dayOfMonth'],
  ['BirthDate_Month', 'monthOfYear'],
  ['Identification_TypeCode', 'identificationTypeCode'],
  ['Identification_TypeDescription', 'identificationTypeDescription'],
])
/** More than ten times the rows of the official file. */
const MOST_ROWS = 2_000_000

/** The EU's financial sanctions list as CSV. */
export const euCsv = singleFile({
  id: 'eu-csv',
  title: 'EU consolidated financial sanctions list (csvFullSanctionsList_1_1)',
  accepts: (file) => {
    const { columns } = csvHeading(file, { delimiter: ';' })
    return columns.includes(ID) || (columns[0] === 'fileGenerationDate' && columns.some((column) => column.startsWith('Entity_')))
  },
  source: EU_SOURCE,
  entries: euEntries,
  expects: () => [EU_LIST],
})

/** A party while its rows come in: its parts by what they say, so that what is repeated stands once. */
type Party = { line: number; attributes: Map<string, string>; parts: Map<string, XmlElement> }

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* euEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const { columns } = csvHeading(file, { delimiter: ';' })
  const missing = NEEDED.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    throw new InputError(
      'bad-input',
      `${file.name}, line 1: looks like the EU financial sanctions list but lacks ${missing.join(', ')}. Nothing was imported. Download the whole file again, or take the XML (xmlFullSanctionsList_1_1).`,
    )
  }
  const shape = { columns: columns.length, expected: `${columns.length} as in the heading`, delimiter: ';', bareQuotes: true, mostRows: MOST_ROWS }
  const places = columns.map(placeOf)
  const parties = new Map<string, Party>()
  let heading = true
  for await (const rows of csvRows(file, shape, context.reading(file))) {
    for (const { cells, line } of rows) {
      if (heading) {
        heading = false
        continue
      }
      const values = new Map(columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
      const id = values.get(ID) ?? ''
      if (id === '')
        throw new InputError('bad-input', `${file.name}, line ${line}: the row has no ${ID}, expected the list's number of the party. Nothing was imported.`)
      const written = values.get('fileGenerationDate') ?? ''
      const generated = europeanDate(written) || calendarDate(written)
      if (generated !== '') context.dated(generated)
      const party = parties.get(id) ?? { line, attributes: new Map(), parts: new Map() }
      parties.set(id, party)
      addRow(party, cells, places, line)
    }
  }
  const nameless = namelessRecords(file, context)
  const entries: ListEntry[] = []
  for (const { line, attributes, parts } of parties.values()) {
    const entry = euEntry({ name: 'sanctionEntity', attributes: attributesOf(attributes), content: [...parts.values()], line }, context)
    if (entry.name === '') nameless(line, EU_LIST)
    else entries.push(entry)
  }
  yield entries
}

/** Where the value of a column stands in the XML: the element of the party, an element in that one, and the attribute. */
type Place = { element: string; inner: string; attribute: string }

function placeOf(column: string): Place {
  const [head = '', ...rest] = column.split('_')
  const last = ATTRIBUTES.get(column) ?? lowered(rest.at(-1) ?? column)
  const part = PARTS.get(head)
  const inner = rest[0] === 'Regulation' ? 'regulationSummary' : last === 'remark' ? 'remark' : ''
  if (part !== undefined) return { element: part, inner, attribute: inner === 'regulationSummary' ? regulationAttribute(last) : last }
  if (head !== 'Entity') return { element: '', inner: '', attribute: '' }
  if (rest[0] === 'Regulation') return { element: 'regulation', inner: '', attribute: regulationAttribute(last) }
  if (rest[0] === 'SubjectType') return { element: 'subjectType', inner: '', attribute: rest.length === 1 ? 'code' : last }
  return last === 'remark' ? { element: 'remark', inner: 'remark', attribute: last } : { element: '', inner: '', attribute: last }
}

const lowered = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
const regulationAttribute = (name: string): string => (name === 'type' ? 'regulationType' : name)

function addRow(party: Party, cells: string[], places: Place[], line: number): void {
  const elements = new Map<string, Map<string, Map<string, string>>>()
  for (const [index, { element, inner, attribute }] of places.entries()) {
    const value = (cells[index] ?? '').trim()
    if (value === '' || attribute === '') continue
    if (element === '') {
      party.attributes.set(attribute, value)
      continue
    }
    const inners = elements.get(element) ?? new Map<string, Map<string, string>>()
    elements.set(element, inners)
    inners.set(inner, (inners.get(inner) ?? new Map<string, string>()).set(attribute, value))
  }
  for (const [name, inners] of elements) {
    const key = JSON.stringify([name, [...inners].map(([inner, values]) => [inner, [...values]])])
    if (!party.parts.has(key)) party.parts.set(key, elementOf(name, inners, line))
  }
}

function elementOf(name: string, inners: Map<string, Map<string, string>>, line: number): XmlElement {
  const content: (string | XmlElement)[] = []
  for (const [inner, values] of inners) {
    if (inner === 'remark' && name === 'remark') content.push(values.get('remark') ?? '')
    else if (inner === 'remark') content.push({ name: inner, attributes: attributesOf(new Map()), content: [values.get('remark') ?? ''], line })
    else if (inner !== '') content.push({ name: inner, attributes: attributesOf(values), content: [], line })
  }
  return { name, attributes: attributesOf(inners.get('') ?? new Map()), content, line }
}

/** Attributes without a prototype, so that no column's name has powers. */
const attributesOf = (values: Map<string, string>): Record<string, string> => Object.assign(Object.create(null), Object.fromEntries(values))
