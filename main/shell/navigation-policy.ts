/** Decides where a window or a frame may go. Everything is refused that is not claimed here: the window stays on its own page. */
import { ORIGIN } from '#shared/contract/bridge.ts'

export type Move = { what: 'navigate' | 'redirect' | 'frame' | 'open' | 'webview'; to: string }

/** The pages that the main frame may be on, and how it may get there. The part after `#` is the window's own affair. */
const CLAIMED: readonly Move[] = [
  { what: 'navigate', to: `${ORIGIN}/` },
  { what: 'navigate', to: `${ORIGIN}/index.html` },
]

/** Whether the move is claimed. */
export const mayMove = (move: Move): boolean => CLAIMED.some((claim) => claim.what === move.what && claim.to === move.to.split('#', 1)[0])
