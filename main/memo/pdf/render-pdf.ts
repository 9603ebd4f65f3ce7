/**
 * The memo as a PDF: A4, tagged, with embedded fonts. The same document gives the same bytes on every machine: no clock, no
 * randomness, and no compression, whose output differs between builds of its library.
 */
import { createHash } from 'node:crypto'
import type { MemoDocument } from '#main/memo/model/memo-document.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { drawBlocks } from './blocks.ts'
import { loadFaces } from './fonts.ts'
import { HAIRLINE, Sheet } from './sheet.ts'
import type { Line } from './text-lines.ts'
import { RUNNING } from './type-styles.ts'

export type MemoPdfMeta = {
  /** Folder with the font files side by side (see FONT_FILES); without it they are found in the npm packages. */
  fonts?: string
  /** Hears how many rows of tables are laid out and drawn; what it throws ends the drawing. */
  onStep?: (done: number, total: number) => void
}

/** Draws the memo. Throws Error when a font file is missing or the time of determination is not an ISO date and time. */
export async function renderMemoPdf(memo: MemoDocument, meta: MemoPdfMeta = {}): Promise<Uint8Array> {
  const made = new Date(memo.determinedAt)
  if (Number.isNaN(made.getTime())) throw new Error(`the time of determination is not an ISO date and time: ${memo.determinedAt}`)
  const total = memo.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? 2 * block.rows.length : 0), 0)
  let done = 0
  const step = () => meta.onStep?.(++done, total)
  const sheet = new Sheet(loadFaces(meta.fonts), step, {
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    compress: false,
    lang: memo.lang === 'zh' ? 'zh-Hans' : 'en-GB',
    info: {
      Title: metadataText(`${memo.title} ${memo.number}`),
      Author: metadataText(memo.author === '' ? 'Licet' : memo.author),
      Subject: metadataText(memo.running.head),
      Keywords: createHash('sha256').update(canonicalJson(memo)).digest('hex'),
      Creator: 'Licet',
      Producer: 'Licet',
      CreationDate: made,
      ModDate: made,
    },
  })
  const bytes = collect(sheet)
  drawBlocks(sheet, memo)
  drawRunning(sheet, memo)
  sheet.root.end()
  sheet.doc.end()
  return bytes
}

function collect({ doc }: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    doc.on('data', (part: Uint8Array) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
}

/** Head and foot of every page, once their number is known. */
function drawRunning(sheet: Sheet, { running }: MemoDocument): void {
  const { start, count } = sheet.doc.bufferedPageRange()
  const head = firstTwo(sheet.lines(running.head, RUNNING, sheet.width * 0.62))
  const foot = firstTwo(sheet.lines(running.foot, RUNNING, sheet.width * 0.7))
  for (let i = 0; i < count; i++) {
    sheet.doc.switchToPage(start + i)
    const page = sheet.lines(running.page.replace('{page}', String(i + 1)).replace('{pages}', String(count)), RUNNING, sheet.width * 0.35)
    sheet.artifact('Pagination', () => {
      sheet.text(head, RUNNING, sheet.left, 30)
      sheet.text(page, RUNNING, sheet.left, 30, sheet.width)
      sheet.text(foot, RUNNING, sheet.left, sheet.bottom + 18)
      sheet.doc
        .lineWidth(0.5)
        .strokeColor(HAIRLINE)
        .moveTo(sheet.left, sheet.bottom + 13)
        .lineTo(sheet.left + sheet.width, sheet.bottom + 13)
        .stroke()
    })
  }
}

/** A number or case name beyond two lines is cut on the running head only; the memo's first page has it whole. */
const firstTwo = (lines: Line[]): Line[] => lines.slice(0, 2)

/** The signs that the XML of the file's description cannot carry, by their look-alikes. */
const metadataText = (text: string): string => text.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›')
