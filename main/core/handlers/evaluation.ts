/** The evaluation of the matcher on its labelled set: in the background with progress and cancel, and one pair explained. */
import type { Core } from '#main/core/core.ts'
import type { EvaluationThread } from '#main/core/evaluation-worker.ts'
import { runJob } from '#main/core/run-job.ts'
import { runThread } from '#main/core/thread.ts'
import { comparePair } from '#main/screening/screen.ts'
import type { HandlersFor } from './handlers.ts'

const BUSY = 'The evaluation is running already. Wait for it to end, or cancel it.'

export function evaluationHandlers(core: Core): HandlersFor<'evaluation'> {
  const { dataFolder, assetsFolder } = core.options
  return {
    'evaluation:run': () => ({
      job: runJob(core, 'evaluation', 'evaluating', BUSY, async ({ signal, progress }) => ({
        evaluation: await runThread<EvaluationThread>(
          'evaluation-worker',
          { dataFolder, assetsFolder },
          { signal, onTold: ({ done, total }) => progress(done, total) },
        ),
      })),
    }),
    'evaluation:explain': ({ name1, name2, kind }) => {
      const { score, why } = comparePair(name1, name2, kind)
      return { score, why }
    },
  }
}
