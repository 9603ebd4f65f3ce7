/** What could overcome a requirement and what it costs: exceptions limb by limb, review policy, duties; and the ten General Prohibitions. */
import type { Determination, Duty, ExceptionStatus, ItemAnswer } from '#shared/domain/determination.ts'
import type { MemoBlock, MemoColumn } from './memo-document.ts'
import { factName, type Shown } from './show-values.ts'

const plain = (text: string): MemoBlock => ({ kind: 'paragraph', text, style: 'text' })
const cites = (cite: string): string => cite.replaceAll('; ', '\n')

/** Title, share of the width in percent, and style of each column. */
type Columns = [title: string, share: number, style: MemoColumn['style']][]

/** A table, or one sentence where there is nothing to put into it. */
function tableOr(nothing: string, caption: string, columns: Columns, rows: string[][]): MemoBlock[] {
  if (rows.length === 0) return [plain(nothing)]
  return [{ kind: 'table', caption, columns: columns.map(([title, share, style]) => ({ title, share, style })), rows }]
}

/** Limbs that share one reason are named together. */
function limbLines({ limbs }: ExceptionStatus, { words }: Shown): string[] {
  const groups = new Map<string, string[]>()
  for (const { paragraph, title, status, says, cite } of limbs) {
    // A limb that waits for facts is found by its paragraph; one that is open or shut rests on the provision named.
    const text = `${words.exceptionStatus[status]}. ${says}${status === 'needs-information' ? '' : ` (${cite})`}`
    const name = status === 'unavailable' ? paragraph : `${paragraph} ${title}`
    groups.set(text, [...(groups.get(text) ?? []), name])
  }
  return [...groups].map(([text, names]) => `${names.join(words.listSeparator)}: ${text}`)
}

/** Exceptions that are shut for one and the same reason stand in one row; the others each in their own. */
function shutTogether(item: ItemAnswer, shown: Shown): string[][] {
  const { words } = shown
  const groups = new Map<string, { symbols: string[]; why: string; cite: string }>()
  for (const exception of item.exceptions.filter(({ status }) => status === 'unavailable')) {
    const lines = limbLines(exception, shown)
    const alike = new Set(exception.limbs.map(({ says, cite }) => `${says}|${cite}`)).size <= 1
    const why = alike ? exception.says : lines.join('\n')
    const key = `${why}|${exception.cite}`
    const group = groups.get(key) ?? { symbols: [], why, cite: exception.cite }
    groups.set(key, { ...group, symbols: [...group.symbols, exception.symbol] })
  }
  return [...groups.values()].map(({ symbols, why, cite }) => [item.id, symbols.join(words.listSeparator), words.exceptionStatus.unavailable, why, cites(cite)])
}

export function exceptionsSection({ items }: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  const rows = items.flatMap((item) => [
    ...item.exceptions
      .filter(({ status }) => status !== 'unavailable')
      .map((exception) => [
        item.id,
        exception.symbol,
        words.exceptionStatus[exception.status],
        [
          `${exception.title}${words.colon}${exception.says}`,
          ...limbLines(exception, shown),
          ...exception.cautions.map(({ says, cite }) => `${words.caution}${says} (${cite})`),
        ].join('\n'),
        cites(exception.cite),
      ]),
    ...shutTogether(item, shown),
  ])
  const columns: Columns = [
    [words.item, 8, 'strong'],
    [words.exception, 12, 'strong'],
    [words.status, 16, 'text'],
    [words.why, 44, 'text'],
    [words.citationOnly, 20, 'text'],
  ]
  return tableOr(words.noExceptions, words.sections.exceptions, columns, rows)
}

export function policySection({ items }: Determination, { words }: Shown): MemoBlock[] {
  const rows = items.flatMap((item) => item.policy.map(({ code, says, cite }) => [item.id, words.policyCodes[code] ?? code, says, cites(cite)]))
  const columns: Columns = [
    [words.item, 8, 'strong'],
    [words.policyCode, 20, 'strong'],
    [words.policySays, 46, 'text'],
    [words.citationOnly, 26, 'text'],
  ]
  return tableOr(words.noPolicy, words.sections.policy, columns, rows)
}

/** Duties of the transaction, then those of each exception that may be used. */
export function dutiesSection({ items }: Determination, { words }: Shown): MemoBlock[] {
  const row = (item: string, of: string, { says, cite, time }: Duty) => [item, of, words.dutyTimes[time] ?? time, says, cites(cite)]
  const rows = items.flatMap((item) => [
    ...item.duties.map((duty) => row(item.id, '–', duty)),
    ...item.exceptions.filter(({ status }) => status === 'available').flatMap(({ symbol, duties }) => duties.map((duty) => row(item.id, symbol, duty))),
  ])
  const columns: Columns = [
    [words.item, 8, 'strong'],
    [words.exception, 12, 'strong'],
    [words.dutyTime, 14, 'text'],
    [words.duty, 42, 'text'],
    [words.citationOnly, 24, 'text'],
  ]
  return tableOr(words.noDuties, words.sections.duties, columns, rows)
}

/** The General Prohibitions, one line each with what makes it apply or holds it open. */
export function prohibitionsSection({ items }: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  const rows = items.flatMap((item) =>
    item.generalProhibitions.map(({ title, cite, state, cites: by, says, missing }) => [
      item.id,
      title,
      words.prohibitionStates[state] ?? state,
      [says, ...missing.map((path) => factName(path, shown))].join('\n'),
      [cite, ...by].join('\n'),
    ]),
  )
  const columns: Columns = [
    [words.item, 8, 'strong'],
    [words.prohibition, 28, 'text'],
    [words.status, 14, 'strong'],
    [words.why, 30, 'text'],
    [words.citationOnly, 20, 'text'],
  ]
  return tableOr(words.noProhibitions, words.sections.prohibitions, columns, rows)
}
