import { expect, it } from 'vitest'
import type { ImpactReport } from '#shared/contract/replies.ts'
import { impactAsCsv } from './impact-csv.ts'

it('keeps what was wrong then apart, and no cell can be taken for a formula', () => {
  const report: ImpactReport = {
    pack: { id: 'us-ear', version: '2', lawAsOf: '2026-09-01', sha256: 'a' },
    on: '2026-09-15',
    counts: { evaluated: 1, unchanged: 0, wrongThen: 1, differNow: 0, failed: 1 },
    byClause: [],
    wrongThen: [
      {
        case: '=HYPERLINK("x")',
        determination: 'd',
        asOf: '2026-09-01',
        determinedOn: '2026-09-02',
        before: 'no-licence-required',
        then: 'licence-required',
        now: 'licence-required',
        clauses: [{ rule: 'ear.r', cite: '15 CFR 736.2(b)(1)', change: 'now' }],
      },
    ],
    differNow: [],
    failed: [{ case: 'c', determination: 'e', why: '+1' }],
  }
  const [, first, second] = impactAsCsv(report).split('\r\n')
  expect(first).toBe(
    `wrong-then,"'=HYPERLINK(""x"")",d,2026-09-01,2026-09-02,no-licence-required,licence-required,licence-required,ear.r (15 CFR 736.2(b)(1)) now,`,
  )
  expect(second).toBe(`failed,c,e,,,,,,,"'+1"`)
})
