/** Reads a control entry as a case writes it (`3A090.a`, `EAR99`) against the entries of the pack. */
import { parseEccn, suggestEccns } from '#main/classification/suggest.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import { InputError } from '#shared/text/errors.ts'

export const EAR99 = 'EAR99'

/** Throws InputError with the nearest entries when the pack has no such entry or the entry no such paragraph. */
export function readEccn(text: string, pack: CompiledPack, place: string): { eccn: string; paragraph: string } {
  const codes = pack.entries.map(({ eccn }) => eccn)
  const parsed = parseEccn(text)
  const entry = 'eccn' in parsed ? pack.entries.find(({ eccn }) => eccn === parsed.eccn) : undefined
  if ('eccn' in parsed && parsed.eccn === EAR99) return { eccn: EAR99, paragraph: '' }
  if (!('eccn' in parsed) || entry === undefined) {
    const near = suggestEccns(text, codes)
    const hint = near.length > 0 ? `; the nearest are ${near.join(', ')}` : ''
    throw new InputError('bad-input', `${place}: “${text}” is no control entry of the Commerce Control List${hint} (expected a code like 3A001.a or ${EAR99})`)
  }
  return { eccn: parsed.eccn, paragraph: parsed.paragraph }
}
