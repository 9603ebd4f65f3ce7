/** Long jobs of the core: their progress and their end, for whoever shows them. */
import { useSyncExternalStore } from 'react'
import type { CoreEvent, ErrorCode } from '#shared/contract/contract.ts'
import type { ImpactReport, ImportReport } from '#shared/contract/replies.ts'
import type { EvaluationScores } from '#shared/evaluation/labelled.ts'

export type Job = {
  id: string
  done: number
  total: number
  phase: string
  end: { ok: boolean; code: ErrorCode | ''; detail: string; reports: ImportReport[]; impact?: ImpactReport; evaluation?: EvaluationScores } | null
}

let jobs: readonly Job[] = []
const listeners = new Set<() => void>()

/** Takes one message of the core into the list of jobs; other messages leave it as it is. */
export function withEvent(known: readonly Job[], event: CoreEvent): readonly Job[] {
  if (event.event !== 'job:progress' && event.event !== 'job:done') return known
  const before = known.find((job) => job.id === event.job) ?? { id: event.job, done: 0, total: 0, phase: '', end: null }
  const after: Job =
    event.event === 'job:progress'
      ? { ...before, done: event.done, total: event.total, phase: event.phase }
      : {
          ...before,
          end: {
            ok: event.ok,
            code: event.code,
            detail: event.detail,
            reports: event.reports,
            ...(event.impact === undefined ? {} : { impact: event.impact }),
            ...(event.evaluation === undefined ? {} : { evaluation: event.evaluation }),
          },
        }
  return [after, ...known.filter((job) => job.id !== event.job)]
}

function set(next: readonly Job[]): void {
  if (next === jobs) return
  jobs = next
  for (const listener of listeners) listener()
}

export const hearJob = (event: CoreEvent): void => set(withEvent(jobs, event))
export const forgetJob = (id: string): void => set(jobs.filter((job) => job.id !== id))

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Jobs of one kind, the newest first; the kind stands before the dash in a job's id. */
export const useJobs = (kind: 'import' | 'impact' | 'evaluation'): readonly Job[] =>
  useSyncExternalStore(subscribe, () => jobs).filter(({ id }) => id.startsWith(`${kind}-`))
