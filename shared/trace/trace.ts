/**
 * The one proof object. A test of a fact that rules conclude names it by `ref`; its own proof stands beside as a conclusion. It has the shape of the rules; the screen, the memo, the next question, the replay and the
 * comparison of packs are all read from it. Structure only: words come from the rules (`says`) and the word files.
 */

export type Lang = 'en' | 'zh'
export type Words = { en: string; zh: string }

/** A fact path is `<scope>.<name>`; scope is one of transaction, endUse, item, content, party, owner, case. */
export type FactPath = string
export type RuleId = string
export type IsoDate = string

/** Which item (or line of its content) or party (or owner of it) a fact belongs to, by the id or name that the case gives it. */
export type Subject = { item?: string; party?: string; line?: string; owner?: string }
export type FactRef = { path: FactPath; of: Subject }

/** A set whose members are known (`is`) or possible (`maybe`; `'anything'` when nothing is known). */
export type SetValue = { is: string[]; maybe: string[] | 'anything' }
/** A number known only within bounds. */
export type NumberRange = { min?: number; max?: number }
export type Value = boolean | number | string | SetValue | NumberRange

/**
 * What is known of a proposition. `unknown` names the facts that are missing, `not-modelled` the law that this program
 * does not hold, `conflict` the rules that disagree. An undecided outcome can rest on all three: the state is the first
 * that applies in that order, and the lists keep the rest.
 */
export type Outcome<T = Value> =
  | { state: 'known'; value: T }
  | { state: 'assumed'; value: T; from: FactRef[] }
  | { state: 'unknown' | 'not-modelled' | 'conflict'; missing: FactRef[]; what: Words[]; between: RuleId[] }

export type Range = { from: IsoDate; until?: IsoDate }

export type RuleApplied = 'yes' | 'no' | 'undecided' | 'overridden'

export type Trace =
  | { kind: 'conclusion'; path: FactPath; of: Subject; outcome: Outcome; decisive: number[]; parts: RuleTrace[]; skipped: number }
  | RuleTrace
  | { kind: 'all' | 'any' | 'not'; outcome: Outcome<boolean>; decisive: number[]; parts: Trace[] }
  | { kind: 'some' | 'every'; over: string; outcome: Outcome<boolean>; decisive: number[]; parts: Trace[] }
  | {
      kind: 'test'
      ref: FactRef
      operator: string
      against: string | number | boolean | string[]
      parameter?: string
      found: Outcome
      outcome: Outcome<boolean>
    }
  | { kind: 'not-modelled'; outcome: Outcome<boolean> }

export type RuleTrace = {
  kind: 'rule'
  id: RuleId
  applied: RuleApplied
  by?: RuleId
  outcome: Outcome
  because: Trace
}
