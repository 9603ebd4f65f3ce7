/** Formats of which each file is an import by itself. */
import type { ListEntry } from '#shared/domain/screening.ts'
import type { ListFile } from '../list-file.ts'
import type { ListSources } from '../list-sources.ts'
import type { ImportContext, ListFormat } from './format.ts'

type SingleFile = Pick<ListFormat, 'id' | 'title' | 'accepts'> & {
  /** The publisher and the list, for people. */
  source: string
  /** The listed parties of a file. Throws InputError `bad-input` with file and place, or `cancelled`. */
  entries: (file: ListFile, context: ImportContext) => AsyncGenerator<ListEntry[]>
  /** Lists that a whole file always has; none where the file does not tell. */
  expects?: (file: ListFile, sources: ListSources) => string[]
}

/** The format whose every file is read by `entries` and makes one import. */
export const singleFile = ({ id, title, accepts, source, entries, expects = () => [] }: SingleFile): ListFormat => ({
  id,
  title,
  accepts,
  imports: (files, sources) =>
    files.map((file) => ({ format: id, source, files: [file], entries: (context) => entries(file, context), expects: expects(file, sources) })),
})
