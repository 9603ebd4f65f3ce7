/** Finds a rule pack by what a person names it with. */
import { existsSync } from 'node:fs'
import { hashPack } from '#main/rules/read-pack.ts'
import { compileFolder, type LoadedPack, packByHash } from '#main/rules/store.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Core } from './core.ts'

/** The pack in use for an empty text; else one held under this hash, or that of a folder. Throws InputError. */
export function packOf(core: Core, source: string): LoadedPack {
  if (source === '') return core.loaded
  const held = /^[0-9a-f]{64}$/.test(source) ? packByHash(core.reference, source) : undefined
  if (held !== undefined) return held
  if (!existsSync(source)) throw new InputError('not-found', `${source}: there is no such folder, and no pack with this hash is held`)
  return { sha256: hashPack(source), ...compileFolder(source) }
}
