/** The answer of a determination (`licet.determination/1`). Field names are fixed; fields may be added. */
import type { Lang, Subject, Words } from '../trace/trace.ts'
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
export type NotAsked = { fact: string; of: Subject; ask: string; why: string }
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
