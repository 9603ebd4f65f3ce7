/** CSV files that an officer brings: safe text, rows with their lines, and what a cell must not hold. */
import { parse } from 'csv-parse/sync'
import { InputError } from '#shared/text/errors.ts'

const LONGEST_ROW_CHARACTERS = 100_000

/** How people write that they do not know. */
export const NOT_KNOWN = ['', '-', '–', '—', '?', 'n/a', 'tbd', 'unknown', '未知', '待定', '不详']

/** A heading without case, spaces and signs. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A file that is refused as a whole. */
export const refused = (name: string, what: string): InputError => new InputError('bad-input', `${name}: ${what}. Nothing was imported.`)

/** The text of a file. Throws InputError when it is too large, a spreadsheet, not UTF-8, or holds a NUL character. */
export function csvText({ name, bytes }: { name: string; bytes: Uint8Array }, largest: number): string {
  if (bytes.length > largest) throw refused(name, `expected a file of at most ${largest / 1024 / 1024} MB`)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw refused(name, 'this is a spreadsheet or an archive, expected CSV; save it as “CSV UTF-8”')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused(name, 'the file is not UTF-8 text; save it as “CSV UTF-8”')
  }
  const line = text.slice(0, text.indexOf('\0')).split('\n').length
  if (text.includes('\0')) throw refused(name, `line ${line} holds a NUL character; this is no CSV file, or a damaged one`)
  return text
}

/** A row with the line of the file on which it ends. */
export type Row = { cells: string[]; line: number }

/** Comma, semicolon or tab: whichever the heading holds most of. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
  const count = (mark: string) => heading.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The rows of a text, empty ones left out. Throws InputError naming the line that is not proper CSV. */
export function csvRows(text: string, name: string): Row[] {
  try {
    const found = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LONGEST_ROW_CHARACTERS,
      info: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return found.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    const { code = '', lines = 1, message } = error as { code?: string; lines?: number; message: string }
    if (code === 'CSV_MAX_RECORD_SIZE') throw refused(name, `line ${lines}: a row is longer than any of such a file; a quote was most likely never closed`)
    if (code === 'CSV_QUOTE_NOT_CLOSED') throw refused(name, `line ${lines}: a quoted cell is never closed`)
    throw refused(name, `line ${lines}: the row is not proper CSV (${message})`)
  }
}

/** What a spreadsheet would compute. A number with a sign and a part called “+5V” are none. */
export const FORMULA = /^[=@＝＠]|^[+\-＋－].*[(!|]/u
/** Control characters, but for the tab and the line breaks that a cell may hold. */
export const CONTROL = /[^\P{Cc}\t\n\r]/u
