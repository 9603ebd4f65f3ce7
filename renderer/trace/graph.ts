/**
 * Lays out the rows of an outline as a tree from left to right: a column for each depth, leaves below one another, every
 * parent at the middle of its children. Pure; the window and the exported picture draw the same places.
 */
import type { OutlineRow } from './outline.ts'

export const NODE_WIDTH = 250
export const NODE_HEIGHT = 76
const COLUMN = NODE_WIDTH + 56
const LINE = NODE_HEIGHT + 14

export type Placed = { row: OutlineRow; parent: string | null; x: number; y: number; decisive: boolean }

/** Places of the nodes of one tree, in the order given: parents first. */
export function placesOf(rows: readonly { key: string; parent: string | null; depth: number }[]): { x: number; y: number }[] {
  const children = new Map<string, string[]>()
  for (const { key, parent } of rows) if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), key])
  const y = new Map<string, number>()
  let next = 0
  for (const { key } of rows) if (!children.has(key)) y.set(key, next++ * LINE)
  for (const { key } of [...rows].reverse()) {
    const own = (children.get(key) ?? []).map((child) => y.get(child) ?? 0)
    if (own.length > 0) y.set(key, (Math.min(...own) + Math.max(...own)) / 2)
  }
  const top = rows[0]?.depth ?? 0
  return rows.map(({ key, depth }) => ({ x: (depth - top) * COLUMN, y: y.get(key) ?? 0 }))
}

/** Places of all rows of one root, in the order in which the outline gives them. */
export function placed(rows: readonly OutlineRow[]): Placed[] {
  const places = placesOf(rows)
  return rows.map((row, i) => ({
    row,
    parent: row.parent,
    x: places[i]?.x ?? 0,
    y: places[i]?.y ?? 0,
    decisive: row.kind === 'node' && row.node.decisive,
  }))
}

export type PictureNode = { x: number; y: number; decisive: boolean; lines: string[]; value: string }
/** An edge between two places in the list of nodes; a strong one is drawn in the accent. */
export type PictureEdge = { from: number; to: number; strong: boolean; label?: string }
export type PictureColours = { ground: string; text: string; soft: string; line: string; accent: string }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const SIGNS_A_LINE = 38

/** Breaks a text into at most three lines for a node; Chinese signs count double. */
export function nodeLines(text: string): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(/(?<=[\s\u3000-\u9fff，。；：、])/u)) {
    const size = [...word].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)
    if (width > 0 && width + size > SIGNS_A_LINE) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    line += word
    width += size
  }
  if (line !== '') lines.push(line.trimEnd())
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${(lines[2] ?? '').slice(0, SIGNS_A_LINE - 2)} …`]
}

/** The graph as a stand-alone SVG file. */
export function pictureOf(nodes: readonly PictureNode[], edges: readonly PictureEdge[], colours: PictureColours): string {
  const width = Math.max(...nodes.map(({ x }) => x), 0) + NODE_WIDTH + 40
  const height = Math.max(...nodes.map(({ y }) => y), 0) + NODE_HEIGHT + 40
  const at = (i: number) => nodes[i] as PictureNode
  const lines = edges.map(({ from, to, strong, label = '' }) => {
    const [a, b] = [at(from), at(to)]
    const [x1, y1, x2, y2] = [a.x + NODE_WIDTH + 20, a.y + NODE_HEIGHT / 2 + 20, b.x + 20, b.y + NODE_HEIGHT / 2 + 20]
    const words =
      label === ''
        ? ''
        : `<text x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2 - 4}" text-anchor="middle" font-size="11" fill="${colours.text}">${escaped(label)}</text>`
    return `<path d="M${x1} ${y1}C${x1 + 28} ${y1} ${x2 - 28} ${y2} ${x2} ${y2}" fill="none" stroke="${strong ? colours.accent : colours.line}" stroke-width="${strong ? 2 : 1}"/>${words}`
  })
  const boxes = nodes.map(({ x, y, decisive, lines: words, value }) => {
    const text = words.map((line, i) => `<text x="${x + 30}" y="${y + 40 + i * 15}" fill="${decisive ? colours.text : colours.soft}">${escaped(line)}</text>`)
    const last = value === '' ? '' : `<text x="${x + 30}" y="${y + 86}" font-size="11" fill="${colours.soft}">${escaped(value.slice(0, SIGNS_A_LINE))}</text>`
    return `<rect x="${x + 20}" y="${y + 20}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="4" fill="${colours.ground}" stroke="${decisive ? colours.accent : colours.line}" stroke-width="${decisive ? 2 : 1}"/>${text.join('')}${last}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, Noto Sans SC, sans-serif" font-size="12"><rect width="100%" height="100%" fill="${colours.ground}"/>${lines.join('')}${boxes.join('')}</svg>`
}
