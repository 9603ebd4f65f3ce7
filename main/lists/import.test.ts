import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { openReference } from '#main/database/open.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from './countries.ts'
import { loadCurrentEntries } from './current.ts'
import { importLists } from './import.ts'
import { ensureStarter, readStarter } from './starter.ts'
import { isStarterOnly, listStatus } from './status.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const NOW = '2026-11-21T08:00:00Z'
const country = countryLookup('code,en\nCU,Cuba\nGB,United Kingdom\nKP,North Korea\nSY,Syria\nPA,Panama\n')

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-lists-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const fixture = (name: string): string => join(FIXTURES, name)
const csl = (): string => readFileSync(fixture('csl.csv'), 'utf8')
function written(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const take = (files: string[], more: Partial<Parameters<typeof importLists>[0]> = {}) => importLists({ database, files, now: NOW, country, ...more })
async function refusal(files: string[], more: Partial<Parameters<typeof importLists>[0]> = {}): Promise<InputError> {
  const error = await take(files, more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof InputError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}
const inForce = (list: string, entry: string): ListEntry | undefined =>
  loadCurrentEntries(database).entries.find((one) => one.list === list && one.entry === entry)
const rows = (table: string): number => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number

describe('Consolidated Screening List', () => {
  it('is recognised by its content, whatever its name, and reported list by list', async () => {
    const [report] = await take([written('anything.bin', csl())])
    expect(report).toMatchObject({ file: 'anything.bin', format: 'csl-csv', records: 15, contentDate: '2022-03-03', unchanged: false })
    expect(report?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(report?.lists.map((list) => `${list.id} ${list.records} ${list.added}`).sort()).toEqual(
      ['CAP 1 1', 'CMIC 1 1', 'DPL 1 1', 'DTC 1 1', 'EL 3 3', 'ISN 1 1', 'MBS 1 1', 'MEU 1 1', 'PLC 1 1', 'SDN 2 2', 'SSI 1 1', 'UVL 1 1'].sort(),
    )
  })

  it('keeps all fields of a row', async () => {
    await take([fixture('csl.csv')])
    expect(inForce('EL', 'a1')).toMatchObject({
      kind: 'unknown',
      name: 'Redwood Falcon Electronics Co., Ltd.',
      aliases: ['Hongshan Falcon', 'RFE', 'Chengdu Redwood'],
      addresses: ['No. 1 Example Road, Chengdu, CN', 'Unit 2, Sample Plaza, Kowloon, HK'],
      countries: ['CN', 'HK'],
      citation: '86 FR 11111',
      startDate: '2021-04-08',
      licencePolicy: 'Presumption of denial',
      footnotes: [4],
      url: 'http://example.org/el',
    })
    expect(inForce('EL', 'a2')?.footnotes).toEqual([3])
    expect(inForce('EL', 'a3')).toMatchObject({ countries: ['AE'], footnotes: [] })
    expect(inForce('DPL', 'b1')).toMatchObject({ name: 'O. ASHBURN', countries: [], endDate: '2056-06-29', fields: { standard_order: 'Y' } })
    expect(inForce('SDN', '90001')).toMatchObject({
      kind: 'person',
      countries: ['SY', 'TR'],
      dates: ['1973-03-25'],
      ids: ['SY, A1234567, Passport', 'Male, Gender'],
      programmes: ['SDGT', 'IFSR'],
      fields: { title: 'Director', places_of_birth: 'Homs' },
    })
    expect(inForce('SDN', '90002')).toMatchObject({ kind: 'vessel', fields: { call_sign: 'T2XX1', vessel_type: 'Crude Oil Tanker', vessel_flag: 'Panama' } })
  })

  it('reads gzip and a byte order mark', async () => {
    const [report] = await take([written('list.csv.gz', gzipSync(`\uFEFF${csl()}`))])
    expect(report?.records).toBe(15)
  })

  it('keeps a list that Licet does not know under the abbreviation in its name', async () => {
    const [report] = await take([written('list.csv', csl().replaceAll('Unverified List (UVL)', 'Brand New List (BNL)'))])
    expect(report?.lists.map((list) => list.id)).toContain('BNL')
    expect(report?.warnings.join()).toContain('BNL')
  })

  it('says when a list that the whole file has is absent', async () => {
    const lines = csl().split('\n')
    const [report] = await take([written('list.csv', lines.filter((line) => !line.includes('(SDN)')).join('\n'))])
    expect(report?.warnings.join()).toContain('SDN is not in the file')
  })
})

describe('OFAC CSV files', () => {
  const set = ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'].map(fixture)

  it('are one import when given together, in any order', async () => {
    const reports = await take([...set].reverse())
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ format: 'ofac-csv', records: 4, lists: [{ id: 'SDN', records: 4, added: 4, removed: 0, changed: 0 }] })
    expect(inForce('SDN', '36')).toMatchObject({
      kind: 'entity',
      aliases: ['OLD-HARBOUR AIR'],
      addresses: ['Havana, Cuba'],
      countries: ['CU'],
      programmes: ['CUBA'],
      remarks: '',
    })
    expect(inForce('SDN', '173')).toMatchObject({ weakAliases: ['GWC'], countries: ['GB'] })
    expect(inForce('SDN', '306')).toMatchObject({
      kind: 'person',
      aliases: ['EJEMPLO, Karim', 'SAMPLE, Kareem'],
      weakAliases: ['THE HERON'],
      dates: ['25 Mar 1973'],
      ids: ['Passport A1234567 (Syria)'],
      countries: ['KP', 'SY'],
      programmes: ['SDGT', 'IFSR'],
    })
    expect(inForce('SDN', '400')).toMatchObject({
      kind: 'vessel',
      remarks: expect.stringContaining('TERN SHIPPING COMPANY.'),
      countries: ['PA'],
      relations: [{ says: 'Linked To', entry: '', name: 'TERN SHIPPING COMPANY' }],
    })
  })

  it('tell the non-SDN file by its rows and sort them into their lists', async () => {
    const [report] = await take([fixture('cons_prim.csv')])
    expect(report?.lists.map((list) => list.id).sort()).toEqual(['CMIC', 'MBS', 'PLC', 'SSI'])
    expect(report?.contentDate).toBe('2022-02-24')
    expect(report?.warnings.join()).toContain('without its alias file')
    expect(
      loadCurrentEntries(database)
        .entries.filter((entry) => entry.entry === '17000')
        .map((entry) => entry.list),
    ).toEqual(['SSI', 'MBS'])
    expect(inForce('MBS', '46000')).toBeDefined()
  })

  it('are refused without the main file', async () => {
    const error = await refusal([fixture('alt.csv')])
    expect(error.detail).toContain('alt.csv')
    expect(error.detail).toContain('SDN.CSV')
  })

  it('are refused when they are not of the same date', async () => {
    const strangers = written('alt2.csv', '99001,1,"aka","NOBODY",-0- \r\n99002,2,"aka","NO ONE",-0- \r\n')
    expect((await refusal([fixture('sdn.csv'), strangers])).detail).toContain('not of the same date')
  })
})

describe('snapshots', () => {
  it('leave everything as it is when the same bytes come again', async () => {
    await take([fixture('csl.csv')])
    const before = rows('list_snapshot')
    const [report] = await take([fixture('csl.csv')])
    expect(report).toMatchObject({ unchanged: true, records: 15, contentDate: '2022-03-03' })
    expect(rows('list_snapshot')).toBe(before)
  })

  it('count what was added, removed and changed', async () => {
    await take([fixture('csl.csv')])
    const next = csl().replace('Blue Kite Trading', 'Blue Kite General Trading').replace('a2,', 'a9,').replace('2020-12-23', '2022-05-01')
    const [report] = await take([written('next.csv', next)])
    expect(report?.lists.find((list) => list.id === 'EL')).toEqual({ id: 'EL', records: 3, added: 1, removed: 1, changed: 1 })
    expect(report?.lists.find((list) => list.id === 'SDN')).toEqual({ id: 'SDN', records: 2, added: 0, removed: 0, changed: 0 })
    expect(inForce('EL', 'a3')?.name).toBe('Blue Kite General Trading')
    expect(listStatus(database, { now: NOW }).find((list) => list.id === 'EL')?.history).toHaveLength(2)
  })

  it('have the address of their content: the same rows in another order give the same hash', async () => {
    await take([fixture('csl.csv')])
    const first = loadCurrentEntries(database).lists
    const [heading, ...body] = csl().trimEnd().split('\n')
    await take([written('turned.csv', `${[heading, ...body.reverse()].join('\n')}\n`)])
    expect(loadCurrentEntries(database).lists).toEqual(first)
    expect(rows('list_entry')).toBe(15)
  })

  it('can not be changed or deleted', async () => {
    await take([fixture('csl.csv')])
    for (const table of ['list_import', 'list_entry', 'list_content', 'list_member', 'list_snapshot']) {
      expect(() => database.exec(`DELETE FROM ${table}`), table).toThrow(/kept/)
    }
    expect(() => database.exec("UPDATE list_entry SET body = '{}'")).toThrow(/do not change/)
    expect(() => database.exec("UPDATE list_snapshot SET content_date = '2030-01-01'")).toThrow(/do not change/)
  })

  it('keep rows with the same id that differ and take equal ones once', async () => {
    const lines = csl().trimEnd().split('\n')
    const row = lines.find((line) => line.startsWith('a3,')) as string
    const [report] = await take([
      written('twice.csv', [...lines, row, row.replace('Blue Kite', 'Red Kite'), row.replace('Blue Kite', 'Black Kite')].join('\n')),
    ])
    expect(report?.lists.find((list) => list.id === 'EL')?.records).toBe(5)
    expect(report?.warnings.join(' ')).toMatch(/1 rows stood in the file twice.*2 rows share the id/)
    expect(inForce('EL', 'a3~2')?.name).toBe('Red Kite Trading')
    expect(inForce('EL', 'a3~3')?.name).toBe('Black Kite Trading')
  })
})

describe('guards', () => {
  const shrunk = (): string =>
    csl()
      .split('\n')
      .filter((line) => !line.startsWith('a3,'))
      .join('\n')

  it('hold back a list that shrank, and let it through for a reason', async () => {
    await take([fixture('csl.csv')])
    const file = written('less.csv', shrunk())
    expect((await refusal([file])).detail).toMatch(/EL shrank from 3 to 2 entries.*copies held stay in force/)
    expect(inForce('EL', 'a3')).toBeDefined()
    expect((await refusal([file], { force: true, reason: ' ' })).detail).toContain('needs a reason')
    const [report] = await take([file], { force: true, reason: 'The party was removed on 2026-11-01.' })
    expect(report?.lists.find((list) => list.id === 'EL')).toEqual({ id: 'EL', records: 2, added: 0, removed: 1, changed: 0 })
    expect(report?.warnings.join()).toContain('Taken all the same')
    expect(database.prepare('SELECT reason FROM list_import ORDER BY id DESC').pluck().get()).toBe('The party was removed on 2026-11-01.')
  })

  it('hold back a file that lost a whole list', async () => {
    await take([fixture('csl.csv')])
    const lines = csl().split('\n')
    const error = await refusal([written('lost.csv', lines.filter((line) => !line.includes('(UVL)')).join('\n'))])
    expect(error.detail).toContain('UVL is not in the file')
  })

  it('hold back a list that lost a name it had for years', async () => {
    const known = csl().replace('Grey Heron Research Institute', 'Hikvision')
    await take([written('known.csv', known)])
    const error = await refusal([fixture('csl.csv')])
    expect(error.detail).toContain('EL has lost Hikvision')
  })

  it('hold back an older copy', async () => {
    await take([fixture('csl.csv')])
    const error = await refusal([written('old.csv', csl().replace('2022-03-03', '2020-01-01').replace('Silver', 'Golden'))])
    expect(error.detail).toMatch(/EL is of 2021-04-08, older than the copy held of 2022-03-03/)
  })

  it('do not take a date in the future for the date of the content', async () => {
    const [report] = await take([written('future.csv', csl().replace('2022-03-03', '2999-01-01'))])
    expect(report?.contentDate).toBe('2021-04-08')
  })
})

describe('bad and hostile files', () => {
  const lines = (): string[] => csl().trimEnd().split('\n')
  const huge = (): string => {
    const path = written('huge.txt', 'not a list\n')
    truncateSync(path, 300 * 1024 * 1024)
    return path
  }
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b,c', 'utf16le')])
  it.each<[string, () => string, RegExp]>([
    ['a file that is not there', () => join(folder, 'absent.csv'), /absent\.csv does not exist/],
    ['a folder', () => folder, /is not a file/],
    ['an empty file', () => written('empty.csv', ''), /empty\.csv looks like an empty file.*Known formats: Consolidated Screening List/],
    ['prose', () => written('notes.txt', 'Dear all, the list follows'), /notes\.txt looks like comma-separated text|plain text/],
    ['a web page', () => written('page.csv', '<!DOCTYPE html><html></html>'), /page\.csv looks like a web page/],
    ['XML', () => written('sdn.xml', '<?xml version="1.0"?><partyList/>'), /root element partyList/],
    ['JSON', () => written('list.json', '{"results":[]}'), /looks like JSON/],
    ['a PDF', () => written('list.pdf', '%PDF-1.7'), /a PDF document/],
    ['a workbook', () => written('list.xlsx', 'PK\u0003\u0004....'), /list\.xlsx is a ZIP archive or an Office document that is cut off or damaged/],
    ['UTF-16', () => written('list.csv', utf16), /text in UTF-16/],
    ['another CSV', () => written('other.csv', 'id,city\n1,Paris\n'), /begins with "id,city"/],
    ['300 MB of something else', huge, /huge\.txt looks like/],
    ['missing columns', () => written('cut.csv', csl().replaceAll('alt_names', 'other')), /cut\.csv, line 1:.*lacks the column alt_names/],
    ['a row cut off', () => written('cut.csv', lines().slice(0, 5).join('\n').slice(0, -60)), /cut\.csv, line 5: the row has \d+ cells, expected 29/],
    [
      'a quote never closed',
      () => written('cut.csv', `${lines().slice(0, 4).join('\n')}\na9,"Entity List (EL) - B`),
      /cut\.csv, line 5: a quoted cell is never closed/,
    ],
    ['a quote never closed in a large file', () => written('cut.csv', `${lines().slice(0, 3).join('\n')}\nx,"${'a row\n'.repeat(600_000)}`), /larger than any/],
    ['a NUL byte', () => written('nul.csv', csl().replace('Blue', 'Bl\0ue')), /nul\.csv, line 4: a NUL byte/],
    [
      'another encoding',
      () => written('latin.csv', Buffer.from(csl().replace('Blue Kite', 'Bläue Kite'), 'latin1')),
      /latin\.csv, line [24]: the text is not UTF-8/,
    ],
    ['a heading and nothing else', () => written('none.csv', `${lines()[0]}\n`), /not one listed party/],
    [
      'a row of no list',
      () => written('none.csv', csl().replace('Military End User (MEU) List - Bureau of Industry and Security', '')),
      /line 7: the row names no list/,
    ],
    ['a cut-off gzip file', () => written('cut.csv.gz', gzipSync(csl()).subarray(0, 900)), /cut\.csv\.gz is a gzip file that is cut off/],
    ['a damaged gzip file', () => written('bad.csv.gz', Buffer.concat([gzipSync(csl()).subarray(0, 200), Buffer.alloc(500, 7)])), /bad\.csv\.gz/],
    ['a gzip file that unpacks to gigabytes of nothing', () => written('bomb.gz', gzipSync(Buffer.alloc(400 * 1024 * 1024))), /bomb\.gz/],
    [
      'a gzip file that unpacks to a cell without end',
      () =>
        written(
          'bomb.csv.gz',
          gzipSync(`${lines()[0]}
x,"${'a'.repeat(300 * 1024 * 1024)}`),
        ),
      /larger than any/,
    ],
    ['OFAC rows that break off', () => written('sdn.csv', `${readFileSync(fixture('sdn.csv'), 'latin1').slice(0, -40)}`), /sdn\.csv, line 4/],
  ])('%s', async (_name, file, message) => {
    await take([fixture('csl.csv')])
    const before = [rows('list_import'), rows('list_snapshot'), rows('list_entry')]
    const error = await refusal([file()])
    expect(error.code).toBe('bad-input')
    expect(error.detail).toMatch(message)
    expect([rows('list_import'), rows('list_snapshot'), rows('list_entry')]).toEqual(before)
  })

  it('refuses all files when one of them is wrong', async () => {
    await refusal([fixture('csl.csv'), written('notes.txt', 'hello')])
    expect(rows('list_import')).toBe(0)
  })

  it('can be cancelled, and then nothing was imported', async () => {
    const abort = new AbortController()
    const error = await refusal([fixture('csl.csv')], { signal: abort.signal, onProgress: () => abort.abort() })
    expect(error.code).toBe('cancelled')
    expect(rows('list_import')).toBe(0)
  })

  it('says how far it is', async () => {
    const phases: string[] = []
    let last = { done: 0, total: 0 }
    await take([fixture('csl.csv')], {
      onProgress: ({ done, total, phase }) => {
        if (phases.at(-1) !== phase) phases.push(phase)
        if (phase === 'reading') last = { done, total }
      },
    })
    expect(phases).toEqual(['reading', 'comparing', 'writing'])
    expect(last).toEqual({ done: statSync(fixture('csl.csv')).size, total: statSync(fixture('csl.csv')).size })
  })
})

describe('starter list', () => {
  it('is held as incomplete, once, and gives way list by list', async () => {
    ensureStarter(database, { now: NOW })
    ensureStarter(database, { now: NOW })
    expect(rows('list_import')).toBe(1)
    const starter = listStatus(database, { now: NOW })
    expect(isStarterOnly(starter)).toBe(true)
    expect(starter.every((list) => !list.complete && list.contentDate === readStarter().contentDate)).toBe(true)
    await take([fixture('cons_prim.csv')])
    const after = new Map(listStatus(database, { now: NOW }).map((list) => [list.id, list]))
    expect(after.get('CMIC')).toMatchObject({ complete: true, records: 1 })
    expect(after.get('EL')).toMatchObject({ complete: false })
    expect(isStarterOnly([...after.values()])).toBe(false)
  })

  it('lends its Chinese names to the same parties of a complete list, outside their hash', async () => {
    const named = csl().replace('Grey Heron Research Institute', '"Yangtze Memory Technologies Co., Ltd."')
    await take([written('list.csv', named)])
    const entry = loadCurrentEntries(database).entries.find((one) => one.entry === 'a2')
    expect(entry?.addedNames).toContain('长江存储')
    expect(entry?.aliases).toEqual([])
    expect(database.prepare('SELECT count(*) FROM list_entry WHERE hash = ?').pluck().get(entry?.entryHash)).toBe(1)
  })
})

describe('status', () => {
  it('tells age and staleness by the date of the content', async () => {
    await take([fixture('csl.csv')])
    const [list] = listStatus(database, { now: '2022-03-10T00:00:00Z', language: 'zh' })
    expect(list).toMatchObject({ id: 'EL', title: '实体清单', ageDays: 7, stale: false, importedAt: NOW, complete: true })
    expect(listStatus(database, { now: NOW })[0]).toMatchObject({ stale: true })
  })
})

describe.skipIf(!hasReferenceData())('whole official files', () => {
  it('imports the Consolidated Screening List', async () => {
    const [report] = await take([referenceFile('csl/consolidated-2022-04.csv.gz')])
    expect(report).toMatchObject({ records: 14_160, contentDate: '2022-04-21' })
    expect(Object.fromEntries(report?.lists.map((list) => [list.id, list.records]) ?? [])).toEqual({
      EL: 2001,
      UVL: 201,
      DPL: 462,
      MEU: 71,
      ISN: 163,
      DTC: 727,
      SDN: 10_026,
      SSI: 290,
      CMIC: 68,
      CAP: 53,
      PLC: 78,
      MBS: 17,
      FSE: 3,
    })
    const huawei = loadCurrentEntries(database).entries.find((entry) => entry.list === 'EL' && entry.name.startsWith('Huawei Technologies Co., Ltd. (Huawei)'))
    expect(huawei).toMatchObject({ countries: ['CN'], footnotes: [1] })
  })

  it('imports both OFAC sets', async () => {
    const sdn = ['sdn', 'add', 'alt', 'sdn_comments'].map((name) => referenceFile(`ofac/2021-07/${name}.csv.gz`))
    const cons = ['prim', 'add', 'alt', 'comments'].map((name) => referenceFile(`ofac/2025-12/cons_${name}.csv`))
    const [first] = await take(sdn)
    expect(first).toMatchObject({ records: 8976, lists: [{ id: 'SDN', records: 8976 }] })
    const [second] = await take(cons)
    expect(Object.fromEntries(second?.lists.map((list) => [list.id, list.records]) ?? [])).toEqual({ PLC: 78, CMIC: 68, SSI: 286, CAP: 1, MBS: 28 })
    expect(loadCurrentEntries(database).entries.length).toBe(8976 + 461)
  })

  it('refuses alias files of another date', async () => {
    const files = [referenceFile('ofac/2021-07/sdn.csv.gz'), referenceFile('ofac/2025-12/alt.csv.gz')]
    expect((await refusal(files)).detail).toContain('not of the same date')
  })
})
