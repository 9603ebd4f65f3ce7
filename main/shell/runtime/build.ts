/**
 * Builds the program into `out/` when what is there is missing or older than its sources. The sources count as changed
 * when any file was added, removed, resized or touched since the build.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { run } from './run-program.ts'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..', '..')

const SOURCES = ['main', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const PRODUCTS = ['out/main/shell.js', 'out/main/core.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const STAMP = 'out/.built-from'
const BUILD_MINUTES = 10

const isSource = (name: string): boolean => !/\.(test|bench)\.tsx?$/.test(name)

/** One line for each source file: its path, size and time of change; hashed. */
export function fingerprint(root: string, sources: readonly string[] = SOURCES): string {
  const hash = createHash('sha256')
  const visit = (path: string): void => {
    const full = join(root, path)
    if (!existsSync(full)) return
    const stat = statSync(full)
    if (stat.isDirectory()) for (const name of readdirSync(full).sort()) visit(`${path}/${name}`)
    else if (isSource(path)) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
  }
  for (const source of sources) visit(source)
  return hash.digest('hex')
}

/** Builds if needed. Throws an Error with the builder's words when the build fails. */
export async function ensureBuilt(say: (line: string) => void, force = false): Promise<void> {
  const stamp = join(ROOT, STAMP)
  const now = fingerprint(ROOT)
  const whole = PRODUCTS.every((product) => existsSync(join(ROOT, product)))
  if (!force && whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building …')
  const ended = await run(process.execPath, [builder(), 'build', '--logLevel', 'warn'], {
    minutes: BUILD_MINUTES,
    cwd: ROOT,
    environment: { ...process.env, NO_COLOR: '1' },
  })
  if (ended.code !== 0) throw new Error(`The build failed.\n${ended.output.trim()}`)
  const absent = PRODUCTS.filter((product) => !existsSync(join(ROOT, product)))
  if (absent.length > 0) throw new Error(`The build left out ${absent.join(', ')}.\n${ended.output.trim()}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

/** Makes the next `ensureBuilt` build, because something else writes into `out/`. */
export const forgetBuild = (): void => rmSync(join(ROOT, STAMP), { force: true })

/** Path of the electron-vite program. */
export function builder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')
}

if (import.meta.main) {
  try {
    await ensureBuilt((line) => console.error(line), true)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
