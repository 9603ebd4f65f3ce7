/**
 * Classifies an item: the state of every paragraph that this program evaluates, the entries that an officer has to read,
 * and a conclusion. The conclusion is never better than what is known: a paragraph is only final when nothing that comes
 * before it in the order of review is open, and EAR99 is an officer's decision, never the machine's.
 */
import type { Candidate, ClassifyAnswer, ClassifyItem } from '#shared/domain/classification.ts'
import { EAR99 } from '#shared/domain/eccn.ts'
import type { Lang, Words } from '#shared/trace/trace.ts'
import { type Mark, type ParagraphFinding, ParagraphReader } from './paragraph.ts'
import { findByWords } from './search.ts'
import type { ClassificationTables, MachineEntry } from './tables.ts'
import { ItemValues, readParameters } from './values.ts'

/** A control entry by code and title, evaluated or not. */
export type EntryTitle = { eccn: string; title: Words }

type Line = { entry: MachineEntry; at: string; finding: ParagraphFinding }
type Conclusion = ClassifyAnswer['conclusion']

const ENTIRE = new Set(['', '*'])
const decided = (line: Line): boolean => line.finding.state === 'met' || line.finding.state === 'not-met'
const isWithin = (at: string, above: string): boolean => at === above || at.startsWith(`${above}.`)
const label = (line: Line): string => `${line.entry.eccn}.${line.at}`

function readMarks(item: ClassifyItem): Map<string, Mark> {
  return new Map(item.marks.map(({ eccn, paragraph, state, reason, by }) => [ENTIRE.has(paragraph) ? eccn : `${eccn}.${paragraph}`, { state, reason, by }]))
}

/** Paragraphs at the ends of the tree, where an item can be classified. */
function targets(entry: MachineEntry): string[] {
  return Object.values(entry.paragraphs)
    .filter((paragraph) => paragraph.target && !paragraph.children.some((child) => entry.paragraphs[child]?.target === true))
    .map((paragraph) => paragraph.at)
}

const contradicted = ({ finding }: Line): boolean => finding.mark !== undefined && finding.state !== finding.mark.state

/** Met, then unknown by the share of its tests that speak for it, then not modelled, then not met. */
function score({ finding }: Line): number {
  if (finding.state === 'met') return 1
  if (finding.state === 'not-met') return 0
  if (finding.state === 'not-modelled') return 0.2
  const share = finding.support / Math.max(1, finding.support + finding.missing.length)
  return Math.round((0.3 + 0.6 * share - (finding.what.length > 0 ? 0.05 : 0)) * 1000) / 1000
}

function candidate(line: Line, lang: Lang): Candidate {
  const { entry, at, finding } = line
  const { mark, what } = finding
  return {
    eccn: entry.eccn,
    paragraph: at,
    state: finding.state,
    score: score(line),
    says: entry.paragraphs[at]?.says[lang] ?? '',
    tests: finding.tests,
    missing: finding.missing,
    ...(what.length === 0 ? {} : { notModelled: what.map((words) => words[lang]) }),
    ...(mark === undefined ? {} : { marked: { ...mark, contradicts: contradicted(line) } }),
  }
}

/** Marks on paragraphs that the tables do not evaluate: they stand as the officer set them. */
function markedElsewhere(item: ClassifyItem, tables: ClassificationTables, titles: Map<string, Words>, lang: Lang): Candidate[] {
  return item.marks
    .filter((mark) => !ENTIRE.has(mark.paragraph) && !Object.hasOwn(tables.entries.find((entry) => entry.eccn === mark.eccn)?.paragraphs ?? {}, mark.paragraph))
    .map(({ eccn, paragraph, state, reason, by }) => ({
      eccn,
      paragraph,
      state,
      score: state === 'met' ? 1 : 0,
      says: titles.get(eccn)?.[lang] ?? '',
      tests: [],
      missing: [],
      marked: { state, reason, by, contradicts: false },
    }))
}

const SENTENCES = {
  elsewhere: { en: 'Another list comes first: ', zh: '应先适用其他清单：' },
  contradiction: { en: 'An officer’s mark contradicts the computed result: ', zh: '合规专员的标记与计算结果矛盾：' },
  open: { en: ' is met, but this comes before it and is open: ', zh: ' 已符合，但以下条目在先且尚未确定：' },
  met: { en: 'Met: ', zh: '已符合：' },
  premise: {
    en: '. This rests on the item not being described by a list that comes before the evaluated entries, which is for an officer to decide.',
    zh: '。前提是该物项不属于先行适用的其他清单，须由合规专员判断。',
  },
  nothingMet: { en: 'No evaluated paragraph is met, and these are open: ', zh: '没有已评估的子项符合，以下尚未确定：' },
  notEvaluated: {
    en: 'No evaluated paragraph describes the item. Most control entries are not evaluated by this program: an officer has to read them before the item can be called EAR99.',
    zh: '没有已评估的子项描述该物项。本程序并不评估大多数管制条目：须由合规专员逐一核对后方可认定为EAR99。',
  },
  unread: { en: 'EAR99 was marked, but these entries are neither ruled out nor marked: ', zh: '已标记EAR99，但以下条目尚未排除或标记：' },
  ear99: { en: 'An officer ruled out every candidate and decided EAR99: ', zh: '合规专员已排除全部候选条目并认定EAR99：' },
  missing: { en: 'missing', zh: '缺少' },
  notHeld: { en: 'not evaluated by this program', zh: '本程序未评估' },
} satisfies Record<string, Words>

/** Open paragraphs by entry, each with the parameters that could settle it. */
function openWords(lines: Line[], tables: ClassificationTables, lang: Lang): string {
  const named = (parameter: string) => tables.parameters[parameter]?.label[lang] ?? parameter
  const byEntry = new Map<string, Line[]>()
  for (const line of lines) byEntry.set(line.entry.eccn, [...(byEntry.get(line.entry.eccn) ?? []), line])
  return [...byEntry]
    .map(([eccn, open]) => {
      const missing = [...new Set(open.flatMap((line) => line.finding.missing))]
      const why =
        missing.length > 0
          ? `${SENTENCES.missing[lang]} ${missing.slice(0, 4).map(named).join(', ')}${missing.length > 4 ? ` … +${missing.length - 4}` : ''}`
          : SENTENCES.notHeld[lang]
      const which = open.slice(0, 4).map((line) => line.at)
      return `${eccn} ${which.join(', ')}${open.length > 4 ? ` … +${open.length - 4}` : ''} (${why})`
    })
    .join('; ')
}

/** The first entry of the order that is met, unless something before it, or a paragraph that it takes first, is open. */
function concludeMet(lines: Line[], tables: ClassificationTables, lang: Lang): Conclusion | undefined {
  const open: Line[] = []
  for (const entry of tables.entries) {
    const own = lines.filter((line) => line.entry === entry)
    const met = own.filter((line) => line.finding.state === 'met')
    const isFirst = (line: Line): boolean => entry.first.some((above) => isWithin(line.at, above))
    if (met.length === 0) {
      open.push(...own.filter((line) => !decided(line)))
      continue
    }
    const chosen = met.some(isFirst) ? met.filter(isFirst) : met
    const before = [...open, ...(met.some(isFirst) ? [] : own.filter((line) => isFirst(line) && !decided(line)))]
    const name = chosen.map(label).join(', ')
    if (before.length > 0) return { state: 'undetermined', why: `${name}${SENTENCES.open[lang]}${openWords(before, tables, lang)}` }
    return { state: 'classified', eccn: entry.eccn, paragraphs: chosen.map((line) => line.at), why: `${SENTENCES.met[lang]}${name}${SENTENCES.premise[lang]}` }
  }
  return undefined
}

function conclude(
  item: ClassifyItem,
  tables: ClassificationTables,
  lines: Line[],
  marked: Candidate[],
  reviewed: ClassifyAnswer['reviewed'],
  elsewhere: Words[],
  lang: Lang,
): Conclusion {
  if (elsewhere.length > 0) return { state: 'undetermined', why: `${SENTENCES.elsewhere[lang]}${elsewhere.map((words) => words[lang]).join('; ')}` }
  const disputed = lines.filter(contradicted)
  if (disputed.length > 0)
    return { state: 'undetermined', why: `${SENTENCES.contradiction[lang]}${disputed.map((line) => `${label(line)} (${line.finding.state})`).join(', ')}` }
  const byMachine = concludeMet(lines, tables, lang)
  const byHand = marked.filter((each) => each.state === 'met')
  const open = lines.filter((line) => !decided(line))
  if (byHand.length > 0 && byMachine?.state !== 'classified') {
    const name = byHand.map((each) => `${each.eccn}.${each.paragraph}`).join(', ')
    if (open.length > 0) return { state: 'undetermined', why: `${name}${SENTENCES.open[lang]}${openWords(open, tables, lang)}` }
    const eccn = byHand[0]?.eccn ?? ''
    return {
      state: 'classified',
      eccn,
      paragraphs: byHand.filter((each) => each.eccn === eccn).map((each) => each.paragraph),
      why: `${SENTENCES.met[lang]}${name}${SENTENCES.premise[lang]}`,
    }
  }
  if (byMachine !== undefined) return byMachine
  if (open.length > 0) return { state: 'undetermined', why: `${SENTENCES.nothingMet[lang]}${openWords(open, tables, lang)}` }
  const decision = item.marks.find((mark) => mark.eccn === EAR99 && mark.state === 'met')
  if (decision === undefined) return { state: 'undetermined', why: SENTENCES.notEvaluated[lang] }
  const unread = reviewed.filter(({ eccn }) => !item.marks.some((mark) => mark.eccn === eccn && ENTIRE.has(mark.paragraph) && mark.state === 'not-met'))
  if (unread.length > 0) return { state: 'undetermined', why: `${SENTENCES.unread[lang]}${unread.map(({ eccn }) => eccn).join(', ')}` }
  return { state: 'ear99', why: `${SENTENCES.ear99[lang]}${decision.reason}` }
}

/**
 * Classifies one item on the tables of a rule pack. `entries` are all control entries by title, for the ones that are not
 * evaluated. A mark with an empty paragraph (or `*`) stands for the whole entry; a mark `EAR99`, met, is the officer's
 * decision that nothing applies. Throws InputError for parameters that cannot be read (see `readParameters`).
 */
export function classify(
  item: ClassifyItem,
  tables: ClassificationTables,
  entries: readonly EntryTitle[],
  lang: Lang = 'en',
  packs: ClassifyAnswer['packs'] = [],
): ClassifyAnswer {
  const values = new ItemValues(readParameters(item.parameters, tables), tables)
  const reader = new ParagraphReader(tables, values, readMarks(item))
  const applicable = tables.entries.filter((entry) => item.kind === undefined || entry.kinds.includes(item.kind))
  const lines = applicable.flatMap((entry) => targets(entry).map((at) => ({ entry, at, finding: reader.whole(entry, at) })))
  const elsewhere = tables.before.filter((step) => reader.evaluate(step.when, step.cite).state === 'met').map((step) => step.says)
  const marked = markedElsewhere(item, tables, new Map(entries.map((entry) => [entry.eccn, entry.title])), lang).filter((each) => each.eccn !== EAR99)
  const evaluated = new Set(tables.entries.map((entry) => entry.eccn))
  const reviewed = findByWords(
    item,
    entries.filter((entry) => !evaluated.has(entry.eccn)),
  )
  const order = new Map(lines.map((line, index) => [label(line), index]))
  const candidates = [...lines.map((line) => candidate(line, lang)), ...marked].sort(
    (a, b) =>
      b.score - a.score || a.missing.length - b.missing.length || (order.get(`${a.eccn}.${a.paragraph}`) ?? 0) - (order.get(`${b.eccn}.${b.paragraph}`) ?? 0),
  )
  return { id: item.id, candidates, reviewed, conclusion: conclude(item, tables, lines, marked, reviewed, elsewhere, lang), packs }
}
