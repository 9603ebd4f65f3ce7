/** Screening: queries, hits with the named parts of their score, and the lists that were searched. */
import { z } from 'zod'
import type { NumberWarning } from './identity-number.ts'

export const LIST_IDS = [
  'EL',
  'UVL',
  'DPL',
  'MEU',
  'ISN',
  'DTC',
  'SDN',
  'SSI',
  'CMIC',
  'CAP',
  'PLC',
  'MBS',
  'EU',
  'UN',
  'UK',
  'CN-ECL',
  'CN-UEL',
  'CN-WATCH',
  'CN-AFSL',
] as const
/** The lists that the Export Administration Regulations' party rules read; screening is complete only with all of them. */
export const PARTY_KINDS = ['person', 'entity', 'vessel', 'aircraft', 'unknown'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]
/** Kinds that can be asked for. */
export const QUERY_KINDS = ['person', 'entity', 'vessel'] as const

export const screenQuery = z.strictObject({
  id: z.string().max(200).optional(),
  name: z.string().min(1).max(1000),
  country: z.string().max(60).optional(),
  kind: z.enum(QUERY_KINDS).optional(),
  address: z.string().max(2000).optional(),
  dob: z.string().max(40).optional(),
  ids: z.array(z.string().max(200)).max(50).optional(),
})
export type ScreenQuery = z.infer<typeof screenQuery>

/** One named part of a score: how much it weighs, how well it fits, and the two strings that met. */
/** What a part of a score may be named for. */
export const SCORE_FEATURES = [
  'same-word',
  'similar-word',
  'initial',
  'joined-words',
  'word-only-in-listing',
  'word-only-in-query',
  'numbers-differ',
  'only-generic-words',
  'same-but-for-words-of-the-trade',
  'only-initials',
  'single-word-of-several',
  'frequent-name-and-initials',
  'frequent-names-and-another',
  'further-names-in-one-script',
  'abbreviated-words',
  'word-order',
  'legal-form-differs',
  'acronym',
  'weak-alias',
  'same-address',
  'same-identity-number',
  'same-social-credit-code',
  'social-credit-code-differs',
  'same-lei',
  'lei-differs',
  'same-imo',
  'imo-differs',
  'same-mmsi',
  'kind-differs',
  'country-same',
  'country-differs',
  'birth-year-same',
  'birth-date-same',
  'birth-year-within',
  'birth-date-differs',
  'birth-year-differs',
] as const
export type ScoreFeature = (typeof SCORE_FEATURES)[number]

export type ScorePart = { feature: ScoreFeature; weight: number; score: number; query: string; candidate: string }

export type Hit = {
  list: string
  /** Stable id of the listing inside its list. */
  entry: string
  /** Hash of the listing's content: a changed listing reopens a decision. */
  entryHash: string
  /** Primary name of the listing. */
  name: string
  /** The name or alias that matched. */
  matched: string
  kind: PartyKind
  score: number
  /** Set when the names alone make no hit and the two share an address. */
  by?: 'address'
  why: ScorePart[]
  source: { snapshot: string; contentDate: string }
  /** Fields for side-by-side comparison. */
  listing: ListingView
}

export type ListingView = {
  names: string[]
  weakNames: string[]
  addresses: string[]
  countries: string[]
  dates: string[]
  ids: string[]
  programmes: string[]
  remarks: string
  licenceRequirement: string
  licencePolicy: string
  citation: string
  startDate: string
  /** Last day of the listing; absent while none is set. */
  endDate?: string
  footnotes: number[]
  url: string
  relations?: Relation[]
  suspensions?: Suspension[]
  /** Names that the list itself does not give; see ListEntry. */
  addedNames?: string[]
  /** Further fields of the official record; see ListEntry. */
  fields?: Record<string, string>
}

export type ListUsed = {
  id: string
  title: string
  contentDate: string
  records: number
  sha256: string
  /** False for the built-in starter list. */
  complete: boolean
}

/** The settings that were in effect: with them and the lists an answer can be made again. */
export type ScreenSettings = { matcher: string; threshold: number; top: number }
export type ScreenAnswer = {
  id: string
  alert: boolean
  hits: Hit[]
  nearest: Hit[]
  lists: ListUsed[]
  settings?: ScreenSettings /** Identity numbers of the query that are none. */
  warnings?: NumberWarning[]
}

/** What an official list says of a listed party and another one: owned by, acting for, the leader of, a successor of. */
export type Relation = {
  /** The publisher's word for it. */
  says: string
  /** Id of the other party in the same list, or an empty text. */
  entry: string
  name: string
}

/** A time in which a listing, though it stands, has no effect: a suspension by an announcement of its own. */
export type Suspension = { from: string /** Last day; an empty text while no end is set. */; until: string; citation: string }

/** One listed party as an importer hands it over, whatever the official format was. */
export type ListEntry = {
  list: string
  entry: string
  kind: PartyKind
  name: string
  /** Strong aliases and other-script names. */
  aliases: string[]
  weakAliases: string[]
  addresses: string[]
  /** ISO 3166-1 alpha-2 where it can be told. */
  countries: string[]
  dates: string[]
  ids: string[]
  programmes: string[]
  remarks: string
  licenceRequirement: string
  licencePolicy: string
  citation: string
  startDate: string
  endDate: string
  /** Entity List footnotes that turn on foreign-direct-product rules. */
  footnotes: number[]
  url: string
  /** Fields of the official record that have no place of their own, under their official names. */
  fields?: Record<string, string>
  relations?: Relation[]
  suspensions?: Suspension[]
  /** Names in another script that the official list does not give and Licet adds for finding; never part of the entry's hash. */
  addedNames?: string[]
}

/** A listed party of which nothing more is said. */
export const listedParty = (list: string, entry: string, kind: PartyKind, name: string): ListEntry => ({
  list,
  entry,
  kind,
  name,
  aliases: [],
  weakAliases: [],
  addresses: [],
  countries: [],
  dates: [],
  ids: [],
  programmes: [],
  remarks: '',
  licenceRequirement: '',
  licencePolicy: '',
  citation: '',
  startDate: '',
  endDate: '',
  footnotes: [],
  url: '',
})
