/** The settings of the matcher. They are recorded with each answer; a change of any figure is a new version. */

export const MATCHER = 'words-6'

/**
 * Score from which a listed party is shown as a hit. At 0.8 a name of two telling words still meets with a slip in one of
 * them, or with a describing word more or less, while one telling word out of two does not.
 */
export const THRESHOLD = 0.8

/** Hits shown for one query, and the nearest ones shown below the threshold. */
export const TOP = 50
export const NEAREST = 5
/** Below this a name has nothing to do with the query and is not shown as near. */
export const LEAST_NEAR = 0.45

/**
 * The weights of what is compared. The words of the names make the score; everything else moves it a little, so that no
 * single other field can hide or make a hit.
 */
export const WEIGHTS = {
  /** Share of the listed name that the query has. More than the query's own share, since words are added to names more often than left out. */
  listing: 0.6,
  /** Share of the query that the listed name has. */
  query: 0.4,
  /** The names begin with the same rare word and differ only in words of the trade ("Huawei Marine Networks"): this part of what is missing to 1. */
  beginning: 0.4,
  /** Both have numbers and they differ: factory 12 is not factory 14. */
  numbersDiffer: -0.25,
  /** Only words of the trade met. */
  onlyGeneric: -0.3,
  /** As before, but the whole listed name stands in the query, as it is ("China Telecom"). */
  onlyGenericWhole: -0.03,
  /** Nothing but initials met: this leaves no name near. */
  onlyInitials: -0.4,
  /** Both have legal forms, of different families. */
  legalFormDiffers: -0.02,
  /** The same words in another order. */
  wordOrder: -0.01,
  /** A party listed under one single word ("Patricia", "Schneider GmbH") is not everybody with that word and another name. */
  singleWord: -0.15,
  /** All that met are names of many people, and the query has another name as well ("Miguel Ángel Martínez" is not every Miguel Martínez). */
  frequentAndAnother: -0.1,
  /** First and last name meet in letters without vowels, and the Latin writing has more names between: this part of their share. */
  furtherNames: 0.4,
  /** An abbreviation in one script stands for words of the other, beside the name proper of a firm: this part of their share. */
  abbreviated: 0.8,
  /** OFAC marks some aliases as weak: they meet many innocent names. */
  weakAlias: -0.06,
  /** An abbreviation of at least four letters stands for the first letters of the name; one of three does for too many. */
  acronym: 0.84,
  shortAcronym: 0.78,
  /** Known and the same; known and different. A field that is not known counts for nothing. */
  countrySame: 0.02,
  countryDiffers: -0.04,
  /** To the day; the year, or a month of it; a year that is about the other or within a span. */
  birthDateSame: 0.05,
  birthSame: 0.03,
  birthWithin: 0.01,
  /** Another day of the same year; another year. */
  birthDateDiffers: -0.02,
  birthDiffers: -0.05,
  /** The same house, street and town. */
  addressSame: 0.05,
  /** A firm has one credit code, a ship one IMO number: sound numbers of one kind that differ. Never below the threshold. */
  numberDiffers: -0.1,
  /** A firm is not a person. Unlike a country or a date, the kind asked for is certain, so this may take a hit below the threshold. */
  kindDiffers: -0.16,
  /** A person is no ship or aircraft, whatever their names. */
  personIsNoCraft: -0.25,
} as const
