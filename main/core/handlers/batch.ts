/** Screening a whole file: how it is understood, the run in the background, and its results. */
import { previewQueries } from '#main/core/batch/queries.ts'
import { newestBatch, resultsOf, runStored } from '#main/core/batch/stored.ts'
import type { Core } from '#main/core/core.ts'
import { RESULTS_BUSY, runJob } from '#main/core/run-job.ts'
import type { HandlersFor } from './handlers.ts'

const BUSY = 'Another file is being screened. Wait for it to end, or cancel it.'

export function batchHandlers(core: Core): HandlersFor<'batch'> {
  return {
    'batch:preview': ({ file }) => previewQueries(file),
    'batch:run': ({ file, columns }) => ({
      job: runJob(core, 'batch', 'screening', BUSY, async ({ signal, progress }) => {
        const batch = await runStored(core, {
          path: file,
          columns,
          signal,
          onProgress: ({ bytes, total, lines, perSecond }) => progress(bytes, total, { pace: { lines, perSecond } }),
        })
        return { batch }
      }),
    }),
    'batch:newest': async () => ({ batch: await newestBatch(core) }),
    'batch:results': ({ id, format, lang }) => ({
      job: runJob(core, 'results', 'drawing', RESULTS_BUSY, async (tools) => ({ file: await resultsOf(core, id, format, lang, tools) })),
    }),
  }
}
