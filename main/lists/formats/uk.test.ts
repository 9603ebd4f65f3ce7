import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { countryLookup } from '../countries.ts'
import { type CopyRecord, copyOf, ukCsvOf, ukXmlOf } from '../development/official-form.ts'
import { type TestImport, testImport } from '../development/test-import.ts'
import { birthOf } from './uk-designation.ts'

const fixture = (name: string): string => join(import.meta.dirname, '..', 'fixtures', name)
const text = (name: string): string => readFileSync(fixture(name), 'utf8')

let lists: TestImport
beforeEach(() => {
  lists = testImport()
})
afterEach(() => lists.close())

const PERSON: Partial<ListEntry> = {
  list: 'UK',
  kind: 'person',
  name: 'OREN ABU TERN',
  aliases: ['Orin Tern', 'Oren of Homs', 'أورن المرش'],
  weakAliases: ['Heron'],
  countries: ['CU', 'SY'],
  programmes: ['The Example (Sanctions) Regulations 2020'],
  remarks: 'Made up, for a test.',
  citation: 'The Example (Sanctions) Regulations 2020',
  startDate: '2001-01-25',
}
const SHIP: Partial<ListEntry> = {
  kind: 'vessel',
  name: 'AMBER FULMAR',
  ids: ['IMO 9999993 (IMO9999993)'],
  countries: ['PA'],
  relations: [
    { says: 'Current owner/operator (s)', entry: '', name: 'Red Falcon Shipping FZCO' },
    { says: 'Previous owner/operator (s)', entry: '', name: 'Grebe Lines' },
  ],
}
const COMPANY: Partial<ListEntry> = {
  kind: 'entity',
  name: 'RED FALCON JSC',
  ids: ['Business registration number INN: 9707028663'],
  startDate: '',
  relations: [
    { says: 'Parent company', entry: '', name: 'Falcon Holding' },
    { says: 'Subsidiaries', entry: '', name: 'Falcon Cargo' },
    { says: 'Subsidiaries', entry: '', name: 'Falcon Air' },
  ],
}

describe('UK Sanctions List as CSV', () => {
  it('is recognised by its heading, dated by the line before it', async () => {
    const [report] = await lists.take(lists.written('anything.bin', gzipSync(`\uFEFF${text('uk.csv')}`)))
    expect(report).toMatchObject({ format: 'uk-csv', records: 3, contentDate: '2026-10-08', lists: [{ id: 'UK', records: 3 }] })
  })

  it('is read without the line of its date, and then dated by its newest change', async () => {
    const [report] = await lists.take(lists.written('uk.csv', text('uk.csv').split('\r\n').slice(1).join('\r\n')))
    expect(report).toMatchObject({ format: 'uk-csv', records: 3, contentDate: '2026-04-14' })
  })

  it('joins the rows of a designation and keeps all that they say', async () => {
    await lists.take(fixture('uk.csv'))
    expect(lists.entry('RUS9001')).toMatchObject({
      ...PERSON,
      addresses: ['1 Example Street, Havana, 10100, Cuba', 'Cuba'],
      dates: ['1945', '15/08/19yy', '1958-03-01', '1958-09', '31/02/1972'],
      ids: ['Passport A9876543', 'UN Reference Number KPi.901', 'OFSI Group ID 99001'],
      fields: {
        'Designation source': 'UK',
        'Sanctions Imposed': 'Asset freeze\nTravel Ban',
        'UK Statement of Reasons': 'Reasons "made up".',
        'Last Updated': '14/04/2026',
        'Nationality(/ies)': 'Syria',
        'Passport additional information': 'A9876543: Expires 18 February 2013',
        'Place of birth': 'Homs, Syria',
        'Name non-latin script': 'أورن المرش: Arabic',
        Title: 'Dr',
        Gender: 'Male',
      },
    })
    expect(lists.entry('RUS9002')).toMatchObject({
      ...SHIP,
      fields: {
        'Current believed flag of ship': 'Panama',
        'Previous flags': 'Cuba',
        'Type of ship': 'Oil Tanker',
        'Year Built': '2019',
        'IMO number': 'IMO9999993',
      },
    })
    expect(lists.entry('RUS9003')).toMatchObject({ ...COMPANY, fields: { 'Date Designated': '30/02/2022', 'Type of entity': 'Company' } })
  })

  it.each<[string, (csv: string) => string | Buffer, RegExp]>([
    ['missing columns', (csv) => csv.replace('Regime Name', 'Other'), /uk\.csv, line 2: looks like the UK Sanctions List but lacks the column Regime Name/],
    ['a row that is cut off', (csv) => csv.slice(0, -30), /uk\.csv, line 9: the row has \d+ cells, expected 58/],
    ['a row without its number', (csv) => csv.replace('RUS9002', ''), /line 4: the row has no Unique ID/],
    ['another encoding', (csv) => Buffer.from(csv.replace(/[\u0600-\u06ff]/g, 'é'), 'latin1'), /not UTF-8/],
    ['a quote never closed', (csv) => csv.replace('"Made up, for a test."', '"Made up'), /never closed|cells|not proper CSV/],
    ['a heading and nothing else', (csv) => csv.split('\r\n').slice(0, 2).join('\r\n'), /not one listed party/],
  ])('refuses %s, and imports nothing', async (_, change, message) => {
    expect((await lists.refusal(lists.written('uk.csv', change(text('uk.csv'))))).detail).toMatch(message)
    expect(lists.imports()).toBe(0)
  })
})

describe('UK Sanctions List as XML', () => {
  it('is recognised by its content, dated by its own date', async () => {
    const [report] = await lists.take(lists.written('anything.bin', text('uk.xml')))
    expect(report).toMatchObject({ format: 'uk-xml', records: 3, contentDate: '2026-10-08' })
  })

  it('says what the CSV says, and keeps elements that are new', async () => {
    await lists.take(fixture('uk.xml'))
    expect(lists.entry('RUS9001')).toMatchObject({
      ...PERSON,
      addresses: ['1 Example Street, Havana, 10100, Cuba'],
      dates: ['1945', '1975', '1958-03-01'],
      ids: ['Passport A9876543', 'National Identifier Cuba, number 260012001546', 'UN Reference Number KPi.901', 'OFSI Group ID 99001'],
      fields: {
        SanctionsImposedIndicators: 'AssetFreeze\nTravelBan',
        'UK Statement of Reasons': 'Reasons made up.',
        'Phone number': '+53 1',
        'Passport additional information': 'A9876543: Expires 18 February 2013',
        'Place of birth': 'Homs, Syria',
        Title: 'Dr',
      },
    })
    expect(lists.entry('RUS9002')).toMatchObject({ ...SHIP, fields: { FutureDetail: 'kept', 'IMO number': '9999993' } })
    expect(lists.entry('RUS9003')).toMatchObject(COMPANY)
  })

  it.each<[string, (xml: string) => string, RegExp]>([
    ['a designation without its number', (xml) => xml.replace('<UniqueID>RUS9002</UniqueID>', ''), /line 38: the Designation has no UniqueID/],
    ['a file cut off in a record', (xml) => xml.slice(0, xml.indexOf('<PhoneNumbers>')), /cut off|not well-formed/],
    ['an entity bomb', (xml) => xml.replace('<Designations', '<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<Designations'), /uk\.xml looks like|document type/],
    ['another root', (xml) => xml.replaceAll('Designations', 'Appointments'), /root element Appointments/],
  ])('refuses %s, and imports nothing', async (_, change, message) => {
    expect((await lists.refusal(lists.written('uk.xml', change(text('uk.xml'))))).detail).toMatch(message)
    expect(lists.imports()).toBe(0)
  })

  it('leaves out a designation without a name and says so', async () => {
    const [report] = await lists.take(lists.written('uk.xml', text('uk.xml').replace('<Name6>AMBER FULMAR</Name6>', '')))
    expect(report?.records).toBe(2)
    expect(report?.warnings.join()).toMatch(/line 38: a record of UK has no name/)
  })
})

describe('ConList.csv of HM Treasury', () => {
  it('is told from the UK Sanctions List and joined by its group', async () => {
    const [report] = await lists.take(lists.written('anything.csv', text('hmt.csv')))
    expect(report).toMatchObject({ format: 'hmt-csv', records: 2, contentDate: '2026-06-03', lists: [{ id: 'UK', records: 2 }] })
    expect(report?.warnings.join()).toContain("HM Treasury's older list")
    expect(lists.entry('99001')).toMatchObject({
      kind: 'person',
      name: 'OREN TERN',
      aliases: ['ORIN TERN', 'أورن المرش'],
      weakAliases: ['HERON'],
      addresses: ['1 Example Street, Cuba'],
      countries: ['CU', 'SY'],
      dates: ['1945'],
      ids: ['Passport A9876543', 'Passport B1234567', 'UN Reference Number KPi.901', 'UK Sanctions List Ref RUS9001'],
      programmes: ['Example'],
      startDate: '2001-01-25',
      fields: { 'UK Sanctions List Date Designated': '31/12/2020' },
    })
    expect(lists.entry('99002')).toMatchObject({ kind: 'vessel', name: 'AMBER FULMAR', ids: ['IMO 9999993 (IMO9999993)'] })
  })

  it('is refused when its columns are not all there', async () => {
    const error = await lists.refusal(lists.written('hmt.csv', text('hmt.csv').replace('Alias Type', 'Other')))
    expect(error.detail).toMatch(/hmt\.csv, line 2: looks like the consolidated list of HM Treasury but lacks the column Alias Type/)
  })
})

describe('dates of birth of the UK lists', () => {
  it.each([
    ['11/06/1977', '1977-06-11'],
    ['dd/mm/1945', '1945'],
    ['dd/09/1958', '1958-09'],
    ['00/00/1975', '1975'],
    ['--/--/1970', '1970'],
    ['15/mm/1975', '15/mm/1975'],
    ['15/08/19yy', '15/08/19yy'],
    ['31/02/1972', '31/02/1972'],
    ['dd/13/1972', 'dd/13/1972'],
    ['1962', '1962'],
  ])('%s is %s', (written, known) => {
    expect(birthOf(written)).toBe(known)
  })
})

describe.skipIf(!hasReferenceData())('the whole list', () => {
  const EXCERPT = 'uk/uk-sanctions-list-csv.excerpt.csv'
  const heading = (): string[] => (readFileSync(referenceFile(EXCERPT), 'utf8').split(/\r?\n/)[1] as string).split(',')
  const single = (value: unknown): string =>
    String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  const partsOf = (record: CopyRecord, group: string, list: string): CopyRecord[] => ((record[group] as CopyRecord | undefined)?.[list] ?? []) as CopyRecord[]

  it('reads the official record', async () => {
    expect(heading()).toHaveLength(58)
    const [report] = await lists.take(referenceFile(EXCERPT))
    expect(report).toMatchObject({ format: 'uk-csv', records: 1, contentDate: '2026-10-08' })
    expect(lists.entry('RUS2176')).toMatchObject({
      kind: 'vessel',
      name: 'KOROLEV PROSPECT',
      ids: ['IMO 9826902 (IMO9826902)'],
      startDate: '2024-07-31',
      relations: [{ says: 'Current owner/operator (s)', name: 'Stream Ship Management FZCO' }],
      fields: { 'Current believed flag of ship': 'Gabon', 'Type of ship': 'Oil Tanker', 'Year Built': '2019' },
    })
  })

  it.each<[string, (all: CopyRecord[]) => string]>([
    ['XML', ukXmlOf],
    ['CSV', (all) => ukCsvOf(all, heading())],
  ])('comes back from its %s with every name, address and number of its 6,349 designations', async (_, write) => {
    lists.close()
    const unknown = new Set<string>()
    const lookup = countryLookup(readFileSync(join(import.meta.dirname, '../../../assets/reference/countries.csv'), 'utf8'))
    lists = testImport((name) => {
      const code = lookup(name)
      if (code === '') unknown.add(name)
      return code
    })
    const all = copyOf('uk/uk-sanctions-list-2026-08-22.jsonl.gz')
    const [report] = await lists.take(lists.written('whole', write(all)))
    expect(report).toMatchObject({ records: 6349, contentDate: '2026-08-22', warnings: [] })
    expect([...unknown]).toEqual([])
    const entries = new Map(lists.entries().map((entry) => [entry.entry, entry]))
    expect(entries.size).toBe(6349)
    const lost: string[] = []
    let weak = 0
    for (const record of all) {
      const entry = entries.get(single(record.unique_id))
      const names = new Set([entry?.name, ...(entry?.aliases ?? []), ...(entry?.weakAliases ?? [])])
      const written = partsOf(record, 'names', 'names').map((name) => single([1, 2, 3, 4, 5, 6].map((part) => name[`name${part}`] ?? '').join(' ')))
      const scripts = partsOf(record, 'non_latin_names', 'names').map((name) => single(name.name_non_latin_script))
      lost.push(...[...written, ...scripts].filter((name) => name !== '' && !names.has(name)))
      const places = partsOf(record, 'addresses', 'addresses').map((address) => single(address.address_line1))
      lost.push(...places.filter((place) => !entry?.addresses.some((address) => address.includes(place))))
      for (const key of ['un_reference_number', 'ofsi_group_id']) {
        const number = single(record[key])
        if (number !== '' && !entry?.ids.some((id) => id.endsWith(` ${number}`))) lost.push(number)
      }
      if (single(record.date_designated) !== entry?.startDate) lost.push(`${single(record.unique_id)} ${entry?.startDate}`)
      weak += entry?.weakAliases.length ?? 0
    }
    expect(lost).toEqual([])
    expect(weak).toBeGreaterThan(500)
    const count = (kind: string): number => [...entries.values()].filter((entry) => entry.kind === kind).length
    expect([count('person'), count('entity'), count('vessel')]).toEqual([4036, 1647, 666])
  })
})
