/** The generated tables against the whole reference data: complete, counted, and equal to what is in the repository. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { codeFinder, readCountries } from './countries.ts'
import { generate } from './generate.ts'
import type { Parameter } from './groups.ts'
import { readRequirement } from './requirement.ts'
import type { Scope } from './rows.ts'
import { readChart, readControlList, readGroups } from './source.ts'

const DATE = '2026-07-23'
const ASSETS = join(import.meta.dirname, '..', '..', '..', 'assets')
const READINGS = join(import.meta.dirname, 'readings')

describe.skipIf(!hasReferenceData())('the tables of the US EAR', () => {
  const folder = hasReferenceData() ? dirname(referenceFile(`ear/ccl-${DATE}.json.gz`)) : ''
  const { files, build } = generate(folder, DATE)
  const source = readControlList(folder, DATE)
  const rows = build.entries.flatMap((entry) => entry.rows.map((row) => ({ ...row, eccn: entry.eccn })))
  const entry = (eccn: string) => build.entries.find((one) => one.eccn === eccn)
  const row = (eccn: string, id: string) => entry(eccn)?.rows.find((one) => one.id === id)

  it('are what the repository holds, byte for byte', () => {
    for (const [name, content] of files) expect(readFileSync(join(ASSETS, name), 'utf8'), name).toBe(content)
    expect(generate(folder, DATE).files).toEqual(files)
  })

  it('hold all entries of the source and the five that it prints under a neighbour', () => {
    expect(source.entries).toHaveLength(633)
    expect(build.entries).toHaveLength(638)
    const added = build.entries.map(({ eccn }) => eccn).filter((eccn) => !source.entries.some((one) => one.eccn === eccn))
    expect(added).toEqual(['0D614', '2B352', '3D006', '3E002', '8D001'])
  })

  it('account for each of the 1,536 source rows', () => {
    expect(build.ledger).toHaveLength(1536)
    for (const { eccn, countryChart } of source.entries)
      for (const place of countryChart.keys()) {
        const line = build.ledger.find((one) => one.eccn === eccn && one.row === place + 1)
        expect(line?.ids.length, `${eccn} row ${place + 1}`).toBeGreaterThan(0)
        for (const id of line?.ids ?? []) expect(row(line?.entry ?? '', id), `${eccn} ${id}`).toBeDefined()
      }
    expect(new Set(build.ledger.flatMap(({ entry: to, ids }) => ids.map((id) => `${to} ${id}`))).size).toBe(
      build.ledger.reduce((sum, { ids }) => sum + ids.length, 0),
    )
  })

  it('count the requirement cells as the official table does', () => {
    const { requirements } = parse(readFileSync(join(READINGS, 'requirements.yaml'), 'utf8'))
    const counts: Record<string, number> = {}
    for (const { countryChart } of source.entries.flatMap((one) => one.countryChart)) {
      const name = readRequirement(countryChart, requirements)?.requires ?? 'damaged'
      counts[name] = (counts[name] ?? 0) + 1
    }
    expect(counts).toEqual({
      'AT 1': 537,
      'NS 1': 169,
      'MT 1': 151,
      'NP 1': 112,
      'RS 1': 110,
      'NS 2': 86,
      'CC 1': 28,
      'RS 2': 19,
      'CB 2': 17,
      'FC 1': 8,
      'NP 2': 8,
      'AT 2': 6,
      'CB 1': 4,
      'CC 2': 2,
      'CC 3': 2,
      'CB 3': 1,
      'un-embargo 746.1(b)': 99,
      'china-russia-venezuela 742.6(a)(7)': 32,
      'worldwide 742.4(a)(5)': 23,
      'worldwide 742.6(a)(10)': 23,
      'worldwide 742.6(a)(6)(iii)(A)': 17,
      'uae-or-D:1-D:4-D:5 742.6(a)(6)(iii)(B)': 17,
      'macau-or-D:5 742.4(a)(4)': 4,
      'macau-or-D:5 742.6(a)(6)(i)(A)': 5,
      'macau-or-D:5 742.6(a)(6)(i)(B)': 1,
      'macau-or-D:5 3A069': 2,
      'worldwide 742.6(a)(13)': 1,
      'footnote-5 742.6(a)(11)': 6,
      'russian-industry 746.8(a)(4)': 8,
      'iraq 742.6(a)(5)': 6,
      'pakistan 742.6(a)(12)': 4,
      'iraq-or-pakistan 742.6': 2,
      'north-korea 742.19': 9,
      'all-destinations 742.13': 3,
      'all-but-canada 742.15': 4,
      'all-but-canada 742.7(a)(5)': 2,
      'RS 1 reexport 742.6(a)(3)': 1,
      'not-AU-CA-GB 742.14': 1,
      'np-conditional 742.3': 1,
      damaged: 5,
    })
  })

  it('leave no row unread and no reading without a row', () => {
    expect(build.ledger.filter(({ scope }) => scope === 'unread')).toEqual([])
    expect(build.stale).toEqual([])
  })

  it('give every entry a requirement or a place to look', () => {
    for (const { eccn, rows: own, redirect } of build.entries) expect(own.length > 0 || redirect !== undefined, eccn).toBe(true)
    expect(build.entries.filter(({ redirect }) => redirect)).toHaveLength(44)
    for (const { eccn, rows: own } of build.entries) expect(new Set(own.map(({ id }) => id)).size, eccn).toBe(own.length)
  })

  it('name only entries and paragraphs that exist, save those that the official rows themselves misname', () => {
    const trees = new Map(build.entries.map((one) => [one.eccn, one.paragraphs]))
    const unknown = new Set<string>()
    const walk = (value: unknown, eccn: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('fact' in value && 'matches' in value) {
        const { fact, matches } = value as { fact: string; matches: string[] }
        for (const one of matches) {
          const [code, paragraph] = fact === 'item.paragraph' ? [eccn, one] : [one.slice(0, 5), one.slice(6)]
          if (!trees.has(code) || (paragraph !== '' && !trees.get(code)?.includes(paragraph))) unknown.add(`${eccn}: ${one}`)
        }
      }
      for (const part of Object.values(value)) walk(part, eccn)
    }
    for (const { eccn, rows: own, lvs, gbs } of build.entries) walk([own, lvs, gbs], eccn)
    for (const { reason } of rows) expect(reason).toMatch(/^[A-Z]{2,3}$/)
    expect([...unknown]).toEqual(['3A001.a.15', '3A001.b.13', '3A004', '3B003', '3C007', '3C008', '3C009'].map((one) => `3E001: ${one}`))
  })

  it('use only facts that are declared', () => {
    const declared = ['item-facts.yaml', '../facts.yaml', '../transaction-facts.yaml'].flatMap((name) =>
      parse(readFileSync(join(ASSETS, 'rules/us-ear/tables', name), 'utf8')).facts.map((one: { path: string }) => one.path),
    )
    const used = new Set([...[...files].filter(([name]) => name.includes('/ccl/')).map(([, content]) => content)].join('\n').match(/(?<=fact: )[A-Za-z.0-9]+/g))
    for (const fact of used) expect(declared, fact).toContain(fact)
  })

  it('repair what the source damaged', () => {
    expect(entry('1A231')?.rows.map(({ requires }) => requires)).toEqual(['NP 1', 'AT 1'])
    expect(entry('1C350')?.rows.map(({ requires }) => requires)).toEqual([
      'CB 2',
      'AT 1',
      'cwc-schedule-2 742.18(a)(2)(ii)(A)',
      'cwc-schedule-3 742.18(a)(2)(ii)(B)',
    ])
    expect(row('0D606', 'ns-1')?.scope).toEqual({ except: ['y'] })
    expect(entry('0D614')?.rows.map(({ id }) => id)).toEqual(['ns-1', 'rs-1', 'at-1', 'un-embargo'])
    expect(entry('3D005')?.rows.map(({ id }) => id)).toEqual(['ns-1', 'at-1'])
    expect(entry('3D006')?.rows.map(({ id }) => id)).toEqual(['ns-2', 'at-1'])
    expect(entry('8C609')?.rows).toHaveLength(4)
    expect(row('1D018', 'mt-1')?.requires).toBe('MT 1')
    expect(row('0A617', 'un-embargo')?.scope).toEqual({ except: ['y'] })
    expect(row('3A069', 'rs-macau-or-d5')?.requires).toBe('macau-or-D:5 3A069')
  })

  it.each<[string, string, Scope]>([
    ['3B001', 'ns-macau-or-d5', { in: ['a.4', 'c', 'd', 'f.1', 'f.5', 'f.6', 'k', 'l', 'm', 'n', 'p.2', 'p.4', 'r'] }],
    ['3B001', 'ns-2', { in: ['a.1', 'a.2', 'a.3', 'b', 'e', 'f.2', 'f.3', 'f.4', 'g', 'h', 'i', 'j'] }],
    ['1C351', 'cb-1', { in: ['d.15', 'd.16'] }],
    ['1C351', 'cb-2', 'all'],
    ['0A501', 'ns-1', { except: ['y'] }],
    ['0A501', 'un-embargo', 'all'],
    ['2B999', 'rs-pakistan', { except: ['h.2'] }],
    ['9A990', 'at-2', { in: ['a'] }],
    ['9E003', 'si-not-au-ca-gb', { in: ['a.1', 'a.2', 'a.3', 'a.4', 'a.5', 'a.6', 'a.7', 'a.8', 'h', 'i', 'l'] }],
    ['5A001', 'ns-2', { in: ['b', 'c', 'd', 'f', 'g', 'j'], except: ['b.5', 'f.3'] }],
    ['9A515', 'rs-y', { in: ['y'] }],
    ['9A004', 'rs-y', { in: ['y'] }],
  ])('%s %s covers exactly its part of the entry', (eccn, id, scope) => expect(row(eccn, id)?.scope).toEqual(scope))

  it('date the row of small drones that came and went', () =>
    expect(row('9A012', 'ns-2')).toEqual({
      id: 'ns-2',
      reason: 'NS',
      scope: { in: ['a.1'] },
      requires: 'NS 2',
      inForce: { from: '2026-01-20', until: '2026-08-13' },
    }))

  it('keep a lost exception line apart from a refused one', () => {
    expect(entry('0A503')?.lvs).toEqual([])
    expect(entry('1C980')?.lvs).toBeUndefined()
    expect(entry('2A001')?.gbs).toHaveLength(1)
    expect(entry('6A005')?.lvs?.[0]?.usd).toBe(3000)
    const open = build.entries.filter(({ lvs, gbs }) => [...(lvs ?? []), ...(gbs ?? [])].some(({ scope }) => scope !== 'all' && scope.notModelled))
    expect(open.map(({ eccn }) => eccn)).toEqual([])
  })
})

describe.skipIf(!hasReferenceData())('chart and groups', () => {
  const folder = hasReferenceData() ? dirname(referenceFile(`ear/ccl-${DATE}.json.gz`)) : ''
  const chart = readChart(folder, DATE)
  const groups = readGroups(folder, DATE)
  const codeOf = codeFinder(readCountries(READINGS))
  const table = readFileSync(join(ASSETS, 'rules/us-ear/tables/chart.csv'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]{2},/.test(line))
    .map((line) => line.split(','))
  const marked = (column: string) => table.filter(([, , marks]) => (marks ?? '').split(';').includes(column)).map(([code]) => code ?? '')
  const { parameters }: { parameters: Parameter[] } = parse(readFileSync(join(ASSETS, 'rules/us-ear/tables/groups.yaml'), 'utf8'))
  const versions = (name: string) => parameters.find((one) => one.name === name)?.versions ?? []
  const group = (name: string): string[] => versions(name).at(-1)?.values ?? []

  it('resolve every name to a code', () => {
    for (const name of [...Object.keys(chart.countries), ...Object.keys(chart.embargoed), ...Object.values(groups.groups).flat()])
      expect(codeOf(name)).toMatch(/^[A-Z]{2}$/)
    for (const [name, members] of Object.entries(groups.groups)) {
      const codes = group(`group.${name}`)
      expect(new Set(members.map(codeOf)).size, name).toBe(members.length)
      expect(codes.filter((code) => code !== 'HK').length, name).toBe(members.length)
      expect(codes.includes('HK'), name).toBe(codes.includes('CN'))
    }
  })

  it('refuse a name that nobody knows', () => expect(() => codeOf('Atlantis')).toThrow('Atlantis'))

  it('hold 196 graded rows, four that point elsewhere and the named territories', () => {
    const kind = (row: string) => table.filter((line) => line[1] === row).map(([code]) => code)
    expect(kind('graded')).toHaveLength(196)
    expect(kind('pointer')).toEqual(['CU', 'IR', 'KP', 'SY'])
    expect([kind('via:CN'), kind('via:GB')]).toEqual([['HK'], ['KY']])
  })

  it('mark as many rows in each column as the official chart', () => {
    const counts = {
      'CB 1': 196,
      'CB 2': 154,
      'CB 3': 33,
      'NP 1': 151,
      'NP 2': 9,
      'NS 1': 193,
      'NS 2': 156,
      'MT 1': 193,
      'RS 1': 193,
      'RS 2': 156,
      'FC 1': 33,
      'CC 1': 158,
      'CC 2': 22,
      'CC 3': 141,
      'AT 1': 0,
      'AT 2': 0,
    }
    expect(Object.fromEntries(chart.columns.map((column) => [column, marked(column).length]))).toEqual(counts)
  })

  it('agree with each other where a column is a group', () => {
    // Liechtenstein is in no group and follows Switzerland in the chart.
    const without = (name: string) =>
      table.filter(([code, row]) => row === 'graded' && code !== 'LI' && !group(name).includes(code ?? '')).map(([code]) => code)
    const notLiechtenstein = (column: string) => marked(column).filter((code) => code !== 'LI')
    const graded = (codes: string[]) => codes.filter((code) => table.some((line) => line[0] === code && line[1] === 'graded')).sort()
    expect(notLiechtenstein('NS 2')).toEqual(without('group.A:1'))
    expect(notLiechtenstein('NP 1')).toEqual(without('group.A:4'))
    expect(marked('CB 2')).toEqual(without('group.A:3').filter((code) => code !== 'LI'))
    // The chart still marks the United Arab Emirates, which left the group.
    expect(marked('CB 3')).toEqual([...graded(group('group.D:3')), 'AE'].sort())
    expect(marked('NP 2')).toEqual([...new Set([...graded(group('group.D:2')), 'CN', 'MO'])].sort())
  })

  it('keep Cambodia in D:5 until 2026-02-02', () => {
    for (const name of ['group.D:5', 'macau-or-D:5']) {
      expect(versions(name).map((one) => [one.inForce, one.values.includes('KH')])).toEqual([
        [{ from: '2024-03-15', until: '2026-02-02' }, true],
        [{ from: '2026-02-03' }, false],
      ])
    }
  })

  it('name all countries in both languages', () => {
    const countries = readCountries(READINGS)
    expect(countries).toHaveLength(250)
    for (const { code, en, zh } of countries) expect(en !== '' && zh !== '', code).toBe(true)
    for (const [code] of table)
      expect(
        countries.some((one) => one.code === code),
        code,
      ).toBe(true)
  })
})
