/** What was determined and done in this case, newest first. Every determination can be replayed. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAct, useAnswer } from '#renderer/client/queries.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice, Page, Section } from '#renderer/ui/block.tsx'
import { moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { AuditRow, DeterminationRow } from '#shared/contract/replies.ts'
import css from './history.module.css'

function Determinations({ rows }: { rows: DeterminationRow[] }) {
  const say = useSay()
  const replay = useAct('determination:replay')
  const [of, setOf] = useState('')
  const columns: Column<DeterminationRow>[] = [
    { id: 'at', title: say('history:column.at'), width: '150px', cell: (row) => moment(row.at) },
    { id: 'outcome', title: say('history:column.outcome'), width: 'minmax(180px, 1fr)', cell: (row) => <VerdictChip verdict={row.outcome} plain /> },
    { id: 'by', title: say('history:column.by'), width: 'minmax(90px, 0.6fr)', cell: (row) => row.by },
    { id: 'law', title: say('history:column.law'), width: '112px', cell: (row) => row.lawAsOf },
    { id: 'proof', title: say('history:column.proof'), width: '116px', cell: (row) => <Hash value={row.proofHash} /> },
    {
      id: 'replay',
      title: say('history:replay'),
      width: '104px',
      cell: (row) => (
        <Button
          size="compact-xs"
          leftSection={<Icon name="replay" size={13} />}
          loading={replay.isPending && of === row.id}
          onClick={() => {
            setOf(row.id)
            replay.mutate({ id: row.id })
          }}
          data-testid="replay"
        >
          {say('history:replay')}
        </Button>
      ),
    },
  ]
  return (
    <>
      {replay.data ? (
        <Notice tone={replay.data.identical ? 'good' : 'error'} testId="replay-report">
          {replay.data.identical
            ? say('history:replay.identical')
            : say('history:replay.differs', { difference: replay.data.difference, cause: replay.data.cause })}
        </Notice>
      ) : null}
      {replay.error ? <Failure error={replay.error} /> : null}
      <Table flow label={say('history:determinations')} columns={columns} rows={rows} rowKey={(row) => row.id} testId="determinations" />
    </>
  )
}

function Audit({ rows }: { rows: AuditRow[] }) {
  const say = useSay()
  const columns: Column<AuditRow>[] = [
    { id: 'at', title: say('history:audit.at'), width: '150px', cell: (row) => moment(row.at) },
    { id: 'action', title: say('history:audit.action'), width: 'minmax(130px, 0.8fr)', cell: (row) => row.action },
    { id: 'by', title: say('history:audit.by'), width: 'minmax(90px, 0.6fr)', cell: (row) => row.by },
    { id: 'detail', title: say('history:audit.detail'), width: 'minmax(140px, 1.6fr)', cell: (row) => <span title={row.detail}>{row.detail}</span> },
    { id: 'hash', title: say('history:audit.hash'), width: '116px', cell: (row) => <Hash value={row.hash} /> },
  ]
  return <Table flow label={say('history:audit')} columns={columns} rows={rows} rowKey={(row) => String(row.seq)} testId="case-audit" />
}

export function HistoryTab() {
  const say = useSay()
  const { file } = useCase()
  const history = useAnswer('case:history', { id: file.id }, { staleTime: 0 })
  if (history.error && history.error.code !== 'not-found') return <Failure error={history.error} again={() => void history.refetch()} />
  const determinations = history.data?.determinations ?? []
  const audit = history.data?.audit ?? []
  return (
    <Page wide>
      <Section title={say('history:determinations')}>
        {determinations.length > 0 ? <Determinations rows={determinations} /> : <p className={css.soft}>{say('history:determinations.none')}</p>}
      </Section>
      <Section title={say('history:audit')}>{audit.length > 0 ? <Audit rows={audit} /> : <p className={css.soft}>{say('history:audit.none')}</p>}</Section>
    </Page>
  )
}
