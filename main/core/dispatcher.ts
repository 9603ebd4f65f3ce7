/**
 * The door to the service: parses a request strictly, calls the use case of that name, and answers with a value or with
 * one of the closed set of error codes. Nothing thrown by a use case passes through as it is.
 */
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import { CONTRACT, type CoreName } from '#shared/contract/contract.ts'
import type { AnyReply } from '#shared/contract/link.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Service } from './service.ts'

const isCoreName = (name: string): name is CoreName => Object.hasOwn(CONTRACT, name) && CONTRACT[name as CoreName].kind === 'core'

export function createDispatcher(service: Pick<Service, 'handlers'>): (name: string, request: unknown) => Promise<AnyReply> {
  return async (name, request) => {
    if (!isCoreName(name)) return { ok: false, error: { code: 'unknown-name', detail: `The contract has no name “${String(name).slice(0, 100)}”.` } }
    const parsed = CONTRACT[name].request.safeParse(request)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return {
        ok: false,
        error: { code: 'malformed', detail: `${name}${issue === undefined ? '' : `, ${issue.path.map(String).join('.')}: ${issue.message}`}` },
      }
    }
    try {
      const handle = service.handlers[name] as (checked: unknown) => unknown
      return { ok: true, value: await handle(parsed.data) }
    } catch (thrown) {
      const error = translateSqliteError(thrown, 'the data folder')
      if (error instanceof InputError) return { ok: false, error: { code: error.code, detail: error.detail } }
      return { ok: false, error: { code: 'failed', detail: error instanceof Error ? error.message : String(error) } }
    }
  }
}
