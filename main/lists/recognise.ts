/** Decides by their content which importer reads which file, and which files belong together. */
import { InputError } from '#shared/text/errors.ts'
import { cslImport, isCslCsv } from './formats/csl-csv.ts'
import type { ImportSet } from './formats/format.ts'
import { type OfacPart, ofacImports, ofacPart } from './formats/ofac-csv.ts'
import { describeHead, type ListFile } from './list-file.ts'
import type { ListSources } from './list-sources.ts'

export const KNOWN_FORMATS = [
  'Consolidated Screening List (consolidated.csv, plain or gzip)',
  'OFAC CSV files (SDN.CSV with ADD.CSV, ALT.CSV, SDN_COMMENTS.CSV; CONS_PRIM.CSV with CONS_ADD.CSV, CONS_ALT.CSV, CONS_COMMENTS.CSV)',
]

/** The imports that these files make. Throws InputError `bad-input` naming each file that no importer knows. */
export function recognise(files: ListFile[], sources: ListSources): ImportSet[] {
  const sets: ImportSet[] = []
  const ofac: { file: ListFile; part: OfacPart }[] = []
  const strange: string[] = []
  for (const file of files) {
    const part = ofacPart(file)
    if (isCslCsv(file)) sets.push(cslImport(file, sources))
    else if (part !== undefined) ofac.push({ file, part })
    else strange.push(`${file.name} looks like ${describeHead(file.head)}`)
  }
  if (strange.length > 0) {
    throw new InputError(
      'bad-input',
      `${strange.join('; ')}. An official list file was expected. Known formats: ${KNOWN_FORMATS.join('; ')}. Nothing was imported.`,
    )
  }
  if (ofac.length > 0) sets.push(...ofacImports(ofac, sources))
  return sets
}
