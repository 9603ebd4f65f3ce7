/**
 * The Consolidated Screening List of the International Trade Administration, whatever it is written in: one record for a
 * party and address group of one of the lists of Commerce, State and the Treasury, and the listing that it makes.
 */

import type { ListEntry, PartyKind } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate } from '../calendar-date.ts'
import { footnotesOf } from '../footnotes.ts'
import type { ListFile } from '../list-file.ts'
import type { ListSources } from '../list-sources.ts'
import type { ImportContext } from './format.ts'

export const CSL_SOURCE = 'Consolidated Screening List (International Trade Administration)'

/** Lists that a whole Consolidated Screening List always has. */
export const cslLists = (sources: ListSources): string[] =>
  sources.lists.filter((list) => list.csl !== undefined && list.discontinued !== true).map((list) => list.id)

/** Fields that hold one text. */
const TEXTS = [
  '_id',
  'source',
  'entity_number',
  'type',
  'name',
  'title',
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
  'source_information_url',
  'places_of_birth',
] as const
/** Fields that hold several. */
const LISTS = ['programs', 'alt_names', 'citizenships', 'dates_of_birth', 'nationalities', 'ids'] as const

/** Fields that a ListEntry has a place for; every other one is kept by its own name. */
const PLACED: ReadonlySet<string> = new Set([
  '_id',
  'source',
  'programs',
  'name',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'license_requirement',
  'license_policy',
  'remarks',
  'source_list_url',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'ids',
])
export type CslText = (typeof TEXTS)[number]
export type CslList = (typeof LISTS)[number]
export type CslRecord = {
  /** The row for messages: "line 7", "record 7". */
  place: string
  text: (field: CslText) => string
  list: (field: CslList) => string[]
  /** Each address as one text, and the country code that ends it. */
  addresses: { text: string; country: string }[]
  /** Names and texts of all fields of the record, those too that this program does not know. */
  fields: Iterable<[string, string]>
}

const MOST_WITHOUT_NAME = 100

/** Makes listings of the records of one file; call `end` after the last one for what is only known then. */
export function cslReader(file: ListFile, context: ImportContext): { entry: (record: CslRecord) => ListEntry | undefined; end: () => void } {
  const listOf = listFinder(context.sources)
  const unknownSources = new Map<string, number>()
  let nameless = 0
  return {
    entry: (record) => {
      const { text } = record
      const source = text('source')
      if (source === '') throw new InputError('bad-input', `${file.name}, ${record.place}: the row names no list in the column source. Nothing was imported.`)
      const list = listOf(source)
      if (list.other) unknownSources.set(list.id, (unknownSources.get(list.id) ?? 0) + 1)
      if (text('name') === '') {
        nameless += 1
        context.warn(`${file.name}, ${record.place}: a row of ${list.id} has no name and was left out.`)
        if (nameless > MOST_WITHOUT_NAME)
          throw new InputError('bad-input', `${file.name}: more than ${MOST_WITHOUT_NAME} rows have no name. Nothing was imported.`)
        return undefined
      }
      return listing(record, list.id, context)
    },
    end: () => {
      for (const [id, count] of unknownSources)
        context.warn(`${file.name}: ${count} rows belong to a list that Licet does not know, "${id}". They are screened under that name.`)
    },
  }
}

function listing(record: CslRecord, list: string, context: ImportContext): ListEntry {
  const { text } = record
  const start = calendarDate(text('start_date'))
  const end = calendarDate(text('end_date'))
  if (start !== '') context.dated(start)
  const countries = new Set<string>()
  for (const place of record.addresses) if (place.country !== '') countries.add(place.country)
  for (const code of [...record.list('citizenships'), ...record.list('nationalities')]) {
    const country = /^[A-Z]{2}$/.test(code) ? code : context.country(code)
    if (country !== '') countries.add(country)
  }
  const id = text('_id') || text('entity_number') || record.place.replace(' ', '-')
  const kind = kindOf(text('type'))
  const fields = new Map<string, string>()
  for (const [field, value] of record.fields) if (!PLACED.has(field) && value !== '') fields.set(field, value)
  if (text('entity_number') === id) fields.delete('entity_number')
  if (kind !== 'unknown') fields.delete('type')
  // A date that the calendar does not have is kept as it is written.
  if (start === '' && text('start_date') !== '') fields.set('start_date', text('start_date'))
  if (end === '' && text('end_date') !== '') fields.set('end_date', text('end_date'))
  const requirement = text('license_requirement')
  return {
    list,
    entry: id,
    kind,
    name: text('name'),
    aliases: record
      .list('alt_names')
      .map((name) => name.replace(/^and\s+/i, ''))
      .filter((name) => name !== ''),
    weakAliases: [],
    addresses: record.addresses.map((place) => place.text).filter((address) => address !== ''),
    countries: [...countries],
    dates: record.list('dates_of_birth'),
    ids: record.list('ids'),
    programmes: record.list('programs'),
    remarks: text('remarks'),
    licenceRequirement: requirement,
    licencePolicy: text('license_policy'),
    citation: text('federal_register_notice'),
    startDate: start,
    endDate: end,
    footnotes: list === 'EL' ? footnotesOf(requirement, context.sources.footnotes) : [],
    url: text('source_list_url') || text('source_information_url'),
    fields: Object.fromEntries(fields),
  }
}

/** Maps the publisher's long name of a list to its id; a list not known keeps the abbreviation in its brackets. */
function listFinder(sources: ListSources): (source: string) => { id: string; other: boolean } {
  const found = new Map<string, { id: string; other: boolean }>()
  return (source) => {
    const known = found.get(source)
    if (known !== undefined) return known
    const name = source.replace(/\s+-\s+[^-]+$/, '').trim()
    const list = sources.lists.find(({ csl }) => csl !== undefined && (csl.toLowerCase() === name.toLowerCase() || abbreviation(csl) === abbreviation(name)))
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
