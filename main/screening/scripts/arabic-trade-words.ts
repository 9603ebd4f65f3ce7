/** Words of trades and offices in Arabic and Persian in English, with or without the article, prefixes and the Persian plural. */
import WORDS from '#main/screening/words/arabic-trade-words.json' with { type: 'json' }
import { foldedArabic } from './arabic.ts'

const known = new Map<string, string[]>(Object.entries({ ...WORDS.words, ...WORDS.alsoNames }).map(([word, english]) => [word, english.split('/')]))
const names = new Set<string>(Object.keys(WORDS.alsoNames))
const SHORTEST = 2
/** "and", "for" and "by", with the article or without it. */
const PREFIX = /^(?:و?ال|و?لل|وب?ال|بال|ل|و)(?=.{3})/u
const SUFFIX = /(?<=.{4})(?:های|هایی|ها|ای|ی)$/u

/** Endings of the same word: feminine and plural ones, and those of adjectives of places and trades ("عراقي", "عراقية"). */
const FURTHER: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})$/u, 'ه'],
  [/(?<=.{3})ه$/u, ''],
  [/(?<=.{3})یه$/u, 'ی'],
  [/(?<=.{3})ات$/u, 'ه'],
  [/(?<=.{3})ات$/u, ''],
  [/(?<=.{3})یه?$/u, ''],
  [/(?<=.{3})ین$/u, ''],
  [/(?<=.{3})یین$/u, 'یه'],
]

/** The English words for a word in Arabic letters, the usual one first; nothing for names. */
export const arabicTradeWord = (written: string): string[] | undefined => known.get(keyOf(written).key)

/** Whether a word stands in the names of organisations and not in those of people. */
export function isOrganisationWord(written: string): boolean {
  const { key, sure } = keyOf(written)
  return sure && known.has(key) && !names.has(key)
}

/** A word without the article, "and", "for" and "by" where the dictionary has it without them. */
export function withoutPrefix(written: string): string {
  const word = foldedArabic(written)
  return known.has(word) ? written : written.replace(PREFIX, '')
}

/** The form of a word that the dictionary has, or the word itself; not `sure` when only another ending of it is known, as family names have them too. */
function keyOf(written: string): { key: string; sure: boolean } {
  const word = foldedArabic(written)
  if (word.length < SHORTEST || known.has(word)) return { key: word, sure: true }
  const bare = word.replace(PREFIX, '')
  if (known.has(bare)) return { key: bare, sure: true }
  const stem = bare.replace(SUFFIX, '')
  if (known.has(stem)) return { key: stem, sure: true }
  for (const [ending, by] of FURTHER) {
    const key = bare.replace(ending, by)
    if (key !== bare && known.has(key)) return { key, sure: false }
  }
  return { key: word, sure: true }
}
