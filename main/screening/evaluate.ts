/** Scores the labelled set with the matcher: pairs by themselves, and names against the index of the lists. Pure. */
import type { InnocentName, LabelledPair, ScoredInnocent, ScoredPair, ScoredQuery } from '#shared/evaluation/labelled.ts'
import { cleanText, latinWords } from './latin-words.ts'
import { comparePair, type IndexedEntry, type ScreeningIndex, screen } from './screen.ts'
import { LEAST_NEAR } from './settings.ts'

/** Every hit counts in an evaluation, however many there are. */
const EVERY_HIT = 100_000

/** A pair with the score of its two names. */
export const scorePair = (pair: LabelledPair): ScoredPair => ({ ...pair, score: comparePair(pair.name1, pair.name2, pair.kind).score })

/** The entries of an index by list and name, to tell whether a party of the set stands on a list held. */
export type HeldNames = ReadonlyMap<string, ReadonlySet<IndexedEntry>>

const nameKey = (list: string, name: string): string =>
  `${list}|${name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`

/** The entries of an index by list and each of their names. */
export function heldNames(index: ScreeningIndex): HeldNames {
  const held = new Map<string, Set<IndexedEntry>>()
  for (const entry of index.entries) {
    for (const name of [entry.name, ...entry.aliases, ...entry.weakAliases]) {
      const key = nameKey(entry.list, name)
      const known = held.get(key)
      if (known === undefined) held.set(key, new Set([entry]))
      else known.add(entry)
    }
  }
  return held
}

/**
 * Screens the second name of a pair of one party, with nothing else known of it, and gives the score of the listing that has
 * the first name; 0 when it is not among what came near. Undefined when the list is not held or has no such name.
 */
export function scoreQuery(index: ScreeningIndex, held: HeldNames, pair: LabelledPair): ScoredQuery | undefined {
  const entries = held.get(nameKey(pair.source, pair.name1))
  if (!pair.same || entries === undefined) return undefined
  const wanted = new Set([...entries].map(({ entry }) => entry))
  const { hits } = screen(index, { name: pair.name2 }, { threshold: LEAST_NEAR, top: EVERY_HIT })
  const hit = hits.find(({ list, entry }) => list === pair.source && wanted.has(entry))
  const { kind, script, disguise, source, split } = pair
  return { query: pair.name2, listed: pair.name1, kind, script, disguise, source, split, score: hit?.score ?? 0 }
}

/**
 * Screens an innocent name and gives its best hit. Lists of another day than the set's may hold somebody of this very name, which
 * makes a namesake of the innocent: the words are the same, in any order.
 */
export function scoreInnocent(index: ScreeningIndex, innocent: InnocentName): ScoredInnocent {
  const best = screen(index, { name: innocent.name }, { threshold: LEAST_NEAR, top: 1 }).hits[0]
  const words = (name: string): string => latinWords(cleanText(name)).sort().join(' ')
  const namesake = innocent.namesake || (best !== undefined && words(best.matched) === words(innocent.name))
  return { ...innocent, namesake, score: best?.score ?? 0, hit: best?.matched ?? '', list: best?.list ?? '' }
}
