/**
 * The index over all listed names: an inverted index of words, found also when misspelt, of words written together and of
 * identity numbers. It proposes candidates; the comparison of names decides.
 */
import type { ListEntry, ListUsed } from '#shared/domain/screening.ts'
import { type Name, normaliseName, type Token } from './normalise.ts'
import { LEAST_NEAR, WEIGHTS } from './settings.ts'
import { alikeWords, newVocabulary, type Vocabulary, wordId } from './vocabulary.ts'

/** A listed party as the lists room hands it over. */
export type IndexedEntry = ListEntry & { entryHash?: string }

/** How a name stands in the listing. */
export type NameKind = 'name' | 'alias' | 'weak-alias' | 'added-name'

export type IndexedName = { entry: number; kind: NameKind; name: Name }

export type ScreeningIndex = {
  entries: IndexedEntry[]
  lists: ListUsed[]
  names: IndexedName[]
  vocabulary: Vocabulary
  /** Names by word id. */
  postings: number[][]
  /** Names by two or three neighbouring words written together. */
  joined: Map<string, number[]>
  /** Names by the first letters of their words. */
  acronyms: Map<string, number[]>
  /** Entries by identity number. */
  identities: Map<string, number[]>
  estimates: Float32Array
}

const SHORTEST_IDENTITY = 6
/** Words with less weight do not propose candidates unless the query has nothing better. */
const LEAST_PROPOSING = 0.2
const MOST_CANDIDATES = 400

/** Builds the index. The same entries give the same index. */
export function buildIndex(entries: readonly IndexedEntry[], lists: readonly ListUsed[]): ScreeningIndex {
  const index: ScreeningIndex = {
    entries: [...entries],
    lists: [...lists],
    names: [],
    vocabulary: newVocabulary(),
    postings: [],
    joined: new Map(),
    acronyms: new Map(),
    identities: new Map(),
    estimates: new Float32Array(0),
  }
  index.entries.forEach((entry, number) => {
    addName(index, number, 'name', entry.name)
    for (const alias of entry.aliases) addName(index, number, 'alias', alias)
    for (const alias of entry.weakAliases) addName(index, number, 'weak-alias', alias)
    for (const added of entry.addedNames ?? []) addName(index, number, 'added-name', added)
    for (const id of entry.ids) for (const key of identityKeys(id)) append(index.identities, key, number)
  })
  index.estimates = new Float32Array(index.names.length)
  return index
}

function addName(index: ScreeningIndex, entry: number, kind: NameKind, written: string): void {
  for (const name of normaliseName(written)) {
    const number = index.names.length
    index.names.push({ entry, kind, name })
    for (const token of name.tokens) {
      for (const form of token.forms) {
        const id = wordId(index.vocabulary, form)
        const posting = index.postings[id]
        if (posting === undefined) index.postings[id] = [number]
        else if (posting[posting.length - 1] !== number) posting.push(number)
      }
    }
    for (const joined of joinedWords(name.tokens)) append(index.joined, joined, number)
    const initials = name.tokens
      .filter((token) => token.kind !== 'link')
      .map((token) => token.text[0])
      .join('')
    if (initials.length >= 4 && initials.length <= 8) append(index.acronyms, initials, number)
  }
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list[list.length - 1] !== value) list.push(value)
}

/** Two or three neighbouring words written together, where the first of them tells something. */
function joinedWords(tokens: Token[]): string[] {
  const found: string[] = []
  for (let from = 0; from + 1 < tokens.length; from += 1) {
    const two = `${(tokens[from] as Token).plain}${(tokens[from + 1] as Token).plain}`
    if ((tokens[from] as Token).weight + (tokens[from + 1] as Token).weight < 0.5) continue
    if (two.length >= 5) found.push(two)
    const third = tokens[from + 2]
    if (third !== undefined && two.length <= 12) found.push(`${two}${third.plain}`)
  }
  return found
}

/** Letters and figures of the parts of an identity that can be a number: at least six, one of them a figure. */
export function identityKeys(id: string): string[] {
  const keys: string[] = []
  for (const word of id.toUpperCase().split(/[\s,;:()]+/)) {
    const key = word.replace(/[^A-Z0-9]/g, '')
    if (key.length >= SHORTEST_IDENTITY && /[0-9].*[0-9].*[0-9]/.test(key)) keys.push(key)
  }
  return keys
}

/** Names that may be alike to the query, best estimates first; at most a few hundred. */
export function candidatesFor(index: ScreeningIndex, query: Name): number[] {
  const estimates = index.estimates
  const touched: number[] = []
  const queryWeight = query.weight === 0 ? 1 : query.weight
  const raise = (name: number, by: number): void => {
    if (estimates[name] === 0) touched.push(name)
    estimates[name] = (estimates[name] as number) + by
  }
  const strongest = Math.max(0, ...query.tokens.map((token) => token.weight))
  const least = Math.min(LEAST_PROPOSING, strongest)
  for (const token of query.tokens) {
    if (token.weight < least) continue
    const best = new Map<number, number>()
    for (const form of token.forms) {
      for (const { id, alike } of alikeWords(index.vocabulary, form)) {
        for (const name of index.postings[id] ?? []) {
          const known = best.get(name)
          if (known === undefined || known < alike) best.set(name, alike)
        }
      }
      for (const name of index.joined.get(form) ?? []) if (!best.has(name)) best.set(name, 1)
    }
    for (const [name, alike] of best) {
      const listed = (index.names[name] as IndexedName).name
      const share = Math.min(1, Math.max(token.weight, 0.3) / (listed.weight === 0 ? 1 : listed.weight))
      raise(name, alike * ((WEIGHTS.query * token.weight) / queryWeight + WEIGHTS.listing * share))
    }
  }
  for (const joined of joinedWords(query.tokens)) {
    const id = index.vocabulary.idOf.get(joined)
    for (const name of id === undefined ? [] : (index.postings[id] ?? [])) raise(name, 0.7)
  }
  const candidates = touched.filter((name) => (estimates[name] as number) >= LEAST_NEAR - 0.15)
  candidates.sort((a, b) => (estimates[b] as number) - (estimates[a] as number) || a - b)
  for (const name of touched) estimates[name] = 0
  const chosen = candidates.slice(0, MOST_CANDIDATES)
  const only = query.tokens.length === 1 ? query.tokens[0] : undefined
  if (only !== undefined) for (const name of index.acronyms.get(only.text) ?? []) if (!chosen.includes(name)) chosen.push(name)
  return chosen
}
