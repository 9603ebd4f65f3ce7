/**
 * Finds the reference copies of official files that stand beside the project. They are never part of it: tests on whole
 * official files use them where they are, and must not pass without them on a build machine (`CI=true`).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

/** Whether the reference copies are here; on a build machine this is always true so that their tests run and fail. */
export const hasReferenceData = (): boolean => process.env.CI === 'true' || existsSync(FOLDER)

/** Path of a reference file such as `csl/consolidated-2022-04.csv.gz`. Throws when it is not there. */
export function referenceFile(name: string): string {
  const path = join(FOLDER, name)
  if (!existsSync(path)) throw new Error(`the reference file ${name} is not beside the project (expected at ${path})`)
  return path
}
