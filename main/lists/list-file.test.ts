import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
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

type Member = { name: string; text: string; method?: 0 | 8 | 12; flags?: number; crc?: number; size?: number }
/** A ZIP archive as the usual programs write it, with sizes after the data (flag 8) so that only the directory has them. */
function zip(members: Member[], comment = ''): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, text, method = 8, flags = 8, crc, size } of members) {
    const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(4, 28)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(crc ?? crc32(text), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size ?? Buffer.byteLength(text), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    const file = Buffer.concat([local, Buffer.from(name), Buffer.alloc(4), packed])
    files.push(file)
    directory.push(entry, Buffer.from(name))
    at += file.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...files, ...directory, end, Buffer.from(comment)])
}

describe('a ZIP archive', () => {
  const text = 'a,b\n'.repeat(100_000)

  it('of one file gives its text, packed or not, beside folders and with a comment', async () => {
    expect(await read(zip([{ name: 'LIST.CSV', text }]))).toBe(text)
    expect(await read(zip([{ name: 'LIST.CSV', text, method: 0 }]))).toBe(text)
    expect(
      await read(
        zip(
          [
            { name: 'out/', text: '', method: 0 },
            { name: 'out/l.csv', text },
          ],
          'PK\u0005\u0006 made by hand',
        ),
      ),
    ).toBe(text)
    expect((await openListFile(join(folder, 'file.csv'))).head.toString('utf8', 0, 4)).toBe('a,b\n')
  })

  it('is checked to its end even where the text ended before', async () => {
    expect(await read(zip([{ name: 'l.csv', text: 'a\n\u001arest' }]))).toBe('a\n')
    await expect(read(zip([{ name: 'l.csv', text: 'a\n\u001arest', crc: 1 }]))).rejects.toThrow(/size and check sum/)
  })

  it.each<[string, () => Buffer, RegExp]>([
    [
      'of several files',
      () => zip(['a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv', 'f.csv'].map((name) => ({ name, text }))),
      /several files \(a\.csv, b\.csv, c\.csv, d\.csv, e\.csv, …\)\. Unpack it/,
    ],
    [
      'that is a workbook',
      () =>
        zip([
          { name: '[Content_Types].xml', text },
          { name: 'xl/workbook.xml', text },
        ]),
      /Excel workbook/,
    ],
    ['of nothing but a folder', () => zip([{ name: 'out/', text: '', method: 0 }]), /cut off or damaged/],
    ['of an empty file', () => zip([{ name: 'a.csv', text: '', method: 0 }]), /cut off or damaged/],
    ['that is encrypted', () => zip([{ name: 'a.csv', text, flags: 9 }]), /encrypted/],
    ['packed in another way', () => zip([{ name: 'a.csv', text, method: 12 }]), /method 12/],
    ['of more than 4 GB', () => zip([{ name: 'a.csv', text, size: 0xffffffff }]), /more than 4 GB/],
    ['that is cut off', () => zip([{ name: 'a.csv', text }]).subarray(0, 300), /cut off or damaged/],
    ['with another check sum', () => zip([{ name: 'a.csv', text, crc: 7 }]), /size and check sum/],
    ['with another size', () => zip([{ name: 'a.csv', text, size: 7 }]), /size and check sum/],
    [
      'whose content is damaged',
      () => {
        const archive = zip([{ name: 'a.csv', text }])
        archive.fill(0xff, 45, 60)
        return archive
      },
      /damaged/,
    ],
  ])('%s is refused', async (_, archive, message) => {
    await expect(read(archive())).rejects.toThrow(message)
  })

  it('that unpacks to more than is allowed is refused before it is all unpacked', async () => {
    await expect(read(zip([{ name: 'a.csv', text: 'a'.repeat(3_000_000) }]), { largestBytes: 1_000_000 })).rejects.toThrow(/when unpacked/)
  })
})

describe('what a file looks like', () => {
  it.each([
    ['', 'an empty file'],
    ['%PDF-1.4', 'a PDF document'],
    ['SQLite format 3', 'an SQLite database'],
    ['<?xml version="1.0"?>\n<!-- note -->\n<export xmlns="x">', 'XML with the root element export'],
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>', 'XML that declares a document type, which no official list file does'],
    ['a\tb', 'tab-separated text that begins with "a | b"'],
    ['one;two', 'comma-separated text that begins with "one;two"'],
    ['hello', 'plain text that begins with "hello"'],
  ])('%j is %s', (head, looks) => {
    expect(describeHead(Buffer.from(head, 'latin1'))).toBe(looks)
  })
})
