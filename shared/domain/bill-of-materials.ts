/** A bill of materials as it is read from a CSV file: which column is what, the lines, and what is wrong where. */
import { z } from 'zod'
import type { ContentLine } from './case.ts'

export const BOM_FIELDS = ['part', 'description', 'eccn', 'kind', 'origin', 'quantity', 'unitPrice', 'value', 'currency', 'bundled'] as const
export type BomField = (typeof BOM_FIELDS)[number]

export const LARGEST_BOM_BYTES = 20 * 1024 * 1024
/** `columns` says for each column, from the left, what it holds; null for a column that is not used. Without it the headings decide. */
export const bomRequest = z.strictObject({
  name: z.string().max(500),
  bytes: z.instanceof(Uint8Array),
  currency: z.string().max(3).default(''),
  columns: z.array(z.enum(BOM_FIELDS).nullable()).max(200).optional(),
})

export const BOM_PROBLEMS = [
  'cells', // the row has another number of cells than the heading
  'formula', // a cell that a spreadsheet would compute
  'control-character',
  'too-long',
  'no-entry', // no control entry of that name
  'no-country',
  'no-kind',
  'no-number',
  'unclear-number', // a comma that may be a decimal or a thousands mark
  'other-currency',
  'no-yes-or-no',
  'value-differs', // the value is not quantity times unit price
] as const
export type BomProblem = { line: number; column: string; code: (typeof BOM_PROBLEMS)[number]; found: string; expected: string }

export type BomAnswer = {
  columns: { heading: string; field: BomField | null; samples: string[] }[]
  /** Lines of the file that hold something, beside the heading. */
  total: number
  /** Empty while there is a problem: a bill of materials comes in whole or not at all. */
  lines: ContentLine[]
  /** The first of them; `problemCount` counts all. */
  problems: BomProblem[]
  problemCount: number
}
