/** `npm run bench`: every figure beside its baseline, as a ratio, with the limit it must keep. Exit code 1 when one does not. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { benchAlerts } from './alerts.bench.ts'
import { benchDetermination } from './determine.bench.ts'
import { benchImpact } from './impact.bench.ts'
import { benchLists } from './lists.bench.ts'
import type { Measured } from './measured.ts'
import { benchScreening } from './screening.bench.ts'

console.error('measuring determination, lists and screening …')
const figures: Measured[] = [
  ...benchDetermination(),
  ...[...(await benchLists()), ...benchScreening()].map((line) => ({ ...line, limit: `at most ${line.limit} times`, ok: line.ratio <= line.limit })),
]
console.error('measuring a change of law …')
figures.push(...(await benchImpact()))
console.error('measuring the queue of alerts …')
figures.push(...(await benchAlerts()))
console.error('measuring the window …')
figures.push(benchWindow())

/** Starts the window and the empty one in turn, in a process of their own, under a virtual display where there is none. */
function benchWindow(): Measured {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'window-bench.ts')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [, ours, empty, ratio] = stdout.match(/interactive: (\d+) ms, empty window (\d+) ms, ratio ([\d.]+)/) ?? []
  return {
    name: 'window interactive, against an empty window',
    value: Number(ours ?? Number.NaN),
    unit: 'ms',
    baseline: Number(empty ?? Number.NaN),
    ratio: Number(ratio ?? Number.NaN),
    limit: 'at most 2 times',
    ok: status === 0 && Number(ratio) <= 2,
  }
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
console.log(`${'figure'.padEnd(52)}${'ours'.padStart(14)}${'baseline'.padStart(14)}${'ratio'.padStart(9)}   limit`)
for (const { name, value, unit, baseline, ratio, limit, ok } of figures)
  console.log(
    `${name.padEnd(52)}${`${shown(value)} ${unit}`.padStart(14)}${shown(baseline).padStart(14)}${ratio.toFixed(2).padStart(9)}   ${limit}${ok ? '' : '  NOT KEPT'}`,
  )
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1
