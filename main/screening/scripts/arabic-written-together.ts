/** Names in Arabic letters whose words are written together here and apart there. */
import { latinWords } from '#main/screening/latin-words.ts'
import { hasArabic } from './arabic.ts'
import { consonantsJoined } from './written-without-vowels.ts'

/** A name without vowels with two of its words written as one, as its Latin spelling may have them ("حمید رضا": "Hamidreza"). */
export function withNeighboursJoined(words: readonly string[]): string[][][] {
  const joined: string[][][] = []
  // Two words are a given name and a family name.
  if (words.length < 3) return joined
  for (let place = 0; place + 1 < words.length; place += 1) {
    const [first, second] = [words[place] as string, words[place + 1] as string]
    const both = consonantsJoined(first, second, place === 0 || place + 2 === words.length)
    if (both !== undefined) joined.push([...words.slice(0, place), both, ...words.slice(place + 2)].map((word) => [word]))
  }
  return joined
}

/** Frequent given names that are written together with the name behind them ("محمدديب"). */
const GIVEN_JOINED = /(?<!\p{L})(محمد|[اأ]حمد|[اأ]مجد)(?=\p{L}{3})/gu

/** A name in Arabic letters with such given names apart. */
export function withNamesApart(text: string): string[][][] {
  const apart = hasArabic(text) ? text.replace(GIVEN_JOINED, '$1 ') : text
  return apart === text ? [] : [latinWords(apart).map((word) => [word])]
}
