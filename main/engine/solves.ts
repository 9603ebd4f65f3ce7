/**
 * From a proof to what would settle it: the smallest sets of facts that, with some answer, make the outcome known. One
 * known false part ends an `all`, so each open part alone may settle it; for the other outcome all parts are needed.
 */
import type { FactRef, Trace } from '#shared/trace/trace.ts'
import { UNLISTED } from './facts.ts'
import { isUndecided } from './outcome.ts'

/** A set of facts, as keys, sorted. */
type FactSet = readonly string[]
/** Alternatives: any one of the sets is enough. `[[]]` holds already, `[]` cannot be reached by facts. */
export type Alternatives = readonly FactSet[]

export const ALREADY: Alternatives = [[]]
export const NEVER: Alternatives = []

/** Keeps the search small: the smallest sets are what an officer can use. */
const MOST = 12

export const keyOf = ({ path, of }: FactRef): string =>
  `${path}|${of.item ?? ''}|${of.party ?? ''}${of.line === undefined ? '' : `|${of.line}`}${of.owner === undefined ? '' : `||${of.owner}`}`

/** Any one of several ways. */
export function either(...ways: Alternatives[]): Alternatives {
  return smallest(ways.flat())
}

/** All of several conditions together. */
export function both(...ways: Alternatives[]): Alternatives {
  let sets: Alternatives = ALREADY
  for (const way of ways) {
    const next: FactSet[] = []
    for (const left of sets) for (const right of way) next.push([...new Set([...left, ...right])].sort())
    sets = smallest(next)
  }
  return sets
}

function smallest(sets: readonly FactSet[]): Alternatives {
  const sorted = [...sets].sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
  const kept: FactSet[] = []
  for (const set of sorted) {
    if (kept.length >= MOST) break
    if (!kept.some((other) => other.every((key) => set.includes(key)))) kept.push(set)
  }
  return kept
}

/** Finds the proof of a fact that rules conclude; undefined for a fact that people give. */
export type ProofOf = (ref: FactRef) => Trace | undefined

/** The smallest sets of facts that can make the proposition known to be `value`. */
export function canBecome(trace: Trace, value: boolean, proofOf: ProofOf): Alternatives {
  const { outcome } = trace
  if (outcome.state === 'known') return outcome.value === value ? ALREADY : NEVER
  switch (trace.kind) {
    case 'all':
    case 'every':
      return combineParts(trace.parts, !value, value, incomplete(trace), proofOf)
    case 'any':
    case 'some':
      return combineParts(trace.parts, value, value, incomplete(trace), proofOf)
    case 'conclusion': {
      const missing = trace.outcome.state === 'unknown' && trace.skipped > 0 ? [refs(trace.outcome.missing.filter((ref) => ref.path === 'item.eccn'))] : []
      return combineParts(
        trace.parts,
        value,
        value,
        missing.filter((set) => set.length > 0),
        proofOf,
      )
    }
    case 'rule':
      return trace.applied === 'overridden' ? (value ? NEVER : ALREADY) : canBecome(trace.because, value, proofOf)
    case 'not':
      return canBecome(trace.parts[0] as Trace, !value, proofOf)
    case 'test': {
      const inner = typeof trace.against === 'boolean' ? proofOf(trace.ref) : undefined
      return inner === undefined ? fromRefs(trace) : canBecome(inner, trace.against === true ? value : !value, proofOf)
    }
    case 'not-modelled':
      return NEVER
  }
}

/** `one` says whether a single part reaching `value` is enough; `extra` are open sets beside the parts. */
function combineParts(parts: readonly Trace[], one: boolean, value: boolean, extra: FactSet[], proofOf: ProofOf): Alternatives {
  const ways = parts.map((part) => canBecome(part, value, proofOf))
  return one ? either(...ways, extra) : both(...ways, ...extra.map((set) => [set]))
}

/** A quantifier over what is not all named stays open beside its parts. */
function incomplete(trace: Extract<Trace, { parts: Trace[] }>): FactSet[] {
  if ((trace.kind !== 'some' && trace.kind !== 'every') || !isUndecided(trace.outcome)) return []
  const named = refs(unlistedIn(trace))
  return named.length > 0 ? [named] : []
}

function fromRefs(trace: Trace): Alternatives {
  const { outcome } = trace
  if (outcome.state === 'assumed') return [refs(outcome.from)]
  if (outcome.state === 'unknown') return [refs(outcome.missing)]
  return NEVER
}

/** The fact that stands for members that a quantifier's case does not yet name. */
export function unlistedIn(trace: Extract<Trace, { kind: 'some' | 'every' }>): FactRef[] {
  const path = trace.over === 'item' ? undefined : UNLISTED[trace.over as keyof typeof UNLISTED]
  return isUndecided(trace.outcome) ? trace.outcome.missing.filter((ref) => ref.path === path) : []
}

const refs = (list: readonly FactRef[]): FactSet => [...new Set(list.map(keyOf))].sort()
