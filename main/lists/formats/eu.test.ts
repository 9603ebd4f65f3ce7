import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { type CopyRecord, copyOf, euCsvOf, euXmlOf } from '../development/official-form.ts'
import { type TestImport, testImport } from '../development/test-import.ts'

const XML = join(import.meta.dirname, '..', 'fixtures', 'eu.xml')
const CSV = join(import.meta.dirname, '..', 'fixtures', 'eu.csv')
const xml = (): string => readFileSync(XML, 'utf8')
const csv = (): string => readFileSync(CSV, 'utf8')

let lists: TestImport
beforeEach(() => {
  lists = testImport()
})
afterEach(() => lists.close())

describe('EU list as XML', () => {
  it('is recognised by its content, dated by its own date', async () => {
    const [report] = await lists.take(lists.written('anything.bin', gzipSync(xml())))
    expect(report).toMatchObject({ format: 'eu-xml', records: 2, contentDate: '2026-07-28', lists: [{ id: 'EU', records: 2 }] })
  })

  it('is recognised with a prefix before its names, or without a namespace', async () => {
    const prefixed = xml()
      .replaceAll(/<(\/?)([a-zA-Z])/g, '<$1fsd:$2')
      .replace('xmlns=', 'xmlns:fsd=')
    expect((await lists.take(lists.written('prefixed.xml', prefixed)))[0]).toMatchObject({ format: 'eu-xml', records: 2 })
    expect((await lists.take(lists.written('plain.xml', xml().replace(/ xmlns="[^"]*"/, ''))))[0]).toMatchObject({ format: 'eu-xml', records: 2 })
  })

  it('keeps all that it says of a person', async () => {
    await lists.take(XML)
    const entry = lists.entry('EU.90001.11')
    expect(entry).toMatchObject({
      list: 'EU',
      kind: 'person',
      name: 'Oren TERN',
      aliases: ['Орен Терн'],
      weakAliases: ['Heron'],
      addresses: ['1 Example Street, PO Box 12, Havana, 10100, CUBA (office)'],
      countries: ['CU', 'KP'],
      dates: ['circa 1962-09', '1982-04-19 (ISLAMIC 1402-06-24)', '1960 to 1962'],
      ids: ['National passport A9876543 (CUBA)', 'EU.90001.11', 'KPi.901'],
      programmes: ['PRK'],
      remarks: 'Made up for a test. Date of UN designation: 2.1.2020',
      citation: '2023/9001 (OJ L901), 2023-04-24',
      startDate: '2020-01-02',
      url: 'http://example.org/9001',
    })
    expect(entry?.fields).toMatchObject({ logicalId: '90001', unitedNationId: 'KPi.901', designationDate: '2020-01-02' })
    const said = Object.values(entry?.fields ?? {}).join('\n')
    const record = xml().slice(xml().indexOf('<sanctionEntity'), xml().indexOf('</sanctionEntity>'))
    const values = [...record.matchAll(/ \w+="([^"]+)"/g)].map((match) => match[1] as string)
    expect(values.length).toBeGreaterThan(90)
    expect(values.filter((value) => !said.includes(value))).toEqual([])
    for (const text of ['so called in the press', '+53 1', 'http://example.org/9000', 'Wonsan']) expect(said).toContain(text)
  })

  it('takes the number of the list where the reference number is missing, and keeps elements that are new', async () => {
    await lists.take(XML)
    expect(lists.entry('90002')).toMatchObject({
      kind: 'entity',
      name: 'JSC Red Falcon; NJSC Red Falcon',
      aliases: ['JSC Red Falcon', 'NJSC Red Falcon'],
      fields: { futureElement: 'futureAttribute kept' },
    })
  })

  it('keeps a day that is not in the calendar as it is written, and begins no listing with one', async () => {
    await lists.take(lists.written('eu.xml', xml().replace('designationDate="2020-01-02"', 'designationDate="2020-02-30"').replace('1982-04-19', '1982-02-31')))
    expect(lists.entry('EU.90001.11')).toMatchObject({
      startDate: '',
      fields: { designationDate: '2020-02-30' },
      dates: expect.arrayContaining(['1982-02-31 (ISLAMIC 1402-06-24)']),
    })
  })

  it('leaves out a record without a name and says so', async () => {
    const [report] = await lists.take(lists.written('eu.xml', xml().replace('wholeName="JSC Red Falcon; NJSC Red Falcon"', 'wholeName=" "')))
    expect(report?.records).toBe(1)
    expect(report?.warnings.join()).toMatch(/line 30: a record of EU has no name/)
  })

  it.each<[string, (text: string) => string | Buffer, RegExp]>([
    ['an entity bomb', (text) => text.replace('<export', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<export'), /eu\.xml looks like|document type/],
    ['a file cut off in a record', (text) => text.slice(0, text.indexOf('<citizenship')), /cut off|not well-formed/],
    ['a record without numbers', (text) => text.replace('unitedNationId="" logicalId="90002"', ''), /line 30: the sanctionEntity has neither/],
    ['another encoding', (text) => Buffer.from(text.replace('Heron', 'Hérön').replaceAll(/[А-я]/g, 'x'), 'latin1'), /not UTF-8/],
    ['a NUL byte', (text) => text.replace('Heron', 'Her\0on'), /a NUL byte/],
    [
      'many records without a name',
      (text) => text.replace('</export>', `${'<sanctionEntity logicalId="1"/>'.repeat(101)}</export>`),
      /more than 100 records have no name/,
    ],
    ['an attribute without end', (text) => text.replace('wholeName="Heron"', `wholeName="${'a'.repeat(9_000_000)}"`), /longer than any|larger than any/],
    ['another export', () => '<export><row id="1"/></export>', /root element export/],
  ])('refuses %s, and imports nothing', async (_, change, message) => {
    expect((await lists.refusal(lists.written('eu.xml', change(xml())))).detail).toMatch(message)
    expect(lists.imports()).toBe(0)
  })
})

describe('EU list as CSV', () => {
  it('is recognised by its heading; the rows of a party are one entry wherever they stand', async () => {
    const [report] = await lists.take(lists.written('anything.txt', csv()))
    expect(report).toMatchObject({ format: 'eu-csv', records: 2, contentDate: '2026-07-28' })
    expect(lists.entry('EU.90001.11')).toMatchObject({
      kind: 'person',
      name: 'Oren "Bird" TERN',
      aliases: ['Орен Терн'],
      addresses: ['1 Example Street, PO Box 12, Havana, CUBA (office)'],
      countries: ['CU', 'KP'],
      dates: ['1962-09-03'],
      ids: ['National passport A9876543 (CUBA)', 'EU.90001.11', 'KPi.901'],
      programmes: ['PRK'],
      remarks: 'Made up for a test. Date of UN designation: 2.1.2020',
      citation: '2023/9001 (OJ L901), 2023-04-24',
      startDate: '2020-01-02',
      fields: {
        identification: expect.stringContaining('issuedDate 2013-06-11'),
        nameAlias: expect.stringContaining('function Director of Red Falcon; logicalId 3; remark so called in the press; regulationSummary 2019/9000'),
      },
    })
  })

  it('reads quotes as the publisher leaves them', async () => {
    await lists.take(CSV)
    expect(lists.entry('EU.90002.10')).toMatchObject({ kind: 'entity', name: '"Red Falcon" JSC' })
  })

  it('says the same of a person and an enterprise as the XML', async () => {
    const turned = csv().replaceAll(';P;person;', ';person;P;').replaceAll(';E;enterprise;', ';enterprise;E;')
    await lists.take(lists.written('turned.csv', turned))
    expect(lists.entries().map(({ kind }) => kind)).toEqual(['person', 'entity'])
  })

  it.each<[string, (text: string) => string | Buffer, RegExp]>([
    [
      'missing columns',
      (text) => text.replace('NameAlias_WholeName', 'Other'),
      /line 1: looks like the EU financial sanctions list but lacks NameAlias_WholeName\. .*XML/,
    ],
    ['a row that is cut off', (text) => text.slice(0, -60), /line 8: the row has \d+ cells, expected 118/],
    ['a row without its number', (text) => text.replace(';90002;', ';;'), /line 5: the row has no Entity_LogicalId/],
    ['another encoding', (text) => Buffer.from(text.replaceAll(/[А-я\uFEFF]/g, 'é').replace('é', ''), 'latin1'), /not UTF-8|looks like/],
    ['a NUL byte', (text) => text.replace('Havana', 'Hav\0ana'), /a NUL byte/],
    ['a heading and nothing else', (text) => text.split('\n', 1)[0] as string, /not one listed party/],
  ])('refuses %s, and imports nothing', async (_, change, message) => {
    expect((await lists.refusal(lists.written('eu.csv', change(csv())))).detail).toMatch(message)
    expect(lists.imports()).toBe(0)
  })

  it('gives a column named __proto__ no power', async () => {
    await lists.take(lists.written('eu.csv', csv().replace('NameAlias_Title', 'NameAlias___proto__')))
    expect(lists.entries()).toHaveLength(2)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe.skipIf(!hasReferenceData())('the whole list', () => {
  const records = (): CopyRecord[] => copyOf('eu/fsf-entities-2026-02-26.jsonl.gz')
  const single = (text: string): string => text.replace(/\s+/g, ' ').trim()
  const texts = (record: CopyRecord, list: string, key: string): string[] =>
    ((record[list] ?? []) as CopyRecord[]).map((part) => (part[key] === undefined ? '' : single(String(part[key])))).filter((text) => text !== '')

  it('reads the official record', async () => {
    const [report] = await lists.take(referenceFile('eu/fsf-xml-1_1.excerpt.xml'))
    expect(report).toMatchObject({ records: 1, contentDate: '2024-12-11' })
    expect(lists.entry('13')).toMatchObject({ name: 'Saddam Hussein Al-Tikriti', aliases: ['Abu Ali', 'Abou Ali'], dates: ['1937-04-28'], countries: ['IQ'] })
  })

  it.each<[string, (all: CopyRecord[]) => string]>([
    ['XML', euXmlOf],
    ['CSV', euCsvOf],
  ])('comes back from its %s with every name and number of its 5,860 parties', async (_, write) => {
    const all = records()
    const [report] = await lists.take(lists.written('whole', write(all)))
    expect(report).toMatchObject({ records: 5860, contentDate: '2026-02-26', warnings: [] })
    const entries = new Map(lists.entries().map((entry) => [entry.entry, entry]))
    expect(entries.size).toBe(5860)
    const lost: string[] = []
    for (const record of all) {
      const entry = entries.get(String(record.eu_reference_number))
      const names = new Set([entry?.name, ...(entry?.aliases ?? []), ...(entry?.weakAliases ?? [])])
      lost.push(...texts(record, 'name_aliases', 'whole_name').filter((name) => !names.has(name)))
      lost.push(...texts(record, 'identifications', 'number').filter((number) => !entry?.ids.some((id) => id.includes(number))))
      lost.push(...texts(record, 'birthdates', 'birthdate').filter((date) => !entry?.dates.some((one) => one.includes(date))))
      lost.push(...texts(record, 'citizenships', 'country_iso2_code').filter((code) => code !== '00' && !entry?.countries.includes(code)))
      lost.push(...texts(record, 'addresses', 'street').filter((street) => !entry?.addresses.some((address) => address.includes(street))))
    }
    expect(lost).toEqual([])
    const kinds = [...entries.values()].map(({ kind }) => kind)
    expect([kinds.filter((kind) => kind === 'person').length, kinds.filter((kind) => kind === 'entity').length]).toEqual([4341, 1519])
  })
})
