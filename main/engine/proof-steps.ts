/**
 * Conditions of a pack as small functions that prove: each answers the trace of what a case makes of it. A condition is
 * read only up to the part that ends it. What stands in many rules is proved once for an item; its proof then stands in
 * many places.
 */
import type { FactPath, FactRef, Outcome, Subject, Trace, Value, Words } from '#shared/trace/trace.ts'
import { allNamed, type Cursor, countOf, givenOf, splitPath, UNLISTED } from './facts.ts'
import { combine, firstIndexes, isUndecided, known, mergeUndecided, negate, notModelled, onlyIndex, type Undecided, unknown } from './outcome.ts'
import { numberShared } from './share.ts'
import { decide, type Operand } from './test-operators.ts'
import type { Against, CompiledPack, Expr, Operator, Quantified, Rule } from './types.ts'

export type BooleanTrace = Exclude<Trace, { kind: 'conclusion' } | { kind: 'rule' }>
type TestExpr = Extract<Expr, { kind: 'test' }>
type TestTrace = Extract<Trace, { kind: 'test' }>

/** One case while it is proved. */
export type Proving = Cursor & {
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>
  /** Proofs already made, for each item a row, by the number of the condition. */
  readonly proofs: (BooleanTrace | undefined)[][]
  /** Whose a fact of this scope is at this place. */
  subject: (scope: string) => Subject
  conclude: (path: FactPath) => { of: Subject; outcome: Outcome }
  readBack: (fact: FactPath, wanted: readonly string[]) => Pick<TestTrace, 'found' | 'outcome'> & { of: Subject }
}
export type Prover = (run: Proving) => BooleanTrace

/** The functions of one pack, each made when it is first wanted. */
export class Provers {
  readonly #concluded: ReadonlySet<FactPath>
  readonly #readBack: ReadonlySet<FactPath>
  readonly #numbers: ReadonlyMap<Expr, number>
  readonly #made = new Map<Expr, Prover>()

  constructor({ conclusions, regime, rules }: CompiledPack) {
    this.#concluded = new Set(conclusions.map(({ path }) => path))
    this.#readBack = new Set([regime.reasons, regime.requiredBy])
    this.#numbers = numberShared(rules)
  }

  /** How many conditions are proved once for an item. */
  get size(): number {
    return this.#numbers.size
  }

  of({ when }: Rule): Prover {
    return this.#of(when)
  }

  #of(expr: Expr): Prover {
    let made = this.#made.get(expr)
    if (made === undefined) {
      const number = this.#numbers.get(expr)
      const plain = this.#make(expr)
      made = number === undefined ? plain : once(number, plain)
      this.#made.set(expr, made)
    }
    return made
  }

  #make(expr: Expr): Prover {
    switch (expr.kind) {
      case 'all':
      case 'any':
        return several(
          expr.kind,
          expr.parts.map((part) => this.#of(part)),
        )
      case 'not': {
        const inner = this.#of(expr.part)
        return (run) => {
          const part = inner(run)
          return { kind: 'not', outcome: negate(part.outcome), decisive: onlyIndex(0), parts: [part] }
        }
      }
      case 'some':
      case 'every':
        return quantified(expr.kind, expr.over, this.#of(expr.where))
      case 'not-modelled':
        return () => ({ kind: 'not-modelled', outcome: notModelled(expr.what) as Outcome<boolean> })
      case 'test':
        return this.#test(expr)
    }
  }

  #test({ path, operator, against }: TestExpr): Prover {
    if (this.#readBack.has(path)) {
      const wanted = against.kind === 'literal' ? [against.value].flat().map(String) : []
      return (run) => {
        const { of, found, outcome } = run.readBack(path, wanted)
        return { kind: 'test', ref: { path, of }, operator, against: wanted, found, outcome }
      }
    }
    const read = this.#reader(path)
    switch (against.kind) {
      case 'literal': {
        const { value } = against
        return (run) => {
          const { ref, outcome: found } = read(run)
          return { kind: 'test', ref, operator, against: value, found, outcome: decideTest(operator, ref, found, value, undefined) }
        }
      }
      case 'parameter': {
        const { name } = against
        return (run) => {
          const { ref, outcome: found } = read(run)
          const values = run.lists.get(name)
          const open = values === undefined ? notModelled(listNotHeld(name)) : undefined
          return { kind: 'test', ref, operator, against: name, found, outcome: decideTest(operator, ref, found, values, open), parameter: name }
        }
      }
      case 'fact':
        return this.#againstFact(operator, read, against)
    }
  }

  #againstFact(operator: Operator, read: Reader, against: Extract<Against, { kind: 'fact' }>): Prover {
    const other = this.#reader(against.path)
    return (run) => {
      const { ref, outcome: found } = read(run)
      const { outcome: open } = other(run)
      if (isUndecided(open)) return { kind: 'test', ref, operator, against: against.path, found, outcome: decideTest(operator, ref, found, undefined, open) }
      if (typeof open.value !== 'number') throw new TypeError(`${against.path} is not a number`)
      const limit = open.value * against.times
      return { kind: 'test', ref, operator, against: limit, found, outcome: decideTest(operator, ref, found, limit, open) }
    }
  }

  /** Reads a fact that people give, or that rules conclude; unknown when the case does not say. */
  #reader(path: FactPath): Reader {
    if (this.#concluded.has(path))
      return (run) => {
        const { of, outcome } = run.conclude(path)
        return { ref: { path, of }, outcome }
      }
    const { scope, name } = splitPath(path)
    const where = givenOf(scope)
    return (run) => {
      const ref: FactRef = { path, of: run.subject(scope) }
      return { ref, outcome: where(run)?.[name] ?? unknown(ref) }
    }
  }
}

type Reader = (run: Proving) => { ref: FactRef; outcome: Outcome }

function once(number: number, prove: Prover): Prover {
  return (run) => {
    const row = run.proofs[run.item + 1] as (BooleanTrace | undefined)[]
    let trace = row[number]
    if (trace === undefined) {
      trace = prove(run)
      row[number] = trace
    }
    return trace
  }
}

/** The parts of an `all` (ends on false) or an `any` (ends on true). */
function several(kind: 'all' | 'any', provers: readonly Prover[]): Prover {
  const ends = kind === 'any'
  return (run) => {
    const parts: BooleanTrace[] = []
    let settled = true
    for (let i = 0; i < provers.length; i++) {
      const trace = (provers[i] as Prover)(run)
      parts.push(trace)
      const { outcome } = trace
      if (outcome.state !== 'known') settled = false
      else if (outcome.value === ends) return { kind, outcome, decisive: onlyIndex(i), parts }
    }
    if (settled) return { kind, outcome: known(!ends), decisive: firstIndexes(parts.length), parts }
    const { outcome, decisive } = combine(
      parts.map((part) => part.outcome),
      ends,
    )
    return { kind, outcome, decisive, parts }
  }
}

function quantified(kind: 'some' | 'every', over: Quantified, where: Prover): Prover {
  return (run) => {
    const count = countOf(over, run)
    const before = run[over]
    const parts: BooleanTrace[] = []
    for (let i = 0; i < count; i++) {
      run[over] = i
      parts.push(where(run))
    }
    run[over] = before
    const results = parts.map(({ outcome }) => outcome)
    if (over !== 'item' && !allNamed(over, run)) {
      const path = UNLISTED[over]
      results.push(unknown({ path, of: run.subject(splitPath(path).scope) }) as Outcome<boolean>)
    }
    const { outcome, decisive } = combine(results, kind === 'some')
    return { kind, over, outcome, decisive: decisive.filter((i) => i < count), parts }
  }
}

const listNotHeld = (name: string): Words => ({ en: `The list “${name}” is not held for this day.`, zh: `未收录该日期的清单“${name}”。` })

/** `open` is what the other side of the comparison rests on when it is not simply known. */
function decideTest(operator: Operator, ref: FactRef, found: Outcome, operand: Operand | undefined, open: Outcome | undefined): Outcome<boolean> {
  if (found.state === 'known' && operand !== undefined && (open === undefined || open.state === 'known')) {
    const decided = decide(operator, found.value, operand)
    return decided === undefined ? (unknown(ref) as Outcome<boolean>) : known(decided)
  }
  const undecided = [found, open].filter((part): part is Undecided => part !== undefined && isUndecided(part))
  if (undecided.length > 0 || operand === undefined) return mergeUndecided(undecided) as Outcome<boolean>
  const decided = decide(operator, (found as { value: Value }).value, operand)
  if (decided === undefined) return unknown(ref) as Outcome<boolean>
  return { state: 'assumed', value: decided, from: [found, open].flatMap((part) => (part?.state === 'assumed' ? part.from : [])) }
}
