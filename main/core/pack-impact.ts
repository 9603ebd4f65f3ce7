/** What another pack would make of every case already determined: which answers were wrong, which would differ now, and by which clause. */
import { availableParallelism } from 'node:os'
import type { LoadedPack } from '#main/rules/store.ts'
import type { ImpactReport } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Core } from './core.ts'
import type { ImpactShare, ImpactThread } from './impact-worker.ts'
import { runThread } from './thread.ts'

/** More threads than this only wait for the one disk. */
const MOST_THREADS = 4
/** Fewer cases than this are not worth a thread more. */
const SMALLEST_SHARE = 500
/** Progress is worth showing a few times a second. */
const PROGRESS_MILLISECONDS = 100

export type ImpactOptions = { onProgress?: (progress: { done: number; total: number }) => void; signal?: AbortSignal }

/**
 * Evaluates the newest determination of each case, on its own facts, under another pack. Nothing is stored. Rejects with
 * InputError `cancelled` when the signal says so; a case that cannot be evaluated is in the report with its reason.
 */
export async function packImpact(core: Core, pack: LoadedPack, { onProgress, signal }: ImpactOptions = {}): Promise<ImpactReport> {
  const today = core.today()
  const seqs = core.casework.determinations.newestSequence()
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism(), Math.ceil(seqs.length / SMALLEST_SHARE)))
  const size = Math.ceil(seqs.length / threads)
  const { dataFolder } = core.options
  let done = 0
  let shown = 0
  const onDone = (more: number) => {
    done += more
    const now = performance.now()
    if (onProgress === undefined || (done < seqs.length && now - shown < PROGRESS_MILLISECONDS)) return
    shown = now
    onProgress({ done, total: seqs.length })
  }
  const tasks = Array.from({ length: threads }, (_, i): ImpactThread['task'] | undefined => {
    const [from, to] = [seqs[i * size], seqs[Math.min(seqs.length, (i + 1) * size) - 1]]
    return from === undefined || to === undefined ? undefined : { dataFolder, pack, today, from, to }
  }).filter((task) => task !== undefined)
  const shares = await allShares(tasks, onDone, signal)
  // Threads that had ended before they heard of it.
  if (signal?.aborted) throw new InputError('cancelled', 'The comparison was cancelled. Nothing was stored.')
  return report(shares, pack, today)
}

/** The shares of all threads, which are all gone when this settles: when one fails, the others end early. */
async function allShares(tasks: readonly ImpactThread['task'][], onTold: (more: number) => void, signal: AbortSignal | undefined): Promise<ImpactShare[]> {
  const failed = new AbortController()
  const either = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal])
  let failure: unknown
  const ends = await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        return await runThread<ImpactThread>('impact-worker', task, { onTold, signal: either })
      } catch (error) {
        failure ??= error
        failed.abort()
        throw error
      }
    }),
  )
  if (failure !== undefined) throw failure
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
}

function report(shares: readonly ImpactShare[], { pack, sha256 }: LoadedPack, on: string): ImpactReport {
  const evaluated = shares.reduce((sum, share) => sum + share.evaluated, 0)
  const wrongThen = shares.flatMap((share) => share.wrongThen)
  const differNow = shares.flatMap((share) => share.differNow)
  const failed = shares.flatMap((share) => share.failed)
  const byClause = new Map<string, ImpactReport['byClause'][number]>()
  for (const { clauses } of [...wrongThen, ...differNow])
    for (const { rule, cite, change } of clauses) {
      const one = byClause.get(`${rule} ${change}`) ?? { rule, cite, change, cases: 0 }
      one.cases++
      byClause.set(`${rule} ${change}`, one)
    }
  return {
    pack: { id: pack.id, version: pack.version, lawAsOf: pack.lawAsOf, sha256 },
    on,
    counts: {
      evaluated,
      unchanged: evaluated - wrongThen.length - differNow.length,
      wrongThen: wrongThen.length,
      differNow: differNow.length,
      failed: failed.length,
    },
    byClause: [...byClause.values()].sort((a, b) => b.cases - a.cases || (a.rule < b.rule ? -1 : 1)),
    wrongThen,
    differNow,
    failed,
  }
}
