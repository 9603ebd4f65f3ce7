/** The owners of the parties: who holds what of whom, what each regime's counting makes of it, and the chains that prove it. */
import type { CaseFile, Holder } from '#shared/domain/case.ts'
import type { Determination, OwnershipCount, PartyOwnership } from '#shared/domain/determination.ts'
import { role } from './case-sections.ts'
import type { MemoBlock } from './memo-document.ts'
import { country, dayInWords, factLines, joined, listName, type Shown } from './show-values.ts'

/** Nothing for a determination from before owners of owners were counted, or of a case without parties. */
export function ownershipSection(file: CaseFile, { ownership = [] }: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  const rules = [...new Map(ownership.flatMap(({ counts }) => counts.map((count): [string, OwnershipCount] => [count.id, count]))).values()]
  return [
    {
      kind: 'table',
      caption: words.ownership.caption,
      columns: [
        { title: words.party, share: 30, style: 'strong' },
        { title: words.ownership.rule, share: 28, style: 'text' },
        { title: words.ownership.result, share: 24, style: 'text' },
        { title: words.ownership.heldBy, share: 18, style: 'text' },
      ],
      rows: ownership.flatMap((party) =>
        party.counts.map((count) => [words.withCode(party.party, role(party.role, shown)), count.title, result(count, shown), heldBy(count, shown)]),
      ),
    },
    ...ownership.flatMap((party) => partyBlocks(party, shown)),
    ...holderTable(file, shown),
    ...rules.flatMap((rule) => ruleBlocks(rule, shown)),
  ]
}

function result({ state, force, date }: OwnershipCount, { words }: Shown): string {
  const { states, forces } = words.ownership
  return [states[state], ...(force === 'in-force' ? [] : [date === undefined ? forces[force] : words.ownership.suspendedUntil(dayInWords(date, words))])].join(
    '\n',
  )
}

function heldBy({ share }: OwnershipCount, { words }: Shown): string {
  if (share === null) return words.ownership.states.unknown
  return share.min === share.max ? words.percent(String(share.min)) : words.contentFrom(words.percent(String(share.min)), words.percent(String(share.max)))
}

function partyBlocks({ party, holders, links, circles, counts }: PartyOwnership, shown: Shown): MemoBlock[] {
  const { words } = shown
  if (links.length === 0) return []
  const name = (at: number) => holders[at]?.name ?? ''
  const share = (percent: number | null) => (percent === null ? words.shareUnknown : words.share(percent))
  const chains = counts.flatMap(({ title, paths }) =>
    paths.map(({ holders: chain, shares }) =>
      words.factLine(title, words.ownership.chain(chain.map(name), shares.map(share), lists(holders[chain[0] ?? 0]?.listedOn ?? [], shown))),
    ),
  )
  const open = counts.flatMap(({ title, mayCount }) => (mayCount.length === 0 ? [] : [words.factLine(title, words.ownership.mayCount(mayCount.map(name)))]))
  return [
    { kind: 'heading', level: 3, text: party },
    {
      kind: 'table',
      caption: words.ownership.owners(party),
      columns: [
        { title: words.ownership.owner, share: 34, style: 'strong' },
        { title: words.ownership.holds, share: 14, style: 'number' },
        { title: words.ownership.of, share: 28, style: 'text' },
        { title: words.listedOn, share: 24, style: 'text' },
      ],
      rows: links.map(({ owner, owned, share: percent }) => [name(owner), share(percent), name(owned), listed(holders[owner], shown)]),
    },
    ...unnamed(holders, links, shown),
    ...(chains.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, text: words.ownership.chains, style: 'strong' as const },
          { kind: 'list' as const, ordered: false, entries: chains },
        ]),
    ...(open.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, entries: open }]),
    ...circles.map((circle) => ({ kind: 'note' as const, tone: 'warning' as const, title: words.ownership.circle, text: circle.join(words.listSeparator) })),
  ]
}

/** Owners whose own owners are not all named, apart from those at the top of which nobody was asked. */
function unnamed(holders: PartyOwnership['holders'], links: PartyOwnership['links'], { words }: Shown): MemoBlock[] {
  const partly = holders.filter(({ complete }, at) => !complete && links.some(({ owned }) => owned === at)).map(({ name }) => name)
  return partly.length === 0 ? [] : [{ kind: 'paragraph', text: words.ownership.notAllNamed(partly), style: 'text' }]
}

function listed(holder: PartyOwnership['holders'][number] | undefined, shown: Shown): string {
  const { words } = shown
  if (holder === undefined) return words.nothing
  return [lists(holder.listedOn, shown), ...(holder.open ? [words.ownership.open] : [])].join('\n')
}

const lists = (ids: readonly string[], shown: Shown): string =>
  joined(
    ids.map((id) => listName(id, shown)),
    shown,
  )

/** What the case states of holders beside their shares. */
function holderTable({ holders = [] }: CaseFile, shown: Shown): MemoBlock[] {
  const { words } = shown
  const rows = holders.map((holder) => [holder.name, particulars(holder, shown)]).filter(([, lines]) => lines !== '')
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.particulars,
      columns: [
        { title: words.ownership.owner, share: 34, style: 'strong' },
        { title: words.particulars, share: 66, style: 'text' },
      ],
      rows: rows as string[][],
    },
  ]
}

function particulars({ country: code, address, kind, dob, ids = [], facts = {} }: Holder, shown: Shown): string {
  const { words } = shown
  return [
    ...(code === undefined ? [] : [words.factLine(words.country, country(code, shown))]),
    ...(address === undefined ? [] : [words.factLine(words.address, address)]),
    ...(kind === undefined ? [] : [words.factLine(words.kind, words.partyKinds[kind])]),
    ...(dob === undefined ? [] : [words.factLine(words.listing.dates, dob)]),
    ...(ids.length === 0 ? [] : [words.factLine(words.listing.ids, ids.join(words.semicolon))]),
    ...factLines(facts, 'owner', shown).map(({ fact, value }) => words.factLine(fact, value)),
  ].join('\n')
}

function ruleBlocks({ title, says, cite, atLeast, weighed, cautions, notModelled }: OwnershipCount, { words }: Shown): MemoBlock[] {
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'paragraph', text: says, style: 'text' },
    {
      kind: 'keyValue',
      columns: 1,
      rows: [
        { key: words.ownership.threshold, value: words.percent(String(atLeast)), style: 'text' },
        { key: words.ownership.source, value: cite, style: 'text' },
        { key: words.ownership.weight, value: weighed ? words.ownership.weighed : words.ownership.beside, style: 'text' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      entries: [...cautions.map((one) => words.withCode(one.says, one.cite)), ...notModelled.map((what) => words.factLine(words.ownership.notModelled, what))],
    },
  ]
}
