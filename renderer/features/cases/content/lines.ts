/** The lines of an item's content as the table shows them: with their state, searched, filtered, sorted; and as CSV. */
import type { CaseItem, ContentLine } from '#shared/domain/case.ts'
import type { ContentAnswer, ContentGroup, ContentState } from '#shared/domain/determination.ts'
import { csvText } from '#shared/text/csv.ts'

export type LineRow = { number: number; line: ContentLine; group: ContentGroup | undefined }
export type LineSort = 'number' | 'eccn' | 'value' | 'state'
export type LineFilter = { search: string; state: ContentState | ''; sort: LineSort }

/** Each line with the group that the answer puts it into; none while the answer is about other lines. */
export function rowsOf(content: readonly ContentLine[], answer: ContentAnswer | undefined): LineRow[] {
  const byLine = new Map<number, ContentGroup>()
  if (answer?.lines === content.length) for (const group of answer.groups) for (const number of group.lines) byLine.set(number, group)
  return content.map((line, at) => ({ number: at + 1, line, group: byLine.get(at + 1) }))
}

const ORDER: readonly ContentState[] = ['controlled', 'open', 'free', 'separate', 'foreign']

/** The rows that fit, in the order chosen; the largest value first. */
export function shownRows(rows: readonly LineRow[], { search, state, sort }: LineFilter): LineRow[] {
  const typed = search.trim().toLowerCase()
  const found = rows.filter(
    ({ line, group }) =>
      (state === '' || group?.state === state) &&
      (typed === '' || [line.part, line.description, line.eccn, line.origin].some((text) => text?.toLowerCase().includes(typed))),
  )
  const rank = ({ group }: LineRow) => (group === undefined ? ORDER.length : ORDER.indexOf(group.state))
  switch (sort) {
    case 'number':
      return found
    case 'eccn':
      return found.sort((a, b) => (a.line.eccn ?? '').localeCompare(b.line.eccn ?? '') || a.number - b.number)
    case 'value':
      return found.sort((a, b) => compareDecimal(b.line.value ?? '', a.line.value ?? '') || a.number - b.number)
    case 'state':
      return found.sort((a, b) => rank(a) - rank(b) || a.number - b.number)
  }
}

/** Compares decimal texts without turning them into binary fractions; no text comes before every number. */
export function compareDecimal(a: string, b: string): number {
  if (a === '' || b === '') return a.length - b.length
  const [wholeA = '', partA = ''] = a.replace(/^0+(?=\d)/, '').split('.')
  const [wholeB = '', partB = ''] = b.replace(/^0+(?=\d)/, '').split('.')
  return wholeA.length - wholeB.length || wholeA.localeCompare(wholeB) || partA.padEnd(6, '0').localeCompare(partB.padEnd(6, '0'))
}

const HEADING = ['line', 'part', 'description', 'eccn', 'kind', 'origin', 'quantity', 'value', 'bundled', 'state', 'reason', 'citations']

/** The lines with their states, for a spreadsheet. */
export const linesAsCsv = (rows: readonly LineRow[]): string =>
  csvText([
    HEADING,
    ...rows.map(({ number, line, group }) => [
      String(number),
      line.part ?? '',
      line.description ?? '',
      line.eccn ?? '',
      line.kind ?? group?.kind ?? '',
      line.origin ?? '',
      line.quantity === undefined ? '' : String(line.quantity),
      line.value ?? '',
      line.bundled === undefined ? '' : line.bundled ? 'yes' : 'no',
      group?.state ?? '',
      group?.says ?? '',
      group?.cites.join('; ') ?? '',
    ]),
  ])

/** The item with other lines. A share stated by hand would contradict them and goes. */
export function withLines(item: CaseItem, content: ContentLine[]): CaseItem {
  if (content.length === 0 || (!('controlledShare' in item.facts) && item.facts.usContent !== false)) return { ...item, content }
  const facts = { ...item.facts }
  delete facts.controlledShare
  delete facts.usContent
  return { ...item, content, facts }
}

/** Digits before the point in groups of three. */
export function grouped(decimal: string): string {
  const [whole = '', part] = decimal.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? groups : `${groups}.${part}`
}
