/** Turns the written form of a condition into the engine's form. */
import { type Against, type Expr, OPERATORS, type Operator } from '#main/engine/types.ts'
import type { RawExpression, RawTest } from './schema.ts'

export const all = (...parts: Expr[]): Expr => (parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'all', parts })
export const any = (...parts: Expr[]): Expr => (parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', parts })
export const isIn = (path: string, parameter: string): Expr => ({ kind: 'test', path, operator: 'in', against: { kind: 'parameter', name: parameter } })
export const is = (path: string, value: string | boolean): Expr => ({ kind: 'test', path, operator: 'is', against: { kind: 'literal', value } })

/** Compiles a condition. The schema has already made sure that each form is whole. */
export function compileExpression(raw: RawExpression): Expr {
  if ('all' in raw) return { kind: 'all', parts: raw.all.map(compileExpression) }
  if ('any' in raw) return { kind: 'any', parts: raw.any.map(compileExpression) }
  if ('not' in raw) return { kind: 'not', part: compileExpression(raw.not) }
  if ('some' in raw) return { kind: 'some', over: raw.some, where: compileExpression(raw.where) }
  if ('every' in raw) return { kind: 'every', over: raw.every, where: compileExpression(raw.where) }
  if ('notModelled' in raw) return { kind: 'not-modelled', what: raw.notModelled }
  const operator = OPERATORS.find((name) => raw[name] !== undefined) as Operator
  return { kind: 'test', path: raw.fact, operator, against: compileAgainst(operator, raw) }
}

/** A bare text after `in`, and `{list: …}` after `has`, names a parameter; after `has` and `is` a bare text is the value itself. */
function compileAgainst(operator: Operator, raw: RawTest): Against {
  const value = raw[operator]
  if (operator === 'in' && typeof value === 'string') return { kind: 'parameter', name: value }
  if (typeof value === 'object' && 'list' in value) return { kind: 'parameter', name: value.list }
  if (typeof value === 'object' && !Array.isArray(value)) return { kind: 'fact', path: value.fact, times: value.times ?? 1 }
  return { kind: 'literal', value: value as string | number | boolean | string[] }
}
