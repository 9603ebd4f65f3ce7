/** Text of any script but Chinese as plain lower-case words: the first steps of normalisation (see `normalise.ts`). */

import { arabicWords, hasArabic } from '#main/screening/scripts/arabic.ts'
import { takenApart } from '#main/screening/scripts/compound-names.ts'
import { hasHan, toSimplified } from '#main/screening/scripts/han-characters.ts'
import { hasHebrew, hebrewWords } from '#main/screening/scripts/hebrew.ts'
import { isBeyondCyrillic, isBeyondLatin, isPlain, latin } from '#main/screening/scripts/latin.ts'
import { withoutLookAlikes } from '#main/screening/scripts/look-alike-letters.ts'
import { hasThai, thaiWords } from '#main/screening/scripts/thai.ts'
import { mayBeTranslated, translated } from '#main/screening/scripts/translated-words.ts'
import { writtenOut } from './abbreviate.ts'
import { withShortLegalForms } from './legal-phrases.ts'
import { ORDINAL, settledTokens, singleToken, type Token } from './word-tokens.ts'

const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu

/** The text in one Unicode form on one line, without invisible characters. */
export const unicodeText = (text: string): string =>
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
  if (!isBeyondLatin(unicode)) return unicode
  return hasHan(unicode) ? toSimplified(unicode) : withShortLegalForms(withoutLookAlikes(unicode))
}

/** Steps 4 and 5 for clean text without Chinese characters: plain lower-case words, and marked ones of scripts without vowels. */
export const latinWords = (text: string): string[] => wordsAsWritten(mayBeTranslated(text) ? translated(text, 0) : text)

/** The same without translating words of trades. */
export function wordsAsWritten(text: string): string[] {
  return isBeyondCyrillic(text) ? wordsOfScript(text) : wordsByLetters(text)
}

const wordsByLetters = (text: string): string[] => tokensByLetters(text).map(({ plain }) => plain)

function wordsOfScript(text: string): string[] {
  if (hasArabic(text)) return text.split(/([\p{Script=Arabic}\p{M}\s\u0640]+)/u).flatMap((part) => (hasArabic(part) ? arabicWords(part) : wordsAsWritten(part)))
  if (hasHebrew(text)) return text.split(/([\p{Script=Hebrew}\p{M}\s'"״׳]+)/u).flatMap((part) => (hasHebrew(part) ? hebrewWords(part) : wordsAsWritten(part)))
  if (hasThai(text)) return thaiWords(text)
  return wordsByLetters(text)
}

/**
 * The words of clean text as tokens, each letter by itself in Latin ones. Most names have nothing but letters, spaces and a few signs: what is looked
 * for is asked first.
 */
export function tokensByLetters(text: string): Token[] {
  const ascii = latin(text)
  const apart = SIGNS.test(ascii) ? withoutSigns(ascii) : ascii
  return settledTokens(apart) ?? takenApart(writtenOut(wordsApart(apart).map((word) => word.replace(ORDINAL, '$1')))).map(singleToken)
}

/** The runs of letters and figures of a text. */
const wordsApart = (text: string): string[] => text.match(WORDS) ?? []
const WORDS = /[a-z0-9]+/g

const SIGNS = /['`.&]/

/** The text without apostrophes, with initials as one word and the sign for "and" as a word. */
const withoutSigns = (text: string): string =>
  text
    .replace(/['`]+/g, '')
    .replace(/\b(?:[a-z0-9]\.){2,}[a-z0-9]?\b\.?/g, (initials) => `${initials.replaceAll('.', '')} `)
    .replaceAll('&', ' and ')
