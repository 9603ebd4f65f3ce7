/** The written form of licence-requirement rows and of the part of an entry that they speak of, as the rule pack holds them. */
export type Words = { en: string; zh: string }
export type Test = {
  fact: string
  is?: boolean | string
  has?: string | string[]
  in?: string | string[]
  matches?: string[]
  atLeast?: number
  atMost?: number
}
export type Expression = { all: Expression[] } | { any: Expression[] } | { not: Expression } | { notModelled: Words } | Test
export type Scope = 'all' | { in?: string[]; except?: string[]; when?: Expression; notModelled?: Words }
export type InForce = { from: string; until?: string }
export type Row = { id: string; reason: string; scope: Scope; requires: string; inForce?: InForce }

/** Several conditions as one. */
export const all = (parts: Expression[]): Expression => (parts.length === 1 && parts[0] ? parts[0] : { all: parts })

/** A scope as a condition on the item. */
export function scopeExpression(scope: Scope): Expression {
  if (scope === 'all') return { all: [] }
  const parts: Expression[] = []
  if (scope.in) parts.push({ fact: 'item.paragraph', matches: scope.in })
  if (scope.except) parts.push({ not: { fact: 'item.paragraph', matches: scope.except } })
  if (scope.when) parts.push(scope.when)
  if (scope.notModelled) parts.push({ notModelled: scope.notModelled })
  return all(parts)
}

/** Paragraphs of the entry itself that a scope names. */
export function paragraphsNamed(scope: Scope): string[] {
  if (scope === 'all') return []
  return [...(scope.in ?? []), ...(scope.except ?? []), ...(scope.when ? paragraphsTested(scope.when) : [])]
}

function paragraphsTested(expression: Expression): string[] {
  if ('all' in expression) return expression.all.flatMap(paragraphsTested)
  if ('any' in expression) return expression.any.flatMap(paragraphsTested)
  if ('not' in expression) return paragraphsTested(expression.not)
  return 'fact' in expression && expression.fact === 'item.paragraph' ? (expression.matches ?? []) : []
}
