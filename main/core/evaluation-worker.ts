/** Runs the evaluation on a thread of its own, over the lists in force. */
import { join } from 'node:path'
import { openReadOnly, REFERENCE } from '#main/database/open.ts'
import { loadCurrentEntries } from '#main/lists/current.ts'
import { buildIndex } from '#main/screening/screen.ts'
import type { EvaluationScores } from '#shared/evaluation/labelled.ts'
import { readLabelledSet, runEvaluation } from './evaluation.ts'
import { serveThread } from './thread.ts'

export type EvaluationThread = {
  task: { dataFolder: string; assetsFolder: string }
  order: never
  told: { done: number; total: number }
  result: EvaluationScores
}

serveThread<EvaluationThread>(async ({ dataFolder, assetsFolder }, { tell, signal }) => {
  const database = openReadOnly(dataFolder, REFERENCE)
  try {
    const { entries, lists } = loadCurrentEntries(database, { assets: join(assetsFolder, 'lists') })
    return await runEvaluation(readLabelledSet(assetsFolder), buildIndex(entries, lists), { onProgress: tell, signal })
  } finally {
    database.close()
  }
})
