/**
 * What is known of an item's technical parameters: the values as given, converted to declared units, and the parameters
 * that follow from them by the declared formulas. A parameter that is not given is not known; nothing is assumed.
 */
import type { ParameterInput } from '#shared/domain/classification.ts'
import { InputError } from '#shared/text/errors.ts'
import { compareExact, type Exact, exact, exactFromText, exactText, ZERO } from './exact.ts'
import { hull, type Interval, larger, logarithm, point, product, quotient } from './interval.ts'
import { nearest } from './suggest.ts'
import type { ClassificationTables, Formula, TechnicalParameter } from './tables.ts'
import { convert, mayBeNegative, splitQuantity, unitsLike } from './units.ts'

/** `open`: the parameters whose value would make the interval narrower. */
export type Quantity = { interval: Interval; open: string[] }
export type Given = { interval: Interval } | { answer: string | boolean }

function wrong(parameter: TechnicalParameter, found: string, expected: string): never {
  throw new InputError('bad-input', `parameters.${parameter.name}: found ${found}, expected ${expected}`)
}

const expectedUnits = (parameter: TechnicalParameter): string =>
  `a number in ${parameter.unit} or another unit of the same kind (${unitsLike(parameter.unit).join(', ')})`

function readNumber(parameter: TechnicalParameter, value: Exact, unit: string): Exact {
  const converted = convert(value, unit === '' ? parameter.unit : unit, parameter.unit)
  if (converted === undefined) return wrong(parameter, `the unit ${unit}`, expectedUnits(parameter))
  const belowZero = mayBeNegative(parameter.unit) ? parameter.unit === 'K' && compareExact(converted, ZERO) < 0 : compareExact(converted, ZERO) < 0
  if (belowZero) return wrong(parameter, `${exactText(value)} ${unit}`.trim(), 'a value that is not below zero')
  return converted
}

function readQuantity(parameter: TechnicalParameter, input: ParameterInput): Interval {
  if (typeof input === 'number') return point(readNumber(parameter, exactOf(parameter, input), ''))
  if (typeof input === 'string') {
    const split = splitQuantity(input)
    return split === undefined ? wrong(parameter, JSON.stringify(input), expectedUnits(parameter)) : point(readNumber(parameter, split.value, split.unit))
  }
  if (typeof input === 'boolean') return wrong(parameter, String(input), expectedUnits(parameter))
  if ('value' in input) return point(readNumber(parameter, exactOf(parameter, input.value), input.unit))
  const end = (value: number | undefined): Exact | null => (value === undefined ? null : readNumber(parameter, exactOf(parameter, value), input.unit ?? ''))
  const [min, max] = [end(input.min), end(input.max)]
  if (min === null && max === null) return wrong(parameter, 'a range without ends', 'min, max or both')
  if (min !== null && max !== null && compareExact(min, max) > 0)
    return wrong(parameter, `a range from ${input.min} to ${input.max}`, 'min not larger than max')
  return { min, max }
}

function exactOf(parameter: TechnicalParameter, value: number): Exact {
  const text = exactFromText(String(value))
  return text ?? wrong(parameter, String(value), expectedUnits(parameter))
}

const YES = new Set(['true', 'yes', '是'])
const NO = new Set(['false', 'no', '否'])

function readAnswer(parameter: TechnicalParameter, input: ParameterInput): string | boolean {
  const text = typeof input === 'string' ? input.trim() : undefined
  if (parameter.type === 'boolean') {
    if (typeof input === 'boolean') return input
    if (text !== undefined && YES.has(text.toLowerCase())) return true
    if (text !== undefined && NO.has(text.toLowerCase())) return false
    return wrong(parameter, JSON.stringify(input), 'true or false')
  }
  const choice = parameter.choices.find((each) => each.value === text)
  return choice === undefined ? wrong(parameter, JSON.stringify(input), `one of ${parameter.choices.map((each) => each.value).join(', ')}`) : choice.value
}

/**
 * Reads an item's parameters by their declared names or other spellings. Throws InputError that names the parameter and
 * what was expected: unknown name (with the nearest known ones), wrong type, unknown or unfitting unit, empty or reversed
 * range, a value below zero where none can be, the same parameter under two spellings.
 */
export function readParameters(parameters: Record<string, ParameterInput>, tables: ClassificationTables): Map<string, Given> {
  const found = new Map<string, Given>()
  for (const [spelling, input] of Object.entries(parameters)) {
    const name = tables.spellings[spelling.trim().toLowerCase()]
    const parameter = name === undefined ? undefined : tables.parameters[name]
    if (parameter === undefined) {
      const near = nearest(spelling, Object.keys(tables.parameters), 3)
      throw new InputError(
        'bad-input',
        `parameters.${spelling}: no control entry uses a parameter of this name${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`,
      )
    }
    if (found.has(parameter.name)) wrong(parameter, `it twice, once as ${spelling}`, 'each parameter once')
    found.set(parameter.name, parameter.type === 'number' ? { interval: readQuantity(parameter, input) } : { answer: readAnswer(parameter, input) })
  }
  return found
}

const isPoint = (interval: Interval): boolean => interval.min !== null && interval.max !== null && compareExact(interval.min, interval.max) === 0
const OPEN: Interval = { min: null, max: null }
const each = (lists: string[][]): string[] => [...new Set(lists.flat())]

/** The values of one item: given and derived, each worked out once. */
export class ItemValues {
  readonly #tables: ClassificationTables
  readonly #given: Map<string, Given>
  readonly #known = new Map<string, Quantity>()

  constructor(given: Map<string, Given>, tables: ClassificationTables) {
    this.#given = given
    this.#tables = tables
  }

  /** The answer to a yes-or-no question or choice; `undefined` when nobody gave it. */
  answer(name: string): string | boolean | undefined {
    const given = this.#given.get(name)
    return given !== undefined && 'answer' in given ? given.answer : undefined
  }

  /** What is known of a number. Where the given value and the formulas differ, every value between them stays possible. */
  quantity(name: string): Quantity {
    const known = this.#known.get(name) ?? this.#work(name)
    this.#known.set(name, known)
    return known
  }

  #work(name: string): Quantity {
    const given = this.#given.get(name)
    const stated = given !== undefined && 'interval' in given ? given.interval : undefined
    const derived = (this.#tables.parameters[name]?.derive ?? []).map((formula) => this.#compute(formula))
    const whole = derived.filter((result) => result.interval.min !== null && result.interval.max !== null)
    const partial = derived.filter((result) => !whole.includes(result) && (result.interval.min !== null || result.interval.max !== null))
    if (stated === undefined && whole.length === 0) {
      const touched = derived.filter((result) => result.touched)
      const best = [...touched].sort((a, b) => Number(b.interval.min !== null) - Number(a.interval.min !== null) || a.open.length - b.open.length)[0]
      return best === undefined ? { interval: OPEN, open: [name] } : { interval: best.interval, open: best.open }
    }
    const sources = [...(stated === undefined ? [] : [{ interval: stated, open: isPoint(stated) ? [] : [name] }]), ...whole]
    let interval = sources.map((source) => source.interval).reduce(hull)
    for (const { interval: bound } of partial) {
      if (bound.min !== null && interval.max !== null && compareExact(bound.min, interval.max) > 0) interval = hull(interval, point(bound.min))
    }
    const open = each(sources.map((source) => source.open))
    return { interval, open: open.length === 0 && !isPoint(interval) ? [name] : open }
  }

  #compute(formula: Formula): Quantity & { touched: boolean } {
    switch (formula.kind) {
      case 'number':
        return { interval: point(exact(formula.value)), open: [], touched: false }
      case 'parameter': {
        const found = this.quantity(formula.parameter)
        const touched = found.interval.min !== null || found.interval.max !== null || !found.open.includes(formula.parameter)
        return { interval: found.interval, open: isPoint(found.interval) ? [] : found.open, touched }
      }
      case 'log2': {
        const found = this.#compute(formula.of)
        return { ...found, interval: logarithm(found.interval) }
      }
      case 'product':
      case 'quotient': {
        const parts = formula.of.map((part) => this.#compute(part))
        const interval = parts.map((part) => part.interval).reduce(formula.kind === 'product' ? product : quotient)
        return { interval, open: each(parts.map((part) => part.open)), touched: parts.some((part) => part.touched) }
      }
      case 'max':
        return this.#largest(formula)
    }
  }

  #largest(formula: Extract<Formula, { kind: 'max' }>): Quantity & { touched: boolean } {
    const parts = formula.of.map((part) => this.#compute(part))
    const touched = parts.filter((part) => part.touched)
    const rest = parts.filter((part) => !part.touched)
    const found = touched.map((part) => part.interval).reduce(larger, OPEN)
    const complete = formula.complete === undefined ? undefined : this.answer(formula.complete)
    if (touched.length === 0 || rest.length === 0 || complete === true) {
      const interval = touched.length === 0 ? OPEN : touched.map((part) => part.interval).reduce(larger)
      return { interval, open: each(parts.filter((part) => touched.length === 0 || part.touched).map((part) => part.open)), touched: touched.length > 0 }
    }
    const ask = formula.complete !== undefined && complete === undefined ? [[formula.complete]] : rest.map((part) => part.open)
    return { interval: { min: found.min, max: null }, open: each([...touched.map((part) => part.open), ...ask]), touched: true }
  }

  /** The value as people write it: `5 GHz`, `4 to 6 GHz`, `at least 4 GHz`; empty when nothing is known. */
  text(name: string): string {
    const parameter = this.#tables.parameters[name]
    if (parameter?.type !== 'number') return String(this.answer(name) ?? '')
    const { min, max } = this.quantity(name).interval
    if (min !== null && max !== null) return `${compareExact(min, max) === 0 ? exactText(min) : `${exactText(min)} – ${exactText(max)}`} ${parameter.unit}`
    if (min !== null) return `≥ ${exactText(min)} ${parameter.unit}`
    return max === null ? '' : `≤ ${exactText(max)} ${parameter.unit}`
  }
}
