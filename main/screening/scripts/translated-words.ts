/**
 * Words of trades, offices and places in Cyrillic, Greek and Arabic letters in English, since lists often translate what their sources
 * do not. A word with several usual translations has all of them, in turns; words that no dictionary has stay as they are.
 */
import { remembering } from '#main/screening/sound.ts'
import { AS_LETTERS, hasArabic, withEndingsJoined } from './arabic.ts'
import { arabicTradeWord, isOrganisationWord, withoutPrefix } from './arabic-trade-words.ts'
import { cyrillicReadings, guessedReadings, isAbbreviation } from './cyrillic-words.ts'
import { greekTradeWord } from './greek-words.ts'

const WORDS = /\p{Script=Cyrillic}+(?:['’ʼ]\p{Script=Cyrillic}+)*|(?:\p{Script=Greek}|\p{M})+|(?:\p{Script=Arabic}|\p{M}|\u0640)+/gu
const TRANSLATED = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u
/** A person's name is not translated: Moskovskiy is nobody from Moscow. */
const FATHERS_NAME = /(?:ович|евич|ич|івна|овна|евна|инична|никитична|саввична|аўна|еўна|оглы|кызы|улы)(?![\p{L}])/iu
const NONE: readonly string[] = []
/** A word has at most so many readings. */
export const MOST_TURNS = 8

/** Whether a text has words that may be translated. */
export const mayBeTranslated = (text: string): boolean => TRANSLATED.test(text) && !(FATHERS_NAME.test(text) && !/["«»„“”]/u.test(text))

/**
 * The text with each word in its translation of this turn, or in the usual one where it has none or one of another length; before
 * the first turn (-1) in none, but as often as its translation has words, so that the words of all turns stand in the same places.
 */
export function translated(written: string, turn: number): string {
  const { alone, isFirm, single, text } = lookedAt(written)
  return text.replace(WORDS, (word) => {
    const readings = readingsOf(word, isFirm)
    const [usual] = readings
    // An abbreviation that is the whole name of a firm is a name.
    if (usual === undefined || (single && isAbbreviation(word) && !FORMS.test(word))) return word
    const length = usual.split(' ').length
    // A single word in quotes is a name ("Гидравлика") and only perhaps a translated one.
    const at = alone.has(word) && length === 1 && usual !== '' ? turn - 1 : turn
    if (at < 0) return ` ${Array(length).fill(asWritten(word)).join(' ')} `
    const reading = readings[at]
    return ` ${(reading !== undefined && reading.split(' ').length === length ? reading : usual) || word} `
  })
}

/** What is to be known of a text before it is translated. */
type Looked = { written: string; alone: ReadonlySet<string>; isFirm: boolean; single: boolean; text: string }
let looked: Looked = { written: '', alone: new Set(), isFirm: false, single: false, text: '' }

/** Each text is asked for in all turns, one after the other: what was found is kept until another one comes. */
function lookedAt(written: string): Looked {
  if (looked.written === written) return looked
  const joined = hasArabic(written) ? withEndingsJoined(written) : written
  const alone = wordsInQuotes(joined)
  const isFirm = alone.size > 0 || FORMS.test(joined) || (joined.match(WORDS) ?? []).some(isOfFirm)
  const text = isFirm ? joined.replace(OF_GOD, (_, ending) => (ending === undefined ? '' : 'ت')) : joined
  const single = (joined.match(WORDS) ?? []).filter((word) => !FORMS.test(word)).length < 2
  looked = { written, alone, isFirm, single, text }
  return looked
}

/** A name with "Allah" is one ("حزب الله"), and no party. */
const OF_GOD = /(?<=\p{Script=Arabic}{2})([ةه])? (?=الله(?!\p{L}))/gu

const asWritten = (word: string): string => (/\p{Script=Arabic}/u.test(word) ? AS_LETTERS + withoutPrefix(word) : word)

/** Legal forms that tell a firm. */
const FORMS =
  /\b(?:llc|o?jsc|cjsc|pjsc|ltd|inc)\b|(?<!\p{L})(?:ООО|ОАО|ЗАО|ПАО|АО|ТОО|ТОВ|ООД|ЕООД|АД|ААТ|ТАА|ПАТ|ПрАТ|ДП|УП|РУП|ЧУП|ФГУП|ГУП|МУП|НПО|НПП|НИИ|КБ|ОКБ)(?!\p{L})/iu

const isOfFirm = (word: string): boolean => (/\p{Script=Arabic}/u.test(word) ? isOrganisationWord(word) : readingsOf(word, false).length > 0)

function wordsInQuotes(text: string): Set<string> {
  const words = new Set<string>()
  for (const [, inside] of text.matchAll(/["'«„“”‘]([^\s"'«»„“”‘’]+)["'»“”’]/gu)) for (const [word] of (inside as string).matchAll(WORDS)) words.add(word)
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
