/** Decides whether something that died is started again: always, but not when it dies again and again within a minute. */

const WINDOW_MS = 60_000
const MOST_DEATHS = 3

/** `deaths` are the times of all deaths so far in milliseconds, the newest last. */
export function mayRestart(deaths: readonly number[]): boolean {
  const newest = deaths.at(-1) ?? 0
  return deaths.filter((death) => newest - death < WINDOW_MS).length <= MOST_DEATHS
}

/** Whether a call may wake something that was given up: when its last death is at least this far back. */
export const mayWake = (deaths: readonly number[], now: number): boolean => now - (deaths.at(-1) ?? 0) >= WINDOW_MS / 6
