/**
 * The content of an item made abroad: which lines count as controlled content, and what share of the item they make.
 * Each distinct code is weighed once, as an item of its own that is exported to the same destination in the form received;
 * requirements that rest on who receives it are left out. What the regime counts, and what it leaves out, the pack says.
 */
import type { FactRef, NumberRange, RuleTrace, Trace, Words } from '#shared/trace/trace.ts'
import { type Amount, percentOf } from './amount.ts'
import { weighException } from './determine.ts'
import { type ConclusionTrace, Evaluation } from './evaluate.ts'
import { type CaseFacts, type Given, type GivenFacts, scopeOf } from './facts.ts'
import { frontier } from './frontier.ts'
import { isKnown, isUndecided } from './outcome.ts'
import type { PreparedPack } from './prepare.ts'
import { keyOf, type ProofOf } from './solves.ts'
import type { ContentRegime, Rule } from './types.ts'

/** One distinct code among the lines of an item's content, with all lines that bear it. */
export type ContentGroup = {
  /** Names the group in references to missing facts. */
  id: string
  origin?: string
  kind?: string
  bundled?: boolean
  /** Item facts of the code: `eccn`, `paragraph`, and those that its paragraphs turn on. */
  facts: GivenFacts
}

/**
 * `controlled` counts. `free` needs no licence, or is left out. `open` waits for facts or for law that is not held.
 * `separate` is of another kind than the item and is assessed by itself; `foreign` is of another origin.
 */
export type ContentState = 'controlled' | 'free' | 'open' | 'separate' | 'foreign'

export type GroupFinding = {
  id: string
  state: ContentState
  /** Licence requirements that make it controlled, or could. */
  requirements: RuleTrace[]
  /** The exception or the rule that takes it out of the calculation. */
  freedBy?: { exception: string } | { rule: string }
  missing: FactRef[]
  /** Law that is not held and could matter. */
  what: Words[]
}

/** Stands in `drops` for every requirement. */
export const DROPS_ALL = 'all'

/** Whether content made there is of the origin that counts. */
export const isOfOrigin = (origin: string, content: Pick<ContentRegime, 'origin' | 'territories'>): boolean =>
  origin === content.origin || content.territories.includes(origin)

/** Whether a citation names this provision or a paragraph below it. */
export const within = (cite: string, provision: string): boolean => cite === provision || cite.startsWith(`${provision}(`)

const known = (value: Given['value']): Given => ({ state: 'known', value })
const NOBODY = known({ is: [], maybe: [] })

/**
 * Weighs the content of one item. Groups of `foreign` origin and of another kind are told apart first. Throws Error when
 * the pack's regime does not look at content.
 */
export function weighContent(prepared: PreparedPack, facts: CaseFacts, item: number, groups: readonly ContentGroup[]): GroupFinding[] {
  const { content } = prepared.pack.regime
  if (content === undefined) throw new Error(`the pack ${prepared.pack.id} says nothing of content`)
  const evaluation = new Evaluation(prepared, asExported(facts, groups, content))
  const product = facts.items[item]
  const place = (line: string) => (ref: FactRef) => (ref.path.startsWith('item.') && ref.of.item === line ? { ...ref, of: { item: product?.id, line } } : ref)
  return groups.map((group, at) => {
    const finding = weighGroup(evaluation, content, group, at, product?.facts.kind)
    return { ...finding, missing: finding.missing.map(place(group.id)) }
  })
}

/** The case with each group as an item of its own. Listings of parties are the matter of rules that do not count here. */
function asExported(facts: CaseFacts, groups: readonly ContentGroup[], { origin, act }: ContentRegime): CaseFacts {
  return {
    ...facts,
    transaction: { ...facts.transaction, kind: known(act), from: known(origin), transit: NOBODY },
    items: groups.map((group) => ({
      id: group.id,
      facts: { ...group.facts, ...(group.kind === undefined ? {} : { kind: known(group.kind) }), origin: known(origin), locatedIn: known(origin) },
      content: { lines: [], complete: true },
    })),
    parties: facts.parties.map((party) => ({ ...party, facts: { ...party.facts, listedOn: NOBODY, footnotes: NOBODY } })),
  }
}

function weighGroup(evaluation: Evaluation, content: ContentRegime, group: ContentGroup, at: number, productKind: Given | undefined): GroupFinding {
  const { id, origin } = group
  const settled = (state: ContentState): GroupFinding => ({ id, state, requirements: [], missing: [], what: [] })
  if (origin !== undefined && !isOfOrigin(origin, content)) return settled('foreign')
  const like = isLike(evaluation, content, group, at, productKind)
  if (like === 'no') return settled('separate')
  const needs = requirement(evaluation, content, at)
  if (needs.state === 'free') return { ...settled('free'), ...(needs.freedBy === undefined ? {} : { freedBy: needs.freedBy }) }
  const line = { item: id }
  const missing = [...(origin === undefined ? [{ path: 'item.origin', of: line }] : []), ...like.missing, ...needs.missing]
  const what = [...like.what, ...needs.what]
  const open = needs.state === 'open' || missing.length > 0 || what.length > 0
  return { ...settled(open ? 'open' : 'controlled'), requirements: needs.requirements, missing, what }
}

type StillOpen = Pick<GroupFinding, 'missing' | 'what'>
const NOTHING_OPEN: StillOpen = { missing: [], what: [] }

/** Like is counted with like: software also with a commodity when it is bundled and the pack lets it count. */
function isLike(evaluation: Evaluation, content: ContentRegime, group: ContentGroup, at: number, productKind: Given | undefined): 'no' | StillOpen {
  const product = productKind?.state === 'known' ? productKind.value : undefined
  const productOpen: FactRef = { path: 'item.kind', of: {} }
  if (group.kind === undefined) return { missing: [{ path: 'item.kind', of: { item: group.id } }], what: [] }
  if (product === undefined) return { missing: [productOpen], what: [] }
  if (group.kind === product) return NOTHING_OPEN
  if (product !== 'commodity' || group.bundled === false) return 'no'
  const { outcome } = evaluation.conclude(content.bundled, { item: at })
  if (isKnown(outcome, false)) return 'no'
  const missing = group.bundled === undefined ? [{ path: 'item.bundled', of: { item: group.id } }] : []
  return isUndecided(outcome) ? { missing: [...missing, ...outcome.missing], what: outcome.what } : { missing, what: [] }
}

type Needs = StillOpen & Pick<GroupFinding, 'requirements' | 'freedBy'> & { state: 'controlled' | 'free' | 'open' }

/** Whether the group would need a licence by the requirements that count, after what the pack drops and what exceptions free. */
function requirement(evaluation: Evaluation, content: ContentRegime, at: number): Needs {
  const { pack, ruleById, conclusions } = evaluation.prepared
  const env = { item: at }
  // Without the entry every rule of a single entry is open; nothing else need be asked before it.
  if (evaluation.facts.items[at]?.facts.eccn === undefined)
    return { state: 'open', requirements: [], missing: [{ path: 'item.eccn', of: { item: evaluation.facts.items[at]?.id } }], what: [] }
  const proofOf: ProofOf = ({ path }) => (conclusions.has(path) && scopeOf(path) === 'item' ? evaluation.conclude(path, env) : undefined)
  const openOf = (proofs: readonly Trace[]) => waitsFor(proofs, proofOf)
  const ruleOf = (part: RuleTrace): Rule | undefined => ruleById.get(part.id)
  const licence = evaluation.conclude(pack.regime.licence, env)
  const leftOut = (rule: Rule) => rule.cites.every((cite) => content.leavesOut.some((beginning) => cite.startsWith(beginning)))
  // A rule that names no prohibition of its own cannot be said not to count.
  const counts = (part: RuleTrace) => {
    const rule = ruleOf(part)
    return rule !== undefined && !leftOut(rule) && content.prohibitions.includes(rule.effect?.prohibition ?? content.prohibitions[0] ?? 0)
  }
  const standing = licence.parts.filter((part) => counts(part) && mayHold(part))
  if (standing.length === 0) return { state: 'free', requirements: [], ...NOTHING_OPEN }
  const dropping = evaluation.conclude(content.dropped, env).parts.filter(mayHold)
  const droppedBy = (part: RuleTrace, by: RuleTrace) =>
    (ruleOf(by)?.effect?.drops ?? []).some((cite) => cite === DROPS_ALL || (ruleOf(part)?.cites ?? []).some((one) => within(one, cite)))
  const dropper = (part: RuleTrace) => dropping.find((by) => isCertain(by) && droppedBy(part, by))
  const left = standing.filter((part) => dropper(part) === undefined)
  if (left.length === 0) return { state: 'free', requirements: [], freedBy: { rule: dropper(standing[0] as RuleTrace)?.id ?? '' }, ...NOTHING_OPEN }
  const openDrops = dropping.filter((by) => !isCertain(by) && left.some((part) => droppedBy(part, by)))
  const certain = left.filter(isCertain)
  if (certain.length === 0) return { state: 'open', requirements: left, ...openOf([...left, ...openDrops]) }
  const barred = evaluation.conclude(pack.regime.exceptionsBarred, env)
  const counted: ConclusionTrace = { ...licence, parts: left }
  const weighed = pack.regime.exceptions
    .filter(({ symbol }) => content.exceptions.includes(symbol))
    .map((declared) => weighException(declared, evaluation, env, counted, barred))
  const freeing = weighed.find(({ status }) => status === 'available')
  // An open further requirement might not yield to the exception.
  if (freeing !== undefined && certain.length === left.length)
    return { state: 'free', requirements: [], freedBy: { exception: freeing.symbol }, ...NOTHING_OPEN }
  const openLimbs = weighed.flatMap(({ limbs }) => limbs.filter(({ status }) => status === 'needs-information'))
  if (freeing === undefined && openLimbs.length === 0 && openDrops.length === 0) return { state: 'controlled', requirements: certain, ...NOTHING_OPEN }
  const waiting = [
    ...openDrops,
    ...(freeing === undefined ? [] : left.filter((part) => !isCertain(part))),
    ...openLimbs.flatMap(({ proof, openBars }): Trace[] => [proof, ...openBars]),
  ]
  return { state: 'open', requirements: left, ...openOf(waiting) }
}

const isCertain = (part: RuleTrace): boolean => part.applied === 'yes' && isKnown(part.outcome, true)
const mayHold = (part: RuleTrace): boolean =>
  part.applied !== 'overridden' && !isKnown(part.outcome, false) && !(part.applied === 'no' && part.outcome.state === 'known')

/** What undecided proofs wait for now, without repetition; an assumption waits for its confirmation. */
function waitsFor(proofs: readonly Trace[], proofOf: ProofOf): StillOpen {
  const missing = new Map<string, FactRef>()
  const what = new Set<Words>()
  for (const proof of proofs) {
    for (const ref of frontier(proof, proofOf)) missing.set(keyOf(ref), ref)
    if (isUndecided(proof.outcome)) for (const words of proof.outcome.what) what.add(words)
  }
  return { missing: [...missing.values()], what: [...what] }
}

/** A line's part in the sum. A line without a value makes the sum open upwards. */
export type CountedLine = { state: ContentState; value: Amount | undefined }

export type ContentSum = { certain: Amount; possible: Amount | undefined }

/** What certainly counts, and what counts at most; `possible` is undefined while a line that may count has no value. */
export function sumContent(lines: readonly CountedLine[]): ContentSum {
  let [certain, open, bounded] = [0n, 0n, true]
  for (const { state, value } of lines) {
    if (state !== 'controlled' && state !== 'open') continue
    if (value === undefined) bounded = false
    else if (state === 'controlled') certain += value
    else open += value
  }
  return { certain, possible: bounded ? certain + open : undefined }
}

/**
 * The share in percent of the item's value: a number, a range, or undefined while nothing can be said because the item
 * has no value.
 */
export function controlledShare({ certain, possible }: ContentSum, itemValue: Amount | undefined): number | NumberRange | undefined {
  if (possible === 0n) return 0
  if (itemValue === undefined || itemValue <= 0n) return undefined
  const min = percentOf(certain, itemValue)
  if (possible === undefined) return { min }
  return possible === certain ? min : { min, max: percentOf(possible, itemValue) }
}
