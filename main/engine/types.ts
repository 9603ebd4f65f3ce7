/** A compiled rule pack as the engine reads it. Plain data: it can be stored in a database and sent between threads. */
import type { FactPath, IsoDate, Range, RuleId, Value, Words } from '#shared/trace/trace.ts'

export const OPERATORS = ['is', 'in', 'has', 'atLeast', 'atMost', 'exists', 'matches'] as const
export type Operator = (typeof OPERATORS)[number]

/** What a fact is compared with: literals, a named parameter (dated list), or another fact times a factor. */
export type Against =
  | { kind: 'literal'; value: string | number | boolean | string[] }
  | { kind: 'parameter'; name: string }
  | { kind: 'fact'; path: FactPath; times: number }

export const QUANTIFIED = ['party', 'item'] as const
export type Quantified = (typeof QUANTIFIED)[number]

export type Expr =
  | { kind: 'all' | 'any'; parts: Expr[] }
  | { kind: 'not'; part: Expr }
  | { kind: 'some' | 'every'; over: Quantified; where: Expr }
  | { kind: 'test'; path: FactPath; operator: Operator; against: Against }
  | { kind: 'not-modelled'; what: Words }

export type Policy = { says: Words; cite: string }

/** What a requirement or prohibition rule puts into the answer when it applies. */
export type Effect = {
  reason: string
  column?: string
  /** Symbols of the licence exceptions that may overcome it; `part-740` stands for all of part 740. */
  exceptions: string[]
  policy: Policy[]
}

export type Rule = {
  id: RuleId
  concludes: FactPath
  says: Words
  cites: string[]
  /** Suspended rules have gaps. `until` is the last day in force. */
  inForce: Range[]
  reviewed: { on: IsoDate; against: string }
  when: Expr
  then: { value: Value } | { notModelled: Words }
  overrides: RuleId[]
  effect?: Effect
  /** Set when the rule can only apply to these control entries: the engine skips it for others. */
  eccns?: string[]
  /** Parts of the provision that this rule leaves out, shown with the answer when the rule is considered. */
  notModelled: Words[]
}

export const FACT_TYPES = ['boolean', 'number', 'text', 'country', 'set', 'date', 'choice'] as const
export type FactType = (typeof FACT_TYPES)[number]

/** A fact that a person or an import supplies. */
export type FactDeclaration = {
  path: FactPath
  type: FactType
  /** The fact's name in a table or a sentence. */
  label: Words
  unit?: string
  ask: Words
  why: Words
  help?: Words
  cite: string
  choices?: { value: string; label: Words }[]
  /**
   * The value while nobody claims otherwise, for facts that can only relieve (an item excluded from the regulations).
   * Without the claim the answer is at least as strict, so that it need not be asked for.
   */
  unclaimed?: string | boolean
}

/** A fact that rules conclude. `any`: every applicable rule adds to it. `single`: rules must agree or override. */
export type ConclusionDeclaration = {
  path: FactPath
  type: FactType
  combine: 'any' | 'single'
  says: Words
  /** Value when no rule applies; without it the conclusion is not modelled then. */
  otherwise?: Value
}

export type Parameter = {
  name: string
  says: Words
  cites: string[]
  versions: { inForce: Range; values: string[] }[]
}

export type ExceptionDeclaration = { symbol: string; title: Words; cite: string; conclusion: FactPath }

/** Which conclusions make up a licence determination under this pack's regime. */
export type Regime = {
  id: string
  subject: FactPath
  licence: FactPath
  prohibited: FactPath
  exceptionsBarred: FactPath
  /** Fact that reads back the reasons for control of the licence requirements found, for exceptions that depend on it. */
  reasons: FactPath
  exceptions: ExceptionDeclaration[]
}

export type ControlEntry = {
  eccn: string
  category: string
  group: string
  title: Words
  reasons: string[]
  /** Paragraph designators of the entry, in order, as far as the source shows them. */
  paragraphs: string[]
  /** Where the entry sends the reader instead of controlling anything itself. */
  redirect?: Words
}

export type CompiledPack = {
  id: string
  version: string
  title: Words
  sequence: number
  lawAsOf: IsoDate
  /** First day from which the pack holds the law in full; earlier cases get needs-review. */
  completeFrom: IsoDate
  sources: { id: string; title: string; contentDate: IsoDate }[]
  regime: Regime
  facts: FactDeclaration[]
  conclusions: ConclusionDeclaration[]
  parameters: Parameter[]
  entries: ControlEntry[]
  rules: Rule[]
}
