/**
 * The words of all indexed names and how to find those like a given word without comparing it with each: by groups of letters
 * that they share and by their sound.
 */
import { LEAST_ALIKE, soundOf, wordsAlike } from './similarity.ts'

export type Vocabulary = {
  words: string[]
  idOf: Map<string, number>
  /** Word ids by group of two letters. */
  pairs: Map<string, number[]>
  sounds: Map<string, number[]>
  counts: Uint8Array
  remembered: Map<string, AlikeWord[]>
}
export type AlikeWord = { id: number; alike: number }

const SHORTEST_FUZZY = 4
const MOST_REMEMBERED = 20_000

/** An empty vocabulary. */
export const newVocabulary = (): Vocabulary => ({
  words: [],
  idOf: new Map(),
  pairs: new Map(),
  sounds: new Map(),
  counts: new Uint8Array(0),
  remembered: new Map(),
})

/** The id of a word, given on first sight. */
export function wordId(vocabulary: Vocabulary, word: string): number {
  const known = vocabulary.idOf.get(word)
  if (known !== undefined) return known
  const id = vocabulary.words.length
  vocabulary.words.push(word)
  vocabulary.idOf.set(word, id)
  if (word.length >= SHORTEST_FUZZY && !/[0-9]/.test(word)) {
    for (const pair of pairsOf(word)) append(vocabulary.pairs, pair, id)
    const sound = soundOf(word)
    if (sound.length > 1) append(vocabulary.sounds, sound, id)
  }
  return id
}

function append(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [id])
  else list.push(id)
}

/** Groups of two letters with marks for beginning and end, each once. */
function pairsOf(word: string): Set<string> {
  const padded = `^${word}$`
  const pairs = new Set<string>()
  for (let index = 0; index + 1 < padded.length; index += 1) pairs.add(padded.slice(index, index + 2))
  return pairs
}

/** The indexed words like `word`, itself included. */
export function alikeWords(vocabulary: Vocabulary, word: string): AlikeWord[] {
  const remembered = vocabulary.remembered.get(word)
  if (remembered !== undefined) return remembered
  const found: AlikeWord[] = []
  const exact = vocabulary.idOf.get(word)
  if (exact !== undefined) found.push({ id: exact, alike: 1 })
  if (word.length >= SHORTEST_FUZZY && !/[0-9]/.test(word)) {
    if (vocabulary.counts.length < vocabulary.words.length) vocabulary.counts = new Uint8Array(vocabulary.words.length + 1024)
    const counts = vocabulary.counts
    const touched: number[] = []
    const pairs = pairsOf(word)
    for (const pair of pairs) {
      for (const id of vocabulary.pairs.get(pair) ?? []) {
        if (counts[id] === 0) touched.push(id)
        counts[id] = (counts[id] as number) + 1
      }
    }
    // One edit spoils at most three groups (a swap), so words further off than the allowed edits are not looked at.
    const most = word.length < 7 ? 2 : word.length < 11 ? 3 : 4
    const least = Math.max(2, pairs.size - 3 * most + 1, Math.ceil(pairs.size * 0.35))
    for (const id of touched) {
      const shared = counts[id] as number
      counts[id] = 0
      if (shared < least || id === exact) continue
      const alike = wordsAlike(word, vocabulary.words[id] as string)
      if (alike >= LEAST_ALIKE) found.push({ id, alike })
    }
    const sound = soundOf(word)
    if (sound.length > 1) {
      for (const id of vocabulary.sounds.get(sound) ?? []) {
        if (found.some((one) => one.id === id)) continue
        const alike = wordsAlike(word, vocabulary.words[id] as string)
        if (alike >= LEAST_ALIKE) found.push({ id, alike })
      }
    }
  }
  found.sort((a, b) => b.alike - a.alike || a.id - b.id)
  if (vocabulary.remembered.size >= MOST_REMEMBERED) vocabulary.remembered.clear()
  vocabulary.remembered.set(word, found)
  return found
}
