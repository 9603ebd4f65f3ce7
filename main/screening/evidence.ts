/**
 * What is compared beside the names: identity numbers, kind, country, birth, address. Each is a part of the score under a name of its own.
 * A number that only one party can have settles the matter; everything else moves the score a little, and what the query or the
 * listing does not give is unknown and counts for nothing.
 */
import { type IdentityNumber, identityNumbers } from '#shared/domain/identity-number.ts'
import type { ListEntry, PartyKind, ScoreFeature, ScorePart, ScreenQuery } from '#shared/domain/screening.ts'
import { entriesAt } from './address-index.ts'
import { append } from './append.ts'
import { type Birth, type BirthFeature, birthsOf, compareBirths } from './birth.ts'
import type { Name } from './name-tokens.ts'
import { WEIGHTS } from './settings.ts'

/** What the listings have beside names, for finding them by it. */
export type EvidenceIndex = {
  /** Entries by identity number as it is written. */
  identities: Map<string, number[]>
  /** Entries by a number that only one party can have. */
  numbers: Map<string, number[]>
  /** Those numbers of each entry that has any. */
  numbersOf: Map<number, IdentityNumber[]>
}

/** What a query gives beside the name, read once for all listings that it is compared with. */
export type QueryEvidence = {
  query: ScreenQuery
  /** Its identity numbers as they are written, each with the text that it stands in. */
  identities: Map<string, string>
  numbers: IdentityNumber[]
  births: Birth[]
  /** Entries at its address, each with the address as it is listed. */
  sharing: Map<number, string>
}

/** The index over what the entries have beside names. */
export function indexEvidence(entries: readonly ListEntry[]): EvidenceIndex {
  const index: EvidenceIndex = { identities: new Map(), numbers: new Map(), numbersOf: new Map() }
  entries.forEach((entry, at) => {
    if (entry.ids.length === 0) return
    for (const key of new Set(entry.ids.flatMap(identityKeys))) append(index.identities, key, at)
    const numbers = soundNumbers(entry.ids, entry.kind)
    if (numbers.length === 0) return
    index.numbersOf.set(at, numbers)
    for (const number of numbers) append(index.numbers, keyOf(number), at)
  })
  return index
}

/** What a query gives beside the name. `entries` are those of the index. */
export function evidenceOf(entries: readonly ListEntry[], query: ScreenQuery): QueryEvidence {
  const ids = query.ids ?? []
  return {
    query,
    identities: new Map([...ids].reverse().flatMap((id) => identityKeys(id).map((key) => [key, id] as const))),
    numbers: soundNumbers(ids, query.kind),
    births: birthsOf(query.dob ?? ''),
    sharing: query.address === undefined ? new Map() : entriesAt(entries, query.address),
  }
}

/** Entries that are hits whatever their names are. */
export function entriesByEvidence(index: EvidenceIndex, { identities, numbers, sharing }: QueryEvidence): Set<number> {
  return new Set([
    ...numbers.flatMap((number) => index.numbers.get(keyOf(number)) ?? []),
    ...[...identities.keys()].flatMap((key) => index.identities.get(key) ?? []),
    ...sharing.keys(),
  ])
}

/** The most that a query can add to the score of a name; entries found by evidence apart. */
export const mostRaised = ({ query }: QueryEvidence): number =>
  (query.country === undefined ? 0 : WEIGHTS.countrySame) + (query.dob === undefined ? 0 : WEIGHTS.birthDateSame)

const keyOf = ({ kind, number }: IdentityNumber): string => `${kind} ${number}`

/** Numbers that pass their own check, each once. */
function soundNumbers(ids: readonly string[], kind: PartyKind | undefined): IdentityNumber[] {
  const found = new Map<string, IdentityNumber>()
  for (const id of ids) for (const number of identityNumbers(id, kind)) if (number.fault === undefined) found.set(keyOf(number), number)
  return [...found.values()]
}

const SHORTEST_IDENTITY = 6

/** Letters and figures of the parts of an identity that can be a number: at least six, three of them figures. */
function identityKeys(id: string): string[] {
  const keys: string[] = []
  for (const word of id.toUpperCase().split(/[\s,;:()]+/)) {
    const key = word.replace(/[^A-Z0-9]/g, '')
    if (key.length >= SHORTEST_IDENTITY && /[0-9].*[0-9].*[0-9]/.test(key)) keys.push(key)
  }
  return keys
}

const rawSum = (parts: readonly ScorePart[]): number => parts.reduce((sum, part) => sum + part.weight * part.score, 0)
const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** The entry that evidence is weighed for: its place in the index, and its name that the query's was compared with. */
export type Weighed = { at: number; entry: ListEntry; listed: Name }

/** Adds the parts of the score that are not about names to those that are. */
export function addEvidence(why: ScorePart[], index: EvidenceIndex, evidence: QueryEvidence, weighed: Weighed, threshold: number): void {
  const { at, entry, listed } = weighed
  const numbers = evidence.numbers.length === 0 ? [] : (index.numbersOf.get(at) ?? [])
  const same = evidence.numbers.find((one) => numbers.some((other) => keyOf(other) === keyOf(one)))
  if (same === undefined) addIdentity(why, entry, evidence)
  addKind(why, entry, evidence.query, listed)
  addCountry(why, entry, evidence.query, threshold)
  addBirth(why, entry, evidence, threshold)
  addOtherNumbers(why, evidence, numbers, entry.kind, threshold)
  addAddress(why, evidence, at, threshold)
  if (same !== undefined) settle(why, `same-${same.kind}`, same.number, same.number)
}

/** Lifts the score to 1. */
function settle(why: ScorePart[], feature: ScoreFeature, query: string, candidate: string): void {
  why.push({ feature, weight: round(1 - rawSum(why)), score: 1, query, candidate })
}

/** The same identity number, as it is written, settles the matter whatever the names. */
function addIdentity(why: ScorePart[], entry: ListEntry, { identities }: QueryEvidence): void {
  if (identities.size === 0) return
  for (const [key, id] of identities) {
    const listed = entry.ids.find((one) => identityKeys(one).includes(key))
    if (listed === undefined) continue
    settle(why, 'same-identity-number', id, listed)
    return
  }
}

/** A ship is no person; a listing of no stated kind that has a legal form in its name is no person either. This may hide a hit. */
function addKind(why: ScorePart[], entry: ListEntry, query: ScreenQuery, listed: Name): void {
  if (query.kind === undefined) return
  const kind: PartyKind = entry.kind === 'unknown' && listed.legal.length > 0 ? 'entity' : entry.kind
  if (kind !== 'unknown' && kind !== query.kind)
    why.push({
      feature: 'kind-differs',
      weight: [kind, query.kind].includes('person') && (isCraft(kind) || isCraft(query.kind)) ? WEIGHTS.personIsNoCraft : WEIGHTS.kindDiffers,
      score: 1,
      query: query.kind,
      candidate: kind,
    })
}

const isCraft = (kind: PartyKind): boolean => kind === 'vessel' || kind === 'aircraft'

/** Moves the score a little: not above 1, and what lowers it takes no hit below the threshold. */
function move(why: ScorePart[], threshold: number, feature: ScoreFeature, weight: number, query: string, candidate: string): void {
  const now = round(Math.min(1, Math.max(0, rawSum(why))))
  const kept = weight > 0 ? Math.min(weight, 1 - now) : now >= threshold ? Math.max(weight, threshold - now) : weight
  why.push({ feature, weight: round(kept), score: 1, query, candidate })
}

/** A country that both sides know. */
function addCountry(why: ScorePart[], entry: ListEntry, query: ScreenQuery, threshold: number): void {
  const country = query.country?.trim().toUpperCase() ?? ''
  if (!/^[A-Z]{2}$/.test(country) || entry.countries.length === 0) return
  const same = entry.countries.includes(country)
  move(why, threshold, same ? 'country-same' : 'country-differs', same ? WEIGHTS.countrySame : WEIGHTS.countryDiffers, country, entry.countries.join(' '))
}

const BIRTH_WEIGHTS: Readonly<Record<BirthFeature, number>> = {
  'birth-date-same': WEIGHTS.birthDateSame,
  'birth-year-same': WEIGHTS.birthSame,
  'birth-year-within': WEIGHTS.birthWithin,
  'birth-date-differs': WEIGHTS.birthDateDiffers,
  'birth-year-differs': WEIGHTS.birthDiffers,
}

const births = new WeakMap<ListEntry, readonly Birth[]>()

/** Read once, since every name of a listing asks for them. */
function birthsOfEntry(entry: ListEntry): readonly Birth[] {
  const known = births.get(entry)
  if (known !== undefined) return known
  const read = entry.dates.flatMap(birthsOf)
  births.set(entry, read)
  return read
}

/** A date of birth, or what is known of it, on both sides. */
function addBirth(why: ScorePart[], entry: ListEntry, { query, births: ours }: QueryEvidence, threshold: number): void {
  if (ours.length === 0) return
  const feature = compareBirths(ours, birthsOfEntry(entry))
  if (feature !== undefined) move(why, threshold, feature, BIRTH_WEIGHTS[feature], query.dob ?? '', entry.dates.join(', '))
}

/**
 * Numbers of one kind that a party has only one of, sound on both sides and different. Ships alone are told apart by IMO numbers, for
 * owners and ships have them alike; and a ship's MMSI changes with its flag.
 */
function addOtherNumbers(why: ScorePart[], { query, numbers }: QueryEvidence, listed: readonly IdentityNumber[], entry: PartyKind, threshold: number): void {
  if (numbers.length === 0 || listed.length === 0) return
  for (const kind of ['social-credit-code', 'lei', 'imo'] as const) {
    if (kind === 'imo' && (entry !== 'vessel' || query.kind !== 'vessel')) continue
    const [ours, theirs] = [numbers, listed].map((some) => some.filter((one) => one.kind === kind).map(({ number }) => number)) as [string[], string[]]
    if (ours.length > 0 && theirs.length > 0 && !ours.some((number) => theirs.includes(number)))
      move(why, threshold, `${kind}-differs`, WEIGHTS.numberDiffers, ours.join(' '), theirs.join(' '))
  }
}

const SAME_ADDRESS = 'same-address'

/**
 * The same house in the same street and town raises the score, and alone makes a hit of the least score: official lists name
 * addresses that are a warning by themselves. Another address says nothing, for parties have several and move.
 */
function addAddress(why: ScorePart[], { query, sharing }: QueryEvidence, at: number, threshold: number): void {
  const listed = sharing.get(at)
  if (listed === undefined) return
  const now = round(Math.min(1, Math.max(0, rawSum(why))))
  const weight = Math.max(Math.min(WEIGHTS.addressSame, 1 - now), threshold - rawSum(why))
  why.push({ feature: SAME_ADDRESS, weight: round(weight), score: 1, query: query.address ?? '', candidate: listed })
}

/** Whether nothing but a shared address makes it a hit. */
export function isByAddress(why: readonly ScorePart[], threshold: number): boolean {
  const address = why.find(({ feature }) => feature === SAME_ADDRESS)
  return address !== undefined && round(rawSum(why) - address.weight) < threshold
}
