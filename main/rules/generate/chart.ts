/** The Commerce Country Chart as rows by country code: graded, pointing to another part, or taken from another row. */
import type { ChartSource } from './source.ts'

export type ChartRow = { code: string; row: string; marks: string[]; footnotes: number[] }

/** Every row of the source, and the territories that the regulations name (`via:`). Sorted by code. */
export function chartRows(source: ChartSource, codeOf: (name: string) => string, territories: Readonly<Record<string, string>>): ChartRow[] {
  const graded = Object.entries(source.countries).map(([name, { marks, footnotes }]) => {
    const unknown = marks.filter((mark) => !source.columns.includes(mark))
    if (unknown.length > 0) throw new Error(`chart row ${name}: unknown columns ${unknown.join(', ')}`)
    return { code: codeOf(name), row: 'graded', marks, footnotes }
  })
  const pointers = Object.entries(source.embargoed).map(([name, { footnotes }]) => ({ code: codeOf(name), row: 'pointer', marks: [], footnotes }))
  const via = Object.entries(territories).map(([code, state]) => ({ code, row: `via:${state}`, marks: [], footnotes: [] }))
  const rows = [...graded, ...pointers, ...via].sort((left, right) => (left.code < right.code ? -1 : 1))
  const twice = rows.find((row, place) => rows[place + 1]?.code === row.code)
  if (twice) throw new Error(`two chart rows for ${twice.code}`)
  return rows
}
