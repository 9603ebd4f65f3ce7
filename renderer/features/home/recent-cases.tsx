/** The cases that were changed last, with what each one says now. */
import { go } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import { day } from '#renderer/ui/dates.ts'
import { type Column, Table } from '#renderer/ui/table.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { CaseRow } from '#shared/contract/replies.ts'
import css from './home.module.css'

export function RecentCases({ rows }: { rows: CaseRow[] }) {
  const say = useSay()
  const country = useCountryName()
  const columns: Column<CaseRow>[] = [
    { id: 'title', title: say('home:column.title'), width: 'minmax(180px, 3fr)', cell: (row) => <span className={css.title}>{row.title || row.id}</span> },
    { id: 'destination', title: say('home:column.destination'), width: 'minmax(90px, 1.2fr)', cell: (row) => country(row.destination) },
    { id: 'items', title: say('home:column.items'), width: '64px', align: 'end', cell: (row) => row.items },
    {
      id: 'outcome',
      title: say('home:column.outcome'),
      width: '196px',
      cell: (row) => (row.outcome ? <VerdictChip verdict={row.outcome} plain /> : <span className={css.soft}>{say('home:undetermined')}</span>),
    },
    { id: 'updated', title: say('home:column.updated'), width: '96px', cell: (row) => <span className={css.soft}>{day(row.updatedAt)}</span> },
  ]
  return (
    <Table
      flow
      label={say('home:recent')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => go('cases', row.id, 'determination')}
      testId="recent-cases"
    />
  )
}
