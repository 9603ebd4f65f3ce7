import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from './build.ts'
import { installedRuntime, noDisplay } from './find-runtime.ts'
import { run } from './run-program.ts'
import { installedIn, missingPackages } from './system-packages.ts'
import { cacheFolder, checkArchive, checkExecutable } from './test-runtime.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licet-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

describe('the copy of Electron for tests', () => {
  it('is taken only with the archive hash that is written down', async () => {
    const path = file('copy.tgz', 'content')
    const right = `sha512-${createHash('sha512').update('content').digest('base64')}`
    await checkArchive(path, right)
    await expect(checkArchive(path)).rejects.toThrow('It was not unpacked')
  })

  it('is taken only with the program hash that is written down', async () => {
    const path = file('electron', 'program')
    await checkExecutable(path, createHash('sha256').update('program').digest('hex'))
    await expect(checkExecutable(path)).rejects.toThrow('It was not used')
  })

  it('is kept in a cache that the environment may name', () => {
    expect(cacheFolder({ LICET_CACHE: '/c' })).toBe('/c')
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe(join('/x', 'licet'))
  })
})

describe('the official Electron', () => {
  it('counts when its program is there and has the version of its package', () => {
    file('package.json', '{"version":"45.4.1"}')
    expect(installedRuntime(folder)).toBeNull()
    file('path.txt', 'electron')
    file('dist/electron', '')
    file('dist/version', 'v44.0.0\n')
    expect(installedRuntime(folder)).toBeNull()
    file('dist/version', 'v45.4.1\n')
    expect(installedRuntime(folder)).toEqual({
      origin: 'official',
      version: '45.4.1',
      folder: join(folder, 'dist'),
      executable: join(folder, 'dist', 'electron'),
    })
  })
})

describe('a machine without a display', () => {
  it.runIf(process.platform === 'linux')('is told what to do', () => {
    expect(noDisplay({})).toContain('xvfb-run')
    expect(noDisplay({ DISPLAY: ':0' })).toBeNull()
    expect(noDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBeNull()
  })
})

describe('Debian packages', () => {
  const needed = [['xvfb'], ['libgtk-3-0t64', 'libgtk-3-0']]

  it('are read from the record of the system', () => {
    const record = [
      'Package: xvfb\nStatus: install ok installed\nVersion: 1',
      'Package: xauth\nStatus: deinstall ok config-files',
      'Package: libnss3\nStatus: hold ok installed\n',
    ].join('\n\n')
    expect([...installedIn(record)].filter(Boolean).sort()).toEqual(['libnss3', 'xvfb'])
  })

  it('are missing when none of their names is installed', () => {
    expect(missingPackages(needed, new Set(['xvfb', 'libgtk-3-0']), () => true)).toEqual([])
    expect(missingPackages(needed, new Set(['xvfb', 'libgtk-3-0t64']), () => true)).toEqual([])
  })

  it('are named as the system knows them', () => {
    expect(missingPackages(needed, new Set(), () => true)).toEqual(['xvfb', 'libgtk-3-0t64'])
    expect(missingPackages(needed, new Set(), (name) => !name.endsWith('t64'))).toEqual(['xvfb', 'libgtk-3-0'])
    expect(missingPackages(needed, new Set(), () => false)).toEqual(['xvfb', 'libgtk-3-0'])
  })
})

describe('whether the build is as new as its sources', () => {
  it('shows when a source is touched, added or removed, and not when a test is', () => {
    const source = file('main/a.ts', 'a')
    file('main/b.ts', 'b')
    const before = fingerprint(folder, ['main'])
    expect(fingerprint(folder, ['main'])).toBe(before)
    file('main/a.test.ts', 'x')
    expect(fingerprint(folder, ['main'])).toBe(before)
    utimesSync(source, 1, 1)
    const touched = fingerprint(folder, ['main'])
    expect(touched).not.toBe(before)
    rmSync(join(folder, 'main/b.ts'))
    expect(fingerprint(folder, ['main'])).not.toBe(touched)
  })
})

describe('running a program', () => {
  it('gives its code and its words', async () => {
    expect(await run(process.execPath, ['-e', 'console.log("a");console.error("b");process.exit(3)'], { minutes: 1 })).toMatchObject({
      code: 3,
      output: expect.stringContaining('a'),
    })
  })

  it('says when there is no such program', async () => {
    expect((await run(join(folder, 'nothing'), [], { minutes: 1 })).code).toBe(127)
  })

  it('ends one that takes too long', async () => {
    expect(await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { minutes: 0.002 })).toMatchObject({
      code: 124,
      output: expect.stringContaining('was ended'),
    })
  })
})
