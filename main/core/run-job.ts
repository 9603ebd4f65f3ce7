/** Long work of the core itself as a job: progress and its end are told to the window, and it can be cancelled. */
import { setImmediate as turn } from 'node:timers/promises'
import type { ErrorCode, JobPace, JobResult } from '#shared/contract/contract.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Core } from './core.ts'

/** Progress is worth showing a few times a second. */
const PROGRESS_MILLISECONDS = 100
/** So long the core may work before it answers what was asked meanwhile. */
const SLICE_MILLISECONDS = 15

/** What to say while another file of results is made. */
export const RESULTS_BUSY = 'Another file is being written. Wait for it to end, or cancel it.'

export type JobTools = {
  signal: AbortSignal
  /** `pace` is told where the work is a row of many lines, `phase` where it has several. */
  progress: (done: number, total: number, more?: { pace?: JobPace; phase?: string }) => void
  /** Lets the core answer others when the time is up; throws InputError `cancelled` when the job was cancelled. */
  breathe: () => Promise<void>
  /** The same at once, whatever the time: for work that does a good piece between. */
  giveWay: () => Promise<void>
}

/** Starts `work` as the one job of its kind and answers its id. Throws InputError `busy` with the text given while another runs. */
export function runJob(core: Core, kind: string, phase: string, busy: string, work: (tools: JobTools) => Promise<JobResult>): string {
  return core.jobs.start(kind, busy, (id, over) => {
    const abort = new AbortController()
    const end = (ok: boolean, code: ErrorCode | '', detail: string, result: JobResult = {}) => {
      over()
      core.emit({ event: 'job:done', job: id, ok, code, detail, reports: [], ...result })
    }
    let shown = 0
    let shownPhase = phase
    let since = performance.now()
    const giveWay = async () => {
      await turn()
      if (abort.signal.aborted) throw new InputError('cancelled', 'The work was cancelled. Nothing was stored.')
      since = performance.now()
    }
    const tools: JobTools = {
      giveWay,
      signal: abort.signal,
      progress: (done, total, more) => {
        const now = performance.now()
        const told = { phase, ...more }
        if (done < total && now - shown < PROGRESS_MILLISECONDS && told.phase === shownPhase) return
        shown = now
        shownPhase = told.phase
        core.emit({ event: 'job:progress', job: id, done, total, ...told })
      },
      breathe: async () => {
        if (performance.now() - since >= SLICE_MILLISECONDS) await giveWay()
      },
    }
    const ended = Promise.resolve()
      .then(() => work(tools))
      .then(
        (result) => end(true, '', '', result),
        (error) =>
          end(
            false,
            error instanceof InputError ? error.code : 'failed',
            error instanceof InputError ? error.detail : error instanceof Error ? error.message : String(error),
          ),
      )
    return { cancel: () => abort.abort(), ended }
  })
}
