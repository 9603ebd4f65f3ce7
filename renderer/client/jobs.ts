/** Long jobs of the core: their progress and their end, for whoever shows them. */
import { useSyncExternalStore } from 'react'
import type { CoreEvent, ErrorCode, JobPace, JobResult } from '#shared/contract/contract.ts'
import type { ImportReport } from '#shared/contract/replies.ts'

export type Job = {
  id: string
  done: number
  total: number
  phase: string
  pace?: JobPace
  end: ({ ok: boolean; code: ErrorCode | ''; detail: string; reports: ImportReport[] } & JobResult) | null
}

let jobs: readonly Job[] = []
const listeners = new Set<() => void>()

/** Takes one message of the core into the list of jobs; other messages leave it as it is. */
export function withEvent(known: readonly Job[], event: CoreEvent): readonly Job[] {
  if (event.event !== 'job:progress' && event.event !== 'job:done') return known
  const before = known.find((job) => job.id === event.job) ?? { id: event.job, done: 0, total: 0, phase: '', end: null }
  const after: Job =
    event.event === 'job:progress'
      ? { ...before, done: event.done, total: event.total, phase: event.phase, ...(event.pace === undefined ? {} : { pace: event.pace }) }
      : { ...before, end: endOf(event) }
  return [after, ...known.filter((job) => job.id !== event.job)]
}

const endOf = ({ event: _event, job: _job, ...end }: Extract<CoreEvent, { event: 'job:done' }>): NonNullable<Job['end']> => end

function set(next: readonly Job[]): void {
  if (next === jobs) return
  jobs = next
  for (const listener of listeners) listener()
}

export const hearJob = (event: CoreEvent): void => set(withEvent(jobs, event))
export const forgetJob = (id: string): void => set(jobs.filter((job) => job.id !== id))

/** How a job ends; it is forgotten then. */
export const endOfJob = (id: string): Promise<NonNullable<Job['end']>> =>
  new Promise((resolve) => {
    const look = () => {
      const end = jobs.find((job) => job.id === id)?.end
      if (!end) return
      listeners.delete(look)
      forgetJob(id)
      resolve(end)
    }
    listeners.add(look)
    look()
  })

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Jobs of one kind, the newest first; the kind stands before the dash in a job's id. */
export const useJobs = (kind: 'import' | 'impact' | 'screening' | 'evaluation' | 'batch' | 'results'): readonly Job[] =>
  useSyncExternalStore(subscribe, () => jobs).filter(({ id }) => id.startsWith(`${kind}-`))
