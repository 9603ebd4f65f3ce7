/**
 * The order in which OFAC tells officers to weigh a match: is it the list that matters, the right type, how much of the name
 * met, and then every other data point. It is a reading aid; the officer decides.
 */
import type { Hit, ScreenQuery } from '#shared/domain/screening.ts'
import { type Agreement, compareFields } from './compare.ts'

export type Triage = {
  type: Agreement
  /** Words of the listed name that met, and how many it has. */
  met: number
  words: number
  /** The other data points: how many agree or come close, differ, or are not known on one side. */
  data: Record<'agree' | 'differ' | 'unknown', number>
}

const POINTS = ['country', 'address', 'dates', 'ids'] as const

export function triageOf(query: ScreenQuery, hit: Hit): Triage {
  const rows = compareFields(query, hit)
  const stateOf = (field: string): Agreement => rows.find((row) => row.field === field)?.state ?? 'unknown'
  const listed = hit.why.filter(({ candidate, feature }) => candidate !== '' && WORD_PARTS.has(feature))
  const data = { agree: 0, differ: 0, unknown: 0 }
  for (const field of POINTS) {
    const state = stateOf(field)
    data[state === 'near' ? 'agree' : state] += 1
  }
  return { type: stateOf('kind'), met: listed.filter(({ score }) => score > 0).length, words: listed.length, data }
}

/** The parts of a score that are about one word of the listed name. */
const WORD_PARTS = new Set(['same-word', 'similar-word', 'initial', 'joined-words', 'word-only-in-listing'])
