/** The closed set of operators: what each says of two known values. Unknown operands never reach this file. */
import type { NumberRange, SetValue, Value } from '#shared/trace/trace.ts'
import { matchesParagraph } from './paragraph.ts'
import type { Operator } from './types.ts'

export const isSet = (value: Value): value is SetValue => typeof value === 'object' && 'is' in value
export const isRange = (value: Value): value is NumberRange => typeof value === 'object' && !('is' in value)

export type Operand = string | number | boolean | string[] | ReadonlySet<string>

const includes = (operand: Operand, value: string): boolean =>
  operand instanceof Set ? operand.has(value) : Array.isArray(operand) ? operand.includes(value) : operand === value

/**
 * Decides one test. `undefined` means that the value is not precise enough to tell (a possible member of a set, a
 * paragraph above the listed ones). Throws TypeError when the operator does not fit the value: the loader refuses such
 * rules, so this is a fault of the program.
 */
export function decide(operator: Operator, value: Value, operand: Operand): boolean | undefined {
  switch (operator) {
    case 'is':
      if (typeof value === 'object') break
      return value === operand
    case 'in':
      if (typeof value === 'object') break
      return includes(operand, String(value))
    case 'has':
      if (isSet(value)) return has(value, operand)
      break
    case 'atLeast':
      if (typeof value === 'number' && typeof operand === 'number') return value >= operand
      if (isRange(value) && typeof operand === 'number') return atLeast(value, operand)
      break
    case 'atMost':
      if (typeof value === 'number' && typeof operand === 'number') return value <= operand
      if (isRange(value) && typeof operand === 'number') return atMost(value, operand)
      break
    case 'exists':
      return operand === true
    case 'matches':
      if (typeof value === 'string' && Array.isArray(operand)) return matchesParagraph(value, operand)
  }
  throw new TypeError(`the operator ${operator} does not fit a ${typeof value} and ${typeof operand}`)
}

const atLeast = ({ min, max }: NumberRange, limit: number): boolean | undefined =>
  min !== undefined && min >= limit ? true : max !== undefined && max < limit ? false : undefined

const atMost = ({ min, max }: NumberRange, limit: number): boolean | undefined =>
  max !== undefined && max <= limit ? true : min !== undefined && min > limit ? false : undefined

function has(set: SetValue, operand: Operand): boolean | undefined {
  if (set.is.some((member) => includes(operand, member))) return true
  if (set.maybe === 'anything') return undefined
  return set.maybe.some((member) => includes(operand, member)) ? undefined : false
}
