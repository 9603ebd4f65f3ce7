/**
 * Reads the lines of an entry for licence exceptions LVS (a dollar limit per order), GBS and TSR (yes or no). "N/A" is
 * an empty list; a line that the source does not show stays absent, which is not the same.
 */
import { createHash } from 'node:crypto'
import { all, type Expression, type Row, type Scope, scopeExpression } from './rows.ts'

export type LvsLine = { usd: number; scope: Scope }
export type OpenLine = { scope: Scope }
export type LineReading = { eccn: string; of: string; lines: { usd?: number; notFor?: string[]; scope: Scope }[] }

/** First ten characters of the SHA-256: ties a reading to the words that it reads. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10)

const LOST = {
  en: 'The source shows this line only in part; which items it covers has to be read in the official text.',
  zh: '资料来源仅显示该栏的一部分；其适用物项须查阅官方文本。',
}

const PLAIN_AMOUNT = /^\$([\d,]+)\.?$/
const NOT_AVAILABLE = /^N\/A\.?$/

/** What the rows of the entry control for these reasons, as a condition to be excluded. */
function leftOut(rows: readonly Row[], reasons: readonly string[]): Expression[] {
  return rows.filter((row) => reasons.includes(row.reason)).map((row) => ({ not: scopeExpression(row.scope) }))
}

/** A scope without the items that the entry controls for the reasons named. */
function narrowed(scope: Scope, notFor: readonly string[], rows: readonly Row[]): Scope {
  const excluded = leftOut(rows, notFor)
  if (excluded.length === 0) return scope
  const { when, ...rest } = scope === 'all' ? {} : scope
  return { ...rest, when: all([...(when ? [when] : []), ...excluded]) }
}

function reading(readings: readonly LineReading[], eccn: string, line: string | undefined): LineReading | undefined {
  return readings.find((one) => one.eccn === eccn && one.of === (line === undefined ? 'none' : digest(line)))
}

/** The LVS limits of an entry, or undefined when the source shows no line. */
export function readLvs(eccn: string, line: string | undefined, rows: readonly Row[], readings: readonly LineReading[]): LvsLine[] | undefined {
  const read = reading(readings, eccn, line)
  if (read) return read.lines.map(({ usd, notFor, scope }) => ({ usd: usd ?? 0, scope: narrowed(scope, notFor ?? [], rows) }))
  if (line === undefined) return undefined
  if (NOT_AVAILABLE.test(line)) return []
  const amount = PLAIN_AMOUNT.exec(line)?.[1] ?? /\$([\d,]+)/.exec(line)?.[1]
  if (!amount) throw new Error(`${eccn}: the LVS line has no reading and no amount`)
  const usd = Number(amount.replaceAll(',', ''))
  return [{ usd, scope: PLAIN_AMOUNT.test(line) ? 'all' : { notModelled: LOST } }]
}

/** What a line that says yes or no (GBS, TSR) opens, or undefined when the source shows no line. */
export function readOpen(eccn: string, line: string | undefined, rows: readonly Row[], readings: readonly LineReading[]): OpenLine[] | undefined {
  const read = reading(readings, eccn, line)
  if (read) return read.lines.map(({ notFor, scope }) => ({ scope: narrowed(scope, notFor ?? [], rows) }))
  if (line === undefined) return undefined
  if (NOT_AVAILABLE.test(line)) return []
  return [{ scope: /^Yes\.?$/.test(line) ? 'all' : { notModelled: LOST } }]
}
