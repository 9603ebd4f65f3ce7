/** Words of trades and offices in Russian and its neighbours, whatever their ending. */
import STEMS from '#main/screening/words/slavic-trade-words.json' with { type: 'json' }

const stems = new Map<string, string>(Object.entries(STEMS))
const SHORTEST = 4
/** How the stems begin, as far as the shortest one goes: most words begin otherwise. */
const shortestStem = Math.min(...[...stems.keys()].map((stem) => stem.length))
const beginnings = new Set([...stems.keys()].map((stem) => stem.slice(0, shortestStem)))
/** Endings of adjectives and nouns as they stand in names, in Latin letters of several standards. */
const ENDINGS = new Set(
  'yy yi yj iy ii ij y i aya aia yaya iaia oe oye oie ee eye ogo ego oy oi oj ey ei ykh ikh ie iye ye iya iia ya ia iyu yu oyu om em a u o e ov ev'.split(' '),
)
const LONGEST_ENDING = 4

/** The English word for a Russian word of a trade; nothing for any other word. */
export function slavicTradeWord(word: string): string | undefined {
  if (word.length < SHORTEST || !beginnings.has(word.slice(0, shortestStem))) return undefined
  const whole = stems.get(word)
  if (whole !== undefined) return whole
  for (let length = LONGEST_ENDING; length > 0; length -= 1) if (ENDINGS.has(word.slice(-length))) return stems.get(word.slice(0, -length))
  return undefined
}
