/**
 * OFAC's classic XML (SDN.XML, CONSOLIDATED.XML; schema "sdnList"). Both of its namespaces, http://tempuri.org/sdnList.xsd and
 * that of the Sanctions List Service, are read: only local names count.
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
  entriesByRules,
  isIdentifier,
  isoDay,
  kindOf,
  linkedIn,
  newParty,
  type OfacParty,
  partyKeeper,
} from './ofac.ts'
import { singleFile } from './single-file.ts'

const SHAPE = { root: 'sdnList', records: new Set(['publshInformation', 'sdnEntry']) }
/** Elements of an entry that are read one by one; any other is kept as a field. */
const READ = new Set([
  'uid',
  'firstName',
  'lastName',
  'title',
  'sdnType',
  'remarks',
  'programList',
  'idList',
  'akaList',
  'addressList',
  'nationalityList',
  'citizenshipList',
  'dateOfBirthList',
  'placeOfBirthList',
  'vesselInfo',
])
/** OFAC's names of a vessel's particulars here, and the names of the same ones elsewhere. */
const VESSEL: Record<string, string> = {
  callSign: 'Vessel Call Sign',
  vesselType: 'Vessel Type',
  vesselFlag: 'Vessel Flag',
  vesselOwner: 'Vessel Owner',
  tonnage: 'Vessel Tonnage',
  grossRegisteredTonnage: 'Vessel Gross Registered Tonnage',
}

/** OFAC's classic XML files. */
export const ofacXml = singleFile({
  id: 'ofac-xml',
  title: 'OFAC XML (SDN.XML, CONSOLIDATED.XML)',
  accepts: (file) => xmlRoot(file) === SHAPE.root,
  source: 'OFAC XML files (Department of the Treasury)',
  entries: ofacXmlEntries,
})

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* ofacXmlEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const { parties, keep } = partyKeeper(file, context)
  let read = 0
  let stated = ''
  for await (const batch of xmlRecords(file, SHAPE, context.reading(file))) {
    for (const { element } of batch) {
      if (element.name === 'publshInformation') {
        const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(textIn(element, 'Publish_Date'))
        const day = date === null ? '' : isoDay(Number(date[3]), Number(date[1]), Number(date[2]))
        if (day !== '') context.dated(day)
        stated = textIn(element, 'Record_Count')
      } else {
        read += 1
        keep(partyIn(element, context), element.line)
      }
    }
  }
  if (/^\d+$/.test(stated) && Number(stated) !== read) {
    throw new InputError(
      'bad-input',
      `${file.name} says that it has ${stated} records and has ${read}. It is not whole. Nothing was imported. Download it again.`,
    )
  }
  if (parties.length > 0) yield entriesByRules(parties, context.sources)
}

function partyIn(element: XmlElement, context: ImportContext): OfacParty {
  const party = newParty(textIn(element, 'uid'))
  party.kind = kindOf(textIn(element, 'sdnType'))
  party.name = nameIn(element)
  party.remarks = textIn(element, 'remarks')
  party.relations = linkedIn(party.remarks)
  for (const programme of items(element, 'programList')) if (textOf(programme) !== '') party.programmes.add(textOf(programme))
  for (const aka of items(element, 'akaList')) addAlias(party, nameIn(aka), textIn(aka, 'type'), textIn(aka, 'category').toLowerCase() === 'weak')
  for (const address of items(element, 'addressList')) {
    const country = textIn(address, 'country')
    const text = addressText({
      lines: ['address1', 'address2', 'address3'].map((line) => textIn(address, line)),
      city: textIn(address, 'city'),
      state: textIn(address, 'stateOrProvince'),
      postalCode: textIn(address, 'postalCode'),
      country,
    })
    if (text !== '') party.addresses.add(text)
    addCountry(party, country, context)
  }
  for (const birth of items(element, 'dateOfBirthList')) addFeature(party, 'Birthdate', textIn(birth, 'dateOfBirth'), context)
  for (const birth of items(element, 'placeOfBirthList')) addFeature(party, 'Place of Birth', textIn(birth, 'placeOfBirth'), context)
  for (const nationality of items(element, 'nationalityList')) addFeature(party, 'Nationality Country', textIn(nationality, 'country'), context)
  for (const citizenship of items(element, 'citizenshipList')) addFeature(party, 'Citizenship Country', textIn(citizenship, 'country'), context)
  for (const id of items(element, 'idList')) addId(party, id, context)
  addField(party, 'title', textIn(element, 'title'))
  for (const particular of childElements(elementIn(element, 'vesselInfo'))) {
    addFeature(party, Object.hasOwn(VESSEL, particular.name) ? (VESSEL[particular.name] as string) : `Vessel ${particular.name}`, textOf(particular), context)
  }
  for (const other of childElements(element)) if (!READ.has(other.name)) addField(party, other.name, innermostTexts(other).join(', '))
  return party
}

/** Identity documents stand in one list with what else OFAC says of a party; only documents have a country and days. */
function addId(party: OfacParty, id: XmlElement, context: ImportContext): void {
  const type = textIn(id, 'idType')
  const number = textIn(id, 'idNumber')
  if (!isIdentifier(type, context.sources)) {
    addFeature(party, type, number, context, textIn(id, 'idCountry'))
    return
  }
  const text = documentText({
    type,
    number,
    country: textIn(id, 'idCountry'),
    issued: textIn(id, 'issueDate'),
    expires: textIn(id, 'expirationDate'),
  })
  if (text !== '') party.ids.add(text)
}

/** A name as OFAC writes it: the last name, or the whole name of what is no person, before the first. */
const nameIn = (element: XmlElement): string => [textIn(element, 'lastName'), textIn(element, 'firstName')].filter((part) => part !== '').join(', ')

const items = (element: XmlElement, list: string): XmlElement[] => elementsIn(element, list).flatMap(childElements)
