/**
 * Rows of a CSV file as they come, with errors that name file and line. A row may not be larger than any official one by
 * far, so that a quote that is never closed ends the reading early.
 */
import { CsvError, type Options, parse } from 'csv-parse'
import { InputError } from '#shared/text/errors.ts'
import { type ListFile, type ReadOptions, readText } from './list-file.ts'

const LARGEST_ROW_CHARACTERS = 2 * 1024 * 1024
/** More than ten times the rows of the largest official file. */
const MOST_ROWS = 400_000

export type CsvRow = { cells: string[]; line: number }

/** What may differ between official CSV formats. */
export type CsvShape = {
  /** Cells of each row; a row of another length is refused. */
  columns: number
  /** What a cell count that differs means in words, for the message. */
  expected: string
  mostRows?: number
  /** What stands between cells; a comma where nothing is said. */
  delimiter?: string
  /** Lines before the heading that are no rows and may have any number of cells. */
  before?: number
  /** Whether the publisher leaves quotes in cells as they are, without quoting the cell. */
  bareQuotes?: boolean
}

/**
 * The rows of `file`, the heading too where there is one, in batches of what one piece of the file holds. Throws InputError
 * `bad-input` with file and line, or `cancelled`.
 */
export async function* csvRows(file: ListFile, shape: CsvShape, options: ReadOptions = {}): AsyncGenerator<CsvRow[]> {
  const settings: Options = {
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_ROW_CHARACTERS,
    info: true,
    encoding: 'utf8',
    delimiter: shape.delimiter ?? ',',
    relax_quotes: shape.bareQuotes ?? false,
  }
  const parser = parse(settings)
  const mostRows = shape.mostRows ?? MOST_ROWS
  let failure: unknown
  let rows = 0
  parser.on('error', (error) => {
    failure = error
  })
  const checked = (item: unknown): CsvRow => {
    const { record, info } = item as { record: string[]; info: { lines: number } }
    rows += 1
    if (rows > mostRows)
      throw new InputError('bad-input', `${file.name} has more than ${mostRows} rows, many more than the official file. Nothing was imported.`)
    if (rows > (shape.before ?? 0) && record.length !== shape.columns) {
      throw new InputError(
        'bad-input',
        `${file.name}, line ${info.lines}: the row has ${record.length} ${record.length === 1 ? 'cell' : 'cells'}, expected ${shape.expected}. The file is cut off or damaged here. Nothing was imported.`,
      )
    }
    return { cells: record, line: info.lines }
  }
  try {
    for await (const piece of readText(file, options)) {
      if (failure !== undefined) throw failure
      parser.write(piece)
      const batch: CsvRow[] = []
      for (let item = parser.read(); item !== null; item = parser.read()) batch.push(checked(item))
      if (batch.length > 0) yield batch
    }
    if (failure !== undefined) throw failure
    parser.end()
    const rest: CsvRow[] = []
    for await (const item of parser) rest.push(checked(item))
    if (rest.length > 0) yield rest
  } catch (error) {
    throw readable(failure ?? error, file)
  } finally {
    parser.destroy()
  }
}

function readable(error: unknown, file: ListFile): unknown {
  if (error instanceof InputError) return error
  const csv = error as Partial<CsvError> & { lines?: number; code?: string }
  const line = csv.lines ?? 1
  const nothing = 'Nothing was imported.'
  if (csv.code === 'CSV_QUOTE_NOT_CLOSED')
    return new InputError('bad-input', `${file.name}, line ${line}: a quoted cell is never closed. The file is cut off. ${nothing}`)
  if (csv.code === 'CSV_MAX_RECORD_SIZE') {
    return new InputError(
      'bad-input',
      `${file.name}, line ${line}: a row is larger than any of the official file; a quote was most likely never closed. ${nothing}`,
    )
  }
  if (error instanceof CsvError)
    return new InputError('bad-input', `${file.name}, line ${line}: the row is not proper CSV (${csv.message ?? csv.code}). ${nothing}`)
  return error
}
