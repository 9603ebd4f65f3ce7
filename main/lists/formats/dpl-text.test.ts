import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { type TestImport, testImport } from '../development/test-import.ts'

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'dpl.txt')
const text = readFileSync(FIXTURE, 'utf8')
let test: TestImport
beforeEach(() => {
  test = testImport()
})
afterEach(() => test.close())

describe('Denied Persons List', () => {
  it('is recognised by its heading, whatever its name, and dated by the newest of its dates that can be', async () => {
    const [report] = await test.take([test.written('anything.bin', gzipSync(`\uFEFF${text.replaceAll('\n', '\r\n')}`))])
    expect(report).toMatchObject({ format: 'dpl-text', contentDate: '2021-03-20', records: 5, lists: [{ id: 'DPL', records: 5, added: 5 }] })
  })

  it('keeps all fields of a row', async () => {
    await test.take([FIXTURE])
    expect(test.inForce('DPL').find((entry) => entry.name === 'O. ASHBURN')).toMatchObject({
      list: 'DPL',
      entry: 'O. ASHBURN, 06/19/2003, INMATE NUMBER: 00000-000, 1 PRISON WAY',
      kind: 'unknown',
      name: 'O. ASHBURN',
      aliases: [],
      weakAliases: [],
      addresses: ['INMATE NUMBER: 00000-000, 1 PRISON WAY, SPRINGFIELD, TX, 75000'],
      countries: ['US'],
      dates: [],
      ids: [],
      programmes: [],
      remarks: 'FEDERAL REGISTER NOTICE UPDATED',
      licenceRequirement: '',
      licencePolicy: '',
      citation: '68 F.R. 00001 6/27/03 72 F.R. 00002 1/30/07',
      startDate: '2003-06-19',
      endDate: '2056-06-29',
      footnotes: [],
      url: '',
      fields: { Standard_Order: 'Y', Last_Update: '2007-01-31' },
    })
  })

  it('keeps dates that can not be as they are written, and says so', async () => {
    const [report] = await test.take([FIXTURE])
    const [heron] = test.inForce('DPL').filter((entry) => entry.name === 'GREY HERON AIRLINES')
    expect(heron).toMatchObject({ startDate: '', endDate: '' })
    expect(heron?.fields).toEqual({ Effective_Date: '02/30/2015', Expiration_Date: '01/01/3017', Last_Update: '0222-05-18', Standard_Order: 'N' })
    expect(test.inForce('DPL').find((entry) => entry.addresses[0]?.includes('MINSK'))?.fields).toMatchObject({ Last_Update: '3017-08-22' })
    expect(report?.warnings.join()).toContain('2 rows have a date that can not be right')
  })

  it('tells the country of an address that leaves it out only where it can be American alone', async () => {
    await test.take([FIXTURE])
    const countries = Object.fromEntries(test.inForce('DPL').map((entry) => [entry.addresses[0]?.split(', ').at(-1), entry.countries]))
    expect(countries).toEqual({ '75000': ['US'], BY: ['BY'], AE: ['AE'], CY: [], 'United Kingdom': ['GB'] })
  })

  it('gives the rows of one person ids of their own that do not move with other rows', async () => {
    await test.take([FIXTURE])
    const before = test.inForce('DPL').map((entry) => entry.entry)
    expect(new Set(before).size).toBe(5)
    await test.take([
      test.written(
        'next.txt',
        text
          .split('\n')
          .filter((line) => !line.includes('MINSK'))
          .join('\n')
          .replace('2021-03-20', '2021-03-21'),
      ),
    ])
    expect(new Set(test.inForce('DPL').map((entry) => entry.entry))).toEqual(new Set(before.filter((entry) => !entry.includes('2 SAMPLE ROAD'))))
  })

  it.each([
    ['lacks a column', text.replace('"Effective_Date"', '"Effective"'), 'lacks the column Effective_Date'],
    ['is cut off in a row', text.slice(0, text.indexOf('DUBAI')), 'line 4'],
    ['is cut off in the middle of cells', text.slice(0, text.indexOf('"DUBAI"')), 'has 3 cells, expected 12'],
    ['has a NUL byte', text.replace('MINSK', 'MIN\0SK'), 'NUL byte'],
    ['is in another encoding', Buffer.from(text.replace('MINSK', 'MÜNSK'), 'latin1'), 'not UTF-8'],
    ['has its heading and nothing else', text.split('\n')[0] as string, 'not one listed party'],
    ['has no names', `${text.split('\n')[0]}\n${'""\t""\t""\t""\t""\t""\t""\t""\t""\t""\t""\t""\n'.repeat(30)}`, 'more than 20 rows have no name'],
  ])('is refused when it %s', async (_, content, says) => {
    const error = await test.refusal([test.written('dpl.txt', content)])
    expect(error.message).toContain(says)
    expect(error.message).toContain('Nothing was imported')
  })

  it.skipIf(!hasReferenceData())('takes the whole official file', async () => {
    const [report] = await test.take([referenceFile('csl/dpl-2022-09.txt')])
    // Two of the 581 rows stand in the file twice.
    expect(report).toMatchObject({ contentDate: '2022-09-02', records: 579 })
    expect(report?.warnings.join()).toContain('3 rows have a date that can not be right')
    expect(report?.warnings.join()).toContain('2 rows stood in the file twice')
    expect(
      test
        .inForce('DPL')
        .filter((entry) => entry.name === 'MANSOUR ZADEH')
        .map((entry) => entry.fields?.Last_Update),
    ).toContain('3017-08-22')
    expect(test.inForce('DPL').some((entry) => entry.name === 'I. ASH')).toBe(true)
    expect(test.inForce('DPL').filter((entry) => entry.countries.length === 0).length).toBe(22)
  })
})
