/**
 * Brings names of any script into one comparable form, by named steps in a fixed order:
 *  1. `unicode`: compatibility forms (NFKC), invisible characters out
 *  2. `simplified`: traditional Chinese characters become simplified ones
 *  3. `han`: Chinese runs become words: places and trades by dictionary, the rest by pinyin, with other readings beside
 *  4. `latin`: other scripts are transliterated, diacritics dropped, letters lowered
 *  5. `punctuation`: apostrophes join, dots inside initials join, everything else separates
 *  6. `tokens`: spellings of one word of the trade become one ("Tech" and "Technologies"), each word gets the weight of what it tells
 *  7. `legal-form`: legal forms are set aside, never thrown away: a name of nothing else keeps them as its words
 *  8. `place`: some words tell more or less by where they stand, as names of fathers do
 */

import { withNamesApart, withNeighboursJoined } from '#main/screening/scripts/arabic-written-together.ts'
import { burmeseWords, hasBurmese } from '#main/screening/scripts/burmese.ts'
import { chineseReadings } from '#main/screening/scripts/chinese-spellings.ts'
import { hanVariants } from '#main/screening/scripts/han.ts'
import { hasHan } from '#main/screening/scripts/han-characters.ts'
import { japanesePerson, japaneseReadings } from '#main/screening/scripts/japanese.ts'
import { hangulPerson, hasHangul, koreanReadings } from '#main/screening/scripts/korean.ts'
import { koreanFirm } from '#main/screening/scripts/korean-words.ts'
import { isBeyondLatin, isPlain, latin } from '#main/screening/scripts/latin.ts'
import { hasOneSpelling, otherSpellings } from '#main/screening/scripts/other-spellings.ts'
import { mayBeTranslated, translated } from '#main/screening/scripts/translated-words.ts'
import { cyrillicInitials, explained, isAbbreviationAndQuoted, quotedName, shortened } from './abbreviate.ts'
import { cleanText, latinWords, tokensByLetters, wordsAsWritten } from './latin-words.ts'
import { type Name, nameOf, plainWriting, type Writing, writingOf } from './name-tokens.ts'
import { type Token, tokenOf } from './word-tokens.ts'

/** A name has at most this many variants, so that a long Chinese name can not grow without bound. */
const MOST_VARIANTS = 10

/** All comparable forms of a name: one for Latin names, several for Chinese ones and names with an abbreviation in brackets. */
export function normaliseName(written: string): Name[] {
  if (isPlain(written)) return namesOf(plainWriting(written), written, variantsByLetters(written))
  const text = cleanText(written)
  if (hasOneSpelling(written)) return namesOf(writingOf(written, false, []), text, variantsByLetters(text))
  const translatable = mayBeTranslated(text)
  const writing = writingOf(written, translatable, translatable ? cyrillicInitials(text).map(latin) : [])
  if (!hasHan(text)) return namesOf(writing, text, asTokens(variantsBySpelling(text, written), translatable))
  const japanese = japanesePerson(text)
  const variants = hanVariants(text, latinWords)
  return namesOf(writing, text, asTokens(japanese === undefined ? variants : [japanese, ...variants], translatable))
}

/** The names of these word lists, each once, and the other ones that the text declares. */
function namesOf(writing: Writing, text: string, wordLists: Token[][]): Name[] {
  const [words = [], ...others] = wordLists
  const first = nameOf(writing, words)
  const names = first.tokens.length === 0 ? [] : [first]
  for (const other of others.slice(0, MOST_VARIANTS - 1)) addName(names, nameOf(writing, other))
  if (!MAY_DECLARE.test(text)) return names
  for (const short of [...shortened(text), ...explained(text), ...quotedOfFirm(text, names)]) {
    const readings = withReadings(latinWords(short), mayBeTranslated(short) ? [wordsAsWritten(translated(short, -1))] : [])
    addName(names, nameOf(writing, tokensOf(readings, writing.ofOtherScript)))
  }
  return names
}

/** Words, each a list of its forms, as tokens. */
const tokensOf = (words: string[][], ofOtherScript: boolean): Token[] => words.map((forms) => tokenOf(forms, ofOtherScript))
const asTokens = (wordLists: string[][][], ofOtherScript: boolean): Token[][] => wordLists.map((words) => tokensOf(words, ofOtherScript))

function addName(names: Name[], name: Name): void {
  if (name.tokens.length > 0 && !names.some((other) => isSameReading(other, name))) names.push(name)
}

/** Brackets, quotes and Cyrillic capitals, without which a name declares no other one. */
const MAY_DECLARE = /[("“«„‘]|[\u0400-\u042F]{4}/

/** Names with the same words in the same readings are one. */
const isSameReading = (one: Name, other: Name): boolean =>
  one.tokens.length === other.tokens.length &&
  one.tokens.every(({ forms }, place) => {
    const others = (other.tokens[place] as Token).forms
    return forms.length === others.length && forms.every((form, at) => form === others[at])
  })

/** What stands in quotes, if that is the name proper of a firm; of a person it is a nickname, which tells nobody apart. */
function quotedOfFirm(text: string, names: readonly Name[]): string[] {
  const quoted = quotedName(text)
  if (quoted === undefined) return []
  const isFirm = isAbbreviationAndQuoted(text) || names.some(({ legal, tokens }) => legal.length > 0 || tokens.some(({ kind }) => kind === 'generic'))
  return isFirm ? [quoted] : []
}

/** The words of a name in Latin letters of one spelling, and its readings as a Chinese, Korean or Japanese one in other spellings. */
function variantsByLetters(text: string): Token[][] {
  const words = tokensByLetters(text)
  if (words.length < 2 || words.length > 3) return [words]
  const eastAsian = eastAsianReadings(
    words.map(({ plain }) => plain),
    text,
  )
  if (eastAsian.length === 0) return [words]
  const hyphened = withHyphens(text, eastAsian)
  return hyphened === undefined ? [words, ...asTokens(eastAsian, false)] : asTokens(hyphened, false)
}

/** The same of any other name without Chinese characters, with its words in other spellings. */
function variantsBySpelling(text: string, written: string): string[][][] {
  const beyondLatin = isBeyondLatin(text)
  if (beyondLatin && hasHangul(text)) {
    const readings = [hangulPerson(text), koreanFirm(text, latinWords)].filter((words) => words !== undefined)
    if (readings.length > 0) return readings
  }
  if (beyondLatin && hasBurmese(text)) return [burmeseWords(text, latinWords)]
  const words = latinWords(text)
  const eastAsian = eastAsianReadings(words, text)
  const hyphened = withHyphens(text, eastAsian)
  if (hyphened !== undefined) return hyphened
  const vowelless = beyondLatin ? [...withNeighboursJoined(words), ...withNamesApart(text)] : []
  return [withReadings(words, otherSpellings(text, written)), ...vowelless, ...eastAsian]
}

function eastAsianReadings(words: readonly string[], text: string): string[][][] {
  if (words.length < 2 || words.length > 3) return NONE
  const chinese = chineseReadings(words, text)
  const korean = koreanReadings(words)
  const japanese = japaneseReadings(words)
  return chinese.length + korean.length + japanese.length === 0 ? NONE : [...chinese, ...korean, ...japanese]
}

/** The readings of a name that has a given name with a hyphen, which is one name: "Ya-ting" is nobody called Ting, and no family. */
function withHyphens(text: string, eastAsian: string[][][]): string[][][] | undefined {
  if (eastAsian.length === 0 || !HYPHENATED.test(text)) return undefined
  const given = latinWords((text.match(HYPHENATED_WORD) ?? []).join(' '))
  const whole = latinWords(text.replace(HYPHENATED_ALL, '')).map((word) => [word])
  return [whole, ...eastAsian.filter(([family]) => !given.includes(family?.[0] ?? ''))]
}

/** Each word with its other readings, where these have as many words. */
const withReadings = (words: readonly string[], others: readonly string[][]): string[][] => {
  const alike = others.filter((other) => other.length === words.length)
  if (alike.length === 0) return words.map((word) => [word])
  return words.map((word, place) => [...new Set([word, ...alike.map((other) => other[place] as string)])])
}

const NONE: string[][][] = []
const HYPHENATED = /(?<=\p{L})-(?=\p{L})/u
const HYPHENATED_ALL = /(?<=\p{L})-(?=\p{L})/gu
const HYPHENATED_WORD = /\p{L}+(?:-\p{L}+)+/gu
