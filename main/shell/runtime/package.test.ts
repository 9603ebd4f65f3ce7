import { readFileSync } from 'node:fs'
import { basename, join, matchesGlob } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FONT_FILES } from '#main/memo/pdf/fonts.ts'
import { ROOT } from './build.ts'
import { builderParameters, releaseRefusal } from './package.ts'

const TEST = { origin: 'test', version: '42.0.0', folder: '/cache/electron', executable: '/cache/electron/electron' } as const
const OFFICIAL = { ...TEST, origin: 'official', version: '45.4.1' } as const

describe('packing', () => {
  it('refuses a release from the stand-in, with words that say why', () => {
    expect(releaseRefusal(TEST)).toContain('may never be shipped')
    expect(releaseRefusal(OFFICIAL)).toBe('')
  })

  it('marks a program packed with the stand-in as a test build, and no other', () => {
    expect(builderParameters(TEST, false, [])).toContain('-c.extraMetadata.testBuild=true')
    expect(builderParameters(OFFICIAL, false, []).join(' ')).not.toContain('testBuild')
    expect(builderParameters(OFFICIAL, true, []).join(' ')).not.toMatch(/testBuild|--dir|electronDist/)
  })

  it('never publishes by itself', () => {
    for (const release of [false, true]) expect(builderParameters(OFFICIAL, release, []).join(' ')).toContain('--publish never')
  })
})

describe('what is packed', () => {
  type Resource = { from: string; to: string; filter?: string }
  const settings = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as {
    extraResources: Resource[]
    electronFuses: Record<string, boolean>
    win: unknown
    mac: unknown
    linux: { target: string[] }
  }

  it('has every font that a memo is drawn with', () => {
    const lacking = FONT_FILES.filter(
      (file) =>
        !settings.extraResources.some(
          ({ from, filter }) => `node_modules/${file}`.startsWith(`${from}/`) && filter !== undefined && matchesGlob(basename(file), filter),
        ),
    )
    expect(lacking).toEqual([])
  })

  it('has the fuses of the design and an installer for each system', () => {
    expect(settings.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    })
    expect(settings).toMatchObject({ win: { target: 'nsis' }, mac: { target: 'dmg' }, linux: { target: ['deb', 'AppImage'] } })
  })
})
