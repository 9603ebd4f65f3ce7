/**
 * Chinese names of persons in other spellings than pinyin: Wade-Giles as Taiwan uses it ("Chang Chih-ming"), and the Cantonese
 * of Hong Kong ("Chan Chi Wai"). Each syllable gives the pinyin syllables that it may stand for; a name is read so only when it
 * has a Chinese family name and nothing but such syllables.
 */

import CANTONESE from '#main/screening/words/cantonese-syllables.json' with { type: 'json' }
import SURNAMES from '#main/screening/words/chinese-surnames.json' with { type: 'json' }
import { pinyinSyllableList } from './pinyin-syllables.ts'

const MOST_READINGS = 24
const surnames = new Map<string, string[]>(Object.entries(SURNAMES))
const cantonese = new Map<string, string[]>(Object.entries(CANTONESE).map(([syllable, readings]) => [syllable, readings.split(' ')]))
const wadeGiles = new Map<string, string[]>()
for (const pinyin of pinyinSyllableList) {
  const syllable = wadeGilesOf(pinyin)
  const known = wadeGiles.get(syllable)
  if (known === undefined) wadeGiles.set(syllable, [pinyin])
  else known.push(pinyin)
}

/** A pinyin syllable in Wade-Giles without its marks, as lists write it. */
export function wadeGilesOf(pinyin: string): string {
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(pinyin) ?? []
  if (initial === 'y') return ({ an: 'yen', e: 'yeh', i: 'i', ou: 'yu', ong: 'yung', ue: 'yueh' } as Record<string, string>)[final] ?? pinyin
  if (final === 'i' && 'zh ch sh r'.split(' ').includes(initial)) return `${{ zh: 'ch', ch: 'ch', sh: 'sh', r: 'j' }[initial]}ih`
  if (final === 'i' && 'zcs'.includes(initial) && initial !== '') return initial === 's' ? 'ssu' : 'tzu'
  const first =
    ({ b: 'p', d: 't', g: 'k', j: 'ch', q: 'ch', x: 'hs', zh: 'ch', ch: 'ch', r: 'j', z: 'ts', c: 'ts' } as Record<string, string>)[initial] ?? initial
  let last = final.replace(/^ian$/, 'ien').replace(/^ie$/, 'ieh').replace(/ong$/, 'ung').replace(/^v/, 'u').replace(/^ue$/, 'ueh')
  if (last === 'uo' && !['g', 'k', 'h', 'sh', ''].includes(initial)) last = 'o'
  if (last === 'e' && ['g', 'k', 'h', ''].includes(initial)) last = 'o'
  if (last === 'ui' && ['g', 'k'].includes(initial)) last = 'uei'
  return first + last
}

/** Signs that pinyin has not. */
const MARKED = /[-'’‘`ʻʼü]/iu
const isPinyin = new Set(pinyinSyllableList)

/**
 * The family name and the given name with all their readings, for each word that may be the family name; nothing when the words are no such name. `text` is the name
 * as it was written, perhaps with apostrophes, hyphens or umlauts, which pinyin has not.
 */
export function chineseReadings(words: readonly string[], text: string): string[][][] {
  const orders = familyFirst(words, surnames)
  if (orders.length === 0) return []
  const asPinyin = !MARKED.test(text) && words.every((word) => isPinyin.has(word))
  return orders.flatMap(([family, ...given]) => {
    // In pinyin already, unless no family is called so in pinyin ("Chan").
    if (asPinyin && (surnames.get(family) as string[]).includes(family)) return []
    const readings = [...new Set([wadeGiles, cantonese].flatMap((spelling) => readingsOf(given, spelling)))]
    return readings.length === 0
      ? []
      : [
          [
            [family, ...(surnames.get(family) as string[])],
            [given.join(''), ...readings.slice(0, MOST_READINGS)],
          ],
        ]
  })
}

const NO_ORDERS: [string, ...string[]][] = []

/** Two or three words with a family name in front, from either end where one stands. */
export function familyFirst(words: readonly string[], families: ReadonlyMap<string, unknown>): [string, ...string[]][] {
  if (words.length < 2 || words.length > 3 || !(families.has(words[0] as string) || families.has(words.at(-1) as string))) return NO_ORDERS
  const orders: [string, ...string[]][] = []
  if (families.has(words[0] as string)) orders.push([...words] as [string, ...string[]])
  if (families.has(words.at(-1) as string)) orders.push([words.at(-1) as string, ...words.slice(0, -1)])
  return orders
}

function readingsOf(given: readonly string[], spelling: ReadonlyMap<string, string[]>): string[] {
  let readings = ['']
  for (const syllable of given) {
    const own = spelling.get(syllable)
    if (own === undefined) return []
    readings = readings.flatMap((before) => own.map((one) => before + one))
  }
  return readings
}
