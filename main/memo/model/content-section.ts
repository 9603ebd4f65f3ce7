/** The arithmetic of controlled content: each distinct code with its reason, the sum, the division, and what would tip it. */
import { CONTENT_STATES, type ContentAnswer, type ContentGroup, type ContentTip, type Determination } from '#shared/domain/determination.ts'
import type { MemoBlock } from './memo-document.ts'
import { country, factName, grouped, type Shown } from './show-values.ts'

export function contentSection({ items }: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  return [
    ...items.flatMap(({ id, content }) =>
      content === undefined
        ? []
        : [{ kind: 'heading' as const, level: 3 as const, text: words.itemNamed(id) }, ...arithmetic(content, shown), groupsTable(content, shown)],
    ),
    { kind: 'paragraph', text: words.contentRounded, style: 'quiet' },
  ]
}

function arithmetic(content: ContentAnswer, shown: Shown): MemoBlock[] {
  const { words } = shown
  const { share, limit, above, states, itemValue, limitCite } = content
  const row = (key: string, value: string) => ({ key, value, style: 'text' as const })
  const percent = (value: number) => words.percent(String(value))
  const sum = bounds(money(content.sum.min, content), content.sum.max === null ? null : money(content.sum.max, content), shown)
  const whole = itemValue === null ? words.notStated : money(itemValue, content)
  const shares = share === null ? words.contentUndecided : bounds(percent(share.min), share.max === null ? null : percent(share.max), shown)
  const tally = CONTENT_STATES.filter((state) => states[state] > 0).map((state) =>
    words.factLine(words.contentStates[state], words.contentLineCount(states[state])),
  )
  return [
    {
      kind: 'keyValue',
      columns: 1,
      rows: [
        row(words.contentTally, [words.contentLineCount(content.lines), ...tally].join(words.semicolon)),
        row(words.contentSum, sum),
        row(words.contentItemValue, whole),
        row(words.contentShare, words.contentDivision(sum, whole, shares)),
        row(words.contentLimit, limit === null ? words.contentUndecided : [percent(limit), limitCite].join(' · ')),
        row(words.contentResult, above === null ? words.contentUndecided : above ? words.contentAbove : words.contentWithin),
      ],
    },
    { kind: 'list', ordered: false, entries: content.tips.map((tip) => tipWords(tip, content, shown)) },
  ]
}

const money = (amount: string, { currency }: ContentAnswer): string => `${currency} ${grouped(amount)}`.trim()

function bounds(min: string, max: string | null, { words }: Shown): string {
  return max === null ? words.contentAtLeast(min) : min === max ? min : words.contentFrom(min, max)
}

function tipWords(tip: ContentTip, content: ContentAnswer, { words }: Shown): string {
  const says = words.contentTips
  switch (tip.kind) {
    case 'within':
      return says.within(money(tip.room, content))
    case 'over':
      return says.over(money(tip.excess, content))
    case 'open': {
      const groups = tip.groups.map(({ eccn, lines, value, alone }) =>
        says.group(eccn === '' ? words.notStated : eccn, lineNumbers(lines), money(value, content), alone),
      )
      return says.open(money(tip.room, content), groups)
    }
    case 'line-values':
      return says['line-values'](lineNumbers(tip.lines))
    case 'item-value':
      return says['item-value']
    case 'no-limit':
      return says['no-limit']
  }
}

function groupsTable(content: ContentAnswer, shown: Shown): MemoBlock {
  const { words } = shown
  return {
    kind: 'table',
    caption: words.sections.content,
    columns: [
      { title: words.contentLines, share: 12, style: 'text' },
      { title: words.eccn, share: 14, style: 'strong' },
      { title: words.worth, share: 14, style: 'number' },
      { title: words.status, share: 14, style: 'strong' },
      { title: words.why, share: 28, style: 'text' },
      { title: words.citation, share: 18, style: 'text' },
    ],
    rows: content.groups.map((group) => groupRow(group, shown)),
  }
}

function groupRow(group: ContentGroup, shown: Shown): string[] {
  const { words } = shown
  const { lines, eccn, kind, origin, value, withoutValue, state, says, cites, requirements, missing } = group
  return [
    lineNumbers(lines),
    [eccn === '' ? words.notStated : eccn, (words.itemKinds as Record<string, string>)[kind] ?? kind, country(origin, shown)].join('\n'),
    [grouped(value), ...(withoutValue.length === 0 ? [] : [words.factLine(words.notStated, lineNumbers(withoutValue))])].join('\n'),
    words.contentStates[state],
    [says, ...missing.map(({ label, fact }) => words.factLine(words.contentMissing, `${label} [${factName(fact, shown)}]`))].join('\n'),
    [...cites, ...requirements.map(({ rule, reason }) => (reason === '' ? rule : `${rule} (${reason})`))].join('\n'),
  ]
}

/** `1-3, 7` for 1, 2, 3 and 7. */
export function lineNumbers(lines: readonly number[]): string {
  const runs: [number, number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last !== undefined && line === last[1] + 1) last[1] = line
    else runs.push([line, line])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}-${to}`)).join(', ')
}
