/** A party of the European Union's financial sanctions list, as its XML says it; the CSV is brought into the same shape. */

import type { ListEntry, PartyKind } from '#shared/domain/screening.ts'
import { calendarDate } from '../calendar-date.ts'
import { distinct, KeptFields, saidBy } from '../kept-fields.ts'
import { severalNames } from '../several-names.ts'
import { elementIn, elementsIn, textOf, type XmlElement } from '../xml-records.ts'
import type { ImportContext } from './format.ts'

export const EU_LIST = 'EU'
export const EU_SOURCE = 'Consolidated list of financial sanctions (European Commission)'

/** The list's code for a country that is not known. */
const UNKNOWN_COUNTRY = '00'
const SUMMARY = 'regulationSummary'

/**
 * The entry of a `sanctionEntity`. An alias is weak only where the list says that it is not strong. The name is the first
 * strong one in Latin letters, so that an officer can read it; a party without any name has an empty one.
 */
export function euEntry(element: XmlElement, context: ImportContext): ListEntry {
  const { attributes } = element
  const aliases = elementsIn(element, 'nameAlias').map((alias) => ({ name: nameOf(alias), weak: alias.attributes.strong?.toLowerCase() === 'false' }))
  const strong = distinct(aliases.filter(({ weak }) => !weak).flatMap(({ name }) => [name, ...severalNames(name)]))
  const weak = distinct(aliases.filter((alias) => alias.weak).flatMap(({ name }) => [name, ...severalNames(name)])).filter((name) => !strong.includes(name))
  const name = strong.find((one) => /\p{Script=Latin}/u.test(one)) ?? strong[0] ?? weak[0] ?? ''
  const regulations = elementsIn(element, 'regulation')
  const addresses = elementsIn(element, 'address')
  const reference = attributes.euReferenceNumber ?? ''
  const designated = attributes.designationDate ?? ''
  return {
    list: EU_LIST,
    entry: reference || (attributes.logicalId ?? ''),
    kind: kindOf(elementIn(element, 'subjectType')),
    name,
    aliases: strong.filter((alias) => alias !== name),
    weakAliases: weak.filter((alias) => alias !== name),
    addresses: distinct(addresses.map(addressOf)),
    countries: distinct([...addresses, ...elementsIn(element, 'citizenship')].map((place) => countryCode(place, context))),
    dates: distinct(elementsIn(element, 'birthdate').map(birthOf)),
    ids: distinct([...elementsIn(element, 'identification').map(identityOf), reference, attributes.unitedNationId ?? '']),
    programmes: distinct(regulations.map((regulation) => regulation.attributes.programme ?? '')),
    remarks: distinct([...elementsIn(element, 'remark').map(textOf), attributes.designationDetails ?? '']).join(' '),
    licenceRequirement: '',
    licencePolicy: '',
    citation: distinct(
      regulations.map(({ attributes: { numberTitle = '', publicationDate = '' } }) => [numberTitle, publicationDate].filter((text) => text !== '').join(', ')),
    ).join('; '),
    startDate: calendarDate(designated),
    endDate: '',
    footnotes: [],
    url: regulations.map(urlOf).find((url) => url !== '') ?? '',
    fields: fieldsOf(element),
  }
}

function nameOf({ attributes }: XmlElement): string {
  const { wholeName = '', firstName = '', middleName = '', lastName = '' } = attributes
  return wholeName.trim() || [firstName, middleName, lastName].filter((part) => part.trim() !== '').join(' ')
}

/** Publishers' files give the kind as a word and as a letter, the CSV the other way round. */
function kindOf(subject: XmlElement | undefined): PartyKind {
  const given = Object.values(subject?.attributes ?? {}).map((value) => value.trim().toLowerCase())
  if (given.includes('person') || given.includes('p')) return 'person'
  return given.includes('enterprise') || given.includes('e') ? 'entity' : 'unknown'
}

const urlOf = (regulation: XmlElement): string => textOf(elementIn(regulation, 'publicationUrl')) || (regulation.attributes.publicationUrl ?? '')

const isKnown = ({ attributes }: XmlElement): boolean => attributes.countryIso2Code !== UNKNOWN_COUNTRY

function countryCode(place: XmlElement, context: ImportContext): string {
  const code = place.attributes.countryIso2Code?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(code) ? code : isKnown(place) ? context.country(place.attributes.countryDescription ?? '') : ''
}

/** An address in one line, from the street to the country, with its remarks in brackets. */
function addressOf(address: XmlElement): string {
  const { street = '', poBox = '', place = '', city = '', zipCode = '', region = '', countryDescription = '' } = address.attributes
  const parts = distinct([street, poBox === '' ? '' : `PO Box ${poBox}`, place, city, zipCode, region, isKnown(address) ? countryDescription : ''])
  const remarks = distinct(elementsIn(address, 'remark').map(textOf))
  return parts.join(', ') + remarks.map((remark) => ` (${remark})`).join('')
}

/** A date of birth as far as it is known. Day, month and year stand in the calendar that is named, the date itself in ours. */
function birthOf({ attributes }: XmlElement): string {
  const { birthdate = '', year = '', monthOfYear = '', dayOfMonth = '', yearRangeFrom = '', yearRangeTo = '', circa = '', calendarType = '' } = attributes
  const parts = [year, monthOfYear, dayOfMonth].map((part) => part.trim().padStart(2, '0'))
  const known = year === '' ? '' : parts.slice(0, monthOfYear === '' ? 1 : dayOfMonth === '' ? 2 : 3).join('-')
  const range = [yearRangeFrom, yearRangeTo].filter((part) => part !== '').join(' to ')
  const other = calendarType !== '' && calendarType.toUpperCase() !== 'GREGORIAN'
  const date = other ? [birthdate, known === '' ? '' : `(${calendarType} ${known})`].filter((part) => part !== '').join(' ') : birthdate || known
  const text = date || range
  return text !== '' && circa.toLowerCase() === 'true' ? `circa ${text}` : text
}

/** A document as its kind, number and country; nothing when it has no number. What else is said of it is kept in the fields. */
function identityOf(document: XmlElement): string {
  const {
    number = '',
    latinNumber = '',
    identificationTypeCode = '',
    identificationTypeDescription = '',
    countryDescription = '',
    countryIso2Code = '',
  } = document.attributes
  const numbers = distinct([number, latinNumber]).join(' ')
  const country = isKnown(document) ? countryDescription || countryIso2Code : ''
  return numbers === '' ? '' : `${identificationTypeDescription || identificationTypeCode} ${numbers}${country === '' ? '' : ` (${country})`}`
}

/** Everything that the list says, part by part; the regulations that stand under each part once, by their numbers. */
function fieldsOf(element: XmlElement): Record<string, string> {
  const fields = new KeptFields()
  for (const [name, value] of Object.entries(element.attributes)) fields.add(name, value)
  for (const part of element.content) {
    if (typeof part === 'string' || part.name === 'remark') continue
    const summaries = elementsIn(part, SUMMARY)
    const numbers = distinct(summaries.map((summary) => summary.attributes.numberTitle ?? ''))
    fields.add(part.name, [saidBy(part, new Set([SUMMARY])), ...numbers.map((number) => `${SUMMARY} ${number}`)].filter((text) => text !== '').join('; '))
    fields.add(SUMMARY, ...summaries.map((summary) => saidBy(summary)))
  }
  return fields.record()
}
