/** Screens parts of a batch on a thread of its own, with its own index over the lists in force, until it is asked to end. */
import { join } from 'node:path'
import { openReadOnly, REFERENCE } from '#main/database/open.ts'
import { loadCurrentEntries } from '#main/lists/current.ts'
import { buildIndex } from '#main/screening/screen.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import type { BatchQuery } from './batch/queries.ts'
import { type ChunkOrder, type ChunkResult, screenChunk } from './batch/screen-chunk.ts'
import { serveThread } from './thread.ts'

export type BatchThread = {
  task: ChunkOrder & { dataFolder: string; assetsFolder: string }
  order: BatchQuery[]
  /** The lists that its index holds, once, then the result of each order in turn. */
  told: { kind: 'ready'; lists: ListUsed[] } | { kind: 'chunk'; result: ChunkResult }
  result: null
}

serveThread<BatchThread>(async ({ dataFolder, assetsFolder, ...options }, { tell, asked, orders }) => {
  const database = openReadOnly(dataFolder, REFERENCE)
  const held = () => {
    try {
      return loadCurrentEntries(database, { assets: join(assetsFolder, 'lists') })
    } finally {
      database.close()
    }
  }
  const { entries, lists } = held()
  if (asked()) return null
  const index = buildIndex(entries, lists)
  tell({ kind: 'ready', lists })
  for await (const queries of orders) tell({ kind: 'chunk', result: screenChunk(index, queries, options) })
  return null
})
