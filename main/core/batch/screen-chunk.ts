/** Screens a few queries in a row and writes their answers as lines of JSON and of CSV. The same on any thread. */
import { type ScreeningIndex, type ScreenOptions, screen } from '#main/screening/screen.ts'
import { TOP } from '#main/screening/settings.ts'
import type { BatchAlert, BatchHit } from '#shared/domain/batch.ts'
import { listingState } from '#shared/domain/listing-state.ts'
import type { Hit, ScreenAnswer, ScreenQuery, ScreenSettings } from '#shared/domain/screening.ts'
import { csvCell } from '#shared/text/csv.ts'
import type { BatchQuery } from './queries.ts'

/** What to write, and on which day the state of listings is looked at. */
export type ChunkOrder = { jsonl: boolean; csv: boolean; day: string; options: ScreenOptions }

export type ChunkResult = {
  jsonl: string
  csv: string
  settings: ScreenSettings | null
  alerts: BatchAlert[]
  clear: { line: number; id: string; name: string }[]
}

/** No hit may fall off the end before it is counted. */
const EVERY_HIT = 100_000
/** Hits of an alert that are kept in short. */
const HITS_IN_SHORT = 10

export const CSV_HEADING = [
  'line',
  'id',
  'name',
  'state',
  'hits',
  'list',
  'entry',
  'listed name',
  'score',
  'nearest',
  'nearest list',
  'nearest score',
  'error',
  'warning',
]

/** Answers in the order of the queries. A line in error has no verdict: it is neither an alert nor clear. */
export function screenChunk(index: ScreeningIndex, queries: readonly BatchQuery[], order: ChunkOrder): ChunkResult {
  const result: ChunkResult = { jsonl: '', csv: '', settings: null, alerts: [], clear: [] }
  const lists = JSON.stringify(index.lists)
  for (const one of queries) {
    const { line, id } = one
    if ('fault' in one) {
      if (order.jsonl) result.jsonl += `${JSON.stringify({ id, line, alert: null, error: one.fault })}\n`
      if (order.csv) result.csv += csvLine([String(line), id, '', 'error', '', '', '', '', '', '', '', '', one.fault, ''])
      continue
    }
    const { query } = one
    const answer = screen(index, query, { ...order.options, top: EVERY_HIT })
    const { hits, nearest, alert, warnings } = answer
    const top = order.options.top ?? TOP
    const settings = answer.settings === undefined ? null : { ...answer.settings, top }
    result.settings ??= settings
    if (order.jsonl) {
      const said = { id, line, name: query.name, alert, found: hits.length, hits: hits.slice(0, top).map((hit) => hitOnDay(hit, order.day)) }
      const rest = { nearest: nearest.map((hit) => hitOnDay(hit, order.day)), settings, ...(warnings === undefined ? {} : { warnings }) }
      // The lists are the same for every line: their text is made once.
      result.jsonl += `${JSON.stringify(said).slice(0, -1)},${JSON.stringify(rest).slice(1, -1)},"lists":${lists}}\n`
    }
    if (order.csv) result.csv += csvLine(rowOf(line, query, id, answer))
    if (alert)
      result.alerts.push({
        line,
        id,
        query,
        found: hits.length,
        hits: hits.slice(0, HITS_IN_SHORT).map(inShort),
      })
    else result.clear.push({ line, id, name: query.name })
  }
  return result
}

function hitOnDay({ listing, ...hit }: Hit, day: string) {
  return { ...hit, onDay: { day, ...listingState(listing, day) } }
}

const inShort = ({ list, entry, name, matched, score }: Hit): BatchHit => ({ list, entry, name, matched, score })

const rowOf = (line: number, { name }: ScreenQuery, id: string, { hits: [best, ...more], nearest: [near], warnings = [] }: ScreenAnswer): string[] => [
  String(line),
  id,
  name,
  best === undefined ? 'no hit' : 'alert',
  String(best === undefined ? 0 : more.length + 1),
  best?.list ?? '',
  best?.entry ?? '',
  best?.name ?? '',
  best === undefined ? '' : best.score.toFixed(4),
  near?.name ?? '',
  near?.list ?? '',
  near === undefined ? '' : near.score.toFixed(4),
  '',
  warnings.map(({ says }) => says).join(' '),
]

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
