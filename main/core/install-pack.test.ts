/** Signed packs from the key to the determination, on the whole built-in pack with another sequence. */
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newestInstalled } from '#main/rules/install.ts'
import { sealPack } from '#main/rules/signed-pack.ts'
import { simpleCase, type TestService, testService } from './fixture.ts'
import { ASSETS_FOLDER } from './folders.ts'
import { addTrustedKey, trustedKeys } from './trusted-keys.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const folder = mkdtempSync(join(tmpdir(), 'licet-install-'))
const data = join(folder, 'data')
let service: TestService
beforeAll(() => {
  mkdirSync(data)
  service = testService(data)
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The built-in pack under another sequence, signed. */
function signedPack(name: string, add: number): string {
  const source = join(folder, name)
  cpSync(join(ASSETS_FOLDER, 'rules', 'us-ear'), source, { recursive: true })
  const manifest = join(source, 'pack.yaml')
  const { sequence } = service.core.pack
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(`sequence: ${sequence}`, `sequence: ${sequence + add}`))
  const file = join(folder, `${name}.pack`)
  writeFileSync(file, sealPack(source, privateKey, { publisher: 'Test', expires: '2027-01-01' }))
  return file
}

describe('installing a signed pack', () => {
  it('needs a trusted key, takes a higher sequence, keeps the earlier pack for earlier determinations', async () => {
    const builtIn = service.core.loaded.sha256
    await service.call('case:save', { case: simpleCase('EAR99', 'DE', { id: 'before' }), revision: 0 })
    const first = await service.call('case:determine', { id: 'before', lang: 'en' })
    const file = signedPack('next', 10)
    await expect(service.call('packs:install', { file })).rejects.toThrow('not among the trusted keys')

    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    addTrustedKey(data, pem, 'Test', '2026-09-15T00:00:00.000Z', 'key.pem')
    expect(() => addTrustedKey(data, pem, 'Test', '', 'key.pem')).toThrow('trusted already')
    expect(trustedKeys(data).map(({ name }) => name)).toEqual(['Test'])

    // As if the power went in the middle: nothing of it is there afterwards.
    service.core.reference.exec("CREATE TEMP TRIGGER power_cut BEFORE INSERT ON installed_pack BEGIN SELECT RAISE(ABORT, 'power cut'); END")
    await expect(service.call('packs:install', { file })).rejects.toThrow('power cut')
    service.core.reference.exec('DROP TRIGGER power_cut')
    const current = () => service.core.reference.prepare('SELECT sha256 FROM pack WHERE current = 1').pluck().all()
    expect(current()).toEqual([builtIn])
    expect(service.core.reference.prepare('SELECT count(*) FROM pack').pluck().get()).toBe(1)
    expect(newestInstalled(service.core.reference, 'us-ear')).toBeUndefined()

    const installed = await service.call('packs:install', { file })
    expect(installed).toMatchObject({ publisher: 'Test', expires: '2027-01-01' })
    expect(current()).toEqual([installed.pack.sha256])
    await expect(service.call('packs:install', { file })).rejects.toThrow('same sequence')
    await expect(service.call('packs:install', { file: signedPack('older', 5) })).rejects.toThrow('older than')
    expect((await service.call('audit:list', {})).rows.some(({ action }) => action === 'pack.installed')).toBe(true)

    await service.close()
    service = testService(data)
    expect(service.core.loaded.sha256).toBe(installed.pack.sha256)
    expect(await service.call('determination:replay', { id: first.id })).toMatchObject({ identical: true })
    const second = await service.call('case:preview', { case: simpleCase('EAR99', 'DE'), lang: 'en' })
    expect(second.packs[0]?.sha256).toBe(installed.pack.sha256)

    // Compiled by an earlier program: the installed file is compiled again.
    service.core.reference.prepare('DELETE FROM pack WHERE sha256 = ?').run(installed.pack.sha256)
    await service.close()
    service = testService(data)
    expect(service.core.loaded.sha256).toBe(installed.pack.sha256)
  })
})
