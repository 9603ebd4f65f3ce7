/**
 * What another pack would make of one stored determination, on the facts that it read: on the day of the case by what was
 * public when it was determined, and today. Quick first; the proof is read only to name what the applied rules do not.
 */
import { determineItems, type ItemFinding } from '#main/engine/determine.ts'
import type { CaseFacts } from '#main/engine/facts.ts'
import { isUndecided } from '#main/engine/outcome.ts'
import type { PreparedPack } from '#main/engine/prepare.ts'
import { incompleteFamilies } from '#main/engine/reach.ts'
import type { ImpactClause, ImpactRow } from '#shared/contract/replies.ts'
import type { Determination } from '#shared/domain/determination.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { buildCaseFacts } from './case-facts.ts'
import { withContent } from './content.ts'
import { entryOf } from './determine.ts'
import type { Evaluated } from './evaluate-case.ts'
import type { PackDays } from './pack-days.ts'
import { type QuickOutcome, quickOutcome, sameOutcome } from './quick-outcome.ts'
import { hasOpenHits } from './screen-parties.ts'

export type StoredCase = { case: string; determination: string; outcome: Verdict; evaluated: Evaluated; answer: () => Determination }
export type Weighed = { kind: 'unchanged' } | { kind: 'wrong-then' | 'differs-now'; row: ImpactRow }

/** `before` is the pack that the determination used, undefined when it is not held any more. */
export function weighCase(stored: StoredCase, before: PackDays | undefined, after: PackDays, today: string): Weighed {
  const { case: file, today: determinedOn } = stored.evaluated
  const asOf = file.asOf ?? determinedOn
  const possibleHits = hasOpenHits(stored.evaluated)
  const then = after.on(asOf, determinedOn)
  const now = after.on(today, today)
  const factsOn = (prepared: PreparedPack) => withContent(buildCaseFacts(file, stored.evaluated, prepared), file, prepared).facts
  const was = outcomeBefore(stored, before, asOf, possibleHits)
  const outcomeThen = quickOutcome(then, factsOn(then), possibleHits)
  const outcomeNow = quickOutcome(now, factsOn(now), possibleHits)
  const wrongThen = !sameOutcome(was.outcome, outcomeThen)
  if (!wrongThen && sameOutcome(was.outcome, outcomeNow)) return { kind: 'unchanged' }
  const [outcome, prepared] = wrongThen ? [outcomeThen, then] : [outcomeNow, now]
  const side: Side = { outcome, marks: () => marksOfProof(prepared, factsOn(prepared), possibleHits), cite: (id) => citeIn(prepared, id) }
  const row: ImpactRow = {
    case: stored.case,
    determination: stored.determination,
    asOf,
    determinedOn,
    before: was.outcome.outcome,
    then: outcomeThen.outcome,
    now: outcomeNow.outcome,
    clauses: clauses(was, side),
  }
  return { kind: wrongThen ? 'wrong-then' : 'differs-now', row }
}

/** One of the two evaluations: its outcome, and when asked what its proof rests on. */
type Side = { outcome: QuickOutcome; marks: () => Marks; cite: (rule: string) => string }

/** The stored outcome; from the pack that made it where that gives the same again, else from the stored answer. */
function outcomeBefore(stored: StoredCase, before: PackDays | undefined, asOf: string, possibleHits: boolean): Side {
  if (before !== undefined) {
    const prepared = before.on(asOf, stored.evaluated.today)
    const { case: file } = stored.evaluated
    const { facts } = withContent(buildCaseFacts(file, stored.evaluated, prepared), file, prepared)
    const outcome = quickOutcome(prepared, facts, possibleHits)
    if (outcome.outcome === stored.outcome) return { outcome, marks: () => marksOfProof(prepared, facts, possibleHits), cite: (id) => citeIn(prepared, id) }
  }
  const { items } = stored.answer()
  const cites = new Map(items.flatMap(({ requirements, prohibitions }) => [...requirements, ...prohibitions].map(({ rule, cite }) => [rule, cite])))
  const outcome: QuickOutcome = {
    outcome: stored.outcome,
    verdicts: items.map((item) => item.outcome),
    applied: items.map(({ requirements, prohibitions }) => [...requirements, ...prohibitions].map(({ rule }) => rule).sort()),
  }
  return { outcome, marks: () => marksOfAnswer(items), cite: (id) => cites.get(id) ?? '' }
}

const citeIn = ({ pack, ruleById }: PreparedPack, id: string): string => (ruleById.get(id) ?? pack.rules.find((rule) => rule.id === id))?.cites.join('; ') ?? ''

/** Rules that certainly apply on one side only; where these are the same, what else the two proofs differ in. */
function clauses(before: Side, after: Side): ImpactClause[] {
  const was = new Set(before.outcome.applied.flat())
  const is = new Set(after.outcome.applied.flat())
  const found = [
    ...[...is].filter((rule) => !was.has(rule)).map((rule): ImpactClause => ({ rule, cite: after.cite(rule), change: 'now' })),
    ...[...was].filter((rule) => !is.has(rule)).map((rule): ImpactClause => ({ rule, cite: before.cite(rule), change: 'no-longer' })),
  ]
  if (found.length > 0) return found
  const [marksBefore, marksAfter] = [before.marks(), after.marks()]
  for (const kind of MARKS) {
    const different = [
      ...[...marksAfter[kind]].filter(([rule]) => !marksBefore[kind].has(rule)).map(([rule, cite]): ImpactClause => ({ rule, cite, change: 'now' })),
      ...[...marksBefore[kind]].filter(([rule]) => !marksAfter[kind].has(rule)).map(([rule, cite]): ImpactClause => ({ rule, cite, change: 'no-longer' })),
    ]
    if (different.length > 0) return different
  }
  return []
}

/** What a proof rests on beside the rules that require or prohibit, by name, with citations; what decides more comes first. */
const MARKS = ['subject', 'exceptions', 'families', 'open'] as const
type Marks = Record<(typeof MARKS)[number], Map<string, string>>

function marksOfProof(prepared: PreparedPack, facts: CaseFacts, possibleHits: boolean): Marks {
  const marks: Marks = { subject: new Map(), exceptions: new Map(), families: new Map(), open: new Map() }
  determineItems(prepared, facts, { possibleHits }).forEach((finding, item) => {
    for (const part of finding.subject.parts) if (part.applied === 'yes') marks.subject.set(part.id, citeIn(prepared, part.id))
    for (const { symbol, status } of finding.exceptions)
      if (status === 'available') marks.exceptions.set(symbol, prepared.pack.regime.exceptions.find((one) => one.symbol === symbol)?.cite ?? '')
    const licenceRequired = finding.licence.outcome.state === 'known' && finding.licence.outcome.value === true
    for (const { id, title, completeFrom } of incompleteFamilies(prepared.pack, prepared.asOf, entryOf(facts, item), licenceRequired))
      marks.families.set(`${id} before ${completeFrom}`, title.en)
    for (const id of openRules(finding)) marks.open.set(id, citeIn(prepared, id))
  })
  return marks
}

const openRules = ({ subject, prohibited, licence, barred }: ItemFinding): string[] =>
  [subject, prohibited, licence, barred].flatMap(({ parts }) =>
    parts.filter(({ outcome }) => isUndecided(outcome) || outcome.state === 'assumed').map(({ id }) => id),
  )

function marksOfAnswer(items: Determination['items']): Marks {
  const available = items.flatMap(({ exceptions }) =>
    exceptions.filter(({ status }) => status === 'available').map(({ symbol, cite }): [string, string] => [symbol, cite]),
  )
  return { subject: new Map(), exceptions: new Map(available), families: new Map(), open: new Map() }
}
