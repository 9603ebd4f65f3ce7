/** The case as it was stated: transaction, parties, items. What the case leaves open is printed as not stated. */
import type { CaseFile, CaseItem, CaseParty, ContentLine } from '#shared/domain/case.ts'
import type { Determination } from '#shared/domain/determination.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import type { MemoBlock } from './memo-document.ts'
import { country, factLines, grouped, joined, listName, type Shown } from './show-values.ts'

type Particular = [subject: string, lines: string]

export function transactionSection({ transaction, facts }: CaseFile, shown: Shown): MemoBlock[] {
  const { words } = shown
  const row = (key: string, value: string) => ({ key, value, style: 'text' as const })
  const stated = [
    ...factLines(transaction.facts, 'transaction', shown),
    ...factLines(transaction.endUse.facts, 'endUse', shown),
    ...factLines(facts, 'case', shown),
  ]
  return [
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        row(words.transactionKind, transaction.kind === undefined ? words.notStated : words.transactionKinds[transaction.kind]),
        row(words.from, country(transaction.from, shown)),
        row(words.destination, country(transaction.destination, shown)),
        row(
          words.transit,
          joined(
            transaction.transit.map((code) => country(code, shown)),
            shown,
          ),
        ),
      ],
    },
    { kind: 'keyValue', columns: 1, rows: [row(words.endUse, transaction.endUse.statement === '' ? words.notStated : transaction.endUse.statement)] },
    ...factTable(words.statedFacts, stated, shown),
  ]
}

function factTable(caption: string, facts: { fact: string; value: string }[], { words }: Shown): MemoBlock[] {
  if (facts.length === 0) return []
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { title: words.statedFacts, share: 60, style: 'text' },
        { title: words.value, share: 40, style: 'text' },
      ],
      rows: facts.map(({ fact, value }) => [fact, value]),
    },
  ]
}

export function partiesSection(file: CaseFile, answer: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  if (answer.parties.length === 0) return [{ kind: 'paragraph', text: words.noParties, style: 'text' }]
  const rows = answer.parties.map((party, i) => [
    party.name,
    role(party.role, shown),
    country(party.country, shown),
    country(file.parties[i]?.headquarters, shown),
    words.partyStatus[party.status],
    joined(
      party.listedOn.map((id) => listName(id, shown)),
      shown,
    ),
  ])
  return [
    {
      kind: 'table',
      caption: words.sections.parties,
      columns: [
        { title: words.party, share: 28, style: 'strong' },
        { title: words.role, share: 15, style: 'text' },
        { title: words.country, share: 14, style: 'text' },
        { title: words.headquarters, share: 14, style: 'text' },
        { title: words.status, share: 15, style: 'text' },
        { title: words.listedOn, share: 14, style: 'text' },
      ],
      rows,
    },
    ...particulars(
      words.party,
      28,
      file.parties.map((party) => [party.name, partyParticulars(party, shown)]),
      shown,
    ),
  ]
}

/** The role in words; a role that this memo does not know stands as it is. */
export const role = (code: string, { words }: Shown): string => (words.roles as Record<string, string>)[code] ?? code

function partyParticulars(party: CaseParty, shown: Shown): string {
  const { words } = shown
  return [
    ...(party.address === undefined || party.address === '' ? [] : [words.factLine(words.address, party.address)]),
    ...party.owners.flatMap((owner) => [
      words.owner(owner.name, owner.share === undefined ? words.shareUnknown : words.share(owner.share)),
      ...factLines(owner.facts ?? {}, 'owner', shown).map(({ fact, value }) => words.factLine(fact, value)),
    ]),
    ...factLines(party.facts, 'party', shown).map(({ fact, value }) => words.factLine(fact, value)),
  ].join('\n')
}

function particulars(title: string, share: number, rows: Particular[], { words }: Shown): MemoBlock[] {
  const stated = rows.filter(([, lines]) => lines !== '')
  if (stated.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.particulars,
      columns: [
        { title, share, style: 'strong' },
        { title: words.particulars, share: 100 - share, style: 'text' },
      ],
      rows: stated,
    },
  ]
}

export function itemsSection(file: CaseFile, answer: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  const rows = answer.items.map((item, i) => {
    const stated = file.items[i]
    return [
      item.id,
      item.description === '' ? words.notStated : item.description,
      item.eccn === '' ? words.notStated : item.eccn,
      stated?.kind === undefined ? words.notStated : words.itemKinds[stated.kind],
      country(stated?.origin, shown),
      country(stated?.locatedIn, shown),
      stated?.value === undefined ? words.notStated : `${stated.value.currency} ${grouped(stated.value.amount)}`,
      stated?.quantity === undefined ? words.notStated : grouped(String(stated.quantity)),
    ]
  })
  return [
    {
      kind: 'table',
      caption: words.sections.items,
      columns: [
        { title: words.item, share: 8, style: 'strong' },
        { title: words.description, share: 23.5, style: 'text' },
        { title: words.eccn, share: 11, style: 'strong' },
        { title: words.itemKind, share: 11.5, style: 'text' },
        { title: words.origin, share: 11, style: 'text' },
        { title: words.locatedIn, share: 11, style: 'text' },
        { title: words.worth, share: 13, style: 'number' },
        { title: words.quantity, share: 11, style: 'number' },
      ],
      rows,
    },
    ...particulars(
      words.item,
      8,
      file.items.map((item) => [item.id, itemParticulars(item, shown)]),
      shown,
    ),
    ...file.items.flatMap((item) => contentTable(item, shown)),
  ]
}

function itemParticulars(item: CaseItem, shown: Shown): string {
  const { words } = shown
  const classified = item.classification === undefined ? '' : classification(item.classification, shown)
  return [
    ...(classified === '' ? [] : [words.factLine(words.classification, classified)]),
    ...factLines(item.facts, 'item', shown).map(({ fact, value }) => words.factLine(fact, value)),
  ].join('\n')
}

/** The result of the classification wizard as far as it has the usual shape, else the record as it stands. */
function classification(record: unknown, shown: Shown): string {
  const conclusion = typeof record === 'object' && record !== null && 'conclusion' in record ? record.conclusion : record
  if (typeof conclusion === 'object' && conclusion !== null && 'state' in conclusion && 'why' in conclusion) {
    const state = String(conclusion.state)
    const entry = 'eccn' in conclusion && conclusion.eccn !== undefined ? String(conclusion.eccn) : ''
    return shown.words.classifiedLine(shown.words.classifiedAs[state] ?? state, entry, String(conclusion.why))
  }
  return typeof record === 'string' ? record : canonicalJson(record)
}

/** A longer bill of materials is printed by its codes in the section on content; the record holds every line. */
const MOST_LINES = 300

function lineParticulars({ kind, quantity, bundled, facts = {} }: ContentLine, shown: Shown): string {
  const { words } = shown
  return [
    ...(kind === undefined ? [] : [words.itemKinds[kind]]),
    ...(quantity === undefined ? [] : [words.factLine(words.quantity, grouped(String(quantity)))]),
    ...(bundled === undefined ? [] : [words.factLine(words.bundled, bundled ? words.yes : words.no)]),
    ...factLines(facts, 'content', shown).map(({ fact, value }) => words.factLine(fact, value)),
  ].join('\n')
}

function contentTable(item: CaseItem, shown: Shown): MemoBlock[] {
  const { words } = shown
  if (item.content.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: words.contentOf(item.id) },
    {
      kind: 'table',
      caption: words.contentOf(item.id),
      columns: [
        { title: words.contentLines, share: 8, style: 'strong' },
        { title: words.description, share: 32, style: 'text' },
        { title: words.eccn, share: 14, style: 'text' },
        { title: words.origin, share: 14, style: 'text' },
        { title: words.worth, share: 14, style: 'number' },
        { title: words.particulars, share: 18, style: 'text' },
      ],
      rows: item.content
        .slice(0, MOST_LINES)
        .map((line, at) => [
          String(at + 1),
          [line.part, line.description].filter((one) => one !== undefined && one !== '').join(' · ') || words.notStated,
          line.eccn ?? words.notStated,
          country(line.origin, shown),
          line.value === undefined ? words.notStated : grouped(line.value),
          lineParticulars(line, shown),
        ]),
    },
    ...(item.content.length > MOST_LINES
      ? [{ kind: 'paragraph' as const, text: words.contentMore(MOST_LINES, item.content.length), style: 'quiet' as const }]
      : []),
  ]
}
