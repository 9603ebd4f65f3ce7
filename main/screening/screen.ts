/**
 * Screens one party against all lists, or compares two names: hits from the threshold on, the nearest ones below it, each with
 * the parts that its score is the sum of. Pure: the same lists, query and settings give the same answer.
 */
import { numberWarnings } from '#shared/domain/identity-number.ts'
import type { Hit, ListingView, ScorePart, ScreenAnswer, ScreenQuery } from '#shared/domain/screening.ts'
import { addEvidence, entriesByEvidence, evidenceOf, isByAddress, mostRaised, type QueryEvidence } from './evidence.ts'
import type { IndexedEntry, IndexedName, ScreeningIndex } from './index.ts'
import { visitLikely } from './likely-names.ts'
import { type Known, type Link, linksOf } from './match.ts'
import { explainNames, isAcronymOf, sumOf } from './name-score.ts'
import type { Name } from './name-tokens.ts'
import { normaliseName } from './normalise.ts'
import { LEAST_NEAR, MATCHER, NEAREST, THRESHOLD, TOP, WEIGHTS } from './settings.ts'

export { buildIndex, type IndexedEntry, type ScreeningIndex } from './index.ts'
export { MATCHER, THRESHOLD } from './settings.ts'

export type ScreenOptions = { threshold?: number; top?: number }

/** The best name of an entry for the query; of several that give the same score the one that is most alike. */
type Best = { entry: number; indexed: number; query: Name; links: readonly Link[]; score: number; alike: number; byAddress: boolean }

/**
 * Hits of `query` with a score of at least the threshold, best first, at most `top`, and the nearest ones below. A field that
 * the query or the listing does not give is unknown and counts for nothing.
 */
export function screen(index: ScreeningIndex, query: ScreenQuery, options: ScreenOptions = {}): ScreenAnswer {
  return answerOf(index, query, options, visitLikely)
}

/** The same answer from comparing with every name: what `screen` is held to, and measured against. */
export function scan(index: ScreeningIndex, query: ScreenQuery, options: ScreenOptions = {}): ScreenAnswer {
  return answerOf(index, query, options, (_, __, ___, visit) => {
    for (let name = 0; name < index.names.length; name += 1) visit(name)
  })
}

type Search = (index: ScreeningIndex, name: Name, floor: () => number, visit: (name: number, known?: Known) => void) => void

function answerOf(index: ScreeningIndex, query: ScreenQuery, options: ScreenOptions, search: Search): ScreenAnswer {
  const threshold = options.threshold ?? THRESHOLD
  const top = options.top ?? TOP
  const evidence = evidenceOf(index.entries, query)
  const best = bestNames(index, evidence, threshold, search).sort(
    (a, b) => b.score - a.score || Number(a.byAddress) - Number(b.byAddress) || byListing(index, a, b),
  )
  const hits = best.filter(({ score }) => score >= threshold)
  const near = best.filter(({ score }) => score < threshold)
  const shown = (some: Best[]): Hit[] => some.map((one) => hitOf(index, one, evidence, threshold))
  const warnings = numberWarnings(query.ids ?? [], query.kind)
  return {
    id: query.id ?? '',
    alert: hits.length > 0,
    hits: shown(hits.slice(0, top)),
    nearest: shown(near.slice(0, NEAREST)),
    lists: index.lists,
    settings: { matcher: MATCHER, threshold, top },
    ...(warnings.length === 0 ? {} : { warnings }),
  }
}

function byListing(index: ScreeningIndex, a: Best, b: Best): number {
  const [first, second] = [index.entries[a.entry] as IndexedEntry, index.entries[b.entry] as IndexedEntry]
  return compareText(first.list, second.list) || compareText(first.entry, second.entry)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The best name of every entry that scores at least `LEAST_NEAR`: all from the threshold on, and the nearest below it. */
function bestNames(index: ScreeningIndex, evidence: QueryEvidence, threshold: number, search: Search): Best[] {
  const best = new Map<number, Best>()
  const raise = mostRaised(evidence)
  const consider = (name: Name, number: number, known?: Known): void => {
    const links = linksOf(name, (index.names[number] as IndexedName).name, known)
    const why = namesWhy(index, name, number, evidence, links, false)
    const alike = sumOf(why)
    const score = sumOf(withEvidence(why, index, number, evidence, threshold))
    const byAddress = isByAddress(why, threshold)
    const { entry } = index.names[number] as IndexedName
    const before = best.get(entry)
    if (
      before !== undefined &&
      (score < before.score || (score === before.score && (alike < before.alike || (alike === before.alike && number >= before.indexed))))
    )
      return
    best.set(entry, { entry, indexed: number, query: name, links, score, alike, byAddress })
    if (before !== undefined || score < threshold) nearest = undefined
  }
  let nearest: number | undefined
  const floor = (): number => {
    nearest ??= nearestScore(best, threshold)
    return Math.min(threshold, Math.max(LEAST_NEAR, nearest)) - raise
  }
  const names = normaliseName(evidence.query.name)
  const compared = names.length > 0 ? names : [nameless(evidence.query.name)]
  for (const entry of entriesByEvidence(index.evidence, evidence)) {
    const end = index.firstName[entry + 1] ?? index.names.length
    for (let number = index.firstName[entry] as number; number < end; number += 1) for (const name of compared) consider(name, number)
  }
  let highest = 0
  do {
    highest = 0
    for (const name of names) {
      search(index, name, floor, (number, known) => consider(name, number, known))
      highest = Math.max(highest, floor())
    }
    // A reading of the query that makes a hit of what was near lowers the floor: the readings before it are searched again.
  } while (floor() < highest)
  return [...best.values()].filter((one) => one.score >= LEAST_NEAR)
}

/** A name of signs alone: nothing in it can meet, and what else is known of the party is searched all the same. */
const nameless = (written: string): Name => ({ written, latin: false, tokens: [], legal: [], acronyms: [], weight: 0 })

const nearestScores = new Float64Array(NEAREST)

/** The score of the last of the nearest entries that are shown below the threshold, or 0 while there are fewer. */
function nearestScore(best: ReadonlyMap<number, Best>, threshold: number): number {
  nearestScores.fill(0)
  for (const { score } of best.values()) {
    if (score >= threshold) continue
    let place = NEAREST
    while (place > 0 && score > (nearestScores[place - 1] as number)) {
      if (place < NEAREST) nearestScores[place] = nearestScores[place - 1] as number
      place -= 1
    }
    if (place < NEAREST) nearestScores[place] = score
  }
  return nearestScores[NEAREST - 1] as number
}

/** The parts of the score that are about one listed name and the query's. */
function namesWhy(index: ScreeningIndex, name: Name, number: number, { query }: QueryEvidence, links: readonly Link[], words = true): ScorePart[] {
  const indexed = index.names[number] as IndexedName
  return name.tokens.length === 0 ? [] : nameParts(name, indexed, isPerson(index.entries[indexed.entry] as IndexedEntry, query), links, words)
}

/** All parts of the score of one listed name; the score is their sum. */
function withEvidence(why: ScorePart[], index: ScreeningIndex, number: number, evidence: QueryEvidence, threshold: number): ScorePart[] {
  const { entry: at, name: listed } = index.names[number] as IndexedName
  addEvidence(why, index.evidence, evidence, { at, entry: index.entries[at] as IndexedEntry, listed }, threshold)
  return why
}

function hitOf(index: ScreeningIndex, best: Best, evidence: QueryEvidence, threshold: number): Hit {
  const entry = index.entries[best.entry] as IndexedEntry
  const list = index.lists.find((one) => one.id === entry.list)
  return {
    list: entry.list,
    entry: entry.entry,
    entryHash: entry.entryHash ?? '',
    name: entry.name,
    matched: (index.names[best.indexed] as IndexedName).name.written,
    kind: entry.kind,
    score: best.score,
    ...(best.byAddress ? { by: 'address' } : {}),
    why: withEvidence(namesWhy(index, best.query, best.indexed, evidence, best.links), index, best.indexed, evidence, threshold),
    source: { snapshot: list?.sha256 ?? '', contentDate: list?.contentDate ?? '' },
    listing: viewOf(entry),
  }
}

/** Whether names are compared as those of persons and ships, whole, and not as those of firms: the listing says so, or it does not say and the query does. */
const isPerson = (entry: IndexedEntry, query: ScreenQuery): boolean =>
  entry.kind === 'unknown' ? query.kind === 'person' || query.kind === 'vessel' : entry.kind !== 'entity'

function nameParts(query: Name, indexed: IndexedName, person: boolean, links: readonly Link[], words = true): ScorePart[] {
  const parts = explainNames(query, indexed.name, person, links, words)
  const acronym = !isAcronymOf(query, indexed.name) ? 0 : (query.tokens[0]?.text.length ?? 0) < 4 ? WEIGHTS.shortAcronym : WEIGHTS.acronym
  if (sumOf(parts) < acronym) {
    parts.push({ feature: 'acronym', weight: acronym - sumOf(parts), score: 1, query: query.written, candidate: indexed.name.written })
  }
  if (indexed.kind === 'weak-alias')
    parts.push({ feature: 'weak-alias', weight: WEIGHTS.weakAlias, score: 1, query: query.written, candidate: indexed.name.written })
  return parts
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
        const why = nameParts(query, indexed, person, linksOf(query, candidate))
        const score = sumOf(why)
        if (score > best.score || best.why.length === 0) best = { score, why }
      }
    }
  }
  return { name1, name2, score: best.score, alert: best.score >= THRESHOLD, why: best.why }
}
