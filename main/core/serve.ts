/**
 * The core's end of the line to the shell: opens the service when told where, answers calls through the dispatcher,
 * passes events on. A service that cannot be opened leaves a core that answers every call with the reason.
 */
import type { CoreEvent, ErrorCode } from '#shared/contract/contract.ts'
import type { AnyReply, CoreSettings, FromCore, ToCore } from '#shared/contract/link.ts'
import { InputError } from '#shared/text/errors.ts'

/** An open service as the line needs it. */
export type ServedCore = {
  answer(name: string, request: unknown): Promise<AnyReply>
  onEvent(listener: (event: CoreEvent) => void): void
  setOfficer(officer: string): void
  close(): void | Promise<void>
}

/** The line itself: Electron's parent port in the program, a pair of functions in tests. */
export type Line = { send(message: FromCore): void; onMessage(listener: (message: ToCore) => void): void; end(): void }

/** Serves until told to close. `open` may throw InputError; other errors count as `failed`. */
export function serveCore(line: Line, open: (settings: CoreSettings) => ServedCore | Promise<ServedCore>): void {
  let core: Promise<ServedCore> = Promise.reject(new InputError('core-stopped', 'the databases are not open yet'))
  core.catch(() => {})

  const answer = async (name: string, request: unknown): Promise<AnyReply> => {
    try {
      return await (await core).answer(name, request)
    } catch (error) {
      return { ok: false, error: explained(error) }
    }
  }

  const opened = async (settings: CoreSettings): Promise<ServedCore> => {
    const service = await open(settings)
    service.onEvent((event) => line.send({ kind: 'event', event }))
    return service
  }

  line.onMessage((message) => {
    if (message.kind === 'open') {
      core = opened(message.settings)
      core.then(
        () => line.send({ kind: 'opened', ok: true, code: '', detail: '' }),
        (error) => {
          const { code, detail } = explained(error)
          line.send({ kind: 'opened', ok: false, code, detail })
        },
      )
    } else if (message.kind === 'call') {
      void answer(message.name, message.request).then((reply) => line.send({ kind: 'reply', id: message.id, reply }))
    } else if (message.kind === 'officer') {
      core.then(
        (service) => service.setOfficer(message.officer),
        () => {},
      )
    } else {
      void core
        .then((service) => service.close())
        .catch(() => {})
        .then(() => line.end())
    }
  })
}

function explained(error: unknown): { code: ErrorCode; detail: string } {
  if (error instanceof InputError) return { code: error.code, detail: error.detail }
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) }
}
