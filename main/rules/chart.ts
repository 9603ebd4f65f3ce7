/** The Commerce Country Chart as parameters (`chart.NS 1`, `chart.graded`, …) and as conditions on the destination. */
import type { Expr, Parameter } from '#main/engine/types.ts'
import { all, any, isIn } from './expression.ts'
import type { ChartRow } from './read-pack.ts'

const CITE = 'Supp. No. 1 to part 738'
const DESTINATION = 'transaction.destination'

/** What is said of a place that the chart leaves out. */
export const NO_ROW = {
  en: 'The destination has no row of its own in the Commerce Country Chart and is not a territory that the regulations name.',
  zh: '目的地在《商业国家表》中没有单独的行，也不是条例明文列举的属地。',
}

/** A territory that the regulations name takes the row of its state. */
function resolve(rows: readonly ChartRow[]): ChartRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return rows.map((row) => {
    const state = row.row.startsWith('via:') ? byCode.get(row.row.slice(4)) : undefined
    return state === undefined ? row : { ...state, code: row.code }
  })
}

/** Parameters of the chart: one for each column, the graded rows, the rows that only point elsewhere, the footnotes. */
export function chartParameters(rows: readonly ChartRow[], from: string): Parameter[] {
  const resolved = resolve(rows)
  const lists = new Map<string, string[]>()
  const add = (name: string, code: string) => {
    const list = lists.get(name)
    if (list === undefined) lists.set(name, [code])
    else list.push(code)
  }
  for (const row of resolved) {
    add(`chart.${row.row}`, row.code)
    for (const mark of row.marks) add(`chart.${mark}`, row.code)
    for (const footnote of row.footnotes) add(`chart.footnote.${footnote}`, row.code)
  }
  return [...lists].map(([name, values]) => ({ name, says: chartWords(name), cites: [CITE], versions: [{ inForce: { from }, values }] }))
}

function chartWords(name: string): { en: string; zh: string } {
  const what = name.slice('chart.'.length)
  if (what === 'graded') return { en: 'destinations with marks of their own in the Commerce Country Chart', zh: '《商业国家表》中设有单独标记的目的地' }
  if (what === 'pointer') return { en: 'destinations whose row points to part 746', zh: '其行仅指向第746部分的目的地' }
  if (what.startsWith('footnote.')) return { en: `rows with footnote ${what.slice(9)}`, zh: `带脚注${what.slice(9)}的行` }
  return { en: `destinations marked in ${what.replace(' ', ' Column ')}`, zh: `在${what.replace(' ', '第')}栏有标记的目的地` }
}

/** Name of the template that says what a row naming a column means. */
export const COLUMN_TEMPLATE = 'chart column'
/** Name of the list of all columns: a row can name no other. */
export const COLUMNS = 'chart.columns'

/**
 * The condition of a plain chart column, beside that of its template: the destination is marked. Rows that point to
 * part 746 are decided there; a place with no row at all is not modelled.
 */
export function columnCondition(column: string, known: ReadonlySet<string>): Expr {
  const name = `chart.${column}`
  const noRow = all(
    { kind: 'not', part: isIn(DESTINATION, 'chart.graded') },
    { kind: 'not', part: isIn(DESTINATION, 'chart.pointer') },
    { kind: 'not-modelled', what: NO_ROW },
  )
  return known.has(name) ? any(isIn(DESTINATION, name), noRow) : noRow
}
