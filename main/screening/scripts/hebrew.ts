/** Hebrew letters by what they may sound like; like Arabic ones they write no short vowels. */
import NAMES from '#main/screening/words/hebrew-names.json' with { type: 'json' }
import WORDS from '#main/screening/words/hebrew-words.json' with { type: 'json' }
import { withoutVowels } from './written-without-vowels.ts'

const LETTERS: Record<string, string> = {
  א: 'a',
  ב: 'B',
  ג: 'g',
  ד: 'd',
  ה: 'e',
  ו: 'w',
  ז: 'z',
  ח: 'H',
  ט: 't',
  י: 'y',
  כ: 'H',
  ך: 'H',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: "'",
  פ: 'P',
  ף: 'P',
  צ: 'c',
  ץ: 'c',
  ק: 'q',
  ר: 'r',
  ש: 'S',
  ת: 't',
}

/** Sounds of other languages, which a sign behind the letter tells. */
const WITH_SIGN: Readonly<Record<string, string>> = { ג: 'j', צ: 'C', ץ: 'C', ז: 'Z' }
const knownWords = new Map<string, string>(Object.entries(WORDS))
/** A shorter word that begins with the letter of the article has it as its own. */
const SHORTEST_WITH_ARTICLE = 4

/** Whether a text holds Hebrew letters. */
export const hasHebrew = (text: string): boolean => /\p{Script=Hebrew}/u.test(text)

/** The words of a piece of text in Hebrew letters. */
export function hebrewWords(text: string): string[] {
  const words: string[] = []
  const spoken = text
    .replace(/[\u0591-\u05C7]/gu, '')
    .replace(/([גצץז])[׳'](?=\p{Script=Hebrew}|\s|$)/gu, '$1\u05f3')
    .replace(/(?<![גצץז])׳|[״'"]/gu, '')
  for (const word of spoken.split(/[^\p{Script=Hebrew}]+/u)) {
    if (word === 'בן') {
      words.push('ben')
      continue
    }
    const known = knownWords.get(word) ?? (word.length > SHORTEST_WITH_ARTICLE ? knownWords.get(word.replace(/^[הוב]ה?/u, '')) : undefined)
    if (known !== undefined) words.push(...known.split(' '))
    else if (word !== '')
      words.push(
        withoutVowels((word.match(/.\u05f3?/gu) ?? []).map((letter) => (letter.length > 1 ? WITH_SIGN[letter.charAt(0)] : LETTERS[letter]) ?? '').join('')),
      )
  }
  return words
}

const names = new Map<string, string>(Object.entries(NAMES))

/** The text with names that other languages have too as these write them ("יצחק": Isaac). */
export const hebrewNamesTranslated = (text: string): string =>
  text.replace(/\p{Script=Hebrew}+(?:['׳]\p{Script=Hebrew}+)*['׳]?/gu, (word) => names.get(word.replaceAll('׳', "'")) ?? word)
