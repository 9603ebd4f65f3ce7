/** What a memo is made of: the answer as it was given, the case as it stood, and where the record of both can be found. */

import type { CaseFile, Disposition } from '#shared/domain/case.ts'
import type { Determination } from '#shared/domain/determination.ts'
import type { ScreenSettings } from '#shared/domain/screening.ts'
import type { RuleApplied } from '#shared/trace/trace.ts'

/** One rule that bears on an item's outcome, in the language of the answer. */
export type ReasonLine = { rule: string; says: string; cite: string; applied: RuleApplied }
/** The rules that decide an item, and how many others were examined and do not apply. */
export type ItemReasons = { item: string; lines: ReasonLine[]; notApplied: number }

/** An officer's decision on a hit, with the party that it was made for. */
export type HitDecision = Disposition & { party: string }

/** Names in the language of the answer for codes that the answer and the case carry; a code without a name stands alone. */
export type MemoNames = {
  countries?: Readonly<Record<string, string>>
  lists?: Readonly<Record<string, string>>
  facts?: Readonly<Record<string, string>>
  /** The words for the values of a fact that is chosen from a list, by its path. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
  regimes?: Readonly<Record<string, string>>
}

export type MemoInput = {
  /** In the language of the memo. */
  answer: Determination
  /** The revision of the case that was determined. */
  file: CaseFile
  determinationId: string
  /** ISO date and time. */
  determinedAt: string
  /** The officer who determined the case; empty when nobody gave a name. */
  by: string
  organisation?: string
  /**
   * The end of the audit chain: a casebook that was cut or altered afterwards does not contain it. Left out for a
   * determination that is in no casebook, and the memo says so.
   */
  auditHead?: { seq: number; hash: string }
  /** SHA-256 of the canonical JSON of the answer. */
  answerHash: string
  proofs?: readonly ItemReasons[]
  /** Decisions on hits, oldest first; without them, those of the case file. */
  decisions?: readonly HitDecision[]
  /** How the parties were screened, as far as it is recorded. */
  screening?: Pick<ScreenSettings, 'matcher' | 'threshold'> | undefined
  names?: MemoNames
}
