/**
 * The labelled set by which the matcher is measured: pairs of names, and names of innocents to ask the lists for. Made by
 * main/core/evaluation-set and kept as CSV in assets/screening; see the page beside it for sources and rules.
 */
import type { ListUsed } from '../domain/screening.ts'

export type Split = 'tune' | 'held-out'
export type LabelledKind = 'person' | 'company' | 'vessel'

export const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Han',
  'Hangul',
  'Kana',
  'Greek',
  'Hebrew',
  'Georgian',
  'Armenian',
  'Thai',
  'Ethiopic',
  'Khmer',
  'Myanmar',
  'Lao',
] as const
export type Script = (typeof SCRIPTS)[number]

/** What tells the two names of a pair apart: a disguise of one party's name, or how two parties are alike. */
export const DISGUISES = [
  'acronym',
  'alias-distant',
  'alias-more-words',
  'alias-partly',
  'alias-spelling',
  'alias-unrelated',
  'and-sign',
  'case-and-punctuation',
  'diacritics-dropped',
  'double-letter',
  'foreign-name-in-chinese',
  'full-width',
  'given-names-as-initials',
  'innocent-company',
  'innocent-person',
  'invisible-sign',
  'keyboard-neighbour',
  'legal-form-changed',
  'legal-form-dropped',
  'letter-added',
  'letter-dropped',
  'letters-exchanged',
  'look-alike-letters',
  'look-alike-name',
  'look-alike-number',
  'look-alike-place',
  'look-alike-trade-word',
  'middle-initial',
  'middle-name-added',
  'middle-name-dropped',
  'number-exchanged',
  'number-written-otherwise',
  'one-name-shared',
  'other-script',
  'place-exchanged',
  'same-trade-other-name',
  'spaces-and-hyphens',
  'spelling-arabic',
  'spelling-bgn-pcgn',
  'spelling-french',
  'spelling-german',
  'spelling-iso-9',
  'spelling-korean',
  'spelling-passport',
  'spelling-wade-giles',
  'title-added',
  'traditional-characters',
  'translated-name',
  'two-names-shared',
  'two-slips',
  'umlauts-spelled',
  'word-added',
  'word-dropped',
  'word-order',
  'words-abbreviated',
] as const
export type DisguiseName = (typeof DISGUISES)[number]

/** Two names and whether they are one party's. */
export type LabelledPair = {
  name1: string
  name2: string
  same: boolean
  kind: LabelledKind
  /** The script of the pair that is not Latin, or Latin. */
  script: Script
  disguise: DisguiseName
  source: string
  split: Split
}

/** A name about which the lists must be silent. */
export type InnocentName = {
  name: string
  kind: 'person' | 'company'
  script: Script
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
