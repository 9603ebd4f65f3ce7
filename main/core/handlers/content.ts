/** Bills of materials for the content of an item, read against the control entries and countries that the core knows. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBillOfMaterials } from '#main/casework/bill-of-materials.ts'
import { nearest, parseEccn, suggestEccns } from '#main/classification/suggest.ts'
import type { Core } from '#main/core/core.ts'
import { readEccn } from '#main/core/eccn.ts'
import { countryLookup } from '#main/lists/countries.ts'
import type { BomAnswer, BomField } from '#shared/domain/bill-of-materials.ts'
import { joinCode, kindOfEntry, splitCode } from '#shared/domain/eccn.ts'
import { InputError } from '#shared/text/errors.ts'
import type { HandlersFor } from './handlers.ts'

/** A country by its code, its names, or the ways in which bills of materials write it. */
function origins(core: Core): (text: string) => string {
  const more = countryLookup(readFileSync(join(core.options.assetsFolder, 'reference', 'country-aliases.csv'), 'utf8'))
  return (text) => core.countryLookup(text) || more(text)
}

export type BomOrder = { name: string; bytes: Uint8Array; currency: string; columns?: (BomField | null)[] | undefined }

export function contentHandlers(core: Core): HandlersFor<'content'> {
  return { 'content:read': (request) => readBom(core, request) }
}

/** Reads a bill of materials. Throws InputError when the file is no CSV file; mistakes of lines stand in the answer. */
export function readBom(core: Core, order: BomOrder): BomAnswer {
  const seen = new Map<string, { code: string } | { expected: string }>()
  const eccn = (text: string) => {
    let found = seen.get(text)
    if (found === undefined) {
      found = code(core, text)
      seen.set(text, found)
    }
    return found
  }
  return readBillOfMaterials(order, { eccn, country: origins(core), kindOf: (text) => kindOfEntry(splitCode(text).eccn) })
}

function code(core: Core, text: string): { code: string } | { expected: string } {
  try {
    const { eccn, paragraph } = readEccn(text, core.pack, '')
    return { code: joinCode(eccn, paragraph) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const entry = core.pack.entries.find(({ eccn }) => eccn === parseEccn(text)?.eccn)
    const near =
      entry === undefined
        ? suggestEccns(
            text,
            core.pack.entries.map(({ eccn }) => eccn),
          )
        : nearest(
            text,
            entry.paragraphs.map((one) => joinCode(entry.eccn, one)),
            3,
          )
    return { expected: near.slice(0, 3).join(', ') }
  }
}
