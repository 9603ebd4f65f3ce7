/**
 * The words of all indexed names and how to find every one that is alike to a given word without comparing it with each: by
 * spelling, by sound and by pieces. A word is cut into one piece more than slips are allowed, with a letter left out between the
 * pieces, so that each slip (a swap of neighbours too) spoils at most one piece and another one stands whole in any word alike.
 */

import { isPinyinSkeleton, latinSieveOf, passes, skeletonOf, skeletonsOf } from '#main/screening/scripts/transcribed-sounds.ts'
import { consonantSounds } from '#main/screening/scripts/written-without-vowels.ts'
import { append } from './append.ts'
import { HashedNumbers, HashRows, hashOf } from './hash-rows.ts'
import { editsAllowed, SHORTEST_SOUND, slipsInSound, type Word, wordOf, wordsAlike } from './similarity.ts'
import { LETTERS_COUNTED, LetterRow, lettersMissing, lettersOf, lettersTwiceIn, mayDifferBy, slipsFrom } from './slips.ts'

/** The different words of all names, numbered as they are met. */
export type NumberedWords = { words: Word[]; idOf: Map<string, number> }

export type Vocabulary = NumberedWords & {
  spellings: HashRows
  /** Words by their sound, with the letters of the word with its vowels in one spelling. */
  sounds: Lettered
  /** Words written without vowels, by each sound that they may have. */
  consonants: Map<string, number[]>
  transcriptions: Transcriptions
  /** Latin words by their skeleton, worked out for the first such sound that is looked for. */
  skeletons: Lettered | undefined
  pieces: Pieces
  /** The letters of the words that may be alike to others by them, and the same with their vowels in one spelling. */
  texts: LetterRow
  vowels: LetterRow
  /** Marks of the words that a search has met, cleared after it. */
  met: Uint8Array
  remembered: Map<string, AlikeWord[]>
}
export type AlikeWord = { id: number; alike: number }

/** Words by a key, and beside each its letters, by which most are passed over. */
type Lettered = { rows: HashRows; letters: Int32Array }

/** Words by a piece of them, also with the letters that they have more than once. */
type Pieces = Lettered & { twice: Int32Array }

/** The sounds of Chinese characters, by the skeletons of the Latin words that they may stand for, with the letters that these begin with and have. */
type Transcriptions = { rows: HashRows; firsts: Int32Array; allowed: Int32Array }

const MOST_REMEMBERED = 20_000
/** No words yet. */
export const noWords = (): NumberedWords => ({ words: [], idOf: new Map() })

/** The id of a word, given on first sight. */
export function wordId({ words, idOf }: NumberedWords, text: string): number {
  const known = idOf.get(text)
  if (known !== undefined) return known
  const id = words.length
  words.push(wordOf(text))
  idOf.set(text, id)
  return id
}

/** Makes the words findable by what they are alike to. */
export function vocabularyOf({ words, idOf }: NumberedWords): Vocabulary {
  const spellings = new HashedNumbers()
  const sounds = new HashedNumbers()
  const consonants = new Map<string, number[]>()
  const transcriptions = new HashedNumbers()
  words.forEach((word, id) => {
    if (word.consonants) for (const sound of consonantSounds(word.text)) append(consonants, sound, id)
    if (word.transcribed) for (const skeleton of skeletonsOf(word.text)) transcriptions.add(hashOf(skeleton), id)
    if (word.spelling !== '') spellings.add(hashOf(word.spelling), id)
    // Short words too: a script without vowels may write them with a single consonant.
    if (word.sound !== '') sounds.add(hashOf(word.sound), id)
  })
  return {
    words,
    idOf,
    spellings: new HashRows(spellings),
    sounds: lettered(
      sounds,
      Int32Array.from(words, ({ vowels }) => lettersOf(vowels)),
    ),
    consonants,
    transcriptions: transcriptionsIn(words, transcriptions),
    skeletons: undefined,
    pieces: piecesOf(words),
    texts: new LetterRow(words.map(({ text, mayDiffer }) => (mayDiffer ? text : ''))),
    vowels: new LetterRow(words.map(({ vowels }) => vowels)),
    met: new Uint8Array(words.length),
    remembered: new Map(),
  }
}

function lettered(numbers: HashedNumbers, lettersOfWord: Int32Array): Lettered {
  const rows = new HashRows(numbers)
  return { rows, letters: rowOf(rows, lettersOfWord) }
}

/** Figures of words in the order of a row of words. */
function rowOf({ numbers }: HashRows, figures: Int32Array): Int32Array {
  const row = new Int32Array(numbers.length)
  for (let at = 0; at < numbers.length; at += 1) row[at] = figures[numbers[at] as number] as number
  return row
}

function piecesOf(words: readonly Word[]): Pieces {
  const pieces = new HashedNumbers()
  words.forEach(({ text, mayDiffer }, id) => {
    if (!mayDiffer) return
    const starts = layoutOf(text.length)
    for (let piece = 0; piece < starts.length; piece += 1)
      pieces.add(pieceHash(text, starts[piece] as number, text.length, piece, pieceSize(text.length, piece, starts)), id)
  })
  const { rows, letters } = lettered(
    pieces,
    Int32Array.from(words, ({ text }) => lettersOf(text)),
  )
  return {
    rows,
    letters,
    twice: rowOf(
      rows,
      Int32Array.from(words, ({ text }) => lettersTwiceIn(text)),
    ),
  }
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

/** The hash of a piece of a word of `length` letters whose letters stand in `word` at `at`. */
function pieceHash(word: string, at: number, length: number, piece: number, size: number): number {
  let hash = Math.imul(length * 8 + piece + 1, 0x9e3779b1)
  for (let index = at; index < at + size; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash ^ (hash >>> 15)
}

const pieceSize = (length: number, piece: number, starts: number[]): number =>
  (piece + 1 < starts.length ? (starts[piece + 1] as number) - 1 : length) - (starts[piece] as number)

/** Every indexed word alike to `text`, itself included, best first. */
export function alikeWords(vocabulary: Vocabulary, text: string): AlikeWord[] {
  const remembered = vocabulary.remembered.get(text)
  if (remembered !== undefined) return remembered
  const { met } = vocabulary
  const exact = vocabulary.idOf.get(text)
  const word = exact === undefined ? wordOf(text) : (vocabulary.words[exact] as Word)
  const ids: number[] = []
  const add = (some: readonly number[] | undefined): void => {
    for (const id of some ?? []) meet(met, ids, id)
  }
  if (exact !== undefined) meet(met, ids, exact)
  if (word.spelling !== '') add(vocabulary.spellings.of(word.spelling))
  if (word.sound !== '') add(vocabulary.consonants.get(word.sound))
  if (word.consonants)
    for (const sound of consonantSounds(text)) {
      add(vocabulary.sounds.rows.of(sound))
      add(vocabulary.consonants.get(sound))
    }
  if (word.transcribed) addWordsTranscribed(vocabulary, text, ids)
  if (word.mayDiffer) add(transcriptionsOf(vocabulary, text))
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

function meet(met: Uint8Array, ids: number[], id: number): void {
  if (met[id] === 1) return
  met[id] = 1
  ids.push(id)
}

function transcriptionsIn(words: readonly Word[], numbered: HashedNumbers): Transcriptions {
  const rows = new HashRows(numbered)
  const firsts = new Int32Array(rows.numbers.length)
  const allowed = new Int32Array(rows.numbers.length)
  rows.numbers.forEach((id, at) => {
    const sieve = latinSieveOf((words[id] as Word).text)
    firsts[at] = sieve.firsts
    allowed[at] = sieve.allowed
  })
  return { rows, firsts, allowed }
}

/** The sounds of Chinese characters in the index that may be alike to a Latin word. */
function transcriptionsOf({ transcriptions, words }: Vocabulary, text: string): number[] {
  const { rows, firsts, allowed } = transcriptions
  const found: number[] = []
  const skeleton = rows.numbers.length === 0 ? '' : skeletonOf(text)
  if (skeleton === '') return found
  if (isPinyinSkeleton(skeleton)) return rows.of(skeleton)
  const hash = hashOf(skeleton)
  const first = lettersOf(text.slice(0, 1))
  const letters = lettersOf(text)
  const end = rows.end(hash)
  for (let at = rows.first(hash); at < end; at += 1) {
    // Most are passed over by what stands in the rows, before their sound is fetched.
    if (rows.hashes[at] !== hash || ((firsts[at] as number) & first) === 0 || (letters & ~(allowed[at] as number)) !== 0) continue
    const id = rows.numbers[at] as number
    if (passes(latinSieveOf((words[id] as Word).text), first, letters)) found.push(id)
  }
  return found
}

function skeletonsIn(vocabulary: Vocabulary): Lettered {
  const { words } = vocabulary
  if (vocabulary.skeletons !== undefined) return vocabulary.skeletons
  const skeletons = new HashedNumbers()
  words.forEach(({ text, mayDiffer }, id) => {
    const skeleton = mayDiffer ? skeletonOf(text) : ''
    if (skeleton !== '') skeletons.add(hashOf(skeleton), id)
  })
  vocabulary.skeletons = lettered(
    skeletons,
    Int32Array.from(words, ({ text }) => lettersOf(text)),
  )
  return vocabulary.skeletons
}

/** Latin words that the sound of Chinese characters may stand for. */
function addWordsTranscribed(vocabulary: Vocabulary, sound: string, ids: number[]): void {
  const { met, texts } = vocabulary
  const sieve = latinSieveOf(sound)
  const { rows, letters } = skeletonsIn(vocabulary)
  for (const skeleton of skeletonsOf(sound)) {
    const hash = hashOf(skeleton)
    const end = rows.end(hash)
    const inPinyin = isPinyinSkeleton(skeleton)
    for (let at = rows.first(hash); at < end; at += 1) {
      const id = rows.numbers[at] as number
      const first = texts.letters[texts.start[id] as number] as number
      if (rows.hashes[at] === hash && (inPinyin || passes(sieve, 1 << first, letters[at] as number))) meet(met, ids, id)
    }
  }
}

/** The indexed words without vowels, and sounds of Chinese characters, that are alike to a word in Latin letters. */
export function alikeConsonants(vocabulary: Vocabulary, text: string): AlikeWord[] {
  const word = wordOf(text)
  return [...(vocabulary.consonants.get(word.sound) ?? []), ...transcriptionsOf(vocabulary, text)]
    .map((id) => ({ id, alike: wordsAlike(word, vocabulary.words[id] as Word) }))
    .filter(({ alike }) => alike > 0)
}

/** Words of the same sound whose vowels are not too many more or fewer. */
function addWordsOfSound({ sounds, vowels, met }: Vocabulary, word: Word, ids: number[]): void {
  if (word.sound.length < SHORTEST_SOUND) return
  const { rows, letters: others } = sounds
  const hash = hashOf(word.sound)
  const end = rows.end(hash)
  const most = slipsInSound(word.sound)
  const letters = lettersOf(word.vowels)
  const { length } = word.vowels
  const slips = length <= LETTERS_COUNTED ? slipsFrom(word.vowels, vowels) : undefined
  for (let at = rows.first(hash); at < end; at += 1) {
    if (rows.hashes[at] !== hash || !mayDifferBy(letters, others[at] as number, most)) continue
    const id = rows.numbers[at] as number
    const other = vowels.lengthOf(id)
    if (met[id] === 1 || other === 0 || Math.abs(other - length) > most || (slips !== undefined && slips(id) > most)) continue
    met[id] = 1
    ids.push(id)
  }
}

function addWordsWithAPiece({ pieces, met, texts }: Vocabulary, word: string, ids: number[]): void {
  const own = lettersOf(word)
  const ownTwice = lettersTwiceIn(word)
  const { rows, letters, twice } = pieces
  const slips = word.length <= LETTERS_COUNTED ? slipsFrom(word, texts) : undefined
  for (let length = word.length - 3; length <= word.length + 3; length += 1) {
    const most = editsAllowed(Math.min(word.length, length))
    const longer = word.length - length
    if (most === 0 || Math.abs(longer) > most) continue
    // What one word is longer by is left out of it and brings no letter.
    const mostLost = most - Math.max(0, -longer)
    const mostNew = most - Math.max(0, longer)
    const starts = layoutOf(length)
    for (let piece = 0; piece < starts.length; piece += 1) {
      const from = starts[piece] as number
      const size = pieceSize(length, piece, starts)
      for (let shift = -most; shift <= most; shift += 1) {
        const at = from + shift
        // What is put in or left out before the piece and behind it are all slips.
        if (Math.abs(shift) + Math.abs(longer - shift) > most || at < 0 || at + size > word.length) continue
        const hash = pieceHash(word, at, length, piece, size)
        const end = rows.end(hash)
        for (let place = rows.first(hash); place < end; place += 1) {
          if (rows.hashes[place] !== hash) continue
          const lost = lettersMissing(own, letters[place] as number)
          if (lost > mostLost) continue
          const gained = lettersMissing(letters[place] as number, own)
          if (gained > mostNew) continue
          if (lost + lettersMissing(ownTwice, twice[place] as number) > mostLost || gained + lettersMissing(twice[place] as number, ownTwice) > mostNew)
            continue
          const id = rows.numbers[place] as number
          if (met[id] === 1 || (slips !== undefined && slips(id) > most)) continue
          met[id] = 1
          ids.push(id)
        }
      }
    }
  }
}
