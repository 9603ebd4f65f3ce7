/** How much of the law the pack holds, row by row of the inventories that it was written from. */
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Section } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Cite, Code } from '#renderer/ui/hash.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { CoverageRow } from '#shared/contract/replies.ts'
import { ListSearch } from './list-tools.tsx'
import css from './rules.module.css'

type Shown = 'all' | 'open'

export function Coverage() {
  const say = useSay()
  const found = useAnswer('packs:coverage', {}, { staleTime: Number.POSITIVE_INFINITY })
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const typed = search.trim().toLowerCase()
  const rows = (found.data?.rows ?? []).filter(
    (row) => (shown === 'all' || row.rules.length === 0) && `${row.row} ${row.cite} ${row.rules.join(' ')} ${row.why}`.toLowerCase().includes(typed),
  )
  const columns: Column<CoverageRow>[] = [
    { id: 'row', title: say('rules:coverage.row'), width: '220px', cell: (row) => <Code>{row.row}</Code> },
    { id: 'cite', title: say('rules:coverage.cite'), width: '190px', cell: (row) => <Cite>{row.cite}</Cite> },
    {
      id: 'rules',
      title: say('rules:coverage.rules'),
      width: 'minmax(0, 1fr)',
      cell: (row) => (
        <span title={row.rules.join('; ')}>
          {row.rules.length === 0 ? say('rules:coverage.none') : <a href={to('rules', 'rule', row.rules[0] ?? '')}>{row.rules.join('; ')}</a>}
        </span>
      ),
    },
    { id: 'why', title: say('rules:coverage.why'), width: 'minmax(0, 1.2fr)', cell: (row) => <span title={row.why}>{row.why}</span> },
  ]
  return (
    <div className={css.coverage}>
      {found.error ? <Failure error={found.error} /> : null}
      <Section title={say('rules:coverage.title')} note={say('rules:coverage.says')}>
        <div className={css.parts} data-testid="coverage-parts">
          {(found.data?.parts ?? []).map(({ part, rows: all, without }) => (
            <div key={part} className={css.part}>
              <strong>{part}</strong>
              <span>{say('rules:coverage.part', { held: count(all - without), rows: count(all) })}</span>
              <meter min={0} max={all} value={all - without} aria-label={part} />
            </div>
          ))}
        </div>
      </Section>
      <div className={css.coverageTools}>
        <ListSearch label={say('rules:search.coverage')} search={search} onSearch={setSearch} />
        <label>
          <input
            type="checkbox"
            checked={shown === 'open'}
            onChange={(event) => setShown(event.currentTarget.checked ? 'open' : 'all')}
            data-testid="coverage-open"
          />{' '}
          {say('rules:coverage.onlyOpen')}
        </label>
      </div>
      <Table label={say('rules:coverage.title')} columns={columns} rows={rows} rowKey={(row) => `${row.part}${row.row}`} flow testId="coverage" />
    </div>
  )
}
