/** The seven verdicts as shapes that differ in black and white too: what is solid forbids, what is open permits. */
import type { Verdict } from '#shared/domain/verdict.ts'
import type { Sheet } from './sheet.ts'

type Doc = Sheet['doc']

const COLOR: Record<Verdict | 'warning', string> = {
  prohibited: '#a3001c',
  'licence-required': '#a3001c',
  'needs-review': '#553399',
  'needs-information': '#8a5200',
  'exception-available': '#0a559c',
  'no-licence-required': '#1a6b38',
  'not-subject': '#555555',
  warning: '#111111',
}

/** Draws the symbol of a verdict into the square of `size` points at `x`, `y`. */
export function drawSymbol(doc: Doc, verdict: Verdict | 'warning', x: number, y: number, size: number): void {
  const color = COLOR[verdict]
  const stroke = size / 9
  const [cx, cy, r] = [x + size / 2, y + size / 2, size / 2 - stroke / 2]
  doc.save().lineWidth(stroke).lineCap('round').lineJoin('round').strokeColor(color).fillColor(color)
  switch (verdict) {
    case 'prohibited':
      polygon(doc, cx, cy, r, 8, Math.PI / 8).fillAndStroke(color, color)
      doc
        .strokeColor('#ffffff')
        .lineWidth(stroke * 1.4)
        .moveTo(cx - r * 0.5, cy)
        .lineTo(cx + r * 0.5, cy)
        .stroke()
      break
    case 'licence-required':
      polygon(doc, cx, cy, r, 8, Math.PI / 8).stroke()
      exclamation(doc, cx, cy, r, stroke)
      break
    case 'needs-review':
      polygon(doc, cx, cy, r, 4, 0).stroke()
      doc.circle(cx, cy, stroke * 0.9).fill(color)
      break
    case 'needs-information':
      doc.circle(cx, cy, r).stroke()
      question(doc, cx, cy, r, stroke)
      break
    case 'exception-available':
      doc.circle(cx - r * 0.5, cy, r * 0.45).stroke()
      doc
        .moveTo(cx - r * 0.05, cy)
        .lineTo(cx + r, cy)
        .lineTo(cx + r, cy + r * 0.5)
        .moveTo(cx + r * 0.5, cy)
        .lineTo(cx + r * 0.5, cy + r * 0.4)
        .stroke()
      break
    case 'no-licence-required':
      doc.circle(cx, cy, r).stroke()
      break
    case 'not-subject':
      doc.circle(cx, cy, r).stroke()
      doc
        .moveTo(cx - r * 0.7, cy + r * 0.7)
        .lineTo(cx + r * 0.7, cy - r * 0.7)
        .stroke()
      break
    case 'warning':
      polygon(doc, cx, cy + r * 0.15, r * 1.1, 3, -Math.PI / 2).stroke()
      exclamation(doc, cx, cy + r * 0.2, r * 0.8, stroke)
      break
  }
  doc.restore()
}

/** A regular polygon whose first corner lies at `turn` radians. */
function polygon(doc: Doc, cx: number, cy: number, r: number, corners: number, turn: number): Doc {
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * i) / corners
    const [px, py] = [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
    if (i === 0) doc.moveTo(px, py)
    else doc.lineTo(px, py)
  }
  return doc.closePath()
}

function exclamation(doc: Doc, cx: number, cy: number, r: number, stroke: number): void {
  doc
    .moveTo(cx, cy - r * 0.5)
    .lineTo(cx, cy + r * 0.12)
    .stroke()
  doc.circle(cx, cy + r * 0.5, stroke * 0.62).fill()
}

function question(doc: Doc, cx: number, cy: number, r: number, stroke: number): void {
  doc
    .moveTo(cx - r * 0.3, cy - r * 0.25)
    .bezierCurveTo(cx - r * 0.3, cy - r * 0.72, cx + r * 0.38, cy - r * 0.68, cx + r * 0.33, cy - r * 0.22)
    .bezierCurveTo(cx + r * 0.28, cy, cx, cy, cx, cy + r * 0.2)
    .stroke()
  doc.circle(cx, cy + r * 0.54, stroke * 0.6).fill()
}
