/** Memos of stored determinations. */
import type { Core } from '#main/core/core.ts'
import { storedMemo } from '#main/core/memo.ts'
import type { HandlersFor } from './handlers.ts'

export function memoHandlers(core: Core): HandlersFor<'memo'> {
  return { 'memo:render': ({ determination, lang }) => storedMemo(core, determination, lang) }
}
