/** The dictionary of Chinese names: words of places and trades, and the names of firms and bodies, in Latin letters. */
import { HAN_LEGAL_FORMS } from '#main/screening/legal-forms.ts'
import NAMES from '#main/screening/words/han-names.json' with { type: 'json' }
import PLACES from '#main/screening/words/han-places.json' with { type: 'json' }
import DICTIONARY from '#main/screening/words/han-words.json' with { type: 'json' }
import { joinedPinyin } from './han-pinyin.ts'

const words = new Map<string, string[]>(Object.entries(DICTIONARY))
/** Cities and districts whose Latin name is their pinyin. */
const places = new Map(PLACES.filter((place) => !words.has(place)).map((place) => [place, [joinedPinyin(place)]]))
/** Firms, universities and the like whose Latin name is one of their own; listings have their pinyin as well. */
const names = new Map<string, string[]>(Object.entries<string[]>(NAMES).map(([name, latin]) => [name, [...new Set([...latin, joinedPinyin(name)])]]))
/** Characters of the longest word, name or legal form. */
let longest = 1
for (const word of [...words.keys(), ...places.keys(), ...names.keys(), ...HAN_LEGAL_FORMS.keys()]) longest = Math.max(longest, [...word].length)
export const LONGEST_WORD = longest

/** What a word of trades and bodies means; none for a place or a name. */
export const wordMeanings = (word: string): readonly string[] => words.get(word) ?? []

/** What a Chinese word of places and trades means, the usual word first; none when it is not known. */
export const meaningsOf = (word: string): readonly string[] => words.get(word) ?? places.get(word) ?? []

/** What a word means or a name is called; undefined when it is neither. */
export const readingsOfWord = (word: string): string[] | undefined => names.get(word) ?? words.get(word) ?? places.get(word)

/** Whether a word is a city or a district that is called in Latin letters by its pinyin. */
export const isPlace = (word: string): boolean => places.has(word)

/** Whether a word is the name of a firm or a body that has a Latin name of its own. */
export const isNameOfBody = (word: string): boolean => names.has(word)

/** Whether a text begins with a word of several characters. */
export function startsWithWord(text: string): boolean {
  for (let length = Math.min(LONGEST_WORD, text.length); length > 1; length -= 1) if (readingsOfWord(text.slice(0, length)) !== undefined) return true
  return false
}
