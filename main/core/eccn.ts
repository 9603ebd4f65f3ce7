/** Reads a control entry with its paragraph, as a case writes it, against the entries of the pack. */
import { nearest, parseEccn, suggestEccns } from '#main/classification/suggest.ts'
import { lookupOf } from '#main/engine/lookup.ts'
import type { CompiledPack } from '#main/engine/types.ts'
import { EAR99, ECCN_FORM } from '#shared/domain/eccn.ts'
import { InputError } from '#shared/text/errors.ts'

/**
 * Throws InputError with the nearest ones when the pack has no such entry, or when the entry's paragraphs are held and this is none
 * of them: a paragraph that no requirement names would be free of all that name one. An entry whose
 * paragraphs the sources do not show takes any.
 */
export function readEccn(text: string, pack: CompiledPack, place: string): { eccn: string; paragraph: string } {
  const parsed = parseEccn(text)
  if (parsed?.eccn === EAR99) return parsed
  const entry = parsed === undefined ? undefined : lookupOf(pack).entries.get(parsed.eccn)
  if (parsed === undefined || entry === undefined) {
    const codes = pack.entries.map(({ eccn }) => eccn)
    throw new InputError(
      'bad-input',
      `${place}: “${text}” is no control entry of the Commerce Control List${hint(suggestEccns(text, codes))} (expected ${ECCN_FORM})`,
    )
  }
  const { eccn, paragraph } = parsed
  if (paragraph === '' || entry.paragraphs.length === 0 || entry.paragraphs.includes(paragraph)) return parsed
  const near = hint(nearest(paragraph, entry.paragraphs, 5))
  throw new InputError(
    'bad-input',
    `${place}: the pack holds no paragraph “${paragraph}” of ${eccn}${near} (expected a paragraph that it holds, or the part above it)`,
  )
}

const hint = (near: readonly string[]): string => (near.length > 0 ? `; the nearest are ${near.join(', ')}` : '')
