/** Cases, determinations and decisions on hits. */
import { proofWords } from '#main/core/answer.ts'
import { caseFlips } from '#main/core/case-flips.ts'
import type { Core } from '#main/core/core.ts'
import type { ItemProof } from '#main/core/determine.ts'
import { daysOf, type Evaluated, evaluateCase, replay, toStore } from '#main/core/evaluate-case.ts'
import { bestQuestionFirst } from '#main/core/question-order.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import type { ProofOfItem } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import type { HandlersFor } from './handlers.ts'

export function caseHandlers(core: Core): HandlersFor<'case' | 'determination' | 'disposition'> {
  const { casework } = core
  const changed = <T>(result: T): T => {
    core.emit({ event: 'cases:changed' })
    return result
  }
  return {
    'case:list': (query) => casework.cases.list(query),
    'case:get': ({ id }) => ({ ...casework.cases.get(id), dispositions: casework.dispositions.ofCase(id), awaiting: casework.dispositions.awaiting(id) }),
    'case:save': ({ case: file, revision }) => changed(casework.cases.save(file, revision, core.signature())),
    'case:archive': ({ id, archived }) => changed(casework.cases.archive(id, archived, core.signature())),
    'case:determine': ({ id, lang }) => {
      const record = casework.cases.get(id)
      // A determination is dated when it is made, so that the stored case says by which day's law.
      const dated = record.case.asOf === undefined ? { ...record.case, asOf: core.today() } : record.case
      const made = evaluateCase(core, dated, lang, true)
      return changed(casework.determinations.store(toStore(made, record.revision), core.signature()))
    },
    'case:preview': ({ case: file, lang }) => bestQuestionFirst(evaluateCase(core, file, lang, true)),
    'case:proof': ({ case: file, item }) => {
      const { proofs, prepared } = evaluateCase(core, file, 'en', true)
      return proofOfItem(proofs, item, prepared)
    },
    'case:history': ({ id }) => ({ determinations: casework.determinations.history(id), audit: listAudit(core, id) }),
    'case:export': ({ ids, format }) => casework.cases.export(ids.length === 0 ? casework.cases.ids() : ids, format),
    'determination:get': ({ id }) => {
      const { answer, at, by, case: of } = casework.determinations.get(id)
      return { id, case: of, at, by, answer }
    },
    'determination:trace': ({ id, item }) => {
      const stored = casework.determinations.get(id)
      return proofOfItem(stored.proof as ItemProof[], item, daysOf(core, stored.answer).on(stored.answer.asOf, (stored.facts as Evaluated).today))
    },
    'determination:flips': ({ id, item }) => {
      const stored = casework.determinations.get(id)
      const evaluated = stored.facts as Evaluated
      const prepared = daysOf(core, stored.answer).on(stored.answer.asOf, evaluated.today)
      return caseFlips(
        evaluated,
        item,
        prepared,
        core.countries.map(({ code }) => code),
      )
    },
    'determination:replay': ({ id }) => {
      const stored = casework.determinations.get(id)
      return replay(core, stored.answer, stored.facts)
    },
    'disposition:record': ({ case: id, party, disposition }) => {
      const entryHash = disposition.entryHash ?? ''
      const signature = { ...core.signature(), by: disposition.by.trim() || core.officer }
      return changed(casework.dispositions.record({ case: id, party, disposition: { ...disposition, entryHash } }, signature))
    },
  }
}

const listAudit = (core: Core, subject: string) => core.auditRecords({ limit: 1000, before: 0, subject })

function proofOfItem(proofs: readonly ItemProof[], item: string, prepared: PreparedPack): ProofOfItem {
  const proof = proofs.find((one) => one.item === item)
  if (proof === undefined) throw new InputError('not-found', `The case has no item ${item}.`)
  return { traces: proof.proofs.map((trace) => ({ conclusion: trace.path, trace })), ...proofWords(proof.proofs, prepared) }
}
