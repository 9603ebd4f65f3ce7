/** Words that are names in use: one of them in place of another is another person or firm, not a slip of the pen. */
import FREQUENCY from './words/frequency.json' with { type: 'json' }
import NAMES from './words/names-in-use.json' with { type: 'json' }

const inUse = new Set<string>([...Object.keys(FREQUENCY.words), ...NAMES.given, ...NAMES.family])
const names = new Set<string>([...NAMES.given, ...NAMES.family])

/** Whether a word is a name in use, on the lists or elsewhere. */
export const isFrequent = (word: string): boolean => inUse.has(word)

/** Whether both words are names in use. */
export const bothInUse = (a: string, b: string): boolean => inUse.has(a) && inUse.has(b)

/** Whether the word is a frequent given or family name anywhere, on the lists or not. */
export const isNameInUse = (word: string): boolean => names.has(word)
