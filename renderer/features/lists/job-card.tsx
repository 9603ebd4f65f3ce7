/** One import: progress with cancel, then its report or the reason why it was refused. */
import { Button } from '@mantine/core'
import { forgetJob, type Job } from '#renderer/client/jobs.ts'
import { type Say, useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import type { ImportReport } from '#shared/contract/replies.ts'
import css from './lists.module.css'

function Report({ report }: { report: ImportReport }) {
  const say = useSay()
  const file = report.file.split(/[\\/]/).pop() ?? report.file
  if (report.unchanged) return <p>{say('lists:unchanged', { file })}</p>
  return (
    <div>
      <p>{say('lists:report', { file, format: report.format, date: report.contentDate, records: count(report.records) })}</p>
      {report.warnings.map((warning) => (
        <p key={warning} className={css.stale}>
          {warning}
        </p>
      ))}
      <table className={css.report} data-testid="import-report">
        <thead>
          <tr>
            {(['list', 'records', 'added', 'removed', 'changed'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`lists:report.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.lists.map((list) => (
            <tr key={list.id}>
              <th scope="row">{list.id}</th>
              <td>{count(list.records)}</td>
              <td>{list.added > 0 ? `+${count(list.added)}` : 0}</td>
              <td>{list.removed > 0 ? `−${count(list.removed)}` : 0}</td>
              <td>{count(list.changed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const PHASES = ['reading', 'comparing', 'writing'] as const

function phaseOf(phase: string, say: Say): string {
  const known = PHASES.find((one) => one === phase)
  return known ? say(`lists:phase.${known}`) : say('lists:progress.reading')
}

export function JobCard({ job, onForce }: { job: Job; onForce: () => void }) {
  const say = useSay()
  const dismiss = (
    <Button onClick={() => forgetJob(job.id)} data-testid="job-dismiss">
      {say('lists:dismiss')}
    </Button>
  )
  if (!job.end) return <JobProgress job={job} label={phaseOf(job.phase, say)} />
  if (job.end.ok)
    return (
      <Notice tone="good" title={say('lists:done')} actions={dismiss} testId="job-done">
        {job.end.reports.map((report) => (
          <Report key={`${report.file}${report.sha256}`} report={report} />
        ))}
      </Notice>
    )
  const mayForce = job.end.code === 'held-back'
  return (
    <Notice
      tone={job.end.code === 'cancelled' ? 'info' : 'error'}
      title={say(`ui:error.${job.end.code === '' ? 'failed' : job.end.code}`)}
      testId="job-failed"
      actions={
        <>
          {mayForce ? (
            <Button onClick={onForce} data-testid="job-force">
              {say('lists:force')}
            </Button>
          ) : null}
          {dismiss}
        </>
      }
    >
      {job.end.detail}
    </Notice>
  )
}
