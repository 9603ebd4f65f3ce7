/** Decides where the window opens: where it was, as far as a screen is there to show it. */
import type { WindowBounds } from './preference-values.ts'

export type Area = { x: number; y: number; width: number; height: number }

/** How much of the title bar must be on a screen for the window to be within reach. */
const REACH = { width: 120, height: 40 }

/** Bounds for the window: the stored ones, made to fit; without a place when no screen shows enough of them. */
export function fitBounds(stored: WindowBounds, screens: readonly Area[]): { x?: number; y?: number; width: number; height: number } {
  const largest = { width: Math.max(...screens.map((screen) => screen.width)), height: Math.max(...screens.map((screen) => screen.height)) }
  const size = { width: Math.min(stored.width, largest.width), height: Math.min(stored.height, largest.height) }
  const { x, y } = stored
  if (x === undefined || y === undefined) return size
  const reachable = screens.some(
    (screen) =>
      x + size.width >= screen.x + REACH.width && x <= screen.x + screen.width - REACH.width && y >= screen.y && y <= screen.y + screen.height - REACH.height,
  )
  return reachable ? { x, y, ...size } : size
}
