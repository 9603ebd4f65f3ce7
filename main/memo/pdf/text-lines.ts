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

/** A paragraph with the face of each of its code units. */
type Paragraph = { text: string; faces: Face[]; style: TextStyle }

/** Characters that steer the direction or the joining of text without being seen; in a memo they are shown by number. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u
const MARK = /^\p{M}/u
const HEX = /^[0-9a-fA-F]{32,}$/
/** After these a long code may be broken without misreading. */
const SOFT = new Set(['.', '/', '-', '_', ':', ',', ';', ')', '=', '&', '?'])
/** Signs that a Chinese face draws as wide as a Chinese character; between Latin letters another face draws them narrow. */
const WIDE = new Set('“”‘’…·§±×÷¶•')
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Sets text into lines no wider than `width` points; a line feed starts a new line, empty text is one empty line. */
export function breakLines(text: string, style: TextStyle, width: number, faces: Faces): Line[] {
  const choose = faces[style.weight]
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((paragraph) => paragraphLines(inFaces(visible(paragraph, choose), style, choose), width))
}

/** Whether the text has a character that no face can show. */
export function lacksShape(text: string, style: TextStyle, faces: Faces): boolean {
  const characters = text.normalize('NFC').replace(/[\t\r\n]/g, '')
  return visible(characters, faces[style.weight]) !== characters
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

/** Each character in the first face that has it; a mark in the face of its letter, a wide sign by its neighbours. */
function inFaces(text: string, style: TextStyle, choose: readonly Face[]): Paragraph {
  const faces: Face[] = []
  const characters = [...text]
  const isChinese = (i: number) => CHINESE.test(characters[i] ?? '')
  for (const [i, character] of characters.entries()) {
    const code = character.codePointAt(0) ?? 0
    const before = faces.at(-1)
    const narrow = WIDE.has(character) && !style.fixed && !isChinese(i - 1) && !isChinese(i + 1)
    const has = ({ font }: Face) => font.hasShape(code)
    const face = before !== undefined && MARK.test(character) && has(before) ? before : ((narrow ? choose.slice(1).find(has) : undefined) ?? choose.find(has))
    if (face === undefined) throw new Error(`no face has a shape for U+${code.toString(16)}`)
    for (let unit = 0; unit < character.length; unit++) faces.push(face)
  }
  return { text, faces, style }
}

function paragraphLines(paragraph: Paragraph, width: number): Line[] {
  const lines: Line[] = []
  let from = 0
  let to = 0
  let used = 0
  const end = () => {
    lines.push(lineOf(paragraph, from, to))
    from = to
    used = 0
  }
  for (const stop of stops(paragraph.text)) {
    const whole = measure(paragraph, to, stop)
    const seen = measure(paragraph, to, trimmed(paragraph.text, to, stop))
    if (used > 0 && used + seen > width) end()
    if (seen > width) {
      for (const piece of pieces(paragraph, to, stop, width)) {
        if (from < to) end()
        to = piece
      }
      used = measure(paragraph, from, to)
    } else {
      to = stop
      used += whole
    }
  }
  if (from < to || lines.length === 0) end()
  return lines
}

/** Where a line may end, by the rules of Unicode and around quotation marks in Chinese. */
function* stops(text: string): Generator<number> {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    for (let at = from + 1; at < found.position; at++) if (atChineseQuotation(text.charAt(at - 1), text.charAt(at))) yield at
    from = found.position
    yield from
  }
}

/** The same marks open and close in every script, so that the rules of Unicode keep them to both sides; Chinese does not. */
const atChineseQuotation = (before: string, after: string): boolean =>
  (/[“‘]/.test(after) && CHINESE.test(before) && !/[（《〈【「『]/.test(before)) || (/[”’]/.test(before) && /\p{Script=Han}/u.test(after))

/** Where each part of a word ends that fits a line: hashes in equal parts, codes after a sign, else where the line is full. */
function pieces(paragraph: Paragraph, start: number, stop: number, width: number): number[] {
  const ends = clusterEnds(paragraph.text, start, stop)
  const found: number[] = []
  const end = trimmed(paragraph.text, start, stop)
  if (HEX.test(paragraph.text.slice(start, end))) {
    const fit = Math.max(1, Math.floor(width / measure(paragraph, start, start + 1)))
    const size = 2 ** Math.floor(Math.log2(fit))
    for (let i = start + size; i < end; i += size) found.push(i)
    return [...found, stop]
  }
  let from = start
  let next = 0
  while (next < ends.length) {
    let used = 0
    let soft = -1
    const first = next
    for (; next < ends.length; next++) {
      const [begin, finish] = [next === 0 ? start : (ends[next - 1] ?? start), ends[next] ?? stop]
      const wide = measure(paragraph, begin, finish)
      if (next > first && used + wide > width) break
      used += wide
      if (SOFT.has(paragraph.text.charAt(finish - 1))) soft = next + 1
    }
    if (next < ends.length && soft - first >= (next - first) / 2) next = soft
    from = ends[next - 1] ?? stop
    found.push(from)
  }
  return found
}

/** Where each character with the marks that belong to it ends. */
function clusterEnds(text: string, start: number, stop: number): number[] {
  const ends: number[] = []
  let at = start
  for (const character of text.slice(start, stop)) {
    at += character.length
    if (MARK.test(character) && ends.length > 0) ends[ends.length - 1] = at
    else ends.push(at)
  }
  return ends
}

/** The end of a stretch without its trailing spaces, which take no room at the end of a line. */
function trimmed(text: string, from: number, to: number): number {
  let end = to
  while (end > from && text.charAt(end - 1) === ' ') end--
  return end
}

function lineOf(paragraph: Paragraph, from: number, to: number): Line {
  const end = trimmed(paragraph.text, from, to)
  return { runs: runsOf(paragraph, from, end), width: measure(paragraph, from, end) }
}

function measure(paragraph: Paragraph, from: number, to: number): number {
  const { size, fixed } = paragraph.style
  return runsOf(paragraph, from, to).reduce((sum, { face, text }) => sum + (face.font.width(text, fixed) * size) / 1000, 0)
}

function runsOf({ text, faces }: Paragraph, from: number, to: number): Run[] {
  const runs: Run[] = []
  for (let at = from; at < to; ) {
    const face = faces[at]
    if (face === undefined) throw new Error('a line reaches past its paragraph')
    let end = at + 1
    while (end < to && faces[end] === face) end++
    runs.push({ face, text: text.slice(at, end) })
    at = end
  }
  return runs
}
