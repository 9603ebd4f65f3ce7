/** Goes through a condition: its parts, everything inside it, and every fact that it reads. */
import type { FactPath } from '#shared/trace/trace.ts'
import type { Expr } from './types.ts'

/** The conditions directly inside a condition. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'all':
    case 'any':
      return expr.parts
    case 'not':
      return [expr.part]
    case 'some':
    case 'every':
      return [expr.where]
    default:
      return []
  }
}

/** Every condition inside a condition, itself included and first. */
export function* walk(expr: Expr): Generator<Expr> {
  yield expr
  for (const part of partsOf(expr)) yield* walk(part)
}

/** Every fact that a condition reads, whatever it decides, as often as it reads it. */
export function* pathsIn(expr: Expr): Generator<FactPath> {
  for (const one of walk(expr))
    if (one.kind === 'test') {
      yield one.path
      if (one.against.kind === 'fact') yield one.against.path
    }
}
