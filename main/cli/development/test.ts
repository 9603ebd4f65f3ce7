/**
 * `npm test`: every check that a change must pass, one after another, each shown by name; ends with one line that counts
 * all tests. A step that fails ends the run with exit code 1 after the steps that do not depend on it.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Step = { name: string; command: string[]; counts?: (output: string) => Counts }
type Counts = { passed: number; failed: number; skipped: number }

const UNIT_REPORT = join(tmpdir(), `licet-unit-${process.pid}.json`)

const STEPS: Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'import law', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'main', 'renderer', 'shared', 'e2e'] },
  ...['shared', 'main', 'main/tsconfig.pure.json', 'renderer', 'e2e'].map((project) => ({ name: `types of ${project}`, command: ['tsc', '-p', project] })),
  { name: 'unit tests', command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`], counts: unitCounts },
  { name: 'build', command: ['node', 'main/shell/runtime/build.ts'] },
  { name: 'window tests', command: ['node', 'e2e/run.ts'], counts: windowCounts },
]

function unitCounts(): Counts {
  const report = JSON.parse(readFileSync(UNIT_REPORT, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    numFailedTestSuites: number
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
}

function windowCounts(output: string): Counts {
  const line = output.match(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/)
  return line === null ? { passed: 0, failed: 1, skipped: 0 } : { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) }
}

function run([program, ...parameters]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program ?? '', parameters, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, FORCE_COLOR: '0' } })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      process.stdout.write(chunk)
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const step of STEPS) {
  console.log(`\n== ${step.name}`)
  const { code, output } = await run(step.command)
  const counts = step.counts === undefined ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 } : counted(step.counts, output)
  // A step that fails without a failed test (a crash, nothing found) is a failure all the same.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  if (code !== 0) console.log(`== ${step.name}: failed`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function counted(counts: (output: string) => Counts, output: string): Counts {
  try {
    return counts(output)
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
