/**
 * The paragraph tree of each control entry: which designators exist (`a.1.b`), in reading order. The control list gives
 * them for four categories; the paragraph file gives them for all, with damage that is repaired here.
 */
import type { SourceEntry } from './source.ts'

const DESIGNATOR = /^([0-9O][A-E]\d{3})\.((?:[A-Z]{1,2}|\d+)(?:\.(?:[A-Z]{1,2}|\d+))*)$/
const PARAGRAPH = /^[a-z]{1,2}(\.([a-z]{1,2}|\d+))*$/

const byPart = (left: string, right: string) => {
  const [a, b] = [Number(left), Number(right)]
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b
  if (left.length !== right.length) return left.length - right.length
  return left < right ? -1 : left > right ? 1 : 0
}

/** Reading order of designators: `a`, `a.1`, `a.2`, `a.10`, `b`, `aa`. */
export function compareParagraphs(left: string, right: string): number {
  const [a, b] = [left.split('.'), right.split('.')]
  for (let place = 0; place < Math.min(a.length, b.length); place++) {
    const order = byPart(a[place] ?? '', b[place] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Sorted, each once, with the paragraphs that stand above them. */
export function completeTree(paragraphs: Iterable<string>): string[] {
  const all = new Set<string>()
  for (const paragraph of paragraphs) {
    const parts = paragraph.split('.')
    for (let depth = 1; depth <= parts.length; depth++) all.add(parts.slice(0, depth).join('.'))
  }
  return [...all].sort(compareParagraphs)
}

/** The paragraph file by entry. A zero written as the letter O is read as zero; codes that a spreadsheet destroyed are left out. */
export function paragraphsByEntry(designators: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const designator of designators) {
    const [, code, paragraph] = DESIGNATOR.exec(designator.trim().replace(/^O/, '0')) ?? []
    if (!code || !paragraph) continue
    found.set(code, [...(found.get(code) ?? []), paragraph.toLowerCase()])
  }
  return found
}

/**
 * Paragraphs of one entry: what either source shows. Both have gaps (first paragraphs, late rules) but neither invents a
 * paragraph that a licence requirement could miss, so that joining them is the safe reading. `dropped` are lines of
 * notes that the source took for items.
 */
export function treeOf(entry: SourceEntry, others: Map<string, string[]>, dropped: readonly string[] = []): string[] {
  const own = (entry.items ?? []).flatMap((item) => (item.kind === 'item' && item.paragraph && PARAGRAPH.test(item.paragraph) ? [item.paragraph] : []))
  const isDropped = (paragraph: string) => dropped.some((one) => paragraph === one || paragraph.startsWith(`${one}.`))
  return completeTree([...own, ...(others.get(entry.eccn) ?? [])]).filter((paragraph) => !isDropped(paragraph))
}
