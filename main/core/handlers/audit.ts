/** The audit chain: reading and verifying it. */
import { join } from 'node:path'
import { headFileOf } from '#main/audit/chain.ts'
import { verify } from '#main/audit/verify.ts'
import type { Core } from '#main/core/core.ts'
import type { HandlersFor } from './handlers.ts'

export function auditHandlers(core: Core): HandlersFor<'audit'> {
  return {
    'audit:list': (query) => ({ rows: core.auditRecords(query) }),
    'audit:verify': () =>
      verify(core.casebook, { headFile: headFileOf(join(core.options.dataFolder, 'casebook.db')), headFileRequired: core.chain.head().seq > 0 }),
  }
}
