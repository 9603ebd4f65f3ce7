/**
 * Equal conditions of a pack made one, and those numbered that an evaluation need read but once for an item: the same
 * test stands in hundreds of rules.
 */
import type { FactPath } from '#shared/trace/trace.ts'
import { scopeOf } from './facts.ts'
import type { Expr, Rule } from './types.ts'
import { partsOf } from './walk.ts'

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
      shared = { expr: one, key: made.size }
      made.set(text, shared)
    }
    return shared
  }
  return rules.map((rule) => ({ ...rule, when: share(rule.when).expr }))
}

type Shared = { expr: Expr; key: number }

/** Numbers, from 0, the conditions that stand in several places and have one outcome for all parties, owners and lines of an item. */
export function numberShared(rules: readonly Rule[]): ReadonlyMap<Expr, number> {
  const depends = new Map<Expr, ReadonlySet<string>>()
  const numbers = new Map<Expr, number>()
  const visit = (expr: Expr): ReadonlySet<string> => {
    const known = depends.get(expr)
    if (known !== undefined) {
      if (!numbers.has(expr) && [...known].every((scope) => scope === 'item')) numbers.set(expr, numbers.size)
      return known
    }
    const own = dependsOn(
      expr,
      partsOf(expr).flatMap((part) => [...visit(part)]),
    )
    depends.set(expr, own)
    return own
  }
  for (const { when } of rules) visit(when)
  return numbers
}

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
