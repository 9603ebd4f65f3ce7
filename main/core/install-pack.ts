/** Installs a signed rule pack from a file: verified, compiled and checked before anything is stored. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { installPack } from '#main/rules/install.ts'
import { LARGEST_PACK_BYTES, openPack } from '#main/rules/signed-pack.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Core } from './core.ts'
import { keysOf, trustedKeys } from './trusted-keys.ts'

/** The installed pack; it is used from the next start. Throws InputError with its own words for each refusal. */
export function installFromFile(core: Core, path: string): { loaded: LoadedPack; publisher: string; key: string; expires: string } {
  if (!existsSync(path) || !statSync(path).isFile()) throw new InputError('not-found', `${path}: there is no such file`)
  if (statSync(path).size > LARGEST_PACK_BYTES)
    throw new InputError(
      'bad-input',
      `${path}: the file is larger than any rule pack (more than ${LARGEST_PACK_BYTES / 1024 / 1024} MB). Nothing was installed.`,
    )
  const file = readFileSync(path)
  const keys = keysOf(trustedKeys(core.options.dataFolder))
  const body = openPack(file, keys, core.today(), path)
  const key = file.subarray(0, file.indexOf(10)).toString('ascii').split(' ')[2] ?? ''
  const loaded = installPack(core.reference, body, { file, key }, core.loaded, core.timestamp(), path)
  core.recordPack(loaded, { publisher: body.publisher, key })
  return { loaded, publisher: body.publisher, key, expires: body.expires }
}
