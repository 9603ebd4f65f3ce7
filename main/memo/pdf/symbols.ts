/** The seven verdicts as the window draws them, in shapes that differ in black and white too, and the sign of a warning. */
import type { Verdict } from '#shared/domain/verdict.ts'
import type { Sheet } from './sheet.ts'

/** One stroke or filled area in a square of sixteen units; `cut` is drawn in white on top of an area. */
type Part = { path: string; fill?: true; cut?: true; width?: number; dash?: [number, number] }

const OCTAGON = 'M5.5 1.5h5l4 4v5l-4 4h-5l-4-4v-5z'
const ring = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

const SHAPES: Record<Verdict | 'warning', { color: string; parts: Part[] }> = {
  prohibited: {
    color: '#a3001c',
    parts: [
      { path: OCTAGON, fill: true },
      { path: 'M5 8h6', cut: true, width: 2 },
    ],
  },
  'licence-required': {
    color: '#a3001c',
    parts: [
      { path: OCTAGON, width: 1.7 },
      { path: 'M8 4.8v4M8 11h.01', width: 1.8 },
    ],
  },
  'needs-review': {
    color: '#553399',
    parts: [
      { path: 'M8 1 15 8 8 15 1 8z', fill: true },
      { path: 'M8 5v3.4M8 10.8h.01', cut: true, width: 1.7 },
    ],
  },
  'needs-information': {
    color: '#8a5200',
    parts: [
      { path: ring(8, 8, 6.4), width: 1.6 },
      { path: 'M6 6.4a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M8 11.4h.01', width: 1.6 },
    ],
  },
  'exception-available': {
    color: '#0a559c',
    parts: [
      { path: ring(4.9, 8, 3.2), width: 1.7 },
      { path: 'M8.2 8H15M12 8v3M14.6 8v2.2', width: 1.7 },
    ],
  },
  'no-licence-required': { color: '#1a6b38', parts: [{ path: 'M11.6 2.9A6.2 6.2 0 1 0 14.2 8', width: 1.9 }] },
  'not-subject': { color: '#555555', parts: [{ path: ring(8, 8, 6), width: 1.5, dash: [2.4, 2.3] }] },
  warning: {
    color: '#111111',
    parts: [
      { path: 'M8 1.8 15 14.2H1z', width: 1.6 },
      { path: 'M8 6.2v3.6M8 12h.01', width: 1.6 },
    ],
  },
}

/** Draws the symbol into the square of `size` points whose upper left corner is at `x`, `y`. */
export function drawSymbol(doc: Sheet['doc'], verdict: Verdict | 'warning', x: number, y: number, size: number): void {
  const { color, parts } = SHAPES[verdict]
  doc
    .save()
    .translate(x, y)
    .scale(size / 16)
  for (const { path, fill = false, cut = false, width = 1, dash } of parts) {
    const ink = cut ? '#ffffff' : color
    doc.path(path)
    if (fill) doc.fill(ink)
    else {
      doc
        .lineWidth(width)
        .lineCap(dash === undefined ? 'round' : 'butt')
        .lineJoin('round')
        .strokeColor(ink)
      if (dash !== undefined) doc.dash(dash[0], { space: dash[1] })
      doc.stroke()
    }
  }
  doc.restore()
}
