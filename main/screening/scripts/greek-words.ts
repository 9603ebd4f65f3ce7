/** Words of trades and offices in Greek in English, whatever their ending and accents. */
import WORDS from '#main/screening/words/greek-words.json' with { type: 'json' }

const stems = new Map<string, string[]>(Object.entries(WORDS).map(([stem, english]) => [stem, english.split('/')]))
const SHORTEST_STEM = 3
const ENDINGS = new Set([
  ...['', 'ο', 'οσ', 'ου', 'οι', 'ον', 'ουσ', 'ων', 'α', 'ασ', 'η', 'ησ', 'ε', 'εσ', 'ι', 'ισ', 'υ', 'υσ', 'ω', 'ωσ', 'ωντασ', 'εια', 'ειασ'],
  ...['ιο', 'ιου', 'ια', 'ιασ', 'ιεσ', 'ιων', 'ιοι', 'ιουσ', 'ιον', 'εωσ', 'εων', 'εισ', 'ει', 'ιν', 'ια'],
  ...['τα', 'τοσ', 'των', 'τεσ', 'μα', 'ματοσ', 'ματα', 'ματων', 'ων', 'εσ'],
])

/** The English words for a word in Greek letters, the usual one first; nothing for names. */
export function greekTradeWord(written: string): string[] | undefined {
  const word = written.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ς', 'σ')
  for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
    const english = stems.get(word.slice(0, length))
    if (english !== undefined && ENDINGS.has(word.slice(length))) return english
  }
  return undefined
}
