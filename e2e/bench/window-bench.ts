/**
 * How long until the window answers, against the least window that the same Electron can open: both are started anew
 * each time, in turn, from the start of the process to a drawn page with an idle thread. Prints medians and their ratio.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ROOT } from '#main/shell/runtime/build.ts'
import { findRuntime, noDisplay, runtimeSwitches } from '#main/shell/runtime/find-runtime.ts'
import { run } from '#main/shell/runtime/run-program.ts'

const ROUNDS = Number(process.env.LICET_BENCH_ROUNDS ?? 11)
const LIMIT_MS = 60_000

/** Milliseconds from starting Electron on `program` until its page is interactive. */
function once(executable: string, program: string, folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const window = spawn(executable, ['-r', join(import.meta.dirname, 'probe.cjs'), program, ...runtimeSwitches(), `--user-data-dir=${folder}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LICET_DATA: join(folder, 'data') },
    })
    const limit = setTimeout(() => window.kill('SIGKILL'), LIMIT_MS)
    let took = 0
    window.stdout.on('data', (chunk: Buffer) => {
      if (took > 0 || !String(chunk).includes('interactive')) return
      took = performance.now() - start
      window.kill()
    })
    window.on('close', () => {
      clearTimeout(limit)
      if (took > 0) resolve(took)
      else reject(new Error(`${program} showed nothing`))
    })
  })
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function measure(): Promise<void> {
  await ensureBuilt((line) => console.error(line))
  const { executable, version } = await findRuntime()
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  try {
    const programs = { empty: join(import.meta.dirname, 'empty-window'), licet: ROOT }
    const times = { empty: [] as number[], licet: [] as number[] }
    // The first start of each fills caches and makes the databases; it does not count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const name of ['empty', 'licet'] as const) {
        const took = await once(executable, programs[name], join(folder, name))
        if (round > 0) times[name].push(took)
      }
    }
    const [empty, licet] = [median(times.empty), median(times.licet)]
    console.log(
      `window interactive: ${Math.round(licet)} ms, empty window ${Math.round(empty)} ms, ratio ${(licet / empty).toFixed(2)} (at most 2.00), Electron ${version}, median of ${ROUNDS}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  if (noDisplay() === null) await measure()
  else {
    const ended = await run('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, import.meta.filename], { minutes: 10, show: true })
    if (ended.code !== 0) throw new Error(ended.output.trim() || `the virtual display ended with code ${ended.code}`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
