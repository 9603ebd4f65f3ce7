import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { openReference } from '#main/database/open.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from '../countries.ts'
import { loadCurrentEntries } from '../current.ts'
import { importLists } from '../import.ts'
import { readListSources } from '../list-sources.ts'
import { isIdentifier, linkedIn } from './ofac.ts'
import { readRemarks } from './ofac-csv.ts'

const NOW = '2026-11-21T08:00:00Z'
const country = countryLookup('code,en\nCU,Cuba\nSY,Syria\nPA,Panama\nTR,Turkey\n')
const sources = readListSources()

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-ofac-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const FILES = { classic: 'ofac-sdn.xml', enhanced: 'ofac-sdn-enhanced.xml', advanced: 'ofac-sdn-advanced.xml' } as const
type Format = keyof typeof FILES
const text = (format: Format): string => readFileSync(join(import.meta.dirname, '..', 'fixtures', FILES[format]), 'utf8')
function written(content: string | Buffer, name = 'anything.bin'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const take = (content: string | Buffer) => importLists({ database, files: [written(content)], now: NOW, country })
async function refusal(content: string | Buffer): Promise<string> {
  const error = await take(content).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof InputError)) throw new Error(`expected a refusal, got ${String(error)}`)
  expect(error.code).toBe('bad-input')
  expect(database.prepare('SELECT count(*) FROM list_import').pluck().get()).toBe(0)
  return error.detail
}
const held = (entry: string, list = 'SDN'): ListEntry | undefined =>
  loadCurrentEntries(database).entries.find((one) => one.entry === entry && one.list === list)
const listsOf = (entry: string): string[] =>
  loadCurrentEntries(database)
    .entries.filter((one) => one.entry === entry)
    .map((one) => one.list)
    .sort()
const FORMATS: [Format, string, string][] = [
  ['classic', 'ofac-xml', '2025-03-28'],
  ['enhanced', 'ofac-enhanced-xml', '2025-01-10'],
  ['advanced', 'ofac-advanced-xml', '2025-03-28'],
]

describe.each(FORMATS)('OFAC XML: %s', (format, id, contentDate) => {
  it('is recognised by its content and dated by what it says of itself', async () => {
    const [report] = await take(gzipSync(text(format)))
    expect(report).toMatchObject({ format: id, contentDate, records: 3, lists: [{ id: 'SDN', records: 3 }] })
    // A few made-up parties lack the names that stand on the whole list.
    expect(report?.warnings.filter((warning) => !warning.startsWith('SDN does not have'))).toEqual([])
  })

  it('gives what all of OFAC’s formats have', async () => {
    await take(text(format))
    expect(held('36')).toMatchObject({
      kind: 'entity',
      name: 'OLD HARBOUR AIR LINES',
      programmes: ['CUBA'],
      fields: { 'Organization Established Date': '1963' },
    })
    expect(held('36')?.aliases).toContain('OLD-HARBOUR AIR')
    expect(held('36')?.weakAliases).toContain('OHAL')
    expect(held('36')?.addresses.slice(0, 2)).toEqual(['Calle 23, 64 Vedado, Havana, La Habana 10400, Cuba', 'Region: Gaza'])
    expect(held('36')?.countries.slice(0, 2)).toEqual(['CU', 'PS'])
    expect(held('36')?.ids).toContain('Tax ID No. 12345678 (Cuba)')
    expect(held('36')?.ids.some((one) => one.startsWith('Website www.old-harbour.example'))).toBe(true)
    expect(held('36')?.ids).toContain('__proto__ X1234567')
    expect(held('36')?.fields?.['f.k.a.']).toContain('OHAL')
    expect(held('306')).toMatchObject({
      kind: 'person',
      name: 'SAMPLE, Karim',
      aliases: ['EJEMPLO, Karim'],
      weakAliases: ['THE HERON'],
      dates: ['25 Mar 1973', 'circa 1974'],
      countries: ['SY', 'TR'],
      programmes: ['SDGT', 'IFSR'],
      fields: {
        title: 'Director',
        places_of_birth: 'Homs, Syria',
        nationalities: 'Syria',
        citizenships: 'Turkey',
        Gender: 'Male',
        'Secondary sanctions risk': 'section 1(b) of Executive Order 13224',
      },
    })
    expect(held('306')?.ids[0]).toContain('Passport A1234567 (Syria) issued 01 Feb 2010 expires 31 Jan 2020')
    expect(held('400')).toMatchObject({
      kind: 'vessel',
      name: 'GREY TERN',
      countries: ['PA'],
      fields: {
        call_sign: 'T2XX1',
        vessel_type: 'Crude Oil Tanker',
        vessel_flag: 'Panama',
        vessel_owner: 'Tern Shipping Company',
        gross_tonnage: '2597',
        gross_registered_tonnage: '1098',
      },
    })
    expect(held('400')?.ids.some((one) => one.startsWith('Vessel Registration Identification IMO 9123456'))).toBe(true)
  })

  it('keeps elements that nobody expected', async () => {
    await take(text(format))
    const entries = loadCurrentEntries(database).entries
    expect(entries.some((entry) => Object.entries(entry.fields ?? {}).some(([name, value]) => /^newElement$/i.test(name) && value === 'one, two'))).toBe(true)
  })

  it('is refused when it is hostile or damaged, and then nothing was imported', async () => {
    const whole = text(format)
    const root = { classic: 'sdnList', enhanced: 'sanctionsData', advanced: 'Sanctions' }[format]
    expect(await refusal(whole.replace(`<${root}`, `<!DOCTYPE ${root} [<!ENTITY a "aaaa">]><${root}`))).toMatch(
      /document type|An official list file was expected/,
    )
    expect(await refusal(whole.slice(0, Math.floor(whole.length * 0.9)))).toMatch(/cut off|not well-formed/)
    expect(await refusal(Buffer.concat([Buffer.from(whole.slice(0, -20)), Buffer.from([0xe9, 0x41])]))).toContain('not UTF-8')
    expect(await refusal(whole.replace('OLD-HARBOUR', 'OLD\u0000HARBOUR'))).toContain('NUL byte')
    expect(await refusal(whole.replace('Director', 'x'.repeat(5_000_000)))).toMatch(/longer than any|larger than any/)
  })

  it('keeps parties that share a number and warns of one without a name', async () => {
    const twice = text(format).replaceAll(/(["> ])400(["<1])/g, '$1306$2')
    const [report] = await take(twice)
    expect(report?.lists[0]?.records).toBe(format === 'advanced' ? 2 : 3)
    const bare = text(format).replaceAll(/GREY TERN|Grey Tern/g, '')
    const [second] = await importLists({ database, files: [written(bare)], now: NOW, country, force: true, reason: 'test' })
    expect(second?.warnings.join()).toContain('party 400 has no name')
  })
})

describe('classic XML', () => {
  it('is the same in both namespaces', async () => {
    await take(text('classic'))
    const first = loadCurrentEntries(database).lists
    await take(text('classic').replace('http://tempuri.org/sdnList.xsd', 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML'))
    expect(loadCurrentEntries(database).lists).toEqual(first)
  })

  it('names linked parties', async () => {
    await take(text('classic'))
    expect(held('36')?.relations).toEqual([{ says: 'Linked To', entry: '', name: 'NORTHERN LANTERN GROUP (NLG)' }])
  })

  it('leaves a day that the calendar does not have as it is written', async () => {
    await take(text('classic'))
    expect(held('36')?.fields?.['Listing Date (EO 14024 Directive 3)']).toBe('31 Feb 2022')
  })

  it('is refused when it has fewer records than it says', async () => {
    expect(await refusal(text('classic').replace('<Record_Count>3', '<Record_Count>4'))).toContain('says that it has 4 records and has 3')
  })

  it('is refused when a party has no number', async () => {
    expect(await refusal(text('classic').replace('<uid>36</uid>', ''))).toMatch(/line 7: a party has no number/)
  })

  it('sorts the non-SDN file into its lists by programmes and phrases', async () => {
    const cons = text('classic')
      .replace('<program>CUBA</program>', '<program>CMIC-EO13959</program>')
      .replace('<program>SDGT</program><program>IFSR</program>', '<program>NS-PLC</program><program>561-Related</program>')
    const [report] = await take(cons)
    expect(report?.lists.map(({ id, records }) => `${id} ${records}`).sort()).toEqual(['CAP 1', 'CMIC 1', 'MBS 1', 'PLC 1'])
  })
})

describe('Enhanced XML', () => {
  it('has names and addresses in other scripts, days of listing, measures and relations', async () => {
    await take(text('enhanced'))
    expect(held('36')).toMatchObject({
      aliases: ['旧港航空公司', 'OLD-HARBOUR AIR'],
      weakAliases: ['OHAL', 'ОХАЛ'],
      startDate: '1986-12-10',
      remarks: 'All offices worldwide',
      countries: ['CU', 'PS', 'UT'],
      relations: [{ says: 'Owned or Controlled By', entry: '306', name: 'SAMPLE, Karim' }],
      fields: { sanctionsTypes: 'Block', legalAuthorities: 'Executive Order 1', 'relationship quality': 'SAMPLE, Karim: High' },
    })
    expect(held('36')?.ids).toContain('Website www.old-harbour.example (Reported, main page)')
    expect(held('306')?.ids).toEqual(['Passport A1234567 (Syria) issued 01 Feb 2010 expires 31 Jan 2020; Civil Registry; in the name of EJEMPLO, Karim'])
    expect(held('306')?.fields?.['Listing Date (EO 1)']).toBe('12 Oct 2001 to 13 Oct 2001')
  })

  it('of the non-SDN file gives the lists that it names, and no part of the SDN list', async () => {
    const cons = text('enhanced')
      .replaceAll('>SDN List<', '>Consolidated List<')
      .replace(
        '>Consolidated List</sanctionsList></sanctionsLists>\n      <sanctionsPrograms><sanctionsProgram refId="1" id="2">SDGT',
        '>SDN List</sanctionsList><sanctionsList>CAPTA List</sanctionsList></sanctionsLists>\n      <sanctionsPrograms><sanctionsProgram refId="1" id="2">SDGT',
      )
      .replace('>Sectoral Sanctions', '>Brand New List</sanctionsList><sanctionsList datePublished="2014-02-30">Sectoral Sanctions')
    const [report] = await take(cons)
    expect(listsOf('36')).toEqual(['Brand New List', 'SSI'])
    expect(held('36', 'SSI')?.startDate).toBe('')
    expect(listsOf('306')).toEqual(['CAP'])
    expect(listsOf('400')).toEqual(['MBS'])
    expect(report?.warnings.join()).toContain('1 parties belong to a list that Licet does not know, "Brand New List"')
  })

  it('is refused when it is a selection, a file of changes, or neither list whole', async () => {
    const whole = text('enhanced')
    expect(
      await refusal(whole.replace('</sanctionsLists></filters>', '</sanctionsLists><sanctionsPrograms><p>CUBA</p></sanctionsPrograms></filters>')),
    ).toContain('is a selection (SDN List, CUBA)')
    expect(await refusal(whole.replace('<entity id="306"', '<entity id="306" action="add"'))).toMatch(/line \d+: the file says what changed/)
    const strange = whole.replace('"1986-12-10">SDN List', '"1986-12-10">FSE List')
    expect(await refusal(strange)).toContain('says that it is the SDN List, and party 36 is not on that list')
    expect(await refusal(strange.replace(/<filters>.*<\/filters>/, ''))).toContain('party 306 is on the SDN List only, others are not')
    expect(await refusal(whole.replace('"1550">SDN List', '"1">Consolidated List'))).toContain('party 306 is on the SDN List only')
    expect(await refusal(strange.replace(/<filters>.*<\/filters>/, '').replace('FSE List', ''))).toContain('party 36 is on a list that the file does not name')
  })
})

describe('Advanced XML', () => {
  it('has names in other scripts, days of listing, measures, legal basis and relations', async () => {
    await take(text('advanced'))
    expect(held('36')).toMatchObject({
      aliases: ['旧港航空公司', 'OLD-HARBOUR AIR'],
      weakAliases: ['OHAL', 'ОХАЛ'],
      addresses: ['Calle 23, 64 Vedado, Havana, La Habana 10400, Cuba', 'Region: Gaza', 'Nowhere, Utopia'],
      countries: ['CU', 'PS', 'UT'],
      startDate: '1986-12-10',
      remarks: 'All offices worldwide',
      relations: [{ says: 'Owned or Controlled By', entry: '306', name: 'SAMPLE, Karim' }],
      fields: { sanctionsTypes: 'Block', EntryEvent: 'Created 10 Dec 1986', 'relationship Owned or Controlled By': 'SAMPLE, Karim: High' },
    })
    expect(held('306')).toMatchObject({
      startDate: '2001-10-12',
      ids: ['Passport A1234567 (Syria) issued 01 Feb 2010 expires 31 Jan 2020; Civil Registry'],
      relations: [{ says: 'Acting for or on behalf of (former)', entry: '9999', name: '' }],
      fields: { legalAuthorities: 'Executive Order 13224 (Terrorism)' },
    })
    expect(held('36')?.fields?.legalAuthorities).toBeUndefined()
    expect(held('400')?.ids).toEqual(['Vessel Registration Identification IMO 9123456; Fraudulent', 'MMSI 356123000'])
  })

  it.each([
    ['<Year>1973</Year><Month>3</Month><Day>25</Day>', '<Year>1973</Year><Month>2</Month><Day>30</Day>', '30 Feb 1973'],
    ['<Year>1973</Year><Month>3</Month><Day>25</Day>', '<Year>1973</Year>', '1973'],
    ['<Year>1974</Year><Month>12</Month><Day>31</Day>', '<Year>1976</Year><Month>12</Month><Day>31</Day>', 'circa 1974 to 1976'],
    ['<Year>1974</Year><Month>12</Month><Day>31</Day>', '<Year>1974</Year><Month>1</Month><Day>31</Day>', 'circa Jan 1974'],
    ['<Year>1974</Year><Month>12</Month><Day>31</Day>', '<Year>1974</Year><Month>2</Month><Day>3</Day>', 'circa 01 Jan 1974 to 03 Feb 1974'],
  ])('writes a time as OFAC does: %s as %s is %s', async (is, becomes, said) => {
    await take(text('advanced').replaceAll(is, becomes))
    expect(held('306')?.dates).toContain(said)
  })

  it('of the non-SDN file gives the lists that it names', async () => {
    await take(
      text('advanced')
        .replaceAll(/(ProfileID="(?:36|306)" ListID=)"1550"/g, '$1"91507"')
        .replace('ListID="1550"', 'ListID="91512"'),
    )
    expect(listsOf('36')).toEqual(['SSI'])
    expect(listsOf('400')).toEqual(['MBS'])
  })

  it('is refused when it is a file of changes or its parts do not fit', async () => {
    const whole = text('advanced')
    expect(await refusal(whole.replace('Version="3"', 'Version="3" DeltaBaseVersion="2"'))).toContain('what changed since version 2')
    expect(await refusal(whole.replace('ProfileID="400" ListID', 'ProfileID="401" ListID'))).toContain('the listing of party 401')
    expect(await refusal(whole.replace('ListID="1550"', 'ListID="5"'))).toContain('party 36 is on a list that the file does not name')
  })

  it('leaves out parties that are not listed, and says so', async () => {
    const [report] = await take(text('advanced').replace(/ {4}<SanctionsEntry ID="400".*\n/, ''))
    expect(report).toMatchObject({ records: 2 })
    expect(report?.warnings.join()).toContain('1 parties are in the file without being listed')
  })
})

describe('what OFAC says of a party', () => {
  it.each([
    ['(Linked To: A)', ['A']],
    ['All offices; (Linked To: CORPS (IRGC); Linked To: B S.A.)', ['CORPS (IRGC)', 'B S.A.']],
    ['DOB 1962; Linked To: SALIM S.A.; Linked To: DOXA S.A.', ['SALIM S.A.', 'DOXA S.A.']],
    ['Linked To: AL-JAMAL, Ahmad.', ['AL-JAMAL, Ahmad']],
    ['nothing', []],
  ])('links in %s', (remarks, names) => {
    expect(linkedIn(remarks).map(({ name }) => name)).toEqual(names)
  })

  it('weak names in remarks keep their quotes and may be former ones', () => {
    expect(readRemarks("DOB 1962; a.k.a. ''ABD AL-'AZIZ'; f.k.a. 'ANA I'; a.k.a. 'JSC 'SMN''.").weak).toEqual(["'ABD AL-'AZIZ", 'ANA I', "JSC 'SMN'"])
  })

  it('the country of registration in remarks is a country', () => {
    expect(readRemarks('Nationality of Registration Russia; nationality Syria; citizen Turkey').countries).toEqual(['Russia', 'Syria', 'Turkey'])
  })

  it.each([
    'Passport',
    'D.N.I.',
    'BIK (RU)',
    'Organization Code',
    'Vessel Registration Identification',
    "Citizen's Card Number",
    'Digital Currency Address - XBT',
    'MMSI',
  ])('%s identifies', (type) => expect(isIdentifier(type, sources)).toBe(true))
  it.each([
    'Gender',
    'Listing Date (CMIC)',
    'Nationality of Registration',
    'Executive Order 13662 Directive Determination -',
    'Target Type',
    'Other Vessel Type',
    'Equity Ticker',
  ])('%s states', (type) => expect(isIdentifier(type, sources)).toBe(false))
})

describe.skipIf(!hasReferenceData())('whole official OFAC files', () => {
  const counts = (lists: { id: string; records: number }[] | undefined) => Object.fromEntries(lists?.map(({ id, records }) => [id, records]) ?? [])
  const entriesOf = async (files: string[]): Promise<Map<string, ListEntry>> => {
    const own = openReference(mkdtempSync(join(folder, 'one-')))
    await importLists({ database: own, files, now: NOW, country })
    const entries = new Map(loadCurrentEntries(own).entries.map((entry) => [entry.entry, entry]))
    own.close()
    return entries
  }

  it('imports the classic non-SDN file', async () => {
    const [report] = await importLists({ database, files: [referenceFile('ofac/consolidated-2025-03-28.xml.gz')], now: NOW, country })
    expect(report).toMatchObject({ format: 'ofac-xml', contentDate: '2025-03-28', warnings: [] })
    expect(counts(report?.lists)).toEqual({ PLC: 78, CMIC: 68, SSI: 286, CAP: 1, FSE: 1, MBS: 28 })
    expect(new Set(loadCurrentEntries(database).entries.map(({ entry }) => entry)).size).toBe(443)
  })

  it('imports the Enhanced non-SDN file, whose own lists are fewer', async () => {
    const [report] = await importLists({ database, files: [referenceFile('ofac/cons_enhanced-2025-01-10.xml.gz')], now: NOW, country })
    expect(report).toMatchObject({ format: 'ofac-enhanced-xml', contentDate: '2025-01-10', warnings: [] })
    expect(counts(report?.lists)).toEqual({ PLC: 78, CMIC: 68, SSI: 286, CAP: 1, FSE: 1, MBS: 12 })
    expect(held('9654', 'PLC')?.name ?? held('9639', 'PLC')?.name).toBeTruthy()
  })

  it('say the same in classic XML, Enhanced XML and CSV', async () => {
    const classic = await entriesOf([referenceFile('ofac/consolidated-2025-03-28.xml.gz')])
    const enhanced = await entriesOf([referenceFile('ofac/cons_enhanced-2025-01-10.xml.gz')])
    const csv = await entriesOf(['prim', 'add', 'alt', 'comments'].map((part) => referenceFile(`ofac/2025-12/cons_${part}.csv`)))
    const namesOf = (entry: ListEntry): string => JSON.stringify([entry.name, [...entry.aliases].sort(), [...entry.weakAliases].sort()])
    const agreement = (other: Map<string, ListEntry>, said: (entry: ListEntry) => string): [number, number] => {
      const both = [...classic.values()].flatMap((entry) => (other.has(entry.entry) ? [[entry, other.get(entry.entry) as ListEntry] as const] : []))
      return [both.length, both.filter(([a, b]) => said(a) === said(b)).length]
    }
    // Nine months lie between the XML and the CSV: seven of the differences are names that OFAC changed or added in that time,
    // the eighth is a quotation mark that the CSV writes as an apostrophe.
    const [inBoth, alike] = agreement(csv, namesOf)
    expect(inBoth).toBe(442)
    expect(alike).toBe(434)
    expect(agreement(csv, ({ addresses }) => JSON.stringify([...addresses].sort()))[1]).toBe(437)
    // The Enhanced file also has names in other scripts: what is in Latin letters is the same.
    const latin = (entry: ListEntry): string =>
      JSON.stringify([entry.name, ...[...entry.aliases, ...entry.weakAliases].filter((name) => !/[\p{Script=Cyrillic}\p{Script=Han}]/u.test(name)).sort()])
    expect(agreement(enhanced, latin)).toEqual([443, 443])
  })
})
