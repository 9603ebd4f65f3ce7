/**
 * The consolidated list of the United Nations Security Council in XML: individuals and entities, each with its names in up to
 * four parts, aliases graded by quality, and empty elements where nothing is known.
 */

import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate } from '../calendar-date.ts'
import { countriesNamed } from '../countries.ts'
import { distinct, KeptFields, saidBy } from '../kept-fields.ts'
import type { ListFile } from '../list-file.ts'
import { namelessRecords } from '../nameless.ts'
import { severalNames } from '../several-names.ts'
import { elementsIn, textIn, textOf, type XmlElement, type XmlRecord, xmlRecords, xmlRoot } from '../xml-records.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

const LIST = 'UN'
const ROOT = 'CONSOLIDATED_LIST'
const SHAPE = { root: ROOT, records: new Set(['INDIVIDUAL', 'ENTITY']) }
const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
/** Elements that have a place of their own in an entry, in whole. */
const PLACED = new Set([...NAME_PARTS, 'DATAID', 'NAME_ORIGINAL_SCRIPT', 'UN_LIST_TYPE', 'REFERENCE_NUMBER', 'COMMENTS1'])

/** The consolidated list of the Security Council. */
export const unXml = singleFile({
  id: 'un-xml',
  title: 'UN Security Council consolidated list (consolidated.xml)',
  accepts: (file) => xmlRoot(file) === ROOT,
  source: 'Consolidated list (United Nations Security Council)',
  entries: unEntries,
  expects: () => [LIST],
})

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* unEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const nameless = namelessRecords(file, context)
  for await (const records of xmlRecords(file, SHAPE, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { element, within } of records) {
      const generated = calendarDate(within[0]?.attributes.dateGenerated ?? '')
      if (generated !== '') context.dated(generated)
      const entry = unEntry(file, element, context)
      if (entry.name === '') nameless(element.line, LIST)
      else batch.push(entry)
    }
    yield batch
  }
}

function unEntry(file: ListFile, element: XmlRecord['element'], context: ImportContext): ListEntry {
  const id = textIn(element, 'DATAID')
  if (id === '') {
    throw new InputError(
      'bad-input',
      `${file.name}, line ${element.line}: the record has no DATAID, expected the Security Council's number of the party. Nothing was imported.`,
    )
  }
  const name = NAME_PARTS.map((part) => textIn(element, part))
    .filter((part) => part !== '')
    .join(' ')
  const reference = textIn(element, 'REFERENCE_NUMBER')
  const names = namesOf(element, name)
  const addresses = elementsEndingIn(element, '_ADDRESS')
  const nationalities = elementsIn(element, 'NATIONALITY').flatMap((one) => elementsIn(one, 'VALUE').map(textOf))
  const countries = countriesNamed([...addresses.map((address) => textIn(address, 'COUNTRY')), ...nationalities], context.country)
  const documents = elementsEndingIn(element, '_DOCUMENT')
  const listed = textIn(element, 'LISTED_ON')
  for (const updated of elementsIn(element, 'LAST_DAY_UPDATED').flatMap((one) => elementsIn(one, 'VALUE').map(textOf))) {
    const date = calendarDate(updated)
    if (date !== '') context.dated(date)
  }
  return {
    list: LIST,
    entry: id,
    kind: element.name === 'INDIVIDUAL' ? 'person' : 'entity',
    name: name === '' ? (names.strong[0] ?? names.weak[0] ?? '') : name,
    aliases: names.strong,
    weakAliases: names.weak,
    addresses: distinct(addresses.map(addressOf)),
    countries,
    dates: distinct(elementsEndingIn(element, '_DATE_OF_BIRTH').map(birthOf)),
    ids: distinct([...documents.map(identityOf), reference]),
    programmes: distinct([textIn(element, 'UN_LIST_TYPE')]),
    remarks: textIn(element, 'COMMENTS1'),
    licenceRequirement: '',
    licencePolicy: '',
    citation: reference,
    startDate: calendarDate(listed),
    endDate: '',
    footnotes: [],
    url: '',
    fields: fieldsOf(element, calendarDate(listed) === listed),
  }
}

const elementsEndingIn = (element: XmlElement, ending: string): XmlElement[] =>
  element.content.filter((part): part is XmlElement => typeof part !== 'string' && part.name.endsWith(ending))

/**
 * Aliases by their quality. Low ones are weak; good, formerly used and ungraded ones are strong. The names that a field or a
 * note holds beside others are aliases too: they are what a search must find.
 */
function namesOf(element: XmlElement, name: string): { strong: string[]; weak: string[] } {
  const strong: string[] = [...severalNames(name)]
  const weak: string[] = []
  for (const original of elementsIn(element, 'NAME_ORIGINAL_SCRIPT').map(textOf)) strong.push(original, ...severalNames(original))
  for (const alias of elementsEndingIn(element, '_ALIAS')) {
    const written = textIn(alias, 'ALIAS_NAME')
    const names = [written, ...severalNames(written), ...namesInNote(textIn(alias, 'NOTE'))]
    ;(textIn(alias, 'QUALITY').toLowerCase() === 'low' ? weak : strong).push(...names)
  }
  const all = distinct(strong).filter((alias) => alias !== name)
  return { strong: all, weak: distinct(weak).filter((alias) => alias !== name && !all.includes(alias)) }
}

/** Words of a script that is not Latin, one after the other. */
const OTHER_SCRIPT = /(?:(?!\p{Script=Latin})\p{L}[\p{M}'’‘-]*)+(?:[\s-]+(?:(?!\p{Script=Latin})\p{L}[\p{M}'’‘-]*)+)*/gu

/** Names in the note on an alias: its spelling in its own script, and spellings joined by semicolons. */
function namesInNote(note: string): string[] {
  const spellings = [note, ...[...note.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] as string)]
    .filter((text) => text.includes(';') && !/[\d:]/.test(text) && !text.includes('('))
    .flatMap(severalNames)
  return [...(note.match(OTHER_SCRIPT) ?? []), ...spellings]
}

/** An address in one line, from the street to the country, with its note in brackets. */
function addressOf(address: XmlElement): string {
  const parts = distinct(['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map((part) => textIn(address, part)))
  const note = textIn(address, 'NOTE')
  return `${parts.join(', ')}${note === '' ? '' : ` (${note})`}`
}

/** A date of birth as far as it is known: a day, a year, or a range of years, and how sure the list is of it. */
function birthOf(birth: XmlElement): string {
  const text = (name: string): string => textIn(birth, name)
  const range = [text('FROM_YEAR'), text('TO_YEAR')].filter((year) => year !== '').join(' to ')
  const date = text('DATE') || text('YEAR') || range
  const sure = text('TYPE_OF_DATE').toUpperCase() === 'APPROXIMATELY' && date !== '' ? `circa ${date}` : date
  const note = text('NOTE')
  return note === '' ? sure : `${sure} (${note})`
}

/** A document as its kind, number and country; nothing when it has no number. Its dates and notes are kept in the fields. */
function identityOf(document: XmlElement): string {
  const number = textIn(document, 'NUMBER')
  const country = textIn(document, 'ISSUING_COUNTRY') || textIn(document, 'COUNTRY_OF_ISSUE')
  const kind = textIn(document, 'TYPE_OF_DOCUMENT') || textIn(document, 'TYPE_OF_DOCUMENT2')
  return number === '' ? '' : `${kind} ${number}${country === '' ? '' : ` (${country})`}`
}

function fieldsOf(element: XmlElement, dated: boolean): Record<string, string> {
  const fields = new KeptFields()
  for (const part of element.content) {
    if (typeof part === 'string' || PLACED.has(part.name) || part.name.endsWith('_ADDRESS') || (part.name === 'LISTED_ON' && dated)) continue
    const values = elementsIn(part, 'VALUE')
    if (values.length > 0) fields.add(part.name, ...values.map(textOf))
    else fields.add(part.name, saidBy(part))
  }
  return fields.record()
}
