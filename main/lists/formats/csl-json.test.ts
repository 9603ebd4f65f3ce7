import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { type TestImport, testImport } from '../development/test-import.ts'

const CSV = join(import.meta.dirname, '..', 'fixtures', 'csl.csv')
let test: TestImport
beforeEach(() => {
  test = testImport()
})
afterEach(() => test.close())

const LISTS = ['programs', 'alt_names', 'citizenships', 'dates_of_birth', 'nationalities', 'places_of_birth']
const split = (cell: string, separator = /;\s+|;$/): string[] => cell.split(separator).filter((part) => part.trim() !== '')
type Results = Record<string, unknown>[]

/** The same records as the publisher writes them in JSON: arrays, objects, and null where nothing is said. */
function jsonOf(csv: string): Results {
  const rows = parse(csv, { columns: true, bom: true, relax_quotes: true }) as Record<string, string>[]
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]): [string, unknown] => {
        if (column === '_id') return ['id', cell]
        if (column === 'alt_names') return [column, split(cell, /;\s*/)]
        if (LISTS.includes(column)) return [column, split(cell)]
        if (column === 'addresses') {
          const place = (text: string): [string, string] => {
            const country = /(?:^|,\s*)([A-Z]{2})$/.exec(text)
            return country === null ? [text, ''] : [text.slice(0, country.index), country[1] as string]
          }
          return [
            column,
            split(cell).map((text) => ({ city: null, address: place(text)[0] || null, state: null, postal_code: null, country: place(text)[1] || null })),
          ]
        }
        if (column === 'ids') return [column, split(cell).map((text) => ({ type: text, number: null, country: null, issue_date: null, expiration_date: null }))]
        return [column, cell === '' ? null : cell]
      }),
    ),
  )
}
const file = (results: unknown, more: object = { search_performed_at: '2022-04-21T13:15:00.015113+00:00' }): string => JSON.stringify({ ...more, results })

describe('Consolidated Screening List as JSON', () => {
  const results = jsonOf(readFileSync(CSV, 'utf8'))

  it('is recognised by its content, whatever its name, and dated by the file', async () => {
    const [report] = await test.take([test.written('anything.bin', file(results))])
    expect(report).toMatchObject({ format: 'csl-json', contentDate: '2022-04-21', records: 15 })
    expect(report?.lists).toHaveLength(12)
  })

  it('makes the same listings as the CSV of the same content', async () => {
    await test.take([CSV])
    const [report] = await test.take([test.written('consolidated.json', file(results))])
    expect(
      report?.lists.map(({ id, added, removed, changed }) => ({ id, added, removed, changed })).filter((list) => list.added + list.removed + list.changed > 0),
    ).toEqual([])
    expect(report?.lists).toHaveLength(12)
  })

  it.skipIf(!hasReferenceData())('makes the same listings as the whole official CSV', async () => {
    const path = referenceFile('csl/consolidated-2022-04.csv.gz')
    await test.take([path])
    const [report] = await test.take([test.written('consolidated.json', file(jsonOf(gunzipSync(readFileSync(path)).toString('utf8'))))])
    expect(report?.records).toBe(14160)
    const differing = report?.lists.filter((list) => list.added + list.removed + list.changed > 0)
    expect(differing).toEqual([])
  })

  it('joins addresses and documents as the CSV does', async () => {
    const record = {
      id: '906',
      entity_number: '906',
      source: 'Specially Designated Nationals (SDN) - Treasury Department',
      type: 'Entity',
      name: ' Blue Kite Bank ',
      addresses: [
        { city: 'London', country: 'GB', address: '4th Floor, 1 Sample Wall', state: null, postal_code: 'E1 0AA' },
        { city: null, country: 'CU', address: null, state: '', postal_code: null },
      ],
      alt_names: ['BLUE; KITE', 'and Kite Bank'],
      programs: ['CUBA'],
      ids: [{ type: 'Passport', number: 'K1', country: 'JO', issue_date: '2009-08-31', expiration_date: '2014-08-30' }],
      start_date: '2022-02-31',
      source_list_url: 'http://example.org/sdn',
      source_information_url: 'http://example.org/about',
      gross_tonnage: 1200,
      new_field: ['one', { number: 2 }],
    }
    await test.take([test.written('a.json', `\uFEFF${file([record, { ...record, id: 'x1', country: 'TH', entity_number: null }])}`)])
    expect(test.inForce('SDN', '906')[0]).toMatchObject({
      name: 'Blue Kite Bank',
      kind: 'entity',
      addresses: ['4th Floor, 1 Sample Wall, London, E1 0AA, GB', 'CU'],
      countries: ['GB', 'CU'],
      aliases: ['BLUE; KITE', 'Kite Bank'],
      ids: ['JO, 2014-08-30, 2009-08-31, K1, Passport'],
      startDate: '',
      url: 'http://example.org/sdn',
      fields: { start_date: '2022-02-31', source_information_url: 'http://example.org/about', gross_tonnage: '1200', new_field: 'one; 2' },
    })
    expect(test.inForce('SDN', 'x1')[0]?.countries).toEqual(['GB', 'CU', 'TH'])
  })

  it('takes the answer of the search service when it is whole, and no page of it', async () => {
    const answer = (total: number): string =>
      file(results, {
        total,
        offset: 0,
        sources_used: [{ source: 'x', source_last_updated: '2026-09-23T14:07:33+00:00' }],
        search_performed_at: '2026-09-25T04:15:00+00:00',
      })
    const [report] = await test.take([test.written('whole.json', answer(15))])
    expect(report).toMatchObject({ records: 15, contentDate: '2026-09-25' })
    expect((await test.refusal([test.written('page.json', answer(26083))])).message).toContain('15 of 26083 records: it is one page of a search')
  })

  it('keeps an element named __proto__ as a field and nothing else', async () => {
    const content = file([{ ...results[0], name: 'Quiet Harbour' }]).replace('"name":"Quiet Harbour"', '"name":"Quiet Harbour","__proto__":{"polluted":"yes"}')
    await test.take([test.written('a.json', content)])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    const [entry] = test.inForce('EL')
    expect(entry?.name).toBe('Quiet Harbour')
    expect(Object.entries(entry?.fields ?? {})).toContainEqual(['__proto__', 'yes'])
  })

  it.each([
    ['is cut off', file(results).slice(0, 4000), 'cut off or damaged'],
    ['has no records', file([]).replace('[]', '[],"alt_names":[],"source":""'), 'not one listed party'],
    ['has results that are no array', file({ a: 1, source: '', alt_names: '' }), 'no array "results"'],
    ['has a record that is none', file([...results.slice(0, 2), 7]), 'record 3: is not an object'],
    ['has a record that names no list', file([{ ...results[0], source: null }, ...results]), 'record 1: the row names no list'],
    ['has a NUL byte', file(results).replace('Falcon', 'Fal\0con'), 'NUL byte'],
    ['is in another encoding', Buffer.from(file(results).replace('Falcon', 'Fälcon'), 'latin1'), 'not UTF-8'],
  ])('is refused when it %s', async (_, content, says) => {
    const error = await test.refusal([test.written('consolidated.json', content)])
    expect(error.message).toContain(says)
    expect(error.message).toContain('Nothing was imported')
  })
})
