import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { InputError } from '#shared/text/errors.ts'
import { compileBody, keyId, LARGEST_PACK_BYTES, openPack, type PackBody, readKey } from './signed-pack.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const TODAY = '2026-11-21'
const good: PackBody = { schema: 'licet.pack/1', publisher: 'P', sequence: 5, expires: TODAY, files: [{ name: 'pack.yaml', text: 'id: x' }] }

function sealed(content: unknown, key: KeyObject = privateKey, of: KeyObject = publicKey): Buffer {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  return Buffer.concat([Buffer.from(`LICETPACK1 ${bytes.length} ${keyId(of)} ${sign(null, bytes, key).toString('hex')}\n`), bytes])
}
const altered = (file: Buffer, at: number): Buffer => {
  const copy = Buffer.from(file)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
const named = (name: string) => sealed({ ...good, files: [{ name, text: '' }] })
function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  throw new Error('nothing was refused')
}
const opened = (file: Uint8Array) => openPack(file, [publicKey], TODAY, 'f.pack')

describe('a signed pack file', () => {
  it('is opened on its last day with a trusted key', () => expect(opened(sealed(good))).toEqual(good))

  it.each<[string, () => Uint8Array, string]>([
    ['another key', () => sealed(good, other.privateKey, other.publicKey), 'not among the trusted keys'],
    ['another key under the trusted name', () => sealed(good, other.privateKey), 'altered after it was signed'],
    ['one bit of its body changed', () => altered(sealed(good), sealed(good).length - 3), 'altered after it was signed'],
    ['one bit of its signature changed', () => altered(sealed(good), 100), 'altered'],
    ['its end missing', () => sealed(good).subarray(0, -1), 'truncated'],
    ['only its head', () => sealed(good).subarray(0, sealed(good).indexOf(10) + 1), 'truncated'],
    ['something after its end', () => Buffer.concat([sealed(good), Buffer.from(' ')]), 'after its end'],
    ['nothing in it', () => Buffer.alloc(0), 'no signed rule pack'],
    ['another format', () => Buffer.from('PK\u0003\u0004 something else'), 'no signed rule pack'],
    ['more bytes than any pack', () => Buffer.alloc(LARGEST_PACK_BYTES + 1), 'larger than any rule pack'],
    ['the day after its expiry', () => sealed({ ...good, expires: '2026-11-20' }), 'expired on 2026-11-20'],
    ['a body that is no JSON', () => sealed('{'), 'not in the form'],
    ['a body nested without end', () => sealed(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), 'not in the form'],
    ['an unknown field', () => sealed({ ...good, run: 'this' }), 'not in the form'],
    ['no expiry', () => sealed({ ...good, expires: undefined }), 'not in the form'],
    ['a file above the pack', () => named('../evil.yaml'), 'no plain path'],
    ['a file from the root', () => named('/etc/evil.yaml'), 'no plain path'],
    ['a file of a drive', () => named('C:\\evil.yaml'), 'no plain path'],
    ['a file a step up inside', () => named('a/../../evil.yaml'), 'no plain path'],
    ['a hidden file', () => named('.evil.yaml'), 'no plain path'],
    ['a program', () => named('evil.js'), 'no plain path'],
    ['two files of one name', () => sealed({ ...good, files: [...good.files, { name: 'PACK.yaml', text: '' }] }), 'two files of the same name'],
  ])('is refused with %s', (_, file, message) => expect(refusal(() => opened(file()))).toContain(message))

  it('is refused while no key is trusted', () => expect(refusal(() => openPack(sealed(good), [], TODAY, 'f'))).toContain('not among the trusted keys'))
  it('is refused when its rules do not pass the checks, naming the file and not the place where it was unpacked', () => {
    const detail = refusal(() => compileBody(good, 'f.pack'))
    expect(detail).toContain('pack.yaml')
    expect(detail).not.toContain('licet-pack-')
  })
  it('is refused when its YAML is nested without end', () => {
    const deep = `${'{ all: ['.repeat(20_000)}${'] }'.repeat(20_000)}`
    const manifest = { ...good, files: [{ name: 'pack.yaml', text: deep }] }
    expect(refusal(() => compileBody(manifest, 'f.pack'))).toMatch(/nested too deeply|pack\.yaml/)
  })
})

describe('keys', () => {
  it('are ed25519 in PEM form', () => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(keyId(readKey(pem, 'public', 'k'))).toBe(keyId(publicKey))
    expect(refusal(() => readKey('text', 'public', 'k.pem'))).toContain('k.pem')
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(refusal(() => readKey(rsa, 'public', 'k.pem'))).toContain('ed25519')
  })
})
