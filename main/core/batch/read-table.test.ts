import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countryLookup } from '#main/lists/countries.ts'
import { type BatchQuery, openQueries, previewQueries } from './queries.ts'
import { openTable, type TableRow } from './read-table.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-table-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of some) found.push(one)
  return found
}
const rows = async (path: string): Promise<TableRow[]> => (await all((await openTable(path)).rows)).flat()
const country = countryLookup('code,name\nCN,China\nDE,Germany|德国\n')
const queries = async (path: string): Promise<BatchQuery[]> => (await all((await openQueries(path, { country })).queries)).flat()
const short = async (path: string) =>
  (await queries(path)).map((one) => ('fault' in one ? [one.line, one.fault.replace(`${path}, `, '')] : [one.line, one.query.name]))

describe('the headings of a file of parties', () => {
  it('are understood by their usual names in English', async () => {
    const path = file('en.csv', 'Customer No.;Company Name;Country;Type;Passport No;IMO;Remark\n7;Falcon Trading;Germany;Company;P1234567;IMO 9000001;x\n')
    expect(await queries(path)).toEqual([
      { line: 2, id: '7', query: { id: '7', name: 'Falcon Trading', country: 'DE', kind: 'entity', ids: ['P1234567', 'IMO 9000001'] } },
    ])
  })

  it('and in Chinese, with a byte order mark and lines that end as on Windows', async () => {
    const path = file('zh.csv', '\ufeff编号,公司名称,国家,地址\r\n甲,红杉贸易有限公司,德国,"一号路\r\n二楼"\r\n')
    expect(await queries(path)).toEqual([{ line: 2, id: '甲', query: { id: '甲', name: '红杉贸易有限公司', country: 'DE', address: '一号路\n二楼' } }])
  })

  it('of two for one field take the surer one', async () => {
    const { columns } = await previewQueries(file('two.csv', 'company,name,id,id number\nA,B,1,X\n'))
    expect(columns).toEqual(['', 'name', 'id', 'ids'])
  })

  it('without a name are refused with what was found and expected', async () => {
    await expect(queries(file('none.csv', 'a,b\n1,2\n'))).rejects.toThrow(/none\.csv, line 1: no column holds the name \(found “a”, “b”; expected/)
  })

  it('can be chosen otherwise', async () => {
    const path = file('chosen.csv', 'a,b\n1,Falcon\n')
    const { queries: found } = await openQueries(path, { country, columns: ['', 'name'] })
    expect((await all(found)).flat()).toEqual([{ line: 2, id: '1', query: { id: '1', name: 'Falcon' } }])
    await expect(openQueries(path, { country, columns: ['name', 'name'] })).rejects.toThrow('two columns are taken for name')
    await expect(openQueries(path, { country, columns: ['name'] })).rejects.toThrow('1 columns were named and the file has 2')
  })
})

describe('bad lines cost themselves and no other', () => {
  it('a quote that is never closed, in the middle and at the end', async () => {
    const path = file('quote.csv', 'id,name\n1,"Falcon\n2,Heron\n3,"Kite, Ltd"\n4,Owl\n5,"Swift\n')
    expect(await short(path)).toEqual([
      [2, 'line 2: after the closing quote of cell 2 the cell goes on'],
      [3, 'Heron'],
      [4, 'Kite, Ltd'],
      [5, 'Owl'],
      [6, 'line 6: a quoted cell is never closed'],
    ])
  })

  it('a quote that swallows whole rows into a name', async () => {
    const path = file('swallow.csv', 'name,id\n"Falcon,1\nHeron,2\nKite"",3\nOwl",4\n')
    expect((await queries(path)).map((one) => 'query' in one)).toEqual([false])
    expect((await short(path))[0]?.[1]).toMatch(/line 2: a cell goes over several lines; a quote was most likely not closed/)
  })

  it('too few and too many cells', async () => {
    expect(await short(file('cells.csv', 'id,name\n1\n2,Heron,x\n3,Owl\n'))).toEqual([
      [2, 'line 2: the row has 1 cell, the heading has 2'],
      [3, 'line 3: the row has 3 cells, the heading has 2'],
      [4, 'Owl'],
    ])
  })

  it('a NUL byte, a wrong encoding, a name that is empty or too long', async () => {
    const latin = Buffer.from('1,Müller\n', 'latin1')
    const path = file('bytes.csv', Buffer.concat([Buffer.from('id,name\n'), latin, Buffer.from(`2,a\0b\n3, \n4,${'x'.repeat(1001)}\n5,Owl\n`)]))
    expect(await short(path)).toEqual([
      [2, 'line 2: the text is not UTF-8; save the file in the encoding UTF-8'],
      [3, 'line 3: a NUL byte stands in the line'],
      [4, 'line 4, name: the name is empty'],
      [5, expect.stringMatching(/line 5, name: Too big/)],
      [6, 'Owl'],
    ])
  })

  it('JSON that is cut off, no object, of unknown or hostile members', async () => {
    const lines = [
      '{"name":"Falcon"}',
      '{"name":"Her',
      '[1]',
      '{"nmae":"Kite"}',
      '{"__proto__":{"name":"x"},"name":"Owl"}',
      '',
      '{"name":"Swift","kind":"bird"}',
      '{"id":9,"name":"Wren"}',
    ]
    const found = await short(file('lines.jsonl', lines.join('\n')))
    expect(found).toEqual([
      [1, 'Falcon'],
      [2, expect.stringMatching(/^line 2: not valid JSON/)],
      [3, 'line 3: expected an object in braces'],
      [4, expect.stringMatching(/^line 4: the field “nmae” is not known/)],
      [5, expect.stringMatching(/^line 5: the field “__proto__” is not known/)],
      [7, 'line 7, kind: expected person, entity or vessel, and found “bird”'],
      [8, 'Wren'],
    ])
    expect(({} as { name?: string }).name).toBeUndefined()
  })

  it('headings named like members of every object', async () => {
    expect(await queries(file('proto.csv', '__proto__,constructor,name\na,b,Owl\n'))).toEqual([{ line: 2, id: '1', query: { id: '1', name: 'Owl' } }])
  })

  it('a line of a gigabyte, which no text in memory could hold', async () => {
    const path = join(folder, 'gigabyte.csv')
    const handle = openSync(path, 'w')
    writeSync(handle, 'id,name\n1,Owl\n2,')
    // A hole in the file: the bytes in between are NUL and take no room on the disk.
    ftruncateSync(handle, 1024 ** 3)
    writeSync(handle, '\n3,Wren\n', 1024 ** 3)
    closeSync(handle)
    expect(await short(path)).toEqual([
      [2, 'Owl'],
      [3, 'line 3: the line has more than 256 KB'],
      [4, 'Wren'],
    ])
    rmSync(path)
  })
})

describe('files that are no table', () => {
  it.each([
    ['utf16.csv', Buffer.from('\ufeffid,name\n', 'utf16le'), /text in UTF-16; expected text in UTF-8/],
    ['book.csv', Buffer.from('PK\u0003\u0004....'), /a ZIP archive or an Excel workbook/],
    ['empty.csv', Buffer.alloc(0), /the file is empty/],
    ['array.json', Buffer.from('[{"name":"x"}]'), /expected JSON lines/],
    ['heading.csv', Buffer.from('id,"name\n1,x\n'), /line 1: the heading is no row of CSV/],
    ['latin.csv', Buffer.from('id,näme\n1,x\n', 'latin1'), /line 1: the text is not UTF-8/],
  ])('%s is refused and said what it is', async (name, content, message) => {
    await expect(queries(file(name, content))).rejects.toThrow(message)
  })

  it('a missing file and a folder', async () => {
    await expect(queries(join(folder, 'no.csv'))).rejects.toThrow('there is no such file')
    await expect(queries(folder)).rejects.toThrow('this is no file')
  })
})

describe('reading', () => {
  it('gives the rows of CSV wherever the pieces of the file end', async () => {
    const wide = 'x'.repeat(1000)
    const path = file('pieces.csv', `id,name,remark\n${Array.from({ length: 2000 }, (_, i) => `${i},"Näme ""${i}""","${wide}\n${wide}"`).join('\n')}\n`)
    const found = await rows(path)
    expect(found).toHaveLength(2000)
    expect(found.every((row, i) => 'cells' in row && row.cells[1] === `Näme "${i}"` && row.line === 2 + 2 * i)).toBe(true)
  })

  it('counts 100,000 lines and finds each bad one', async () => {
    const path = file('many.csv', `id,name\n${Array.from({ length: 100_000 }, (_, i) => (i % 1000 === 999 ? `${i},"broken` : `${i},"Owl, ${i}"`)).join('\n')}`)
    const found = await queries(path)
    expect(found).toHaveLength(100_000)
    expect(found.filter((one, i) => one.line !== i + 2)).toEqual([])
    expect(found.filter((one) => 'fault' in one).map(({ id }) => Number(id) % 1000)).toEqual(Array.from({ length: 100 }, () => 0))
  })

  it('ends when it is cancelled', async () => {
    const abort = new AbortController()
    abort.abort()
    const { queries: found } = await openQueries(file('cancel.jsonl', '{"name":"Owl"}\n'), { country, signal: abort.signal })
    await expect(all(found)).rejects.toThrow(expect.objectContaining({ code: 'cancelled' }))
  })
})
