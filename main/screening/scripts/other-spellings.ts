/** A name in other translations, in other systems of transliteration, and with its letters as they stand. */
import { unicodeText, wordsAsWritten } from '#main/screening/latin-words.ts'
import { ethiopicAsLatin, hasEthiopic } from './ethiopic.ts'
import { greekAsLatin, hasGreek } from './greek.ts'
import { hasHebrew, hebrewNamesTranslated } from './hebrew.ts'
import { hasIndic, INDIC_READINGS, indicAsLatin } from './indic.ts'
import { isBeyondCyrillic, isBeyondLatin } from './latin.ts'
import { mayBeTranslated, translated, turnsOf } from './translated-words.ts'

/** Whether a name has a single spelling in Latin letters. */
export const hasOneSpelling = (written: string): boolean => !isBeyondLatin(written) && !HACEKS.test(written)

/** The words of the name's other spellings, each as often as it differs from the text; `written` is the name before letters that look alike were put right. */
export function otherSpellings(text: string, written: string): string[][] {
  const others = new Set<string>()
  const beyondLatin = isBeyondLatin(text)
  if (beyondLatin && mayBeTranslated(text)) addTranslations(others, text)
  others.add(unicodeText(written))
  if (beyondLatin && BULGARIAN_VOWEL.test(text)) others.add(text.replace(BULGARIAN_VOWELS, 'а'))
  if (beyondLatin && GHE.test(text)) others.add(text.replace(GHE_ALL, 'h'))
  if (HACEKS.test(text)) others.add(text.replace(HACEKS_ALL, (letter) => HACEK_AS[letter] ?? letter))
  if (beyondLatin && isBeyondCyrillic(text)) addOfScripts(others, text)
  return [...others].filter((other) => other !== text).map(wordsAsWritten)
}

function addTranslations(others: Set<string>, text: string): void {
  const turns = turnsOf(text)
  for (let turn = 1; turn < turns; turn += 1) others.add(translated(text, turn))
  others.add(translated(text, -1))
  const usual = translated(text, 0)
  if (MAY_HONOUR.test(text)) others.add(translated(text.replace(HONOURED, nominative), 0))
  others.delete(usual)
}

function addOfScripts(others: Set<string>, text: string): void {
  if (hasGreek(text)) for (const how of ['by-letter', 'by-use'] as const) others.add(greekAsLatin(text.normalize('NFKC'), how))
  if (hasIndic(text)) for (let reading = 1; reading < INDIC_READINGS; reading += 1) others.add(indicAsLatin(text, reading))
  if (hasHebrew(text)) others.add(hebrewNamesTranslated(text))
  if (hasEthiopic(text)) others.add(ethiopicAsLatin(text, 'i'))
}

/** Letters that each of the words for "named after" has. */
const MAY_HONOUR = /[иі][мi]/
/** The names after "named after" in Russian and its neighbours, as far as capitals go. */
const HONOURED = /(?<=(?:имени|ім?[мi]ені|имени|имя|імя|им|ім)\.? (?:[\p{Lu}\p{L}.]+ ){0,3})\p{Lu}\p{Ll}{3,}/gu

/** A name of the second case in the first ("Калинина": Калинин). */
const nominative = (name: string): string =>
  name.replace(/(?<=[оеё]в|[иы]н|[бвгджзклмнпрстфхцчшщ])а$|(?<=.)(?:ого)$|я$/u, (ending) => (ending === 'ого' ? 'ий' : ending === 'я' ? 'й' : ''))

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
/** A letter that is g in Russian and h in Ukrainian and Belarusian. */
const GHE = /г/iu
const GHE_ALL = /г/giu
