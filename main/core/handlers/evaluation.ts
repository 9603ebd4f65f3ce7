/** The evaluation of the matcher on its labelled set: in the background with progress and cancel, and one pair explained. */
import { Worker } from 'node:worker_threads'
import type { Core } from '#main/core/core.ts'
import type { EvaluationMessage, EvaluationOrder } from '#main/core/evaluation-worker.ts'
import { type JobTools, runJob } from '#main/core/run-job.ts'
import { workerFile } from '#main/core/worker-file.ts'
import { comparePair } from '#main/screening/screen.ts'
import type { EvaluationScores } from '#shared/evaluation/labelled.ts'
import { InputError } from '#shared/text/errors.ts'
import type { HandlersFor } from './handlers.ts'

const BUSY = 'The evaluation is running already. Wait for it to end, or cancel it.'

export function evaluationHandlers(core: Core): HandlersFor<'evaluation'> {
  const { dataFolder, assetsFolder } = core.options
  return {
    'evaluation:run': () => ({
      job: runJob(core, 'evaluation', 'evaluating', BUSY, async (tools) => ({ evaluation: await scoresOf({ dataFolder, assetsFolder }, tools) })),
    }),
    'evaluation:explain': ({ name1, name2, kind }) => {
      const { score, why } = comparePair(name1, name2, kind)
      return { score, why }
    },
  }
}

/** Runs the evaluation on a thread of its own, so that the core goes on answering. */
function scoresOf(order: EvaluationOrder, { signal, progress }: JobTools): Promise<EvaluationScores> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('evaluation-worker'), { workerData: order })
    signal.addEventListener('abort', () => worker.postMessage('cancel'), { once: true })
    worker.on('message', (message: EvaluationMessage) => {
      if (message.kind === 'progress') progress(message.done, message.total)
      else if (message.kind === 'done') resolve(message.scores)
      else reject(message.code === 'failed' ? new Error(message.detail) : new InputError(message.code, message.detail))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The evaluation ended without a result.')))
  })
}
