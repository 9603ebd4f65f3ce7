/** `npm run dev`: the window with live reload; the shell and the core are built anew and started again on a change. */
import { spawn } from 'node:child_process'
import { builder, forgetBuild, ROOT } from './build.ts'
import { findRuntime, noDisplay, runtimeSwitches } from './find-runtime.ts'

try {
  const missing = noDisplay()
  if (missing !== null) throw new Error(missing)
  const runtime = await findRuntime()
  forgetBuild()
  const environment = { ...process.env, ELECTRON_EXEC_PATH: runtime.executable, ...(runtimeSwitches().length > 0 ? { NO_SANDBOX: '1' } : {}) }
  const server = spawn(process.execPath, [builder(), 'dev', '--watch', ...process.argv.slice(2)], { stdio: 'inherit', cwd: ROOT, env: environment })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('close', (code) => {
    process.exitCode = code ?? 1
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
