/**
 * The rows of a CSV file or of JSON lines, of any size, one after the other. What is wrong with a row is told in its place and
 * the next one is read. A quote that is never closed costs the line it stands in and no other.
 */
import { InputError } from '#shared/text/errors.ts'
import { delimiterOf, splitRow } from './csv-row.ts'
import { type Line, LONGEST_LINE_BYTES, lookAt, type ReadLinesOptions, readLines } from './read-lines.ts'

export type TableRow = { line: number } & ({ cells: string[] } | { value: unknown } | { fault: string })

export type Table = {
  format: 'csv' | 'jsonl'
  bytes: number
  /** Of a CSV file; empty for JSON lines. */
  headings: string[]
  rows: AsyncGenerator<TableRow[]>
}

/** A quoted cell goes over at most so many lines: longer ones are taken for a quote that was never closed. */
const MOST_LINES_OF_A_ROW = 100

/** Opens the table by its content. Throws InputError when it is neither of the two, or the heading of CSV cannot be read. */
export async function openTable(path: string, options: ReadLinesOptions = {}): Promise<Table> {
  const { bytes, head } = await lookAt(path)
  const start = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (start.startsWith('[')) throw new InputError('bad-input', `${path}: a list in JSON; expected JSON lines, one object a line, or CSV with a heading`)
  const lines = readLines(path, options)
  if (start.startsWith('{') || start === '' || /\.(jsonl|ndjson)$/i.test(path)) return { format: 'jsonl', bytes, headings: [], rows: jsonRows(lines) }
  const queue = new LineQueue(lines)
  let heading = await queue.next()
  while (heading !== undefined && 'text' in heading && heading.text.trim() === '') heading = await queue.next()
  if (heading === undefined || 'fault' in heading)
    throw new InputError(
      'bad-input',
      `${path}, line ${heading?.line ?? 1}: ${heading?.fault ?? 'there is no heading'}; expected a heading that names the columns`,
    )
  const delimiter = delimiterOf(heading.text)
  const row = splitRow(heading.text, delimiter)
  if (!('cells' in row) || row.cells.some((cell) => cell.includes('"')))
    throw new InputError('bad-input', `${path}, line ${heading.line}: the heading is no row of CSV (a quote is not closed or stands inside a cell)`)
  const headings = row.cells.map((cell) => cell.trim())
  return { format: 'csv', bytes, headings, rows: csvRows(queue, headings.length, delimiter) }
}

async function* jsonRows(lines: AsyncGenerator<Line[]>): AsyncGenerator<TableRow[]> {
  for await (const some of lines) yield some.filter((line) => !('text' in line) || line.text.trim() !== '').map(jsonRow)
}

function jsonRow(read: Line): TableRow {
  if ('fault' in read) return read
  try {
    return { line: read.line, value: JSON.parse(read.text) as unknown }
  } catch (error) {
    return { line: read.line, fault: `not valid JSON (${error instanceof Error ? error.message : String(error)})` }
  }
}

/** Lines one by one; lines that were read ahead can be put back. */
class LineQueue {
  readonly #lines: AsyncGenerator<Line[]>
  #held: Line[] = []
  #at = 0

  constructor(lines: AsyncGenerator<Line[]>) {
    this.#lines = lines
  }

  /** The next line when it is here already. */
  take(): Line | undefined {
    return this.#held[this.#at++]
  }

  async next(): Promise<Line | undefined> {
    while (this.#at >= this.#held.length) {
      const more = await this.#lines.next()
      if (more.done === true) return undefined
      this.#held = more.value
      this.#at = 0
    }
    return this.take()
  }

  putBack(lines: Line[]): void {
    this.#held = [...lines, ...this.#held.slice(this.#at)]
    this.#at = 0
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined)
  }
}

const ROWS_AT_ONCE = 500

async function* csvRows(queue: LineQueue, columns: number, delimiter: string): AsyncGenerator<TableRow[]> {
  try {
    let rows: TableRow[] = []
    for (let line = await queue.next(); line !== undefined; line = await queue.next()) {
      if ('fault' in line) rows.push(line)
      else if (line.text.trim() !== '') rows.push(await csvRow(queue, line, columns, delimiter))
      if (rows.length < ROWS_AT_ONCE) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  } finally {
    await queue.close()
  }
}

/** The row that begins with `first`. Where more lines were read for it and it is no row, they are put back to be read by themselves. */
async function csvRow(queue: LineQueue, first: Line & { text: string }, columns: number, delimiter: string): Promise<TableRow> {
  const { line } = first
  const ahead: Line[] = []
  let text = first.text
  let row = splitRow(text, delimiter)
  while ('open' in row) {
    const next = ahead.length < MOST_LINES_OF_A_ROW && text.length < LONGEST_LINE_BYTES ? await queue.next() : undefined
    if (next !== undefined) ahead.push(next)
    if (next === undefined || 'fault' in next) {
      queue.putBack(ahead)
      return { line, fault: 'a quoted cell is never closed' }
    }
    text += `\n${next.text}`
    row = splitRow(text, delimiter)
  }
  const fault = 'fault' in row ? row.fault : row.cells.length === columns ? '' : `the row has ${cellsWord(row.cells.length)}, the heading has ${columns}`
  if (fault === '' && 'cells' in row) return { line, cells: row.cells }
  queue.putBack(ahead)
  return { line, fault }
}

const cellsWord = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`)
