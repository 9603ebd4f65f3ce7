/**
 * The verdict on one item, read from the proofs of the conclusions that the pack's regime names: is it subject, is it
 * prohibited, is a licence required, may an exception be used. Only what is certain counts: an assumption, a missing
 * fact, a possible hit or law that is not modelled leaves the permissive verdicts closed.
 */

import type { Verdict } from '#shared/domain/verdict.ts'
import type { FactRef, RuleTrace, Trace } from '#shared/trace/trace.ts'
import { type ConclusionTrace, Evaluation } from './evaluate.ts'
import type { CaseFacts, Env } from './facts.ts'
import { frontier } from './frontier.ts'
import { isKnown, isUndecided } from './outcome.ts'
import type { PreparedPack } from './prepare.ts'
import { type Alternatives, both, canBecome, either, keyOf, type ProofOf } from './solves.ts'
import type { ExceptionDeclaration } from './types.ts'

export type LimbFinding = {
  paragraph: string
  status: 'available' | 'unavailable' | 'needs-information'
  /** The rule that decides against it: a requirement that it cannot overcome, a bar, or its own terms. */
  blockedBy?: string
  missing: FactRef[]
  proof: ConclusionTrace
  /** The bars that are open and would shut this limb. */
  openBars: RuleTrace[]
}
/** A licence exception is as good as the best of its limbs. */
export type ExceptionFinding = { symbol: string; status: LimbFinding['status']; limbs: LimbFinding[] }

export type ItemFinding = {
  item: string
  verdict: Verdict
  subject: ConclusionTrace
  prohibited: ConclusionTrace
  licence: ConclusionTrace
  barred: ConclusionTrace
  policy: ConclusionTrace
  duties: ConclusionTrace
  exceptions: ExceptionFinding[]
  /** Facts to ask for now: each could still change the verdict. */
  open: FactRef[]
  /** Facts that matter only after some answer to an open one. */
  later: FactRef[]
  /** Smallest sets of facts that could settle the verdict; worked out when they are wanted. */
  solves: () => Alternatives
  /** Facts of further requirements that cannot remove the licence requirement that is already certain. */
  outweighed: { ref: FactRef; rule: string }[]
  proofs: ConclusionTrace[]
}

export type DetermineOptions = {
  /** A party has a hit that nobody has decided: no permissive verdict. */
  possibleHits: boolean
}

/** Determines every item of the case under one pack. */
export function determineItems(prepared: PreparedPack, facts: CaseFacts, options: DetermineOptions): ItemFinding[] {
  const evaluation = new Evaluation(prepared, facts)
  return facts.items.map((_, item) => determineItem(evaluation, item, options))
}

function determineItem(evaluation: Evaluation, item: number, options: DetermineOptions): ItemFinding {
  const { prepared, facts } = evaluation
  const { regime } = prepared.pack
  const env = { item }
  const subject = evaluation.conclude(regime.subject, env)
  const prohibited = evaluation.conclude(regime.prohibited, env)
  const licence = evaluation.conclude(regime.licence, env)
  const barred = evaluation.conclude(regime.exceptionsBarred, env)
  const exceptions = isKnown(licence.outcome, true) ? regime.exceptions.map((declared) => weighException(declared, evaluation, env, licence, barred)) : []
  const policy = evaluation.conclude(regime.policy, env)
  const duties = evaluation.conclude(regime.duties, env)
  const parts = { subject, prohibited, licence, exceptions }
  const verdict = decide(parts, prepared, options)
  const id = facts.items[item]?.id ?? ''
  const proofs = evaluation.proofs().filter(({ of }) => of.item === undefined || of.item === id)
  let byRef: Map<string, Trace> | undefined
  const proofOf: ProofOf = (ref) => {
    byRef ??= new Map(proofs.map((proof) => [keyOf(proof), proof]))
    return byRef.get(keyOf(ref))
  }
  const waiting = openProofs(parts, verdict, prepared)
  const open = distinct(waiting.flatMap((proof) => frontier(proof, proofOf)))
  const asked = new Set(open.map(keyOf))
  const later = distinct(waiting.flatMap(missingOf)).filter((ref) => !asked.has(keyOf(ref)))
  const outweighed = isKnown(licence.outcome, true) ? furtherFacts(licence).filter(({ ref }) => !asked.has(keyOf(ref))) : []
  return {
    item: id,
    verdict,
    subject,
    prohibited,
    licence,
    barred,
    policy,
    duties,
    exceptions,
    open,
    later,
    solves: () => (open.length === 0 ? [] : waysToSettle(parts, proofOf)),
    outweighed,
    proofs,
  }
}

type Parts = Pick<ItemFinding, 'subject' | 'prohibited' | 'licence' | 'exceptions'>

/** How far an exception overcomes the requirements of `licence`, and what bars it. */
export function weighException(
  { symbol, limbs }: ExceptionDeclaration,
  evaluation: Evaluation,
  env: Env,
  licence: ConclusionTrace,
  barred: ConclusionTrace,
): ExceptionFinding {
  const against: Against = {
    requirements: licence.parts.filter((part) => part.applied === 'yes' && !isKnown(part.outcome, false)),
    bars: barred.parts.filter(({ applied }) => applied !== 'no' && applied !== 'overridden'),
  }
  const weighed = limbs.map(({ paragraph, conclusion }) => weighLimb(symbol, paragraph, evaluation.conclude(conclusion, env), against, evaluation.prepared))
  const some = (status: LimbFinding['status']) => weighed.some((limb) => limb.status === status)
  return { symbol, status: some('available') ? 'available' : some('needs-information') ? 'needs-information' : 'unavailable', limbs: weighed }
}

/** What stands against every limb: the requirements that it would have to overcome, and the bars that apply or are open. */
type Against = Record<'requirements' | 'bars', RuleTrace[]>

/** A limb must overcome every certain requirement, stay clear of the general bars, and meet its own terms. */
function weighLimb(symbol: string, paragraph: string, proof: ConclusionTrace, { requirements, bars: all }: Against, prepared: PreparedPack): LimbFinding {
  const leavesOpen = (part: RuleTrace) => namesLimb(prepared.ruleById.get(part.id)?.effect?.exceptions ?? [], symbol, paragraph)
  const shut = (by: string | undefined): LimbFinding => ({
    paragraph,
    status: 'unavailable',
    ...(by === undefined ? {} : { blockedBy: by }),
    missing: [],
    proof,
    openBars: [],
  })
  const deaf = requirements.find((part) => !leavesOpen(part))
  if (deaf !== undefined) return shut(deaf.id)
  const bars = all.filter((part) => !leavesOpen(part))
  const bar = bars.find((part) => isKnown(part.outcome, true))
  if (bar !== undefined) return shut(bar.id)
  if (isKnown(proof.outcome, false)) return shut(decisiveRule(proof))
  const openBars = bars.filter((part) => !isKnown(part.outcome, false))
  const status = isKnown(proof.outcome, true) && openBars.length === 0 ? 'available' : 'needs-information'
  return { paragraph, status, missing: distinct([...missingOf(proof), ...openBars.flatMap(missingOf)]), proof, openBars }
}

/** Whether a list of exceptions names this limb: by `part-740`, by its symbol, or by a paragraph at or above its own. */
export function namesLimb(names: readonly string[], symbol: string, paragraph: string): boolean {
  return names.some((name) => {
    if (name === 'part-740' || name === symbol) return true
    const below = name.startsWith(`${symbol} `) ? name.slice(symbol.length + 1) : undefined
    return below !== undefined && paragraph.startsWith(below)
  })
}

const decisiveRule = (conclusion: ConclusionTrace): string | undefined => conclusion.parts[conclusion.decisive[0] ?? -1]?.id

/** Whether this requirement certainly stands even where the item is not subject to the regulations. */
export const reachesAct = (part: RuleTrace, { ruleById }: PreparedPack): boolean =>
  part.applied === 'yes' && isKnown(part.outcome, true) && ruleById.get(part.id)?.effect?.whateverSubject === true

/** Requirements that would stand though the item is not subject to the regulations, and that are open. */
const actsOpen = ({ parts }: ConclusionTrace, { ruleById }: PreparedPack): RuleTrace[] =>
  parts.filter(
    ({ id, applied, outcome }) =>
      applied !== 'overridden' && (isUndecided(outcome) || outcome.state === 'assumed') && ruleById.get(id)?.effect?.whateverSubject === true,
  )

function decide({ subject, prohibited, licence, exceptions }: Parts, prepared: PreparedPack, options: DetermineOptions): Verdict {
  if (isKnown(subject.outcome, false)) {
    if (licence.parts.some((part) => reachesAct(part, prepared))) return 'licence-required'
    const open = actsOpen(licence, prepared)
    return open.length === 0 ? 'not-subject' : undecidedVerdict(open)
  }
  if (!isKnown(subject.outcome, true)) return undecidedVerdict([subject])
  if (isKnown(prohibited.outcome, true)) return 'prohibited'
  if (isKnown(licence.outcome, true)) {
    const relied = exceptions.filter(meetsOwnTerms)
    if (relied.length === 0) return 'licence-required'
    const open = [prohibited, ...relied.filter(({ status }) => status !== 'available').flatMap(({ limbs }) => limbs.map(({ proof }) => proof))]
    const furtherOpen = licence.parts.some(({ applied, outcome }) => applied !== 'overridden' && (isUndecided(outcome) || outcome.state === 'assumed'))
    if (isKnown(prohibited.outcome, false) && !furtherOpen && !options.possibleHits && relied.some(({ status }) => status === 'available'))
      return 'exception-available'
    return options.possibleHits || relied.some(({ limbs }) => limbs.some((limb) => isKnown(limb.proof.outcome, true) && limb.missing.length > 0))
      ? 'needs-information'
      : undecidedVerdict([...open, licenceOpen(licence)])
  }
  if (isKnown(licence.outcome, false) && isKnown(prohibited.outcome, false)) return options.possibleHits ? 'needs-information' : 'no-licence-required'
  return options.possibleHits ? 'needs-information' : undecidedVerdict([licence, prohibited])
}

/** A limb's own terms are met; at most a bar is open. */
const meetsOwnTerms = ({ limbs }: ExceptionFinding): boolean => limbs.some(({ status, proof }) => status !== 'unavailable' && isKnown(proof.outcome, true))

/** What is open beside the certain requirement, as if it were a conclusion of its own. */
function licenceOpen(licence: ConclusionTrace): ConclusionTrace {
  const open = licence.parts.filter(({ applied, outcome }) => applied !== 'overridden' && isUndecided(outcome))
  const first = open[0]
  return first === undefined ? licence : { ...licence, outcome: first.outcome, parts: open }
}

/** Missing facts and assumptions can be asked; what rests on unmodelled law or a conflict alone needs a person. */
function undecidedVerdict(parts: readonly (ConclusionTrace | RuleTrace)[]): Verdict {
  return parts.some((part) => missingOf(part).length > 0) ? 'needs-information' : 'needs-review'
}

/** Facts that an undecided conclusion waits for; an assumption waits for its confirmation. */
function missingOf({ outcome }: { outcome: Trace['outcome'] }): FactRef[] {
  if (outcome.state === 'assumed') return outcome.from
  return isUndecided(outcome) ? outcome.missing : []
}

/** The proofs whose open facts could still change the verdict. */
function openProofs({ subject, prohibited, licence, exceptions }: Parts, verdict: Verdict, prepared: PreparedPack): Trace[] {
  if (verdict === 'not-subject' || verdict === 'prohibited' || verdict === 'no-licence-required' || verdict === 'exception-available') return []
  if (isKnown(subject.outcome, false)) return verdict === 'licence-required' ? [] : actsOpen(licence, prepared)
  if (!isKnown(subject.outcome, true)) return [subject]
  const possible = exceptions
    .filter(({ status }) => status === 'needs-information')
    .flatMap(({ limbs }) => limbs.filter(({ status }) => status === 'needs-information'))
  const further = exceptions.some(meetsOwnTerms) ? licence.parts : []
  return [licence, prohibited, ...further, ...possible.map(({ proof }) => proof), ...new Set(possible.flatMap(({ openBars }) => openBars))]
}

function furtherFacts(licence: ConclusionTrace): { ref: FactRef; rule: string }[] {
  const certain = decisiveRule(licence) ?? ''
  const missing = licence.parts.filter((part) => part.applied === 'undecided').flatMap(missingOf)
  return distinct(missing).map((ref) => ({ ref, rule: certain }))
}

function distinct(refs: readonly FactRef[]): FactRef[] {
  if (refs.length < 2) return [...refs]
  const seen = new Map<string, FactRef>()
  for (const ref of refs) {
    const key = keyOf(ref)
    if (!seen.has(key)) seen.set(key, ref)
  }
  return [...seen.values()]
}

function waysToSettle({ subject, prohibited, licence }: Parts, proofOf: ProofOf): Alternatives {
  const free = both(canBecome(licence, false, proofOf), canBecome(prohibited, false, proofOf))
  const settled = either(canBecome(subject, false, proofOf), canBecome(prohibited, true, proofOf), canBecome(licence, true, proofOf), free)
  return settled.filter((set) => set.length > 0)
}
