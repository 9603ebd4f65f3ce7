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
}
export type Policy = { says: string; cite: string }
export type ExceptionStatus = {
  symbol: string
  status: 'available' | 'unavailable' | 'needs-information'
  cite: string
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
