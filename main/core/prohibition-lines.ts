/**
 * The General Prohibitions, each on its own line: which of the rules read make it apply, which hold it open. A requirement of the
 * control list acts under the first, or, where the item is subject only by its content or by its making, under the one that its
 * being subject names.
 */
import type { ItemFinding } from '#main/engine/determine.ts'
import { isUndecided } from '#main/engine/outcome.ts'
import type { ProhibitionLine } from '#shared/domain/determination.ts'
import type { RuleTrace } from '#shared/trace/trace.ts'
import { type AnswerContext, applied, ruleOf } from './answer-context.ts'
import { coreWords } from './words.ts'

/** One line for each prohibition that the pack declares, in its order. Nothing stands for an item that is not subject. */
export function prohibitionLines(finding: ItemFinding, context: AnswerContext): ProhibitionLine[] {
  if (finding.verdict === 'not-subject') return []
  const { prohibitions } = context.prepared.pack
  const first = prohibitionsOfBasis(finding, context)
  const parts = [...finding.licence.parts, ...finding.prohibited.parts].filter(({ applied }) => applied !== 'no' && applied !== 'overridden')
  const actsUnder = (part: RuleTrace, number: number) => {
    const own = ruleOf(part.id, context).effect?.prohibition
    return own === 1 ? first.includes(number) : own === number
  }
  return prohibitions.map(({ number, title, cite }) => {
    const own = parts.filter((part) => actsUnder(part, number))
    return { number, title: title[context.lang], cite, ...lineOf(own, context) }
  })
}

/** Under which prohibitions the control list acts: the first, unless the item is subject only as the rules of others say. */
function prohibitionsOfBasis(finding: ItemFinding, context: AnswerContext): number[] {
  const named = applied(finding.subject).map((part) => ruleOf(part.id, context).effect?.prohibition ?? 1)
  return named.length === 0 || named.includes(1) ? [1] : [...new Set(named)]
}

function lineOf(parts: readonly RuleTrace[], context: AnswerContext): Pick<ProhibitionLine, 'state' | 'cites' | 'says' | 'missing'> {
  const words = coreWords(context.lang)
  const cites = (some: readonly RuleTrace[]) => [...new Set(some.map((part) => ruleOf(part.id, context).cites[0] ?? part.id))]
  const applies = parts.filter(({ outcome }) => outcome.state === 'known' && outcome.value === true)
  const firstRule = applies[0]
  if (firstRule !== undefined) return { state: 'applies', cites: cites(applies), says: ruleOf(firstRule.id, context).says[context.lang], missing: [] }
  const open = parts.filter(({ outcome }) => isUndecided(outcome) || outcome.state === 'assumed')
  if (open.length === 0) return { state: 'does-not-apply', cites: [], says: words.prohibitionClear, missing: [] }
  const missing = [
    ...new Set(
      open.flatMap(({ outcome }) => (isUndecided(outcome) ? outcome.missing : outcome.state === 'assumed' ? outcome.from : [])).map(({ path }) => path),
    ),
  ]
  const state = missing.length > 0 ? 'open' : 'not-modelled'
  return { state, cites: cites(open), says: state === 'open' ? words.prohibitionOpen : words.prohibitionNotModelled, missing }
}
