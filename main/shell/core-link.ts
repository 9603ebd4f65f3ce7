/**
 * The shell's end of the line to the core process: numbers the calls, pairs the replies, restarts a core that died and
 * answers what it left open with `core-stopped`. Knows nothing of Electron, so that it can be tested with any child.
 */
import type { CoreEvent, CoreName } from '#shared/contract/contract.ts'
import type { AnyReply, CoreSettings, FromCore, ToCore } from '#shared/contract/link.ts'
import { mayRestart, mayWake } from './restart-policy.ts'

/** A running core process, as the link sees it. */
export type CoreChild = {
  send(message: ToCore): void
  onMessage(listener: (message: FromCore) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export type CoreLinkOptions = {
  fork(): CoreChild
  settings(): CoreSettings
  tell(event: CoreEvent): void
  now(): number
}

const CLOSE_WITHIN_MS = 3000

const STOPPED: AnyReply = {
  ok: false,
  error: { code: 'core-stopped', detail: 'the part of the program that holds the databases stopped and is started again; what was saved before is kept' },
}

export class CoreLink {
  readonly #options: CoreLinkOptions
  readonly #deaths: number[] = []
  #pending = new Map<number, (reply: AnyReply) => void>()
  #child: CoreChild | null = null
  #next = 1
  #closing: (() => void) | null = null
  #startedBefore = false

  constructor(options: CoreLinkOptions) {
    this.#options = options
  }

  /** Starts the core unless it runs. Calls may be made at once: they wait in the core until its databases are open. */
  start(): void {
    if (this.#child !== null) return
    const child = this.#options.fork()
    this.#child = child
    this.#options.tell({ event: 'core:state', state: 'starting', detail: '' })
    child.onMessage((message) => {
      if (child === this.#child) this.#hear(message)
    })
    child.onExit((code) => {
      if (child === this.#child) this.#died(code)
    })
    child.send({ kind: 'open', settings: this.#options.settings() })
  }

  /** Forwards a call; the reply always comes. */
  call(name: CoreName, request: unknown): Promise<AnyReply> {
    if (this.#child === null && this.#closing === null && mayWake(this.#deaths, this.#options.now())) this.start()
    const child = this.#child
    if (child === null) return Promise.resolve(STOPPED)
    const id = this.#next++
    return new Promise((resolve) => {
      this.#pending.set(id, resolve)
      try {
        child.send({ kind: 'call', id, name, request })
      } catch (error) {
        this.#pending.delete(id)
        resolve({ ok: false, error: { code: 'malformed', detail: error instanceof Error ? error.message : String(error) } })
      }
    })
  }

  /** Tells the core whose name goes into the records from now on. */
  officer(officer: string): void {
    this.#child?.send({ kind: 'officer', officer })
  }

  /** Closes the databases and opens those of the present settings; open calls are answered with `core-stopped`. */
  async reopen(): Promise<void> {
    await this.close()
    this.#closing = null
    this.start()
  }

  /** Asks the core to close its databases and end; resolves when it has ended. */
  close(): Promise<void> {
    const child = this.#child
    if (child === null) return Promise.resolve()
    const closed = new Promise<void>((resolve) => {
      this.#closing = resolve
    })
    child.send({ kind: 'close' })
    // A core in the midst of long work does not hear; what it committed is safe, so it may be ended.
    const limit = setTimeout(() => child.kill(), CLOSE_WITHIN_MS)
    return closed.finally(() => clearTimeout(limit))
  }

  #hear(message: FromCore): void {
    if (message.kind === 'reply') {
      const resolve = this.#pending.get(message.id)
      this.#pending.delete(message.id)
      resolve?.(message.reply)
    } else if (message.kind === 'event') {
      this.#options.tell(message.event)
    } else {
      const state = message.ok ? (this.#startedBefore ? 'restarted' : 'ready') : 'failed'
      this.#startedBefore ||= message.ok
      this.#options.tell({ event: 'core:state', state, detail: message.detail })
    }
  }

  #died(code: number): void {
    this.#child = null
    const open = [...this.#pending.values()]
    this.#pending = new Map()
    for (const resolve of open) resolve(STOPPED)
    if (this.#closing !== null) {
      this.#closing()
      return
    }
    this.#deaths.push(this.#options.now())
    if (mayRestart(this.#deaths)) this.start()
    else
      this.#options.tell({
        event: 'core:state',
        state: 'failed',
        detail: `the core process stopped several times within a minute, the last time with code ${code}`,
      })
  }
}
