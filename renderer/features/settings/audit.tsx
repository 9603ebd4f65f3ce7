/** The audit trail: its head, its newest records, and a check of the whole chain. */
import { Button } from '@mantine/core'
import { useAct, useAnswer } from '#renderer/client/queries.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { count, moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { AuditRow } from '#shared/contract/replies.ts'
import css from './settings.module.css'

export function Audit() {
  const say = useSay()
  const status = useAnswer('app:status', { lang: useLang() })
  const list = useAnswer('audit:list', { limit: 200 }, { staleTime: 0 })
  const verify = useAct('audit:verify')
  const columns: Column<AuditRow>[] = [
    { id: 'seq', title: say('settings:column.seq'), width: '56px', align: 'end', cell: (row) => row.seq },
    { id: 'at', title: say('settings:column.at'), width: '150px', cell: (row) => moment(row.at) },
    { id: 'action', title: say('settings:column.action'), width: 'minmax(120px, 1fr)', cell: (row) => <span title={row.detail}>{row.action}</span> },
    { id: 'subject', title: say('settings:column.subject'), width: 'minmax(120px, 1fr)', cell: (row) => <span title={row.subject}>{row.subject}</span> },
    { id: 'by', title: say('settings:column.by'), width: 'minmax(80px, 0.6fr)', cell: (row) => row.by },
    { id: 'hash', title: say('settings:column.hash'), width: '112px', cell: (row) => <Hash value={row.hash} /> },
  ]
  return (
    <>
      <div className={css.folder}>
        <span>
          {say('settings:audit.head', { records: count(status.data?.audit.records ?? 0) })} <Hash value={status.data?.audit.head ?? ''} length={16} />
        </span>
        <Button leftSection={<Icon name="shield" size={15} />} onClick={() => verify.mutate({})} loading={verify.isPending} data-testid="audit-verify">
          {say('settings:audit.verify')}
        </Button>
      </div>
      {verify.error ? <Failure error={verify.error} /> : null}
      {verify.data ? (
        <Notice
          tone={verify.data.ok ? 'good' : 'error'}
          title={verify.data.ok ? say('settings:audit.ok', { records: count(verify.data.records) }) : say('settings:audit.broken')}
          testId="audit-report"
        >
          {verify.data.problems.map((problem) => (
            <div key={`${problem.seq}${problem.what}`}>{say('settings:audit.problem', { seq: problem.seq, what: problem.what })}</div>
          ))}
        </Notice>
      ) : null}
      {list.error ? <Failure error={list.error} /> : null}
      <Table flow label={say('settings:audit')} columns={columns} rows={list.data?.rows ?? []} rowKey={(row) => String(row.seq)} testId="audit-list" />
    </>
  )
}
