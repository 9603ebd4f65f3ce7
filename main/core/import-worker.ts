/** Imports lists on a thread of its own, so that the core goes on answering. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReference } from '#main/database/open.ts'
import { countryLookup } from '#main/lists/countries.ts'
import { type ImportProgress, importLists } from '#main/lists/import.ts'
import type { ImportReport } from '#shared/contract/replies.ts'
import type { OwnList } from '#shared/domain/own-list.ts'
import { serveThread } from './thread.ts'

export type ImportThread = {
  task: { dataFolder: string; assetsFolder: string; files: string[]; force: boolean; reason: string; now: string; own?: OwnList | undefined }
  order: never
  told: ImportProgress
  result: ImportReport[]
}

/** Progress is worth showing a few times a second, not for every block read. */
const PROGRESS_MILLISECONDS = 100

serveThread<ImportThread>(async ({ dataFolder, assetsFolder, ...request }, { tell, signal }) => {
  const database = openReference(dataFolder)
  let last = 0
  try {
    return await importLists({
      ...request,
      database,
      country: countryLookup(readFileSync(join(assetsFolder, 'reference', 'countries.csv'), 'utf8')),
      assets: join(assetsFolder, 'lists'),
      signal,
      onProgress: (progress) => {
        const now = performance.now()
        if (progress.phase === 'reading' && progress.done < progress.total && now - last < PROGRESS_MILLISECONDS) return
        last = now
        tell(progress)
      },
    })
  } finally {
    database.close()
  }
})
