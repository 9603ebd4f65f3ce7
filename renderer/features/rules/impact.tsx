/** What another pack makes of the stored cases: its progress, then what was wrong then apart from what would differ now. */
import { Button } from '@mantine/core'
import { forgetJob, type Job } from '#renderer/client/jobs.ts'
import { go, to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice, Section } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Cite, Code, Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { useSaveFile } from '#renderer/ui/save-file.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { ImpactReport, ImpactRow } from '#shared/contract/replies.ts'
import { impactAsCsv } from './impact-csv.ts'
import css from './rules.module.css'

const COUNTS = ['evaluated', 'unchanged', 'wrongThen', 'differNow', 'failed'] as const

export function Impact({ job }: { job: Job }) {
  const say = useSay()
  const dismiss = (
    <Button onClick={() => forgetJob(job.id)} data-testid="impact-dismiss">
      {say('rules:impact.dismiss')}
    </Button>
  )
  if (job.end === null) return <JobProgress job={job} label={say('rules:impact.running')} />
  if (job.end.impact) return <Report report={job.end.impact} dismiss={dismiss} />
  return (
    <Notice
      tone={job.end.code === 'cancelled' ? 'info' : 'error'}
      title={say(`ui:error.${job.end.code === '' ? 'failed' : job.end.code}`)}
      actions={dismiss}
      testId="impact-failed"
    >
      {job.end.detail}
    </Notice>
  )
}

function Report({ report, dismiss }: { report: ImpactReport; dismiss: React.ReactNode }) {
  const say = useSay()
  const { save, outcome } = useSaveFile()
  const { pack, counts, byClause, failed } = report
  return (
    <Section
      title={say('rules:impact.title')}
      note={say('rules:impact.of', { pack: `${pack.id} ${pack.version}`, lawAsOf: pack.lawAsOf, on: report.on })}
      actions={
        <>
          <Button
            leftSection={<Icon name="export" size={14} />}
            onClick={() => save(`licet-impact-${report.on}.csv`, impactAsCsv(report))}
            disabled={counts.evaluated + counts.failed === 0}
            data-testid="impact-csv"
          >
            {say('rules:impact.csv')}
          </Button>
          {dismiss}
        </>
      }
    >
      {outcome}
      <p className={css.soft}>
        <Hash value={pack.sha256} />
      </p>
      <dl className={css.counts} data-testid="impact-counts">
        {COUNTS.map((name) => (
          <div key={name} data-count={name}>
            <dt>{say(`rules:impact.${name}`)}</dt>
            <dd>{count(counts[name])}</dd>
          </div>
        ))}
      </dl>
      {counts.evaluated + counts.failed === 0 ? (
        <p className={css.soft}>{say('rules:impact.noCases')}</p>
      ) : (
        <>
          <Rows report={report} kind="wrongThen" />
          <Rows report={report} kind="differNow" />
        </>
      )}
      {byClause.length > 0 ? (
        <>
          <h3 className={css.subhead}>{say('rules:impact.clauses')}</h3>
          <table className={css.plain} data-testid="impact-clauses">
            <thead>
              <tr>
                <th scope="col">{say('rules:diff.kind.rule')}</th>
                <th scope="col">{say('rules:cites')}</th>
                <th scope="col">{say('rules:diff.change')}</th>
                <th scope="col">{say('rules:impact.cases')}</th>
              </tr>
            </thead>
            <tbody>
              {byClause.map(({ rule, cite, change, cases }) => (
                <tr key={`${rule} ${change}`}>
                  <td>{change === 'no-longer' ? <a href={to('rules', 'rule', rule)}>{rule}</a> : <Code>{rule}</Code>}</td>
                  <td>
                    <Cite>{cite}</Cite>
                  </td>
                  <td>{say(`rules:impact.clause.${change}`)}</td>
                  <td>{count(cases)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      {failed.length > 0 ? (
        <>
          <h3 className={css.subhead}>{say('rules:impact.failed')}</h3>
          <ul className={css.failed}>
            {failed.map(({ case: id, why }) => (
              <li key={id}>
                <a href={to('cases', id, 'determination')}>{id}</a> {why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

function Rows({ report, kind }: { report: ImpactReport; kind: 'wrongThen' | 'differNow' }) {
  const say = useSay()
  const rows = report[kind]
  const columns: Column<ImpactRow>[] = [
    {
      id: 'case',
      title: say('rules:impact.case'),
      width: 'minmax(0, 1fr)',
      cell: (row) => <a href={to('cases', row.case, 'determination')}>{row.case}</a>,
    },
    { id: 'asOf', title: say('rules:impact.asOf'), width: '100px', cell: (row) => row.asOf },
    { id: 'determined', title: say('rules:impact.determined'), width: '110px', cell: (row) => row.determinedOn.slice(0, 10) },
    { id: 'before', title: say('rules:impact.before'), width: '190px', cell: (row) => <VerdictChip plain verdict={row.before} /> },
    {
      id: 'after',
      title: say(kind === 'wrongThen' ? 'rules:impact.then' : 'rules:impact.now'),
      width: '190px',
      cell: (row) => <VerdictChip plain verdict={kind === 'wrongThen' ? row.then : row.now} />,
    },
    {
      id: 'clauses',
      title: say('rules:impact.clauses'),
      width: 'minmax(0, 1fr)',
      cell: (row) => (
        <span title={row.clauses.map(({ rule, cite, change }) => `${rule} (${cite}): ${say(`rules:impact.clause.${change}`)}`).join('\n')}>
          {row.clauses.map(({ cite }) => cite).join('; ')}
        </span>
      ),
    },
  ]
  return (
    <>
      <h3 className={css.subhead}>{say(`rules:impact.${kind}`)}</h3>
      <p className={css.soft}>{say(rows.length === 0 ? `rules:impact.${kind}.none` : `rules:impact.${kind}.says`)}</p>
      {rows.length < report.counts[kind] ? (
        <p className={css.soft}>{say('rules:impact.first', { shown: count(rows.length), all: count(report.counts[kind]) })}</p>
      ) : null}
      {rows.length > 0 ? (
        <Table
          label={say(`rules:impact.${kind}`)}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.case}
          onOpen={(row) => go('cases', row.case, 'determination')}
          flow
          testId={`impact-${kind}`}
        />
      ) : null}
    </>
  )
}
