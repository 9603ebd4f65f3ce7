/** The heading of a CSV file as its head shows it, for telling formats apart. */
import { parse } from 'csv-parse/sync'
import type { ListFile } from './list-file.ts'

export type CsvHeading = {
  columns: string[]
  /** What stands in the line before the heading, or an empty text. */
  preface: string
  /** Lines before the heading. */
  before: number
}

/**
 * The heading of a file: its first line, or its second one when the first matches `preface`. A name in the heading may be
 * quoted; a line that is no proper CSV gives no columns.
 */
export function csvHeading(file: ListFile, options: { delimiter?: string; preface?: RegExp } = {}): CsvHeading {
  const lines = file.head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 3)
  const first = lines[0] ?? ''
  const before = options.preface?.test(first) === true ? 1 : 0
  return { columns: cellsOf(lines[before] ?? '', options.delimiter ?? ','), preface: before === 1 ? first : '', before }
}

function cellsOf(line: string, delimiter: string): string[] {
  try {
    return ((parse(line, { delimiter }) as string[][])[0] ?? []).map((cell) => cell.trim())
  } catch {
    return []
  }
}
