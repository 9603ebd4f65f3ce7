/**
 * The facts that nobody gave and that can no longer matter, each with the rule that was settled without it and the test
 * that settled it. A condition is read only as far as it decides something, so the facts come from the rules themselves.
 */
import type { FactPath, FactRef, Subject, Trace } from '#shared/trace/trace.ts'
import type { ConclusionTrace } from './evaluate.ts'
import { type CaseFacts, scopeOf } from './facts.ts'
import type { PreparedPack } from './prepare.ts'
import { keyOf } from './solves.ts'
import type { Expr, Rule } from './types.ts'

export type TestTrace = Extract<Trace, { kind: 'test' }>
export type SettledWithout = { ref: FactRef; rule: string; by: TestTrace | undefined }

/** Facts not given, of rules that ended without them; those in `named` are left out. */
export function settledWithout(
  proofs: readonly ConclusionTrace[],
  { ruleById, facts: declared }: PreparedPack,
  facts: CaseFacts,
  named: ReadonlySet<string>,
): SettledWithout[] {
  const found = new Map<string, SettledWithout>()
  const looked = new Map<string, Set<FactPath>>()
  for (const { parts, of } of proofs) {
    const lookedFor = lookedAt(looked, of)
    for (const { id, because } of parts) {
      if (because.outcome.state !== 'known') continue
      const rule = ruleById.get(id)
      if (rule === undefined) continue
      for (const path of pathsOf(rule)) {
        if (lookedFor.has(path)) continue
        lookedFor.add(path)
        if (!declared.has(path)) continue
        for (const ref of subjectsOf(path, of, facts)) {
          const key = keyOf(ref)
          if (!named.has(key) && !found.has(key) && !isGiven(ref, facts)) found.set(key, { ref, rule: id, by: decisiveTest(because) })
        }
      }
    }
  }
  return [...found.values()]
}

/** Paths already looked at for a subject: the first rule that reads one decides what is said of it. */
function lookedAt(looked: Map<string, Set<FactPath>>, of: Subject): Set<FactPath> {
  const key = keyOf({ path: '', of })
  let paths = looked.get(key)
  if (paths === undefined) {
    paths = new Set()
    looked.set(key, paths)
  }
  return paths
}

const PATHS = new WeakMap<Rule, readonly FactPath[]>()

function pathsOf(rule: Rule): readonly FactPath[] {
  let paths = PATHS.get(rule)
  if (paths === undefined) {
    paths = [...new Set(pathsIn(rule.when))]
    PATHS.set(rule, paths)
  }
  return paths
}

/** Every fact that a condition reads, whatever it decides. */
export function* pathsIn(expr: Expr): Generator<FactPath> {
  if (expr.kind === 'all' || expr.kind === 'any') for (const part of expr.parts) yield* pathsIn(part)
  else if (expr.kind === 'not') yield* pathsIn(expr.part)
  else if (expr.kind === 'some' || expr.kind === 'every') yield* pathsIn(expr.where)
  else if (expr.kind === 'test') {
    yield expr.path
    if (expr.against.kind === 'fact') yield expr.against.path
  }
}

/** Whose fact it is: the conclusion's own item or party, or every party where the rule runs over them. */
function subjectsOf(path: FactPath, of: Subject, facts: CaseFacts): FactRef[] {
  switch (scopeOf(path)) {
    case 'item':
      return of.item === undefined ? [] : [{ path, of: { item: of.item } }]
    case 'party':
      return of.party === undefined ? facts.parties.map(({ name }) => ({ path, of: { party: name } })) : [{ path, of: { party: of.party } }]
    case 'transaction':
    case 'endUse':
    case 'case':
      return [{ path, of: {} }]
    default:
      return []
  }
}

function isGiven({ path, of }: FactRef, { transaction, endUse, case: general, items, parties }: CaseFacts): boolean {
  const name = path.slice(path.indexOf('.') + 1)
  switch (scopeOf(path)) {
    case 'item':
      return name in (items.find(({ id }) => id === of.item)?.facts ?? {})
    case 'party':
      return name in (parties.find((party) => party.name === of.party)?.facts ?? {})
    case 'transaction':
      return name in transaction
    case 'endUse':
      return name in endUse
    default:
      return name in general
  }
}

/** Follows the decisive line down to the first test. */
function decisiveTest(trace: Trace): TestTrace | undefined {
  if (trace.kind === 'test') return trace
  if (!('parts' in trace)) return undefined
  for (const i of trace.decisive) {
    const part = trace.parts[i]
    const test = part === undefined ? undefined : decisiveTest(part)
    if (test !== undefined) return test
  }
  return undefined
}
