/** Ownership as it is read from a CSV file: who holds what share of whom, line by line, and what is wrong where. */
import { z } from 'zod'

export const LARGEST_OWNERSHIP_BYTES = 5 * 1024 * 1024
export const MOST_OWNERSHIP_LINES = 20_000

export const ownershipRequest = z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) })

export const OWNERSHIP_FIELDS = ['owner', 'owned', 'share'] as const
export type OwnershipField = (typeof OWNERSHIP_FIELDS)[number]

export const OWNERSHIP_PROBLEMS = [
  'no-column', // a column that must be there is not, or stands twice
  'cells', // the row has another number of cells than the heading
  'formula', // a cell that a spreadsheet would compute
  'control-character',
  'too-long',
  'no-name', // the cell of a name is empty
  'no-share', // not a percentage from 0 to 100
  'unclear-share', // a comma that may be a decimal mark, or a share that may be a fraction of one
  'twice', // the same owner of the same firm on another line
  'over-whole', // the shares of a firm exceed the whole
  'too-many', // more owners of one firm than a case may hold
] as const
export type OwnershipProblem = { line: number; column: string; code: (typeof OWNERSHIP_PROBLEMS)[number]; found: string; expected: string }

/** Without `share` it is not known. */
export type OwnershipLine = { owner: string; owned: string; share?: number }

export type OwnershipAnswerFile = {
  /** Lines of the file that hold something, beside the heading. */
  total: number
  /** Empty while there is a problem: a file comes in whole or not at all. */
  lines: OwnershipLine[]
  /** The first of them; `problemCount` counts all. */
  problems: OwnershipProblem[]
  problemCount: number
}
