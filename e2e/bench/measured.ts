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

/** Runs `work` for a second of processor time, after a second in which the engine's compiler gets to know it, and answers units of work per second. */
export function perSecond(units: number, work: () => void): number {
  secondOf(work)
  const { times, seconds } = secondOf(work)
  return (times * units) / seconds
}

function secondOf(work: () => void): { times: number; seconds: number } {
  const start = process.cpuUsage()
  let times = 0
  let spent = 0
  while (spent < 1_000_000) {
    for (let i = 0; i < 5; i++) work()
    times += 5
    const { user, system } = process.cpuUsage(start)
    spent = user + system
  }
  return { times, seconds: spent / 1_000_000 }
}

/** A figure whose limit is so many times its baseline. */
export type BenchLine = { name: string; value: number; unit: string; baseline: number; ratio: number; limit: number }

/** Such a figure. */
export const line = (name: string, value: number, unit: string, baseline: number, limit: number): BenchLine => ({
  name,
  value,
  unit,
  baseline,
  ratio: value / baseline,
  limit,
})

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
