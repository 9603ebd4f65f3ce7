/**
 * The memo as a document: a small closed set of blocks that any renderer can draw. All words are chosen here already; a
 * renderer adds type, lines and pages and no statement of its own.
 */
import type { Verdict } from '#shared/domain/verdict.ts'
import type { Lang } from '#shared/trace/trace.ts'

/** How the text of a cell or value is set: codes, hashes and rule ids in a fixed-width face, numbers to the right. */
export type TextStyle = 'text' | 'strong' | 'quiet' | 'code' | 'number'

/** `share` is the column's part of the width, relative to the other columns. */
export type MemoColumn = { title: string; share: number; style: TextStyle }

export type VerdictLine = { verdict: Verdict; text: string }

export type MemoBlock =
  /** Level 1 is the memo's title, 2 a section, 3 a part of a section. A heading is never left alone at the foot of a page. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; style: TextStyle }
  /** `columns: 2` sets short pairs side by side. */
  | { kind: 'keyValue'; columns: 1 | 2; rows: { key: string; value: string; style: TextStyle }[] }
  /** Cells are text; a line feed starts a new line. The header repeats on every page. */
  | { kind: 'table'; caption: string; columns: MemoColumn[]; rows: string[][] }
  /** The answer in one box: the sentence with the symbol of its verdict, what to read with it, and a line per item. */
  | { kind: 'verdict'; verdict: Verdict; sentence: string; lines: VerdictLine[]; remarks: string[] }
  | { kind: 'list'; ordered: boolean; entries: string[] }
  /** `warning` is drawn so that nobody misses it, in black and white too. */
  | { kind: 'note'; tone: 'warning' | 'plain'; title: string; text: string }
  | { kind: 'hash'; label: string; value: string }
  /** Space for signing by hand: the role, the name as far as it is known, and empty fields. */
  | { kind: 'signatures'; parts: { role: string; name: string; fields: string[] }[] }
  | { kind: 'pageBreak' }

export type MemoDocument = {
  lang: Lang
  title: string
  /** The id of the determination. */
  number: string
  case: string
  /** ISO date and time of the determination: the only time in the memo's file. */
  determinedAt: string
  author: string
  /** What stands at the head and the foot of every page; `{page}` and `{pages}` are numbers that the renderer knows. */
  running: { head: string; foot: string; page: string }
  /** How a character without a shape in the fonts is shown, said once where it happens. */
  missingShapes: string
  blocks: MemoBlock[]
}
