/**
 * How the trade name of a Chinese firm may sound in Latin letters: by pinyin, as Taiwan writes it (鑫茂 is Hsin Mao), in the Cantonese of Hong Kong
 * (兴达 is Hing Tat), and with the end of a word of the trade behind it (欧锐激光 is OreeLaser).
 */
import CANTONESE from '#main/screening/words/cantonese-characters.json' with { type: 'json' }
import ENDS from '#main/screening/words/trade-name-ends.json' with { type: 'json' }
import { wadeGilesOf } from './chinese-spellings.ts'
import { syllablesOf } from './han-pinyin.ts'
import { spelledSyllables, transcription } from './transcribed-sounds.ts'

const cantonese = new Map<string, string[]>(Object.entries(CANTONESE).map(([han, readings]) => [han, readings.split(' ')]))
/** What a word of the trade is at the end of a trade name, by its sound as `transcription` has it (`tek` for "tech"). */
const ends = new Map<string, string[]>(Object.entries(ENDS).map(([word, sounds]) => [word, sounds.split(' ')]))
/** Characters of a name that may transcribe a foreign one; more of them are words that are not known. */
const SHORTEST = 2
const LONGEST = 8
/** Characters of a name that Hong Kong and Taiwan write syllable by syllable. */
const LONGEST_APART = 3
const MOST_ENDS = 2
const MOST_CANTONESE = 4

/** The sounds of a trade name; `trade` are the English words that stand behind it, the nearest first. */
export function soundsOfTradeName(han: string, trade: readonly string[]): string[] {
  const characters = [...han]
  if (characters.length < SHORTEST || characters.length > LONGEST) return []
  const syllables = syllablesOf(han)
  const spellings = characters.length > LONGEST_APART ? [] : [syllables.map(wadeGilesOf), ...cantoneseOf(characters)]
  const endings = trade.flatMap((word) => ends.get(word) ?? [])
  return [
    ...new Set([
      transcription(syllables),
      ...spellings.map(spelledSyllables),
      ...[...new Set(endings)].slice(0, MOST_ENDS).map((ending) => transcription(syllables, ending)),
    ]),
  ]
}

/** The readings of characters of which each has one. */
function cantoneseOf(characters: readonly string[]): string[][] {
  let found: string[][] = [[]]
  for (const character of characters) {
    const readings = cantonese.get(character) ?? []
    found = found.flatMap((before) => readings.map((reading) => [...before, reading])).slice(0, MOST_CANTONESE)
  }
  return found
}
