/** Framed blocks: the answer, notes, and the places for signing. A frame that is taller than the room goes on over the page. */
import type { MemoBlock } from '#main/memo/model/memo-document.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { Prepared } from './prepared.ts'
import { type Element, HAIRLINE, INK, QUIET, type Sheet } from './sheet.ts'
import { drawSymbol } from './symbols.ts'
import type { Line, TextStyle } from './text-lines.ts'
import { BODY, CELL, KEY, SENTENCE } from './type-styles.ts'

type Block<K extends MemoBlock['kind']> = Extract<MemoBlock, { kind: K }>
type Symbol = { verdict: Verdict | 'warning'; size: number; says: string }
/** One line of text in a frame, with the symbol that stands before the first line of its paragraph. */
type Piece = { line: Line; style: TextStyle; indent: number; above: number; symbol?: Symbol; paragraph: number; tag: string }

/** White space left and right inside a frame. */
const PAD = 10
/** `pad` is the white space above and below inside the frame. */
type Frame = { pad: number; weight: number; color: string }

export function prepareVerdict(sheet: Sheet, block: Block<'verdict'>, lang: Lang): Prepared {
  const width = sheet.width - 2 * PAD
  const pieces: Piece[] = []
  const add = (text: string, style: TextStyle, indent: number, above: number, tag: string, symbol?: Symbol) =>
    pieces.push(...paragraph(sheet, text, style, indent, width, above, pieces.length, tag, symbol))
  add(block.sentence, SENTENCE, 32, 0, 'P', { verdict: block.verdict, size: 22, says: verdictWords(block.verdict, lang) })
  for (const remark of block.remarks) add(remark, BODY.quiet, 32, 1, 'P')
  for (const [i, line] of block.lines.entries())
    add(line.text, BODY.text, 32, i === 0 ? 6 : 2, 'P', { verdict: line.verdict, size: 9.5, says: verdictWords(line.verdict, lang) })
  return prepareFrame(sheet, pieces, { pad: PAD, weight: 1.4, color: INK })
}

export function prepareNote(sheet: Sheet, block: Block<'note'>): Prepared {
  const width = sheet.width - 2 * PAD
  const warns = block.tone === 'warning'
  const indent = warns ? 24 : 0
  const symbol: Symbol | undefined = warns ? { verdict: 'warning', size: 14, says: '!' } : undefined
  const title = paragraph(sheet, block.title, BODY.strong, indent, width, 0, 0, 'P', symbol)
  const pieces = [...title, ...paragraph(sheet, block.text, CELL.text, indent, width, 1, title.length, 'P')]
  return prepareFrame(sheet, pieces, { pad: 6, weight: warns ? 1.2 : 0.6, color: warns ? INK : HAIRLINE })
}

function paragraph(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  indent: number,
  width: number,
  above: number,
  number: number,
  tag: string,
  symbol?: Symbol,
): Piece[] {
  return sheet.lines(text, style, width - indent).map((line, i) => ({
    line,
    style,
    indent,
    above: i === 0 ? above : 0,
    paragraph: number,
    tag,
    ...(i === 0 && symbol !== undefined ? { symbol } : {}),
  }))
}

function prepareFrame(sheet: Sheet, pieces: readonly Piece[], { pad, weight, color }: Frame): Prepared {
  const height = (some: readonly Piece[]) => some.reduce((sum, { style, above: gap }) => sum + style.leading + gap, 2 * pad)
  return {
    above: 6,
    lead: Math.min(height(pieces), 160),
    draw: (parent) => {
      const box = sheet.element(parent, 'Sect')
      const paragraphs = new Map<number, Element>()
      let rest = pieces
      while (rest.length > 0) {
        let fits = rest.length
        while (fits > 1 && height(rest.slice(0, fits)) > sheet.room) fits--
        const here = rest.slice(0, fits)
        sheet.frame(sheet.left, sheet.y, sheet.width, height(here), weight, color)
        let y = sheet.y + pad
        for (const piece of here) {
          y += piece.above
          drawPiece(sheet, box, paragraphs, piece, y)
          y += piece.style.leading
        }
        sheet.y = y + pad
        rest = rest.slice(fits)
        if (rest.length > 0) sheet.newPage()
      }
      sheet.y += 2
    },
  }
}

function drawPiece(sheet: Sheet, box: Element, paragraphs: Map<number, Element>, piece: Piece, y: number): void {
  const { symbol, style } = piece
  if (symbol !== undefined) {
    const figure = sheet.element(box, 'Figure', { alt: symbol.says })
    sheet.content(figure, 'Figure', () =>
      drawSymbol(sheet.doc, symbol.verdict, sheet.left + PAD + (22 - symbol.size) / 2, y + (style.leading - symbol.size) / 2, symbol.size),
    )
  }
  const element = paragraphs.get(piece.paragraph) ?? sheet.element(box, piece.tag)
  paragraphs.set(piece.paragraph, element)
  sheet.content(element, piece.tag, () => sheet.text([piece.line], style, sheet.left + PAD + piece.indent, y))
}

const FIELD = { label: 12, space: [20, 20, 42] }

export function prepareSignatures(sheet: Sheet, block: Block<'signatures'>): Prepared {
  const gap = 24
  const width = (sheet.width - gap * (block.parts.length - 1)) / block.parts.length
  const heightOf = (fields: readonly string[]) => fields.reduce((sum, _, i) => sum + FIELD.label + (FIELD.space[i] ?? 20), BODY.strong.leading + 6)
  const height = Math.max(...block.parts.map(({ fields }) => heightOf(fields)))
  return {
    above: 4,
    lead: height,
    draw: (parent) => {
      sheet.ensure(height)
      for (const [i, part] of block.parts.entries()) {
        const x = sheet.left + i * (width + gap)
        let y = sheet.y
        const section = sheet.element(parent, 'Sect')
        const put = (text: string, style: TextStyle, at: number) => {
          const lines = sheet.lines(text, style, width)
          sheet.content(sheet.element(section, 'P'), 'P', () => sheet.text(lines, style, x, at))
        }
        put(part.role, BODY.strong, y)
        y += BODY.strong.leading + 6
        for (const [j, field] of part.fields.entries()) {
          put(field, KEY, y)
          const space = FIELD.space[j] ?? 20
          if (j === 0 && part.name !== '') put(part.name, BODY.text, y + FIELD.label)
          y += FIELD.label + space
          sheet.rule(y - 4, 0.6, QUIET, x, width)
        }
      }
      sheet.y += height
    },
  }
}
