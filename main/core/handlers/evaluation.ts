/** The evaluation of the matcher on its labelled set: in the background with progress and cancel, and one pair explained. */
import { Worker } from 'node:worker_threads'
import type { Core } from '#main/core/core.ts'
import type { EvaluationMessage, EvaluationOrder } from '#main/core/evaluation-worker.ts'
import { workerFile } from '#main/core/worker-file.ts'
import { comparePair } from '#main/screening/screen.ts'
import type { ErrorCode } from '#shared/contract/contract.ts'
import type { EvaluationScores } from '#shared/evaluation/labelled.ts'
import type { HandlersFor } from './handlers.ts'

export function evaluationHandlers(core: Core): HandlersFor<'evaluation'> {
  const start = (): string =>
    core.jobs.start('evaluation', 'The evaluation is running already. Wait for it to end, or cancel it.', (id, ended) => {
      const { dataFolder, assetsFolder } = core.options
      const worker = new Worker(workerFile('evaluation-worker'), { workerData: { dataFolder, assetsFolder } satisfies EvaluationOrder })
      let over = false
      const end = (ok: boolean, code: ErrorCode | '', detail: string, evaluation?: EvaluationScores) => {
        if (over) return
        over = true
        ended()
        core.emit({ event: 'job:done', job: id, ok, code, detail, reports: [], ...(evaluation === undefined ? {} : { evaluation }) })
      }
      worker.on('message', (message: EvaluationMessage) => {
        if (message.kind === 'progress') core.emit({ event: 'job:progress', job: id, done: message.done, total: message.total, phase: 'evaluating' })
        else if (message.kind === 'done') end(true, '', '', message.scores)
        else end(false, message.code, message.detail)
      })
      worker.on('error', (error) => end(false, 'failed', error.message))
      worker.on('exit', () => end(false, 'failed', 'The evaluation ended without a result.'))
      return {
        cancel: () => worker.postMessage('cancel'),
        stop: () => {
          over = true
          return worker.terminate()
        },
      }
    })
  return {
    'evaluation:run': () => ({ job: start() }),
    'evaluation:explain': ({ name1, name2, kind }) => {
      const { score, why } = comparePair(name1, name2, kind)
      return { score, why }
    },
  }
}
