/** Words that are names in use: one of them in place of another is another person or firm, not a slip of the pen. */
import { pinyinSyllables } from '#main/screening/scripts/pinyin-syllables.ts'
import FREQUENCY from './words/frequency.json' with { type: 'json' }
import VARIANTS from './words/name-variants.json' with { type: 'json' }
import NAMES from './words/names-in-use.json' with { type: 'json' }

const inUse = new Set<string>([...Object.keys(FREQUENCY.words), ...NAMES.given, ...NAMES.family])
/** The spellings that stand for the others are given names too. */
const given = new Set<string>([...NAMES.given, ...Object.keys(VARIANTS)])
const names = new Set<string>([...NAMES.given, ...NAMES.family])
const ofMany = new Set<string>([...names, ...given, ...NAMES.furtherFamily])

/** Whether a word is a name of many people anywhere, as every Chinese syllable is; a name that only the lists have often is not. */
export const isNameOfMany = (word: string): boolean => ofMany.has(word) || pinyinSyllables(word) === 1

/** Whether a word is frequent on the lists, or a name of many people anywhere. */
export const isFrequent = (word: string): boolean => inUse.has(word) || ofMany.has(word)

/** Whether a word is a frequent given name. */
export const isGivenName = (word: string): boolean => given.has(word)

/** Whether both words are names in use. */
export const bothInUse = (a: string, b: string): boolean => inUse.has(a) && inUse.has(b)

/** Whether the word is a frequent given or family name anywhere, on the lists or not. */
export const isNameInUse = (word: string): boolean => names.has(word)
