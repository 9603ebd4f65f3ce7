/** What another pack would make of the cases already determined: which verdicts change, and under which rule. */

import { hashPack } from '#main/rules/read-pack.ts'
import { compileFolder } from '#main/rules/store.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { Core } from './core.ts'
import { evaluateAgain } from './evaluate-case.ts'
import { PackDays } from './pack-days.ts'

export type Impact = {
  evaluated: number
  changed: { case: string; before: Verdict; after: Verdict; because: string }[]
  failed: { case: string; why: string }[]
}

/** Evaluates the newest determination of each case, on its own facts, under the pack of `folder`. Nothing is stored. */
export function packImpact(core: Core, folder: string, lang: Lang): Impact {
  const days = new PackDays({ sha256: hashPack(folder), ...compileFolder(folder) })
  const impact: Impact = { evaluated: 0, changed: [], failed: [] }
  for (const id of core.casework.determinations.newestIds()) {
    const stored = core.casework.determinations.get(id)
    try {
      const { answer } = evaluateAgain(stored.facts, days, lang)
      impact.evaluated++
      if (answer.outcome !== stored.answer.outcome)
        impact.changed.push({ case: stored.case, before: stored.answer.outcome, after: answer.outcome, because: clauses(stored.answer, answer).join('; ') })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      impact.failed.push({ case: stored.case, why: error.detail })
    }
  }
  return impact
}

type Answer = { items: { requirements: { rule: string; cite: string }[]; prohibitions: { rule: string; cite: string }[] }[] }

/** Citations of requirements and prohibitions that only one of the two answers has. */
function clauses(before: Answer, after: Answer): string[] {
  const rules = (answer: Answer) =>
    new Map(answer.items.flatMap(({ requirements, prohibitions }) => [...requirements, ...prohibitions].map(({ rule, cite }) => [rule, cite])))
  const was = rules(before)
  const is = rules(after)
  return [
    ...[...is].filter(([rule]) => !was.has(rule)).map(([, cite]) => `now ${cite}`),
    ...[...was].filter(([rule]) => !is.has(rule)).map(([, cite]) => `no longer ${cite}`),
  ]
}
