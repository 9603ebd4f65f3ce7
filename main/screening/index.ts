/** The index over all listed names: their different words, and for each word the names that have it. */
import type { ListEntry, ListUsed } from '#shared/domain/screening.ts'
import { AlikeRows } from './alike-rows.ts'
import { append } from './append.ts'
import { type EvidenceIndex, indexEvidence } from './evidence.ts'
import { HashedNumbers, HashRows, hashOf, keptOf } from './hash-rows.ts'
import { LONGEST_SPAN, mayBeJoined } from './match.ts'
import { HIGHEST_LEVEL, NameRecords, type NumberRow } from './name-records.ts'
import type { Name } from './name-tokens.ts'
import { normaliseName } from './normalise.ts'
import { startsOf } from './number-list.ts'
import { NumberedTokens, type TokensOfWord } from './numbered-tokens.ts'
import { TokenColumns } from './token-columns.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'
import type { Token } from './word-tokens.ts'

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
  columns: TokenColumns
  tokensOfWord: TokensOfWord
  /** Tokens that are a single letter. */
  tokensOfLetter: Map<string, number[]>
  records: NameRecords
  /** Records of the names that have a token, and the level of its share of the name: the highest first. */
  postingStart: Int32Array
  postingRecord: Int32Array
  postingLevel: Uint8Array
  /** Names by two or three neighbouring words written as one. */
  joined: HashRows
  /** Names by what their abbreviation may be. */
  acronyms: HashRows
  evidence: EvidenceIndex
  /** First name of each entry. */
  firstName: Int32Array
  scratch: Scratch
}

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
  const numbered = new NumberedTokens()
  const joined = new HashedNumbers()
  const acronyms = new HashedNumbers()
  entries.forEach((entry, number) => {
    firstName[number] = names.length
    const add = (kind: NameKind, written: string): void => {
      for (const name of normaliseName(written)) {
        numbered.add(name)
        addJoined(joined, name.tokens, names.length)
        for (const letters of name.acronyms) acronyms.add(hashOf(letters), names.length)
        names.push({ entry: number, kind, name })
      }
    }
    add('name', entry.name)
    for (const alias of entry.aliases) add('alias', alias)
    for (const alias of entry.weakAliases) add('weak-alias', alias)
    for (const added of entry.addedNames ?? []) add('added-name', added)
  })
  const { tokens } = numbered
  const columns = new TokenColumns(tokens)
  const row = numbered.row()
  const records = new NameRecords(names, row, columns, ({ entry }) => !['unknown', 'entity'].includes((entries[entry] as IndexedEntry).kind))
  return {
    entries: [...entries],
    lists: [...lists],
    names,
    vocabulary: vocabularyOf(numbered.words),
    tokens,
    columns,
    tokensOfWord: numbered.byWord(),
    tokensOfLetter: lettersAmong(tokens),
    records,
    ...postingsOf(row, columns, records),
    joined: new HashRows(joined),
    acronyms: new HashRows(acronyms),
    evidence: indexEvidence(entries),
    firstName,
    scratch: { pass: 0, rows: new AlikeRows(tokens.length) },
  }
}

function lettersAmong(tokens: readonly Token[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  tokens.forEach(({ text }, id) => {
    if (text.length === 1) append(found, text, id)
  })
  return found
}

/** The names of each token, those first of which it is the greatest share. */
function postingsOf({ numbers, start }: NumberRow, columns: TokenColumns, records: NameRecords) {
  const count = numbers.length
  const levels = new Uint8Array(count)
  const owners = new Int32Array(count)
  for (let name = 0; name + 1 < start.length; name += 1) {
    const end = start[name + 1] as number
    let weight = 0
    let letters = false
    for (let place = start[name] as number; place < end; place += 1) {
      const token = numbers[place] as number
      weight += columns.weight[token] as number
      letters ||= columns.isLetter(token)
    }
    for (let place = start[name] as number; place < end; place += 1) {
      // A single letter may stand for any word: its name is looked at whatever else it has.
      levels[place] = letters ? HIGHEST_LEVEL : Math.floor(((columns.weight[numbers[place] as number] as number) / weight) * HIGHEST_LEVEL)
      owners[place] = records.start[name] as number
    }
  }
  const levelled = startsOf(levels, HIGHEST_LEVEL + 1)
  const byLevel = new Int32Array(count)
  levels.forEach((level, at) => {
    byLevel[count - 1 - (levelled[level] as number)] = at
    levelled[level] = (levelled[level] as number) + 1
  })
  const postingStart = startsOf(numbers, columns.weight.length)
  const filled = postingStart.slice()
  const postingRecord = new Int32Array(count)
  const postingLevel = new Uint8Array(count)
  for (let place = 0; place < count; place += 1) {
    const at = byLevel[place] as number
    const token = numbers[at] as number
    const to = filled[token] as number
    filled[token] = to + 1
    postingRecord[to] = owners[at] as number
    postingLevel[to] = levels[at] as number
  }
  return { postingStart, postingRecord, postingLevel }
}

function addJoined(joined: HashedNumbers, tokens: readonly Token[], number: number): void {
  for (let from = 0; from + 1 < tokens.length; from += 1) {
    let before = keptOf((tokens[from] as Token).plain)
    for (let length = 2; length <= LONGEST_SPAN && from + length <= tokens.length; length += 1) {
      const { plain } = tokens[from + length - 1] as Token
      if (mayBeJoined(tokens, from, length)) joined.add(hashOf(plain, before), number)
      before = keptOf(plain, before)
    }
  }
}
