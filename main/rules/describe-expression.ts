/** Conditions as short lines of text, for comparing packs: the names of facts and lists, not sentences. */
import type { Against, Expr } from '#main/engine/types.ts'
import type { Lang } from '#shared/trace/trace.ts'

/** The whole condition on one line, such as `all(item.kind is technology; not(transaction.destination in group.A:1))`. */
export function expressionText(expr: Expr, lang: Lang): string {
  switch (expr.kind) {
    case 'all':
    case 'any':
      return `${expr.kind}(${expr.parts.map((part) => expressionText(part, lang)).join('; ')})`
    case 'not':
      return `not(${expressionText(expr.part, lang)})`
    case 'some':
    case 'every':
      return `${expr.kind} ${expr.over}(${expressionText(expr.where, lang)})`
    case 'not-modelled':
      return `not modelled: ${expr.what[lang]}`
    case 'test':
      return `${expr.path} ${expr.operator} ${againstText(expr.against)}`
  }
}

/** The tests of a condition one by one, each with what stands around it that turns or binds it. */
export function* testLines(expr: Expr, lang: Lang, around = ''): Generator<string> {
  if (expr.kind === 'all' || expr.kind === 'any') for (const part of expr.parts) yield* testLines(part, lang, around)
  else if (expr.kind === 'not') yield* testLines(expr.part, lang, `${around}not `)
  else if (expr.kind === 'some' || expr.kind === 'every') yield* testLines(expr.where, lang, `${around}${expr.kind} ${expr.over}: `)
  else yield `${around}${expressionText(expr, lang)}`
}

function againstText(against: Against): string {
  if (against.kind === 'parameter') return `list “${against.name}”`
  if (against.kind === 'fact') return against.times === 1 ? against.path : `${against.times} × ${against.path}`
  return Array.isArray(against.value) ? `[${against.value.join(', ')}]` : String(against.value)
}
