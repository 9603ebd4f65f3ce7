/** `licet compare`: scores pairs of names, read and written one after the other whatever the size of the file. */
import type { Command } from 'commander'
import { z } from 'zod'
import { openTable, type Table, type TableRow } from '#main/core/batch/read-table.ts'
import { csvLine } from '#main/core/batch/screen-chunk.ts'
import { comparePair } from '#main/screening/screen.ts'
import { InputError } from '#shared/text/errors.ts'
import { Faults, formatOf, KEEP_GOING, resultSink } from '../results.ts'

const pair = z.object({ name1: z.string().max(1000), name2: z.string().max(1000), schema: z.string().max(40).optional() })
const CSV_HEADING = ['line', 'name1', 'name2', 'score', 'alert', 'error']

export function addCompare(licet: Command): void {
  licet
    .command('compare')
    .description('scores pairs of names with the same matcher; no list is needed')
    .requiredOption('--in <file>', 'pairs with name1, name2 and perhaps schema (.csv or .jsonl)')
    .option('--out <file>', 'write the scores to this file')
    .option('--format <format>', 'jsonl or csv (default: by the ending of --out, else jsonl)')
    .option(...KEEP_GOING)
    .action(async (options: { in: string; out?: string; format?: string; keepGoing?: boolean }) => {
      const format = formatOf(options, ['jsonl', 'csv'])
      if (!options.keepGoing) await refuseFaults(options.in)
      const { table, names } = await openPairs(options.in)
      const sink = resultSink(options.in, options.out)
      const faults = new Faults(options.in)
      let pairs = 0
      try {
        if (format === 'csv') await sink.write(`\ufeff${csvLine(CSV_HEADING)}`)
        for await (const rows of table.rows) {
          pairs += rows.length
          await sink.write(rows.map((row) => scored(options.in, row, names, format, (detail) => faults.add(detail))).join(''))
          // Looked at before, it was in order: so it was changed since.
          if (!options.keepGoing) faults.refuse()
        }
        if (pairs === 0) throw new InputError('bad-input', `${options.in}: the file holds no pair; expected one on each line`)
        await sink.end()
      } catch (error) {
        await sink.abandon()
        throw error
      }
      faults.tell()
    })
}

async function openPairs(path: string): Promise<{ table: Table; names: string[] }> {
  const table = await openTable(path)
  const names = table.headings.map((heading) => heading.toLowerCase())
  if (table.format === 'csv' && (!names.includes('name1') || !names.includes('name2'))) {
    await table.rows.return(undefined)
    throw new InputError('bad-input', `${path}, line 1: expected columns name1 and name2, and found ${table.headings.join(', ')}`)
  }
  return { table, names }
}

/** Throws InputError when a line of the file is no pair, before the first is answered. */
async function refuseFaults(path: string): Promise<void> {
  const faults = new Faults(path)
  const { table, names } = await openPairs(path)
  for await (const rows of table.rows) {
    for (const row of rows) {
      const found = pairOf(row, names)
      if (typeof found === 'string') faults.add(faultOf(path, row, found))
    }
  }
  faults.refuse()
}

const faultOf = (path: string, { line }: TableRow, found: string): string => `${path}, line ${line}${found}`

function scored(path: string, row: TableRow, names: readonly string[], format: 'jsonl' | 'csv', fault: (detail: string) => void): string {
  const found = pairOf(row, names)
  if (typeof found === 'string') {
    const error = faultOf(path, row, found)
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
