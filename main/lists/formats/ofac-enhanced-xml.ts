/**
 * OFAC's Enhanced XML (SDN_ENHANCED.XML, CONS_ENHANCED.XML; schema ENHANCED_XML.xsd of the Sanctions List Service, root
 * "sanctionsData"). Numbers that only tie parts of the file to one another are not kept.
 */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import type { ListFile } from '../list-file.ts'
import { childElements, elementIn, elementsIn, innermostTexts, textIn, textOf, type XmlElement, xmlRecords, xmlRoot } from '../xml-records.ts'
import type { ImportContext } from './format.ts'
import {
  addAlias,
  addCountry,
  addFeature,
  addField,
  addressText,
  documentText,
  entriesByName,
  isoDayIn,
  kindOf,
  newParty,
  type OfacParty,
  ofacDay,
  partyKeeper,
} from './ofac.ts'
import { singleFile } from './single-file.ts'

const SHAPE = { root: 'sanctionsData', records: new Set(['publicationInfo', 'referenceValue', 'entity']) }

/** OFAC's Enhanced XML files. */
export const ofacEnhancedXml = singleFile({
  id: 'ofac-enhanced-xml',
  title: 'OFAC Enhanced XML (SDN_ENHANCED.XML, CONS_ENHANCED.XML)',
  accepts: (file) => xmlRoot(file) === SHAPE.root,
  source: 'OFAC Enhanced XML (Department of the Treasury)',
  entries: enhancedEntries,
})

/** Values by the number that the file refers to them by. */
type References = Map<string, { value: string; iso: string }>

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* enhancedEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const references: References = new Map()
  const { parties, keep } = partyKeeper(file, context)
  let whole = ''
  for await (const batch of xmlRecords(file, SHAPE, context.reading(file))) {
    for (const { element } of batch) {
      if (element.name === 'publicationInfo') whole = readPublication(element, file, context)
      else if (element.name === 'referenceValue')
        references.set(element.attributes.refId ?? '', { value: textIn(element, 'value'), iso: textIn(element, 'isoCode') })
      else if (element.attributes.action !== undefined)
        throw new InputError(
          'bad-input',
          `${file.name}, line ${element.line}: the file says what changed since another one and is not a whole list. Nothing was imported. Download SDN_ENHANCED.XML or CONS_ENHANCED.XML.`,
        )
      else keep(partyIn(element, references, context), element.line)
    }
  }
  if (parties.length > 0) yield entriesByName(parties, file, context, whole)
}

/** Takes the date of the file and says which of OFAC's two lists it is. Refuses a selection that somebody made: its lists would not be whole. */
function readPublication(element: XmlElement, file: ListFile, context: ImportContext): string {
  const day = isoDayIn(textIn(element, 'dataAsOf'))
  if (day !== '') context.dated(day)
  const { sdn, umbrella } = context.sources.ofacConsolidated
  const selected = childElements(elementIn(element, 'filters')).flatMap((filter) =>
    filter.name === 'sanctionsLists' ? childElements(filter).map(textOf) : innermostTexts(filter),
  )
  if (selected.length > 1 || selected.some((name) => name !== sdn && name !== umbrella))
    throw new InputError(
      'bad-input',
      `${file.name}, line ${element.line}: the file is a selection (${selected.join(', ').slice(0, 200)}) and not the whole ${sdn} or ${umbrella}. Nothing was imported. Download SDN_ENHANCED.XML or CONS_ENHANCED.XML.`,
    )
  return selected[0] ?? ''
}

function partyIn(element: XmlElement, references: References, context: ImportContext): OfacParty {
  const party = newParty(element.attributes.id ?? '')
  for (const part of childElements(element)) {
    const items = childElements(part)
    switch (part.name) {
      case 'generalInfo':
        readGeneral(party, items)
        break
      case 'sanctionsLists':
        for (const item of items) party.listed.push({ name: textOf(item), since: isoDayIn(item.attributes.datePublished ?? '') })
        break
      case 'sanctionsPrograms':
        for (const item of items) if (textOf(item) !== '') party.programmes.add(textOf(item))
        break
      case 'sanctionsTypes':
      case 'legalAuthorities':
        for (const item of items) addField(party, part.name, textOf(item))
        break
      case 'names':
        for (const item of items) addName(party, item)
        break
      case 'addresses':
        for (const item of items) addAddress(party, item, references, context)
        break
      case 'features':
        for (const item of items) addFeatureOf(party, item, references, context)
        break
      case 'identityDocuments':
        for (const item of items) addDocument(party, item)
        break
      case 'relationships':
        for (const item of items) addRelation(party, item)
        break
      default:
        addField(party, part.name, innermostTexts(part).join(', '))
    }
  }
  return party
}

function readGeneral(party: OfacParty, items: XmlElement[]): void {
  for (const item of items) {
    if (item.name === 'entityType') party.kind = kindOf(textOf(item))
    else if (item.name === 'remarks') party.remarks = textOf(item)
    else if (item.name !== 'identityId') addField(party, item.name, innermostTexts(item).join(', '))
  }
}

/** A name stands in one or more scripts; every script of it is a name to be found by. */
function addName(party: OfacParty, item: XmlElement): void {
  const weak = textIn(item, 'isLowQuality') === 'true'
  const isMain = textIn(item, 'isPrimary') === 'true'
  for (const translation of elementsIn(elementIn(item, 'translations'), 'translation')) {
    const name =
      textIn(translation, 'formattedFullName') ||
      elementsIn(elementIn(translation, 'nameParts'), 'namePart')
        .map((part) => textIn(part, 'value'))
        .join(' ')
    if (isMain && party.name === '' && textIn(translation, 'isPrimary') === 'true') party.name = name
    else addAlias(party, name, textIn(item, 'aliasType'), weak)
  }
}

function addAddress(party: OfacParty, item: XmlElement, references: References, context: ImportContext): void {
  const country = textIn(item, 'country')
  addCountry(party, country, context, references.get(elementIn(item, 'country')?.attributes.refId ?? '')?.iso)
  const translations = elementsIn(elementIn(item, 'translations'), 'translation')
  if (translations.length === 0 && country !== '') party.addresses.add(country)
  for (const translation of translations) {
    const address = { lines: [] as string[], city: '', state: '', postalCode: '', country }
    for (const part of elementsIn(elementIn(translation, 'addressParts'), 'addressPart')) {
      const value = textIn(part, 'value')
      const type = textIn(part, 'type')
      if (type === 'CITY') address.city = value
      else if (type === 'STATE/PROVINCE') address.state = value
      else if (type === 'POSTAL CODE') address.postalCode = value
      else if (type === 'REGION') {
        // The other formats write a region where a country stands.
        address.country = [`Region: ${value}`, country].filter((name) => name !== '').join(', ')
        addCountry(party, `Region: ${value}`, context)
      } else address.lines.push(value)
    }
    const text = addressText(address)
    if (text !== '') party.addresses.add(text)
  }
}

function addFeatureOf(party: OfacParty, item: XmlElement, references: References, context: ImportContext): void {
  const value = textIn(item, 'value') || references.get(textIn(item, 'valueRefId'))?.value || dateText(elementIn(item, 'valueDate'))
  addFeature(party, textIn(item, 'type'), value, context, joined([doubtful(textIn(item, 'reliability')), textIn(item, 'comments')]))
}

/** How reliable something is, where it is not simply confirmed. */
const doubtful = (reliability: string): string => (reliability === 'Confirmed' ? '' : reliability)

const READ_OF_DOCUMENT = new Set([
  'type',
  'name',
  'documentNumber',
  'isValid',
  'issueDate',
  'expirationDate',
  'issuingCountry',
  'issuingLocation',
  'issuingAuthority',
  'comments',
])

function addDocument(party: OfacParty, item: XmlElement): void {
  const country = textIn(item, 'issuingCountry')
  const place = textIn(item, 'issuingLocation')
  const holder = textIn(item, 'name')
  const text = documentText({
    type: textIn(item, 'type'),
    number: textIn(item, 'documentNumber'),
    country: country || place,
    issued: dateText(elementIn(item, 'issueDate')),
    expires: dateText(elementIn(item, 'expirationDate')),
    notes: [
      place === '' || country === '' || place === country ? '' : `issued in ${place}`,
      textIn(item, 'issuingAuthority'),
      textIn(item, 'isValid') === 'false' ? 'not valid' : '',
      holder === '' || holder === party.name ? '' : `in the name of ${holder}`,
      textIn(item, 'comments'),
      ...childElements(item)
        .filter((part) => !READ_OF_DOCUMENT.has(part.name))
        .map((part) => `${part.name} ${innermostTexts(part).join(', ')}`),
    ],
  })
  if (text !== '') party.ids.add(text)
}

function addRelation(party: OfacParty, item: XmlElement): void {
  const other = elementIn(item, 'relatedEntity')
  party.relations.push({ says: textIn(item, 'type'), entry: other?.attributes.entityId ?? '', name: textOf(other) })
  for (const part of childElements(item)) {
    if (part.name !== 'type' && part.name !== 'relatedEntity')
      addField(party, `relationship ${part.name}`, `${textOf(other)}: ${innermostTexts(part).join(', ')}`)
  }
}

/** A day, or a time from its first to its last possible day, as OFAC writes it. */
function dateText(element: XmlElement | undefined): string {
  const from = textIn(element, 'fromDateBegin')
  if (from === '') return day(textOf(element))
  const until = textIn(element, 'toDateEnd')
  const circa = textIn(element, 'isApproximate') === 'true' ? 'circa ' : ''
  return `${circa}${day(from)}${until === '' || until === from ? '' : ` to ${day(until)}`}`
}

const day = (text: string): string => {
  const iso = isoDayIn(text)
  return iso === '' ? text : ofacDay(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10))
}

const joined = (parts: string[]): string => parts.filter((part) => part !== '').join(', ')
