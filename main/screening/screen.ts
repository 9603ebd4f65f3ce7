/**
 * Screens one party against all lists, or compares two names: hits from the threshold on, the nearest ones below it, each with
 * the parts that its score is the sum of. Pure: the same lists, query and settings give the same answer.
 */
import type { Hit, ListingView, PartyKind, ScorePart, ScreenAnswer, ScreenQuery } from '#shared/domain/screening.ts'
import { candidatesFor, type IndexedEntry, type IndexedName, identityKeys, type ScreeningIndex } from './index.ts'
import { compareNames, explainNames, isAcronymOf, sumOf } from './match.ts'
import { type Name, normaliseName } from './normalise.ts'
import { LEAST_NEAR, MATCHER, NEAREST, THRESHOLD, TOP, WEIGHTS } from './settings.ts'

export { buildIndex, type IndexedEntry, type ScreeningIndex } from './index.ts'
export { MATCHER, THRESHOLD } from './settings.ts'

export type ScreenOptions = { threshold?: number; top?: number }

/** The best name of an entry for the query. */
type Best = { entry: number; indexed: IndexedName; query: Name; score: number }

/**
 * Hits of `query` with a score of at least the threshold, best first, at most `top`, and the nearest ones below. A field that
 * the query or the listing does not give is unknown and counts for nothing.
 */
export function screen(index: ScreeningIndex, query: ScreenQuery, options: ScreenOptions = {}): ScreenAnswer {
  const threshold = options.threshold ?? THRESHOLD
  const top = options.top ?? TOP
  const best = bestNames(index, query)
  const scored = best
    .map((one) => scoredHit(index, one, query, threshold))
    .filter((hit) => hit.score >= LEAST_NEAR)
    .sort((a, b) => b.score - a.score || (a.list < b.list ? -1 : a.list > b.list ? 1 : 0) || (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0))
  const hits = scored.filter((hit) => hit.score >= threshold)
  return {
    id: query.id ?? '',
    alert: hits.length > 0,
    hits: hits.slice(0, top),
    nearest: scored.filter((hit) => hit.score < threshold).slice(0, NEAREST),
    lists: index.lists,
    settings: { matcher: MATCHER, threshold, top },
  }
}

function bestNames(index: ScreeningIndex, query: ScreenQuery): Best[] {
  const best = new Map<number, Best>()
  const names = normaliseName(query.name)
  for (const name of names) {
    for (const number of candidatesFor(index, name)) {
      const indexed = index.names[number] as IndexedName
      const entry = index.entries[indexed.entry] as IndexedEntry
      const compared = compareNames(name, indexed.name, isPerson(entry, query)).score + (indexed.kind === 'weak-alias' ? WEIGHTS.weakAlias : 0)
      const score = isAcronymOf(name, indexed.name) ? Math.max(compared, WEIGHTS.acronym) : compared
      const known = best.get(indexed.entry)
      if (known === undefined || score > known.score) best.set(indexed.entry, { entry: indexed.entry, indexed, query: name, score })
    }
  }
  const first = names[0]
  if (first === undefined) return []
  for (const key of (query.ids ?? []).flatMap(identityKeys)) {
    for (const entry of index.identities.get(key) ?? []) {
      const indexed = index.names.find((name) => name.entry === entry)
      if (indexed !== undefined && !best.has(entry)) best.set(entry, { entry, indexed, query: first, score: 0 })
    }
  }
  return [...best.values()].filter((one) => one.score >= LEAST_NEAR || (query.ids ?? []).length > 0)
}

function scoredHit(index: ScreeningIndex, best: Best, query: ScreenQuery, threshold: number): Hit {
  const entry = index.entries[best.entry] as IndexedEntry
  const why = nameParts(best.query, best.indexed, isPerson(entry, query))
  addIdentity(why, entry, query)
  addKind(why, entry, query, best.indexed.name)
  addContext(why, entry, query, threshold)
  const list = index.lists.find((one) => one.id === entry.list)
  return {
    list: entry.list,
    entry: entry.entry,
    entryHash: entry.entryHash ?? '',
    name: entry.name,
    matched: best.indexed.name.written,
    kind: entry.kind,
    score: sumOf(why),
    why,
    source: { snapshot: list?.sha256 ?? '', contentDate: list?.contentDate ?? '' },
    listing: viewOf(entry),
  }
}

/** Whether names are compared as those of persons: the listing says so, or it does not say and the query does. */
const isPerson = (entry: IndexedEntry, query: ScreenQuery): boolean => entry.kind === 'person' || (entry.kind === 'unknown' && query.kind === 'person')

function nameParts(query: Name, indexed: IndexedName, person: boolean): ScorePart[] {
  const parts = explainNames(query, indexed.name, person)
  if (isAcronymOf(query, indexed.name) && sumOf(parts) < WEIGHTS.acronym) {
    parts.push({ feature: 'acronym', weight: WEIGHTS.acronym - sumOf(parts), score: 1, query: query.joined, candidate: indexed.name.written })
  }
  if (indexed.kind === 'weak-alias')
    parts.push({ feature: 'weak-alias', weight: WEIGHTS.weakAlias, score: 1, query: query.written, candidate: indexed.name.written })
  return parts
}

/** The same identity number settles the matter, whatever the names. */
function addIdentity(why: ScorePart[], entry: IndexedEntry, query: ScreenQuery): void {
  const listed = new Map(entry.ids.flatMap((id) => identityKeys(id).map((key) => [key, id] as const)))
  for (const id of query.ids ?? []) {
    const key = identityKeys(id).find((candidate) => listed.has(candidate))
    if (key === undefined) continue
    why.push({ feature: 'same-identity-number', weight: 1 - sumOf(why), score: 1, query: id, candidate: listed.get(key) as string })
    return
  }
}

/** A ship is no person; a listing of no stated kind that has a legal form in its name is no person either. This may hide a hit. */
function addKind(why: ScorePart[], entry: IndexedEntry, query: ScreenQuery, listed: Name): void {
  if (query.kind === undefined) return
  const kind: PartyKind = entry.kind === 'unknown' && listed.legal.length > 0 ? 'entity' : entry.kind
  if (kind !== 'unknown' && kind !== query.kind)
    why.push({ feature: 'kind-differs', weight: WEIGHTS.kindDiffers, score: 1, query: query.kind, candidate: kind })
}

/** Country and year of birth, where both sides know them, move the score a little and never hide a hit. */
function addContext(why: ScorePart[], entry: IndexedEntry, query: ScreenQuery, threshold: number): void {
  const add = (feature: string, weight: number, from: string, to: string): void => {
    const now = sumOf(why)
    const kept = weight > 0 ? Math.min(weight, 1 - now) : now >= threshold ? Math.max(weight, threshold - now) : weight
    why.push({ feature, weight: Math.round(kept * 10_000) / 10_000, score: 1, query: from, candidate: to })
  }
  const country = query.country?.trim().toUpperCase() ?? ''
  if (/^[A-Z]{2}$/.test(country) && entry.countries.length > 0) {
    const same = entry.countries.includes(country)
    add(same ? 'country-same' : 'country-differs', same ? WEIGHTS.countrySame : WEIGHTS.countryDiffers, country, entry.countries.join(' '))
  }
  const year = /\b(1[89]\d\d|20\d\d)\b/.exec(query.dob ?? '')?.[1]
  const years = entry.dates.flatMap((date) => [...date.matchAll(/\b(1[89]\d\d|20\d\d)\b/g)].map((match) => match[1] as string))
  if (year !== undefined && years.length > 0) {
    const same = years.includes(year)
    add(same ? 'birth-year-same' : 'birth-year-differs', same ? WEIGHTS.birthSame : WEIGHTS.birthDiffers, year, [...new Set(years)].join(' '))
  }
}

function viewOf(entry: IndexedEntry): ListingView {
  return {
    names: [entry.name, ...entry.aliases],
    weakNames: entry.weakAliases,
    addresses: entry.addresses,
    countries: entry.countries,
    dates: entry.dates,
    ids: entry.ids,
    programmes: entry.programmes,
    remarks: entry.remarks,
    licenceRequirement: entry.licenceRequirement,
    licencePolicy: entry.licencePolicy,
    citation: entry.citation,
    startDate: entry.startDate,
    footnotes: entry.footnotes,
    url: entry.url,
    ...(entry.endDate === '' ? {} : { endDate: entry.endDate }),
    ...(entry.relations === undefined ? {} : { relations: entry.relations }),
    ...(entry.suspensions === undefined ? {} : { suspensions: entry.suspensions }),
    ...(entry.addedNames === undefined ? {} : { addedNames: entry.addedNames }),
    ...(entry.fields === undefined ? {} : { fields: entry.fields }),
  }
}

export type PairAnswer = { name1: string; name2: string; score: number; alert: boolean; why: ScorePart[] }

const PERSON_SCHEMAS = new Set(['person', 'individual'])

/** Compares two names with the same matcher, no list needed. `schema` is `person` or a kind of organisation; unknown otherwise. */
export function comparePair(name1: string, name2: string, schema = ''): PairAnswer {
  const person = PERSON_SCHEMAS.has(schema.toLowerCase())
  let best: { score: number; why: ScorePart[] } = { score: 0, why: [] }
  for (const first of normaliseName(name1)) {
    for (const second of normaliseName(name2)) {
      for (const [query, candidate] of [
        [first, second],
        [second, first],
      ] as const) {
        const indexed: IndexedName = { entry: 0, kind: 'name', name: candidate }
        const why = nameParts(query, indexed, person)
        const score = sumOf(why)
        if (score > best.score || best.why.length === 0) best = { score, why }
      }
    }
  }
  return { name1, name2, score: best.score, alert: best.score >= THRESHOLD, why: best.why }
}
