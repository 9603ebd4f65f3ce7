/**
 * The labelled set by which the matcher is measured: pairs of names, and names of innocents to ask the lists for. Made by
 * main/core/evaluation-set and kept as CSV in assets/screening; see the page beside it for sources and rules.
 */
import type { ListUsed } from '../domain/screening.ts'

export type Split = 'tune' | 'held-out'
export type LabelledKind = 'person' | 'company' | 'vessel'

/** Two names and whether they are one party's. */
export type LabelledPair = {
  name1: string
  name2: string
  same: boolean
  kind: LabelledKind
  /** The script of the pair that is not Latin, or Latin. */
  script: string
  /** What tells the names apart: a disguise of one party's name, or how two parties are alike. */
  disguise: string
  source: string
  split: Split
}

/** A name about which the lists must be silent. */
export type InnocentName = {
  name: string
  kind: 'person' | 'company'
  script: string
  /** ISO code, or an empty text. */
  country: string
  /** All of its words stand in one listed name, so that an alert about it is right; counted apart. */
  namesake: boolean
  split: Split
}

/** A pair with the score that the matcher gives it. */
export type ScoredPair = LabelledPair & { score: number }

/** The second name of a pair of one party, screened against the lists: the score of the listing that has the first name. */
export type ScoredQuery = Omit<LabelledPair, 'name1' | 'name2' | 'same'> & { query: string; listed: string; score: number }

/** An innocent name screened against the lists: its best hit. An empty list where nothing came near. */
export type ScoredInnocent = InnocentName & { score: number; hit: string; list: string }

/** All scores of one run: whatever is shown is worked out from them, at any threshold. */
export type EvaluationScores = {
  matcher: string
  /** The threshold that the program uses. */
  threshold: number
  pairs: ScoredPair[]
  /** Only parties that stand on the lists held. */
  queries: ScoredQuery[]
  /** Pairs of one party that could be asked for, and are not among the queries since no list held has the party. */
  notHeld: number
  innocents: ScoredInnocent[]
  lists: ListUsed[]
}
