/** The European Union's consolidated list of financial sanctions in XML 1.1: all values are attributes. */

import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { calendarDate } from '../calendar-date.ts'
import type { ListFile } from '../list-file.ts'
import { namelessRecords } from '../nameless.ts'
import { xmlRecords, xmlRoot } from '../xml-records.ts'
import { EU_LIST, EU_SOURCE, euEntry } from './eu-entity.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

const ROOT = 'export'
const RECORD = 'sanctionEntity'
const SHAPE = { root: ROOT, records: new Set([RECORD]) }

/** The EU's financial sanctions list as XML. */
export const euXml = singleFile({
  id: 'eu-xml',
  title: 'EU consolidated financial sanctions list (xmlFullSanctionsList_1_1)',
  accepts: (file) => xmlRoot(file) === ROOT && /\/fpi\/fsd\/export|<(?:[\w.-]+:)?sanctionEntity[\s>]/.test(file.head.toString('utf8')),
  source: EU_SOURCE,
  entries: euEntries,
  expects: () => [EU_LIST],
})

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* euEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const nameless = namelessRecords(file, context)
  for await (const records of xmlRecords(file, SHAPE, context.reading(file))) {
    const batch: ListEntry[] = []
    for (const { element, within } of records) {
      const generated = calendarDate(within[0]?.attributes.generationDate ?? '')
      if (generated !== '') context.dated(generated)
      const entry = euEntry(element, context)
      if (entry.entry === '') {
        throw new InputError(
          'bad-input',
          `${file.name}, line ${element.line}: the ${RECORD} has neither euReferenceNumber nor logicalId. Nothing was imported.`,
        )
      }
      if (entry.name === '') nameless(element.line, EU_LIST)
      else batch.push(entry)
    }
    yield batch
  }
}
