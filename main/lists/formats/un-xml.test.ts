import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { countryLookup } from '../countries.ts'
import { type TestImport, testImport } from '../development/test-import.ts'

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'un.xml')
const un = (): string => readFileSync(FIXTURE, 'utf8')

let lists: TestImport
beforeEach(() => {
  lists = testImport()
})
afterEach(() => lists.close())

describe('consolidated list of the Security Council', () => {
  it('is recognised by its content, dated by its own date', async () => {
    const [report] = await lists.take(lists.written('anything.bin', gzipSync(un())))
    expect(report).toMatchObject({ format: 'un-xml', records: 3, contentDate: '2026-02-27', lists: [{ id: 'UN', records: 3, added: 3 }] })
  })

  it('is read in older forms: single quotes, other indentation, a byte order mark', async () => {
    const older = `\uFEFF${un()
      .replaceAll(/"([^"\n]*)"/g, "'$1'")
      .replaceAll(/\n\s*/g, '\r\n\t')}`
    await lists.take(lists.written('older.xml', older))
    expect(lists.entry('7000001')).toMatchObject({ name: 'OREN ABU MARSH AL-TERN', startDate: '2012-12-31' })
  })

  it('keeps all that it says of an individual', async () => {
    await lists.take(FIXTURE)
    expect(lists.entry('7000001')).toMatchObject({
      list: 'UN',
      kind: 'person',
      name: 'OREN ABU MARSH AL-TERN',
      aliases: ['أورن المرش', 'Oren Tern; Orin Tern', 'Oren Tern', 'Orin Tern', 'Орен Терн'],
      weakAliases: ['Heron'],
      addresses: ['1 Example Street, Havana, 10100, Cuba (as of 2016)'],
      countries: ['CU', 'SY'],
      dates: ['circa 1971', '1973 to 1974', '1978-02-31'],
      ids: ['Passport A9876543 (Panama)', 'CDi.901'],
      programmes: ['DRC'],
      remarks: 'Made up for a test.',
      citation: 'CDi.901',
      startDate: '2012-12-31',
      fields: {
        VERSIONNUM: '1',
        GENDER: 'Male',
        TITLE: 'Dr.',
        DESIGNATION: 'General\nPresident',
        NATIONALITY: 'Syrian Arab Republic',
        LIST_TYPE: 'UN List',
        LAST_DAY_UPDATED: '2016-10-13',
        INDIVIDUAL_ALIAS:
          'QUALITY Low; ALIAS_NAME Heron\nQUALITY Good; ALIAS_NAME Oren Tern; Orin Tern; DATE_OF_BIRTH 1958-02-22; NOTE original script: Орен Терн',
        INDIVIDUAL_PLACE_OF_BIRTH: 'CITY Homs; COUNTRY Syrian Arab Republic',
        INDIVIDUAL_DOCUMENT: 'TYPE_OF_DOCUMENT Passport; NUMBER A9876543; ISSUING_COUNTRY Panama; DATE_OF_ISSUE 2013-06-11',
      },
    })
  })

  it('keeps a date that is not in the calendar as it is written, and takes none from it', async () => {
    await lists.take(FIXTURE)
    expect(lists.entry('7000002')).toMatchObject({ startDate: '', fields: { LISTED_ON: '2001-02-30' } })
  })

  it('finds the several names in a field, and keeps elements that are new', async () => {
    await lists.take(FIXTURE)
    expect(lists.entry('7000003')).toMatchObject({
      kind: 'entity',
      name: 'RED FALCON AIR (RFA) ; RED FALCON CARGO (RFC)',
      aliases: ['RED FALCON AIR (RFA)', 'RED FALCON CARGO (RFC)', 'صقر أحمر (Saqr Ahmar; Sakr Ahmer)', 'صقر أحمر', 'Saqr Ahmar', 'Sakr Ahmer'],
      countries: ['KP'],
      fields: { FUTURE_ELEMENT: 'mode x; kept' },
    })
  })

  it('leaves out a record without a name and says so', async () => {
    const [report] = await lists.take(lists.written('un.xml', un().replace('<FIRST_NAME>GREBE</FIRST_NAME>', '<FIRST_NAME/>')))
    expect(report?.records).toBe(2)
    expect(report?.warnings.join()).toMatch(/un\.xml, line 38: a record of UN has no name/)
  })

  it('keeps both of two records that share an id', async () => {
    const [report] = await lists.take(lists.written('un.xml', un().replace('7000002', '7000001')))
    expect(report?.records).toBe(3)
    expect(report?.warnings.join()).toContain('share the id')
  })

  it.each<[string, (text: string) => string | Buffer, RegExp]>([
    ['a document type', (text) => text.replace('<CONSOLIDATED_LIST', '<!DOCTYPE x [<!ENTITY a "b">]>\n<CONSOLIDATED_LIST'), /un\.xml looks like|document type/],
    ['a file cut off in a record', (text) => text.slice(0, text.indexOf('<GENDER>') + 4), /un\.xml, line 1?\d: .*(cut off|not well-formed)/],
    ['a record without its number', (text) => text.replace('<DATAID>7000002</DATAID>', ''), /line \d+: the record has no DATAID/],
    ['another encoding', (text) => Buffer.from(text.replace('GREBE', 'GRÈBE'), 'latin1'), /not UTF-8/],
    ['a NUL byte', (text) => text.replace('GREBE', 'GRE\0BE'), /a NUL byte/],
    ['no records', () => '<CONSOLIDATED_LIST dateGenerated="2026-02-27"><INDIVIDUALS/></CONSOLIDATED_LIST>', /not one listed party/],
    ['a text without end', (text) => text.replace('Made up', 'a'.repeat(9_000_000)), /larger than any|longer than any/],
  ])('refuses %s, and imports nothing', async (_, change, message) => {
    expect((await lists.refusal(lists.written('un.xml', change(un())))).detail).toMatch(message)
    expect(lists.imports()).toBe(0)
  })

  it('gives an element named __proto__ no power', async () => {
    await lists.take(lists.written('un.xml', un().replace('<GENDER>Male</GENDER>', '<__proto__>x</__proto__><constructor>y</constructor>')))
    expect(Object.entries(lists.entry('7000001')?.fields ?? {})).toContainEqual(['constructor', 'y'])
    expect(({} as Record<string, unknown>).constructor).toBe(Object)
  })
})

describe.skipIf(!hasReferenceData())('the whole official file', () => {
  const file = 'un/consolidated-2026-02-27.xml.gz'

  it('has 730 individuals and 273 entities, every name and reference number among them', async () => {
    const [report] = await lists.take(referenceFile(file))
    expect(report).toMatchObject({ records: 1003, contentDate: '2026-02-27', warnings: [] })
    const entries = lists.entries()
    expect(entries.filter(({ kind }) => kind === 'person')).toHaveLength(730)
    expect(entries.filter(({ kind }) => kind === 'entity')).toHaveLength(273)
    const single = (text: string): string => text.replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()
    const names = new Set(entries.flatMap(({ name, aliases, weakAliases }) => [name, ...aliases, ...weakAliases]))
    const xml = gunzipSync(readFileSync(referenceFile(file))).toString('utf8')
    const texts = (element: string): string[] =>
      [...xml.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, 'g'))].map((match) => single(match[1] as string)).filter((text) => text !== '')
    expect(texts('ALIAS_NAME').length).toBe(2139 + 613)
    expect(texts('ALIAS_NAME').filter((name) => !names.has(name))).toEqual([])
    expect(texts('NAME_ORIGINAL_SCRIPT').filter((name) => !names.has(name))).toEqual([])
    expect(new Set(entries.map(({ citation }) => citation))).toEqual(new Set(texts('REFERENCE_NUMBER')))
    const numbers = entries.flatMap(({ ids }) => ids).join('\n')
    expect(texts('NUMBER').filter((number) => !numbers.includes(number))).toEqual([])
    expect(entries.reduce((sum, { weakAliases }) => sum + weakAliases.length, 0)).toBeGreaterThan(600)
  })

  it('names countries that are all known but one that is no more', async () => {
    lists.close()
    const unknown = new Set<string>()
    const lookup = countryLookup(readFileSync(join(import.meta.dirname, '../../../assets/reference/countries.csv'), 'utf8'))
    lists = testImport((name) => {
      const code = lookup(name)
      if (code === '' && name !== '') unknown.add(name)
      return code
    })
    await lists.take(referenceFile(file))
    expect([...unknown].sort()).toEqual(['former Soviet Union'])
    // A nationality is given as "na": not available, and not Namibia.
    expect(lists.entries().filter(({ countries }) => countries.includes('NA'))).toEqual([])
  })
})
