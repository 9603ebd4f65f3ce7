/**
 * What the days in force of a rule say beside whether it is in force: it is suspended, a suspension has ended not long
 * ago, or it is about to end. Read from the ranges alone, by what was public on the day of the question.
 */
import type { IsoDate } from '#shared/trace/trace.ts'
import { EVER } from './prepare.ts'
import type { KnownRange } from './types.ts'

/** `suspended`: not in force on the day, again from `date`. `resumed`: in force again since `date`. `ends`: last day is `date`. */
export type ForceNote = { kind: 'suspended' | 'resumed' | 'ends'; date: IsoDate }

/** How long after the end of a suspension its status should still be confirmed, and how long before an end it is announced. */
const CONFIRM_DAYS = 365
const ANNOUNCE_DAYS = 90

/** The note for one day, or undefined when there is nothing to say. */
export function forceNote(ranges: readonly KnownRange[], day: IsoDate, knownOn: IsoDate = EVER): ForceNote | undefined {
  const known = ranges
    .filter(({ knownSince, knownUntil }) => (knownSince ?? '') <= knownOn && knownOn <= (knownUntil ?? EVER))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const at = known.findIndex(({ from, until }) => from <= day && day <= (until ?? EVER))
  if (at < 0) {
    const next = known.findIndex(({ from }) => from > day)
    const resumes = known[next]
    return next > 0 && resumes !== undefined ? { kind: 'suspended', date: resumes.from } : undefined
  }
  const { from, until } = known[at] as KnownRange
  const before = known[at - 1]?.until
  const after = known[at + 1]?.from
  if (until !== undefined && daysBetween(day, until) <= ANNOUNCE_DAYS && (after === undefined || daysBetween(until, after) > 1))
    return { kind: 'ends', date: until }
  if (before !== undefined && daysBetween(before, from) > 1 && daysBetween(from, day) <= CONFIRM_DAYS) return { kind: 'resumed', date: from }
  return undefined
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
