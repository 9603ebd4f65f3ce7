/**
 * The lines of a text file of any size, each with its number. A line that is too long, holds a NUL byte or is not UTF-8 is
 * told as such and the next one is read; memory does not grow with the file.
 */
import { isUtf8 } from 'node:buffer'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { describeHead } from '#main/lists/list-file.ts'
import { InputError } from '#shared/text/errors.ts'

/** No line of parties is longer: all fields of a query together have less. */
export const LONGEST_LINE_BYTES = 256 * 1024
const PIECE_BYTES = 64 * 1024

export type Line = { line: number; text: string } | { line: number; fault: string }

export type ReadLinesOptions = {
  /** Takes every byte of the file. */
  hash?: Hash | undefined
  onBytes?: ((read: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Size of the file and its first bytes. Throws InputError when there is no such file, or its content is of another kind than text. */
export async function lookAt(path: string): Promise<{ bytes: number; head: Buffer }> {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError('not-found', `${path}: there is no such file`)
    throw new InputError('bad-input', `${path}: the file cannot be opened (${code ?? String(error)})`)
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw new InputError('bad-input', `${path}: this is no file; expected parties as CSV or JSON lines`)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    const head = buffer.subarray(0, bytesRead)
    if (NO_TEXT.some((sign) => head.indexOf(sign, 0, 'latin1') === 0))
      throw new InputError('bad-input', `${path}: this is ${describeHead(head)}; expected text in UTF-8, as CSV with a heading or as JSON lines`)
    if (bytesRead === 0) throw new InputError('bad-input', `${path}: the file is empty; expected CSV with a heading, or JSON lines`)
    return { bytes: stat.size, head }
  } finally {
    await handle.close()
  }
}

/** How files begin that are no UTF-8 text at all. */
const NO_TEXT = ['\xff\xfe', '\xfe\xff', '%PDF', 'PK\x03\x04', '\xd0\xcf\x11\xe0', 'SQLite f', '\x1f\x8b']

/** Lines without their ends, in batches of what one piece of the file holds. Throws InputError `cancelled`, or `bad-input` when reading fails. */
export async function* readLines(path: string, { hash, onBytes, signal }: ReadLinesOptions = {}): AsyncGenerator<Line[]> {
  const stream = createReadStream(path, { highWaterMark: PIECE_BYTES })
  let kept: Buffer[] = []
  let keptBytes = 0
  let tooLong = false
  let number = 1
  let read = 0
  const take = (end: Buffer): Line => {
    const line = number
    number += 1
    const bytes = kept.length === 0 ? end : Buffer.concat([...kept, end])
    const long = tooLong || bytes.length > LONGEST_LINE_BYTES
    kept = []
    keptBytes = 0
    tooLong = false
    if (long) return { line, fault: `the line has more than ${LONGEST_LINE_BYTES / 1024} KB` }
    return checked(line, line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes)
  }
  try {
    for await (const chunk of stream) {
      if (signal?.aborted) throw new InputError('cancelled', 'The work was cancelled. Nothing was stored.')
      const piece = chunk as Buffer
      hash?.update(piece)
      read += piece.length
      const lines: Line[] = []
      let from = 0
      for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
        lines.push(take(piece.subarray(from, end)))
        from = end + 1
      }
      if (from < piece.length) {
        keptBytes += piece.length - from
        tooLong ||= keptBytes > LONGEST_LINE_BYTES
        if (tooLong) kept = []
        else kept.push(piece.subarray(from))
      }
      onBytes?.(read)
      if (lines.length > 0) yield lines
    }
    if (keptBytes > 0) yield [take(Buffer.alloc(0))]
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError('bad-input', `${path}: the file could not be read to its end (${(error as NodeJS.ErrnoException).code ?? String(error)})`)
  } finally {
    stream.destroy()
  }
}

function checked(line: number, bytes: Buffer): Line {
  if (bytes.includes(0)) return { line, fault: 'a NUL byte stands in the line' }
  if (!isUtf8(bytes)) return { line, fault: 'the text is not UTF-8; save the file in the encoding UTF-8' }
  const end = bytes[bytes.length - 1] === 13 ? bytes.length - 1 : bytes.length
  return { line, text: bytes.toString('utf8', 0, end) }
}
