/** Screening a whole file: what its columns mean, what was screened against what, and what came of it. */
import { z } from 'zod'
import type { ListUsed, ScreenQuery, ScreenSettings } from './screening.ts'

/** What a column of a file may hold. Several columns may hold identity numbers, each other field has one. */
export const BATCH_FIELDS = ['id', 'name', 'country', 'kind', 'address', 'dob', 'ids'] as const
export type BatchField = (typeof BATCH_FIELDS)[number]

/** The field of each column, in the order of the columns; an empty text for a column that is not used. */
export const batchColumns = z.array(z.enum(['', ...BATCH_FIELDS])).max(500)
export type BatchColumns = z.infer<typeof batchColumns>

export const BATCH_FORMATS = ['jsonl', 'csv', 'pdf'] as const
export type BatchFormat = (typeof BATCH_FORMATS)[number]

/** How a file was understood, with its first rows. */
export type BatchPreview = {
  name: string
  bytes: number
  format: 'csv' | 'jsonl'
  /** Headings of a CSV file; those of JSON lines are the fields themselves. */
  headings: string[]
  columns: BatchColumns
  /** The first rows: cells of CSV in the order of the columns, the fields of JSON lines in that of BATCH_FIELDS, or what is wrong. */
  rows: { line: number; cells: string[]; error: string }[]
}

/** A hit in short. */
export type BatchHit = { list: string; entry: string; name: string; matched: string; score: number }

/** A query with at least one hit. */
export type BatchAlert = {
  line: number
  id: string
  query: ScreenQuery
  /** How many hits there are; the best of them follow. */
  found: number
  hits: BatchHit[]
}

/** A line that could not be screened. */
export type BatchFault = { line: number; id: string; detail: string }

/** A list as the batch used it. */
export type BatchList = ListUsed & { ageDays: number; stale: boolean }

/** What was screened, against what, and what came of it. Every line is counted once: as alert, as without hit, or as error. */
export type BatchSummary = {
  id: string
  file: string
  bytes: number
  /** Of the file as it was read. */
  sha256: string
  /** ISO date and time of the end. */
  at: string
  by: string
  /** The day on which the state of listings was looked at. */
  day: string
  settings: ScreenSettings
  lists: BatchList[]
  counts: { lines: number; alerts: number; clear: number; errors: number }
  milliseconds: number
  /** Hash of the full answers as JSON lines; empty where they were not asked for. */
  answers: string
  /** The first of each; the counts are whole. */
  alerts: BatchAlert[]
  faults: BatchFault[]
  clear: { line: number; id: string; name: string }[]
}
