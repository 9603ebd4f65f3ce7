/**
 * What a word tells about who is meant. A word that stands in many unrelated names ("technology", "trading") tells little, a
 * rare one tells all. The frequencies are counted over several official lists and are part of the program, so that a score is
 * the same on every machine and with every list.
 */
import { isNameInUse } from './names-in-use.ts'
import DESCRIBING from './words/describing-words.json' with { type: 'json' }
import FREQUENCY from './words/frequency.json' with { type: 'json' }

const frequency = new Map<string, number>(Object.entries(FREQUENCY.words))
const RARE = FREQUENCY.rare
const COMMON = FREQUENCY.common
const LEAST = 0.12
/** A frequent word that describes no trade is a given name or a family name, and these still tell people apart. */
const LEAST_OF_NAMES = 0.4
/** Words that describe a trade or a form of enterprise tell little however rare they are on the lists. */
const GENERIC_AT_MOST = 0.28
/** A place tells sister companies apart but is shared by many. */
const PLACE_AT_MOST = 0.42
/** A father's name is left out more often than written. */
const FATHERS_NAME = /..(?:[oeaiy]j?(?:vich|vitch|vych|vitsch|witsch|witch|wicz|vitj|vytj|vitsj|vits)|(?:ov|ev|ow|ew|iv)na|..(?:av|au|eu|ou)na)$/
/** The last letters of such names, each with those that stand before it: they are looked at first, for few words have them. */
const FATHERS_END: Readonly<Record<string, string>> = { h: 'c', z: 'c', j: 'ts', s: 't', a: 'n' }
const FATHERS_NAME_AT_MOST = 0.2
/** Colours and the like that are family names too stay names. */
const generic = new Set<string>(DESCRIBING.generic.filter((word) => !isNameInUse(word)))
const places = new Set<string>(DESCRIBING.places.filter((word) => !isNameInUse(word)))

/** Short words are more often alike by chance. */
const LENGTH_FACTOR = [0, 0.35, 0.55, 0.75, 0.88, 0.95]

const FIGURES = /^[0-9]+$/

/** Weight of a word from 0.05 to 1; `family` for one that has the form of a father's name and is a family name. */
export function wordWeight(word: string, family = false): number {
  if (FIGURES.test(word)) return word.length === 1 ? 0.6 : 0.9
  const count = frequency.get(word) ?? 0
  const told = count <= RARE ? 1 : count >= COMMON ? LEAST : 1 - ((1 - LEAST) * Math.log(count / RARE)) / Math.log(COMMON / RARE)
  const factor = LENGTH_FACTOR[word.length] ?? 1
  const most = generic.has(word) ? GENERIC_AT_MOST : places.has(word) ? PLACE_AT_MOST : !family && isFathersName(word) ? FATHERS_NAME_AT_MOST : undefined
  return most === undefined ? Math.max(0.05, Math.max(LEAST_OF_NAMES, told) * factor) : Math.max(0.05, Math.min(most, told * factor))
}

/** Whether a word describes a trade, a form of enterprise or a place rather than names somebody. */
export const isTradeWord = (word: string): boolean => generic.has(word) || places.has(word)

/** Whether the word is a father's name, as Russians and others have it between given and family name. */
export const isFathersName = (word: string): boolean => FATHERS_END[word.at(-1) ?? '']?.includes(word.at(-2) ?? ' ') === true && FATHERS_NAME.test(word)
