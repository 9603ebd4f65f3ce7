/**
 * The compact text of a proof, for its hash. The rules themselves are fixed by the hash of their pack, so that the text
 * needs only what this case made of them: for each conclusion and rule the state, and for each part what was found.
 */
import type { Outcome, Subject, Trace, Value } from './trace.ts'

/** Same proof, same text, on every machine. Two proofs under one pack differ in their text wherever they differ at all. */
export function proofText(traces: readonly Trace[]): string {
  let text = ''
  for (const trace of traces) text += `${traceText(trace)}\n`
  return text
}

function traceText(trace: Trace): string {
  switch (trace.kind) {
    case 'conclusion':
      return `${subjectText(trace.path, trace.of)}=${outcomeText(trace.outcome)}[${parts(trace.parts)}]`
    case 'rule':
      return `${trace.id} ${trace.applied}${trace.by === undefined ? '' : ` ${trace.by}`} ${outcomeText(trace.outcome)}(${traceText(trace.because)});`
    case 'test':
      return `${trace.ref.path}${outcomeText(trace.found)}>${outcomeText(trace.outcome)},`
    case 'not-modelled':
      return `${outcomeText(trace.outcome)},`
    default:
      return `${trace.kind}${outcomeText(trace.outcome)}{${parts(trace.parts)}}`
  }
}

function parts(traces: readonly Trace[]): string {
  let text = ''
  for (const trace of traces) text += traceText(trace)
  return text
}

function outcomeText(outcome: Outcome): string {
  if (outcome.state === 'known') return `:${valueText(outcome.value)}`
  if (outcome.state === 'assumed') return `~${valueText(outcome.value)}`
  let text = outcome.state === 'unknown' ? '?' : outcome.state === 'conflict' ? '!' : '-'
  for (const { path, of } of outcome.missing) text += `${subjectText(path, of)} `
  for (const rule of outcome.between) text += `${rule} `
  return text
}

const subjectText = (path: string, { item, party, line, owner }: Subject): string =>
  `${path}|${item ?? ''}|${party ?? ''}${line === undefined ? '' : `|line ${line}`}${owner === undefined ? '' : `|owner ${owner}`}`

function valueText(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  return JSON.stringify('is' in value ? [value.is, value.maybe] : [value.min ?? null, value.max ?? null])
}
