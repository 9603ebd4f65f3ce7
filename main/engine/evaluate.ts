/**
 * Evaluates conclusions of a prepared pack on the facts of a case and returns the proof. Every rule is read; a condition
 * only up to the part that ends it: what stands behind it can decide nothing.
 */
import type { FactPath, Outcome, RuleTrace, Subject, Trace, Value } from '#shared/trace/trace.ts'
import { type CaseFacts, type Cursor, type Env, scopeOf, subjectOf } from './facts.ts'
import { combine, conflict, isUndecided, known, mergeUndecided, notModelled, type Undecided, unknown } from './outcome.ts'
import type { PreparedPack } from './prepare.ts'
import type { BooleanTrace, Proving } from './proof-steps.ts'
import { proversOf, type ReadRule, ruleList } from './rule-list.ts'
import type { Rule } from './types.ts'

export type ConclusionTrace = Extract<Trace, { kind: 'conclusion' }>

const NOTHING_APPLIES = { en: 'No rule of the pack speaks to this.', zh: '规则包中没有适用于此的规则。' }

/** One case under one prepared pack. Conclusions are computed once for each item or party. */
export class Evaluation {
  readonly prepared: PreparedPack
  readonly facts: CaseFacts
  readonly #run: Proving
  /** By item, then by conclusion and, where it has one, its party or line. */
  readonly #done: Map<string, ConclusionTrace | typeof RUNNING>[]
  readonly #finished: ConclusionTrace[] = []
  readonly #marksRead = new Map<string, Marks>()

  constructor(prepared: PreparedPack, facts: CaseFacts) {
    this.prepared = prepared
    this.facts = facts
    const { size } = proversOf(prepared.pack)
    const rows = facts.items.length + 1
    this.#done = Array.from({ length: rows }, () => new Map())
    const items = facts.items.map(({ id }): Subject => ({ item: id }))
    this.#run = {
      facts,
      item: -1,
      party: -1,
      content: -1,
      owner: -1,
      lists: prepared.parameters,
      proofs: Array.from({ length: rows }, () => new Array<BooleanTrace | undefined>(size)),
      subject: (scope) => (scope === 'item' ? items[this.#run.item] : undefined) ?? subjectOf(scope, this.#run),
      conclude: (path) => this.#concluded(path),
      readBack: (fact, wanted) => this.#readBack(fact, wanted),
    }
  }

  /** The proof of one conclusion. Throws when the pack does not declare it or reasons in a circle (the loader refuses both). */
  conclude(path: FactPath, { item = -1, party = -1, content = -1, owner = -1 }: Env): ConclusionTrace {
    Object.assign(this.#run, { item, party, content, owner })
    return this.#concluded(path)
  }

  /** Every conclusion proved so far, in the order in which they were finished. */
  proofs(): ConclusionTrace[] {
    return [...this.#finished]
  }

  #concluded(path: FactPath): ConclusionTrace {
    const run = this.#run
    const { item, party, content, owner } = run
    const scope = scopeOf(path)
    const row = this.#done[scope === 'item' || scope === 'content' ? item + 1 : 0] as Map<string, ConclusionTrace | typeof RUNNING>
    const key = keyIn(scope, path, run)
    const done = row.get(key)
    if (done === RUNNING) throw new Error(`the conclusion ${path} rests on itself`)
    if (done !== undefined) return done
    row.set(key, RUNNING)
    run.item = scope === 'item' || scope === 'content' ? item : -1
    run.party = scope === 'party' || scope === 'owner' ? party : -1
    run.content = scope === 'content' ? content : -1
    run.owner = scope === 'owner' ? owner : -1
    const trace = this.#conclude(path, scope)
    run.item = item
    run.party = party
    run.content = content
    run.owner = owner
    row.set(key, trace)
    this.#finished.push(trace)
    return trace
  }

  #conclude(path: FactPath, scope: string): ConclusionTrace {
    const declaration = this.prepared.conclusions.get(path)
    if (declaration === undefined) throw new Error(`the pack declares no conclusion ${path}`)
    const eccn = this.facts.items[this.#run.item]?.facts.eccn
    const { rules, skipped } = ruleList(this.prepared, path, eccn === undefined ? undefined : String(eccn.value))
    // While the entry is not known, the rules of single entries are all open.
    const open = eccn === undefined && skipped > 0 ? unknown({ path: 'item.eccn', of: this.#run.subject('item') }) : undefined
    const applied = withOverrides(
      rules,
      rules.map((one) => this.#rule(one)),
    )
    const of = this.#run.subject(scope)
    if (declaration.combine === 'any') return { kind: 'conclusion', path, of, ...combineAny(rules, applied, open), skipped }
    const combined = combineSingle(applied, open, declaration.otherwise, (id) => this.prepared.ruleById.get(id))
    return { kind: 'conclusion', path, of, ...combined, parts: applied, skipped }
  }

  #rule({ rule, prove }: ReadRule): RuleTrace {
    const because = prove(this.#run)
    const condition = because.outcome
    if (isUndecided(condition)) return { kind: 'rule', id: rule.id, applied: 'undecided', outcome: condition, because }
    if (!condition.value) return { kind: 'rule', id: rule.id, applied: 'no', outcome: condition, because }
    if ('notModelled' in rule.then) return { kind: 'rule', id: rule.id, applied: 'undecided', outcome: notModelled(rule.then.notModelled), because }
    const value = rule.then.value
    const outcome: Outcome = condition.state === 'assumed' ? { state: 'assumed', value, from: condition.from } : { state: 'known', value }
    return { kind: 'rule', id: rule.id, applied: 'yes', outcome, because }
  }

  /** Whether a licence requirement with one of these marks (reasons, citations) stands, read from the proof of the licence conclusion. */
  #readBack(fact: FactPath, wanted: readonly string[]): ReturnType<Proving['readBack']> {
    const licence = this.#concluded(this.prepared.pack.regime.licence)
    const { found, places } = this.#marks(fact, licence)
    const [only = ''] = wanted
    const at = wanted.length === 1 ? (places.get(only) ?? []) : [...new Set(wanted.flatMap((mark) => places.get(mark) ?? []))].sort((a, b) => a - b)
    const matching = at.map((place) => asBoolean(licence.parts[place] as RuleTrace))
    return { of: licence.of, found, outcome: combine(matching, true).outcome }
  }

  /** The marks of the requirements that stand, and the places of the rules that bear each mark. Many rules read them. */
  #marks(fact: FactPath, licence: ConclusionTrace): Marks {
    const key = `${fact}|${licence.of.item ?? ''}`
    let read = this.#marksRead.get(key)
    if (read === undefined) {
      const eccn = this.facts.items[this.#run.item]?.facts.eccn
      const places = ruleList(this.prepared, licence.path, eccn === undefined ? undefined : String(eccn.value)).places(fact)
      const standing = (place: number) => licence.parts[place]?.applied === 'yes'
      const is = [...places].flatMap(([mark, borne]) => (borne.some(standing) ? [mark] : [])).sort()
      read = { found: { state: 'known', value: { is, maybe: [] } }, places }
      this.#marksRead.set(key, read)
    }
    return read
  }
}

type Marks = { found: Outcome; places: ReadonlyMap<string, readonly number[]> }

/** Stands for a conclusion that is being read. */
const RUNNING = Symbol('running')

/** Names a conclusion and its subject beside the item. */
function keyIn(scope: string, path: FactPath, { party, content, owner }: Cursor): string {
  if (scope === 'party') return `${path}|${party}`
  if (scope === 'content') return `${path}|${content}`
  return scope === 'owner' ? `${path}|${party}|${owner}` : path
}

/** A rule yields to one that overrides it and applies; while that is open the overridden rule is open too. */
function withOverrides(rules: readonly ReadRule[], traces: readonly RuleTrace[]): RuleTrace[] {
  return traces.map((trace, i) => {
    const overriders = rules[i]?.overriders ?? []
    if (overriders.length === 0 || trace.applied === 'no') return trace
    const open: Undecided[] = []
    for (const place of overriders) {
      const by = traces[place] as RuleTrace
      if (by.applied === 'yes' && by.outcome.state === 'known') return { ...trace, applied: 'overridden', by: by.id }
      if (isUndecided(by.outcome)) open.push(by.outcome)
      else if (by.outcome.state === 'assumed') open.push({ state: 'unknown', missing: by.outcome.from, what: [], between: [] })
    }
    if (open.length === 0) return trace
    const own = isUndecided(trace.outcome) ? [trace.outcome] : []
    return { ...trace, applied: 'undecided', outcome: mergeUndecided([...own, ...open]) }
  })
}

/**
 * A rule of an `any` conclusion that concludes false adds nothing by itself, applied or open: it only sets others aside,
 * and those are open while it is.
 */
const onlyLifting = ({ then }: Rule, trace: RuleTrace): RuleTrace =>
  'value' in then && then.value === false && trace.applied !== 'overridden' ? { ...trace, outcome: known(false) } : trace

/** What a rule adds to an `any` conclusion: its value when it applies, nothing when it does not or is overridden. */
function asBoolean(part: RuleTrace): Outcome<boolean> {
  if (part.applied === 'overridden') return known(false)
  if (part.applied === 'no' || isUndecided(part.outcome)) return part.outcome as Outcome<boolean>
  return part.outcome.value === true ? (part.outcome as Outcome<boolean>) : known(false)
}

function combineAny(
  rules: readonly ReadRule[],
  applied: readonly RuleTrace[],
  open: Undecided | undefined,
): Pick<ConclusionTrace, 'outcome' | 'decisive' | 'parts'> {
  const parts = applied.map((trace, i) => onlyLifting((rules[i] as ReadRule).rule, trace))
  const results = parts.map(asBoolean)
  if (open !== undefined) results.push(open as Outcome<boolean>)
  const { outcome, decisive } = combine(results, true)
  return { outcome, decisive: open === undefined ? decisive : decisive.filter((i) => i < parts.length), parts }
}

/** Rules of a `single` conclusion must agree: two values with no declared order are a conflict. */
function combineSingle(
  parts: RuleTrace[],
  open: Undecided | undefined,
  otherwise: Value | undefined,
  ruleOf: (id: string) => Rule | undefined,
): { outcome: Outcome; decisive: number[] } {
  const applied: number[] = []
  const undecided: number[] = []
  parts.forEach((part, i) => {
    if (part.applied === 'yes') applied.push(i)
    else if (part.applied === 'undecided') undecided.push(i)
  })
  const values = applied.map((i) => parts[i]?.outcome as Extract<Outcome, { value: Value }>)
  const first = values[0]
  const assumedAway = parts.flatMap((part) => (part.applied === 'no' && part.outcome.state === 'assumed' ? part.outcome.from : []))
  const agrees = (i: number) => {
    const then = ruleOf(parts[i]?.id ?? '')?.then
    return then !== undefined && 'value' in then && sameValue(then.value, (first as { value: Value }).value)
  }
  if (open === undefined && first?.state === 'known' && values.every((value) => sameValue(value.value, first.value)) && undecided.every(agrees)) {
    return { outcome: assumedAway.length > 0 ? { state: 'assumed', value: first.value, from: assumedAway } : first, decisive: applied }
  }
  if (undecided.length > 0 || open !== undefined) {
    const merged = mergeUndecided([...undecided.map((i) => parts[i]?.outcome as Undecided), ...(open === undefined ? [] : [open])])
    return { outcome: merged, decisive: undecided }
  }
  if (first === undefined) {
    const outcome: Outcome =
      otherwise === undefined
        ? notModelled(NOTHING_APPLIES)
        : assumedAway.length > 0
          ? { state: 'assumed', value: otherwise, from: assumedAway }
          : { state: 'known', value: otherwise }
    return { outcome, decisive: parts.map((_, i) => i) }
  }
  if (values.some((value) => !sameValue(value.value, first.value))) return { outcome: conflict(applied.map((i) => parts[i]?.id as string)), decisive: applied }
  return { outcome: values.find((value) => value.state === 'known') ?? first, decisive: applied }
}

const sameValue = (a: Value, b: Value): boolean => (typeof a === 'object' || typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : a === b)
