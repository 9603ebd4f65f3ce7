/**
 * `npm test`: every check that a change must pass, one after another, each shown by name; ends with what failed, by name, and
 * one line that counts all tests. A step that fails ends the run with exit code 1 after the steps that do not depend on it.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Step = { name: string; command: string[]; counts?: (output: string) => Counts; failures?: (output: string) => string[] }
type Counts = { passed: number; failed: number; skipped: number }

/** Characters of one failure that are repeated at the end; the whole stands where it happened. */
const MOST_OF_A_FAILURE = 3000
const UNIT_REPORT = join(tmpdir(), `licet-unit-${process.pid}.json`)

const STEPS: Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'import law', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'main', 'renderer', 'shared', 'e2e'] },
  ...['shared', 'main', 'main/tsconfig.pure.json', 'renderer', 'e2e'].map((project) => ({ name: `types of ${project}`, command: ['tsc', '-p', project] })),
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
    counts: unitCounts,
    failures: unitFailures,
  },
  { name: 'build', command: ['node', 'main/shell/runtime/build.ts'] },
  { name: 'window tests', command: ['node', 'e2e/run.ts'], counts: windowCounts },
]

type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[]
}

const unitReport = (): UnitReport => JSON.parse(readFileSync(UNIT_REPORT, 'utf8')) as UnitReport

/** Where the output of the unit tests begins to tell of errors, of which some belong to no test: a thread that ended, a promise nobody waited for. */
const UNIT_ERRORS = /⎯+ (?:Failed|Unhandled)[\s\S]*/

/** Each test that did not pass, and each error that belongs to none. */
function unitFailures(output: string): string[] {
  const tests = unitReport().testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${name}: ${message}`]),
    ...assertionResults.flatMap(({ fullName, status, failureMessages }) =>
      status === 'passed' ? [] : [`${name} › ${fullName}: ${status} ${failureMessages.join(' ')}`],
    ),
  ])
  return [...tests, ...(UNIT_ERRORS.exec(output)?.slice(0, 1) ?? [])]
}

function unitCounts(): Counts {
  const report = unitReport()
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
}

function windowCounts(output: string): Counts {
  const line = output.match(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/)
  return line === null ? { passed: 0, failed: 1, skipped: 0 } : { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) }
}

function run([program, ...parameters]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program ?? '', parameters, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } })
    let output = ''
    const keep = (shown: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString('utf8')
      shown.write(chunk)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []
for (const step of STEPS) {
  console.log(`\n== ${step.name}`)
  const { code, output } = await run(step.command)
  const counts = step.counts === undefined ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 } : counted(step.counts, output)
  // A step that fails without a failed test (a crash, nothing found) is a failure all the same.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  if (code === 0) continue
  console.log(`== ${step.name}: failed`)
  failures.push(`${step.name}:`, ...named(step.failures, output))
}
for (const failure of failures) console.log(`\n${failure.slice(0, MOST_OF_A_FAILURE)}`)
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function named(failures: Step['failures'], output: string): string[] {
  try {
    return failures?.(output) ?? []
  } catch (error) {
    return [`no report could be read: ${String(error)}`]
  }
}

function counted(counts: (output: string) => Counts, output: string): Counts {
  try {
    return counts(output)
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
