/** The messages between the shell and the core process. Requests travel unchecked: the core's dispatcher parses them. */
import type { CoreEvent, CoreName, ErrorCode } from './contract.ts'

/** What the core must know of the shell. */
export type CoreSettings = {
  /** Folder of the databases. */
  dataFolder: string
  /** Read-only folder with the rule packs and the starter list. */
  assetsFolder: string
  /** The person whose name goes into the records; empty when not given yet. */
  officer: string
  version: string
}

export type AnyReply = { ok: true; value: unknown } | { ok: false; error: { code: ErrorCode; detail: string } }

export type ToCore =
  | { kind: 'open'; settings: CoreSettings }
  | { kind: 'officer'; officer: string }
  | { kind: 'call'; id: number; name: CoreName; request: unknown }
  /** Close the databases and end. */
  | { kind: 'close' }

export type FromCore =
  /** After `open`: the databases are open, or the reason why not. A core that failed to open answers every call with that reason. */
  { kind: 'opened'; ok: boolean; code: ErrorCode | ''; detail: string } | { kind: 'reply'; id: number; reply: AnyReply } | { kind: 'event'; event: CoreEvent }
