/** Says in plain words why a file could not be written. */
import { InputError } from '#shared/text/errors.ts'

export function translateFileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new InputError('disk-full', `${path}: the disk is full; the file was not written`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new InputError('read-only', `${path}: the place can not be written; the file was not written`)
    case 'ENOENT':
    case 'ENOTDIR':
      return new InputError('bad-input', `${path}: the folder does not exist; the file was not written`)
    case 'EISDIR':
      return new InputError('bad-input', `${path}: this is a folder; the file was not written`)
    default:
      return error
  }
}
