/**
 * An error that an officer can act on. `detail` says what happened, where (file, line, field), what was expected and
 * what was kept. Everything else that is thrown counts as a failure of the program.
 */
import type { ErrorCode } from '../contract/contract.ts'

export class InputError extends Error {
  readonly code: ErrorCode
  readonly detail: string

  constructor(code: ErrorCode, detail: string) {
    super(detail)
    this.name = 'InputError'
    this.code = code
    this.detail = detail
  }
}
