/** Words of trades and offices in Arabic and Persian in English, with or without the article, prefixes and the Persian plural. */
import WORDS from './words/arabic-trade-words.json' with { type: 'json' }

const known = new Map<string, string[]>(Object.entries({ ...WORDS.words, ...WORDS.alsoNames }).map(([word, english]) => [word, english.split('/')]))
const names = new Set<string>(Object.keys(WORDS.alsoNames))
const FOLDED: Record<string, string> = { ي: 'ی', ى: 'ی', ئ: 'ی', ك: 'ک', ة: 'ه', أ: 'ا', إ: 'ا', آ: 'ا', ؤ: 'و' }
const FOLD = /[يىئكةأإآؤ\p{M}\u0640\u200C]/gu
const SHORTEST = 2
/** "and", "for" and "by", with the article or without it. */
const PREFIX = /^(?:و?ال|و?لل|وب?ال|بال|ل|و)(?=.{3})/u
const SUFFIX = /(?<=.{4})(?:های|هایی|ها|ای|ی)$/u

/** The English words for a word in Arabic letters, the usual one first; nothing for names. */
export const arabicTradeWord = (written: string): string[] | undefined => known.get(keyOf(written))

/** Whether a word stands in the names of organisations and not in those of people. */
export function isOrganisationWord(written: string): boolean {
  const key = keyOf(written)
  return known.has(key) && !names.has(key)
}

/** The form of a word that the dictionary has, or the word itself. */
function keyOf(written: string): string {
  const word = written.replace(FOLD, (letter) => FOLDED[letter] ?? '')
  if (word.length < SHORTEST || known.has(word)) return word
  const bare = word.replace(PREFIX, '')
  return known.has(bare) ? bare : bare.replace(SUFFIX, '')
}
