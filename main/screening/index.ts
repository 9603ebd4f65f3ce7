/** The index over all listed names: their different words, and for each word the names that have it. */
import type { ListEntry, ListUsed } from '#shared/domain/screening.ts'
import { AlikeRows } from './alike-rows.ts'
import { type EvidenceIndex, indexEvidence } from './evidence.ts'
import { joinedText, LONGEST_SPAN, MOST_WORDS, mainWord } from './match.ts'
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
  /** The first letter of each token that a single letter can stand for, as a bit; 0 for the others. */
  tokenLetter: Int32Array
  /** The tokens of name `n` are `nameTokens[nameStart[n]…nameStart[n + 1]]`. */
  nameStart: Int32Array
  nameTokens: Int32Array
  /** The level of the share of each of these, rounded up. */
  nameLevel: Uint8Array
  /** The token of each name that tells most, or -1 for names that are never told by their beginning. */
  nameMain: Int32Array
  /** Names that have a token, and the level of its share of the name: the highest first. */
  postingStart: Int32Array
  postingName: Int32Array
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

/** Room for one query after the other: which names were looked at, and chains of those that are met. */
type Scratch = {
  /** Number of the search through the names, counted over all queries. */
  pass: number
  /** Twice the pass in which a name was left out, or one more for one that was met. */
  met: Int32Array
  next: Int32Array
  rows: AlikeRows
}

/** The level of a word that is the whole of its name. */
export const HIGHEST_LEVEL = 255

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
    nameMain: mainTokens(names, entries, words),
    ...postingsOf(names, words),
    joined: joinedOf(names),
    acronyms,
    evidence: indexEvidence(entries),
    firstName,
    scratch: { pass: 0, met: new Int32Array(names.length), next: new Int32Array(names.length), rows: new AlikeRows(words.tokens.length) },
  }
}

function append<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list[list.length - 1] !== value) list.push(value)
}

type Words = Pick<ScreeningIndex, 'vocabulary' | 'tokens' | 'tokensOfWord' | 'tokenLetter' | 'nameStart' | 'nameTokens'>

/** Gives each different token a number; names keep one object for each. */
function wordsOf(names: IndexedName[]): Words {
  const words = noWords()
  const tokens: Token[] = []
  const tokensOfWord: number[][] = []
  const numbers = new Map<string, number>()
  const numberOf = new Map<Token, number>()
  const nameStart = new Int32Array(names.length + 1)
  const nameTokens: number[] = []
  names.forEach(({ name }, number) => {
    for (let place = 0; place < name.tokens.length && place < MOST_WORDS; place += 1) {
      const token = name.tokens[place] as Token
      let id = numberOf.get(token)
      if (id === undefined) {
        // The same word can weigh less in another name: behind "named after", or as a part of a family name.
        const key = `${token.kind} ${token.weight} ${token.plain} ${token.forms.join(' ')}`
        id = numbers.get(key)
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
        }
        numberOf.set(token, id)
      }
      name.tokens[place] = tokens[id] as Token
      nameTokens.push(id)
    }
    nameStart[number + 1] = nameTokens.length
  })
  const tokenLetter = Int32Array.from(tokens, ({ kind, text }) => (kind === 'name' && text.length > 2 ? lettersOf(text[0] as string) : 0))
  return { vocabulary: vocabularyOf(words), tokens, tokensOfWord, tokenLetter, nameStart, nameTokens: Int32Array.from(nameTokens) }
}

/** The token that tells most of each name; none for those of persons and ships, which are compared whole. */
function mainTokens(names: IndexedName[], entries: readonly IndexedEntry[], { nameStart, nameTokens }: Words): Int32Array {
  return Int32Array.from(names, ({ entry, name }, number) => {
    const { kind } = entries[entry] as IndexedEntry
    return kind === 'unknown' || kind === 'entity' ? (nameTokens[(nameStart[number] as number) + mainWord(name.tokens)] as number) : -1
  })
}

function postingsOf(names: IndexedName[], { tokens, nameStart, nameTokens }: Words) {
  const nameLevel = new Uint8Array(nameTokens.length)
  const levels = new Uint8Array(nameTokens.length)
  const owners = new Int32Array(nameTokens.length)
  names.forEach((_, name) => {
    const from = nameStart[name] as number
    const to = nameStart[name + 1] as number
    let weight = 0
    let letters = false
    for (let place = from; place < to; place += 1) {
      const token = tokens[nameTokens[place] as number] as Token
      weight += token.weight
      letters ||= token.text.length === 1
    }
    for (let place = from; place < to; place += 1) {
      const part = (tokens[nameTokens[place] as number] as Token).weight / weight
      nameLevel[place] = Math.ceil(part * HIGHEST_LEVEL)
      // A single letter may stand for any word: its name is looked at whatever else it has.
      levels[place] = letters ? HIGHEST_LEVEL : Math.floor(part * HIGHEST_LEVEL)
      owners[place] = name
    }
  })
  const levelled = startsOf(levels, HIGHEST_LEVEL + 1)
  const byLevel = new Int32Array(nameTokens.length)
  levels.forEach((level, place) => {
    byLevel[byLevel.length - 1 - (levelled[level] as number)] = place
    levelled[level] = (levelled[level] as number) + 1
  })
  const postingStart = startsOf(nameTokens, tokens.length)
  const filled = postingStart.slice()
  const postingName = new Int32Array(nameTokens.length)
  const postingLevel = new Uint8Array(nameTokens.length)
  for (const place of byLevel) {
    const token = nameTokens[place] as number
    const at = filled[token] as number
    filled[token] = at + 1
    postingName[at] = owners[place] as number
    postingLevel[at] = levels[place] as number
  }
  return { nameLevel, postingStart, postingName, postingLevel }
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
