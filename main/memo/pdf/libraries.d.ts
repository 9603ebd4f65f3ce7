/** What the memo uses of two libraries of pdfkit that bring no types. */
declare module 'fontkit' {
  type OpenedFont = {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string, features?: string[]): { advanceWidth: number }
  }
  export function create(bytes: Uint8Array): OpenedFont
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
