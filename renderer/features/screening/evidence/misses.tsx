/** What is missed and falsely alerted at the threshold: filter, sort, search, export, and the parts of the score of the one that is chosen. */
import { Button, Checkbox, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Section } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useSaveFile } from '#renderer/ui/save-file.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import { DISGUISES, type EvaluationScores, SCRIPTS, type Split } from '#shared/evaluation/labelled.ts'
import { Score } from '../hit-detail.tsx'
import css from './evidence.module.css'
import { FINDING_SORTS, type Finding, type FindingFilter, filterFindings, findings, findingsAsCsv, WRONGS } from './findings.ts'
import { useGroupName } from './names.ts'

const FIRST: FindingFilter = { wrong: 'all', disguise: 'all', script: 'all', search: '', apart: false, sort: 'score' }

export function Misses({ scores, threshold, split }: { scores: EvaluationScores; threshold: number; split: Split | 'all' }) {
  const say = useSay()
  const name = useGroupName()
  const { save, outcome } = useSaveFile()
  const [filter, setFilter] = useState(FIRST)
  const [chosen, setChosen] = useState('')
  const set = (changes: Partial<FindingFilter>) => setFilter((now) => ({ ...now, ...changes }))
  const all = useMemo(() => findings(scores, threshold, split), [scores, threshold, split])
  const rows = useMemo(() => filterFindings(all, filter), [all, filter])
  const shown = rows.find(({ key }) => key === chosen)
  const columns: Column<Finding>[] = [
    { id: 'wrong', title: say('evidence:column.wrong'), width: '130px', cell: (row) => say(`evidence:wrong.${row.wrong}`) },
    { id: 'score', title: say('evidence:column.score'), width: '84px', align: 'end', sortable: true, cell: (row) => row.score.toFixed(2) },
    {
      id: 'name1',
      title: say('evidence:column.names'),
      width: 'minmax(0, 3fr)',
      sortable: true,
      cell: (row) => (
        <span className={css.names} title={`${row.name1}\n${row.name2}`}>
          <bdi>{row.name1}</bdi>
          <bdi>{row.name2}</bdi>
        </span>
      ),
    },
    { id: 'disguise', title: say('evidence:by.disguise'), width: 'minmax(0, 1.4fr)', sortable: true, cell: (row) => name('disguise', row.disguise) },
    { id: 'source', title: say('evidence:by.source'), width: '92px', sortable: true, cell: (row) => name('source', row.source) },
  ]
  const every = { value: 'all', label: say('evidence:filter.all') }
  const stamp = `${scores.matcher}-${threshold.toFixed(2)}-${split}`
  return (
    <Section
      title={say('evidence:misses')}
      note={say('evidence:misses.of', { shown: count(rows.length), all: count(all.length) })}
      actions={
        <>
          <Button
            leftSection={<Icon name="export" size={14} />}
            onClick={() => save(`licet-evidence-${stamp}.csv`, findingsAsCsv(rows))}
            disabled={rows.length === 0}
            data-testid="evidence-csv"
          >
            CSV
          </Button>
          <Button
            leftSection={<Icon name="export" size={14} />}
            onClick={() =>
              save(
                `licet-evidence-${stamp}.json`,
                `${JSON.stringify({ matcher: scores.matcher, threshold, split, lists: scores.lists, findings: rows }, null, 2)}\n`,
              )
            }
            disabled={rows.length === 0}
            data-testid="evidence-json"
          >
            JSON
          </Button>
        </>
      }
    >
      {outcome}
      <div className={css.filters}>
        <SearchField label={say('evidence:search')} value={filter.search} onChange={(value) => set({ search: value })} testId="evidence-search" />
        <Select
          size="xs"
          aria-label={say('evidence:column.wrong')}
          data={[every, ...WRONGS.map((one) => ({ value: one, label: say(`evidence:wrong.${one}`) }))]}
          value={filter.wrong}
          onChange={(value) => set({ wrong: (value as FindingFilter['wrong'] | null) ?? 'all' })}
          allowDeselect={false}
          data-testid="evidence-wrong"
        />
        <Select
          size="xs"
          aria-label={say('evidence:by.disguise')}
          data={[
            { value: 'all', label: say('evidence:filter.disguises') },
            ...DISGUISES.map((one) => ({ value: one, label: say(`evidence:disguise.${one}`) })),
          ]}
          value={filter.disguise}
          onChange={(value) => set({ disguise: (value as FindingFilter['disguise'] | null) ?? 'all' })}
          allowDeselect={false}
          searchable
          data-testid="evidence-disguise"
        />
        <Select
          size="xs"
          aria-label={say('evidence:by.script')}
          data={[{ value: 'all', label: say('evidence:filter.scripts') }, ...SCRIPTS.map((one) => ({ value: one, label: say(`evidence:script.${one}`) }))]}
          value={filter.script}
          onChange={(value) => set({ script: (value as FindingFilter['script'] | null) ?? 'all' })}
          allowDeselect={false}
          data-testid="evidence-script"
        />
        <Checkbox
          size="xs"
          label={say('evidence:filter.apart')}
          checked={filter.apart}
          onChange={(event) => set({ apart: event.currentTarget.checked })}
          data-testid="evidence-apart"
        />
      </div>
      {rows.length === 0 ? (
        <p className={css.soft}>{say('evidence:misses.none')}</p>
      ) : (
        <Table
          label={say('evidence:misses')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          chosen={chosen}
          onOpen={(row) => setChosen(row.key)}
          sort={filter.sort}
          onSort={(column) => set({ sort: FINDING_SORTS.find((one) => one === column) ?? 'score' })}
          rowHeight={48}
          flow
          testId="evidence-misses"
        />
      )}
      {shown ? <Explained finding={shown} /> : null}
    </Section>
  )
}

function Explained({ finding: { name1, name2, kind, wrong } }: { finding: Finding }) {
  const say = useSay()
  const answer = useAnswer('evaluation:explain', { name1, name2, kind })
  return (
    <div className={css.explained} data-testid="evidence-explained">
      <p>
        <bdi>{name1}</bdi> <span className={css.soft}>~</span> <bdi>{name2}</bdi>
      </p>
      {answer.error ? <Failure error={answer.error} /> : null}
      {answer.data ? <Score hit={answer.data} /> : null}
      {wrong === 'not-found' || wrong === 'innocent-alert' ? <a href={to('screening', 'search', name2)}>{say('evidence:screen')}</a> : null}
    </div>
  )
}
