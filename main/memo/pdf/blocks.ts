/** Draws the blocks of a memo one below the other and keeps every heading with what it announces. */
import type { MemoBlock, MemoDocument } from '#main/memo/model/memo-document.ts'
import { prepareNote, prepareSignatures, prepareVerdict } from './boxes.ts'
import type { Prepared } from './prepared.ts'
import { prepareKeyValue, prepareTable } from './rows.ts'
import { type Element, INK, type Sheet } from './sheet.ts'
import type { TextStyle } from './text-lines.ts'
import { BODY, PART, SECTION, TITLE } from './type-styles.ts'

const HEADING = {
  1: { style: TITLE, above: 0, below: 6, tag: 'H1' },
  2: { style: SECTION, above: 18, below: 3, tag: 'H2' },
  3: { style: PART, above: 9, below: 1, tag: 'H3' },
} as const

/** Draws all blocks from the top of the first page. */
export function drawBlocks(sheet: Sheet, memo: MemoDocument): void {
  const prepared = memo.blocks.map((block) => prepare(sheet, block, memo))
  let section = sheet.root
  for (const [i, block] of memo.blocks.entries()) {
    if (block.kind === 'pageBreak') {
      if (!sheet.atTop) sheet.newPage()
      continue
    }
    const here = prepared[i]
    if (here === undefined) continue
    if (block.kind === 'heading' && block.level < 3) section = sheet.element(sheet.root, 'Sect', { title: block.text })
    const together = here.above + leadFrom(memo.blocks, prepared, i)
    if (together > sheet.room && !sheet.atTop) sheet.newPage()
    sheet.space(here.above)
    if (block.kind === 'heading' && block.level === 2) sheet.doc.outline.addItem(block.text)
    here.draw(section)
  }
  if (sheet.lacking) prepareParagraph(sheet, memo.missingShapes, BODY.quiet, 3).draw(section)
}

/** The room that a block needs to begin; a heading needs that of what follows it as well. */
function leadFrom(blocks: readonly MemoBlock[], prepared: readonly (Prepared | undefined)[], i: number): number {
  const here = prepared[i]
  if (here === undefined) return 0
  const announces = blocks[i]?.kind === 'heading' || isLead(blocks[i], blocks[i + 1])
  const next = prepared[i + 1]
  return here.lead + (announces && next !== undefined ? next.above + leadFrom(blocks, prepared, i + 1) : 0)
}

/** A paragraph that introduces the list, the table or the pairs below it stays with them. */
const isLead = (block: MemoBlock | undefined, next: MemoBlock | undefined): boolean =>
  block?.kind === 'paragraph' && (block.style === 'code' || next?.kind === 'list' || next?.kind === 'table' || next?.kind === 'keyValue')

function prepare(sheet: Sheet, block: MemoBlock, memo: MemoDocument): Prepared | undefined {
  switch (block.kind) {
    case 'heading': {
      const { style, above, below, tag } = HEADING[block.level]
      return prepareHeading(sheet, block.text, style, above, below, tag)
    }
    case 'paragraph':
      return prepareParagraph(sheet, block.text, BODY[block.style], block.style === 'strong' ? 8 : 3)
    case 'keyValue':
      return prepareKeyValue(sheet, block)
    case 'hash':
      return prepareKeyValue(sheet, { columns: 1, rows: [{ key: block.label, value: block.value, style: 'code' }] })
    case 'table':
      return prepareTable(sheet, block)
    case 'verdict':
      return prepareVerdict(sheet, block, memo.lang)
    case 'list':
      return prepareList(sheet, block)
    case 'note':
      return prepareNote(sheet, block)
    case 'signatures':
      return prepareSignatures(sheet, block)
    case 'pageBreak':
      return undefined
  }
}

function prepareHeading(sheet: Sheet, text: string, style: TextStyle, above: number, below: number, tag: string): Prepared {
  const lines = sheet.lines(text, style, sheet.width)
  const height = lines.length * style.leading + below
  return {
    above,
    lead: height,
    draw: (parent) => {
      if (tag === 'H2') sheet.rule(sheet.y - 3, 0.8, INK)
      sheet.content(sheet.element(parent, tag), tag, () => sheet.text(lines, style, sheet.left, sheet.y))
      sheet.y += height
    },
  }
}

function prepareParagraph(sheet: Sheet, text: string, style: TextStyle, above: number): Prepared {
  const lines = sheet.lines(text, style, sheet.width)
  return {
    above,
    lead: Math.min(lines.length, 3) * style.leading,
    draw: (parent) => drawLines(sheet, sheet.element(parent, 'P'), 'P', lines, style, sheet.left),
  }
}

/** Draws lines over as many pages as they need; neither the first nor the last one stands alone where it can be helped. */
function drawLines(sheet: Sheet, element: Element, tag: string, lines: Parameters<Sheet['text']>[0], style: TextStyle, x: number): void {
  let rest = lines
  while (rest.length > 0) {
    let fits = Math.min(rest.length, Math.max(1, Math.floor(sheet.room / style.leading)))
    if (rest.length - fits === 1 && fits > 2) fits--
    const here = rest.slice(0, fits)
    sheet.content(element, tag, () => sheet.text(here, style, x, sheet.y))
    sheet.y += here.length * style.leading
    rest = rest.slice(fits)
    if (rest.length > 0) sheet.newPage()
  }
}

function prepareList(sheet: Sheet, block: Extract<MemoBlock, { kind: 'list' }>): Prepared {
  const style = BODY.text
  const indent = 16
  const entries = block.entries.map((entry) => sheet.lines(entry, style, sheet.width - indent))
  return {
    above: 3,
    lead: Math.min(entries[0]?.length ?? 0, 3) * style.leading,
    draw: (parent) => {
      const list = sheet.element(parent, 'L')
      for (const [i, lines] of entries.entries()) {
        sheet.ensure(Math.min(lines.length, 3) * style.leading)
        const item = sheet.element(list, 'LI')
        const label = sheet.lines(block.ordered ? `${i + 1}.` : '–', style, indent)
        sheet.content(sheet.element(item, 'Lbl'), 'Lbl', () => sheet.text(label, style, sheet.left, sheet.y))
        drawLines(sheet, sheet.element(item, 'LBody'), 'LBody', lines, style, sheet.left + indent)
        sheet.y += 2
      }
    },
  }
}
