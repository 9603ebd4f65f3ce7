/** The UK Sanctions List in XML: a designation is an element, and what it has several of stands in elements of its own. */

import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate, europeanDate } from '../calendar-date.ts'
import { distinct } from '../kept-fields.ts'
import type { ListFile } from '../list-file.ts'
import { namelessRecords } from '../nameless.ts'
import { textIn, textOf, type XmlElement, xmlRecords, xmlRoot } from '../xml-records.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'
import { addValues, newDesignation, UK_LIST, UK_SOURCE, type UkDesignation, ukEntry } from './uk-designation.ts'

const ROOT = 'Designations'
const RECORD = 'Designation'
const GENERATED = 'DateGenerated'
const SHAPE = { root: ROOT, records: new Set([RECORD, GENERATED]) }
/** Columns of the CSV by the element that holds their value, where the element's words are not those of the column. */
const COLUMNS = new Map([
  ['LastUpdated', 'Last Updated'],
  ['DateDesignated', 'Date Designated'],
  ['OFSIGroupID', 'OFSI Group ID'],
  ['UNReferenceNumber', 'UN Reference Number'],
  ['RegimeName', 'Regime Name'],
  ['IndividualEntityShip', 'Designation Type'],
  ['DesignationSource', 'Designation source'],
  ['SanctionsImposed', 'Sanctions Imposed'],
  ['OtherInformation', 'Other Information'],
  ['UKStatementofReasons', 'UK Statement of Reasons'],
  ['PhoneNumber', 'Phone number'],
  ['EmailAddress', 'Email address'],
  ['DOB', 'D.O.B'],
  ['Nationality', 'Nationality(/ies)'],
  ['TypeOfEntity', 'Type of entity'],
  ['Subsidiary', 'Subsidiaries'],
  ['ParentCompany', 'Parent company'],
  ['BusinessRegistrationNumber', 'Business registration number (s)'],
  ['IMONumber', 'IMO number'],
  ['CurrentOwnerOperator', 'Current owner/operator (s)'],
  ['PreviousOwnerOperator', 'Previous owner/operator (s)'],
  ['CurrentBelievedFlagOfShip', 'Current believed flag of ship'],
  ['PreviousFlag', 'Previous flags'],
  ['TypeOfShip', 'Type of ship'],
  ['TonnageOfShip', 'Tonnage of ship'],
  ['LengthOfShip', 'Length of ship'],
  ['YearBuilt', 'Year Built'],
  ['HullIdentificationNumber', 'Hull identification number (HIN)'],
])
const NAME_PARTS = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6']
const ADDRESS_PARTS = ['AddressLine1', 'AddressLine2', 'AddressLine3', 'AddressLine4', 'AddressLine5', 'AddressLine6', 'AddressPostalCode', 'AddressCountry']

/** The UK Sanctions List as XML. */
export const ukXml = singleFile({
  id: 'uk-xml',
  title: 'UK Sanctions List (UK-Sanctions-List.xml)',
  accepts: (file) => xmlRoot(file) === ROOT,
  source: UK_SOURCE,
  entries: ukEntries,
  expects: () => [UK_LIST],
})

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* ukEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const nameless = namelessRecords(file, context)
  for await (const records of xmlRecords(file, SHAPE, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { element } of records) {
      if (element.name === GENERATED) {
        const generated = europeanDate(textOf(element)) || calendarDate(textOf(element))
        if (generated !== '') context.dated(generated)
        continue
      }
      const id = textIn(element, 'UniqueID')
      if (id === '') throw new InputError('bad-input', `${file.name}, line ${element.line}: the ${RECORD} has no UniqueID. Nothing was imported.`)
      const designation = newDesignation(id, element.line)
      for (const part of elementsOf(element)) gather(designation, part)
      const entry = ukEntry(designation, context)
      if (entry.name === '') nameless(element.line, UK_LIST)
      else batch.push(entry)
    }
    yield batch
  }
}

const elementsOf = (element: XmlElement): XmlElement[] => element.content.filter((part): part is XmlElement => typeof part !== 'string')
const joined = (element: XmlElement, parts: string[], by: string): string => distinct(parts.map((part) => textIn(element, part))).join(by)

/** Adds what an element says to the designation: a group in its place, a container by what it holds, a text by its column. */
function gather(designation: UkDesignation, element: XmlElement): void {
  const text = (name: string): string => textIn(element, name)
  switch (element.name) {
    case 'UniqueID':
      return
    case 'Name':
      designation.names.push({
        name: NAME_PARTS.map(text)
          .filter((part) => part !== '')
          .join(' '),
        type: text('NameType'),
        strength: text('AliasStrength'),
      })
      return
    case 'NonLatinName':
      designation.otherScript.push({ name: text('NameNonLatinScript'), about: joined(element, ['NonLatinScriptType', 'NonLatinScriptLanguage'], ', ') })
      return
    case 'Address':
      designation.addresses.push({ text: joined(element, ADDRESS_PARTS, ', '), country: text('AddressCountry') })
      return
    case 'Passport':
      designation.documents.push({ kind: 'Passport', number: text('PassportNumber'), about: text('PassportAdditionalInformation') })
      return
    case 'NationalIdentifier':
      designation.documents.push({
        kind: 'National Identifier',
        number: text('NationalIdentifierNumber'),
        about: text('NationalIdentifierAdditionalInformation'),
      })
      return
    case 'Location':
      designation.birthplaces.push(joined(element, ['TownOfBirth', 'CountryOfBirth'], ', '))
      return
    case 'SanctionsImposedIndicators':
      addValues(
        designation,
        element.name,
        elementsOf(element)
          .filter((part) => textOf(part).toLowerCase() === 'true')
          .map(({ name }) => name),
      )
      return
    default: {
      const inner = elementsOf(element)
      if (inner.length > 0) for (const part of inner) gather(designation, part)
      else addValues(designation, COLUMNS.get(element.name) ?? element.name, textOf(element).split('|'))
    }
  }
}
