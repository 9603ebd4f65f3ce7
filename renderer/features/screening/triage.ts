/**
 * The order in which OFAC tells officers to weigh a match: is it the list that matters, the right type, how much of the name
 * met, and then every other data point. It is a reading aid; the officer decides.
 */
import type { AlertRow } from '#shared/contract/replies.ts'
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

const typeRank = ({ kind, party }: AlertRow): number => (kind === 'unknown' || party.kind === undefined ? 1 : kind === party.kind ? 0 : 2)

/** Alerts in the order in which they are best looked at: by list in the order given, then right type, then how much of the name. */
export function inTriageOrder(rows: readonly AlertRow[], lists: readonly string[]): AlertRow[] {
  const place = (list: string): number => (lists.includes(list) ? lists.indexOf(list) : lists.length)
  return [...rows].sort((a, b) => place(a.list) - place(b.list) || typeRank(a) - typeRank(b) || b.score - a.score || a.party.name.localeCompare(b.party.name))
}
