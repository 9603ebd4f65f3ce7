/**
 * Writes the derived copies of the EU and UK lists in the forms that their publishers use, for tests: the whole files are not
 * at hand in those forms.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { referenceFile } from '#main/core/reference-data.ts'

type Value = string | number | boolean
type Record_ = { [name: string]: Value | Record_ | Record_[] | Value[] | undefined }

/** The records of a copy that has one object a line. */
export const copyOf = (file: string): Record_[] =>
  gunzipSync(readFileSync(referenceFile(file)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record_)

export type { Record_ as CopyRecord }

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;')
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const listIn = (record: Record_, name: string): Record_[] => (Array.isArray(record[name]) ? (record[name] as Record_[]) : [])
const textIn = (record: Record_, name: string): string => (record[name] === undefined ? '' : String(record[name]))

const EU_PARTS: [string, string][] = [
  ['name_aliases', 'nameAlias'],
  ['citizenships', 'citizenship'],
  ['birthdates', 'birthdate'],
  ['addresses', 'address'],
  ['identifications', 'identification'],
]

/** The records of the EU copy as XML 1.1: every value an attribute but remarks and addresses of regulations. */
export function euXmlOf(records: Record_[]): string {
  const element = (name: string, record: Record_, inner = ''): string => {
    const attributes = Object.entries(record)
      .filter(([, value]) => typeof value !== 'object')
      .map(([key, value]) => ` ${camel(key)}="${escaped(String(value))}"`)
    return `<${name}${attributes.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}\n`
  }
  const entity = (record: Record_): string => {
    const { remark, publication_url: _, ...own } = record
    const regulations = listIn(record, 'regulations').map(({ publication_url: url, ...regulation }) =>
      element('regulation', regulation, `<publicationUrl>${escaped(String(url ?? ''))}</publicationUrl>`),
    )
    const parts = EU_PARTS.flatMap(([list, name]) =>
      listIn(record, list).map((part) =>
        element(
          name,
          part,
          listIn(part, 'regulation_summaries')
            .map((summary) => element('regulationSummary', summary))
            .join(''),
        ),
      ),
    )
    const inner = [
      remark === undefined ? '' : `<remark>${escaped(String(remark))}</remark>`,
      ...regulations,
      element('subjectType', record.subject_type as Record_),
      ...parts,
    ]
    return element('sanctionEntity', own, inner.join(''))
  }
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-02-26T21:24:35.826+01:00" globalFileId="1">\n${records.map(entity).join('')}</export>\n`
}

const EU_ENTITY_COLUMNS = [
  'Entity_LogicalId',
  'Entity_EU_ReferenceNumber',
  'Entity_UnitedNationId',
  'Entity_DesignationDetails',
  'Entity_Remark',
  'Entity_SubjectType',
  'Entity_SubjectType_ClassificationCode',
  'Entity_Regulation_NumberTitle',
  'Entity_Regulation_PublicationDate',
  'Entity_Regulation_Programme',
  'Entity_Regulation_PublicationUrl',
]
const EU_PART_COLUMNS: [string, Record<string, string>][] = [
  [
    'name_aliases',
    { NameAlias_LastName: 'last_name', NameAlias_FirstName: 'first_name', NameAlias_WholeName: 'whole_name', NameAlias_LogicalId: 'logical_id' },
  ],
  ['addresses', { Address_City: 'city', Address_Street: 'street', Address_CountryIso2Code: 'country_iso2_code', Address_LogicalId: 'logical_id' }],
  ['birthdates', { BirthDate_BirthDate: 'birthdate', BirthDate_Day: 'day_of_month', BirthDate_Month: 'month_of_year', BirthDate_Year: 'year' }],
  ['identifications', { Identification_Number: 'number', Identification_TypeCode: 'identification_type_code', Identification_LogicalId: 'logical_id' }],
  ['citizenships', { Citizenship_CountryIso2Code: 'country_iso2_code', Citizenship_LogicalId: 'logical_id' }],
]

/** The records of the EU copy as CSV 1.1: a row for each part of a party. Only columns that the copy has values for. */
export function euCsvOf(records: Record_[]): string {
  const columns = ['fileGenerationDate', ...EU_ENTITY_COLUMNS, ...EU_PART_COLUMNS.flatMap(([, names]) => Object.keys(names))]
  const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const rows = records.flatMap((record) => {
    const [regulation = {}] = listIn(record, 'regulations')
    const subject = record.subject_type as Record_
    const own = new Map([
      ['fileGenerationDate', '26/02/2026'],
      ['Entity_LogicalId', textIn(record, 'logical_id')],
      ['Entity_EU_ReferenceNumber', textIn(record, 'eu_reference_number')],
      ['Entity_UnitedNationId', textIn(record, 'united_nation_id')],
      ['Entity_DesignationDetails', textIn(record, 'designation_details')],
      ['Entity_Remark', textIn(record, 'remark')],
      ['Entity_SubjectType', textIn(subject, 'classification_code')],
      ['Entity_SubjectType_ClassificationCode', textIn(subject, 'code')],
      ['Entity_Regulation_NumberTitle', textIn(regulation, 'number_title')],
      ['Entity_Regulation_PublicationDate', textIn(regulation, 'publication_date')],
      ['Entity_Regulation_Programme', textIn(regulation, 'programme')],
      ['Entity_Regulation_PublicationUrl', textIn(regulation, 'publication_url')],
    ])
    return EU_PART_COLUMNS.flatMap(([list, names]) =>
      listIn(record, list).map((part) =>
        columns.map((column) => cell(own.get(column) ?? (names[column] === undefined ? '' : textIn(part, names[column])))).join(';'),
      ),
    )
  })
  return `\uFEFF${[columns.join(';'), ...rows].join('\r\n')}\r\n`
}

const britishDate = (iso: string): string => iso.split('-').reverse().join('/')
const namesOf = (record: Record_): Record_[] => listIn((record.names ?? {}) as Record_, 'names')
const otherScriptOf = (record: Record_): Record_[] => listIn((record.non_latin_names ?? {}) as Record_, 'names')
const addressesOf = (record: Record_): Record_[] => listIn((record.addresses ?? {}) as Record_, 'addresses')

const UK_SINGLE: [string, string, string][] = [
  ['UniqueID', 'Unique ID', 'unique_id'],
  ['OFSIGroupID', 'OFSI Group ID', 'ofsi_group_id'],
  ['UNReferenceNumber', 'UN Reference Number', 'un_reference_number'],
  ['RegimeName', 'Regime Name', 'regime_name'],
  ['IndividualEntityShip', 'Designation Type', 'individual_entity_ship'],
  ['DesignationSource', 'Designation source', 'designation_source'],
  ['SanctionsImposed', 'Sanctions Imposed', 'sanctions_imposed'],
  ['OtherInformation', 'Other Information', 'other_information'],
  ['UKStatementofReasons', 'UK Statement of Reasons', 'uk_statement_of_reasons'],
]
const NAMES = [1, 2, 3, 4, 5, 6]

/** The records of the UK copy as the XML of the UK Sanctions List. */
export function ukXmlOf(records: Record_[]): string {
  const element = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`)
  const group = (name: string, inner: string): string => `<${name}>${inner}</${name}>`
  const designation = (record: Record_): string =>
    [
      element('LastUpdated', britishDate(textIn(record, 'last_updated'))),
      element('DateDesignated', britishDate(textIn(record, 'date_designated'))),
      ...UK_SINGLE.map(([name, , key]) => element(name, textIn(record, key))),
      group(
        'Names',
        namesOf(record)
          .map((name) =>
            group(
              'Name',
              [
                ...NAMES.map((part) => element(`Name${part}`, textIn(name, `name${part}`))),
                element('NameType', textIn(name, 'name_type')),
                element('AliasStrength', textIn(name, 'alias_strength')),
              ].join(''),
            ),
          )
          .join(''),
      ),
      group(
        'NonLatinNames',
        otherScriptOf(record)
          .map((name) => group('NonLatinName', element('NameNonLatinScript', textIn(name, 'name_non_latin_script'))))
          .join(''),
      ),
      group(
        'Addresses',
        addressesOf(record)
          .map((address) =>
            group(
              'Address',
              [
                ...NAMES.map((part) => element(`AddressLine${part}`, textIn(address, `address_line${part}`))),
                element('AddressCountry', textIn(address, 'address_country')),
              ].join(''),
            ),
          )
          .join(''),
      ),
    ].join('')
  return `<?xml version="1.0" encoding="utf-8"?>\n<Designations><DateGenerated>22/08/2026</DateGenerated>\n${records.map((record) => `${group('Designation', designation(record))}\n`).join('')}</Designations>\n`
}

/** The records of the UK copy as the CSV of the UK Sanctions List under its 58 columns: a row for each name or address. */
export function ukCsvOf(records: Record_[], heading: string[]): string {
  const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (values: Map<string, string>): string => heading.map((column) => cell(values.get(column) ?? '')).join(',')
  const rows = records.flatMap((record) => {
    const own: [string, string][] = [
      ['Last Updated', britishDate(textIn(record, 'last_updated'))],
      ['Date Designated', britishDate(textIn(record, 'date_designated'))],
      ...UK_SINGLE.map(([, column, key]): [string, string] => [column, textIn(record, key)]),
    ]
    const names = namesOf(record).map((name): [string, string][] => [
      ...NAMES.map((part): [string, string] => [`Name ${part}`, textIn(name, `name${part}`)]),
      ['Name type', textIn(name, 'name_type')],
      ['Alias strength', textIn(name, 'alias_strength')],
    ])
    const scripts = otherScriptOf(record).map((name): [string, string][] => [['Name non-latin script', textIn(name, 'name_non_latin_script')]])
    const addresses = addressesOf(record).map((address): [string, string][] => [
      ...NAMES.map((part): [string, string] => [`Address Line ${part}`, textIn(address, `address_line${part}`)]),
      ['Address Country', textIn(address, 'address_country')],
    ])
    return [...names, ...scripts, ...addresses].map((part) => line(new Map([...own, ...part])))
  })
  return `Report Date: 22-Aug-2026\r\n${[heading.join(','), ...rows].join('\r\n')}\r\n`
}
