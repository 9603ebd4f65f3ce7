/** Lists: what is held, importing in the background with progress and cancel, screening a name. */
import { Worker } from 'node:worker_threads'
import type { Core } from '#main/core/core.ts'
import type { ImportMessage, ImportOrder } from '#main/core/import-worker.ts'
import { workerFile } from '#main/core/worker-file.ts'
import { entryChange, snapshotChanges } from '#main/lists/changes.ts'
import { beginImport, endImport, interruptedImports } from '#main/lists/interrupted.ts'
import { emptyOwnList, previewOwnList } from '#main/lists/own-lists.ts'
import { isStarterOnly, listStatus } from '#main/lists/status.ts'
import { screen } from '#main/screening/screen.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { HandlersFor } from './handlers.ts'

/** `onImport` hears of every new copy of a list that is in force. */
export function listHandlers(core: Core, onImport: () => void): HandlersFor<'list' | 'job' | 'party'> & { status: (lang: Lang) => ReplyOf<'list:status'> } {
  /** The number of the import that runs. */
  let running: number | undefined
  const status = (lang: Lang) => {
    const lists = listStatus(core.reference, { now: core.timestamp(), language: lang, assets: core.listAssets })
    return { lists, starterOnly: isStarterOnly(lists), interrupted: interruptedImports(core.reference, running) }
  }

  const start = (order: Omit<ImportOrder, 'dataFolder' | 'assetsFolder'>): string =>
    core.jobs.start('import', 'Another list is being imported. Wait for it to end, or cancel it.', (id, ended) => {
      const { dataFolder, assetsFolder } = core.options
      // An own list that did not end is not offered again: it would come without its columns.
      const begun = order.own === undefined ? beginImport(core.reference, order.files, order.now) : undefined
      running = begun
      const worker = new Worker(workerFile('import-worker'), {
        workerData: { ...order, dataFolder, assetsFolder } satisfies ImportOrder,
      })
      let over = false
      const end = (message: Extract<ImportMessage, { kind: 'done' }>) => {
        if (over) return
        over = true
        running = undefined
        if (begun !== undefined) endImport(core.reference, begun)
        ended()
        const imported = message.reports.filter(({ unchanged }) => !unchanged)
        for (const report of imported) core.recordImport(report)
        if (imported.length > 0) {
          core.listsChanged()
          onImport()
        }
        core.emit({ event: 'job:done', job: id, ok: message.ok, code: message.code, detail: message.detail, reports: message.reports })
      }
      worker.on('message', (message: ImportMessage) => {
        if (message.kind === 'progress') core.emit({ event: 'job:progress', job: id, done: message.done, total: message.total, phase: message.phase })
        else end(message)
      })
      worker.on('error', (error) => end({ kind: 'done', ok: false, code: 'failed', detail: error.message, reports: [] }))
      worker.on('exit', () => end({ kind: 'done', ok: false, code: 'failed', detail: 'The import ended without a result. Nothing was imported.', reports: [] }))
      return {
        cancel: () => worker.postMessage('cancel'),
        stop: () => {
          // Not noted as ended: the next start offers it again.
          over = true
          return worker.terminate()
        },
      }
    })

  return {
    status,
    'list:status': ({ lang }) => status(lang),
    'list:changes': ({ snapshot }) => snapshotChanges(core.reference, snapshot),
    'list:change': ({ snapshot, entry }) => entryChange(core.reference, snapshot, entry),
    'list:forgetInterrupted': ({ id }) => {
      if (id !== running) endImport(core.reference, id)
      return {}
    },
    'list:import': ({ files, force, reason, own }) => ({ job: start({ files, force, reason, own, now: core.timestamp() }) }),
    'list:previewOwn': ({ file, delimiter }) => previewOwnList(core.reference, file, delimiter),
    'list:emptyOwn': ({ list, reason }) => {
      const report = emptyOwnList(core.reference, { list, reason, now: core.timestamp() })
      core.recordImport(report, reason)
      core.listsChanged()
      onImport()
      return report
    },
    'job:cancel': ({ id }) => ({ cancelled: core.jobs.cancel(id) }),
    'party:screen': (query) => screen(core.screening().index, query),
  }
}
