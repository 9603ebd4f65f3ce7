/** One figure of a benchmark with the baseline that was run beside it, and how such figures are taken. */

export type Measured = {
  name: string
  value: number
  unit: string
  /** The same work done by the baseline, in the same unit. */
  baseline: number
  /** How many times the baseline's time ours takes. */
  ratio: number
  limit: string
  ok: boolean
}

/** Runs `work` until a second has passed, after a warm-up, and answers units of work per second of processor time. */
export function perSecond(units: number, work: () => void): number {
  for (let i = 0; i < 20; i++) work()
  const start = process.cpuUsage()
  let done = 0
  let spent = 0
  while (spent < 1_000_000) {
    for (let i = 0; i < 5; i++) work()
    done += 5 * units
    const { user, system } = process.cpuUsage(start)
    spent = user + system
  }
  return done / (spent / 1_000_000)
}
