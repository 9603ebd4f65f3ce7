/** The public keys of publishers whose rule packs may be installed. They stand in the data folder; none is built in. */
import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { keyId, readKey } from '#main/rules/signed-pack.ts'
import { InputError } from '#shared/text/errors.ts'

const FILE = 'trusted-keys.json'
const keysSchema = z.array(z.strictObject({ id: z.string(), name: z.string().min(1), publicKey: z.string(), addedAt: z.string() }))
export type TrustedKey = z.infer<typeof keysSchema>[number]

/** The trusted keys, oldest first. Throws InputError when their file was damaged: then nothing is trusted. */
export function trustedKeys(dataFolder: string): TrustedKey[] {
  const path = join(dataFolder, FILE)
  if (!existsSync(path)) return []
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    value = undefined
  }
  const parsed = keysSchema.safeParse(value)
  if (!parsed.success) throw new InputError('bad-input', `${path}: the list of trusted keys is damaged. Remove the file and add the keys again.`)
  return parsed.data
}

/** Adds a public key in PEM under a publisher's name. Throws InputError when it is no such key or is there already. */
export function addTrustedKey(dataFolder: string, pem: string, name: string, now: string, place: string): TrustedKey {
  const key = readKey(pem, 'public', place)
  if (/PRIVATE KEY/.test(pem)) throw new InputError('bad-input', `${place}: this is a private key; keep it secret and add the public one`)
  const keys = trustedKeys(dataFolder)
  const id = keyId(key)
  if (keys.some((one) => one.id === id)) throw new InputError('bad-input', `${place}: the key ${id} is trusted already`)
  const added: TrustedKey = { id, name, publicKey: key.export({ type: 'spki', format: 'pem' }).toString(), addedAt: now }
  const path = join(dataFolder, FILE)
  writeFileSync(`${path}.part`, `${JSON.stringify([...keys, added], null, 2)}\n`)
  renameSync(`${path}.part`, path)
  return added
}

export const keysOf = (keys: readonly TrustedKey[]): KeyObject[] => keys.map(({ publicKey, id }) => readKey(publicKey, 'public', `the trusted key ${id}`))
