/** What the parts of an answer are read with, and the two ways in which all of them look at a proof. */
import type { ConclusionTrace } from '#main/engine/evaluate.ts'
import type { CaseFacts } from '#main/engine/facts.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { Rule } from '#main/engine/types.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import type { Lang, RuleTrace } from '#shared/trace/trace.ts'
import type { WeighedContent } from './content.ts'

export type AnswerContext = {
  prepared: PreparedPack
  facts: CaseFacts
  file: CaseFile
  lang: Lang
  /** Content as weighed, by item; undefined for items without lines. */
  content: readonly (WeighedContent | undefined)[]
}

/** The rules of a conclusion that certainly apply. */
export const applied = (conclusion: ConclusionTrace): RuleTrace[] =>
  conclusion.parts.filter((part) => part.applied === 'yes' && part.outcome.state === 'known' && part.outcome.value === true)

/** The rule that a proof names. Throws when the pack does not hold it, a fault of the program. */
export function ruleOf(id: string, { prepared }: AnswerContext): Rule {
  const rule = prepared.ruleById.get(id)
  if (rule === undefined) throw new Error(`the proof names the rule ${id}, which the pack does not hold`)
  return rule
}
