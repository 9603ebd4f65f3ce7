/**
 * `npm run package`: builds the program and packs it. Without `--release` it makes the unpacked program of this machine,
 * from any runtime, and marks it as a test build when the runtime is the stand-in. With `--release` it makes the
 * installers, and refuses everything but the official Electron.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ensureBuilt, fingerprint, ROOT } from './build.ts'
import { findRuntime, type Runtime } from './find-runtime.ts'
import { run } from './run-program.ts'

const MINUTES = 20
const SOURCES = ['assets', 'electron-builder.yml']

/** Folder of the unpacked program on this system. */
export const unpackedFolder = (): string =>
  join(ROOT, 'dist', process.platform === 'linux' ? 'linux-unpacked' : process.platform === 'win32' ? 'win-unpacked' : 'mac')

/** Why a release may not be made from this runtime, or empty. */
export function releaseRefusal(runtime: Pick<Runtime, 'origin' | 'version'>): string {
  if (runtime.origin === 'official') return ''
  return `A release is made from the official Electron only. What was found is the stand-in for development and tests (Electron ${runtime.version} of a third party), which may never be shipped. Make the release where the official Electron can be downloaded.`
}

/** What electron-builder is told beyond electron-builder.yml. */
export function builderParameters(runtime: Runtime, release: boolean, rest: readonly string[]): string[] {
  const common = ['--config', join(ROOT, 'electron-builder.yml'), '--publish', 'never']
  if (release) return [...common, ...rest]
  const test = runtime.origin === 'test' ? ['-c.extraMetadata.testBuild=true'] : []
  return [...common, '--dir', `-c.electronVersion=${runtime.version}`, `-c.electronDist=${runtime.folder}`, ...test, ...rest]
}

/** Packs if what was packed is older than its sources; always with `force`. Throws an Error with the packer's words. */
export async function ensurePackaged(say: (line: string) => void, force = false, rest: readonly string[] = []): Promise<string> {
  await ensureBuilt(say)
  const runtime = await findRuntime(say)
  const stamp = join(ROOT, 'dist', '.packaged-from')
  const now = `${fingerprint(ROOT)} ${fingerprint(ROOT, SOURCES)} ${runtime.version}`
  const folder = unpackedFolder()
  if (!force && existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return folder
  say(`Packing with Electron ${runtime.version} (${runtime.origin}) …`)
  await pack(builderParameters(runtime, false, rest))
  writeFileSync(stamp, now)
  return folder
}

async function pack(parameters: readonly string[]): Promise<void> {
  const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js')
  const environment = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_IDENTITY_AUTO_DISCOVERY ?? 'false' }
  const ended = await run(process.execPath, [builder, ...parameters], { minutes: MINUTES, cwd: ROOT, environment })
  if (ended.code !== 0) throw new Error(`electron-builder failed.\n${ended.output.trim()}`)
}

async function release(rest: readonly string[]): Promise<void> {
  const say = (line: string): void => console.error(line)
  const runtime = await findRuntime(say)
  const refused = releaseRefusal(runtime)
  if (refused !== '') throw new Error(refused)
  await ensureBuilt(say, true)
  await pack(builderParameters(runtime, true, rest))
  console.log(`The installers are in ${join(ROOT, 'dist')}.`)
}

if (import.meta.main) {
  const [first, ...rest] = process.argv.slice(2)
  try {
    if (first === '--release') await release(rest)
    else console.log(`The unpacked program is in ${await ensurePackaged((line) => console.error(line), true, process.argv.slice(2))}.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
