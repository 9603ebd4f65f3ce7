/**
 * The facts that nobody gave and that can no longer matter, each with the rule that was settled without it and the test
 * that settled it. A condition is read only as far as it decides something, so the facts come from the rules themselves.
 */
import type { FactPath, FactRef, Subject, Trace } from '#shared/trace/trace.ts'
import type { ConclusionTrace } from './evaluate.ts'
import { type CaseFacts, scopeOf, splitPath } from './facts.ts'
import { lookupOf } from './lookup.ts'
import type { PreparedPack } from './prepare.ts'
import { keyOf } from './solves.ts'
import type { CompiledPack, FactDeclaration, Rule } from './types.ts'
import { pathsIn } from './walk.ts'

export type TestTrace = Extract<Trace, { kind: 'test' }>
/** Facts that a rule was settled without, and the test that settled it. */
export type SettledWithout = { refs: FactRef[]; rule: string; by: TestTrace | undefined }

/** Facts not given, of rules that ended without them, each once; those in `named` are left out. */
export function settledWithout(
  proofs: readonly ConclusionTrace[],
  { ruleById, pack }: PreparedPack,
  facts: CaseFacts,
  named: ReadonlySet<string>,
): SettledWithout[] {
  const settled: SettledWithout[] = []
  const found = new Set(named)
  const looked = new Map<string, Uint8Array>()
  const declared = declaredIn(pack)
  for (const { parts, of } of proofs) {
    const lookedFor = lookedAt(looked, of, pack)
    for (const { id, because } of parts) {
      const rule = because.outcome.state === 'known' ? ruleById.get(id) : undefined
      if (rule === undefined) continue
      const refs: FactRef[] = []
      for (const place of declared(rule)) {
        if (lookedFor[place] === 1) continue
        lookedFor[place] = 1
        const { path } = pack.facts[place] as FactDeclaration
        for (const ref of subjectsOf(path, of, facts)) {
          if (isGiven(ref, facts)) continue
          const key = keyOf(ref)
          if (!found.has(key)) refs.push(ref)
          found.add(key)
        }
      }
      if (refs.length > 0) settled.push({ refs, rule: id, by: decisiveTest(because) })
    }
  }
  return settled
}

/** Marks, by place in the dictionary, the facts already looked at for a subject: the first rule that reads one decides what is said of it. */
function lookedAt(looked: Map<string, Uint8Array>, of: Subject, pack: CompiledPack): Uint8Array {
  const key = keyOf({ path: '', of })
  let places = looked.get(key)
  if (places === undefined) {
    places = new Uint8Array(pack.facts.length)
    looked.set(key, places)
  }
  return places
}

const DECLARED = new WeakMap<CompiledPack, (rule: Rule) => readonly number[]>()

/** Finds the places in the dictionary of the facts that a rule reads, each once. */
function declaredIn(pack: CompiledPack): (rule: Rule) => readonly number[] {
  let find = DECLARED.get(pack)
  if (find === undefined) {
    const { place: places } = lookupOf(pack)
    const byRule = new Map<Rule, readonly number[]>()
    find = (rule) => {
      let read = byRule.get(rule)
      if (read === undefined) {
        read = [...new Set(pathsIn(rule.when))].flatMap((path) => places.get(path) ?? [])
        byRule.set(rule, read)
      }
      return read
    }
    DECLARED.set(pack, find)
  }
  return find
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
  const { scope, name } = splitPath(path)
  switch (scope) {
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
