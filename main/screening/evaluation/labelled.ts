/**
 * The labelled set by which the matcher is measured: pairs of names, and names of innocents to ask the lists for. Made by
 * main/core/evaluation-set and kept as CSV in assets/screening; see the page beside it for sources and rules.
 */

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
