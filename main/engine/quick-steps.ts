/**
 * Conditions of a pack as small functions that answer one of six states and build nothing. Equal conditions are made
 * once and read once for each item. They say exactly what `Evaluation` says of the same condition; a test holds the two
 * together.
 */
import type { FactPath, Value } from '#shared/trace/trace.ts'
import { allNamed, type Cursor, countOf, givenOf, splitPath } from './facts.ts'
import { dependsOn } from './share.ts'
import { decide, type Operand } from './test-operators.ts'
import type { Against, Expr, Quantified } from './types.ts'

/** Known, assumed, or undecided: with a missing fact, or for want of law alone (not modelled, in conflict). */
export const TRUE = 1
export const FALSE = 2
export const ASSUMED_TRUE = 3
export const ASSUMED_FALSE = 4
export const MISSING = 5
export const STUCK = 6
export type State = 1 | 2 | 3 | 4 | 5 | 6

/** How a value is known; the value itself is left in `run.value`. */
export const KNOWN = 1
export const ASSUMED = 3
export type Reading = typeof KNOWN | typeof ASSUMED | typeof MISSING | typeof STUCK

/** One case while it is read. */
export type Run = Cursor & {
  value: Value
  /** The dated lists of the day, by their number. */
  lists: readonly (ReadonlySet<string> | undefined)[]
  /** States already found, for each item a row, by the number of the condition. */
  states: Uint8Array[]
  /** The conclusion of this number. */
  conclude: (number: number) => Reading
  readBack: (fact: FactPath, wanted: readonly string[]) => State
}
export type Step = (run: Run) => State

type TestExpr = Extract<Expr, { kind: 'test' }>
type Built = { step: Step; key: number; depends: Set<string> }

/** Makes the functions of one pack; each condition once, however many rules share it. */
export class StepMaker {
  /** Numbers of the conclusions, by path. */
  readonly #concluded: ReadonlyMap<FactPath, number>
  readonly #readBack: ReadonlySet<FactPath>
  readonly #built = new Map<string, Built>()
  readonly #lists = new Map<string, number>()

  constructor(concluded: ReadonlyMap<FactPath, number>, readBack: Iterable<FactPath>) {
    this.#concluded = concluded
    this.#readBack = new Set(readBack)
  }

  /** How many conditions have been made, for the size of `run.states`. */
  get size(): number {
    return this.#built.size
  }

  /** Names of the lists that the conditions read, by number. */
  get lists(): string[] {
    return [...this.#lists.keys()]
  }

  make(expr: Expr): Step {
    return this.#build(expr).step
  }

  #build(expr: Expr): Built {
    const { text, parts } = this.#text(expr)
    const made = this.#built.get(text)
    if (made !== undefined) return made
    const depends = dependsOn(
      expr,
      parts.flatMap((part) => [...part.depends]),
    )
    const key = this.#built.size
    const plain = this.#step(expr, parts)
    const step = expr.kind !== 'not' && [...depends].every((scope) => scope === 'item') ? remembered(key, plain) : plain
    const built = { step, key, depends }
    this.#built.set(text, built)
    return built
  }

  #text(expr: Expr): { text: string; parts: Built[] } {
    switch (expr.kind) {
      case 'all':
      case 'any': {
        const parts = expr.parts.map((part) => this.#build(part))
        return { text: `${expr.kind} ${parts.map(({ key }) => key).join(' ')}`, parts }
      }
      case 'not': {
        const part = this.#build(expr.part)
        return { text: `not ${part.key}`, parts: [part] }
      }
      case 'some':
      case 'every': {
        const part = this.#build(expr.where)
        return { text: `${expr.kind} ${expr.over} ${part.key}`, parts: [part] }
      }
      case 'not-modelled':
        return { text: 'not-modelled', parts: [] }
      case 'test':
        return { text: JSON.stringify([expr.path, expr.operator, expr.against]), parts: [] }
    }
  }

  #step(expr: Expr, parts: readonly Built[]): Step {
    const steps = parts.map(({ step }) => step)
    const [first] = steps
    switch (expr.kind) {
      case 'all':
        return (run) => combined(steps, run, FALSE)
      case 'any':
        return (run) => combined(steps, run, TRUE)
      case 'not':
        return (run) => contrary((first as Step)(run))
      case 'some':
      case 'every':
        return quantified(expr.over, first as Step, expr.kind === 'some' ? TRUE : FALSE)
      case 'not-modelled':
        return () => STUCK
      case 'test':
        return this.#test(expr)
    }
  }

  #test(expr: TestExpr): Step {
    const { path, operator, against } = expr
    if (this.#readBack.has(path)) {
      const wanted = against.kind === 'literal' ? [against.value].flat().map(String) : []
      return (run) => run.readBack(path, wanted)
    }
    const read = this.#reader(path)
    switch (against.kind) {
      case 'literal': {
        const operand: Operand = against.value
        if (operator === 'is' && !Array.isArray(operand))
          return (run) => {
            const how = read(run)
            return how === MISSING || how === STUCK ? how : ((how + (run.value === operand ? 0 : 1)) as State)
          }
        return (run) => {
          const how = read(run)
          return how === MISSING || how === STUCK ? how : decided(how, decide(operator, run.value, operand))
        }
      }
      case 'parameter': {
        const list = this.#list(against)
        return (run) => {
          const how = read(run)
          const values = run.lists[list]
          if (values === undefined) return how === MISSING ? MISSING : STUCK
          return how === MISSING || how === STUCK ? how : decided(how, decide(operator, run.value, values))
        }
      }
      case 'fact': {
        const other = this.#reader(against.path)
        return (run) => {
          const how = read(run)
          const { value } = run
          const otherHow = other(run)
          if (how === MISSING || otherHow === MISSING) return MISSING
          if (how === STUCK || otherHow === STUCK) return STUCK
          if (typeof run.value !== 'number') throw new TypeError(`${against.path} is not a number`)
          return decided(how === KNOWN ? otherHow : how, decide(operator, value, run.value * against.times))
        }
      }
    }
  }

  #list({ name }: Extract<Against, { kind: 'parameter' }>): number {
    let list = this.#lists.get(name)
    if (list === undefined) {
      list = this.#lists.size
      this.#lists.set(name, list)
    }
    return list
  }

  #reader(path: FactPath): (run: Run) => Reading {
    const concluded = this.#concluded.get(path)
    if (concluded !== undefined) return (run) => run.conclude(concluded)
    const { scope, name } = splitPath(path)
    const where = givenOf(scope)
    return (run) => {
      const given = where(run)?.[name]
      if (given === undefined) return MISSING
      run.value = given.value
      return given.state === 'known' ? KNOWN : ASSUMED
    }
  }
}

const decided = (how: typeof KNOWN | typeof ASSUMED, answer: boolean | undefined): State =>
  answer === undefined ? MISSING : ((how + (answer ? 0 : 1)) as State)

function remembered(key: number, step: Step): Step {
  return (run) => {
    const row = run.states[run.item + 1] as Uint8Array
    const found = row[key] as State | 0
    if (found !== 0) return found
    const state = step(run)
    row[key] = state
    return state
  }
}

/** Parts of an `all` (ends on FALSE) or `any` (ends on TRUE); stops at the first part that ends it. */
function combined(steps: readonly Step[], run: Run, ends: typeof TRUE | typeof FALSE): State {
  let seen = 0
  for (let i = 0; i < steps.length; i++) {
    const state = (steps[i] as Step)(run)
    if (state === ends) return ends
    seen |= 1 << state
  }
  return fromSeen(seen, ends)
}

/** The state of an `all` or `any` none of whose parts ends it, from the set of states that its parts have. */
export function fromSeen(seen: number, ends: typeof TRUE | typeof FALSE): State {
  if ((seen & (1 << MISSING)) !== 0) return MISSING
  if ((seen & (1 << STUCK)) !== 0) return STUCK
  const assumedEnd = ends === TRUE ? ASSUMED_TRUE : ASSUMED_FALSE
  const assumedOther = ends === TRUE ? ASSUMED_FALSE : ASSUMED_TRUE
  if ((seen & (1 << assumedEnd)) !== 0) return assumedEnd
  if ((seen & (1 << assumedOther)) !== 0) return assumedOther
  return ends === TRUE ? FALSE : TRUE
}

/** TRUE and FALSE, and the two assumed ones, stand side by side. */
const CONTRARY: readonly State[] = [STUCK, FALSE, TRUE, ASSUMED_FALSE, ASSUMED_TRUE, MISSING, STUCK]
const contrary = (state: State): State => CONTRARY[state] as State

function quantified(over: Quantified, where: Step, ends: typeof TRUE | typeof FALSE): Step {
  return (run) => {
    const count = countOf(over, run)
    const before = run[over]
    let seen = allNamed(over, run) ? 0 : 1 << MISSING
    let ended = false
    for (let i = 0; i < count && !ended; i++) {
      run[over] = i
      const state = where(run)
      ended = state === ends
      seen |= 1 << state
    }
    run[over] = before
    return ended ? ends : fromSeen(seen, ends)
  }
}
