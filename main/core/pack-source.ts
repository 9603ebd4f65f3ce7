/** Finds a rule pack by what a person names it with. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { hashPack } from '#main/rules/read-pack.ts'
import { compileBody, openPack } from '#main/rules/signed-pack.ts'
import { compileFolder, type LoadedPack, packByHash } from '#main/rules/store.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Core } from './core.ts'
import { keysOf, trustedKeys } from './trusted-keys.ts'

/** The pack in use for an empty text; else one held under this hash, or that of a folder or a signed file. Throws InputError. */
export function packOf(core: Core, source: string): LoadedPack {
  if (source === '') return core.loaded
  const held = /^[0-9a-f]{64}$/.test(source) ? packByHash(core.reference, source) : undefined
  if (held !== undefined) return held
  if (!existsSync(source)) throw new InputError('not-found', `${source}: there is no such folder or file, and no pack with this hash is held`)
  if (statSync(source).isDirectory()) return { sha256: hashPack(source), ...compileFolder(source) }
  return compileBody(openPack(readFileSync(source), keysOf(trustedKeys(core.options.dataFolder)), core.today(), source), source)
}
