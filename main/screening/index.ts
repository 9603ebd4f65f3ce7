/**
 * The index over all listed names. It answers with every name whose score can reach a floor: for each name it adds up, over the
 * words that the query and the name share or nearly share, the most that they can give, and hands out the names by that bound,
 * the highest first. What it does not hand out can not score higher; so a search finds what comparing with every name would.
 */
import type { ListEntry, ListUsed } from '#shared/domain/screening.ts'
import { type EvidenceIndex, indexEvidence } from './evidence.ts'
import {
  type AlikeAt,
  initialAlike,
  JOINED_ALIKE,
  joinedText,
  joinedWithSlip,
  LONGEST_SPAN,
  MOST_WORDS,
  mainWord,
  SHORTEST_JOINED_WITH_SLIP,
  tokensAlike,
} from './match.ts'
import { type Name, normaliseName, type Token } from './normalise.ts'
import { WEIGHTS } from './settings.ts'
import { alikeConsonants, alikeWords, noWords, type Vocabulary, vocabularyOf, wordId } from './vocabulary.ts'

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
  /** The different words of all names, each with its weight and forms. */
  tokens: Token[]
  /** Tokens by id of one of their forms. */
  tokensOfWord: number[][]
  /** Tokens that a single letter can stand for, by that letter. */
  tokensByLetter: Map<string, number[]>
  /** The tokens of name `n` are `nameTokens[nameStart[n]…nameStart[n + 1]]`. */
  nameStart: Int32Array
  nameTokens: Int32Array
  /** The token of each name that tells most. */
  nameMain: Int32Array
  /** Names that have a token, and its share of the name in the score. */
  postingStart: Int32Array
  postingName: Int32Array
  postingShare: Float32Array
  joined: JoinedWords
  /** Names by what their abbreviation may be. */
  acronyms: Map<string, number[]>
  evidence: EvidenceIndex
  /** First name of each entry. */
  firstName: Int32Array
  scratch: Scratch
}

/** Names by two or three neighbouring words written as one, in chains by hash. */
type JoinedWords = { heads: Int32Array; next: Int32Array; hash: Int32Array; name: Int32Array }

/** Room for one query, cleared after it. */
type Scratch = { bounds: Float32Array; rows: Int32Array; next: Int32Array; heads: Int32Array }

const BUCKETS = 128
/** Sums of rounded figures may be this much off. */
const ROUNDING = 0.002
/** What met must be at least this alike to count as the beginning of both names. */
const BEGINNING_ALIKE = 0.85

/** Builds the index. The same entries give the same index. */
export function buildIndex(entries: readonly IndexedEntry[], lists: readonly ListUsed[]): ScreeningIndex {
  const names: IndexedName[] = []
  const firstName = new Int32Array(entries.length)
  const acronyms = new Map<string, number[]>()
  entries.forEach((entry, number) => {
    firstName[number] = names.length
    const add = (kind: NameKind, written: string): void => {
      for (const name of normaliseName(written)) {
        for (const letters of name.acronyms) append(acronyms, letters, names.length)
        names.push({ entry: number, kind, name })
      }
    }
    add('name', entry.name)
    for (const alias of entry.aliases) add('alias', alias)
    for (const alias of entry.weakAliases) add('weak-alias', alias)
    for (const added of entry.addedNames ?? []) add('added-name', added)
  })
  const words = wordsOf(names)
  return {
    entries: [...entries],
    lists: [...lists],
    names,
    ...words,
    ...postingsOf(names, words.tokens.length, words.nameStart, words.nameTokens),
    joined: joinedOf(names),
    acronyms,
    evidence: indexEvidence(entries),
    firstName,
    scratch: {
      bounds: new Float32Array(names.length),
      rows: new Int32Array(words.tokens.length),
      next: new Int32Array(names.length),
      heads: new Int32Array(BUCKETS + 1),
    },
  }
}

function append<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list[list.length - 1] !== value) list.push(value)
}

type Words = Pick<ScreeningIndex, 'vocabulary' | 'tokens' | 'tokensOfWord' | 'tokensByLetter' | 'nameStart' | 'nameTokens' | 'nameMain'>

/** Gives each different token a number; names keep one object for each. */
function wordsOf(names: IndexedName[]): Words {
  const words = noWords()
  const tokens: Token[] = []
  const tokensOfWord: number[][] = []
  const tokensByLetter = new Map<string, number[]>()
  const numbers = new Map<string, number>()
  const nameStart = new Int32Array(names.length + 1)
  const nameMain = new Int32Array(names.length)
  const nameTokens: number[] = []
  names.forEach(({ name }, number) => {
    for (let place = 0; place < name.tokens.length && place < MOST_WORDS; place += 1) {
      const token = name.tokens[place] as Token
      const key = token.forms.length === 1 && token.plain === token.text ? token.text : `${token.plain} ${token.forms.join(' ')}`
      let id = numbers.get(key)
      if (id === undefined) {
        id = tokens.length
        numbers.set(key, id)
        tokens.push(token)
        for (const form of token.forms) {
          const word = wordId(words, form)
          const known = tokensOfWord[word]
          if (known === undefined) tokensOfWord[word] = [id]
          else known.push(id)
        }
        if (token.kind === 'name' && token.text.length > 2) append(tokensByLetter, token.text[0] as string, id)
      }
      name.tokens[place] = tokens[id] as Token
      nameTokens.push(id)
    }
    nameStart[number + 1] = nameTokens.length
    nameMain[number] = nameTokens[(nameStart[number] as number) + mainWord(name.tokens)] as number
  })
  return { vocabulary: vocabularyOf(words), tokens, tokensOfWord, tokensByLetter, nameStart, nameTokens: Int32Array.from(nameTokens), nameMain }
}

function postingsOf(names: IndexedName[], tokens: number, nameStart: Int32Array, nameTokens: Int32Array) {
  const postingStart = new Int32Array(tokens + 1)
  for (const token of nameTokens) postingStart[token + 1] = (postingStart[token + 1] as number) + 1
  for (let token = 0; token < tokens; token += 1) postingStart[token + 1] = (postingStart[token + 1] as number) + (postingStart[token] as number)
  const filled = postingStart.slice()
  const postingName = new Int32Array(nameTokens.length)
  const postingShare = new Float32Array(nameTokens.length)
  names.forEach(({ name }, number) => {
    const from = nameStart[number] as number
    const to = nameStart[number + 1] as number
    let weight = 0
    for (let place = from; place < to; place += 1) weight += (name.tokens[place - from] as Token).weight
    for (let place = from; place < to; place += 1) {
      const token = nameTokens[place] as number
      const at = filled[token] as number
      filled[token] = at + 1
      postingName[at] = number
      postingShare[at] = (WEIGHTS.listing * (name.tokens[place - from] as Token).weight) / weight
    }
  })
  return { postingStart, postingName, postingShare }
}

function joinedOf(names: IndexedName[]): JoinedWords {
  const hash: number[] = []
  const name: number[] = []
  names.forEach(({ name: { tokens } }, number) => {
    for (let length = 2; length <= LONGEST_SPAN; length += 1) {
      for (let from = 0; from + length <= tokens.length; from += 1) {
        const joined = joinedText(tokens, from, length)
        if (joined === '') continue
        hash.push(hashOf(joined))
        name.push(number)
      }
    }
  })
  const heads = new Int32Array(1 << Math.max(4, 32 - Math.clz32(hash.length))).fill(-1)
  const next = new Int32Array(hash.length)
  for (let at = 0; at < hash.length; at += 1) {
    const head = (hash[at] as number) & (heads.length - 1)
    next[at] = heads[head] as number
    heads[head] = at
  }
  return { heads, next, hash: Int32Array.from(hash), name: Int32Array.from(name) }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Takes a name of the index, with how alike its words are to the query's; gives the score that no later name matters below. */
export type Visit = (name: number, alikeAt: AlikeAt, joins: boolean) => void

/**
 * Hands to `visit` every name that may score at least `floor()`, roughly best first. `floor` is asked again as scores become
 * known: once a bound is below it, nothing further is handed out. Names with nothing but initials in common are left out: they
 * score far below any threshold.
 */
export function visitLikely(index: ScreeningIndex, query: Name, floor: () => number, visit: Visit): void {
  const { bounds, rows, next, heads } = index.scratch
  const tokens = query.tokens.slice(0, MOST_WORDS)
  const weight = tokens.reduce((sum, token) => sum + token.weight, 0)
  const shares = tokens.map((token) => (WEIGHTS.query * token.weight) / weight)
  const touched: number[] = []
  const table = new RowTable(rows, tokens.length)
  const raise = (name: number, by: number): void => {
    const before = bounds[name] as number
    if (before === 0) touched.push(name)
    bounds[name] = before + by
  }
  const raiseAll = (token: number, alike: number, share: number): void => {
    const { postingStart, postingName, postingShare } = index
    const to = postingStart[token + 1] as number
    for (let at = postingStart[token] as number; at < to; at += 1) raise(postingName[at] as number, alike * (share + (postingShare[at] as number)))
  }
  tokens.forEach((token, place) => {
    const share = shares[place] as number
    for (const [id, alike] of alikeTokens(index, token)) {
      table.set(id, place, alike)
      raiseAll(id, alike, share)
    }
  })
  const joins = raiseJoined(index, tokens, shares, raise)
  for (const [place, token] of tokens.entries()) {
    if (token.text.length !== 1) continue
    const share = shares[place] as number
    for (const id of index.tokensByLetter.get(token.text) ?? []) {
      const alike = initialAlike(token, index.tokens[id] as Token)
      const to = index.postingStart[id + 1] as number
      for (let at = index.postingStart[id] as number; at < to; at += 1) {
        const name = index.postingName[at] as number
        if ((bounds[name] as number) > 0) bounds[name] = (bounds[name] as number) + alike * (share + (index.postingShare[at] as number))
      }
    }
  }

  const main = mainWord(tokens)
  heads.fill(-1)
  for (const name of touched) {
    const sum = Math.min(1, (bounds[name] as number) + ROUNDING)
    bounds[name] = 0
    const begins = joins.has(name) || table.get(index.nameMain[name] as number, main) > BEGINNING_ALIKE
    const bound = begins ? sum + WEIGHTS.beginning * (1 - sum) : sum
    const bucket = Math.floor(bound * BUCKETS)
    next[name] = heads[bucket] as number
    heads[bucket] = name
  }
  let start = 0
  let listed: Token[] = []
  const alikeAt: AlikeAt = (queryPlace, candidatePlace) =>
    table.get(index.nameTokens[start + candidatePlace] as number, queryPlace) || initialAlike(tokens[queryPlace] as Token, listed[candidatePlace] as Token)
  const hand = (name: number): void => {
    start = index.nameStart[name] as number
    listed = (index.names[name] as IndexedName).name.tokens
    visit(name, alikeAt, joins.has(name))
  }
  for (const name of acronymNames(index, query)) hand(name)
  for (let bucket = BUCKETS; bucket >= 0 && (bucket + 1) / BUCKETS >= floor(); bucket -= 1)
    for (let name = heads[bucket] as number; name >= 0; name = next[name] as number) hand(name)
  table.clear()
}

/** How alike each place of the query is to each token of the index, in rows that exist for the tokens met. */
class RowTable {
  readonly #rows: Int32Array
  readonly #width: number
  readonly #tokens: number[] = []
  #alike: Float64Array

  constructor(rows: Int32Array, width: number) {
    this.#rows = rows
    this.#width = width
    this.#alike = new Float64Array(64 * width)
  }

  set(token: number, place: number, alike: number): void {
    let row = this.#rows[token] as number
    if (row === 0) {
      this.#tokens.push(token)
      row = this.#tokens.length
      this.#rows[token] = row
      if (row * this.#width > this.#alike.length) {
        const larger = new Float64Array(this.#alike.length * 2)
        larger.set(this.#alike)
        this.#alike = larger
      }
    }
    this.#alike[(row - 1) * this.#width + place] = alike
  }

  get(token: number, place: number): number {
    const row = this.#rows[token] as number
    return row === 0 ? 0 : (this.#alike[(row - 1) * this.#width + place] as number)
  }

  clear(): void {
    for (const token of this.#tokens) this.#rows[token] = 0
  }
}

/** Every token of the index that is alike to a word of the query, and how much. */
function alikeTokens(index: ScreeningIndex, token: Token): Map<number, number> {
  const found = new Map<number, number>()
  for (const form of token.forms) {
    for (const { id, alike } of alikeWords(index.vocabulary, form)) {
      for (const listed of index.tokensOfWord[id] as number[]) if (alike > (found.get(listed) ?? 0)) found.set(listed, alike)
    }
  }
  // A listed single letter stands for the query's word.
  if (token.kind === 'name' && token.text.length > 2) {
    const letter = index.vocabulary.idOf.get(token.text[0] as string)
    for (const listed of letter === undefined ? [] : (index.tokensOfWord[letter] as number[])) {
      const alike = tokensAlike(token, index.tokens[listed] as Token)
      if (alike > 0) found.set(listed, alike)
    }
  }
  return found
}

/** Raises the bounds of names that meet by words written as one, and gives those names. */
function raiseJoined(index: ScreeningIndex, tokens: Token[], shares: number[], raise: (name: number, by: number) => void): Set<number> {
  const names = new Set<number>()
  const { heads, next, hash, name } = index.joined
  tokens.forEach((token, place) => {
    for (const form of token.forms) {
      const wanted = hashOf(form)
      for (let at = heads[wanted & (heads.length - 1)] as number; at >= 0; at = next[at] as number) {
        if (hash[at] !== wanted) continue
        names.add(name[at] as number)
        raise(name[at] as number, (shares[place] as number) + WEIGHTS.listing)
      }
    }
  })
  for (let length = 2; length <= LONGEST_SPAN; length += 1) {
    for (let from = 0; from + length <= tokens.length; from += 1) {
      const joined = joinedText(tokens, from, length)
      if (joined === '') continue
      const share = shares.slice(from, from + length).reduce((sum, one) => sum + one, 0)
      for (const [word, alike] of wordsLikeJoined(index, joined)) {
        for (const token of index.tokensOfWord[word] as number[]) {
          const to = index.postingStart[token + 1] as number
          for (let at = index.postingStart[token] as number; at < to; at += 1) {
            names.add(index.postingName[at] as number)
            raise(index.postingName[at] as number, alike * (share + (index.postingShare[at] as number)))
          }
        }
      }
    }
  }
  return names
}

function wordsLikeJoined({ vocabulary }: ScreeningIndex, joined: string): [word: number, alike: number][] {
  const exact = vocabulary.idOf.get(joined)
  const alike = joined.length < SHORTEST_JOINED_WITH_SLIP ? alikeConsonants(vocabulary, joined) : alikeWords(vocabulary, joined)
  const found: [number, number][] = exact === undefined ? [] : [[exact, JOINED_ALIKE]]
  for (const word of alike) if (word.id !== exact && joinedWithSlip(word.alike) > 0) found.push([word.id, joinedWithSlip(word.alike)])
  return found
}

/** Names that a query of one word may be the abbreviation of. */
function acronymNames(index: ScreeningIndex, query: Name): readonly number[] {
  const only = query.tokens.length === 1 ? query.tokens[0] : undefined
  return only === undefined ? [] : (index.acronyms.get(only.text) ?? [])
}
