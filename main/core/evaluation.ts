/** Runs the evaluation: reads the labelled set beside the program and scores all of it, giving way now and then. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { heldNames, scoreInnocent, scorePair, scoreQuery } from '#main/screening/evaluate.ts'
import { MATCHER, type ScreeningIndex, THRESHOLD } from '#main/screening/screen.ts'
import { DISGUISES, type EvaluationScores, type InnocentName, type LabelledPair, SCRIPTS, type ScoredQuery } from '#shared/evaluation/labelled.ts'
import { InputError } from '#shared/text/errors.ts'

const bit = z.enum(['0', '1']).transform((text) => text === '1')
const split = z.enum(['tune', 'held-out'])
const name = z.string().min(1).max(1000)
const pairRow = z.strictObject({
  name1: name,
  name2: name,
  same: bit,
  kind: z.enum(['person', 'company', 'vessel']),
  script: z.enum(SCRIPTS),
  disguise: z.enum(DISGUISES),
  source: z.string(),
  split,
})
const innocentRow = z.strictObject({ name, kind: z.enum(['person', 'company']), script: z.enum(SCRIPTS), country: z.string(), namesake: bit, split })

/** The labelled set in the folder of the program's assets. */
export type LabelledSet = { pairs: LabelledPair[]; innocents: InnocentName[] }

/** Reads the set. Throws when a file is missing or a row has not the shape that the generator writes. */
export function readLabelledSet(assetsFolder: string): LabelledSet {
  const rows = <T>(file: string, row: z.ZodType<T>): T[] => {
    const records: unknown[] = parse(readFileSync(join(assetsFolder, 'screening', file), 'utf8'), { columns: true, relax_column_count: false })
    return records.map((record) => row.parse(record))
  }
  return { pairs: rows('pairs.csv', pairRow), innocents: rows('innocents.csv', innocentRow) }
}

export type EvaluationOptions = { onProgress?: (progress: { done: number; total: number }) => void; signal?: AbortSignal }

/** Rows between two pauses, in which a cancellation is heard. */
const BATCH = 100

/** Scores the whole set: pairs by themselves, then the names against the index. Rejects with InputError `cancelled`. */
export async function runEvaluation(set: LabelledSet, index: ScreeningIndex, { onProgress, signal }: EvaluationOptions = {}): Promise<EvaluationScores> {
  const held = heldNames(index)
  const same = set.pairs.filter((pair) => pair.same)
  const total = set.pairs.length + same.length + set.innocents.length
  let done = 0
  const each = async <R, S>(rows: readonly R[], score: (row: R) => S): Promise<S[]> => {
    const scored: S[] = []
    for (const row of rows) {
      scored.push(score(row))
      done += 1
      if (done % BATCH !== 0) continue
      onProgress?.({ done, total })
      await new Promise(setImmediate)
      if (signal?.aborted) throw new InputError('cancelled', 'The evaluation was cancelled. Nothing was stored.')
    }
    return scored
  }
  const pairs = await each(set.pairs, scorePair)
  const queries = await each(same, (pair) => scoreQuery(index, held, pair))
  const innocents = await each(set.innocents, (innocent) => scoreInnocent(index, innocent))
  onProgress?.({ done: total, total })
  const scored = queries.filter((query): query is ScoredQuery => query !== undefined)
  return { matcher: MATCHER, threshold: THRESHOLD, pairs, queries: scored, notHeld: same.length - scored.length, innocents, lists: index.lists }
}
