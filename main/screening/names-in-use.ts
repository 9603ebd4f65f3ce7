/** Words that are names in use: one of them in place of another is another person or firm, not a slip of the pen. */
import FREQUENCY from './words/frequency.json' with { type: 'json' }
import VARIANTS from './words/name-variants.json' with { type: 'json' }
import NAMES from './words/names-in-use.json' with { type: 'json' }

const inUse = new Set<string>([...Object.keys(FREQUENCY.words), ...NAMES.given, ...NAMES.family])
/** The spellings that stand for the others are given names too. */
const given = new Set<string>([...NAMES.given, ...Object.keys(VARIANTS)])
const ofMany = new Set<string>([...inUse, ...given, ...NAMES.furtherFamily])
const names = new Set<string>([...NAMES.given, ...NAMES.family])

/** Whether a word is a name of many people, on the lists or elsewhere. */
export const isFrequent = (word: string): boolean => ofMany.has(word)

/** Whether a word is a frequent given name. */
export const isGivenName = (word: string): boolean => given.has(word)

/** Whether both words are names in use. */
export const bothInUse = (a: string, b: string): boolean => inUse.has(a) && inUse.has(b)

/** Whether the word is a frequent given or family name anywhere, on the lists or not. */
export const isNameInUse = (word: string): boolean => names.has(word)
