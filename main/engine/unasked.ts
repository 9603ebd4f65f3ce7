/**
 * The facts that a proof read without knowing them, and for each that can no longer matter the test that settled the
 * matter without it. Read from the proof alone.
 */
import type { FactRef, RuleTrace, Trace } from '#shared/trace/trace.ts'
import { isUndecided } from './outcome.ts'
import { keyOf } from './solves.ts'

export type SettledWithout = { ref: FactRef; rule: string; by: Extract<Trace, { kind: 'test' }> | undefined }

/** All facts not given that the proof touched inside rules that ended without them. */
export function settledWithout(traces: readonly Trace[]): SettledWithout[] {
  const found = new Map<string, SettledWithout>()
  for (const trace of traces) visitConclusion(trace, found)
  return [...found.values()]
}

function visitConclusion(trace: Trace, found: Map<string, SettledWithout>): void {
  if (trace.kind === 'conclusion') for (const part of trace.parts) visitRule(part, found)
}

function visitRule(rule: RuleTrace, found: Map<string, SettledWithout>): void {
  if (rule.because.outcome.state !== 'known') return
  const open: FactRef[] = []
  collectOpen(rule.because, open)
  if (open.length === 0) return
  const by = decisiveTest(rule.because)
  for (const ref of open) {
    const key = keyOf(ref)
    if (!found.has(key)) found.set(key, { ref, rule: rule.id, by })
  }
}

/** Follows the decisive line down to the first test. */
function decisiveTest(trace: Trace): Extract<Trace, { kind: 'test' }> | undefined {
  if (trace.kind === 'test') return trace
  if (!('parts' in trace)) return undefined
  for (const i of trace.decisive) {
    const part = trace.parts[i]
    const test = part === undefined ? undefined : decisiveTest(part)
    if (test !== undefined) return test
  }
  return undefined
}

function collectOpen(trace: Trace, into: FactRef[]): void {
  if (trace.kind === 'test') {
    if (isUndecided(trace.found)) into.push(...trace.found.missing)
  } else if (trace.kind === 'rule') collectOpen(trace.because, into)
  else if ('parts' in trace) for (const part of trace.parts) collectOpen(part, into)
}
