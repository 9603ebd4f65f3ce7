/**
 * The pages of a memo: where the next line goes, how lines, rules and text are drawn, and how each piece of text is tagged
 * for readers that do not see the page. Distances are in points, from the upper left corner.
 */
import PDFDocument from 'pdfkit'
import type { Faces } from './fonts.ts'
import { breakLines, type Line, lacksShape, type TextStyle } from './text-lines.ts'

type Doc = InstanceType<typeof PDFDocument>
export type Element = PDFKit.PDFStructureElement
/** `scope` says whether a header cell heads its row or its column. */
export type ElementOptions = PDFKit.Mixins.StructureElementOptions & { scope?: 'Row' | 'Column' }

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const MARGIN = { left: 48, right: 48, top: 62, bottom: 58 }

/** Where the baseline lies in a line, so that texts of two sizes but one leading stand on one line. */
const BASELINE = 0.77

/** Text whose shapes are in every face. */
const PLAIN = /^[\x20-\x7e\n]*$/

export const INK = '#111111'
export const QUIET = '#555555'
export const HAIRLINE = '#b8b8b8'
export const TINT = '#f1f1f1'

export class Sheet {
  readonly doc: Doc
  readonly faces: Faces
  readonly left = MARGIN.left
  readonly width = PAGE.width - MARGIN.left - MARGIN.right
  readonly top = MARGIN.top
  readonly bottom = PAGE.height - MARGIN.bottom
  readonly root: Element
  /** To be called with each row of a table that is laid out, and with each that is drawn. */
  readonly step: () => void
  /** Upper edge of what comes next. */
  y = MARGIN.top
  /** True once a text held a character that the fonts do not. */
  lacking = false

  constructor(faces: Faces, step: () => void, options: PDFKit.PDFDocumentOptions) {
    this.step = step
    this.faces = faces
    this.doc = new PDFDocument({ ...options, size: [PAGE.width, PAGE.height], margin: 0, bufferPages: true, autoFirstPage: false, font: '' })
    for (const face of [...faces.regular, ...faces.bold]) this.doc.registerFont(face.name, face.bytes)
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
    this.doc.addPage()
  }

  get room(): number {
    return this.bottom - this.y
  }

  get atTop(): boolean {
    return this.y === this.top
  }

  newPage(): void {
    this.doc.addPage()
    this.y = this.top
  }

  /** Goes to a new page unless `height` fits on this one. */
  ensure(height: number): void {
    if (height > this.room && !this.atTop) this.newPage()
  }

  /** Leaves white space, except at the top of a page. */
  space(height: number): void {
    if (!this.atTop) this.y += height
  }

  lines(text: string, style: TextStyle, width: number): Line[] {
    if (!this.lacking && !PLAIN.test(text)) this.lacking = lacksShape(text, style, this.faces)
    return breakLines(text, style, width, this.faces)
  }

  /** Adds an element under `parent` and answers it. */
  element(parent: Element, type: string, options: ElementOptions = {}): Element {
    const made = this.doc.struct(type, options)
    parent.add(made)
    return made
  }

  /** Draws `work` as content of `element` on the current page. */
  content(element: Element, tag: string, work: () => void): void {
    const content = this.doc.markStructureContent(tag)
    work()
    this.doc.endMarkedContent()
    element.add(content)
  }

  /** Draws what only decorates: rules, fills, repeated headers. Readers that do not see the page skip it. */
  artifact(type: 'Layout' | 'Pagination', work: () => void): void {
    this.doc.markContent('Artifact', { type })
    work()
    this.doc.endMarkedContent()
  }

  /** Draws lines of text from `y` downwards; `right` sets them against the right edge of `width`. */
  text(lines: readonly Line[], style: TextStyle, x: number, y: number, right?: number): void {
    let baseline = y + style.leading * BASELINE
    for (const line of lines) {
      let at = right === undefined ? x : x + right - line.width
      for (const { face, text } of line.runs) {
        this.doc
          .font(face.name)
          .fontSize(style.size)
          .fillColor(style.color)
          .text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic', ...(style.fixed ? { features: ['hwid'] } : {}) })
        at += (face.font.width(text, style.fixed) * style.size) / 1000
      }
      baseline += style.leading
    }
  }

  rule(y: number, weight = 0.5, color = HAIRLINE, x = this.left, width = this.width): void {
    this.artifact('Layout', () =>
      this.doc
        .lineWidth(weight)
        .strokeColor(color)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(),
    )
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.artifact('Layout', () => this.doc.rect(x, y, width, height).fill(color))
  }

  frame(x: number, y: number, width: number, height: number, weight: number, color: string): void {
    this.artifact('Layout', () => this.doc.lineWidth(weight).strokeColor(color).rect(x, y, width, height).stroke())
  }
}
