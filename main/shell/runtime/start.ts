/** `npm start`: builds if needed, finds a runtime and opens the window. More words after `--` go to the program. */
import { spawn } from 'node:child_process'
import { ensureBuilt, ROOT } from './build.ts'
import { findRuntime, noDisplay, runtimeSwitches } from './find-runtime.ts'

async function start(): Promise<number> {
  const missing = noDisplay()
  if (missing !== null) {
    console.error(missing)
    return 1
  }
  await ensureBuilt((line) => console.error(line))
  const runtime = await findRuntime()
  if (runtime.origin === 'test') console.error(`Using the stand-in Electron ${runtime.version} for development and tests.`)
  const environment = { ...process.env }
  // Set by some editors; it would turn Electron into plain Node.
  delete environment.ELECTRON_RUN_AS_NODE
  const window = spawn(runtime.executable, [ROOT, ...runtimeSwitches(), ...process.argv.slice(2)], { stdio: 'inherit', env: environment })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => window.kill(signal))
  return new Promise((resolve) => {
    window.on('error', (error) => {
      console.error(`${runtime.executable} could not be started: ${error.message}`)
      resolve(1)
    })
    window.on('close', (code) => resolve(code ?? 1))
  })
}

try {
  process.exitCode = await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
