/** The spellings and translations of one word in names as one ("Tech", "Technologies"; "Mohamed", "Mohammed"). */
import VARIANTS from './words/name-variants.json' with { type: 'json' }
import SAME from './words/same-words.json' with { type: 'json' }

const usual = new Map<string, string>()
for (const table of [SAME, VARIANTS]) for (const [word, others] of Object.entries<string[]>(table)) for (const other of others) usual.set(other, word)
const givenNames = new Set<string>(Object.keys(VARIANTS))

/** The word that a spelling stands for; nothing when it is no other spelling of one. */
export const usualWordOf = (word: string): string | undefined => usual.get(word)

/** Whether a word is the usual spelling of a name of persons. */
export const isUsualName = (word: string): boolean => givenNames.has(word)
