/** Reads the measures of a font through the library that pdfkit itself draws with, so that measured and drawn widths agree. */
import { create } from 'fontkit'

/** What laying out text needs to know of a font. Widths are in thousandths of the type size. */
export type Font = {
  hasShape(codePoint: number): boolean
  /** Width of a text; `fixed` asks for the half-width forms, in which Latin letters and digits have one width. */
  width(text: string, fixed: boolean): number
}

/** Measures kept at a time: the words of some hundred pages. */
const KEPT = 40_000

/** Opens a font from the bytes of its file (TTF or WOFF). */
export function openFont(bytes: Uint8Array): Font {
  const font = create(bytes)
  const scale = 1000 / font.unitsPerEm
  const widths = { fixed: new Map<string, number>(), free: new Map<string, number>() }
  return {
    hasShape: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (text, fixed) => {
      const known = fixed ? widths.fixed : widths.free
      let width = known.get(text)
      if (width === undefined) {
        width = font.layout(text, fixed ? ['hwid'] : undefined).advanceWidth * scale
        if (known.size >= KEPT) known.clear()
        known.set(text, width)
      }
      return width
    },
  }
}
