/** Alerts: screening all parties again, the queue of hits to decide, and the second officer. */
import type { Core } from '#main/core/core.ts'
import { exportAlerts } from '#main/core/export-alerts.ts'
import { RESULTS_BUSY, runJob } from '#main/core/run-job.ts'
import { screenAll } from '#main/core/screen-all.ts'
import { EVERY_HIT } from '#main/core/screen-parties.ts'
import { screen } from '#main/screening/screen.ts'
import type { ScreeningRun } from '#shared/contract/replies.ts'
import type { HandlersFor } from './handlers.ts'

const BUSY = 'All parties are being screened already. Wait for it to end, or cancel it.'

/** `listsChanged` screens all parties against the new lists; a screening that runs against the old ones begins anew. */
export function alertHandlers(core: Core): HandlersFor<'alert'> & { listsChanged: () => void } {
  const { alerts, dispositions } = core.casework
  let outdated = false
  const start = (): string =>
    runJob(core, 'screening', 'screening', BUSY, async (tools) => {
      let screened: ScreeningRun
      do {
        outdated = false
        screened = await screenAll(core, tools)
      } while (outdated)
      core.emit({ event: 'cases:changed' })
      return { screened }
    })
  return {
    listsChanged: () => {
      outdated = core.jobs.runs('screening')
      if (!outdated && !core.jobs.stopping && core.casework.cases.count() > 0) start()
    },
    'alert:list': ({ limit, offset, ...filter }) => ({
      run: alerts.run() ?? null,
      counts: alerts.counts(),
      ...alerts.page(filter, { limit, offset }),
      secondOfficer: dispositions.secondOfficerNeeded(),
    }),
    'alert:export': (filter) => ({
      job: runJob(core, 'results', 'writing', RESULTS_BUSY, async (tools) => ({ file: await exportAlerts(core, filter, tools) })),
    }),
    'alert:hit': ({ query, list, entry }) => {
      const { hits } = screen(core.screening().index, query, { top: EVERY_HIT })
      return { hit: hits.find((one) => one.list === list && one.entry === entry) ?? null }
    },
    'alert:screen': () => ({ job: start() }),
    'alert:review': ({ id, agrees, reason, by }) => {
      const reviewed = dispositions.review({ id, agrees, reason }, { ...core.signature(), by: by.trim() || core.officer })
      core.emit({ event: 'cases:changed' })
      return reviewed
    },
    'alert:secondOfficer': ({ needed }) => {
      dispositions.setSecondOfficer(needed, core.signature())
      return { needed: dispositions.secondOfficerNeeded() }
    },
  }
}
