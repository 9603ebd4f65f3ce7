/** For tests of importers: a database in a folder of its own, files written into it, and what is in force afterwards. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { openReference } from '#main/database/open.ts'
import type { ImportReport } from '#shared/contract/replies.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from '../countries.ts'
import { loadCurrentEntries } from '../current.ts'
import type { CountryLookup } from '../formats/format.ts'
import { type ImportRequest, importLists } from '../import.ts'
import { LIST_ASSETS } from '../list-sources.ts'

export const NOW = '2026-11-21T08:00:00Z'

export type TestImport = {
  database: Database
  /** Writes a file into the folder and gives its path. */
  written: (name: string, content: string | Buffer) => string
  /** Imports one file or several. Throws what importLists throws. */
  take: (files: string | string[], more?: Partial<ImportRequest>) => Promise<ImportReport[]>
  /** The refusal of files that must be refused, with nothing left behind. */
  refusal: (files: string | string[]) => Promise<InputError>
  inForce: (list: string, entry?: string) => ListEntry[]
  /** What is in force of all lists, and the party of this id. */
  entries: () => ListEntry[]
  entry: (id: string) => ListEntry | undefined
  /** Imports that were written. */
  imports: () => number
  close: () => void
}

/** Opens a database of its own. Countries are told by the program's own table unless another lookup is given. Close it after the test. */
export function testImport(given?: CountryLookup): TestImport {
  const folder = mkdtempSync(join(tmpdir(), 'licet-lists-'))
  const database = openReference(folder)
  const country = given ?? countryLookup(readFileSync(join(LIST_ASSETS, '..', 'reference', 'countries.csv'), 'utf8'))
  const take: TestImport['take'] = (files, more = {}) => importLists({ database, files: [files].flat(), now: NOW, country, ...more })
  const entries = () => loadCurrentEntries(database).entries
  const imports = (): number => database.prepare('SELECT count(*) FROM list_import').pluck().get() as number
  return {
    database,
    written: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    take,
    refusal: async (files) => {
      const before = imports()
      const error = await take(files).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof InputError)) throw new Error(`expected a refusal, got ${String(error)}`)
      if (imports() !== before) throw new Error('a refused import left something behind')
      return error
    },
    inForce: (list, entry) => entries().filter((one) => one.list === list && (entry === undefined || one.entry === entry)),
    entries,
    entry: (id) => entries().find((one) => one.entry === id),
    imports,
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
