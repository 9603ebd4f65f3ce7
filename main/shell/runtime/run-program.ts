/** Runs a helper program to its end with a limit, so that no script of ours can hang on one. */
import { spawn } from 'node:child_process'

export type Ended = { code: number; output: string }
export type RunOptions = {
  /** The program is ended after this many minutes; its code is then 124. */
  minutes: number
  cwd?: string
  environment?: NodeJS.ProcessEnv
  /** True when its words go straight to the terminal; `output` is then empty. */
  show?: boolean
}

/** Runs a program and gives its exit code and all it wrote. Never throws: a program that cannot be started has code 127. */
export function run(program: string, parameters: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd,
      env: options.environment ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let late = false
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, options.minutes * 60_000)
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => {
      clearTimeout(limit)
      resolve({ code: 127, output: error.message })
    })
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve({ code: late ? 124 : (code ?? 1), output: late ? `${output}\n${program} took longer than ${options.minutes} minutes and was ended` : output })
    })
  })
}

/** Runs the npm that runs us, else the one on the path. */
export function npm(parameters: readonly string[], options: RunOptions): Promise<Ended> {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? run(process.execPath, [script, ...parameters], options) : run('npm', parameters, options)
}
