/**
 * From a determination to its memo: the answer first, then the case, the law that decides it, what is open, the screening
 * certificate, signatures and integrity. It states what the answer and the case state and decides nothing.
 */
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { factsSection, openSection, provisionsSection, reasonsSection, requirementsSection, settleSection } from './answer-sections.ts'
import { itemsSection, partiesSection, transactionSection } from './case-sections.ts'
import { contentSection } from './content-section.ts'
import { integritySection } from './integrity-section.ts'
import type { MemoBlock, MemoDocument } from './memo-document.ts'
import type { MemoInput } from './memo-input.ts'
import { ownershipSection } from './ownership-section.ts'
import { dutiesSection, exceptionsSection, policySection, prohibitionsSection } from './relief-sections.ts'
import { screeningSection } from './screening-section.ts'
import { dayInWords, momentInWords, type Shown } from './show-values.ts'
import { type MemoWords, memoWords } from './words.ts'

type SectionName = keyof MemoWords['sections']

/** Builds the memo. Throws Error when the answer is in another language, or belongs to another case than the file. */
export function buildMemo(input: MemoInput, lang: Lang): MemoDocument {
  const { answer, file } = input
  if (answer.lang !== lang) throw new Error(`the answer is in the language ${answer.lang}, the memo was asked for in ${lang}`)
  if (answer.case !== file.id) throw new Error(`the answer belongs to the case ${answer.case}, the file is that of ${file.id}`)
  const words = memoWords(lang)
  const shown: Shown = { words, names: input.names ?? {} }
  const sections: [SectionName, MemoBlock[]][] = [
    ['transaction', transactionSection(file, shown)],
    ['parties', partiesSection(file, answer, shown)],
    ...((answer.ownership ?? []).length > 0 ? [['ownership', ownershipSection(file, answer, shown)] satisfies [SectionName, MemoBlock[]]] : []),
    ['items', itemsSection(file, answer, shown)],
    ...(answer.items.some(({ content }) => content !== undefined) ? [['content', contentSection(answer, shown)] satisfies [SectionName, MemoBlock[]]] : []),
    ['requirements', requirementsSection(answer, shown)],
    ['exceptions', exceptionsSection(answer, shown)],
    ['policy', policySection(answer, shown)],
    ['duties', dutiesSection(answer, shown)],
    ['prohibitions', prohibitionsSection(answer, shown)],
    ['facts', factsSection(file, answer, 2, shown)],
    ['provisions', provisionsSection(answer, shown)],
    ...(input.proofs === undefined ? [] : [['reasons', reasonsSection(input.proofs, shown)] satisfies [SectionName, MemoBlock[]]]),
    ['open', openSection(answer, shown)],
    ['screening', screeningSection(input, shown)],
    ['warnings', warningsSection(input, shown)],
    ['settle', settleSection(answer, shown)],
    ['signatures', signatures(input, shown)],
    ['integrity', integritySection(input, shown)],
  ]
  const numberOf = new Map(sections.map(([name], i) => [name, i + 2]))
  const section = (number: number, name: SectionName): MemoBlock => ({ kind: 'heading', level: 2, text: words.numbered(number, words.sections[name]) })
  return {
    lang,
    title: words.title,
    number: input.determinationId,
    case: file.id,
    determinedAt: input.determinedAt,
    author: input.by,
    running: { head: words.runningHead(input.determinationId, file.id), foot: words.runningFoot(input.organisation ?? ''), page: words.pageOf },
    missingShapes: words.missingShapes,
    blocks: [
      { kind: 'heading', level: 1, text: words.title },
      ...header(input, shown),
      section(1, 'answer'),
      answerBox(input, shown, (name) => numberOf.get(name) ?? 0),
      ...(lang === 'zh' ? [{ kind: 'note' as const, tone: 'plain' as const, title: words.translationTitle, text: words.translation }] : []),
      ...sections.flatMap(([name, blocks], i) => [section(i + 2, name), ...blocks]),
    ],
  }
}

function header(input: MemoInput, { words, names }: Shown): MemoBlock[] {
  const { answer, file, organisation = '' } = input
  const row = (key: string, value: string) => ({ key, value, style: 'text' as const })
  return [
    ...(file.title === undefined || file.title === '' ? [] : [{ kind: 'paragraph' as const, text: file.title, style: 'strong' as const }]),
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        row(words.memoNumber, input.determinationId),
        row(words.caseLabel, answer.case),
        row(words.determinedAt, momentInWords(input.determinedAt, words)),
        row(words.determinedBy, input.by === '' ? words.notNamed : input.by),
        row(words.asOf, dayInWords(answer.asOf, words)),
        row(words.lawAsOf, [...new Set(answer.packs.map((pack) => dayInWords(pack.lawAsOf, words)))].join(words.semicolon)),
        row(words.regimes, answer.regimes.map(({ id, outcome }) => words.factLine(names.regimes?.[id] ?? id, verdictWords(outcome, answer.lang))).join('\n')),
        row(words.languageLabel, words.language),
        ...(organisation === '' ? [] : [row(words.organisation, organisation)]),
      ],
    },
  ]
}

function answerBox({ answer }: MemoInput, shown: Shown, numberOf: (name: SectionName) => number): MemoBlock {
  const { words } = shown
  const count = (found: number, say: (count: number, section: number) => string, name: SectionName) => (found === 0 ? [] : [say(found, numberOf(name))])
  const remarks = [
    ...count([...answer.parties, ...(answer.owners ?? [])].filter(({ status }) => status === 'possible').length, words.countHits, 'screening'),
    ...count(answer.questions.length, words.countQuestions, 'open'),
    ...count(answer.notModelled.filter(({ mayMatter }) => mayMatter).length, words.countNotModelled, 'open'),
    ...count(answer.conflicts.length, words.countConflicts, 'open'),
    ...count(answer.assumptions.length, words.countAssumptions, 'open'),
    ...count(answer.warnings.length, words.countWarnings, 'warnings'),
  ]
  return {
    kind: 'verdict',
    verdict: answer.outcome,
    sentence: answer.says,
    lines: answer.items.map(({ id, eccn, outcome, says }) => ({ verdict: outcome, text: words.itemLine(id, eccn, says) })),
    remarks: remarks.length === 0 ? [] : [words.readWith(remarks)],
  }
}

function warningsSection({ answer }: MemoInput, { words }: Shown): MemoBlock[] {
  if (answer.warnings.length === 0) return [{ kind: 'paragraph', text: words.none, style: 'text' }]
  return [{ kind: 'list', ordered: false, entries: answer.warnings }]
}

function signatures({ by }: MemoInput, { words }: Shown): MemoBlock[] {
  const fields = [words.signName, words.signDate, words.signature]
  return [
    {
      kind: 'signatures',
      parts: [
        { role: words.analyst, name: by, fields },
        { role: words.approver, name: '', fields },
      ],
    },
  ]
}
