/** Text of any script but Chinese as plain lower-case words: the first steps of normalisation (see `normalise.ts`). */

import { arabicWords, hasArabic } from '#main/screening/scripts/arabic.ts'
import { isTakenApart, takenApart } from '#main/screening/scripts/compound-names.ts'
import { hasHan, toSimplified } from '#main/screening/scripts/han-characters.ts'
import { hasHebrew, hebrewWords } from '#main/screening/scripts/hebrew.ts'
import { isBeyondLatin, isPlain, latin } from '#main/screening/scripts/latin.ts'
import { withoutLookAlikes } from '#main/screening/scripts/look-alike-letters.ts'
import { hasThai, thaiWords } from '#main/screening/scripts/thai.ts'
import { mayBeTranslated, translated } from '#main/screening/scripts/translated-words.ts'
import { isWrittenOut, writtenOut } from './abbreviate.ts'
import { withShortLegalForms } from './legal-phrases.ts'
import { remembering } from './sound.ts'

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

/** Steps 4 to 6 for text without Chinese characters: plain lower-case words, and marked ones of scripts without vowels. */
export const latinWords = (text: string): string[] => wordsAsWritten(mayBeTranslated(text) ? translated(text, 0) : text)

/** The same without translating words of trades. */
export function wordsAsWritten(text: string): string[] {
  if (isPlain(text)) return wordsOfAscii(text.toLowerCase())
  if (isBeyondLatin(text)) return wordsOfScript(text)
  return wordsOfAscii(latin(text.normalize('NFKC').replace(INVISIBLE, '')))
}

function wordsOfScript(text: string): string[] {
  if (hasArabic(text)) return text.split(/([\p{Script=Arabic}\p{M}\s\u0640]+)/u).flatMap((part) => (hasArabic(part) ? arabicWords(part) : wordsAsWritten(part)))
  if (hasHebrew(text)) return text.split(/([\p{Script=Hebrew}\p{M}\s'"״׳]+)/u).flatMap((part) => (hasHebrew(part) ? hebrewWords(part) : wordsAsWritten(part)))
  if (hasThai(text)) return thaiWords(text)
  return wordsOfAscii(latin(text.normalize('NFKC').replace(INVISIBLE, '')))
}

/** Lower-case ASCII text as words. Most names have nothing but letters, spaces and a few signs: what is looked for is asked first. */
function wordsOfAscii(text: string): string[] {
  const words = partsOf(SIGNS.test(text) ? withoutSigns(text) : text)
  let settled = true
  for (let place = 0; place < words.length; place += 1) {
    const word = settledWord(words[place] as string)
    if (word === '') settled = false
    else words[place] = word
  }
  return settled ? words : takenApart(writtenOut(words.map((word) => word.replace(ORDINAL, '$1'))))
}

const SIGNS = /['`.&]/
const ORDINAL = /^([0-9]+)(?:st|nd|rd|th)$/

/** The text without apostrophes, with initials as one word and the sign for "and" as a word. */
const withoutSigns = (text: string): string =>
  text
    .replace(/['`]+/g, '')
    .replace(/\b(?:[a-z0-9]\.){2,}[a-z0-9]?\b\.?/g, (initials) => `${initials.replaceAll('.', '')} `)
    .replaceAll('&', ' and ')

/** The runs of letters and figures of a text. A loop, since it takes a third of the time of a pattern, and every name passes here. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? SPACE : text.charCodeAt(at)
    if ((code >= SMALL_A && code <= SMALL_Z) || (code >= FIGURE_0 && code <= FIGURE_9)) continue
    if (at > from) parts.push(text.slice(from, at))
    from = at + 1
  }
  return parts
}

const SPACE = 32
const FIGURE_0 = 48
const FIGURE_9 = 57
const SMALL_A = 97
const SMALL_Z = 122

/**
 * A word that stays as it is whatever stands beside it, as most do; empty for the others. All names have the same copy of it, which is found
 * faster in every table that comes after.
 */
const settledWord = remembering((word) => (ORDINAL.test(word) || isWrittenOut(word) || isTakenApart(word) ? '' : word))
