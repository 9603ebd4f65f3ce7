/** Records without a name can not be screened: each is said, and many mean that the file is not what it seems. */
import { InputError } from '#shared/text/errors.ts'
import type { ImportContext } from './formats/format.ts'
import type { ListFile } from './list-file.ts'

const MOST = 100

/**
 * What to call for each record of `file` that has no name. Throws InputError `bad-input` when more than a hundred were
 * counted.
 */
export function namelessRecords(file: ListFile, context: ImportContext): (line: number, list: string) => void {
  let count = 0
  return (line, list) => {
    count += 1
    context.warn(`${file.name}, line ${line}: a record of ${list} has no name and was left out.`)
    if (count > MOST) throw new InputError('bad-input', `${file.name}: more than ${MOST} records have no name. Nothing was imported.`)
  }
}
