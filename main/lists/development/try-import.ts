/** Imports files into an empty database of its own, for tests: what was reported, what is in force, and what was refused. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReference } from '#main/database/open.ts'
import type { ImportReport } from '#shared/contract/replies.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { countryLookup } from '../countries.ts'
import { loadCurrentEntries } from '../current.ts'
import type { CountryLookup } from '../formats/format.ts'
import { importLists } from '../import.ts'

export type TryImport = {
  /** Writes a file into the folder and gives its path. */
  written: (name: string, content: string | Buffer) => string
  /** Imports files. Throws what importLists throws. */
  take: (...files: string[]) => Promise<ImportReport[]>
  /** The refusal of files. Throws when they are taken. */
  refusal: (...files: string[]) => Promise<InputError>
  entries: () => ListEntry[]
  entry: (id: string) => ListEntry | undefined
  /** Imports that were written. */
  imports: () => number
  close: () => void
}

const NOW = '2026-11-21T08:00:00Z'
const COUNTRIES = countryLookup('code,en\nCU,Cuba\nKP,North Korea\nSY,Syria\nPA,Panama\n')

/** An empty database in `folder`. Countries are few made for fixtures unless others are given. */
export function tryImport(folder: string, country: CountryLookup = COUNTRIES): TryImport {
  const database = openReference(folder)
  const take = (...files: string[]): Promise<ImportReport[]> => importLists({ database, files, now: NOW, country })
  const entries = (): ListEntry[] => loadCurrentEntries(database).entries
  return {
    written: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    take,
    refusal: async (...files) => {
      const error = await take(...files).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof InputError)) throw new Error(`expected a refusal, got ${String(error)}`)
      return error
    },
    entries,
    entry: (id) => entries().find((one) => one.entry === id),
    imports: () => database.prepare('SELECT count(*) FROM list_import').pluck().get() as number,
    close: () => database.close(),
  }
}
