/** The index over all listed names: their different words, and for each word the names that have it. */
import type { ListEntry, ListUsed } from '#shared/domain/screening.ts'
import { AlikeRows } from './alike-rows.ts'
import { append } from './append.ts'
import { type EvidenceIndex, indexEvidence } from './evidence.ts'
import { firstWords, joinedText, LONGEST_SPAN } from './match.ts'
import { HIGHEST_LEVEL, NameRecords } from './name-records.ts'
import type { Name, Token } from './name-tokens.ts'
import { normaliseName } from './normalise.ts'
import { lettersOf } from './slips.ts'
import { noWords, type Vocabulary, vocabularyOf, wordId } from './vocabulary.ts'

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
  /** Tokens that are a single letter. */
  tokensOfLetter: Map<string, number[]>
  /** The first letter of each token that a single letter can stand for, as a bit; 0 for the others. */
  tokenLetter: Int32Array
  records: NameRecords
  /** Records of the names that have a token, and the level of its share of the name: the highest first. */
  postingStart: Int32Array
  postingRecord: Int32Array
  postingLevel: Uint8Array
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

/** Room for one query after the other. */
type Scratch = {
  /** Number of the search through the names, counted over all queries. */
  pass: number
  rows: AlikeRows
}

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
  const { numbers, ...words } = wordsOf(names)
  const records = new NameRecords(
    names.map(({ entry, name }, number) => ({
      tokens: name.tokens,
      latin: name.latin,
      numbers: numbers[number] as number[],
      whole: !['unknown', 'entity'].includes((entries[entry] as IndexedEntry).kind),
    })),
    words.tokens.length,
  )
  return {
    entries: [...entries],
    lists: [...lists],
    names,
    ...words,
    records,
    ...postingsOf(numbers, words.tokens, records),
    joined: joinedOf(names),
    acronyms,
    evidence: indexEvidence(entries),
    firstName,
    scratch: { pass: 0, rows: new AlikeRows(words.tokens.length) },
  }
}

type Words = Pick<ScreeningIndex, 'vocabulary' | 'tokens' | 'tokensOfWord' | 'tokensOfLetter' | 'tokenLetter'>

/** Gives each different token a number; names keep one object for each. Beside them the numbers of the first tokens of each name. */
function wordsOf(names: IndexedName[]): Words & { numbers: number[][] } {
  const words = noWords()
  const tokens: Token[] = []
  const tokensOfWord: number[][] = []
  const numberOf = new Map<Token, number>()
  const numbered = (token: Token): number => {
    const ofWord = tokensOfWord[wordId(words, token.forms[0] as string)]
    const same = ofWord?.find((id) => isSame(tokens[id] as Token, token))
    if (same !== undefined) return same
    const id = tokens.length
    tokens.push(token)
    for (const form of token.forms) {
      const word = wordId(words, form)
      const known = tokensOfWord[word]
      if (known === undefined) tokensOfWord[word] = [id]
      else known.push(id)
    }
    return id
  }
  const numbers = names.map(({ name }) =>
    firstWords(name.tokens).map((token, place) => {
      let id = numberOf.get(token)
      if (id === undefined) {
        id = numbered(token)
        numberOf.set(token, id)
      }
      name.tokens[place] = tokens[id] as Token
      return id
    }),
  )
  const tokensOfLetter = new Map<string, number[]>()
  tokens.forEach(({ text }, id) => {
    if (text.length === 1) append(tokensOfLetter, text, id)
  })
  const tokenLetter = Int32Array.from(tokens, ({ kind, text }) => (kind === 'name' && text.length > 2 ? lettersOf(text[0] as string) : 0))
  return { vocabulary: vocabularyOf(words), tokens, tokensOfWord, tokensOfLetter, tokenLetter, numbers }
}

/** The same word can weigh less in another name: behind "named after", or as a part of a family name. */
const isSame = (one: Token, other: Token): boolean =>
  one.weight === other.weight &&
  one.kind === other.kind &&
  one.plain === other.plain &&
  one.forms.length === other.forms.length &&
  one.forms.every((form, at) => form === other.forms[at])

/** The names of each token, those first of which it is the greatest share. */
function postingsOf(names: readonly number[][], tokens: readonly Token[], { start }: NameRecords) {
  const count = names.reduce((sum, { length }) => sum + length, 0)
  const posted = new Int32Array(count)
  const levels = new Uint8Array(count)
  const owners = new Int32Array(count)
  let place = 0
  names.forEach((numbers, name) => {
    let weight = 0
    let letters = false
    for (const number of numbers) {
      const token = tokens[number] as Token
      weight += token.weight
      letters ||= token.text.length === 1
    }
    for (const number of numbers) {
      // A single letter may stand for any word: its name is looked at whatever else it has.
      levels[place] = letters ? HIGHEST_LEVEL : Math.floor(((tokens[number] as Token).weight / weight) * HIGHEST_LEVEL)
      posted[place] = number
      owners[place] = start[name] as number
      place += 1
    }
  })
  const levelled = startsOf(levels, HIGHEST_LEVEL + 1)
  const byLevel = new Int32Array(count)
  levels.forEach((level, at) => {
    byLevel[count - 1 - (levelled[level] as number)] = at
    levelled[level] = (levelled[level] as number) + 1
  })
  const postingStart = startsOf(posted, tokens.length)
  const filled = postingStart.slice()
  const postingRecord = new Int32Array(count)
  const postingLevel = new Uint8Array(count)
  for (const at of byLevel) {
    const token = posted[at] as number
    const to = filled[token] as number
    filled[token] = to + 1
    postingRecord[to] = owners[at] as number
    postingLevel[to] = levels[at] as number
  }
  return { postingStart, postingRecord, postingLevel }
}

/** Where the places of each key start when they stand in the order of their keys. */
function startsOf(keys: Int32Array | Uint8Array, most: number): Int32Array {
  const start = new Int32Array(most + 1)
  for (const key of keys) start[key + 1] = (start[key + 1] as number) + 1
  for (let key = 0; key < most; key += 1) start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  return start
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

export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash ^ (hash >>> 15)
}
