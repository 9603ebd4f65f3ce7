/**
 * The Debian packages that the tests in a real window need, and what to do when some are missing: root installs them,
 * everybody else is told the exact command. Nothing is ever skipped: a machine that lacks them fails the tests.
 */
import { existsSync, readFileSync } from 'node:fs'
import { run } from './run-program.ts'

/** Each line is one need; the names are tried from left to right (newer Debian and Ubuntu renamed some for 64-bit time). */
export const NEEDED: readonly (readonly string[])[] = [
  ['xvfb'],
  ['xauth'],
  ['libnss3'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libcups2t64', 'libcups2'],
  ['libxshmfence1'],
  ['libdrm2'],
  ['poppler-utils'],
]

/** Of each need without an installed package, the name to install: the first that the package index knows, else the last. */
export function missingPackages(needed: readonly (readonly string[])[], installed: ReadonlySet<string>, known: (name: string) => boolean): string[] {
  return needed.filter((names) => !names.some((name) => installed.has(name))).map((names) => names.find(known) ?? names[names.length - 1] ?? '')
}

/** Names of the installed packages in dpkg's own record. */
export function installedIn(record: string): Set<string> {
  const names = record
    .split('\n\n')
    .filter((entry) => /^Status: \S+ ok installed$/m.test(entry))
    .map((entry) => /^Package: (\S+)$/m.exec(entry)?.[1] ?? '')
  return new Set(names)
}

const RECORD = '/var/lib/dpkg/status'
const MINUTES = 15

/**
 * Makes sure that the packages are there. Throws an Error with the exact command when they are not and we may not
 * install them. Systems without dpkg are told what the tests expect and are left to their own tools.
 */
export async function ensureSystemPackages(say: (line: string) => void = (line) => console.error(line)): Promise<void> {
  if (process.platform !== 'linux') return
  const query = (): Set<string> => installedIn(readFileSync(RECORD, 'utf8'))
  if (!existsSync(RECORD)) return checkPrograms()
  const installed = query()
  if (missingPackages(NEEDED, installed, () => false).length === 0) return
  const root = process.getuid?.() === 0
  if (root) await run('apt-get', ['update', '-qq'], { minutes: MINUTES })
  const known = new Set<string>()
  for (const name of NEEDED.flat()) if ((await run('apt-cache', ['show', '--no-all-versions', name], { minutes: 1 })).code === 0) known.add(name)
  const missing = missingPackages(NEEDED, installed, (name) => known.has(name))
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (!root) throw new Error(`The tests in a window need Debian packages that are not installed. Run:\n  sudo apt-get update && sudo ${command}`)
  say(`Installing the Debian packages that the tests in a window need: ${missing.join(' ')} …`)
  const ended = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    minutes: MINUTES,
    environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (ended.code === 0 && missingPackages(NEEDED, query(), () => false).length === 0) return
  throw new Error(
    `The Debian packages that the tests in a window need could not be installed (${command}):\n${ended.output.trim().split('\n').slice(-8).join('\n')}`,
  )
}

/** Where there is no dpkg: the programs that the tests call must at least be there. */
async function checkPrograms(): Promise<void> {
  const absent: string[] = []
  for (const program of ['xvfb-run', 'xauth', 'pdftotext']) if ((await run('which', [program], { minutes: 1 })).code !== 0) absent.push(program)
  if (absent.length === 0) return
  const packages = NEEDED.map((names) => names[names.length - 1]).join(' ')
  throw new Error(`The tests in a window need ${absent.join(', ')}. On Debian these packages are expected, here their counterparts: ${packages}`)
}

if (import.meta.main) {
  try {
    await ensureSystemPackages()
    console.log('The Debian packages that the tests in a window need are installed.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
