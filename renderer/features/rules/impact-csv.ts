/** What another pack makes of the stored cases, as a table for spreadsheets. */
import type { ImpactReport, ImpactRow } from '#shared/contract/replies.ts'
import { csvText } from '#shared/text/csv.ts'

const HEAD = ['result', 'case', 'determination', 'asOf', 'determinedOn', 'before', 'then', 'now', 'clauses', 'why']

/** One line a case whose answer differs or that could not be evaluated; dates as in the report, clauses by rule, citation and change. */
export function impactAsCsv({ wrongThen, differNow, failed }: ImpactReport): string {
  const line = (result: string) => (row: ImpactRow) => [
    result,
    row.case,
    row.determination,
    row.asOf,
    row.determinedOn,
    row.before,
    row.then,
    row.now,
    row.clauses.map(({ rule, cite, change }) => `${rule} (${cite}) ${change}`).join('; '),
    '',
  ]
  return csvText([
    HEAD,
    ...wrongThen.map(line('wrong-then')),
    ...differNow.map(line('differs-now')),
    ...failed.map((one) => ['failed', one.case, one.determination, '', '', '', '', '', '', one.why]),
  ])
}
