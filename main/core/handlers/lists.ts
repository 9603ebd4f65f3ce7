/** Lists: what is held, importing in the background with progress and cancel, screening a name. */
import { Worker } from 'node:worker_threads'
import type { Core } from '#main/core/core.ts'
import type { ImportMessage, ImportOrder } from '#main/core/import-worker.ts'
import { listStatus } from '#main/lists/status.ts'
import { screen } from '#main/screening/screen.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { HandlersFor } from './handlers.ts'

type Job = { id: string; worker: Worker }

export function listHandlers(
  core: Core,
): HandlersFor<'list' | 'job' | 'party'> & { status: (lang: Lang) => ReplyOf<'list:status'>; stop: () => Promise<void> } {
  let running: Job | undefined
  let started = 0

  const status = (lang: Lang) => {
    const lists = listStatus(core.reference, { now: core.timestamp(), language: lang, assets: core.listAssets })
    return { lists, starterOnly: !lists.some(({ complete }) => complete) }
  }

  const start = (order: Omit<ImportOrder, 'dataFolder' | 'assetsFolder' | 'now'>): string => {
    if (running !== undefined) throw new InputError('busy', 'Another list is being imported. Wait for it to end, or cancel it.')
    const id = `import-${++started}`
    const { dataFolder, assetsFolder } = core.options
    const worker = new Worker(workerFile(), { workerData: { ...order, dataFolder, assetsFolder, now: core.timestamp() } satisfies ImportOrder })
    running = { id, worker }
    let ended = false
    const end = (message: Extract<ImportMessage, { kind: 'done' }>) => {
      if (ended) return
      ended = true
      running = undefined
      const imported = message.reports.filter(({ unchanged }) => !unchanged)
      for (const report of imported) core.recordImport(report)
      if (imported.length > 0) core.listsChanged()
      core.emit({ event: 'job:done', job: id, ok: message.ok, code: message.code, detail: message.detail, reports: message.reports })
    }
    worker.on('message', (message: ImportMessage) => {
      if (message.kind === 'progress') core.emit({ event: 'job:progress', job: id, done: message.done, total: message.total, phase: message.phase })
      else end(message)
    })
    worker.on('error', (error) => end({ kind: 'done', ok: false, code: 'failed', detail: error.message, reports: [] }))
    worker.on('exit', () => end({ kind: 'done', ok: false, code: 'failed', detail: 'The import ended without a result. Nothing was imported.', reports: [] }))
    return id
  }

  return {
    status,
    'list:status': ({ lang }) => status(lang),
    'list:import': ({ files, force, reason }) => ({ job: start({ files, force, reason }) }),
    'job:cancel': ({ id }) => {
      if (running?.id !== id) return { cancelled: false }
      running.worker.postMessage('cancel')
      return { cancelled: true }
    },
    'party:screen': (query) => screen(core.screening().index, query),
    stop: async () => {
      await running?.worker.terminate()
    },
  }
}

/** The worker stands beside this file's room when run from the sources, and beside the bundle in the packaged program. */
function workerFile(): URL {
  return import.meta.url.endsWith('.ts') ? new URL('../import-worker.ts', import.meta.url) : new URL('./import-worker.js', import.meta.url)
}
