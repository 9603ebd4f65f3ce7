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

import { hasArabic } from '#main/screening/scripts/arabic.ts'
import { burmeseWords, hasBurmese } from '#main/screening/scripts/burmese.ts'
import { chineseReadings } from '#main/screening/scripts/chinese-spellings.ts'
import { ethiopicAsLatin, hasEthiopic } from '#main/screening/scripts/ethiopic.ts'
import { greekAsLatin, hasGreek } from '#main/screening/scripts/greek.ts'
import { hanVariants } from '#main/screening/scripts/han.ts'
import { hasHan } from '#main/screening/scripts/han-characters.ts'
import { hasHebrew, hebrewNamesTranslated } from '#main/screening/scripts/hebrew.ts'
import { hasIndic, INDIC_READINGS, indicAsLatin } from '#main/screening/scripts/indic.ts'
import { japanesePerson, japaneseReadings } from '#main/screening/scripts/japanese.ts'
import { hangulPerson, hasHangul, koreanReadings } from '#main/screening/scripts/korean.ts'
import { koreanFirm } from '#main/screening/scripts/korean-words.ts'
import { isPlain, latin } from '#main/screening/scripts/latin.ts'
import { MOST_TURNS, mayBeTranslated, translated } from '#main/screening/scripts/translated-words.ts'
import { consonantsJoined } from '#main/screening/scripts/written-without-vowels.ts'
import { cyrillicInitials, explained, isAbbreviationAndQuoted, quotedName, shortened } from './abbreviate.ts'
import { cleanText, latinWords, unicodeText, wordsAsWritten } from './latin-words.ts'
import { type Name, nameOf, type Token } from './name-tokens.ts'

/** A name has at most this many variants, so that a long Chinese name can not grow without bound. */
const MOST_VARIANTS = 10

/** All comparable forms of a name: one for Latin names, several for Chinese ones and names with an abbreviation in brackets. */
export function normaliseName(written: string): Name[] {
  const text = cleanText(written)
  const translatable = mayBeTranslated(text)
  const han = hasHan(text)
  const japanese = han ? japanesePerson(text) : undefined
  const wordLists = [...(japanese === undefined ? [] : [japanese]), ...(han ? hanVariants(text, latinWords) : latinVariants(text, written))]
  const names: Name[] = []
  const initials = translatable ? cyrillicInitials(text).map(latin) : []
  const add = (words: string[][]): void => {
    const name = nameOf(written, words, translatable, initials)
    if (name.tokens.length > 0 && !names.some((other) => isSameReading(other, name))) names.push(name)
  }
  for (const words of wordLists.slice(0, MOST_VARIANTS)) add(words)
  for (const short of [...shortened(text), ...explained(text), ...quotedOfFirm(text, names)])
    add(withReadings(latinWords(short), mayBeTranslated(short) ? [wordsAsWritten(translated(short, -1))] : []))
  return names
}

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

/** The words of a name without Chinese characters, and its readings as a Chinese or Korean one in other spellings. */
function latinVariants(text: string, written: string): string[][][] {
  if (hasHangul(text)) {
    const readings = [hangulPerson(text), koreanFirm(text, latinWords)].filter((words) => words !== undefined)
    if (readings.length > 0) return readings
  }
  if (hasBurmese(text)) return [burmeseWords(text, latinWords)]
  const words = latinWords(text)
  const eastAsian = [...chineseReadings(words, text), ...koreanReadings(words), ...japaneseReadings(words)]
  // A given name with a hyphen is one name: "Ya-ting" is nobody called Ting, and no family.
  if (eastAsian.length > 0 && HYPHENATED.test(text)) {
    const given = latinWords((text.match(HYPHENATED_WORD) ?? []).join(' '))
    const whole = latinWords(text.replace(HYPHENATED_ALL, '')).map((word) => [word])
    return [whole, ...eastAsian.filter(([family]) => !given.includes(family?.[0] ?? ''))]
  }
  const vowelless = [...withNeighboursJoined(words), ...withNamesApart(text)]
  const others = isPlain(written) ? [] : otherLatinWords(text, written)
  return [withReadings(words, others), ...vowelless, ...eastAsian]
}

/** Each word with its other readings, where these have as many words. */
const withReadings = (words: readonly string[], others: readonly string[][]): string[][] => {
  const alike = others.filter((other) => other.length === words.length)
  return words.map((word, place) => (alike.length === 0 ? [word] : [...new Set([word, ...alike.map((other) => other[place] as string)])]))
}

/** The same words in other translations and systems of transliteration, and with letters that look alike read as they stand. */
function otherLatinWords(text: string, written: string): string[][] {
  const others = new Set<string>()
  if (mayBeTranslated(text)) {
    for (let turn = 1; turn < MOST_TURNS; turn += 1) others.add(translated(text, turn))
    others.add(translated(text, -1))
    if (HONOURED.test(text)) others.add(translated(text.replace(HONOURED, nominative), 0))
    others.delete(translated(text, 0))
  }
  others.add(unicodeText(written))
  if (BULGARIAN_VOWEL.test(text)) others.add(text.replace(BULGARIAN_VOWELS, 'а'))
  if (/г/iu.test(text)) others.add(text.replace(/г/giu, 'h'))
  if (HACEKS.test(text)) others.add(text.replace(HACEKS_ALL, (letter) => HACEK_AS[letter] ?? letter))
  if (hasGreek(text)) for (const how of ['by-letter', 'by-use'] as const) others.add(greekAsLatin(text.normalize('NFKC'), how))
  if (hasIndic(text)) for (let reading = 1; reading < INDIC_READINGS; reading += 1) others.add(indicAsLatin(text, reading))
  if (hasHebrew(text)) others.add(hebrewNamesTranslated(text))
  if (hasEthiopic(text)) others.add(ethiopicAsLatin(text, 'i'))
  return [...others].filter((other) => other !== text).map(wordsAsWritten)
}

/** The names after "named after" in Russian and its neighbours, as far as capitals go. */
const HONOURED = /(?<=(?:имени|ім?[мi]ені|имени|имя|імя|им|ім)\.? (?:[\p{Lu}\p{L}.]+ ){0,3})\p{Lu}\p{Ll}{3,}/gu

/** A name of the second case in the first ("Калинина": Калинин). */
const nominative = (name: string): string =>
  name.replace(/(?<=[оеё]в|[иы]н|[бвгджзклмнпрстфхцчшщ])а$|(?<=.)(?:ого)$|я$/u, (ending) => (ending === 'ого' ? 'ий' : ending === 'я' ? 'й' : ''))

/** A name without vowels with two of its words written as one, as its Latin spelling may have them ("حمید رضا": "Hamidreza"). */
function withNeighboursJoined(words: readonly string[]): string[][][] {
  const joined: string[][][] = []
  // Two words are a given name and a family name.
  if (words.length < 3) return joined
  for (let place = 0; place + 1 < words.length; place += 1) {
    const [first, second] = [words[place] as string, words[place + 1] as string]
    const both = consonantsJoined(first, second, place + 2 === words.length)
    if (both !== undefined) joined.push([...words.slice(0, place), both, ...words.slice(place + 2)].map((word) => [word]))
  }
  return joined
}

/** Frequent given names that are written together with the name behind them ("محمدديب"). */
const GIVEN_JOINED = /(?<!\p{L})(محمد|[اأ]حمد|[اأ]مجد)(?=\p{L}{3})/gu

/** A name in Arabic letters with such given names apart. */
function withNamesApart(text: string): string[][][] {
  const apart = hasArabic(text) ? text.replace(GIVEN_JOINED, '$1 ') : text
  return apart === text ? [] : [latinWords(apart).map((word) => [word])]
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
/** The hard sign between consonants, which is a vowel in Bulgarian ("Първанов"). */
const BULGARIAN_VOWEL = /(?<=[бвгджзклмнпрстфхцчшщ])ъ(?=[бвгджзклмнпрстфхцчшщ])/iu
const BULGARIAN_VOWELS = new RegExp(BULGARIAN_VOWEL, 'giu')
const HACEKS = /[čšžŝâûêëǆў]/iu
const HACEKS_ALL = /[čšžŝâûêëǆў]/giu
const HYPHENATED = /(?<=\p{L})-(?=\p{L})/u
const HYPHENATED_ALL = /(?<=\p{L})-(?=\p{L})/gu
const HYPHENATED_WORD = /\p{L}+(?:-\p{L}+)+/gu
