/**
 * Equal conditions of a pack made one and marked, so that an evaluation reads each of them once for an item: the same
 * test stands in hundreds of rules. Only conditions are marked whose outcome is the same for all parties, owners and
 * lines of content.
 */
import type { FactPath } from '#shared/trace/trace.ts'
import { scopeOf } from './facts.ts'
import type { Expr, Rule } from './types.ts'
import { partsOf } from './walk.ts'

const SHARED = new WeakSet<Expr>()

/** Whether a condition was shared and has one outcome for all of an item. */
export const isShared = (expr: Expr): boolean => SHARED.has(expr)

/** The rules with equal conditions as one object. */
export function shareConditions(rules: readonly Rule[]): Rule[] {
  const made = new Map<string, Shared>()
  const share = (expr: Expr): Shared => {
    const parts = partsOf(expr).map(share)
    const text = textOf(expr, parts)
    let shared = made.get(text)
    if (shared === undefined) {
      const one = withParts(
        expr,
        parts.map(({ expr: part }) => part),
      )
      const depends = dependsOn(
        expr,
        parts.flatMap((part) => [...part.depends]),
      )
      shared = { expr: one, key: made.size, depends }
      made.set(text, shared)
      if ([...depends].every((scope) => scope === 'item')) SHARED.add(one)
    }
    return shared
  }
  return rules.map((rule) => ({ ...rule, when: share(rule.when).expr }))
}

type Shared = { expr: Expr; key: number; depends: ReadonlySet<string> }

function textOf(expr: Expr, parts: readonly Shared[]): string {
  const keys = parts.map(({ key }) => key).join(' ')
  if (expr.kind === 'some' || expr.kind === 'every') return `${expr.kind} ${expr.over} ${keys}`
  if (expr.kind === 'test') return JSON.stringify([expr.path, expr.operator, expr.against])
  return expr.kind === 'not-modelled' ? JSON.stringify(expr) : `${expr.kind} ${keys}`
}

function withParts(expr: Expr, parts: Expr[]): Expr {
  if (expr.kind === 'all' || expr.kind === 'any') return { ...expr, parts }
  const [part] = parts
  if (part === undefined) return expr
  return expr.kind === 'not' ? { ...expr, part } : expr.kind === 'some' || expr.kind === 'every' ? { ...expr, where: part } : expr
}

/** What the outcome of a condition can vary with inside one case, from what its parts can. */
export function dependsOn(expr: Expr, parts: Iterable<string>): Set<string> {
  const inner = new Set(parts)
  if (expr.kind === 'test') {
    const against = expr.against.kind === 'fact' ? scopeDepends(expr.against.path) : []
    return new Set([...scopeDepends(expr.path), ...against])
  }
  if (expr.kind === 'some' || expr.kind === 'every') {
    inner.delete(expr.over)
    if (expr.over === 'content') inner.add('item')
    if (expr.over === 'owner') inner.add('party')
  }
  return inner
}

function scopeDepends(path: FactPath): string[] {
  const scope = scopeOf(path)
  if (scope === 'content') return ['item', 'content']
  if (scope === 'owner') return ['party', 'owner']
  return scope === 'item' || scope === 'party' ? [scope] : []
}
