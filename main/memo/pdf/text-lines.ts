/**
 * Breaks text into lines of a width: by the Unicode rules for line breaks (which keep Chinese punctuation off the wrong
 * end), and inside words that are longer than a line. Every character is shown: one without a shape by its number.
 */
import LineBreaker from 'linebreak'
import type { Face, Faces, Weight } from './fonts.ts'

export type TextStyle = { weight: Weight; size: number; leading: number; color: string; fixed: boolean }
/** A stretch of a line in one face. */
export type Run = { face: Face; text: string }
export type Line = { runs: Run[]; width: number }

type Word = { text: string; width: number }

/** Characters that steer the direction or the joining of text without being seen; in a memo they are shown by number. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u
const MARK = /\p{M}/u
const HEX = /^[0-9a-fA-F]{32,}$/
/** After these a long code may be broken without misreading. */
const SOFT = new Set(['.', '/', '-', '_', ':', ',', ';', ')', '=', '&', '?'])

/** Sets text into lines no wider than `width` points; a line feed starts a new line, empty text is one empty line. */
export function breakLines(text: string, style: TextStyle, width: number, faces: Faces): Line[] {
  const choose = faces[style.weight]
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((paragraph) => paragraphLines(visible(paragraph, choose), style, width, choose))
}

/** Width of the widest line when nothing is broken. */
export function naturalWidth(text: string, style: TextStyle, faces: Faces): number {
  return Math.max(...breakLines(text, style, Number.POSITIVE_INFINITY, faces).map((line) => line.width))
}

/** The text with every character that no face can show replaced by its number, like `[U+0627]`. */
export function visible(text: string, faces: readonly Face[]): string {
  let shown = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (character === '\t') shown += ' '
    else if (!UNSEEN.test(character) && faces.some(({ font }) => font.hasShape(code))) shown += character
    else shown += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return shown
}

function paragraphLines(text: string, style: TextStyle, width: number, faces: readonly Face[]): Line[] {
  const lines: Line[] = []
  let line = ''
  let used = 0
  const end = () => {
    lines.push(lineOf(line.trimEnd(), style, faces))
    line = ''
    used = 0
  }
  for (const word of words(text, style, faces)) {
    if (used > 0 && used + word.width > width) end()
    if (word.width <= width) {
      line += word.text
      used += measure(word.text, style, faces)
      continue
    }
    for (const piece of pieces(word.text, style, width, faces)) {
      if (used > 0) end()
      line = piece
      used = measure(piece, style, faces)
    }
  }
  if (line !== '' || lines.length === 0) end()
  return lines
}

/** The text between two places where a line may end; a trailing space does not count as width. */
function* words(text: string, style: TextStyle, faces: readonly Face[]): Generator<Word> {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const word = text.slice(from, found.position)
    from = found.position
    yield { text: word, width: measure(word.trimEnd(), style, faces) }
  }
}

/** Parts of a word that each fit a line: hashes in equal parts, codes after a sign, anything else where the line is full. */
function pieces(word: string, style: TextStyle, width: number, faces: readonly Face[]): string[] {
  const found: string[] = []
  const letters = clusters(word)
  if (HEX.test(word.trimEnd())) {
    const fit = Math.max(1, Math.floor(width / measure('0', { ...style }, faces)))
    const size = 2 ** Math.floor(Math.log2(fit))
    for (let i = 0; i < letters.length; i += size) found.push(letters.slice(i, i + size).join(''))
    return found
  }
  let from = 0
  while (from < letters.length) {
    let to = from
    let used = 0
    let soft = 0
    while (to < letters.length) {
      const letter = letters[to] ?? ''
      const next = used + measure(letter, style, faces)
      if (to > from && next > width) break
      used = next
      to++
      if (SOFT.has(letter)) soft = to
    }
    if (to < letters.length && soft > from && soft - from >= (to - from) / 2) to = soft
    found.push(letters.slice(from, to).join(''))
    from = to
  }
  return found
}

/** Characters with the marks that belong to them. */
function clusters(text: string): string[] {
  const found: string[] = []
  for (const character of text) {
    const last = found.length - 1
    if (last >= 0 && MARK.test(character)) found[last] += character
    else found.push(character)
  }
  return found
}

function lineOf(text: string, style: TextStyle, faces: readonly Face[]): Line {
  const runs = runsOf(text, faces)
  return { runs, width: runsWidth(runs, style) }
}

function measure(text: string, style: TextStyle, faces: readonly Face[]): number {
  return runsWidth(runsOf(text, faces), style)
}

const runsWidth = (runs: readonly Run[], { size, fixed }: TextStyle): number =>
  runs.reduce((sum, { face, text }) => sum + (face.font.width(text, fixed) * size) / 1000, 0)

/** Splits a line where the face must change: each character in the first face that has it, marks with their letter. */
function runsOf(text: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const face = last !== undefined && MARK.test(character) && last.face.font.hasShape(code) ? last.face : faces.find(({ font }) => font.hasShape(code))
    if (face === undefined) throw new Error(`no face has a shape for U+${code.toString(16)}`)
    if (last !== undefined && last.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}
