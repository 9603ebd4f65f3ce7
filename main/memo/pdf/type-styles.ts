/** The few sizes and weights of the memo's type. */
import type { TextStyle as NamedStyle } from '#main/memo/model/memo-document.ts'
import { INK, QUIET } from './sheet.ts'
import type { TextStyle } from './text-lines.ts'

const style = (size: number, leading: number, more: Partial<TextStyle> = {}): TextStyle => ({
  weight: 'regular',
  size,
  leading,
  color: INK,
  fixed: false,
  ...more,
})

export const BODY: Record<NamedStyle, TextStyle> = {
  text: style(9.5, 14),
  strong: style(9.5, 14, { weight: 'bold' }),
  quiet: style(9, 13, { color: QUIET }),
  code: style(8.5, 13, { fixed: true }),
  number: style(9.5, 14),
}
export const CELL: Record<NamedStyle, TextStyle> = {
  text: style(8.5, 12),
  strong: style(8.5, 12, { weight: 'bold' }),
  quiet: style(8.5, 12, { color: QUIET }),
  code: style(7.5, 12, { fixed: true }),
  number: style(8.5, 12),
}
export const COLUMN_TITLE = style(8, 11, { weight: 'bold' })
export const KEY = style(8.5, 12, { color: QUIET })
export const TITLE = style(19, 26, { weight: 'bold' })
export const SECTION = style(12.5, 17, { weight: 'bold' })
export const PART = style(10, 14, { weight: 'bold' })
export const SENTENCE = style(14, 20, { weight: 'bold' })
export const RUNNING = style(7.5, 10, { color: QUIET })
