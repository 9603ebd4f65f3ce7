/**
 * Runs the tests in a real window: makes sure of the system packages, builds the program, finds a runtime, gives it a
 * virtual display where there is none. Words behind the command go to Playwright (`npm run e2e -- security`).
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ensureBuilt, ROOT } from '#main/shell/runtime/build.ts'
import { findRuntime } from '#main/shell/runtime/find-runtime.ts'
import { run } from '#main/shell/runtime/run-program.ts'
import { ensureSystemPackages } from '#main/shell/runtime/system-packages.ts'

const LIMIT_MINUTES = 30

try {
  await ensureSystemPackages()
  await ensureBuilt((line) => console.error(line))
  const runtime = await findRuntime()
  console.error(`Window tests with Electron ${runtime.version} (${runtime.origin}).`)
  const playwright = [
    join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js'),
    'test',
    '--config',
    join(ROOT, 'e2e', 'playwright.config.ts'),
  ]
  const command = [process.execPath, ...playwright, ...process.argv.slice(2)]
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  const [program, ...parameters] = display ? command : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command]
  const ended = await run(program ?? '', parameters, { minutes: LIMIT_MINUTES, cwd: ROOT, show: true })
  if (ended.output !== '') console.error(ended.output.trim())
  process.exitCode = ended.code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
