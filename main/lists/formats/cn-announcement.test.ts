import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { openReference } from '#main/database/open.ts'
import { listingState } from '#shared/domain/listing-state.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from '../countries.ts'
import { loadCurrentEntries } from '../current.ts'
import { importLists } from '../import.ts'
import { chineseDate, lastDayOf, numberOf } from './cn-text.ts'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'china')
const NOW = '2031-12-21T08:00:00Z'
const country = countryLookup(readFileSync(join(import.meta.dirname, '..', '..', '..', 'assets', 'reference', 'countries.csv'), 'utf8'))

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-china-'))
  database = openReference(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const fixture = (name: string): string => join(FIXTURES, `${name}.txt`)
const text = (name: string): string => readFileSync(fixture(name), 'utf8')
function written(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
/** The announcement in a sentence, again under another number. */
const another = (number: number): string => written(`${number}.txt`, text('sentence').replaceAll('〔2031〕7号', `〔2031〕${number}号`))
const take = (files: string[], now = NOW) => importLists({ database, files, now, country })
async function refusal(files: string[]): Promise<string> {
  const error = await take(files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof InputError) || error.code !== 'bad-input') throw new Error(`expected a refusal, got ${String(error)}`)
  return error.detail
}
const entries = (list: string): ListEntry[] => loadCurrentEntries(database).entries.filter((entry) => entry.list === list)
const entry = (list: string, id: string): ListEntry | undefined => entries(list).find((one) => one.entry === id)

describe('announcements', () => {
  it('are known by their content and make one import of each list', async () => {
    const reports = await take([fixture('listing'), written('b.bin', text('sentence')), fixture('countermeasures')])
    expect(reports.map(({ format, records, contentDate, lists }) => [format, records, contentDate, lists[0]?.id])).toEqual([
      ['cn-announcement', 3, '2031-03-10', 'CN-ECL'],
      ['cn-announcement', 4, '2031-05-02', 'CN-UEL'],
      ['cn-announcement', 5, '2031-07-03', 'CN-AFSL'],
    ])
    expect(reports[0]?.warnings.join()).toContain('does not have General Dynamics Information Technology')
  })

  it('give an annex with its names, dates, measures, credit codes and the country that all are said to be of', async () => {
    await take([fixture('listing')])
    expect(entry('CN-ECL', '2031-4/1')).toMatchObject({
      kind: 'entity',
      name: 'Redwood Falcon, Inc.',
      aliases: ['红杉猎鹰公司'],
      countries: ['US'],
      ids: ['91310000MA1FL0TEXT'],
      citation: '商务部公告2031年第4号',
      startDate: '2031-03-10',
      endDate: '',
      url: 'https://example.org/announcements/2031-4.html',
      fields: { 措施: '不得向上述3家美国实体出口甲类物项；\n确有需要的，应当申请。', 发布日期: '2031-03-09' },
    })
    expect(entry('CN-ECL', '2031-4/2')).toMatchObject({ name: 'Blue Kite (North) Institute', aliases: ['蓝鸢（北方）研究所'] })
    expect(entry('CN-ECL', '2031-4/3')).toMatchObject({ name: 'Grey Heron & White Crane Group', aliases: ['灰鹭、白鹤技术集团'] })
  })

  it('give the parties of a sentence, also one without a Latin name and one with a comma in its name', async () => {
    await take([fixture('sentence')])
    expect(entries('CN-UEL').map(({ name, aliases, countries }) => [name, aliases.join(' '), countries.join()])).toEqual([
      ['Grey Heron Ltd.', '美国灰鹭公司 灰鹭公司', 'US'],
      ['白鹤集团', '', ''],
      ['Black Vulture (Space) LLC', '黑雕航天、空间与信息公司', ''],
      ['Oak Ridge Tools', 'Oak Ridge公司', ''],
    ])
  })

  it('tell persons from companies, with their offices and measures', async () => {
    await take([fixture('countermeasures')])
    expect(entries('CN-AFSL').map(({ name, kind, fields }) => [name, kind, fields?.职务 ?? '', fields?.措施])).toEqual([
      ['Redwood Inc.', 'entity', '', '冻结财产。'],
      ['White Crane', 'entity', '', '冻结财产。'],
      ['John Q. Oak', 'person', '红杉公司总裁、首席执行官', '不予签发签证。'],
      ['Ann Elm', 'person', '“某项目”相关人员：执行主任', '不予签发签证。'],
      ['Beth Willow', 'person', '“某项目”相关人员：执行主任', '不予签发签证。'],
    ])
  })

  it('add to what is held: a later one alone loses nobody, and one that comes again takes its own place', async () => {
    await take([fixture('sentence')])
    const [report] = await take([another(8)])
    expect(report?.lists).toEqual([{ id: 'CN-UEL', records: 8, added: 4, removed: 0, changed: 0 }])
    expect(report?.warnings.join()).toContain('joined with the 4 entries held; 4 came')
    const [again] = await take([written('fixed.txt', text('sentence').replace('White', 'White').replace('Grey Heron Ltd.', 'Grey Heron Limited'))])
    expect(again?.lists).toEqual([{ id: 'CN-UEL', records: 8, added: 0, removed: 0, changed: 1 }])
  })

  it('keep a listing and its suspension as two dated facts, also when the listing comes again', async () => {
    await take([fixture('sentence'), another(8), another(9), another(10)])
    await take([fixture('suspension')])
    const state = (id: string, day: string): string => {
      const found = entry('CN-UEL', id)
      return found === undefined ? 'gone' : listingState(found, day).state
    }
    expect(entry('CN-UEL', '2031-7/1')).toMatchObject({
      startDate: '2031-05-02',
      endDate: '',
      suspensions: [{ from: '2031-06-01', until: '2031-08-29', citation: '商务部答记者问 2031-06-01：暂停' }],
    })
    expect(['2031-05-31', '2031-06-01', '2031-08-29', '2031-08-30'].map((day) => state('2031-7/1', day))).toEqual([
      'in-force',
      'suspended',
      'suspended',
      'in-force',
    ])
    expect(entry('CN-UEL', '2031-9/2')?.suspensions).toEqual([{ from: '2031-06-01', until: '', citation: '商务部答记者问 2031-06-01：停止' }])
    expect(entry('CN-UEL', '2031-10/1')?.suspensions).toBeUndefined()
    await take([written('fixed.txt', text('sentence').replace('Grey Heron Ltd.', 'Grey Heron Limited'))])
    expect(entry('CN-UEL', '2031-7/1')).toMatchObject({ name: 'Grey Heron Limited', suspensions: [{ until: '2031-08-29' }] })
  })

  it('end a listing only by one that removes the party; the entry stays', async () => {
    await take([fixture('listing')])
    await take([fixture('removal')])
    expect(entries('CN-ECL')).toHaveLength(3)
    expect(entry('CN-ECL', '2031-4/1')).toMatchObject({ startDate: '2031-03-10', endDate: '2031-11-09', fields: { 移出: '商务部公告2031年第20号 2031-11-10' } })
    expect(entry('CN-ECL', '2031-4/2')?.endDate).toBe('')
  })

  it.each([
    ['a suspension of what is not held', () => [fixture('suspension')], /suspension\.txt: it suspends announcement 2031 No\. 7 of CN-UEL/],
    ['a removal of who is not held', () => [fixture('removal')], /removal\.txt: it removes Redwood Falcon, Inc\. from CN-ECL/],
    ['an annex that is cut off', () => [written('a.txt', text('listing').split('\n3. ')[0] as string)], /states 3 companies, and 2 could be read/],
    [
      'a line of the web page in the annex',
      () => [written('a.txt', text('listing').replace('\n4.', '\n打印本页'))],
      /a\.txt, line 24: a numbered party was expected/,
    ],
    [
      'persons that are missing',
      () => [written('a.txt', text('countermeasures').replace('贝丝·柳（Beth Willow）', ''))],
      /3 parties are stated here, and 2 could be read/,
    ],
    [
      'a section that is cut off',
      () => [written('a.txt', text('countermeasures').replace(/\n.*John Q\. Oak.*/, ''))],
      /3 parties are stated here, and 2 could be read/,
    ],
    ['a day that does not exist', () => [written('a.txt', text('listing').replaceAll('2031年03月09日', '2031年02月30日'))], /states no date of the calendar/],
    ['a form that is not known', () => [written('a.txt', '公告\n2031年5月2日\n不可靠实体清单有关问题。')], /neither lists parties in a known form/],
    ['a resumption', () => [written('a.txt', text('suspension').replace('暂停5月', '恢复5月'))], /can not be told/],
    [
      'another encoding',
      () => [written('a.txt', Buffer.concat([Buffer.from(text('listing')), Buffer.from([0xb0, 0xa1])]))],
      /a\.txt, line 25: the text is not UTF-8/,
    ],
    ['a NUL byte', () => [written('a.txt', text('listing').replace('某局', '\0'))], /NUL byte/],
  ])('are refused whole: %s', async (_name, files, message) => {
    expect(await refusal(files())).toMatch(message)
    expect(database.prepare('SELECT count(*) FROM list_import').pluck().get()).toBe(0)
  })

  it('of an investigation lists nobody and says so', async () => {
    const investigation = written(
      'i.txt',
      '关于对美国某集团启动不可靠实体清单调查的公告\n【发布文号】不可靠实体清单工作机制公告〔2031〕3号\n【发文日期】2031年05月01日\n\n决定启动调查。\n',
    )
    const [report] = await take([fixture('sentence'), investigation])
    expect(report?.records).toBe(4)
    expect(report?.warnings.join()).toContain('opens an investigation of 美国某集团 and lists nobody')
  })
})

describe('pieces of Chinese text', () => {
  it.each([
    ['2031年3月9日', '2031-03-09'],
    ['2031 年 12 月 31 日起', '2031-12-31'],
    ['2031年2月29日', ''],
    ['公布之日', ''],
  ])('date %s', (words, date) => expect(chineseDate(words)).toBe(date))

  it.each([
    ['28', 28],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十五', 35],
    ['几', Number.NaN],
    ['', Number.NaN],
  ])('number %s', (words, number) => expect(numberOf(words)).toBe(number))

  it.each([
    ['2025-05-14', 90, '天', '2025-08-11'],
    ['2025-11-10', 1, '年', '2026-11-09'],
    ['2025-01-31', 1, '个月', '2025-02-27'],
  ])('the last day from %s for %i%s', (from, length, unit, last) => expect(lastDayOf(from, length, unit)).toBe(last))
})

/** Letters and figures of a name. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

describe.skipIf(!hasReferenceData())('the announcements up to February 2026', () => {
  const texts = () => referenceFile('china/official-texts/sanction-lists')
  const all = (): string[] =>
    readdirSync(texts(), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(texts(), name))
  const AT = '2026-11-21T00:00:00Z'

  it('come in whole, list by list', async () => {
    const reports = await take(all(), AT)
    expect(Object.fromEntries(reports.map(({ lists, contentDate }) => [lists[0]?.id, [lists[0]?.records, contentDate]]))).toEqual({
      'CN-AFSL': [154, '2025-12-26'],
      'CN-ECL': [102, '2026-02-24'],
      'CN-UEL': [82, '2025-11-10'],
    })
    // Every known announcement is there, and none is said to be missing.
    expect(reports.flatMap(({ warnings }) => warnings).filter((warning) => warning.includes('does not have'))).toEqual([])
  })

  it('are the same whether imported together or folder by folder', async () => {
    await take(all(), AT)
    const together = loadCurrentEntries(database).entries.map(({ entryHash }) => entryHash)
    const other = mkdtempSync(join(tmpdir(), 'licet-china-'))
    const second = openReference(other)
    try {
      const listings = all()
        .filter((file) => !file.includes('updates'))
        .sort()
      for (const file of listings.filter((name) => !name.endsWith('202403.md'))) await importLists({ database: second, files: [file], now: AT, country })
      for (const file of all().filter((name) => name.includes('updates'))) await importLists({ database: second, files: [file], now: AT, country })
      expect(loadCurrentEntries(second).entries.map(({ entryHash }) => entryHash)).toEqual(together)
    } finally {
      second.close()
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('agree with the structured copy, but for what it leaves out or translates', async () => {
    await take(all(), AT)
    const key: Record<string, string> = { 'anti-sanction-list': 'CN-AFSL', 'import-export-control-list': 'CN-ECL', 'unrealiable-entity-list': 'CN-UEL' }
    const structured = referenceFile('china/structured/sanction-lists')
    const absent: string[] = []
    let compared = 0
    for (const [folder, list] of Object.entries(key)) {
      const held = entries(list)
      for (const file of readdirSync(join(structured, folder))) {
        const { sanction_details } = parse(readFileSync(join(structured, folder, file), 'utf8')) as {
          sanction_details: { entities: { name: Record<string, string>; effective_date: string }[] }
        }
        for (const { name, effective_date } of sanction_details.entities) {
          const wanted = [name['zh-Hans'], name.en].filter((one) => one !== undefined).map(plain)
          const found = held.some((one) => one.startDate === effective_date && [one.name, ...one.aliases].some((other) => wanted.includes(plain(other))))
          if (found) compared += 1
          else absent.push(`${file} ${name['zh-Hans']}`)
        }
      }
    }
    // An announcement of an investigation lists nobody; the structured copy has its subject as a target.
    expect(absent).toEqual(['202403.yml PVH集团'])
    // 323 targets without that one. Of the 22 parties of 20241221 it has 6.
    expect(compared).toBe(322)
    expect(entries('CN-AFSL').filter(({ entry }) => entry.startsWith('2024-15/'))).toHaveLength(22)
  })

  it('hold all that the registry of July 2026 has up to their date', async () => {
    await take(all(), AT)
    const registry = JSON.parse(readFileSync(referenceFile('china/mofcom-entity-lists-2026-07-19.json'), 'utf8')) as {
      list_id: string
      date_added: string
      entity_name: string
      aliases: string[]
    }[]
    const ids: Record<string, string> = { 'cn-export-control-watchlist': 'CN-ECL', 'cn-unreliable-entity-list': 'CN-UEL' }
    const held = new Map(Object.values(ids).map((list) => [list, entries(list)]))
    const missing = registry
      .filter(({ list_id, date_added }) => ids[list_id] !== undefined && date_added <= '2026-02-24')
      .filter(({ list_id, entity_name, aliases }) => {
        const wanted = [entity_name, ...aliases].map(plain)
        return !(held.get(ids[list_id] as string) as ListEntry[]).some((one) => [one.name, ...one.aliases].some((other) => wanted.includes(plain(other))))
      })
    // Four of its names are pieces of sentences: the cut-off beginning or end of the list of names in an announcement.
    expect(missing.map(({ date_added }) => date_added)).toEqual(['2024-05-20', '2025-04-09', '2025-09-25', '2025-10-09'])
  })

  it('suspend what was suspended: the listings of April 2025 for a time, those of March for good', async () => {
    await take(all(), AT)
    const on = (name: string, citation: RegExp, day: string) => {
      const found = entries('CN-UEL').find((one) => one.name.startsWith(name) && citation.test(one.citation))
      return found === undefined ? 'gone' : listingState(found, day).state
    }
    const days = ['2025-04-04', '2025-05-14', '2025-08-11', '2025-08-12', '2025-11-09', '2025-11-10', '2026-11-09', '2026-11-10']
    expect(days.map((day) => on('Skydio', /7号/, day))).toEqual(['in-force', ...Array(6).fill('suspended'), 'in-force'])
    expect(['2025-11-09', '2025-11-10', '2030-01-01'].map((day) => on('TCOM', /5号/, day))).toEqual(['in-force', 'suspended', 'suspended'])
    expect(['2025-04-09', '2025-04-10', '2025-05-14', '2026-01-01'].map((day) => on('Shield AI', /8号/, day))).toEqual([
      'not-yet',
      'in-force',
      'suspended',
      'suspended',
    ])
    // The measure of No. 6 against Illumina stopped; its listing by No. 4 stands.
    expect([on('Illumina', /6号/, '2026-01-01'), on('Illumina', /4号/, '2026-01-01')]).toEqual(['suspended', 'in-force'])
  })
})
