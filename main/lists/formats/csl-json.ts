/**
 * The Consolidated Screening List as JSON: `consolidated.json`, one object whose `results` are the records, with arrays
 * where the CSV joins texts by semicolons. The answer of the search service has the same shape and is taken when it is whole.
 */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate } from '../calendar-date.ts'
import type { ListFile } from '../list-file.ts'
import { readJson } from '../read-json.ts'
import { CSL_SOURCE, cslLists, cslReader } from './csl-entry.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

type Json = Record<string, unknown>

/** Parts of an address in the order in which the CSV joins them. */
const ADDRESS_PARTS = ['address', 'city', 'state', 'postal_code', 'country']
/** Parts of an identity document in the order in which the CSV joins them. */
const ID_PARTS = ['country', 'expiration_date', 'issue_date', 'number', 'type']

/** The Consolidated Screening List as JSON. */
export const cslJson = singleFile({
  id: 'csl-json',
  title: 'Consolidated Screening List (consolidated.json)',
  accepts: isCslJson,
  source: CSL_SOURCE,
  entries: cslEntries,
  expects: (_, sources) => cslLists(sources),
})

/** Whether the first record of a JSON object is one of the Consolidated Screening List. */
function isCslJson(file: ListFile): boolean {
  const head = file.head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return head.startsWith('{') && head.includes('"results"') && head.includes('"source"') && /"(alt_names|source_list_url|source_information_url)"/.test(head)
}

/** The listed parties of a file. Throws InputError `bad-input` with file and record, or `cancelled`. */
async function* cslEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const refuse = (what: string): never => {
    throw new InputError('bad-input', `${file.name}${what} Nothing was imported. Download the whole file again.`)
  }
  const whole = await readJson(file, context.reading(file))
  const results = isObject(whole) ? whole.results : undefined
  if (!isObject(whole) || !Array.isArray(results)) return refuse(': looks like the Consolidated Screening List but has no array "results".')
  const total = Number(whole.total ?? results.length)
  if (total !== results.length) refuse(` has ${results.length} of ${total} records: it is one page of a search and not the list.`)
  const performed = calendarDate(textOf(whole.search_performed_at))
  if (performed !== '') context.dated(performed)
  const reader = cslReader(file, context)
  const batch: ListEntry[] = []
  for (const [index, record] of results.entries()) {
    const place = `record ${index + 1}`
    if (!isObject(record)) return refuse(`, ${place}: is not an object.`)
    const value = (field: string): unknown => (Object.hasOwn(record, field) ? record[field] : undefined)
    const addresses = listOf(value('addresses')).map((address) => ({
      text: isObject(address) ? partsOf(address, ADDRESS_PARTS).join(', ').trim() : textOf(address),
      country: isObject(address) ? textOf(address.country) : '',
    }))
    // State's records give the country beside the name and have no address.
    const country = textOf(value('country'))
    if (country !== '') addresses.push({ text: '', country })
    const entry = reader.entry({
      place,
      text: (field) => textOf(value(field === '_id' && !Object.hasOwn(record, '_id') ? 'id' : field)),
      list: (field) =>
        listOf(value(field))
          .map((one) => (isObject(one) ? partsOf(one, ID_PARTS).join(', ').trim() : textOf(one)))
          .filter((text) => text !== ''),
      addresses: addresses.map((address) => ({
        text: address.text,
        country: /^[A-Z]{2}$/.test(address.country) ? address.country : context.country(address.country),
      })),
      fields: Object.entries(record)
        .filter(([field]) => field !== 'id' && field !== 'country')
        .map(([field, one]): [string, string] => [field, textOf(one)]),
    })
    if (entry !== undefined) batch.push(entry)
  }
  reader.end()
  yield batch
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value])

/** The named parts of an object first, then any that the format did not have before; blanks in them stay, as in the CSV. */
const partsOf = (object: Json, order: string[]): string[] =>
  [...order, ...Object.keys(object).filter((key) => !order.includes(key))]
    .map((key) => (Object.hasOwn(object, key) ? object[key] : ''))
    .map((part) => (typeof part === 'string' ? part : textOf(part)))
    .filter((text) => text.trim() !== '')

/** A value as the CSV would write it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('; ')
  }
  return isObject(value) ? partsOf(value, []).join(', ') : String(value).trim()
}
