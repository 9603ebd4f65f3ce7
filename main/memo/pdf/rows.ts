/**
 * Rows of cells: tables, pairs of key and value, hashes. Cells wrap and never clip; a row that is taller than the room left
 * goes on over the page; the header of a table stands on each of its pages.
 */
import type { MemoColumn } from '#main/memo/model/memo-document.ts'
import type { Prepared } from './prepared.ts'
import { type Element, INK, type Sheet, TINT } from './sheet.ts'
import type { Line, TextStyle } from './text-lines.ts'
import { CELL, COLUMN_TITLE, KEY } from './type-styles.ts'

type Cell = { lines: Line[]; style: TextStyle; right: boolean; tag: 'TH' | 'TD' }
/** `inset` keeps figures set to the right off the text of the next column. */
type Place = { x: number; width: number; inset: number }
type Grid = { places: Place[]; padX: number; padY: number; rules: boolean }

/** A row that is at most this part of a page moves to the next page whole; a taller one is divided. */
const WHOLE = 0.35
/** A table that is no taller than this, in points, stays on one page. */
const SHORT = 170
/** So do pairs of key and value. */
const FEW = 90

export function prepareTable(sheet: Sheet, block: { caption: string; columns: MemoColumn[]; rows: string[][] }): Prepared {
  const grid: Grid = { places: placesOf(sheet, block.columns), padX: 4, padY: 3, rules: true }
  const header = block.columns.map((column, i): Cell => {
    const right = column.style === 'number'
    return { lines: sheet.lines(column.title, COLUMN_TITLE, inner(grid, i)), style: COLUMN_TITLE, right, tag: 'TH' }
  })
  const rows = block.rows.map((row) => {
    sheet.step()
    return row.map((text, i): Cell => {
      const name = block.columns[i]?.style ?? 'text'
      return { lines: sheet.lines(text, CELL[name], inner(grid, i)), style: CELL[name], right: name === 'number', tag: 'TD' }
    })
  })
  return {
    above: 6,
    lead: tableLead(header, rows, grid),
    draw: (parent) => drawTable(sheet, sheet.element(parent, 'Table', { title: block.caption }), grid, header, rows),
  }
}

export function prepareKeyValue(sheet: Sheet, block: { columns: 1 | 2; rows: { key: string; value: string; style: keyof typeof CELL }[] }): Prepared {
  const shares = block.columns === 2 ? [19, 31, 19, 31] : [19, 81]
  const grid: Grid = {
    places: placesOf(
      sheet,
      shares.map((share) => ({ share })),
    ),
    padX: 0,
    padY: 1.5,
    rules: false,
  }
  const cells = block.rows.map(({ key, value, style }, i): Cell[] => {
    const first = (i % block.columns) * 2
    return [
      { lines: sheet.lines(key, KEY, inner(grid, first) - 6), style: KEY, right: false, tag: 'TH' },
      { lines: sheet.lines(value, CELL[style], inner(grid, first + 1) - 6), style: CELL[style], right: false, tag: 'TD' },
    ]
  })
  const rows: Cell[][] = []
  for (let i = 0; i < cells.length; i += block.columns) rows.push(cells.slice(i, i + block.columns).flat())
  return {
    above: 3,
    lead: pairsLead(rows, grid),
    draw: (parent) => {
      const table = sheet.element(parent, 'Table')
      for (const row of rows) drawRow(sheet, table, grid, row, () => {})
    },
  }
}

/** A few pairs stay together; of many, the first must find room. */
function pairsLead(rows: readonly (readonly Cell[])[], grid: Grid): number {
  const whole = rows.reduce((sum, row) => sum + rowHeight(row, grid), 0)
  return whole <= FEW ? whole : firstPart(rows[0], grid)
}

function placesOf(sheet: Sheet, columns: readonly { share: number; style?: string }[]): Place[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let x = sheet.left
  return columns.map(({ share, style }, i) => {
    const width = (sheet.width * share) / all
    const next = columns[i + 1]
    const place = { x, width, inset: style === 'number' && next !== undefined && next.style !== 'number' ? 10 : 0 }
    x += width
    return place
  })
}

const inner = ({ places, padX }: Grid, i: number): number => (places[i]?.width ?? 0) - (places[i]?.inset ?? 0) - 2 * padX

const rowHeight = (row: readonly Cell[], { padY }: Grid): number => Math.max(...row.map(({ lines, style }) => lines.length * style.leading)) + 2 * padY

/** The height that must be there for a row to begin: all of a low one, three lines of a tall one. */
function firstPart(row: readonly Cell[] | undefined, grid: Grid): number {
  return row === undefined ? 0 : Math.min(rowHeight(row, grid), 3 * CELL.text.leading + 2 * grid.padY)
}

/** A short table is not divided; of a long one the header and two rows must find room. */
function tableLead(header: readonly Cell[], rows: readonly (readonly Cell[])[], grid: Grid): number {
  const whole = rows.reduce((sum, row) => sum + rowHeight(row, grid), rowHeight(header, grid))
  return whole <= SHORT ? whole : rowHeight(header, grid) + firstPart(rows[0], grid) + firstPart(rows[1], grid)
}

function drawTable(sheet: Sheet, table: Element, grid: Grid, header: Cell[], rows: Cell[][]): void {
  const drawHeader = (first: boolean) => {
    const height = rowHeight(header, grid)
    sheet.fill(sheet.left, sheet.y, sheet.width, height, TINT)
    if (first) {
      const row = sheet.element(sheet.element(table, 'THead'), 'TR')
      for (const [i, cell] of header.entries()) {
        const element = sheet.element(row, 'TH', { scope: 'Column' })
        sheet.content(element, 'TH', () => drawCell(sheet, grid, i, cell, cell.lines))
      }
    } else {
      sheet.artifact('Pagination', () => {
        for (const [i, cell] of header.entries()) drawCell(sheet, grid, i, cell, cell.lines)
      })
    }
    sheet.y += height
    sheet.rule(sheet.y, 0.8, INK)
  }
  drawHeader(true)
  const body = sheet.element(table, 'TBody')
  for (const row of rows) {
    sheet.step()
    drawRow(sheet, body, grid, row, () => drawHeader(false))
  }
}

/** Draws a row, over as many pages as it needs. `onNewPage` draws what stands at the top of a further page. */
function drawRow(sheet: Sheet, parent: Element, grid: Grid, row: readonly Cell[], onNewPage: () => void): void {
  const goOn = () => {
    sheet.newPage()
    onNewPage()
  }
  const height = rowHeight(row, grid)
  const page = sheet.bottom - sheet.top
  if (height > sheet.room && (height <= page * WHOLE || firstPart(row, grid) > sheet.room)) goOn()
  const element = sheet.element(parent, 'TR')
  const elements = row.map(({ tag }) => sheet.element(element, tag, tag === 'TH' ? { scope: 'Row' } : {}))
  const drawn = row.map(() => 0)
  for (;;) {
    const parts = row.map(({ lines, style }, i) => {
      const from = drawn[i] ?? 0
      return lines.slice(from, from + Math.max(1, Math.floor((sheet.room - 2 * grid.padY) / style.leading)))
    })
    const tall = Math.max(...parts.map((lines, i) => lines.length * (row[i]?.style.leading ?? 0))) + 2 * grid.padY
    for (const [i, lines] of parts.entries()) {
      const cell = row[i]
      const tagged = elements[i]
      drawn[i] = (drawn[i] ?? 0) + lines.length
      if (cell !== undefined && tagged !== undefined && lines.length > 0) sheet.content(tagged, cell.tag, () => drawCell(sheet, grid, i, cell, lines))
    }
    sheet.y += tall
    if (grid.rules) sheet.rule(sheet.y)
    if (row.every(({ lines }, i) => (drawn[i] ?? 0) >= lines.length)) return
    goOn()
  }
}

function drawCell(sheet: Sheet, grid: Grid, i: number, cell: Cell, lines: readonly Line[]): void {
  const place = grid.places[i]
  if (place === undefined) return
  sheet.text(lines, cell.style, place.x + grid.padX, sheet.y + grid.padY, cell.right ? inner(grid, i) : undefined)
}
