/** Imports lists on a thread of its own, so that the core goes on answering. One order, then it ends. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openReference } from '#main/database/open.ts'
import { countryLookup } from '#main/lists/countries.ts'
import { importLists } from '#main/lists/import.ts'
import type { ErrorCode } from '#shared/contract/contract.ts'
import type { ImportReport } from '#shared/contract/replies.ts'
import type { OwnList } from '#shared/domain/own-list.ts'
import { InputError } from '#shared/text/errors.ts'

export type ImportOrder = { dataFolder: string; assetsFolder: string; files: string[]; force: boolean; reason: string; now: string; own?: OwnList | undefined }
export type ImportMessage =
  | { kind: 'progress'; done: number; total: number; phase: string }
  | { kind: 'done'; ok: boolean; code: ErrorCode | ''; detail: string; reports: ImportReport[] }

/** Progress is worth showing a few times a second, not for every block read. */
const PROGRESS_MILLISECONDS = 100

async function run(order: ImportOrder, tell: (message: ImportMessage) => void, signal: AbortSignal): Promise<void> {
  let last = 0
  try {
    const database = openReference(order.dataFolder)
    try {
      const { dataFolder: _data, assetsFolder, ...request } = order
      const country = countryLookup(readFileSync(join(assetsFolder, 'reference', 'countries.csv'), 'utf8'))
      const reports = await importLists({
        ...request,
        database,
        country,
        assets: join(assetsFolder, 'lists'),
        signal,
        onProgress: (progress) => {
          const now = performance.now()
          if (progress.phase === 'reading' && progress.done < progress.total && now - last < PROGRESS_MILLISECONDS) return
          last = now
          tell({ kind: 'progress', ...progress })
        },
      })
      tell({ kind: 'done', ok: true, code: '', detail: '', reports })
    } finally {
      database.close()
    }
  } catch (error) {
    const input = error instanceof InputError ? error : undefined
    tell({ kind: 'done', ok: false, code: input?.code ?? 'failed', detail: input?.detail ?? String(error), reports: [] })
  }
}

const port = parentPort
if (port !== null) {
  const abort = new AbortController()
  port.on('message', () => abort.abort())
  void run(workerData as ImportOrder, (message) => port.postMessage(message), abort.signal).finally(() => port.close())
}
