/** The service: every name of the contract that the core answers, over one open data folder. */
import type { CoreEvent } from '#shared/contract/contract.ts'
import { Core, type CoreOptions } from './core.ts'
import { ENGINE_VERSION } from './determine.ts'
import { alertHandlers } from './handlers/alerts.ts'
import { auditHandlers } from './handlers/audit.ts'
import { batchHandlers } from './handlers/batch.ts'
import { caseHandlers } from './handlers/cases.ts'
import { contentHandlers } from './handlers/content.ts'
import { evaluationHandlers } from './handlers/evaluation.ts'
import type { Handlers } from './handlers/handlers.ts'
import { listHandlers } from './handlers/lists.ts'
import { memoHandlers } from './handlers/memos.ts'
import { ownershipHandlers } from './handlers/ownership.ts'
import { packHandlers } from './handlers/packs.ts'
import { packStatus, referenceHandlers } from './handlers/reference.ts'

export type Service = {
  core: Core
  handlers: Handlers
  onEvent: (listener: (event: CoreEvent) => void) => () => void
  setOfficer: (officer: string) => void
  close: () => Promise<void>
}

/** Opens the data folder. Throws InputError when a database, the pack or the folder is refused. */
export function openService(options: CoreOptions): Service {
  const core = new Core(options)
  const { listsChanged, ...alerts } = alertHandlers(core)
  const { status, ...lists } = listHandlers(core, listsChanged)
  const handlers: Handlers = {
    ...caseHandlers(core),
    ...auditHandlers(core),
    ...batchHandlers(core),
    ...alerts,
    ...lists,
    ...referenceHandlers(core),
    ...memoHandlers(core),
    ...contentHandlers(core),
    ...ownershipHandlers(),
    ...packHandlers(core),
    ...evaluationHandlers(core),
    'app:status': ({ lang }) => {
      const { lists: held, starterOnly } = status(lang)
      const { seq, hash } = core.chain.head()
      return {
        version: options.version,
        engine: ENGINE_VERSION,
        dataFolder: options.dataFolder,
        packs: [packStatus(core)],
        lists: held,
        starterOnly,
        cases: core.casework.cases.count(),
        audit: { records: seq, head: hash },
        today: core.today(),
      }
    },
  }
  return {
    core,
    handlers,
    onEvent: (listener) => core.onEvent(listener),
    setOfficer: (officer) => {
      core.officer = officer
    },
    close: async () => {
      await core.jobs.stop()
      core.close()
    },
  }
}
