/**
 * A rule pack as one signed file. One line of head (mark, length of the body, id of the key, ed25519 signature), then the
 * body: JSON with publisher, sequence, expiry and the texts of all files. The signature is over the exact bytes of the
 * body; nothing of the body is read before it is verified.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { InputError } from '#shared/text/errors.ts'
import { hashPack, lawFiles } from './read-pack.ts'
import { isoDate } from './schema.ts'
import { compileFolder, type LoadedPack } from './store.ts'

const MARK = 'LICETPACK1'
/** The whole of the regulations is some megabytes; more than this is no rule pack. */
export const LARGEST_PACK_BYTES = 64 * 1024 * 1024
const LONGEST_HEAD = 400
/** A plain relative path of small letters and digits: no step upwards, no drive, no hidden file. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*){0,5}\.(yaml|csv)$/

const body = z.strictObject({
  schema: z.literal('licet.pack/1'),
  publisher: z.string().min(1).max(200),
  sequence: z.number().int().positive(),
  expires: isoDate,
  files: z
    .array(z.strictObject({ name: z.string().max(200).regex(NAME), text: z.string() }))
    .min(1)
    .max(2000),
})
export type PackBody = z.infer<typeof body>

/** The name by which a key is told: the beginning of the hash of its public half. */
export const keyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32)

/** Reads an ed25519 key in PEM. Throws InputError when it is something else. */
export function readKey(pem: string, half: 'public' | 'private', place: string): KeyObject {
  try {
    const key = half === 'private' ? createPrivateKey(pem) : createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // told below
  }
  throw new InputError('bad-input', `${place}: expected a ${half} ed25519 key in PEM form`)
}

/** Signs the law files of a folder. Throws InputError when the pack has a problem: what is refused is never signed. */
export function sealPack(folder: string, key: KeyObject, { publisher, expires }: { publisher: string; expires: string }): Uint8Array {
  const { pack } = compileFolder(folder)
  const files = lawFiles(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const content = body.safeParse({ schema: 'licet.pack/1', publisher, sequence: pack.sequence, expires, files })
  if (!content.success) throw new InputError('bad-input', `${folder}: ${z.prettifyError(content.error).split('\n')[0]}`)
  const bytes = Buffer.from(JSON.stringify(content.data), 'utf8')
  const head = `${MARK} ${bytes.length} ${keyId(createPublicKey(key))} ${sign(null, bytes, key).toString('hex')}\n`
  return Buffer.concat([Buffer.from(head, 'ascii'), bytes])
}

/** Verifies a signed pack and reads its body. Throws InputError, with its own words for each way in which it can be wrong. */
export function openPack(file: Uint8Array, keys: readonly KeyObject[], today: string, place: string): PackBody {
  const refuse = (why: string) => new InputError('bad-input', `${place}: ${why}. Nothing was installed.`)
  if (file.length > LARGEST_PACK_BYTES) throw refuse(`the file is larger than any rule pack (more than ${LARGEST_PACK_BYTES / 1024 / 1024} MB)`)
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const end = bytes.subarray(0, LONGEST_HEAD).indexOf(10)
  const head = bytes
    .subarray(0, Math.max(0, end))
    .toString('ascii')
    .match(/^LICETPACK1 (\d{1,9}) ([0-9a-f]{32}) ([0-9a-f]{128})$/)
  if (head === null) throw refuse('this is no signed rule pack, or its beginning was altered')
  const [, length = '', id = '', signature = ''] = head
  const content = bytes.subarray(end + 1)
  if (content.length < Number(length)) throw refuse(`the file is truncated: ${content.length} of ${length} bytes are there`)
  if (content.length > Number(length)) throw refuse('the file was altered: there are bytes after its end')
  const key = keys.find((one) => keyId(one) === id)
  if (key === undefined) throw refuse(`it is signed with the key ${id}, which is not among the trusted keys (licet rules keys)`)
  if (!verify(null, content, key, Buffer.from(signature, 'hex'))) throw refuse('the file was altered after it was signed: the signature does not fit its bytes')
  const read = readBody(content)
  if (read === undefined) throw refuse('its content is not in the form of a rule pack')
  if (typeof read === 'string') throw refuse(read)
  if (read.expires < today) throw refuse(`it expired on ${read.expires}`)
  return read
}

function readBody(content: Buffer): PackBody | string | undefined {
  let value: unknown
  try {
    value = JSON.parse(content.toString('utf8'))
  } catch {
    return undefined
  }
  const parsed = body.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return issue?.path[0] === 'files' && issue.path.at(-1) === 'name' ? 'it holds a file whose name is no plain path inside a pack' : undefined
  }
  const names = parsed.data.files.map(({ name }) => name.toLowerCase())
  return new Set(names).size === names.length ? parsed.data : 'it holds two files of the same name'
}

/** Compiles and checks the files of a verified pack, in a folder of their own that is removed again. Throws InputError. */
export function compileBody({ files, sequence }: PackBody, place: string): LoadedPack {
  const folder = mkdtempSync(join(tmpdir(), 'licet-pack-'))
  try {
    for (const { name, text } of files) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text, { flag: 'wx' })
    }
    const compiled = { sha256: hashPack(folder), ...compileFolder(folder) }
    if (compiled.pack.sequence !== sequence)
      throw new InputError('bad-input', `${place}: it was signed as sequence ${sequence} and holds sequence ${compiled.pack.sequence}. Nothing was installed.`)
    return compiled
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.code, error.detail.replaceAll(folder, place))
    if (error instanceof RangeError) throw new InputError('bad-input', `${place}: its content is nested too deeply. Nothing was installed.`)
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
