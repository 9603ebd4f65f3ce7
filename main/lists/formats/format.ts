/** What every importer offers: a way to know its files by their content, and a stream of listed parties. */
import type { ListEntry } from '#shared/domain/screening.ts'
import type { ListFile, ReadOptions } from '../list-file.ts'
import type { ListSources } from '../list-sources.ts'

/** ISO code of a country by the name that a publisher uses; an empty text where it can not be told. */
export type CountryLookup = (name: string) => string

/** What an importer is given beside its files, and where it notes what it met. */
export type ImportContext = {
  sources: ListSources
  country: CountryLookup
  /** Reading options for one file: progress, hashing, cancel. */
  reading: (file: ListFile) => ReadOptions
  /** Something that the officer should know about, said once. */
  warn: (message: string) => void
  /** A date on which something in the file took effect (ISO); the newest that is not in the future dates the content. */
  dated: (date: string) => void
  /** The imported copy of a list that is in force, for publications that add to a list and are not a whole one. */
  held: (list: string) => { contentDate: string; format: string; entries: ListEntry[] } | undefined
}

/** Files that one importer reads together as one import. */
export type ImportSet = {
  format: string
  /** The publisher and the list, for people. */
  source: string
  files: ListFile[]
  /** The listed parties in batches: one by one, the steps between them would cost more than reading them. */
  entries: (context: ImportContext) => AsyncGenerator<ListEntry[]>
  /** Lists that a whole file of this kind always has; one that is not in it is reported. */
  expects: string[]
  /** What is published this way adds to a list and is no whole one: the copy does not count as complete. */
  partial?: true
}

/** An official format: how its files are known and which imports they make. */
export type ListFormat = {
  /** The format's id in the history of imports. */
  id: string
  /** Publisher, list and usual file names, for the message that names the known formats. */
  title: string
  /** Whether a file is of this format, by its content alone. */
  accepts: (file: ListFile) => boolean
  /** The imports that the files of this format make together. Throws InputError `bad-input` when something is missing. */
  imports: (files: ListFile[], sources: ListSources) => ImportSet[]
}
