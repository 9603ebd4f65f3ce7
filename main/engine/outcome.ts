/**
 * The arithmetic of knowing. A proposition is known, assumed, or undecided; an undecided one says which facts are
 * missing, which law is not modelled and which rules disagree. An `all` ends only on a known false and an `any` only on
 * a known true: an assumption never settles what is still open.
 */
import type { FactRef, Outcome, RuleId, Value, Words } from '#shared/trace/trace.ts'

export type Undecided = Extract<Outcome, { missing: FactRef[] }>

const TRUE: Outcome<boolean> = { state: 'known', value: true }
const FALSE: Outcome<boolean> = { state: 'known', value: false }

export const known = (value: boolean): Outcome<boolean> => (value ? TRUE : FALSE)
export const isUndecided = (outcome: Outcome<Value>): outcome is Undecided => outcome.state !== 'known' && outcome.state !== 'assumed'
export const isKnown = (outcome: Outcome<Value>, value: Value): boolean => outcome.state === 'known' && outcome.value === value

export const unknown = (ref: FactRef): Undecided => ({ state: 'unknown', missing: [ref], what: [], between: [] })
export const notModelled = (what: Words): Undecided => ({ state: 'not-modelled', missing: [], what: [what], between: [] })
export const conflict = (between: RuleId[]): Undecided => ({ state: 'conflict', missing: [], what: [], between })

const sameRef = (a: FactRef, b: FactRef) =>
  a.path === b.path && a.of.item === b.of.item && a.of.party === b.of.party && a.of.line === b.of.line && a.of.owner === b.of.owner

/** Puts undecided outcomes together without repeating what they miss. The state is the first that applies. */
export function mergeUndecided(parts: readonly Undecided[]): Undecided {
  const first = parts[0]
  if (first !== undefined && parts.length === 1) return first
  const missing: FactRef[] = []
  const what: Words[] = []
  const between: RuleId[] = []
  for (const part of parts) {
    for (const ref of part.missing) if (!missing.some((other) => sameRef(other, ref))) missing.push(ref)
    for (const words of part.what) if (!what.includes(words)) what.push(words)
    for (const rule of part.between) if (!between.includes(rule)) between.push(rule)
  }
  return { state: missing.length > 0 ? 'unknown' : what.length > 0 ? 'not-modelled' : 'conflict', missing, what, between }
}

export type Combined = { outcome: Outcome<boolean>; decisive: number[] }

/**
 * Combines the parts of an `all` (`ends` false) or an `any` (`ends` true). `decisive` holds the parts that settle the
 * outcome now: the ending parts, or the open ones, or all of them.
 */
export function combine(parts: readonly Outcome<boolean>[], ends: boolean): Combined {
  let settled = true
  let ended = 0
  for (const part of parts) {
    if (part.state !== 'known') settled = false
    else if (part.value === ends) ended++
  }
  if (ended > 0) return { outcome: known(ends), decisive: indexes(parts, (part) => part.state === 'known' && part.value === ends) }
  if (settled) return { outcome: known(!ends), decisive: firstIndexes(parts.length) }
  const open = indexes(parts, isUndecided)
  if (open.length > 0) return { outcome: mergeUndecided(open.map((i) => parts[i] as Undecided)), decisive: open }
  const assumed = indexes(parts, (part) => part.state === 'assumed')
  if (assumed.length > 0) {
    const assumedEnders = assumed.filter((i) => (parts[i] as { value: boolean }).value === ends)
    const because = assumedEnders.length > 0 ? assumedEnders : assumed
    const from = because.flatMap((i) => (parts[i] as { from: FactRef[] }).from)
    return { outcome: { state: 'assumed', value: assumedEnders.length > 0 ? ends : !ends, from }, decisive: because }
  }
  return { outcome: known(!ends), decisive: firstIndexes(parts.length) }
}

const FIRST: number[][] = []
const ONLY: number[][] = []

/** 0 to count-1. Shared, as is all that proofs are made of: they are read, never changed. */
export function firstIndexes(count: number): number[] {
  const made = FIRST[count]
  if (made !== undefined) return made
  const fresh = Array.from({ length: count }, (_, i) => i)
  FIRST[count] = fresh
  return fresh
}

/** The one index, shared in the same way. */
export function onlyIndex(index: number): number[] {
  const made = ONLY[index]
  if (made !== undefined) return made
  const fresh = [index]
  ONLY[index] = fresh
  return fresh
}

function indexes(parts: readonly Outcome<boolean>[], chosen: (part: Outcome<boolean>) => boolean): number[] {
  const found: number[] = []
  for (let i = 0; i < parts.length; i++) if (chosen(parts[i] as Outcome<boolean>)) found.push(i)
  return found
}

/** The contrary: what is undecided stays so. */
export function negate(outcome: Outcome<boolean>): Outcome<boolean> {
  if (outcome.state === 'known') return known(!outcome.value)
  if (outcome.state === 'assumed') return { ...outcome, value: !outcome.value }
  return outcome
}
