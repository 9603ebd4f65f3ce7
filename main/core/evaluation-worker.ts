/** Runs the evaluation on a thread of its own, over the lists in force. One order, then it ends. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly, REFERENCE } from '#main/database/open.ts'
import { loadCurrentEntries } from '#main/lists/current.ts'
import { buildIndex } from '#main/screening/screen.ts'
import type { ErrorCode } from '#shared/contract/contract.ts'
import type { EvaluationScores } from '#shared/evaluation/labelled.ts'
import { InputError } from '#shared/text/errors.ts'
import { readLabelledSet, runEvaluation } from './evaluation.ts'

export type EvaluationOrder = { dataFolder: string; assetsFolder: string }
export type EvaluationMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; scores: EvaluationScores }
  | { kind: 'failed'; code: ErrorCode; detail: string }

async function run({ dataFolder, assetsFolder }: EvaluationOrder, tell: (message: EvaluationMessage) => void, signal: AbortSignal): Promise<void> {
  try {
    const database = openReadOnly(dataFolder, REFERENCE)
    try {
      const { entries, lists } = loadCurrentEntries(database, { assets: join(assetsFolder, 'lists') })
      const onProgress = (progress: { done: number; total: number }): void => tell({ kind: 'progress', ...progress })
      tell({ kind: 'done', scores: await runEvaluation(readLabelledSet(assetsFolder), buildIndex(entries, lists), { onProgress, signal }) })
    } finally {
      database.close()
    }
  } catch (error) {
    const input = error instanceof InputError ? error : undefined
    tell({ kind: 'failed', code: input?.code ?? 'failed', detail: input?.detail ?? String(error) })
  }
}

const port = parentPort
if (port !== null) {
  const abort = new AbortController()
  port.on('message', () => abort.abort())
  void run(workerData as EvaluationOrder, (message) => port.postMessage(message), abort.signal).finally(() => port.close())
}
