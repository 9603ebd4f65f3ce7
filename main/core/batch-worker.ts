/** Screens parts of a batch on a thread of its own, with its own index over the lists in force. Orders come one by one. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly, REFERENCE } from '#main/database/open.ts'
import { loadCurrentEntries } from '#main/lists/current.ts'
import { buildIndex } from '#main/screening/screen.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import type { BatchQuery } from './batch/queries.ts'
import { type ChunkOrder, type ChunkResult, screenChunk } from './batch/screen-chunk.ts'

export type BatchWorkerData = ChunkOrder & { dataFolder: string; assetsFolder: string }
export type ToBatchWorker = { chunk: number; queries: BatchQuery[] }
export type FromBatchWorker = { kind: 'ready'; lists: ListUsed[] } | { kind: 'chunk'; chunk: number; result: ChunkResult }

const port = parentPort
if (port !== null) {
  const { dataFolder, assetsFolder, ...order } = workerData as BatchWorkerData
  const database = openReadOnly(dataFolder, REFERENCE)
  const { entries, lists } = loadCurrentEntries(database, { assets: join(assetsFolder, 'lists') })
  database.close()
  const index = buildIndex(entries, lists)
  const tell = (message: FromBatchWorker): void => port.postMessage(message)
  tell({ kind: 'ready', lists })
  port.on('message', ({ chunk, queries }: ToBatchWorker) => tell({ kind: 'chunk', chunk, result: screenChunk(index, queries, order) }))
}
