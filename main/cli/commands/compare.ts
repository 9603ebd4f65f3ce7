/** `licet compare`: scores pairs of names, read and written one after the other whatever the size of the file. */
import type { Command } from 'commander'
import { z } from 'zod'
import { openTable, type TableRow } from '#main/core/batch/read-table.ts'
import { csvLine } from '#main/core/batch/screen-chunk.ts'
import { comparePair } from '#main/screening/screen.ts'
import { InputError } from '#shared/text/errors.ts'
import { faultsReport, formatOf, resultSink } from '../results.ts'

const pair = z.object({ name1: z.string().max(1000), name2: z.string().max(1000), schema: z.string().max(40).optional() })
const CSV_HEADING = ['line', 'name1', 'name2', 'score', 'alert', 'error']

export function addCompare(licet: Command): void {
  licet
    .command('compare')
    .description('scores pairs of names with the same matcher; no list is needed')
    .requiredOption('--in <file>', 'pairs with name1, name2 and perhaps schema (.csv or .jsonl)')
    .option('--out <file>', 'write the scores to this file')
    .option('--format <format>', 'jsonl or csv (default: by the ending of --out, else jsonl)')
    .action(async (options: { in: string; out?: string; format?: string }) => {
      const format = formatOf(options, ['jsonl', 'csv'])
      const table = await openTable(options.in)
      const names = table.headings.map((heading) => heading.toLowerCase())
      if (table.format === 'csv' && (!names.includes('name1') || !names.includes('name2')))
        throw new InputError('bad-input', `${options.in}, line 1: expected columns name1 and name2, and found ${table.headings.join(', ')}`)
      const sink = resultSink(options.in, options.out)
      const faults = faultsReport(options.in)
      let pairs = 0
      try {
        if (format === 'csv') await sink.write(`\ufeff${csvLine(CSV_HEADING)}`)
        for await (const rows of table.rows) {
          pairs += rows.length
          await sink.write(rows.map((row) => scored(options.in, row, names, format, faults.add)).join(''))
        }
        if (pairs === 0) throw new InputError('bad-input', `${options.in}: the file holds no pair; expected one on each line`)
        await sink.end()
      } catch (error) {
        await sink.abandon()
        throw error
      }
      faults.end()
    })
}

function scored(path: string, row: TableRow, names: readonly string[], format: 'jsonl' | 'csv', fault: (detail: string) => void): string {
  const found = pairOf(row, names)
  if (typeof found === 'string') {
    const error = `${path}, line ${row.line}${found}`
    fault(error)
    // A pair in error has no verdict: it is neither alike nor different.
    return format === 'csv' ? csvLine([String(row.line), '', '', '', 'error', error]) : `${JSON.stringify({ line: row.line, alert: null, error })}\n`
  }
  const answer = comparePair(found.name1, found.name2, found.schema)
  if (format === 'jsonl') return `${JSON.stringify(answer)}\n`
  return csvLine([String(row.line), answer.name1, answer.name2, answer.score.toFixed(4), String(answer.alert), ''])
}

/** The pair of a row, or what is wrong with it. */
function pairOf(row: TableRow, names: readonly string[]): z.infer<typeof pair> | string {
  if ('fault' in row) return `: ${row.fault}`
  const cell = (name: string): string => ('cells' in row ? (row.cells[names.indexOf(name)]?.trim() ?? '') : '')
  const value = 'cells' in row ? { name1: cell('name1'), name2: cell('name2'), ...(cell('schema') === '' ? {} : { schema: cell('schema') }) } : row.value
  const parsed = pair.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return issue === undefined ? ': this is no pair' : `, ${issue.path.map(String).join('.')}: ${issue.message}`
}
