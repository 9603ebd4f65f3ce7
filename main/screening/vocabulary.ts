/**
 * The words of all indexed names and how to find every one that is alike to a given word without comparing it with each: by
 * spelling, by sound and by pieces. A word is cut into one piece more than slips are allowed, with a letter left out between the
 * pieces, so that each slip (a swap of neighbours too) spoils at most one piece and another one stands whole in any word alike.
 */
import { editsAllowed, type Word, wordOf, wordsAlike } from './similarity.ts'
import { consonantSounds } from './written-without-vowels.ts'

export type Vocabulary = {
  words: Word[]
  idOf: Map<string, number>
  spellings: Map<string, number[]>
  sounds: Map<string, number[]>
  /** Words written without vowels, by each sound that they may have. */
  consonants: Map<string, number[]>
  /** Word ids by length, piece and letters of the piece; behind each id the letters of the word, a bit for each. */
  pieces: Map<number, number[]>
  /** Marks of the words that a search has met, cleared after it. */
  met: Uint8Array
  remembered: Map<string, AlikeWord[]>
}
export type AlikeWord = { id: number; alike: number }

const MOST_REMEMBERED = 20_000
const PIECE = 3
const BASE = 27
const MOST_PIECES = 4

/** An empty vocabulary. */
export const newVocabulary = (): Vocabulary => ({
  words: [],
  idOf: new Map(),
  spellings: new Map(),
  sounds: new Map(),
  consonants: new Map(),
  pieces: new Map(),
  met: new Uint8Array(0),
  remembered: new Map(),
})

/** The id of a word, given on first sight. */
export function wordId(vocabulary: Vocabulary, text: string): number {
  const known = vocabulary.idOf.get(text)
  if (known !== undefined) return known
  const id = vocabulary.words.length
  const word = wordOf(text)
  vocabulary.words.push(word)
  vocabulary.idOf.set(text, id)
  if (word.consonants) for (const sound of consonantSounds(text)) append(vocabulary.consonants, sound, id)
  if (word.spelling !== '') append(vocabulary.spellings, word.spelling, id)
  // Short words too: a script without vowels may write them with a single consonant.
  if (word.sound !== '') append(vocabulary.sounds, word.sound, id)
  if (word.mayDiffer) {
    const starts = layoutOf(text.length)
    const letters = lettersOf(text)
    for (let piece = 0; piece < starts.length; piece += 1) {
      const key = pieceKey(text, starts[piece] as number, text.length, piece, pieceSize(text.length, piece, starts))
      append(vocabulary.pieces, key, id)
      append(vocabulary.pieces, key, letters)
    }
  }
  return id
}

function append<Key>(map: Map<Key, number[]>, key: Key, id: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [id])
  else list.push(id)
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << ((word.charCodeAt(index) - 97) & 31)
  return letters
}

const layouts: number[][] = []

/** Where the pieces of a word of this length start; each ends a letter before the next one. */
function layoutOf(length: number): number[] {
  const known = layouts[length]
  if (known !== undefined) return known
  const count = editsAllowed(length) + 1
  const room = length - (count - 1)
  const starts: number[] = []
  let start = 0
  for (let piece = 0; piece < count; piece += 1) {
    starts.push(start)
    start += Math.floor(room / count) + (piece < room % count ? 1 : 0) + 1
  }
  layouts[length] = starts
  return starts
}

/** The key of a piece of a word of `length` letters whose letters stand in `word` at `at`. */
function pieceKey(word: string, at: number, length: number, piece: number, size: number): number {
  let key = length * MOST_PIECES + piece
  for (let index = 0; index < PIECE; index += 1) key = key * BASE + (index < size ? word.charCodeAt(at + index) - 96 : 0)
  return key
}

const pieceSize = (length: number, piece: number, starts: number[]): number =>
  Math.min(PIECE, (piece + 1 < starts.length ? (starts[piece + 1] as number) - 1 : length) - (starts[piece] as number))

/** Every indexed word alike to `text`, itself included, best first. */
export function alikeWords(vocabulary: Vocabulary, text: string): AlikeWord[] {
  const remembered = vocabulary.remembered.get(text)
  if (remembered !== undefined) return remembered
  if (vocabulary.met.length < vocabulary.words.length) vocabulary.met = new Uint8Array(vocabulary.words.length)
  const { met } = vocabulary
  const word = wordOf(text)
  const ids: number[] = []
  const add = (some: readonly number[] | undefined): void => {
    for (const id of some ?? []) {
      if (met[id] === 1) continue
      met[id] = 1
      ids.push(id)
    }
  }
  const exact = vocabulary.idOf.get(text)
  if (exact !== undefined) add([exact])
  if (word.spelling !== '') add(vocabulary.spellings.get(word.spelling))
  if (word.sound !== '') add(vocabulary.consonants.get(word.sound))
  if (word.consonants)
    for (const sound of consonantSounds(text)) {
      add(vocabulary.sounds.get(sound))
      add(vocabulary.consonants.get(sound))
    }
  if (word.mayDiffer) {
    addWordsOfSound(vocabulary, word, ids)
    addWordsWithAPiece(vocabulary, text, ids)
  }
  const found: AlikeWord[] = []
  for (const id of ids) {
    met[id] = 0
    const alike = wordsAlike(word, vocabulary.words[id] as Word)
    if (alike > 0) found.push({ id, alike })
  }
  found.sort((a, b) => b.alike - a.alike || a.id - b.id)
  if (vocabulary.remembered.size >= MOST_REMEMBERED) vocabulary.remembered.clear()
  vocabulary.remembered.set(text, found)
  return found
}

/** The indexed words without vowels that are alike to a word in Latin letters. */
export function alikeConsonants(vocabulary: Vocabulary, text: string): AlikeWord[] {
  const word = wordOf(text)
  return (vocabulary.consonants.get(word.sound) ?? [])
    .map((id) => ({ id, alike: wordsAlike(word, vocabulary.words[id] as Word) }))
    .filter(({ alike }) => alike > 0)
}

/** Words of the same sound whose vowels are not too many more or fewer. */
function addWordsOfSound({ words, sounds, met }: Vocabulary, word: Word, ids: number[]): void {
  for (const id of sounds.get(word.sound) ?? []) {
    const other = words[id] as Word
    if (met[id] === 1 || !other.mayDiffer || Math.abs(other.vowels.length - word.vowels.length) > 2) continue
    met[id] = 1
    ids.push(id)
  }
}

function addWordsWithAPiece({ pieces, met }: Vocabulary, word: string, ids: number[]): void {
  const letters = lettersOf(word)
  for (let length = word.length - 3; length <= word.length + 3; length += 1) {
    const most = editsAllowed(Math.min(word.length, length))
    const longer = word.length - length
    if (most === 0 || Math.abs(longer) > most) continue
    const starts = layoutOf(length)
    for (let piece = 0; piece < starts.length; piece += 1) {
      const start = starts[piece] as number
      const size = pieceSize(length, piece, starts)
      for (let shift = -most; shift <= most; shift += 1) {
        const at = start + shift
        // What is put in or left out before the piece and behind it are all slips.
        if (Math.abs(shift) + Math.abs(longer - shift) > most || at < 0 || at + size > word.length) continue
        const list = pieces.get(pieceKey(word, at, length, piece, size))
        if (list === undefined) continue
        for (let place = 0; place < list.length; place += 2) {
          // An exchange of a letter changes at most two of the bits.
          if (bitsOf((list[place + 1] as number) ^ letters) > 2 * most) continue
          const id = list[place] as number
          if (met[id] === 1) continue
          met[id] = 1
          ids.push(id)
        }
      }
    }
  }
}

function bitsOf(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
