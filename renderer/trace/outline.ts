/**
 * Flattens a proof into the rows of an outline: the decisive line stays open, what decides nothing is folded into one row.
 * A test of a fact that rules conclude goes on with the proof of that conclusion, which stands beside it in the record.
 */
import type { Outcome, Subject, Trace } from '#shared/trace/trace.ts'

export type OutlineNode = {
  key: string
  trace: Trace
  depth: number
  decisive: boolean
  children: OutlineNode[]
}

const partsOf = (trace: Trace): { parts: Trace[]; decisive: number[] } => {
  switch (trace.kind) {
    case 'conclusion':
    case 'all':
    case 'any':
    case 'not':
    case 'some':
    case 'every':
      return { parts: trace.parts, decisive: trace.decisive }
    case 'rule':
      return { parts: [trace.because], decisive: [0] }
    case 'test':
    case 'not-modelled':
      return { parts: [], decisive: [] }
  }
}

/** A condition of one part says nothing that its part does not say. */
const isHollow = (trace: Trace): boolean => (trace.kind === 'all' || trace.kind === 'any') && trace.parts.length === 1

const conclusionKey = (path: string, of: Subject): string => `${path}|${of.item ?? ''}|${of.party ?? ''}|${of.line ?? ''}|${of.owner ?? ''}`
export type Conclusions = ReadonlyMap<string, Trace>

/** Conclusions by the fact they decide. */
export const conclusionsOf = (traces: Trace[]): Conclusions =>
  new Map(traces.flatMap((trace) => (trace.kind === 'conclusion' ? [[conclusionKey(trace.path, trace.of), trace] as const] : [])))

/** What holds or is undecided comes first, then what does not hold, then plain values; otherwise the order of the record. */
export function readingOrder(traces: Trace[]): Trace[] {
  const rank = ({ outcome }: Trace): number => (outcome.state !== 'known' || outcome.value === true ? 0 : outcome.value === false ? 1 : 2)
  return [...traces].sort((one, other) => rank(one) - rank(other))
}

/** `above` holds the conclusions on the way here, so that none is opened inside itself. */
export function outlineOf(
  trace: Trace,
  conclusions: Conclusions = new Map(),
  decisive = true,
  depth = 0,
  key = '0',
  above: ReadonlySet<Trace> = new Set(),
): OutlineNode {
  const only = isHollow(trace) ? partsOf(trace).parts[0] : undefined
  if (only) return outlineOf(only, conclusions, decisive, depth, key, above)
  const rest = trace.kind === 'test' ? conclusions.get(conclusionKey(trace.ref.path, trace.ref.of)) : undefined
  const follows = rest !== undefined && !above.has(rest)
  const { parts, decisive: deciding } = follows ? { parts: [rest], decisive: [0] } : partsOf(trace)
  const way = trace.kind === 'conclusion' ? new Set([...above, trace]) : above
  const children = parts.map((part, at) => outlineOf(part, conclusions, decisive && deciding.includes(at), depth + 1, `${key}.${at}`, way))
  return { key, trace, depth, decisive, children }
}

export type OutlineRow =
  | { kind: 'node'; key: string; depth: number; node: OutlineNode; open: boolean; parent: string | null }
  | { kind: 'fold'; key: string; depth: number; count: number; parent: string }

/** Open by itself: the decisive line. What the officer opened or closed by hand goes before. */
export const opensByItself = (node: OutlineNode): boolean => node.decisive && node.children.length > 0 && !isNegative(node.trace)

/** A conclusion that does not hold, or a rule that does not apply: said in one row, its grounds on request. */
const isNegative = (trace: Trace): boolean =>
  (trace.kind === 'conclusion' && trace.outcome.state === 'known' && trace.outcome.value === false) || (trace.kind === 'rule' && trace.applied === 'no')

/**
 * The rows to draw. `toggled` holds the keys whose state differs from opening by itself; `unfolded` the nodes whose
 * undecisive parts are shown.
 */
export function rowsOf(node: OutlineNode, toggled: ReadonlySet<string>, unfolded: ReadonlySet<string>, parent: string | null = null): OutlineRow[] {
  const open = node.children.length > 0 && opensByItself(node) !== toggled.has(node.key)
  const rows: OutlineRow[] = [{ kind: 'node', key: node.key, depth: node.depth, node, open, parent }]
  if (!open) return rows
  const shown =
    node.decisive && node.children.some((child) => child.decisive) && !unfolded.has(node.key) ? node.children.filter((child) => child.decisive) : node.children
  for (const child of shown) rows.push(...rowsOf(child, toggled, unfolded, node.key))
  const folded = node.children.length - shown.length
  if (folded > 0) rows.push({ kind: 'fold', key: `${node.key}+`, depth: node.depth + 1, count: folded, parent: node.key })
  return rows
}

/** Every key with children, for opening everything at once. */
export function branches(node: OutlineNode): OutlineNode[] {
  return node.children.length === 0 ? [] : [node, ...node.children.flatMap(branches)]
}

/** The mark of a row: truth, a value, or why it is undecided. */
export function markOf(outcome: Outcome): 'yes' | 'no' | 'value' | 'assumed' | 'unknown' | 'conflict' | 'not-modelled' {
  if (outcome.state === 'known') return outcome.value === true ? 'yes' : outcome.value === false ? 'no' : 'value'
  return outcome.state
}
