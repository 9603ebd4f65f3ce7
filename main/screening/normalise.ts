/**
 * Brings names of any script into one comparable form, by named steps in a fixed order:
 *  1. `unicode`: compatibility forms (NFKC), invisible characters out
 *  2. `simplified`: traditional Chinese characters become simplified ones
 *  3. `han`: Chinese runs become words: places and trades by dictionary, the rest by pinyin, with other readings beside
 *  4. `latin`: other scripts are transliterated, diacritics dropped, letters lowered
 *  5. `punctuation`: apostrophes join, dots inside initials join, everything else separates
 *  6. `same-words`: spellings of one word of the trade become one ("Tech" and "Technologies")
 *  7. `legal-form`: legal forms are set aside, never thrown away: a name of nothing else keeps them as its words
 *  8. `weight`: each word gets the weight of what it tells
 */
import { quotedName, shortened } from './abbreviate.ts'
import { ARABIC_ALSO_WORDS, ARABIC_IN_LATIN, arabicWords, hasArabic } from './arabic.ts'
import { chineseReadings } from './chinese-spellings.ts'
import { takenApart } from './compound-names.ts'
import { greekAsLatin, hasGreek } from './greek.ts'
import { hanVariants, hasHan, toSimplified } from './han.ts'
import { hasHebrew, hebrewWords } from './hebrew.ts'
import { japanesePerson, japaneseReadings } from './japanese.ts'
import { hangulPerson, hasHangul, koreanReadings } from './korean.ts'
import { latin } from './latin.ts'
import { legalFormsOf } from './legal-forms.ts'
import { withoutLookAlikes } from './look-alike-letters.ts'
import { pinyinSyllables } from './pinyin-syllables.ts'
import { slavicTradeWord, writtenOut } from './slavic-words.ts'
import { hasThai, thaiWords } from './thai.ts'
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
const heads = new Set<string>(Object.keys(VARIANTS))
const links = new Set<string>(LINKS)

const LINK_WEIGHT = 0.06
/** Words that stand before a name and are a part of it: they tell nobody apart alone. */
const PARTS_OF_NAMES = new Set(['abdul', 'abu', 'umm', 'haji', 'sheikh', 'mullah', 'sayyid', 'din'])
const PART_WEIGHT = 0.2
/** A name has at most this many variants, so that a long Chinese name can not grow without bound. */
const MOST_VARIANTS = 6
const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu

/** Text of printable ASCII, as most names are: it needs none of the steps for other letters. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

const unicodeText = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\t\r\n]+/g, ' ')
        .replace(INVISIBLE, '')

/** Step 1 and 2: the text in one Unicode form and, for Chinese, in simplified characters. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text
  const unicode = unicodeText(text)
  return hasHan(unicode) ? toSimplified(unicode) : withoutLookAlikes(unicode)
}

/** Steps 4 to 6 for text without Chinese characters: plain lower-case words, and marked ones of scripts without vowels. */
export function latinWords(text: string): string[] {
  if (isPlain(text)) return wordsOfAscii(text.toLowerCase())
  if (hasArabic(text)) return text.split(/([\p{Script=Arabic}\p{M}\s\u0640]+)/u).flatMap((part) => (hasArabic(part) ? arabicWords(part) : latinWords(part)))
  if (hasHebrew(text)) return text.split(/([\p{Script=Hebrew}\p{M}\s'"״׳]+)/u).flatMap((part) => (hasHebrew(part) ? hebrewWords(part) : latinWords(part)))
  if (hasThai(text)) return thaiWords(text)
  return wordsOfAscii(latin(text.normalize('NFKC').replace(INVISIBLE, '')))
}

function wordsOfAscii(text: string): string[] {
  const words: string[] = []
  const plain = text
    .replace(/['`]+/g, '')
    .replace(/\b(?:[a-z0-9]\.){2,}[a-z0-9]?\b\.?/g, (initials) => `${initials.replaceAll('.', '')} `)
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b([0-9]+)(?:st|nd|rd|th)\b/g, '$1')
  for (const word of plain.split(' ')) if (word !== '') words.push(word)
  return takenApart(writtenOut(words))
}

/** All comparable forms of a name: one for Latin names, several for Chinese ones and names with an abbreviation in brackets. */
export function normaliseName(written: string): Name[] {
  const text = cleanText(written)
  const han = hasHan(text)
  const japanese = han ? japanesePerson(text) : undefined
  const wordLists = [...(japanese === undefined ? [] : [japanese]), ...(han ? hanVariants(text, latinWords) : latinVariants(text, written))]
  const names: Name[] = []
  const seen = new Set<string>()
  for (const words of wordLists.slice(0, MOST_VARIANTS)) {
    const name = nameOf(written, words)
    const key = keyOf(name)
    if (key !== '' && !seen.has(key)) {
      seen.add(key)
      names.push(name)
    }
  }
  // Of a person a nickname stands in quotes, which tells nobody apart.
  const isFirm = names.some(({ legal, tokens }) => legal.length > 0 || tokens.some(({ kind }) => kind === 'generic'))
  const quoted = isFirm ? quotedName(text) : undefined
  for (const short of [...shortened(text), ...(quoted === undefined ? [] : [quoted])]) {
    const name = nameOf(
      written,
      latinWords(short).map((word) => [word]),
    )
    const key = keyOf(name)
    if (key !== '' && !seen.has(key)) {
      seen.add(key)
      names.push(name)
    }
  }
  return names
}

/** Names with the same words in the same readings are one. */
const keyOf = (name: Name): string => name.tokens.map((token) => token.forms.join('/')).join(' ')

/** The words of a name without Chinese characters, and its readings as a Chinese or Korean one in other spellings. */
function latinVariants(text: string, written: string): string[][][] {
  const hangul = hasHangul(text) ? hangulPerson(text) : undefined
  if (hangul !== undefined) return [hangul]
  const words = latinWords(text)
  const eastAsian = [...chineseReadings(words, MARKED.test(text)), ...koreanReadings(words), ...japaneseReadings(words)]
  // A given name with a hyphen is one name: "Ya-ting" is nobody called Ting, and no family.
  if (eastAsian.length > 0 && HYPHENATED.test(text)) {
    const given = latinWords((text.match(HYPHENATED_WORD) ?? []).join(' '))
    const whole = latinWords(text.replace(HYPHENATED_ALL, '')).map((word) => [word])
    return [whole, ...eastAsian.filter(([family]) => !given.includes(family?.[0] ?? ''))]
  }
  const vowelless = withNeighboursJoined(words)
  const others = isPlain(written) ? [] : otherLatinWords(text, words, written)
  return [
    words.map((word, place) => (others.length === 0 ? [word] : [...new Set([word, ...others.map((other) => other[place] as string)])])),
    ...vowelless,
    ...eastAsian,
  ]
}

/** The same words in other systems of transliteration, and with letters that look alike read as they stand. */
function otherLatinWords(text: string, words: readonly string[], written: string): string[][] {
  const others: string[][] = []
  const standing = unicodeText(written)
  if (standing !== text) others.push(latinWords(standing))
  if (HACEKS.test(text)) others.push(latinWords(text.replace(HACEKS_ALL, (letter) => HACEK_AS[letter] ?? letter)))
  if (hasGreek(text)) others.push(latinWords(greekAsLatin(text.normalize('NFKC'), 'by-letter')))
  return others.filter((other) => other.length === words.length)
}

/** A name without vowels with two of its words written as one, as its Latin spelling may have them ("حمید رضا": "Hamidreza"). */
function withNeighboursJoined(words: readonly string[]): string[][][] {
  const joined: string[][][] = []
  // Two words are a given name and a family name.
  if (words.length < 3) return joined
  for (let place = 0; place + 1 < words.length; place += 1) {
    const [first, second] = [words[place] as string, words[place + 1] as string]
    if (!isConsonants(second) || !(isConsonants(first) || first === 'al')) continue
    const both = first === 'al' ? `~al${second.slice(1)}` : first + second.slice(1)
    joined.push([...words.slice(0, place), both, ...words.slice(place + 2)].map((word) => [word]))
  }
  return joined
}

/** Letters of the scientific transliteration as the others write them, and the Belarusian one that is v in the Russian form of a name. */
const HACEK_AS: Record<string, string> = {
  č: 'ch',
  Č: 'Ch',
  š: 'sh',
  Š: 'Sh',
  ž: 'zh',
  Ž: 'Zh',
  ŝ: 'shch',
  Ŝ: 'Shch',
  â: 'ya',
  Â: 'Ya',
  û: 'yu',
  Û: 'Yu',
  ê: 'ye',
  Ê: 'Ye',
  ë: 'yo',
  Ë: 'Yo',
  ǆ: 'dzh',
  ў: 'в',
  Ў: 'В',
}
const HACEKS = /[čšžŝâûêëǆў]/iu
const HACEKS_ALL = /[čšžŝâûêëǆў]/giu
const HYPHENATED = /(?<=\p{L})-(?=\p{L})/u
const HYPHENATED_ALL = /(?<=\p{L})-(?=\p{L})/gu
const HYPHENATED_WORD = /\p{L}+(?:-\p{L}+)+/gu
/** Signs that pinyin has not. */
const MARKED = /[-'’‘`ʻʼü]/iu

function nameOf(written: string, words: string[][]): Name {
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
  readings.length > 0 && pinyinSyllables(first as string) === 0 && readings.every((reading) => pinyinSyllables(reading) > 0)

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
