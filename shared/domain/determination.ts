/** The answer of a determination (`licet.determination/1`). Field names are fixed; fields may be added. */
import type { Lang, Subject, Words } from '../trace/trace.ts'
import type { Disposition } from './case.ts'
import type { Hit } from './screening.ts'
import type { Verdict } from './verdict.ts'

export const DETERMINATION_SCHEMA = 'licet.determination/1'

export type Requirement = {
  rule: string
  cite: string
  reason: string
  column?: string
  says: string
  /** General Prohibition (1 to 10) under which it acts; 0 when the rule names none. */
  prohibition: number
  cautions: Cited[]
}
export type Cited = { says: string; cite: string }
/** How an application would be reviewed; `code` is one of the closed set of the rule packs. */
export type Policy = Cited & { code: string }
/** What has to be done before, with or after the shipment. */
export type Duty = Cited & { time: 'before' | 'with' | 'after' }
export type ExceptionState = 'available' | 'unavailable' | 'needs-information'
export type ExceptionLimb = { paragraph: string; title: string; status: ExceptionState; cite: string; says: string; missing: string[] }
export type ExceptionStatus = {
  symbol: string
  title: string
  status: ExceptionState
  cite: string
  says: string
  missing: string[]
  /** Each paragraph of the exception with terms of its own. */
  limbs: ExceptionLimb[]
  duties: Duty[]
  cautions: Cited[]
}
/** One of the ten General Prohibitions, answered on its own line. */
export type ProhibitionLine = {
  number: number
  title: string
  cite: string
  state: 'applies' | 'does-not-apply' | 'open' | 'not-modelled'
  /** Citations of the rules that make it apply or hold it open. */
  cites: string[]
  says: string
  missing: string[]
}
export const CONTENT_STATES = ['controlled', 'open', 'free', 'separate', 'foreign'] as const
/**
 * `controlled` counts; `open` may count; `free` needs no licence or is left out; `separate` is of another kind than the
 * item and is assessed by itself; `foreign` is of another origin.
 */
export type ContentState = (typeof CONTENT_STATES)[number]
/** Lines of an item's content with the same code, origin and facts. */
export type ContentGroup = {
  /** Numbers of the lines as they stand in the case, from 1. */
  lines: number[]
  eccn: string
  kind: string
  origin: string
  /** Sum of the values that are stated, as decimal text. */
  value: string
  /** Numbers of the lines without a value. */
  withoutValue: number[]
  state: ContentState
  says: string
  cites: string[]
  /** Licence requirements that make it controlled, or could. */
  requirements: { rule: string; reason: string }[]
  /** Facts that would decide it, by path and name. */
  missing: { fact: string; of: Subject; label: string }[]
}
export type ContentTip =
  /** Even if every open line counts, the share stays within the limit; `room` is the value of controlled content that still fits. */
  | { kind: 'within'; room: string }
  /** Without the open lines already above the limit; `excess` is the value that would have to go. */
  | { kind: 'over'; excess: string }
  /** The open lines decide: `room` is the value of them that still fits; `alone` lists the groups that pass the limit by themselves. */
  | { kind: 'open'; room: string; groups: { lines: number[]; eccn: string; value: string; alone: boolean }[] }
  | { kind: 'line-values'; lines: number[] }
  | { kind: 'item-value' }
  | { kind: 'no-limit' }
/** The arithmetic of an item's controlled content. Values are decimal texts in the currency of the item's value. */
export type ContentAnswer = {
  lines: number
  /** Lines in each state. */
  states: Record<ContentState, number>
  currency: string
  itemValue: string | null
  /** What counts for certain, and at most; `max` is null while a line that may count has no value. */
  sum: { min: string; max: string | null }
  /** In percent of the item's value, rounded up to six places; null while nothing can be said. */
  share: { min: number; max: number | null } | null
  /** In percent; null while the destination does not settle it. */
  limit: number | null
  limitCite: string
  /** Null while the lines and the limit leave it open. */
  above: boolean | null
  groups: ContentGroup[]
  tips: ContentTip[]
}
export type ItemAnswer = {
  id: string
  description: string
  eccn: string
  outcome: Verdict
  /** One sentence that says why, in the language asked for. */
  says: string
  requirements: Requirement[]
  prohibitions: Requirement[]
  exceptions: ExceptionStatus[]
  policy: Policy[]
  /** What has to be filed, stated or kept whatever licence or exception is used. */
  duties: Duty[]
  generalProhibitions: ProhibitionLine[]
  /** Present when the case states lines of content. */
  content?: ContentAnswer
}
export type PartyAnswer = {
  name: string
  role: string
  country: string
  status: 'clear' | 'possible' | 'listed'
  /** Lists on which the party is, by statement or by decision. */
  listedOn: string[]
  /** Lists that could not be searched in full; the party is not cleared against them. */
  notSearched: string[]
  hits: Hit[]
  nearest: Hit[]
  /** The officers' decisions that were heeded; absent in determinations made before they were kept with them. */
  decisions?: Disposition[]
}
export const OWNERSHIP_STATES = ['held', 'not-held', 'open', 'unknown'] as const
/**
 * `held`: holders that count hold the share that the rule names. `open`: what is named leaves it open, or the source does not
 * say how to count. `unknown`: no owner is named.
 */
export type OwnershipState = (typeof OWNERSHIP_STATES)[number]
/** A holder in the graph above a party; the party itself is the first. */
export type OwnershipHolder = {
  name: string
  listedOn: string[]
  /** A hit on it waits for a decision, or it was not searched in full. */
  open: boolean
  /** Whether all its owners are named; true for a natural person. */
  complete: boolean
}
/** Places are those of the holders of the party; `share` is in percent, null while it is not known. */
export type OwnershipLink = { owner: number; owned: number; share: number | null }
/** A chain from a listed holder down to the party; `shares[i]` is what `holders[i]` holds of the next. */
export type OwnershipPath = { holders: number[]; shares: (number | null)[] }
/** What one regime's way of counting makes of the owners of a party. */
export type OwnershipCount = {
  id: string
  title: string
  says: string
  cite: string
  /** Whether the rules that made the verdict weigh it; else it stands beside the verdict. */
  weighed: boolean
  /** Whether the rule was in force on the day of the case; `date` is the day on which a suspension ends. */
  force: 'in-force' | 'suspended' | 'not-in-force'
  date?: string
  state: OwnershipState
  /** In percent; null while no owner is named. */
  share: { min: number; max: number } | null
  atLeast: number
  /** Holders that count, and those that may, as places. */
  counting: number[]
  mayCount: number[]
  paths: OwnershipPath[]
  cautions: Cited[]
  notModelled: string[]
}
export type PartyOwnership = {
  party: string
  role: string
  holders: OwnershipHolder[]
  links: OwnershipLink[]
  /** Owners that own one another in a circle, by name. */
  circles: string[][]
  counts: OwnershipCount[]
}
export type Question = {
  fact: string
  of: Subject
  ask: string
  why: string
  cite: string
  type: string
  choices: { value: string; label: string }[]
  /** True when the fact is assumed so far. */
  assumed: boolean
}
/** `by` names the test that settled the matter without the fact, `cite` the provision; both empty for other reasons. */
export type NotAsked = { fact: string; of: Subject; ask: string; why: string; by: string; cite: string }
export type NotModelled = { rule: string; says: string; cite: string; of: Subject; mayMatter: boolean }
export type PackUsed = { id: string; version: string; lawAsOf: string; sha256: string }
export type ListStamp = { id: string; contentDate: string; sha256: string; records: number; complete: boolean }

export type Determination = {
  schema: typeof DETERMINATION_SCHEMA
  case: string
  asOf: string
  lang: Lang
  outcome: Verdict
  /** The answer in one sentence. */
  says: string
  regimes: { id: string; outcome: Verdict }[]
  items: ItemAnswer[]
  parties: PartyAnswer[]
  /** The owners that the case names and that are no party, screened like parties; absent in determinations from before that. */
  owners?: PartyAnswer[]
  /** For every party; absent in determinations from before owners of owners were counted. */
  ownership?: PartyOwnership[]
  questions: Question[]
  /** Smallest sets of facts that could settle what is open, each as fact names. */
  solves: { fact: string; of: Subject }[][]
  notAsked: NotAsked[]
  notModelled: NotModelled[]
  conflicts: { rules: string[]; says: string; of: Subject }[]
  assumptions: { fact: string; of: Subject; value: string }[]
  warnings: string[]
  packs: PackUsed[]
  lists: ListStamp[]
  engine: string
  factsHash: string
  proofHash: string
}

/** Words in the language asked for. */
export const inLang = (words: Words, lang: Lang): string => words[lang]
