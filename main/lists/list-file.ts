/**
 * Reads an officer's file safely: plain, gzip or a ZIP archive of one file, in pieces, never more than a set size, UTF-8 only.
 * Says what a file looks like when it is not what was expected.
 */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip, createInflateRaw, gunzipSync, inflateRawSync, constants as zlib } from 'node:zlib'
import { InputError } from '#shared/text/errors.ts'
import { isZip, readZipMember, type ZipMember, zipMemberCheck } from './zip-member.ts'

/** Bytes of the head that recognition sees. */
export const HEAD_BYTES = 64 * 1024
/** The largest text read, unpacked or not: twice the largest official file, OFAC's SDN_ADVANCED.XML. */
export const LARGEST_TEXT_BYTES = 256 * 1024 * 1024

export type ListFile = {
  path: string
  name: string
  /** Bytes on the disk. */
  size: number
  /** Last change of the file, ISO date. */
  changed: string
  gzip: boolean
  /** The one file in a ZIP archive. */
  zip?: ZipMember
  /** The first bytes of the text, unpacked. */
  head: Buffer
}

const badInput = (detail: string): InputError => new InputError('bad-input', detail)

/**
 * Looks at the first bytes of a file. Throws InputError `bad-input` for a file that is absent, a folder, unreadable or a
 * damaged gzip file.
 */
export async function openListFile(path: string): Promise<ListFile> {
  const name = basename(path)
  let handle: Awaited<ReturnType<typeof open>>
  try {
    handle = await open(path, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw badInput(`${path} does not exist. Give the path of an official list file.`)
    if (code === 'EACCES' || code === 'EPERM') throw badInput(`${path} cannot be read: the program has no permission to.`)
    throw badInput(`${path} cannot be opened (${code ?? 'unknown reason'}).`)
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw badInput(`${path} is not a file. Give the path of an official list file.`)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const raw = buffer.subarray(0, bytesRead)
    const known = { path, name, size: stat.size, changed: stat.mtime.toISOString().slice(0, 10) }
    if (isZip(raw)) {
      const zip = await readZipMember(handle, name, stat.size)
      const packed = await handle.read(Buffer.alloc(HEAD_BYTES), 0, Math.min(HEAD_BYTES, zip.packedSize), zip.start)
      const first = packed.buffer.subarray(0, packed.bytesRead)
      return { ...known, gzip: false, zip, head: zip.deflated ? unpackedHead(first, name, 'ZIP', inflateRawSync) : first }
    }
    const gzip = raw[0] === 0x1f && raw[1] === 0x8b
    return { ...known, gzip, head: gzip ? unpackedHead(raw, name, 'gzip', gunzipSync) : raw }
  } finally {
    await handle.close()
  }
}

/** The head of a packed file: what its first bytes unpack to, cut to the head's size. */
function unpackedHead(raw: Buffer, name: string, packing: string, unpack: typeof gunzipSync): Buffer {
  const pieces: Buffer[] = []
  let length = 0
  // The raw head is fed in small pieces so that a file that unpacks to gigabytes costs no more than any other.
  for (let end = 512; ; end = Math.min(end * 2, raw.length)) {
    try {
      const text = unpack(raw.subarray(0, end), { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: LARGEST_HEAD_OUTPUT })
      pieces[0] = text
      length = text.length
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
        throw badInput(`${name} begins as a ${packing} file but its content is damaged. Nothing was imported. Download it again.`)
      if (pieces[0] === undefined) throw badInput(`${name} is packed beyond any reasonable measure and is refused. Nothing was imported.`)
      break
    }
    if (length >= HEAD_BYTES || end === raw.length) break
  }
  return (pieces[0] ?? Buffer.alloc(0)).subarray(0, HEAD_BYTES)
}
const LARGEST_HEAD_OUTPUT = 1024 * HEAD_BYTES

export type ReadOptions = {
  /** Told the bytes read from the disk so far. */
  onBytes?: (bytes: number) => void
  /** Told each raw piece as it stands on the disk, for hashing. */
  onRaw?: (piece: Buffer) => void
  signal?: AbortSignal | undefined
  largestBytes?: number
}

/**
 * The text of a file in pieces of valid UTF-8, without byte order mark and without the end-of-file sign (0x1A) that OFAC
 * writes. Throws InputError `bad-input` (too large, damaged gzip, NUL bytes, not UTF-8: with line number) or `cancelled`.
 */
export async function* readText(file: ListFile, options: ReadOptions = {}): AsyncGenerator<Buffer> {
  const largest = options.largestBytes ?? LARGEST_TEXT_BYTES
  if (file.size > largest) throw tooLarge(file, largest)
  const { zip } = file
  const raw = createReadStream(file.path, {
    highWaterMark: 256 * 1024,
    ...(zip === undefined ? {} : { start: zip.start, end: zip.start + zip.packedSize - 1 }),
  })
  let read = 0
  raw.on('data', (piece) => {
    const bytes = piece as Buffer
    read += bytes.length
    options.onRaw?.(bytes)
    options.onBytes?.(read)
  })
  const unpacked = zip?.deflated === true ? createInflateRaw({ chunkSize: 256 * 1024 }) : file.gzip ? createGunzip({ chunkSize: 256 * 1024 }) : undefined
  const text: Readable = unpacked === undefined ? raw : raw.pipe(unpacked)
  const check = zip === undefined ? undefined : zipMemberCheck(zip, file.name)
  raw.on('error', (error) => text.destroy(error))
  let carried: Buffer = Buffer.alloc(0)
  let total = 0
  let line = 1
  let first = true
  let ended = false
  try {
    for await (const chunk of text) {
      if (options.signal?.aborted) throw new InputError('cancelled', 'The import was cancelled. Nothing was imported.')
      let piece: Buffer = carried.length === 0 ? (chunk as Buffer) : Buffer.concat([carried, chunk as Buffer])
      total += (chunk as Buffer).length
      if (total > largest) throw tooLarge(file, largest)
      check?.take(chunk as Buffer)
      if (ended) continue
      if (first) {
        if (piece.length < 3 && !ended) {
          carried = piece
          continue
        }
        if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) piece = piece.subarray(3)
        first = false
      }
      const cut = completeCharacters(piece)
      carried = piece.subarray(cut)
      piece = piece.subarray(0, cut)
      const sign = piece.indexOf(0x1a)
      if (sign >= 0) {
        ended = true
        piece = piece.subarray(0, sign)
      }
      line = checkPiece(file, piece, line)
      if (piece.length > 0) yield piece
      // What follows the end-of-file sign is no text; of a ZIP archive it is read for its check sum.
      if (ended && check === undefined) return
      if (ended) carried = Buffer.alloc(0)
    }
    check?.end()
    if (carried.length > 0) {
      checkPiece(file, carried, line)
      yield carried
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code.startsWith('Z_')) {
      throw badInput(
        `${file.name} is a ${zip === undefined ? 'gzip' : 'ZIP'} file that is ${code === 'Z_BUF_ERROR' ? 'cut off' : 'damaged'} after line ${line}. Nothing was imported. Download it again.`,
      )
    }
    throw badInput(`${file.name} could not be read to its end (${code || String(error)}). Nothing was imported.`)
  } finally {
    raw.destroy()
    text.destroy()
  }
}

const tooLarge = (file: ListFile, largest: number): InputError =>
  badInput(
    `${file.name} holds more than ${Math.round(largest / 1024 / 1024)} MB of text${file.gzip || file.zip !== undefined ? ' when unpacked' : ''}; every official list file is smaller. Nothing was imported.`,
  )

/** How much of a piece ends on a whole character: the rest waits for the next piece. */
function completeCharacters(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back] as number
    if (byte < 0x80) return piece.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? piece.length - back : piece.length
    }
  }
  return piece.length
}

/** Refuses NUL bytes and bytes that are not UTF-8; returns the line number after the piece. */
function checkPiece(file: ListFile, piece: Buffer, line: number): number {
  const nul = piece.indexOf(0)
  if (nul >= 0)
    throw badInput(
      `${file.name}, line ${line + newlines(piece.subarray(0, nul))}: a NUL byte stands in the text. The file is damaged or is not text. Nothing was imported.`,
    )
  if (!isUtf8(piece)) {
    const bad = firstBadByte(piece)
    throw badInput(
      `${file.name}, line ${line + newlines(piece.subarray(0, bad))}: the text is not UTF-8, the encoding of the official files. It was most likely saved by another program. Nothing was imported. Download it again.`,
    )
  }
  return line + newlines(piece)
}

function newlines(piece: Buffer): number {
  let count = 0
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1
  return count
}

function firstBadByte(piece: Buffer): number {
  let low = 0
  let high = piece.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const cut = completeCharacters(piece.subarray(0, middle))
    if (isUtf8(piece.subarray(0, cut))) low = middle
    else high = middle
  }
  return low
}

/** In a few words, what the head of a file that no importer knows looks like. */
export function describeHead(head: Buffer): string {
  if (head.length === 0) return 'an empty file'
  if (head[0] === 0xff && head[1] === 0xfe) return 'text in UTF-16'
  if (head[0] === 0xfe && head[1] === 0xff) return 'text in UTF-16'
  const begin = head.subarray(0, 8).toString('latin1')
  if (begin.startsWith('%PDF')) return 'a PDF document'
  if (begin.startsWith('PK\u0003\u0004')) return 'a ZIP archive or an Excel workbook'
  if (begin.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'an old Excel or Word document'
  if (begin.startsWith('SQLite f')) return 'an SQLite database'
  if (head.includes(0)) return 'binary data'
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^<!doctype html|^<html/i.test(text)) return 'a web page (HTML)'
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<!DOCTYPE/.test(text)) return 'XML that declares a document type, which no official list file does'
  const root = /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<([A-Za-z_][\w:.-]*)/.exec(text)
  if (root !== null) return `XML with the root element ${root[1]}`
  if (/^[[{]/.test(text)) return 'JSON'
  const line = (text.split(/\r?\n/, 1)[0] ?? '').slice(0, 120)
  if (line.includes('\t')) return `tab-separated text that begins with "${line.replaceAll('\t', ' | ')}"`
  if (line.includes(',') || line.includes(';')) return `comma-separated text that begins with "${line}"`
  return `plain text that begins with "${line.slice(0, 60)}"`
}
