import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReference } from '#main/database/open.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from '../countries.ts'
import { type CurrentEntry, loadCurrentEntries } from '../current.ts'
import { importLists } from '../import.ts'

const country = countryLookup('code,en\nJP,Japan\nUS,United States\n')
let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-form-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const take = (...files: string[]) => importLists({ database, files, now: '2031-12-21T08:00:00Z', country })
const refusal = async (...files: string[]): Promise<string> => {
  const error = await take(...files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof InputError) || error.code !== 'bad-input') throw new Error(`expected a refusal, got ${String(error)}`)
  return error.detail
}
const held = (list: string): CurrentEntry[] => loadCurrentEntries(database).entries.filter((entry) => entry.list === list)

const party = {
  entry: '2031-4/1',
  name: 'Redwood Falcon, Inc.',
  otherNames: ['红杉猎鹰公司'],
  aliases: ['RFI'],
  weakAliases: ['Falcon'],
  kind: 'entity',
  countries: ['Japan', 'US', 'Atlantis'],
  ids: ['91310000MA1FL0TEXT'],
  addresses: ['1 Example Road'],
  dates: ['1999'],
  programmes: ['P'],
  startDate: '2031-03-10',
  endDate: '2035-01-01',
  suspensions: [{ from: '2031-06-01', until: '2031-08-29', citation: 'announcement 9' }],
  citation: 'announcement 4',
  measures: 'no export',
  url: 'https://example.org',
  remarks: 'noted',
}
const json = (more: object = {}, entry: object = party) =>
  JSON.stringify({ schema: 'licet-list/1', list: 'CN-WATCH', contentDate: '2031-06-29', entries: [entry], ...more })
const HEADING =
  'list,entry,name,otherNames,aliases,weakAliases,kind,countries,ids,addresses,dates,programmes,startDate,endDate,suspensions,citation,measures,url,remarks,contentDate'
const ROW =
  'CN-WATCH,2031-4/1,"Redwood Falcon, Inc.",红杉猎鹰公司,RFI,Falcon,entity,Japan; US; Atlantis,91310000MA1FL0TEXT,1 Example Road,1999,P,2031-03-10,2035-01-01,2031-06-01..2031-08-29 announcement 9,announcement 4,no export,https://example.org,noted,2031-06-29'

describe('licet-list/1', () => {
  it('is known by its content and keeps every field, as JSON and as CSV alike', async () => {
    const [report] = await take(
      written('any.bin', json({}, { ...party, relations: [{ says: 'branch of', entry: '2', name: 'Parent' }], fields: { class: 'A' } })),
    )
    expect(report).toMatchObject({ format: 'licet-list/1', records: 1, contentDate: '2031-06-29', lists: [{ id: 'CN-WATCH', added: 1 }] })
    expect(report?.warnings.join()).toContain('“Atlantis” is no country')
    expect(held('CN-WATCH')[0]).toMatchObject({
      entry: '2031-4/1',
      kind: 'entity',
      name: 'Redwood Falcon, Inc.',
      aliases: ['红杉猎鹰公司', 'RFI'],
      weakAliases: ['Falcon'],
      countries: ['JP', 'US'],
      ids: ['91310000MA1FL0TEXT'],
      addresses: ['1 Example Road'],
      dates: ['1999'],
      programmes: ['P'],
      startDate: '2031-03-10',
      endDate: '2035-01-01',
      suspensions: party.suspensions,
      relations: [{ says: 'branch of', entry: '2', name: 'Parent' }],
      citation: 'announcement 4',
      url: 'https://example.org',
      remarks: 'noted',
      fields: { measures: 'no export', class: 'A', countries: 'Atlantis' },
    })
    await take(written('plain.json', json()))
    const [fromJson] = held('CN-WATCH')
    const [again] = await take(written('list.csv.gz', gzipSync(`\uFEFF${HEADING}\n${ROW}\n`)))
    expect(again?.lists).toEqual([{ id: 'CN-WATCH', records: 1, added: 0, removed: 0, changed: 0 }])
    expect(held('CN-WATCH')[0]?.entryHash).toBe(fromJson?.entryHash)
  })

  it('is dated by its newest date where it states none, holds several lists, and names one that is not known', async () => {
    const [report] = await take(written('a.csv', 'list,entry,name,startDate\nCN-ECL,1,A One,2031-02-01\nHOUSE,1,B Two,2031-05-01\n'))
    expect(report).toMatchObject({ contentDate: '2031-05-01', lists: [{ id: 'CN-ECL' }, { id: 'HOUSE' }] })
    expect(report?.warnings.join()).toContain('HOUSE is no list that Licet knows')
  })

  it('is a whole list: a copy that lost most of it is held back', async () => {
    const rows = (count: number) => `list,entry,name\n${Array.from({ length: count }, (_, at) => `HOUSE,${at},Party number ${at}`).join('\n')}\n`
    await take(written('a.csv', rows(10)))
    await expect(take(written('b.csv', rows(3)))).rejects.toMatchObject({ code: 'held-back' })
  })

  it.each([
    ['an official list that has a file', () => written('a.json', json({ list: 'SDN' })), /entries\.0: SDN is a list that its publisher offers as a file/],
    ['no list', () => written('a.json', json({ list: undefined })), /entries\.0: the party names no list/],
    ['a list in small letters', () => written('a.json', json({ list: 'mine' })), /a\.json, the file\.list: expected capital letters/],
    ['a day that does not exist', () => written('a.json', json({}, { ...party, startDate: '2031-02-30' })), /entries\.0\.startDate/],
    ['a field that is not known', () => written('a.json', json({}, { ...party, nmae: 'x' })), /entries\.0: Unrecognized key: "nmae"/],
    ['a party without a name', () => written('a.json', json({}, { ...party, name: ' ' })), /entries\.0\.name/],
    ['a name with powers', () => written('a.json', json().replace('"remarks"', '"__proto__":{"x":1},"remarks"')), /Unrecognized key: "__proto__"/],
    ['JSON that is cut off', () => written('a.json', json().slice(0, -9)), /a\.json, line 1: the text is not proper JSON/],
    ['a column that is not known', () => written('a.csv', 'list,entry,name,nmae\nHOUSE,1,A,B\n'), /line 1: “nmae” is no column/],
    ['a row that is cut off', () => written('a.csv', 'list,entry,name\nHOUSE,1,A\nHOUSE,2\n'), /a\.csv, line 3: the row has 2 cells/],
    ['a wrong suspension', () => written('a.csv', 'list,entry,name,suspensions\nHOUSE,1,A,some day\n'), /line 2\.suspensions\.0\.from/],
    ['a wrong kind', () => written('a.csv', 'list,entry,name,kind\nHOUSE,1,A,firm\n'), /line 2\.kind/],
    ['a wrong content date', () => written('a.csv', 'list,entry,name,contentDate\nHOUSE,1,A,2031\n'), /line 2, contentDate: expected a date/],
    ['another encoding', () => written('a.csv', Buffer.from('list,entry,name\nHOUSE,1,Bläu\n', 'latin1')), /line 2: the text is not UTF-8/],
    ['a NUL byte', () => written('a.csv', 'list,entry,name\nHOUSE,1,A\0\n'), /NUL byte/],
    ['a heading alone', () => written('a.csv', 'list,entry,name\n'), /not one listed party/],
  ])('refuses %s, and nothing is imported', async (_name, file, message) => {
    expect(await refusal(file())).toMatch(message)
    expect(database.prepare('SELECT count(*) FROM list_import').pluck().get()).toBe(0)
  })
})
