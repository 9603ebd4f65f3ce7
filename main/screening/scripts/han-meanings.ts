/** Chinese trade names that are translated character by character: 蓝帽 is Blue Hat. */
import MEANINGS from '#main/screening/words/han-meanings.json' with { type: 'json' }

const meanings = new Map<string, string[]>(Object.entries(MEANINGS))
let longest = 1
for (const word of meanings.keys()) longest = Math.max(longest, word.length)

/**
 * The words that a trade name means, each a list of its forms, in as few parts as there are; nothing when a part of it is no word that trade names
 * are made of.
 */
export function meaningOf(han: string): string[][] | undefined {
  if (han === '') return []
  for (let length = Math.min(longest, han.length); length > 0; length -= 1) {
    const first = meanings.get(han.slice(0, length))
    const rest = first === undefined ? undefined : meaningOf(han.slice(length))
    if (first !== undefined && rest !== undefined) return [...formsOf(first), ...rest]
  }
  return undefined
}

/** Meanings of one word are its forms; one of several words has no other. */
const formsOf = (words: readonly string[]): string[][] =>
  (words[0] as string).includes(' ') ? (words[0] as string).split(' ').map((word) => [word]) : [[...words]]
