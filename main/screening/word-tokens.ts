/** The words of names as tokens: spellings made one, and what each word tells (see `normalise.ts`). */
import { ARABIC_ALSO, ARABIC_IN_LATIN } from '#main/screening/scripts/arabic.ts'
import { isTakenApart } from '#main/screening/scripts/compound-names.ts'
import { pinyinSyllables } from '#main/screening/scripts/pinyin-syllables.ts'
import { slavicTradeWord } from '#main/screening/scripts/slavic-words.ts'
import { isWrittenOut } from './abbreviate.ts'
import { longestForm } from './legal-forms.ts'
import { remembering, rememberingWords } from './remembering.ts'
import { isUsualName, usualWordOf } from './usual-words.ts'
import { isFathersName, isTradeWord, wordWeight } from './word-weight.ts'
import LINKS from './words/link-words.json' with { type: 'json' }

export type Token = {
  text: string
  /** The word before spellings were made one: what is joined with its neighbours. */
  plain: string
  /** Other readings or spellings of the same word; the text is the first one. */
  forms: string[]
  /** What the word tells: about 1 for a rare one, little for a generic one. */
  weight: number
  kind: 'name' | 'generic' | 'link' | 'number'
  /** It has the form of a father's name. */
  fathers: boolean
  /** As it is written it links others, whatever its other forms are. */
  links: boolean
  /** Words of the longest legal form that begins with it, 0 for none. */
  longestForm: number
  /** Where an index looks first for the number that it gave to this token; several may have the same. */
  slot: number
}

/** More than most lists have different tokens. */
export const TOKEN_SLOTS = 1 << 17

const links = new Set<string>(LINKS)

const LINK_WEIGHT = 0.06
/** Words that stand before a name and are a part of it: they tell nobody apart alone. */
export const PARTS_OF_NAMES: ReadonlySet<string> = new Set(['abdul', 'abu', 'umm', 'haji', 'sheikh', 'mullah', 'sayyid', 'din', 'ayatollah', 'hojjatoleslam'])
const PART_WEIGHT = 0.2

const FATHERS_ENDING = /j?(?:[oeaiy]?[vu]|[oeaiy]w)(?:ich|itch|ych|itsch|icz|itj|ytj|itsj|its|na)$/
const FATHERS_MARK = 'son-of:'

/** The name of the father in a father's name, one form for the languages that have it ("Mikalaevich", "Nikolaevich"); nothing for other words. */
function fathersNameOf(word: string): string | undefined {
  if (!isFathersName(word)) return undefined
  const stem = word.replace(FATHERS_ENDING, '')
  const bare = stem.replace(/[aeiouy]+$/, '')
  for (const base of [stem, bare])
    for (const end of ['', 'y', 'i', 'ai', 'ei', 'a', 'o']) {
      const name = usualWordOf(base + end) ?? (isUsualName(base + end) ? base + end : undefined)
      if (name !== undefined) return FATHERS_MARK + name
    }
  return undefined
}

/** The words each once: most lists have none twice. */
export const distinct = (words: string[]): string[] => (words.every((word, place) => words.indexOf(word) === place) ? words : [...new Set(words)])

/** Whether a Chinese name in another spelling stands before its readings: these are compared, for two such spellings are alike by chance. */
const isSpelledReading = (forms: readonly string[]): boolean => forms.length > 1 && forms.every((form, place) => pinyinSyllables(form) > 0 === place > 0)

let made = 0
const FIGURE = /[0-9]/
const NONE: readonly string[] = []
const MOST_TOKENS = 100_000
export const ORDINAL = /^([0-9]+)(?:st|nd|rd|th)$/

/** Stands for a word that may become others, or one with its neighbours. */
const UNSETTLED = newToken([''], false)
/** The tokens of words that stay as they are whatever stands beside them, as most do. */
const settled = rememberingWords((word) => (ORDINAL.test(word) || isWrittenOut(word) || isTakenApart(word) ? UNSETTLED : newToken([word], false)))
const unsettled = remembering((word) => newToken([word], false), MOST_TOKENS)

/** The tokens of all words of a text in small Latin letters and figures; nothing when one of them may become others. */
export function settledTokens(text: string): Token[] | undefined {
  const tokens = settled.inText(text)
  return tokens.includes(UNSETTLED) ? undefined : tokens
}

/** The token of a word in a single form, which most names share. */
export function singleToken(word: string): Token {
  const token = settled.of(word)
  return token === UNSETTLED ? unsettled(word) : token
}

/** The token of a word in all its forms. */
export const tokenOf = (forms: readonly string[], ofOtherScript: boolean): Token =>
  forms.length === 1 ? singleToken(forms[0] as string) : ofOtherScript ? translatedToken(forms.join(' ')) : spelledToken(forms.join(' '))

const translatedToken = remembering((forms) => newToken(forms.split(' '), true), MOST_TOKENS)
const spelledToken = remembering((forms) => newToken(forms.split(' '), false), MOST_TOKENS)

function newToken(forms: string[], ofOtherScript: boolean): Token {
  made += 1
  const first = forms[0] as string
  const text = usualWordOf(first) ?? ARABIC_IN_LATIN.get(first) ?? slavicTradeWord(first) ?? first
  const fathersForm = fathersNameOf(first)
  const beside = fathersForm === undefined ? (ARABIC_ALSO.get(first) ?? NONE) : [fathersForm]
  const read = !ofOtherScript && isSpelledReading(forms) ? forms.slice(1) : text === first ? forms : [text, ...forms]
  const all = distinct(beside.length === 0 ? read : [...read, ...beside])
  const fathers = all.find(isFathersName)
  // A reading beside makes it a name: the Korean "Im" is no German "im".
  const kind = links.has(text) && forms.length === 1 ? 'link' : FIGURE.test(text) ? 'number' : isTradeWord(text) ? 'generic' : 'name'
  return {
    text,
    plain: first,
    forms: all,
    weight: kind === 'link' ? LINK_WEIGHT : PARTS_OF_NAMES.has(text) ? PART_WEIGHT : wordWeight(fathers ?? text),
    kind,
    fathers: fathers !== undefined && (kind === 'name' || kind === 'generic'),
    links: links.has(first),
    longestForm: longestForm(first),
    slot: made % TOKEN_SLOTS,
  }
}
