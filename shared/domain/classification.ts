/** Classification: an item's typed parameters and the candidate control entries with the state of each paragraph. */
import { z } from 'zod'
import { ITEM_KINDS } from './case.ts'

const number = z.number()
export const parameterValue = z.union([
  number,
  z.boolean(),
  z.string().max(200),
  z.strictObject({ value: number, unit: z.string().max(40) }),
  z.strictObject({ min: number.optional(), max: number.optional(), unit: z.string().max(40).optional() }),
])
export type ParameterInput = z.infer<typeof parameterValue>

export const classifyItem = z.strictObject({
  id: z.string().min(1).max(200),
  description: z.string().max(10_000).default(''),
  kind: z.enum(ITEM_KINDS).optional(),
  parameters: z.record(z.string().max(120), parameterValue).default({}),
  category: z
    .string()
    .regex(/^[0-9]$/)
    .optional(),
  /** Paragraphs that an officer decided by hand, each with a reason. */
  marks: z
    .array(
      z.strictObject({
        eccn: z.string().max(20),
        paragraph: z.string().max(60),
        state: z.enum(['met', 'not-met']),
        reason: z.string().min(1).max(20_000),
        by: z.string().max(200).default(''),
      }),
    )
    .max(500)
    .default([]),
})
export type ClassifyItem = z.infer<typeof classifyItem>
export type ClassifyInput = z.input<typeof classifyItem>

export type ParagraphState = 'met' | 'not-met' | 'unknown' | 'not-modelled'
export type ParagraphTest = {
  parameter: string
  value: string
  operator: string
  limit: string
  state: ParagraphState
  cite: string
}
export type Candidate = {
  eccn: string
  paragraph: string
  state: ParagraphState
  score: number
  says: string
  tests: ParagraphTest[]
  missing: string[]
  /** What the paragraph says that this program does not hold. */
  notModelled?: string[]
  /** Set when an officer decided the paragraph by hand. A mark never overrules a computed result: it contradicts it in view. */
  marked?: { state: 'met' | 'not-met'; reason: string; by: string; contradicts: boolean }
}
export type ClassifyAnswer = {
  id: string
  candidates: Candidate[]
  /** Entries that this program does not evaluate and that words of the description point to. */
  reviewed: { eccn: string; why: string }[]
  conclusion: { state: 'classified' | 'ear99' | 'undetermined'; eccn?: string; paragraphs?: string[]; why: string }
  packs: { id: string; version: string; sha256: string }[]
}
