/**
 * Which of the missing facts to ask for now. Inside an `all` only the first open part is asked: answered against the rule
 * it makes the rest moot, so that an answer is never wanted that an earlier one would have made needless.
 */
import type { FactRef, Trace } from '#shared/trace/trace.ts'
import { keyOf, type ProofOf, unlistedIn } from './solves.ts'

/** The facts to ask next for an open proof, without repetition. Empty when no fact can settle it. */
export function frontier(trace: Trace, proofOf: ProofOf): FactRef[] {
  const found = new Map<string, FactRef>()
  for (const ref of visit(trace, proofOf)) if (!found.has(keyOf(ref))) found.set(keyOf(ref), ref)
  return [...found.values()]
}

function visit(trace: Trace, proofOf: ProofOf): FactRef[] {
  const { outcome } = trace
  if (outcome.state === 'known') return []
  switch (trace.kind) {
    case 'all':
    case 'every':
      return first(trace.parts, proofOf) ?? missing(trace)
    case 'any':
    case 'some':
    case 'not': {
      const asked = trace.parts.flatMap((part) => visit(part, proofOf))
      return trace.kind === 'some' ? [...unlistedIn(trace), ...asked] : asked
    }
    case 'conclusion': {
      const entry = missing(trace).filter((ref) => trace.skipped > 0 && ref.path === 'item.eccn')
      return entry.length > 0 ? entry : trace.parts.flatMap((part) => visit(part, proofOf))
    }
    case 'rule': {
      if (trace.applied === 'overridden') return []
      const own = visit(trace.because, proofOf)
      return own.length > 0 ? own : missing(trace)
    }
    case 'test': {
      const inner = proofOf(trace.ref)
      const asked = inner === undefined ? [] : visit(inner, proofOf)
      return asked.length > 0 ? asked : missing(trace)
    }
    case 'not-modelled':
      return []
  }
}

/** The first part that facts could settle. */
function first(parts: readonly Trace[], proofOf: ProofOf): FactRef[] | undefined {
  for (const part of parts) {
    const asked = visit(part, proofOf)
    if (asked.length > 0) return asked
  }
  return undefined
}

function missing({ outcome }: Trace): FactRef[] {
  if (outcome.state === 'known') return []
  return outcome.state === 'assumed' ? outcome.from : outcome.missing
}
