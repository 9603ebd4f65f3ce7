/** What the preload puts on `window.licet`: the whole surface between the window and everything else. */
import type { CoreEvent, Name, Reply, RequestOf } from './contract.ts'

/** `F` is the window's own file type; the contract itself knows no DOM. */
export type Bridge<F = unknown> = {
  /** Answers `{ ok: false }` instead of throwing; a name outside the contract is refused. */
  call<N extends Name>(name: N, request: RequestOf<N>): Promise<Reply<N>>
  /** Hears every message of the core and the shell; the returned function stops it. */
  on(listener: (event: CoreEvent) => void): () => void
  /** Absolute path of a file that was dropped on the window; empty when the file is not on a disk. */
  pathOf(file: F): string
}
