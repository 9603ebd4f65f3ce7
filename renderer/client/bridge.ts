/** The one door to the core: a typed call that throws what the core refuses, and the stream of its messages. */
import type { Bridge } from '#shared/contract/bridge.ts'
import type { CoreEvent, ErrorCode, Name, ReplyOf, RequestOf } from '#shared/contract/contract.ts'

declare global {
  interface Window {
    licet: Bridge<File>
  }
}

/** A refusal of the core or the shell, as the contract words it. */
export class CallError extends Error {
  readonly code: ErrorCode
  readonly detail: string

  constructor(code: ErrorCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'CallError'
    this.code = code
    this.detail = detail
  }
}

/** Asks the core or the shell. Throws CallError with the code of the contract. */
export async function call<N extends Name>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
  const reply = await window.licet.call(name, request)
  if (reply.ok) return reply.value
  throw new CallError(reply.error.code, reply.error.detail)
}

/** Hears the core's messages until the returned function is called. */
export const listen = (listener: (event: CoreEvent) => void): (() => void) => window.licet.on(listener)

/** Paths of dropped files; files that are not on a disk are left out. */
export const pathsOf = (files: Iterable<File>): string[] => [...files].map((file) => window.licet.pathOf(file)).filter((path) => path !== '')
