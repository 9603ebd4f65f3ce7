/** Text of any script but Chinese as plain lower-case words: the first steps of normalisation (see `normalise.ts`). */

import { arabicWords, hasArabic } from '#main/screening/scripts/arabic.ts'
import { takenApart } from '#main/screening/scripts/compound-names.ts'
import { hasHan, toSimplified } from '#main/screening/scripts/han-characters.ts'
import { hasHebrew, hebrewWords } from '#main/screening/scripts/hebrew.ts'
import { latin } from '#main/screening/scripts/latin.ts'
import { withoutLookAlikes } from '#main/screening/scripts/look-alike-letters.ts'
import { hasThai, thaiWords } from '#main/screening/scripts/thai.ts'
import { mayBeTranslated, translated } from '#main/screening/scripts/translated-words.ts'
import { writtenOut } from './abbreviate.ts'
import { withShortLegalForms } from './legal-phrases.ts'

const INVISIBLE = /[\p{Cf}\p{Cc}]+/gu

/** Text of printable ASCII, as most names are: it needs none of the steps for other letters. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

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
  return hasHan(unicode) ? toSimplified(unicode) : withShortLegalForms(withoutLookAlikes(unicode))
}

/** Steps 4 to 6 for text without Chinese characters: plain lower-case words, and marked ones of scripts without vowels. */
export const latinWords = (text: string): string[] => wordsAsWritten(mayBeTranslated(text) ? translated(text, 0) : text)

/** The same without translating words of trades. */
export function wordsAsWritten(text: string): string[] {
  if (isPlain(text)) return wordsOfAscii(text.toLowerCase())
  if (hasArabic(text)) return text.split(/([\p{Script=Arabic}\p{M}\s\u0640]+)/u).flatMap((part) => (hasArabic(part) ? arabicWords(part) : wordsAsWritten(part)))
  if (hasHebrew(text)) return text.split(/([\p{Script=Hebrew}\p{M}\s'"״׳]+)/u).flatMap((part) => (hasHebrew(part) ? hebrewWords(part) : wordsAsWritten(part)))
  if (hasThai(text)) return thaiWords(text)
  return wordsOfAscii(latin(text.normalize('NFKC').replace(INVISIBLE, '')))
}

/** Most names have nothing but letters, spaces and a few signs: what is looked for is asked first. */
function wordsOfAscii(text: string): string[] {
  let plain = text
  if (/['`]/.test(plain)) plain = plain.replace(/['`]+/g, '')
  if (plain.includes('.')) plain = plain.replace(/\b(?:[a-z0-9]\.){2,}[a-z0-9]?\b\.?/g, (initials) => `${initials.replaceAll('.', '')} `)
  if (plain.includes('&')) plain = plain.replaceAll('&', ' and ')
  plain = plain.replace(/[^a-z0-9]+/g, ' ')
  if (/[0-9]/.test(plain)) plain = plain.replace(/\b([0-9]+)(?:st|nd|rd|th)\b/g, '$1')
  const words = plain.split(' ').filter((word) => word !== '')
  return takenApart(writtenOut(words))
}
