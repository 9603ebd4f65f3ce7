/** What the determination says: requirements, provisions cited, decisive rules, and all that is open. */
import type { CaseFile } from '#shared/domain/case.ts'
import type { Determination, Requirement } from '#shared/domain/determination.ts'
import type { Subject } from '#shared/trace/trace.ts'
import type { MemoBlock, MemoColumn } from './memo-document.ts'
import type { ItemReasons } from './memo-input.ts'
import { country, factLines, factName, joined, type Shown, subjectName } from './show-values.ts'
import type { MemoWords } from './words.ts'

const plain = (text: string): MemoBlock => ({ kind: 'paragraph', text, style: 'text' })
/** Provisions that are cited together, each on its own line. */
const cites = (cite: string): string => cite.replaceAll('; ', '\n')
const part = (text: string): MemoBlock => ({ kind: 'heading', level: 3, text })

export function requirementsSection({ items }: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  const rows = (of: 'requirements' | 'prohibitions') => items.flatMap((item) => item[of].map((one) => requirementRow(item.id, one, words)))
  const columns: MemoColumn[] = [
    { title: words.item, share: 8, style: 'strong' },
    { title: words.reason, share: 10, style: 'strong' },
    { title: words.column, share: 12, style: 'text' },
    { title: words.ruleSays, share: 40, style: 'text' },
    { title: words.citation, share: 30, style: 'text' },
  ]
  const table = (caption: string, found: string[][]): MemoBlock[] =>
    found.length === 0 ? [] : [part(caption), { kind: 'table', caption, columns, rows: found }]
  const blocks = [...table(words.prohibitedBy, rows('prohibitions')), ...table(words.requiredBy, rows('requirements'))]
  return blocks.length === 0 ? [plain(words.noRequirements)] : blocks
}

const requirementRow = (item: string, { reason, column, says, cite, rule, cautions }: Requirement, words: MemoWords): string[] => [
  item,
  reason,
  column ?? '–',
  [says, ...cautions.map((one) => `${words.caution}${one.says} (${one.cite})`)].join('\n'),
  `${cites(cite)}\n${rule}`,
]

/**
 * The questions that every licence determination turns on, answered with what the case states. `transactionSection` is the
 * number of the section that prints all facts of the end use; those stated as “no” are only counted here.
 */
export function factsSection(file: CaseFile, answer: Determination, transactionSection: number, shown: Shown): MemoBlock[] {
  const { words } = shown
  const { transaction } = file
  const entries = new Map<string, number>()
  for (const { eccn } of answer.items) {
    const entry = eccn === '' ? words.noEntry : eccn
    entries.set(entry, (entries.get(entry) ?? 0) + 1)
  }
  const what = [[...entries].map(([entry, count]) => words.countOf(entry, count)).join(words.semicolon)]
  const where = [
    country(transaction.destination, shown),
    ...(transaction.transit.length === 0
      ? []
      : [
          words.via(
            joined(
              transaction.transit.map((code) => country(code, shown)),
              shown,
            ),
          ),
        ]),
  ]
  const who = answer.parties.map(({ name, status }) => words.factLine(name, words.partyStatus[status]))
  const use = factLines(transaction.endUse.facts, 'endUse', shown)
  const denied = use.filter(({ value }) => value === words.no)
  const purpose = [
    ...(transaction.endUse.statement === '' ? [] : [transaction.endUse.statement]),
    ...use.filter(({ value }) => value !== words.no).map(({ fact, value }) => words.factLine(fact, value)),
    ...(denied.length === 0 ? [] : [words.deniedFacts(denied.length, transactionSection)]),
  ]
  const conduct = file.parties.flatMap((party) =>
    factLines(party.facts, 'party', shown).map(({ fact, value }) => words.factLine(party.name, words.factLine(fact, value))),
  )
  const row = (key: string, parts: readonly string[]) => ({
    key,
    value: parts.length === 0 ? words.notStated : parts.join('\n'),
    style: 'text' as const,
  })
  return [
    {
      kind: 'keyValue',
      columns: 1,
      rows: [row(words.factWhat, what), row(words.factWhere, where), row(words.factWho, who), row(words.factUse, purpose), row(words.factConduct, conduct)],
    },
  ]
}

/** Every provision that the answer cites, once, with its part in the answer and the items concerned. */
export function provisionsSection(answer: Determination, { words }: Shown): MemoBlock[] {
  const roles = words.provisionRoles
  const found = new Map<string, { roles: Set<string>; items: Set<string> }>()
  const add = (cite: string, says: string, item: string | undefined) => {
    for (const one of cite.split('; ').filter((text) => text !== '')) {
      const entry = found.get(one) ?? { roles: new Set<string>(), items: new Set<string>() }
      entry.roles.add(says)
      if (item !== undefined) entry.items.add(item)
      found.set(one, entry)
    }
  }
  for (const item of answer.items) {
    for (const { cite } of item.prohibitions) add(cite, roles.prohibition, item.id)
    for (const { cite } of item.requirements) add(cite, roles.requirement, item.id)
    for (const { cite } of item.exceptions) add(cite, roles.exception, item.id)
    for (const { cite } of item.policy) add(cite, roles.policy, item.id)
  }
  for (const { cite, of } of answer.notModelled) add(cite, roles.open, of.item)
  if (found.size === 0) return [plain(words.noProvisions)]
  return [
    {
      kind: 'table',
      caption: words.sections.provisions,
      columns: [
        { title: words.provision, share: 42, style: 'text' },
        { title: words.provisionRole, share: 38, style: 'text' },
        { title: words.provisionItems, share: 20, style: 'text' },
      ],
      rows: [...found].map(([cite, { roles, items }]) => [cite, [...roles].join(words.listSeparator), [...items].join(words.listSeparator)]),
    },
  ]
}

export function reasonsSection(proofs: readonly ItemReasons[], { words }: Shown): MemoBlock[] {
  return proofs.flatMap(({ item, lines, notApplied }): MemoBlock[] => [
    part(words.itemNamed(item)),
    ...(lines.length === 0
      ? [plain(words.noReasons)]
      : [
          {
            kind: 'table' as const,
            caption: words.itemNamed(item),
            columns: [
              { title: words.appliedTitle, share: 14, style: 'strong' as const },
              { title: words.ruleSays, share: 54, style: 'text' as const },
              { title: words.citation, share: 32, style: 'text' as const },
            ],
            rows: lines.map(({ applied, says, cite, rule }) => [words.applied[applied], says, `${cites(cite)}\n${rule}`]),
          },
        ]),
    ...(notApplied === 0 ? [] : [{ kind: 'paragraph' as const, text: words.notApplied(notApplied), style: 'quiet' as const }]),
  ])
}

/** Questions, unasked questions, unknowns, assumptions, law not modelled, conflicts; what there is none of is said in one line. */
export function openSection(answer: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  const about = (of: Subject) => subjectName(of, shown)
  const whose = (of: Subject) => about(of) || words.wholeCase
  const text = 'text' as const
  const waiting = answer.items.flatMap((item) =>
    item.exceptions
      .filter(({ missing }) => missing.length > 0)
      .map(({ symbol, missing }) => words.unknownLine(symbol, item.id, missing.map((path) => factName(path, shown)).join(words.semicolon))),
  )
  const parts: { title: string; blocks: MemoBlock[] }[] = [
    {
      title: words.questions,
      blocks: table(
        words.questions,
        [
          { title: words.question, share: 44, style: text },
          { title: words.whyAsked, share: 34, style: text },
          { title: words.citationOnly, share: 22, style: text },
        ],
        answer.questions.map((question) => [
          [
            question.ask,
            [about(question.of), question.fact].filter((one) => one !== '').join(' · '),
            question.choices.length > 0
              ? words.choices(question.choices.map(({ value, label }) => words.withCode(label, value)).join(words.semicolon))
              : words.answerType(words.answerTypes[question.type] ?? question.type),
          ].join('\n'),
          question.assumed ? `${question.why}\n${words.assumedSoFar}` : question.why,
          cites(question.cite),
        ]),
      ),
    },
    {
      title: words.unknown,
      blocks: waiting.length === 0 ? [] : [plain(words.unknownLead), { kind: 'list', ordered: false, entries: waiting }],
    },
    {
      title: words.notAsked,
      blocks: table(
        words.notAsked,
        [
          { title: words.whyNotAsked, share: 36, style: text },
          { title: words.questionsNotAsked, share: 64, style: text },
        ],
        notAskedByReason(answer.notAsked, shown),
      ),
    },
    {
      title: words.assumptions,
      blocks: table(
        words.assumptions,
        [
          { title: words.fact, share: 44, style: text },
          { title: words.about, share: 28, style: text },
          { title: words.value, share: 28, style: text },
        ],
        answer.assumptions.map(({ fact, of, value }) => [factName(fact, shown), whose(of), value]),
      ),
    },
    {
      title: words.notModelled,
      blocks: table(
        words.notModelled,
        [
          { title: words.about, share: 12, style: 'strong' },
          { title: words.law, share: 44, style: text },
          { title: words.mayMatter, share: 14, style: text },
          { title: words.citation, share: 30, style: text },
        ],
        answer.notModelled.map(({ of, says, mayMatter, cite, rule }) => [whose(of), says, mayMatter ? words.yes : words.no, `${cites(cite)}\n${rule}`]),
      ),
    },
    {
      title: words.conflicts,
      blocks: table(
        words.conflicts,
        [
          { title: words.about, share: 12, style: 'strong' },
          { title: words.conflictSays, share: 48, style: text },
          { title: words.conflictRules, share: 40, style: text },
        ],
        answer.conflicts.map(({ of, says, rules }) => [whose(of), says, rules.join('\n')]),
      ),
    },
  ]
  const absent = parts.filter(({ blocks }) => blocks.length === 0).map(({ title }) => title)
  return [
    ...parts.flatMap(({ title, blocks }) => (blocks.length === 0 ? [] : [part(title), ...blocks])),
    ...(absent.length === 0 ? [] : [plain(words.noneOf(absent))]),
  ]
}

/** A row for each thing that settled the matter, with the names of all facts that it made needless and the provisions. */
function notAskedByReason(notAsked: Determination['notAsked'], shown: Shown): string[][] {
  const { words } = shown
  const found = new Map<string, { facts: Set<string>; cites: Set<string> }>()
  for (const { fact, of, why, by, cite } of notAsked) {
    const key = by === '' ? why : by
    const group = found.get(key) ?? { facts: new Set<string>(), cites: new Set<string>() }
    const whose = subjectName(of, shown)
    const label = shown.names.facts?.[fact] ?? fact
    group.facts.add(whose === '' ? label : `${label} (${whose})`)
    if (cite !== '') group.cites.add(cite)
    found.set(key, group)
  }
  return [...found].map(([why, { facts, cites }]) => [
    why,
    [[...facts].join(words.semicolon), ...(cites.size === 0 ? [] : [`(${[...cites].join(words.semicolon)})`])].join('\n'),
  ])
}

const table = (caption: string, columns: MemoColumn[], rows: string[][]): MemoBlock[] => (rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }])

/** The smallest sets of facts that could settle what is open, in the order in which they were found. */
export function settleSection({ solves, outcome }: Determination, shown: Shown): MemoBlock[] {
  const { words } = shown
  if (solves.length === 0) return [plain(outcome === 'needs-information' || outcome === 'needs-review' ? words.settleOpen : words.settleNone)]
  const entries = solves.map((set) =>
    set
      .map(({ fact, of }) => {
        const about = subjectName(of, shown)
        return about === '' ? factName(fact, shown) : words.factLine(about, factName(fact, shown))
      })
      .join(words.semicolon),
  )
  return [plain(words.settleLead), { kind: 'list', ordered: true, entries }]
}
