/**
 * Reads input files of the command line (JSON, JSON lines, CSV) and writes results. A mistake names file and line; a result
 * file is written whole or not at all.
 */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { InputError } from '#shared/text/errors.ts'
import { translateFileError } from './file-errors.ts'

export type InputRecord = { value: unknown; place: string }

/** Larger inputs are taken for a mistake: a batch of a million parties is about 100 MB. */
const LARGEST_BYTES = 200 * 1024 * 1024

/** Records of a file, each with the place that messages name. `.jsonl` has one object a line, `.csv` a heading. */
export function readRecords(path: string): InputRecord[] {
  const text = readText(path)
  if (path.endsWith('.csv')) return csvRecords(path, text)
  if (path.endsWith('.jsonl') || hasObjectOnFirstLine(text)) {
    return text
      .split('\n')
      .map((line, i) => ({ line, place: `${path}, line ${i + 1}` }))
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, place }) => ({ value: parseJson(line, place), place }))
  }
  const value = parseJson(text, path)
  if (Array.isArray(value)) return value.map((one, i) => ({ value: one as unknown, place: `${path}, [${i}]` }))
  return [{ value, place: path }]
}

/** JSON lines under another name: a whole object on the first line, and more below it. */
function hasObjectOnFirstLine(text: string): boolean {
  const end = text.indexOf('\n')
  if (!text.startsWith('{') || end < 0 || text.slice(end).trim() === '') return false
  try {
    JSON.parse(text.slice(0, end))
    return true
  } catch {
    return false
  }
}

function readText(path: string): string {
  if (!existsSync(path)) throw new InputError('not-found', `${path}: there is no such file`)
  const { size } = statSync(path)
  if (size > LARGEST_BYTES)
    throw new InputError('bad-input', `${path}: the file has ${Math.round(size / 1024 / 1024)} MB, more than any input of this command; nothing was read`)
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError('bad-input', `${path}: the file is not UTF-8 text`)
  }
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = message.match(/position (\d+)/)?.[1]
    const line = position === undefined || place.includes(', line ') ? '' : `, line ${text.slice(0, Number(position)).split('\n').length}`
    throw new InputError('bad-input', `${place}${line}: not valid JSON (${message})`)
  }
}

function csvRecords(path: string, text: string): InputRecord[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parseCsv(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      info: true,
      trim: true,
    })
    return rows.map(({ record, info }) => ({
      value: Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')),
      place: `${path}, line ${info.lines}`,
    }))
  } catch (error) {
    throw new InputError('bad-input', `${path}: not a readable CSV file (${error instanceof Error ? error.message : String(error)})`)
  }
}

/** Writes a file whole: beside its place first, then renamed. Throws InputError when the place cannot be written. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.part`
  try {
    writeFileSync(unfinished, content)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw translateFileError(error, path)
  }
}
