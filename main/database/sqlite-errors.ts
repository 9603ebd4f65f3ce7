/**
 * Says in plain words what SQLite or the file system refused: full disk, read-only folder, damaged file, another program
 * holding the file. What is none of these stays what it was: a failure of the program.
 */
import { dirname } from 'node:path'
import { InputError } from '#shared/text/errors.ts'

const codeOf = (error: unknown): string => {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}

const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'])
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS', 'SQLITE_PERM', 'SQLITE_IOERR_ACCESS', 'SQLITE_IOERR_DELETE'])
const BUSY = new Set(['EBUSY', 'SQLITE_PROTOCOL'])

/**
 * The error to throw on in place of `error`, met while working on `file`: an InputError with code `disk-full`,
 * `read-only`, `busy` or `bad-input` where an officer can act on it, else `error` itself (InputErrors pass unchanged).
 */
export function translateSqliteError(error: unknown, file: string): unknown {
  if (error instanceof InputError) return error
  const code = codeOf(error)
  if (FULL.has(code)) {
    return new InputError(
      'disk-full',
      `The disk that holds ${file} is full. The change was not made and everything saved before is kept. Free some space and try again.`,
    )
  }
  if (READ_ONLY.has(code) || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new InputError(
      'read-only',
      `${file} cannot be written. Nothing was changed. Allow writing to the folder ${dirname(file)} and to the files in it, or choose another data folder.`,
    )
  }
  if (BUSY.has(code) || code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new InputError('busy', `Another program is writing to ${file}. The change was not made. Try again when it has finished.`)
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(file, error instanceof Error ? error.message : '')
  return error
}

/** The refusal of a damaged file; `found` is what was seen in it. */
export function damaged(file: string, found: string): InputError {
  return new InputError(
    'bad-input',
    `${file} is damaged or is not a Licet database (${found}). It was not changed. Put a good copy in its place, or move it away to begin with an empty one.`,
  )
}
