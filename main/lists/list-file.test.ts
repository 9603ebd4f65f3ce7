import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvRows } from './csv-rows.ts'
import { describeHead, openListFile, type ReadOptions, readText } from './list-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-file-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(content: string | Buffer, options: ReadOptions = {}): Promise<string> {
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  const pieces: Buffer[] = []
  for await (const piece of readText(await openListFile(path), options)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

describe('reading text', () => {
  it('gives the text of plain and packed files', async () => {
    expect(await read('a,b\n')).toBe('a,b\n')
    expect(await read(gzipSync('a,b\n'))).toBe('a,b\n')
  })

  it('keeps characters whole that lie across two pieces', async () => {
    const text = `a${'华为技术有限公司é𠮷'.repeat(60_000)}`
    expect(await read(text)).toBe(text)
    expect(await read(gzipSync(text))).toBe(text)
  })

  it('leaves out the byte order mark and everything from the end-of-file sign on', async () => {
    expect(await read('\uFEFFa\n\u001arest')).toBe('a\n')
    expect(await read('x')).toBe('x')
    expect(await read('')).toBe('')
  })

  it('stops at the allowed size, packed or not', async () => {
    await expect(read('a'.repeat(2000), { largestBytes: 1000 })).rejects.toThrow(/holds more than/)
    await expect(read(gzipSync('a'.repeat(2_000_000)), { largestBytes: 1_000_000 })).rejects.toThrow(/when unpacked/)
  })

  it('names the line of a character that is not UTF-8, at the end too', async () => {
    await expect(read(Buffer.concat([Buffer.from('a\nb\nc'), Buffer.from([0xe9]), Buffer.from('d\n')]))).rejects.toThrow(/line 3: the text is not UTF-8/)
    await expect(read(Buffer.concat([Buffer.from('a\nb'), Buffer.from([0xe5, 0x8d])]))).rejects.toThrow(/line 2: the text is not UTF-8/)
  })

  it('refuses more rows than any official file has', async () => {
    const path = join(folder, 'rows.csv')
    writeFileSync(path, 'a,b\n'.repeat(20))
    const all = async (mostRows: number) => {
      let count = 0
      for await (const rows of csvRows(await openListFile(path), { columns: 2, expected: '2', mostRows })) count += rows.length
      return count
    }
    expect(await all(20)).toBe(20)
    await expect(all(19)).rejects.toThrow(/more than 19 rows/)
  })
})

describe('what a file looks like', () => {
  it.each([
    ['', 'an empty file'],
    ['%PDF-1.4', 'a PDF document'],
    ['SQLite format 3', 'an SQLite database'],
    ['<?xml version="1.0"?>\n<!-- note -->\n<export xmlns="x">', 'XML with the root element export'],
    ['a\tb', 'tab-separated text that begins with "a | b"'],
    ['one;two', 'comma-separated text that begins with "one;two"'],
    ['hello', 'plain text that begins with "hello"'],
  ])('%j is %s', (head, looks) => {
    expect(describeHead(Buffer.from(head, 'latin1'))).toBe(looks)
  })
})
