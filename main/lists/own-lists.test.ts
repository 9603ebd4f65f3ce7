import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReference } from '#main/database/open.ts'
import type { OwnList } from '#shared/domain/own-list.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from './countries.ts'
import { loadCurrentEntries } from './current.ts'
import { importLists } from './import.ts'
import { emptyOwnList, previewOwnList } from './own-lists.ts'
import { isStarterOnly, listStatus } from './status.ts'

const NOW = '2026-11-21T08:00:00Z'
const country = countryLookup('code,en\nDE,Germany\nCN,China\n')
const own: OwnList = {
  list: 'OWN-WATCH',
  title: 'House watch list',
  map: {
    name: 'Party',
    aliases: 'Also',
    kind: 'Kind',
    country: 'Land',
    address: 'Where',
    dateOfBirth: 'Born',
    ids: 'Number',
    remarks: 'Why',
    startDate: 'From',
    endDate: 'Until',
  },
}
const HEADING = 'Party;Also;Kind;Land;Where;Born;Number;Why;From;Until;Owner'
const ROWS = [
  'Quillon GmbH;Quillon; Q-Tec;company;Germany;Hafenstr. 1, Bremen;;HRB 123456;late payment;2026/9/1;2027-01-31;Sales',
  '张三;;个人;CN;;1970-01-02;;;2026年3月5日;;Legal',
].map((row) => row.replace('Quillon; Q-Tec', '"Quillon; Q-Tec"').replace('Hafenstr. 1, Bremen', '"Hafenstr. 1, Bremen"'))
const file = (...rows: string[]) => [HEADING, ...rows].join('\n')

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-own-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

function written(content: string | Buffer, name = 'own.csv'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const take = (path: string, order: OwnList = own, now = NOW) => importLists({ database, files: [path], own: order, now, country })
const refusal = async (act: Promise<unknown>): Promise<InputError> => {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof InputError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}
const held = (): ListEntry[] => loadCurrentEntries(database).entries

describe('an own list', () => {
  it('is read by its columns; the ones left out are kept', async () => {
    const [report] = await take(written(`\uFEFF${file(...ROWS, ';;;;;;;;;;')}\n`))
    expect(report).toMatchObject({
      format: 'own-csv',
      source: 'House watch list',
      contentDate: '2026-11-21',
      lists: [{ id: 'OWN-WATCH', records: 2, added: 2 }],
      warnings: [],
    })
    expect(held().find(({ name }) => name === 'Quillon GmbH')).toMatchObject({
      list: 'OWN-WATCH',
      entry: 'quillon-gmbh',
      kind: 'entity',
      aliases: ['Quillon', 'Q-Tec'],
      countries: ['DE'],
      addresses: ['Hafenstr. 1, Bremen'],
      ids: ['HRB 123456'],
      remarks: 'late payment',
      startDate: '2026-09-01',
      endDate: '2027-01-31',
      fields: { Owner: 'Sales' },
    })
    expect(held().find(({ name }) => name === '张三')).toMatchObject({
      entry: '张三',
      kind: 'person',
      countries: ['CN'],
      dates: ['1970-01-02'],
      startDate: '2026-03-05',
    })
  })

  it('is complete in itself, in force at once, under the title that it was given, and not soon stale', async () => {
    await take(written(file(...ROWS)))
    expect(loadCurrentEntries(database).lists).toEqual([expect.objectContaining({ id: 'OWN-WATCH', title: 'House watch list', complete: true, records: 2 })])
    expect(isStarterOnly(listStatus(database, { now: NOW }))).toBe(true)
    expect(listStatus(database, { now: '2027-03-01T00:00:00Z', language: 'zh' })[0]).toMatchObject({ title: 'House watch list', stale: false })
  })

  it('keeps what it can not read and says where', async () => {
    const [report] = await take(written(file('A;;thing;Atlantis;;;;;31/12/2026;2026-02-30;x')))
    for (const said of [
      '“Atlantis” is no country',
      'line 2: “thing” is no kind of party',
      'line 2: “31/12/2026” is no date',
      'line 2: “2026-02-30” is no date',
    ])
      expect(report?.warnings.join('\n')).toContain(said)
    expect(held()[0]).toMatchObject({
      kind: 'unknown',
      countries: [],
      startDate: '',
      endDate: '',
      fields: { Kind: 'thing', Land: 'Atlantis', From: '31/12/2026', Until: '2026-02-30', Owner: 'x' },
    })
  })

  it('is told again by its heading, and a later file changes parties and does not replace them', async () => {
    const path = written(file(...ROWS))
    expect(await previewOwnList(database, path)).toMatchObject({
      delimiter: ';',
      columns: HEADING.split(';'),
      rows: [expect.arrayContaining(['Quillon GmbH']), expect.arrayContaining(['张三'])],
    })
    await take(path)
    const again = written(file(...ROWS.map((row) => row.replace('late payment', 'very late payment'))), 'later.csv')
    expect((await previewOwnList(database, again)).remembered).toEqual(own)
    const [report] = await take(again)
    expect(report?.lists).toEqual([{ id: 'OWN-WATCH', records: 2, added: 0, removed: 0, changed: 1 }])
    expect((await previewOwnList(database, written('Other,Heading\n1,2\n', 'other.csv'))).remembered).toBeUndefined()
  })

  it('may be two lists of the same bytes', async () => {
    const path = written(file(...ROWS))
    await take(path)
    const [report] = await take(path, { ...own, list: 'OWN-TWO', title: 'Two' })
    expect(report).toMatchObject({ unchanged: false, lists: [{ id: 'OWN-TWO', added: 2 }] })
    expect(held()).toHaveLength(4)
  })

  it('is guarded as any other list', async () => {
    await take(written(file(...Array.from({ length: 10 }, (_, at) => `Party ${at};;;;;;;;;;`))))
    expect((await refusal(take(written(file('Party 1;;;;;;;;;;'))))).code).toBe('held-back')
  })

  it('is emptied with a reason; its copies stay, and a file fills it again', async () => {
    await take(written(file(...ROWS)))
    expect(() => emptyOwnList(database, { list: 'OWN-WATCH', reason: ' ', now: NOW })).toThrow('needs a reason')
    expect(() => emptyOwnList(database, { list: 'EL', reason: 'x', now: NOW })).toThrow('no list of your own')
    expect(() => emptyOwnList(database, { list: 'OWN-NONE', reason: 'x', now: NOW })).toThrow('No list OWN-NONE')
    expect(emptyOwnList(database, { list: 'OWN-WATCH', reason: 'contract ended', now: NOW }).lists).toEqual([
      { id: 'OWN-WATCH', records: 0, added: 0, removed: 2, changed: 0 },
    ])
    expect(held()).toEqual([])
    const [status] = listStatus(database, { now: NOW })
    expect(status).toMatchObject({ id: 'OWN-WATCH', records: 0, complete: true, title: 'House watch list' })
    expect(status?.history.map(({ records, reason }) => [records, reason])).toEqual([
      [0, 'contract ended'],
      [2, ''],
    ])
    await take(written(file(...ROWS)))
    expect(held()).toHaveLength(2)
  })

  it.each([
    ['a row without a name', () => take(written(file(ROWS[0] as string, ';;;;;;;nameless;;;'))), /own\.csv, line 3: the row has no name in the column “Party”/],
    ['a column that is not there', () => take(written('Name;Land\nA;DE\n')), /the heading has no column “Party”/],
    ['a row that is cut off', () => take(written(file('A;b'))), /own\.csv, line 2: the row has 2 cells/],
    ['no column for the name', () => take(written(file(...ROWS)), { ...own, map: { country: 'Land' } }), /say which column holds the name/],
    ['another encoding', () => take(written(Buffer.from(file('Müller;;;;;;;;;;'), 'latin1'))), /line 2: the text is not UTF-8/],
    ['an empty file', () => take(written('')), /a heading with the names of the columns was expected/],
    ['a heading alone', () => take(written(`${HEADING}\n`)), /not one listed party/],
    ['two files', () => importLists({ database, files: [written('a\n'), written('b\n', 'b.csv')], own, now: NOW }), /read from one file/],
  ])('refuses %s, and nothing is imported', async (_name, act, message) => {
    const error = await refusal(act())
    expect(error.code).toBe('bad-input')
    expect(error.detail).toMatch(message)
    expect(database.prepare('SELECT count(*) FROM list_import').pluck().get()).toBe(0)
  })

  it('never takes the id of an official list', async () => {
    await expect(take(written(file(...ROWS)), { ...own, list: 'SDN' })).rejects.toThrow('expected OWN-')
  })
})
