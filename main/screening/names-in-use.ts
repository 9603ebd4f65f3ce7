/** Words that are names in use: one of them in place of another is another person or firm, not a slip of the pen. */
import { pinyinSyllables } from './pinyin-syllables.ts'
import FREQUENCY from './words/frequency.json' with { type: 'json' }
import NAMES from './words/names-in-use.json' with { type: 'json' }

const inUse = new Set<string>([...Object.keys(FREQUENCY.words), ...NAMES.given, ...NAMES.family])
const given = new Set<string>(NAMES.given)

/** Whether both words are names in use, or both are read as as many Chinese syllables. */
export function bothInUse(a: string, b: string): boolean {
  if (inUse.has(a) && inUse.has(b)) return true
  const syllables = pinyinSyllables(a)
  return syllables > 0 && syllables === pinyinSyllables(b)
}

/** Whether the word is a frequent given name. */
export const isGivenName = (word: string): boolean => given.has(word)
