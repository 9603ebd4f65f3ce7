/** The words of a name as tokens with what each tells: the last steps of normalisation (see `normalise.ts`). */
import { ARABIC_ALSO_WORDS, ARABIC_IN_LATIN } from './arabic.ts'
import { legalFormsOf } from './legal-forms.ts'
import { pinyinSyllables } from './pinyin-syllables.ts'
import { slavicTradeWord } from './slavic-words.ts'
import { isFathersName, isTradeWord, wordWeight } from './word-weight.ts'
import LINKS from './words/link-words.json' with { type: 'json' }
import VARIANTS from './words/name-variants.json' with { type: 'json' }
import SAME from './words/same-words.json' with { type: 'json' }
import { isConsonants } from './written-without-vowels.ts'

export type Token = {
  text: string
  /** The word before spellings were made one: what is joined with its neighbours. */
  plain: string
  /** Other readings or spellings of the same word; the text is the first one. */
  forms: string[]
  /** What the word tells: about 1 for a rare one, little for a generic one. */
  weight: number
  kind: 'name' | 'generic' | 'link' | 'number'
}

export type Name = {
  /** The name as it was written. */
  written: string
  /** Words that tell, in order. */
  tokens: Token[]
  /** Families of legal forms in the name. */
  legal: string[]
  /** First letters of all words, of those that are no legal form, and of those that tell: what its abbreviation may be. */
  acronyms: readonly string[]
  /** Sum of the tokens' weights. */
  weight: number
}

const sameWord = new Map<string, string>()
for (const table of [SAME, VARIANTS]) for (const [word, others] of Object.entries<string[]>(table)) for (const other of others) sameWord.set(other, word)
/** The word that stands for all spellings of it in names. */
export const usualWord = (word: string): string => sameWord.get(word) ?? word

const heads = new Set<string>(Object.keys(VARIANTS))
const links = new Set<string>(LINKS)

const LINK_WEIGHT = 0.06
/** Words that stand before a name and are a part of it: they tell nobody apart alone. */
const PARTS_OF_NAMES = new Set(['abdul', 'abu', 'umm', 'haji', 'sheikh', 'mullah', 'sayyid', 'din'])
const PART_WEIGHT = 0.2
/** A name of these words, each a list of its forms: legal forms set aside, spellings made one, and weights. */
export function nameOf(written: string, words: string[][]): Name {
  const { rest, legal } = legalFormsOf(words)
  // A name of nothing but legal forms ("CORP") keeps them: the only word there is must never be lost.
  const telling = rest.some((forms) => !links.has(forms[0] as string)) ? rest : words
  const tokens = withoutDedication(withoutRepeats(telling.map(tokenOf)))
  // A name does not end in a link: the last word of "Simon Du" is his family name.
  const last = tokens.at(-1)
  if (last !== undefined && tokens.length > 1 && last.text.length > 1 && last.text !== 'din' && (last.kind === 'link' || PARTS_OF_NAMES.has(last.text)))
    tokens[tokens.length - 1] = { ...last, kind: 'name', weight: wordWeight(last.text) }
  return {
    written,
    tokens,
    legal: telling === words ? [] : legal,
    acronyms: acronymsOf(words, rest),
    weight: tokens.reduce((sum, token) => sum + token.weight, 0),
  }
}

const FATHERS_ENDING = /j?(?:[oeaiy]?[vu]|[oeaiy]w)(?:ich|itch|ych|itsch|icz|itj|ytj|itsj|its|na)$/
const FATHERS_MARK = 'son-of:'

/** The name of the father in a father's name, one form for the languages that have it ("Mikalaevich", "Nikolaevich"); nothing for other words. */
function fathersNameOf(word: string): string | undefined {
  if (!isFathersName(word)) return undefined
  const stem = word.replace(FATHERS_ENDING, '')
  const bare = stem.replace(/[aeiouy]+$/, '')
  for (const base of [stem, bare])
    for (const end of ['', 'y', 'i', 'ai', 'ei', 'a', 'o']) {
      const name = sameWord.get(base + end) ?? (heads.has(base + end) ? base + end : undefined)
      if (name !== undefined) return FATHERS_MARK + name
    }
  return undefined
}

/** Words from "named after" on honour somebody; a name of nothing before them keeps their weight. */
function withoutDedication(tokens: Token[]): Token[] {
  const at = tokens.findIndex(({ text }, place) => text === 'imeni' || (text === 'named' && tokens[place + 1]?.text === 'after'))
  if (at < 1 || !tokens.slice(0, at).some(({ kind, weight }) => kind === 'name' && weight > LEAST_HONOURED)) return tokens
  return tokens.map((token, place) => (place < at ? token : { ...token, weight: Math.min(token.weight, DEDICATION_WEIGHT) }))
}

/** A rare word that a name repeats ("Sberbank (… Sberbank)") tells once; names of persons that repeat are frequent ones. */
function withoutRepeats(tokens: Token[]): Token[] {
  return tokens.filter(
    ({ text, kind, weight }, place) =>
      kind !== 'name' || weight < RARE || text.length < SHORTEST_REPEATED || tokens.findIndex((other) => other.text === text) === place,
  )
}

/** Whether a Chinese name in another spelling stands before its readings: these are compared, for two such spellings are alike by chance. */
const isSpelledReading = ([first, ...readings]: string[]): boolean =>
  readings.length > 0 && !isTradeWord(first as string) && pinyinSyllables(first as string) === 0 && readings.every((reading) => pinyinSyllables(reading) > 0)

const MOST_TOKENS = 100_000
const tokens = new Map<string, Token>()

/** The token of a word, worked out once for words in a single form, which most names share. */
function tokenOf(forms: string[]): Token {
  if (forms.length > 1) return newToken(forms)
  const [word] = forms as [string]
  const known = tokens.get(word)
  if (known !== undefined) return known
  if (tokens.size >= MOST_TOKENS) tokens.clear()
  const token = newToken(forms)
  tokens.set(word, token)
  return token
}

function newToken(forms: string[]): Token {
  const first = forms[0] as string
  const text = sameWord.get(first) ?? ARABIC_IN_LATIN.get(first) ?? slavicTradeWord(first) ?? first
  const beside = fathersNameOf(first) ?? ARABIC_ALSO_WORDS.get(first)
  const all = [...new Set([...(isSpelledReading(forms) ? forms.slice(1) : [text, ...forms]), ...(beside === undefined ? [] : [beside])])]
  // A reading beside makes it a name: the Korean "Im" is no German "im".
  if (links.has(text) && forms.length === 1) return { text, plain: first, forms: all, weight: LINK_WEIGHT, kind: 'link' }
  const weight = PARTS_OF_NAMES.has(text) ? PART_WEIGHT : wordWeight(all.find(isFathersName) ?? text)
  if (/[0-9]/.test(text)) return { text, plain: first, forms: all, weight, kind: 'number' }
  return { text, plain: first, forms: all, weight, kind: isTradeWord(text) ? 'generic' : 'name' }
}

const RARE = 0.75
const LEAST_HONOURED = 0.5
const DEDICATION_WEIGHT = 0.06
const SHORTEST_REPEATED = 4
const SHORTEST_ACRONYM = 3
const LONGEST_ACRONYM = 8
const NONE: readonly string[] = []

function acronymsOf(words: string[][], rest: string[][]): readonly string[] {
  if (words.length < SHORTEST_ACRONYM || words.some((forms) => isConsonants(forms[0] as string))) return NONE
  const firsts = (some: string[][]): string =>
    some
      .map((forms) => forms[0] as string)
      .filter((word) => /^[a-z]/.test(word) && !links.has(word))
      .map((word) => word[0])
      .join('')
  const found = new Set([firsts(words), firsts(rest), firsts(words.filter((forms) => forms[0] !== 'group'))])
  return [...found].filter((letters) => letters.length >= SHORTEST_ACRONYM && letters.length <= LONGEST_ACRONYM)
}
