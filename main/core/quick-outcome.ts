/** The outcome of a case without its proof: the quick verdicts, and what the day of the case keeps back. */
import type { CaseFacts } from '#main/engine/facts.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import { quickFindings } from '#main/engine/quick.ts'
import { incompleteFamilies } from '#main/engine/reach.ts'
import { mostRestrictive, type Verdict } from '#shared/domain/verdict.ts'
import { entryOf, withheld } from './determine.ts'

/** `applied` holds, for each item, the ids of the requirements and prohibitions that certainly apply. */
export type QuickOutcome = { outcome: Verdict; verdicts: Verdict[]; applied: string[][] }

/** The same outcome as that of `determine`, from the same facts. */
export function quickOutcome(prepared: PreparedPack, facts: CaseFacts, possibleHits: boolean): QuickOutcome {
  const found = quickFindings(prepared, facts, { possibleHits })
  const verdicts = found.map(({ verdict, licence }, item) =>
    incompleteFamilies(prepared.pack, prepared.asOf, entryOf(facts, item), licence).length === 0 ? verdict : withheld(verdict),
  )
  return { outcome: mostRestrictive(verdicts), verdicts, applied: found.map(({ applied }, item) => (verdicts[item] === 'not-subject' ? [] : applied)) }
}

/** Whether two outcomes are the same item by item, requirements included. */
export const sameOutcome = (a: QuickOutcome, b: QuickOutcome): boolean =>
  a.verdicts.join() === b.verdicts.join() && a.applied.map((rules) => rules.join()).join('|') === b.applied.map((rules) => rules.join()).join('|')
