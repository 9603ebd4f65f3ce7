/**
 * Words of trades, offices and places in Cyrillic, Greek and Arabic letters in English, since lists often translate what their sources
 * do not. A word with several usual translations has all of them, in turns; words that no dictionary has stay as they are.
 */
import { remembering } from '#main/screening/remembering.ts'
import { AS_LETTERS, hasArabic, withEndingsJoined } from './arabic.ts'
import { arabicTradeWord, isOrganisationWord, withoutPrefix } from './arabic-trade-words.ts'
import { cyrillicReadings, guessedReadings, isAbbreviation } from './cyrillic-words.ts'
import { greekTradeWord } from './greek-words.ts'
import { isBeyondLatin } from './latin.ts'

const WORDS = /\p{Script=Cyrillic}+(?:['’ʼ]\p{Script=Cyrillic}+)*|(?:\p{Script=Greek}|\p{M})+|(?:\p{Script=Arabic}|\p{M}|\u0640)+/gu
const TRANSLATED = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u
/** A person's name is not translated: Moskovskiy is nobody from Moscow. */
const FATHERS_NAME = /(?:ович|евич|ич|івна|овна|евна|инична|никитична|саввична|аўна|еўна|оглы|кызы|улы)(?![\p{L}])/iu
const NONE: readonly string[] = []
/** A word has at most so many readings. */
const MOST_TURNS = 8

/** Whether a text has words that may be translated. */
export const mayBeTranslated = (text: string): boolean => isBeyondLatin(text) && TRANSLATED.test(text) && !(FATHERS_NAME.test(text) && !/["«»„“”]/u.test(text))

/** A word that has translations, with the text behind it. */
type Translatable = {
  word: string
  readings: readonly string[]
  /** How many words its usual translation has. */
  length: number
  /** A single word in quotes is a name ("Гидравлика") and only perhaps a translated one. */
  name: boolean
  behind: string
}
/** A text parted before each word that has translations. */
type Parted = { written: string; before: string; words: Translatable[] }

let parted: Parted = { written: '', before: '', words: [] }

/**
 * The text with each word in its translation of this turn, or in the usual one where it has none or one of another length; before
 * the first turn (-1) in none, but as often as its translation has words, so that the words of all turns stand in the same places.
 */
export function translated(written: string, turn: number): string {
  // Each text is asked for in all turns, one after the other: its parts are kept until another one comes.
  if (parted.written !== written) parted = partedText(written)
  let text = parted.before
  for (const { word, readings, length, name, behind } of parted.words) {
    const at = name ? turn - 1 : turn
    if (at < 0) text += ` ${Array(length).fill(asWritten(word)).join(' ')} `
    else {
      const reading = readings[at]
      text += ` ${(reading !== undefined && wordsIn(reading) === length ? reading : readings[0]) || word} `
    }
    text += behind
  }
  return text
}

/** The turns from the first on that have readings of their own: in the last one each word has its usual one again. */
export function turnsOf(written: string): number {
  if (parted.written !== written) parted = partedText(written)
  return Math.min(MOST_TURNS, parted.words.reduce((most, { readings, name }) => Math.max(most, readings.length + Number(name)), 0) + 1)
}

const wordsIn = (reading: string): number => reading.split(' ').length

function partedText(written: string): Parted {
  const joined = hasArabic(written) ? withEndingsJoined(written) : written
  const found = joined.match(WORDS) ?? []
  const alone = wordsInQuotes(joined)
  const isFirm = alone.size > 0 || FORMS.test(joined) || found.some(isOfFirm)
  const text = isFirm ? joined.replace(OF_GOD, (_, ending) => (ending === undefined ? '' : 'ت')) : joined
  const words: Translatable[] = []
  let before = text
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const readings = readingsOf(word, isFirm)
    const [usual] = readings
    // An abbreviation that is the whole name of a firm is a name.
    if (usual === undefined || (isAbbreviation(word) && !FORMS.test(word) && isAlone(found))) continue
    const last = words.at(-1)
    if (last === undefined) before = text.slice(0, index)
    else last.behind = text.slice(end, index)
    end = index + word.length
    const length = wordsIn(usual)
    words.push({ word, readings, length, name: length === 1 && usual !== '' && alone.has(word), behind: text.slice(end) })
  }
  return { written, before, words }
}

/** Whether there is nothing but one word beside legal forms. */
const isAlone = (words: readonly string[]): boolean => words.length < 2 || words.filter((word) => !FORMS.test(word)).length < 2

/** A name with "Allah" is one ("حزب الله"), and no party. */
const OF_GOD = /(?<=\p{Script=Arabic}{2})([ةه])? (?=الله(?!\p{L}))/gu

const asWritten = (word: string): string => (/\p{Script=Arabic}/u.test(word) ? AS_LETTERS + withoutPrefix(word) : word)

/** Legal forms that tell a firm. */
const FORMS =
  /\b(?:llc|o?jsc|cjsc|pjsc|ltd|inc)\b|(?<!\p{L})(?:ООО|ОАО|ЗАО|ПАО|АО|ТОО|ТОВ|ООД|ЕООД|АД|ААТ|ТАА|ПАТ|ПрАТ|ДП|УП|РУП|ЧУП|ФГУП|ГУП|МУП|НПО|НПП|НИИ|КБ|ОКБ)(?!\p{L})/iu

const isOfFirm = remembering((word) => (/\p{Script=Arabic}/u.test(word) ? isOrganisationWord(word) : readingsOf(word, false).length > 0))

const MAY_QUOTE = /["'«„“”‘]/
const WORD_IN_QUOTES = /["'«„“”‘]([^\s"'«»„“”‘’]+)["'»“”’]/gu
const NO_WORDS: ReadonlySet<string> = new Set()

function wordsInQuotes(text: string): ReadonlySet<string> {
  if (!MAY_QUOTE.test(text)) return NO_WORDS
  const words = new Set<string>()
  for (const [, inside] of text.matchAll(WORD_IN_QUOTES)) for (const [word] of (inside as string).matchAll(WORDS)) words.add(word)
  return words
}

const ofFirms = remembering((word) => readingsBy(word, true))
const ofOthers = remembering((word) => readingsBy(word, false))

/** The translations of a word; of a firm also guesses, and in Arabic letters none but of a firm, for there trades are names as well. */
const readingsOf = (word: string, ofFirm: boolean): readonly string[] => (ofFirm ? ofFirms(word) : ofOthers(word))

function readingsBy(word: string, ofFirm: boolean): readonly string[] {
  if (/\p{Script=Cyrillic}/u.test(word)) {
    const known = cyrillicReadings(word)
    return known.length === 0 && ofFirm ? guessedReadings(word) : known
  }
  if (/\p{Script=Greek}/u.test(word)) return greekTradeWord(word) ?? NONE
  return ofFirm ? (arabicTradeWord(word) ?? NONE) : NONE
}
