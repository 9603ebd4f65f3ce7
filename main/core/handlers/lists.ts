/** Lists: what is held, importing in the background with progress and cancel, screening a name. */
import type { Core } from '#main/core/core.ts'
import type { ImportThread } from '#main/core/import-worker.ts'
import { runJob } from '#main/core/run-job.ts'
import { runThread } from '#main/core/thread.ts'
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

  const start = (order: Omit<ImportThread['task'], 'dataFolder' | 'assetsFolder'>): string =>
    runJob(core, 'import', 'reading', 'Another list is being imported. Wait for it to end, or cancel it.', async ({ signal, progress }) => {
      const { dataFolder, assetsFolder } = core.options
      // An own list that did not end is not offered again: it would come without its columns.
      const begun = order.own === undefined ? beginImport(core.reference, order.files, order.now) : undefined
      running = begun
      let finished = false
      try {
        const onTold = ({ done, total, phase }: ImportThread['told']) => progress(done, total, { phase })
        const reports = await runThread<ImportThread>('import-worker', { ...order, dataFolder, assetsFolder }, { signal, onTold })
        finished = true
        const imported = reports.filter(({ unchanged }) => !unchanged)
        for (const report of imported) core.recordImport(report, order.reason)
        if (imported.length > 0) {
          core.listsChanged()
          onImport()
        }
        return { reports }
      } finally {
        running = undefined
        // One that the closing program broke off is not noted as ended: the next start offers it again.
        if (begun !== undefined && (finished || !core.jobs.stopping)) endImport(core.reference, begun)
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
    'list:stateWhole': ({ list, reason }) => {
      const whole = core.stateWhole(list, reason)
      core.listsChanged()
      onImport()
      return whole
    },
    'job:cancel': ({ id }) => ({ cancelled: core.jobs.cancel(id) }),
    'party:screen': (query) => screen(core.screening().index, query),
  }
}
