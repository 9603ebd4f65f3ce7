/** A long job that runs: what it does, how far it is, and the button that ends it. */
import { Button, Progress } from '@mantine/core'
import { call } from '#renderer/client/bridge.ts'
import type { Job } from '#renderer/client/jobs.ts'
import { useSay } from '#renderer/client/words.ts'
import css from './small.module.css'

export function JobProgress({ job, label }: { job: Job; label: string }) {
  const say = useSay()
  return (
    <div className={css.job} data-testid="job-progress">
      <div className={css.jobRow}>
        <span>
          {label} {job.total > 1 ? say('lists:percent', { percent: Math.floor((100 * job.done) / job.total) }) : ''}
        </span>
        <Button size="compact-xs" onClick={() => void call('job:cancel', { id: job.id }).catch(() => undefined)} data-testid="job-cancel">
          {say('lists:cancel')}
        </Button>
      </div>
      <Progress value={job.total > 0 ? (100 * job.done) / job.total : 100} animated={job.total === 0} size="sm" aria-label={label} transitionDuration={0} />
    </div>
  )
}
