/**
 * Evaluates conclusions of a prepared pack on the facts of a case and returns the proof. Every rule is read; a condition
 * only up to the part that ends it: what stands behind it can decide nothing.
 */
import type { FactPath, FactRef, Outcome, RuleTrace, Trace, Value, Words } from '#shared/trace/trace.ts'
import { type CaseFacts, type Env, type Listed, readFact, scopeOf, subjectOf, UNLISTED } from './facts.ts'
import { combine, conflict, isUndecided, known, mergeUndecided, negate, notModelled, type Undecided, unknown } from './outcome.ts'
import type { PreparedPack } from './prepare.ts'
import { isShared } from './share.ts'
import { decide, type Operand } from './test-operators.ts'
import type { Against, Expr, Quantified, Rule } from './types.ts'

export type ConclusionTrace = Extract<Trace, { kind: 'conclusion' }>
type TestExpr = Extract<Expr, { kind: 'test' }>
type BooleanTrace = Exclude<Trace, { kind: 'conclusion' } | { kind: 'rule' }>

const NOTHING_APPLIES = { en: 'No rule of the pack speaks to this.', zh: '规则包中没有适用于此的规则。' }

/** One case under one prepared pack. Conclusions are computed once for each item or party. */
export class Evaluation {
  readonly prepared: PreparedPack
  readonly facts: CaseFacts
  /** By item, then by conclusion and, where it has one, its party or line. */
  readonly #done: Map<string, ConclusionTrace | typeof RUNNING>[] = []
  readonly #finished: ConclusionTrace[] = []
  readonly #shared: Map<Expr, BooleanTrace>[] = []
  readonly #marksRead = new Map<string, Marks>()
  readonly #lists = new Map<string, ReadOperand>()

  constructor(prepared: PreparedPack, facts: CaseFacts) {
    this.prepared = prepared
    this.facts = facts
  }

  /** The proof of one conclusion. Throws when the pack does not declare it or reasons in a circle (the loader refuses both). */
  conclude(path: FactPath, env: Env): ConclusionTrace {
    const scope = scopeOf(path)
    const row = rowOf(this.#done, scope === 'item' || scope === 'content' ? env.item : undefined)
    const key = keyIn(scope, path, env)
    const done = row.get(key)
    if (done === RUNNING) throw new Error(`the conclusion ${path} rests on itself`)
    if (done !== undefined) return done
    row.set(key, RUNNING)
    const trace = this.#conclude(path, envOf(scope, env))
    row.set(key, trace)
    this.#finished.push(trace)
    return trace
  }

  /** Every conclusion proved so far, in the order in which they were finished. */
  proofs(): ConclusionTrace[] {
    return [...this.#finished]
  }

  #conclude(path: FactPath, env: Env): ConclusionTrace {
    const declaration = this.prepared.conclusions.get(path)
    if (declaration === undefined) throw new Error(`the pack declares no conclusion ${path}`)
    const { rules, skipped, open } = this.#rulesFor(path, env)
    const applied = this.#applyOverrides(rules.map((rule) => ({ rule, trace: this.#rule(rule, env) })))
    const any = declaration.combine === 'any'
    const parts = any ? applied.map((trace, i) => onlyLifting(rules[i] as Rule, trace)) : applied
    const of = subjectOf(path, env, this.facts)
    const combined = any ? combineAny(parts, open) : combineSingle(parts, open, declaration.otherwise, (id) => this.prepared.ruleById.get(id))
    return { kind: 'conclusion', path, of, ...combined, parts, skipped }
  }

  /** Rules of single control entries are read only for the item's entry; while it is unknown they are all open. */
  #rulesFor(path: FactPath, env: Env): { rules: Rule[]; skipped: number; open: Undecided | undefined } {
    const index = this.prepared.rules.get(path)
    if (index === undefined) return { rules: [], skipped: 0, open: undefined }
    if (index.indexed === 0) return { rules: index.general, skipped: 0, open: undefined }
    const { ref, outcome } = readFact('item.eccn', env, this.facts)
    if (isUndecided(outcome)) return { rules: index.general, skipped: index.indexed, open: unknown(ref) }
    const own = index.byEccn.get(String(outcome.value)) ?? []
    return { rules: own.length === 0 ? index.general : [...index.general, ...own], skipped: index.indexed - own.length, open: undefined }
  }

  #rule(rule: Rule, env: Env): RuleTrace {
    const because = this.#expression(rule.when, env)
    const condition = because.outcome
    if (isUndecided(condition)) return { kind: 'rule', id: rule.id, applied: 'undecided', outcome: condition, because }
    if (!condition.value) return { kind: 'rule', id: rule.id, applied: 'no', outcome: condition, because }
    if ('notModelled' in rule.then) return { kind: 'rule', id: rule.id, applied: 'undecided', outcome: notModelled(rule.then.notModelled), because }
    const value = rule.then.value
    const outcome: Outcome = condition.state === 'assumed' ? { state: 'assumed', value, from: condition.from } : { state: 'known', value }
    return { kind: 'rule', id: rule.id, applied: 'yes', outcome, because }
  }

  /** A rule yields to one that overrides it and applies; while that is open the overridden rule is open too. */
  #applyOverrides(rules: { rule: Rule; trace: RuleTrace }[]): RuleTrace[] {
    let byId: Map<string, RuleTrace> | undefined
    return rules.map(({ trace }) => {
      const overriders = trace.applied === 'no' ? undefined : this.prepared.overriders.get(trace.id)
      if (overriders === undefined) return trace
      byId ??= new Map(rules.map((one) => [one.trace.id, one.trace]))
      const open: Undecided[] = []
      for (const id of overriders) {
        const by = byId.get(id)
        if (by === undefined) continue
        if (by.applied === 'yes' && by.outcome.state === 'known') return { ...trace, applied: 'overridden', by: id }
        if (isUndecided(by.outcome)) open.push(by.outcome)
        else if (by.outcome.state === 'assumed') open.push({ state: 'unknown', missing: by.outcome.from, what: [], between: [] })
      }
      if (open.length === 0) return trace
      const own = isUndecided(trace.outcome) ? [trace.outcome] : []
      return { ...trace, applied: 'undecided', outcome: mergeUndecided([...own, ...open]) }
    })
  }

  /** A condition that is the same for all parties is read once for the item; its proof then stands in many places. */
  #expression(expr: Expr, env: Env): BooleanTrace {
    const row = rowOf(this.#shared, env.item)
    const done = row.get(expr)
    if (done !== undefined) return done
    const trace = this.#proofOf(expr, env)
    if (isShared(expr)) row.set(expr, trace)
    return trace
  }

  #proofOf(expr: Expr, env: Env): BooleanTrace {
    switch (expr.kind) {
      case 'all':
      case 'any': {
        const ends = expr.kind === 'any'
        const parts: BooleanTrace[] = []
        for (const part of expr.parts) {
          const trace = this.#expression(part, env)
          parts.push(trace)
          if (trace.outcome.state === 'known' && trace.outcome.value === ends)
            return { kind: expr.kind, outcome: trace.outcome, decisive: [parts.length - 1], parts }
        }
        const { outcome, decisive } = combine(outcomes(parts), ends)
        return { kind: expr.kind, outcome, decisive, parts }
      }
      case 'not': {
        const part = this.#expression(expr.part, env)
        return { kind: 'not', outcome: negate(part.outcome), decisive: FIRST, parts: [part] }
      }
      case 'some':
      case 'every':
        return this.#quantified(expr.kind, expr.over, expr.where, env)
      case 'not-modelled':
        return { kind: 'not-modelled', outcome: notModelled(expr.what) as Outcome<boolean> }
      case 'test':
        return this.#test(expr, env)
    }
  }

  #quantified(kind: 'some' | 'every', over: Quantified, where: Expr, env: Env): BooleanTrace {
    const { count, complete } = this.#members(over, env)
    const parts: Trace[] = []
    for (let i = 0; i < count; i++) parts.push(this.#expression(where, { ...env, [over]: i }))
    const results = outcomes(parts as BooleanTrace[])
    if (over !== 'item' && !complete) {
      const path = UNLISTED[over]
      results.push(unknown({ path, of: subjectOf(path, env, this.facts) }) as Outcome<boolean>)
    }
    const { outcome, decisive } = combine(results, kind === 'some')
    return { kind, over, outcome, decisive: decisive.filter((i) => i < count), parts }
  }

  #members(over: Quantified, env: Env): { count: number; complete: boolean } {
    const { items, parties, partiesComplete } = this.facts
    const of = ({ lines, complete }: Listed = NOTHING_LISTED) => ({ count: lines.length, complete })
    switch (over) {
      case 'item':
        return { count: items.length, complete: true }
      case 'party':
        return { count: parties.length, complete: partiesComplete }
      case 'content':
        return of(items[env.item ?? -1]?.content)
      case 'owner':
        return of(parties[env.party ?? -1]?.owners)
    }
  }

  #test(expr: TestExpr, env: Env): BooleanTrace {
    const { reasons, requiredBy } = this.prepared.pack.regime
    if (expr.path === reasons) return this.#readBack(expr, env, ({ effect }) => (effect === undefined ? [] : [effect.reason]))
    if (expr.path === requiredBy) return this.#readBack(expr, env, ({ cites }) => cites)
    const { ref, outcome: found } = this.#read(expr.path, env)
    const { operand, shown, parameter, open } = this.#operand(expr, env)
    const outcome = decideTest(expr, ref, found, operand, open)
    const trace = { kind: 'test' as const, ref, operator: expr.operator, against: shown, found, outcome }
    return parameter === undefined ? trace : { ...trace, parameter }
  }

  #read(path: FactPath, env: Env): { ref: FactRef; outcome: Outcome } {
    if (!this.prepared.conclusions.has(path)) return readFact(path, env, this.facts)
    const inner = this.conclude(path, env)
    return { ref: { path, of: inner.of }, outcome: inner.outcome }
  }

  #operand(expr: TestExpr, env: Env): ReadOperand {
    const { against } = expr
    switch (against.kind) {
      case 'literal':
        return literalOperand(against)
      case 'parameter':
        return this.#parameterOperand(against.name)
      case 'fact': {
        const { outcome } = this.#read(against.path, env)
        if (isUndecided(outcome)) return { operand: undefined, shown: against.path, open: outcome }
        if (typeof outcome.value !== 'number') throw new TypeError(`${against.path} is not a number`)
        return { operand: outcome.value * against.times, shown: outcome.value * against.times, open: outcome }
      }
    }
  }

  #parameterOperand(name: string): ReadOperand {
    let read = this.#lists.get(name)
    if (read === undefined) {
      const values = this.prepared.parameters.get(name)
      read = { operand: values, shown: name, parameter: name, ...(values === undefined ? { open: notModelled(listNotHeld(name)) } : {}) }
      this.#lists.set(name, read)
    }
    return read
  }

  /** Whether a licence requirement with one of these marks (reasons, citations) stands, read from the proof of the licence conclusion. */
  #readBack(expr: TestExpr, env: Env, marksOf: (rule: Rule) => string[]): BooleanTrace {
    const { regime } = this.prepared.pack
    const licence = this.conclude(regime.licence, env)
    const wanted = expr.against.kind === 'literal' ? [expr.against.value].flat().map(String) : []
    const { is, places } = this.#marks(expr.path, licence, marksOf)
    const matching = [...new Set(wanted.flatMap((mark) => places.get(mark) ?? []))].sort((a, b) => a - b).flatMap((place) => licence.parts[place] ?? [])
    const { outcome } = combine(matching.map(asBoolean), true)
    return {
      kind: 'test',
      ref: { path: expr.path, of: licence.of },
      operator: expr.operator,
      against: wanted,
      found: { state: 'known', value: { is, maybe: [] } },
      outcome,
    }
  }

  /** The marks of the requirements that stand, and the places of the rules that bear each mark. Many rules read them. */
  #marks(path: FactPath, licence: ConclusionTrace, marksOf: (rule: Rule) => string[]): Marks {
    const key = `${path}|${licence.of.item ?? ''}`
    const done = this.#marksRead.get(key)
    if (done !== undefined) return done
    const is = new Set<string>()
    const places = new Map<string, number[]>()
    licence.parts.forEach((part, place) => {
      const rule = this.prepared.ruleById.get(part.id)
      for (const mark of rule === undefined ? [] : marksOf(rule)) {
        const same = places.get(mark)
        if (same === undefined) places.set(mark, [place])
        else same.push(place)
        if (part.applied === 'yes') is.add(mark)
      }
    })
    const read = { is: [...is].sort(), places }
    this.#marksRead.set(key, read)
    return read
  }
}

type Marks = { is: string[]; places: ReadonlyMap<string, number[]> }

const NOTHING_LISTED: Listed = { lines: [], complete: false }

/** Stands for a conclusion that is being read. */
const RUNNING = Symbol('running')

/** What is kept for an item, or beside the items. */
function rowOf<K, V>(rows: Map<K, V>[], item: number | undefined): Map<K, V> {
  const at = (item ?? -1) + 1
  let row = rows[at]
  if (row === undefined) {
    row = new Map()
    rows[at] = row
  }
  return row
}

/** Names a conclusion and its subject beside the item. */
function keyIn(scope: string, path: FactPath, { party, content, owner }: Env): string {
  if (scope === 'party') return `${path}|${party ?? ''}`
  if (scope === 'content') return `${path}|${content ?? ''}`
  return scope === 'owner' ? `${path}|${party ?? ''}|${owner ?? ''}` : path
}

/** The part of the environment that a conclusion of this scope depends on. */
function envOf(scope: string, { item, party, content, owner }: Env): Env {
  switch (scope) {
    case 'item':
      return { item }
    case 'party':
      return { party }
    case 'content':
      return { item, content }
    case 'owner':
      return { party, owner }
    default:
      return {}
  }
}

const listNotHeld = (name: string): Words => ({ en: `The list “${name}” is not held for this day.`, zh: `未收录该日期的清单“${name}”。` })

type ReadOperand = { operand: Operand | undefined; shown: string | number | boolean | string[]; parameter?: string; open?: Outcome }

/** A literal reads the same for every case. */
const LITERALS = new WeakMap<object, ReadOperand>()

function literalOperand(against: Extract<Against, { kind: 'literal' }>): ReadOperand {
  let read = LITERALS.get(against)
  if (read === undefined) {
    read = { operand: against.value, shown: against.value }
    LITERALS.set(against, read)
  }
  return read
}

/** `open` is what the other side of the comparison rests on when it is not simply known. */
function decideTest(expr: TestExpr, ref: FactRef, found: Outcome, operand: Operand | undefined, open: Outcome | undefined): Outcome<boolean> {
  if (found.state === 'known' && operand !== undefined && (open === undefined || open.state === 'known')) {
    const decided = decide(expr.operator, found.value, operand)
    return decided === undefined ? (unknown(ref) as Outcome<boolean>) : known(decided)
  }
  const undecided = [found, open].filter((part): part is Undecided => part !== undefined && isUndecided(part))
  if (undecided.length > 0 || operand === undefined) return mergeUndecided(undecided) as Outcome<boolean>
  const decided = decide(expr.operator, (found as { value: Value }).value, operand)
  if (decided === undefined) return unknown(ref) as Outcome<boolean>
  return { state: 'assumed', value: decided, from: [found, open].flatMap((part) => (part?.state === 'assumed' ? part.from : [])) }
}

/** The one part of a `not` decides it. */
const FIRST: number[] = [0]

const outcomes = (parts: BooleanTrace[]): Outcome<boolean>[] => parts.map((part) => part.outcome)

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

function combineAny(parts: RuleTrace[], open: Undecided | undefined): { outcome: Outcome; decisive: number[] } {
  const results = parts.map(asBoolean)
  if (open !== undefined) results.push(open as Outcome<boolean>)
  const { outcome, decisive } = combine(results, true)
  return { outcome, decisive: decisive.filter((i) => i < parts.length) }
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
