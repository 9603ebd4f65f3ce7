/** A compiled rule pack as the engine reads it. Plain data: it can be stored in a database and sent between threads. */
import type { FactPath, IsoDate, Range, RuleId, Value, Words } from '#shared/trace/trace.ts'

export const OPERATORS = ['is', 'in', 'has', 'atLeast', 'atMost', 'exists', 'matches'] as const
export type Operator = (typeof OPERATORS)[number]

/** What a fact is compared with: literals, a named parameter (dated list), or another fact times a factor. */
export type Against =
  | { kind: 'literal'; value: string | number | boolean | string[] }
  | { kind: 'parameter'; name: string }
  | { kind: 'fact'; path: FactPath; times: number }

export const QUANTIFIED = ['party', 'item', 'content', 'owner'] as const
export type Quantified = (typeof QUANTIFIED)[number]

export type Expr =
  | { kind: 'all' | 'any'; parts: Expr[] }
  | { kind: 'not'; part: Expr }
  | { kind: 'some' | 'every'; over: Quantified; where: Expr }
  | { kind: 'test'; path: FactPath; operator: Operator; against: Against }
  | { kind: 'not-modelled'; what: Words }

export const POLICY_CODES = ['denial', 'presumption-of-denial', 'case-by-case', 'presumption-of-approval', 'general-approval', 'other'] as const
/** How an application is reviewed. `denial` also stands for a general policy of denial, `other` for a policy stated elsewhere. */
export type PolicyCode = (typeof POLICY_CODES)[number]
export type Policy = { code: PolicyCode; says: Words; cite: string }

export const DUTY_TIMES = ['before', 'with', 'after'] as const
/** What has to be done before, with or after the shipment: a statement, what to write on the EEI, a report, a record. */
export type Duty = { says: Words; cite: string; time: (typeof DUTY_TIMES)[number] }

/** What a rule puts into the answer when it applies. */
export type Effect = {
  reason: string
  column?: string
  /**
   * The licence exceptions that may overcome the requirement, or that a bar leaves open: `part-740` stands for all of
   * them, `GOV` for every limb of one, `GOV (b)(2)` for the limbs below that paragraph.
   */
  exceptions: string[]
  policy: Policy[]
  duties: Duty[]
  /** The requirement, or the policy for it, is on what a person does: it stands also where the item itself is not subject. */
  whateverSubject?: boolean
  /** The General Prohibition (1 to 10) that the requirement or prohibition acts under. */
  prohibition?: number
  /** Citations of the licence requirements that content is not counted for; `all` stands for every one. */
  drops?: string[]
}

/** Something that an officer has to confirm or know beside the rule: a doubt about a date, an announcement not to enforce. */
export type Caution = { says: Words; cite: string; from?: IsoDate; until?: IsoDate }

/**
 * Days in force as they were known: `knownSince` is the day from which this was public (its publication), `knownUntil`
 * the last day before something else was published. Without them it was and is known throughout.
 */
export type KnownRange = Range & { knownSince?: IsoDate; knownUntil?: IsoDate }

export type Rule = {
  id: RuleId
  concludes: FactPath
  says: Words
  cites: string[]
  /** Suspended rules have gaps. `until` is the last day in force. */
  inForce: KnownRange[]
  reviewed: { on: IsoDate; against: string }
  /** The family of law that the rule belongs to; it says from which day it is held in full. */
  family: string
  cautions: Caution[]
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
  /** Computed for a party whose owners are named in the case; stated for one whose owners are not. */
  fromOwners?: 'share' | 'lists' | 'footnotes' | 'scope' | 'red-flag'
  /** A set of control entries without paragraph: anything else in it is refused, for a rule would never find it. */
  entries?: true
  /** A set of countries by code: a name in it is refused for the same reason. */
  countries?: true
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
  versions: { inForce: KnownRange; values: string[] }[]
}

/** One limb of a licence exception, such as TMP (a)(1), with terms of its own. */
export type ExceptionLimb = { paragraph: string; says: Words; conclusion: FactPath }

/** A licence exception. One that is of a piece has a single limb with an empty paragraph. */
export type ExceptionDeclaration = { symbol: string; title: Words; cite: string; limbs: ExceptionLimb[]; duties: Duty[]; cautions: Caution[] }

/** A part of the law and the first day from which it is held in full. */
export type Family = { id: string; title: Words; completeFrom: IsoDate }

/** How the regime weighs the content of an item made abroad. */
export type ContentRegime = {
  /** Only content of this origin counts; it is weighed as if exported from there, by an act of this kind, in the form received. */
  origin: string
  /** Territories that the regulations count as that origin. */
  territories: string[]
  act: string
  /** The General Prohibitions whose licence requirements make content controlled. */
  prohibitions: number[]
  /** Beginnings of citations: a requirement that rests on these alone never counts, whatever prohibition it names or leaves open. */
  leavesOut: string[]
  /** Content that one of these licence exceptions frees is not controlled. */
  exceptions: string[]
  /** Conclusion about a line: left out of the calculation though it needs a licence. */
  dropped: FactPath
  /** Conclusion about a line of another kind: may be counted when it is bundled with the item. */
  bundled: FactPath
  /** Conclusion about the item: the share in percent up to which its content does not make it subject. */
  limit: FactPath
}

/**
 * Which owners count: those on the lists, those on the `tagged` list with a tag of the dated list `programs`, and those that
 * owners that count hold by `atLeast` percent. Entries of the `scoped` list carry footnotes and a scope. Packs compiled
 * before these were stated lack them.
 */
export type OwnersRegime = { lists: string[]; programs: string; scoped?: string; tagged?: string; atLeast?: number }

/** How a regime counts owners, on the days on which it does. */
export type OwnershipMethod = {
  id: string
  title: Words
  says: Words
  cites: string[]
  lists: string[]
  /** The list and the dated list of tags of the regime's owners count too. */
  tagged: boolean
  /** In percent. */
  atLeast: number
  /** Shares of several owners are added, and an owner that is held so counts itself, level by level. False where the source says neither. */
  cascade: boolean
  inForce: KnownRange[]
  reviewed: { on: IsoDate; against: string }
  cautions: Caution[]
  notModelled: Words[]
}

/** Which conclusions make up a licence determination under this pack's regime. */
export type Regime = {
  id: string
  subject: FactPath
  licence: FactPath
  prohibited: FactPath
  exceptionsBarred: FactPath
  /** Concluded by the rules that state how an application is reviewed. */
  policy: FactPath
  /** Concluded by the rules that state what has to be filed, stated or kept. */
  duties: FactPath
  /** Fact that reads back the reasons for control of the licence requirements found, for exceptions that depend on it. */
  reasons: FactPath
  /** Fact that reads back the citations of the licence requirements found, for policies of single paragraphs. */
  requiredBy: FactPath
  /** Which owners of a party count where facts are computed from owners. */
  owners?: OwnersRegime
  exceptions: ExceptionDeclaration[]
  /** Absent where the regime does not look at content. */
  content?: ContentRegime
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

/** A term of the regulations, restated. `match` are the ways in which questions write it; the name itself always counts. */
export type Term = { id: string; name: Words; match: Words[]; says: Words; cite: string }

/** One of the general prohibitions of the regulations. */
export type GeneralProhibition = { number: number; title: Words; cite: string }

export type CompiledPack = {
  id: string
  version: string
  title: Words
  sequence: number
  lawAsOf: IsoDate
  /** First day from which the pack holds the law in full; earlier cases get needs-review. */
  completeFrom: IsoDate
  sources: { id: string; title: string; contentDate: IsoDate }[]
  families: Family[]
  prohibitions: GeneralProhibition[]
  terms: Term[]
  regime: Regime
  facts: FactDeclaration[]
  conclusions: ConclusionDeclaration[]
  parameters: Parameter[]
  /** Absent in packs compiled before there were any. */
  ownership?: OwnershipMethod[]
  entries: ControlEntry[]
  rules: Rule[]
}
