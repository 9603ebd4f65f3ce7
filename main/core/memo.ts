/** Makes memos: the determination as it was given, in either language, with the record that it can be checked against. */

import { listSource } from '#main/lists/list-sources.ts'
import { decisiveLines } from '#main/memo/model/decisive-lines.ts'
import type { MemoInput } from '#main/memo/model/memo-input.ts'
import { buildMemo } from '#main/memo/model/memo-model.ts'
import type { Determination } from '#shared/domain/determination.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { proofWords } from './answer.ts'
import type { Core } from './core.ts'
import { type Determined, sha256Of } from './determine.ts'
import { type DeterminationFile, type Evaluated, inLanguage } from './evaluate-case.ts'

export type Memo = { name: string; pdf: Uint8Array; sha256: string }

/** The memo of a stored determination. Same determination and language, same bytes. */
export async function storedMemo(core: Core, id: string, lang: Lang): Promise<Memo> {
  const stored = core.casework.determinations.get(id)
  const evaluated = stored.facts as Evaluated
  const said = inLanguage(core, stored.answer, evaluated, lang)
  return render(core, said, stored.answer, {
    file: evaluated.case,
    screening: evaluated.screening,
    determinationId: id,
    determinedAt: stored.at,
    by: stored.by,
    auditHead: stored.auditHead,
    decisions: core.casework.dispositions.ofCase(stored.case).filter(({ at }) => at <= stored.at),
  })
}

/** The memo of a determination that is in no casebook. It is dated by the day of the case, so that its bytes depend on nothing else. */
export async function determinationToMemo(core: Core, answer: DeterminationFile, lang: Lang): Promise<Uint8Array> {
  const { evaluated, ...bare } = answer
  const said = inLanguage(core, answer, evaluated, lang)
  const memo = await render(core, said, bare, {
    file: evaluated.case,
    screening: evaluated.screening,
    determinationId: answer.proofHash.slice(0, 16),
    determinedAt: `${answer.asOf}T00:00:00.000Z`,
    by: core.officer,
  })
  return memo.pdf
}

async function render(core: Core, said: Determined, stored: Determination, more: Omit<MemoInput, 'answer' | 'answerHash'>): Promise<Memo> {
  const { answer, proofs, prepared } = said
  const { lang } = answer
  const input: MemoInput = {
    ...more,
    answer,
    answerHash: sha256Of(canonicalJson(stored)),
    proofs: proofs.map(({ item, proofs: of }) => decisiveLines(item, of, proofWords(of, prepared).rules, lang)),
    names: {
      countries: Object.fromEntries(core.countries.map(({ code, name }) => [code, name[lang]])),
      lists: Object.fromEntries(answer.lists.map(({ id }) => [id, listSource(core.listSources, id).title[lang]])),
      facts: Object.fromEntries(prepared.pack.facts.map((fact) => [fact.path, fact.label[lang]])),
      choices: Object.fromEntries(
        prepared.pack.facts.map(({ path, choices = [] }) => [path, Object.fromEntries(choices.map(({ value, label }) => [value, label[lang]]))]),
      ),
      regimes: { [prepared.pack.regime.id]: prepared.pack.title[lang] },
    },
  }
  // The PDF library is the heaviest of the core; it is loaded with the first memo, not at every start.
  const { renderMemoPdf } = await import('#main/memo/pdf/render-pdf.ts')
  const fonts = core.fontsFolder
  const pdf = await renderMemoPdf(buildMemo(input, lang), fonts === undefined ? {} : { fonts })
  return {
    name: `memo-${answer.case}-${answer.asOf}-${lang}.pdf`.replace(/[^A-Za-z0-9._-]+/g, '-'),
    pdf,
    sha256: sha256Of(Buffer.from(pdf).toString('latin1')),
  }
}
