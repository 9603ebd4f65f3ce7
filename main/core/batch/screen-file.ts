/**
 * Screens a file of parties of any size: read, screened on several threads, and written out in the order of the input, each
 * as the other goes on. Memory does not grow with the file. Nothing stands under a final name before the batch is whole.
 */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { Core } from '#main/core/core.ts'
import { listStatus } from '#main/lists/status.ts'
import { MATCHER, type ScreenOptions, THRESHOLD } from '#main/screening/screen.ts'
import { TOP } from '#main/screening/settings.ts'
import type { BatchColumns, BatchSummary } from '#shared/domain/batch.ts'
import { InputError } from '#shared/text/errors.ts'
import { ScreeningPool } from './pool.ts'
import { type BatchQuery, openQueries } from './queries.ts'
import type { Sink } from './result-file.ts'
import { type ChunkResult, CSV_HEADING, csvLine } from './screen-chunk.ts'

export type ScreenFileOrder = {
  /** The number of the batch. */
  id: string
  path: string
  columns?: BatchColumns | undefined
  day: string
  options?: ScreenOptions
  /** A line in error ends the batch, with that line's message. */
  strict?: boolean
  /** Where the full answers and the table go; a format without a place is not made. */
  jsonl?: Sink | undefined
  csv?: Sink | undefined
  threads?: number
  signal?: AbortSignal | undefined
  onProgress?: (progress: { bytes: number; total: number; lines: number; perSecond: number }) => void
}

/** Queries that go to a thread together. */
const CHUNK = 128
/** Of each kind so many are kept for the window and the certificate; the counts are whole. */
export const MOST_ALERTS = 10_000
export const MOST_FAULTS = 1000
export const MOST_CLEAR = 2000

/** Screens the file and records it in the audit chain. Throws InputError, with nothing left behind. */
export async function screenFile(core: Core, order: ScreenFileOrder): Promise<BatchSummary> {
  const { id, path, columns, day, options = {}, jsonl, csv, signal, onProgress } = order
  const { dataFolder, assetsFolder } = core.options
  const begun = performance.now()
  /** The time of the first answers: until then the threads read the lists. */
  let first: { at: number; lines: number } | undefined
  const hash = createHash('sha256')
  const before = await stat(path).catch(() => undefined)
  let bytesRead = 0
  const reading = { hash, signal, columns, country: core.countryLookup, onBytes: (read: number) => (bytesRead = read) }
  const { bytes, queries } = await openQueries(path, reading)
  const lists = listStatus(core.reference, { now: core.timestamp(), assets: join(assetsFolder, 'lists') }).map(
    ({ id, title, contentDate, records, sha256, complete, ageDays, stale }) => ({ id, title, contentDate, records, sha256, complete, ageDays, stale }),
  )
  const threads = order.threads ?? Math.max(1, Math.min(4, availableParallelism()))
  const pool = new ScreeningPool({ dataFolder, assetsFolder, day, options, jsonl: jsonl !== undefined, csv: csv !== undefined }, lists, threads)
  const kept: Pick<BatchSummary, 'counts' | 'alerts' | 'faults' | 'clear' | 'settings'> = {
    counts: { lines: 0, alerts: 0, clear: 0, errors: 0 },
    alerts: [],
    faults: [],
    clear: [],
    settings: { matcher: MATCHER, threshold: options.threshold ?? THRESHOLD, top: options.top ?? TOP },
  }
  const underWay: { part: BatchQuery[]; read: number; result: Promise<ChunkResult> }[] = []
  const takeFirst = async (): Promise<void> => {
    const next = underWay.shift()
    if (next === undefined) return
    const result = await next.result
    if (signal?.aborted) throw cancelled()
    if (order.strict) refuseFault(next.part)
    count(kept, next.part, result)
    await jsonl?.write(result.jsonl)
    await csv?.write(result.csv)
    const { lines } = kept.counts
    const now = performance.now()
    first ??= { at: now, lines }
    onProgress?.({ bytes: next.read, total: bytes, lines, perSecond: now === first.at ? 0 : Math.round((1000 * (lines - first.lines)) / (now - first.at)) })
  }
  const send = async (part: BatchQuery[]): Promise<void> => {
    const result = pool.screen(part)
    // Awaited in its turn; a failure that comes before must not count as unheard.
    result.catch(() => {})
    underWay.push({ part, read: bytesRead, result })
    if (underWay.length >= pool.room) await takeFirst()
  }
  const stopWaiting = () => pool.end()
  signal?.addEventListener('abort', stopWaiting)
  try {
    await csv?.write(`\ufeff${csvLine(CSV_HEADING)}`)
    let part: BatchQuery[] = []
    for await (const some of queries) {
      for (const one of some) {
        part.push(one)
        if (part.length < CHUNK) continue
        await send(part)
        part = []
      }
    }
    if (part.length > 0) await send(part)
    while (underWay.length > 0) await takeFirst()
    if (kept.counts.lines === 0) throw new InputError('bad-input', `${path}: the file holds no party; expected one on each line`)
    const after = await stat(path).catch(() => undefined)
    if (before === undefined || after === undefined || before.mtimeMs !== after.mtimeMs || before.size !== after.size || bytesRead !== after.size)
      throw new InputError('stale', `${path}: the file was changed while it was read. Nothing was stored; start it again.`)
    if (signal?.aborted) throw cancelled()
    const answers = (await jsonl?.end()) ?? ''
    await csv?.end()
    const summary: BatchSummary = {
      id,
      file: basename(path),
      bytes,
      sha256: hash.digest('hex'),
      at: core.timestamp(),
      by: core.officer,
      day,
      lists,
      milliseconds: Math.round(performance.now() - begun),
      answers,
      ...kept,
    }
    core.recordBatch(summary)
    return summary
  } catch (error) {
    await jsonl?.abandon()
    await csv?.abandon()
    throw signal?.aborted ? cancelled() : error
  } finally {
    signal?.removeEventListener('abort', stopWaiting)
    await pool.close()
    await queries.return(undefined)
  }
}

const cancelled = (): InputError => new InputError('cancelled', 'The batch was cancelled. Nothing was stored.')

function refuseFault(part: readonly BatchQuery[]): void {
  for (const one of part) if ('fault' in one) throw new InputError('bad-input', one.fault)
}

function count(kept: Pick<BatchSummary, 'counts' | 'alerts' | 'faults' | 'clear' | 'settings'>, part: readonly BatchQuery[], result: ChunkResult): void {
  const { counts } = kept
  if (result.settings !== null) kept.settings = result.settings
  counts.lines += part.length
  counts.alerts += result.alerts.length
  counts.clear += result.clear.length
  const room = <T>(into: T[], more: readonly T[], most: number) => into.push(...more.slice(0, Math.max(0, most - into.length)))
  room(kept.alerts, result.alerts, MOST_ALERTS)
  room(kept.clear, result.clear, MOST_CLEAR)
  for (const one of part) {
    if (!('fault' in one)) continue
    counts.errors += 1
    if (kept.faults.length < MOST_FAULTS) kept.faults.push({ line: one.line, id: one.id, detail: one.fault })
  }
}
