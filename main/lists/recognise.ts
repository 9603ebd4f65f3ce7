/** Decides by their content which importer reads which file, and which files belong together. */
import { InputError } from '#shared/text/errors.ts'
import { cnAnnouncement } from './formats/cn-announcement.ts'
import { cslCsv } from './formats/csl-csv.ts'
import { cslJson } from './formats/csl-json.ts'
import { dplText } from './formats/dpl-text.ts'
import { ecfrXml } from './formats/ecfr-xml.ts'
import { euCsv } from './formats/eu-csv.ts'
import { euXml } from './formats/eu-xml.ts'
import type { ImportSet, ListFormat } from './formats/format.ts'
import { licetListCsv, licetListJson } from './formats/licet-list.ts'
import { ofacAdvancedXml } from './formats/ofac-advanced-xml.ts'
import { ofacCsv } from './formats/ofac-csv.ts'
import { ofacEnhancedXml } from './formats/ofac-enhanced-xml.ts'
import { ofacXml } from './formats/ofac-xml.ts'
import { hmtCsv, ukCsv } from './formats/uk-csv.ts'
import { ukXml } from './formats/uk-xml.ts'
import { unXml } from './formats/un-xml.ts'
import { describeHead, type ListFile } from './list-file.ts'
import type { ListSources } from './list-sources.ts'

/** Every format that can be imported, plain or gzip. The first that accepts a file reads it. */
const FORMATS: readonly ListFormat[] = [
  cslCsv,
  cslJson,
  dplText,
  ecfrXml,
  ofacCsv,
  ofacXml,
  ofacEnhancedXml,
  ofacAdvancedXml,
  unXml,
  euXml,
  euCsv,
  ukXml,
  ukCsv,
  hmtCsv,
  licetListJson,
  licetListCsv,
  cnAnnouncement,
]

/** The imports that these files make. Throws InputError `bad-input` naming each file that no importer knows. */
export function recognise(files: ListFile[], sources: ListSources): ImportSet[] {
  const known = new Map<ListFormat, ListFile[]>()
  const strange: string[] = []
  for (const file of files) {
    const format = FORMATS.find(({ accepts }) => accepts(file))
    if (format === undefined) strange.push(`${file.name} looks like ${describeHead(file.head)}`)
    else known.set(format, [...(known.get(format) ?? []), file])
  }
  if (strange.length > 0) {
    throw new InputError(
      'bad-input',
      `${strange.join('; ')}. An official list file was expected. Known formats: ${FORMATS.map(({ title }) => title).join('; ')}. Nothing was imported.`,
    )
  }
  return [...known].flatMap(([format, own]) => format.imports(own, sources))
}
