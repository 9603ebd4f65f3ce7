/**
 * The certificate of a batch: what was screened against which lists, how complete and how old these were, every query with
 * hits and their scores, every line that could not be screened, and the queries without hit by name.
 */
import type { BatchAlert, BatchSummary } from '#shared/domain/batch.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { certificateWords } from './certificate-words.ts'
import type { MemoBlock, MemoDocument } from './memo-document.ts'
import { grouped, joined, momentInWords, type Shown, score } from './show-values.ts'
import { memoWords } from './words.ts'

/** So much is printed; what there is more stands in the results, whose hash is printed. */
export const PRINTED = { alerts: 1000, hits: 10, faults: 500, clear: 2000 } as const

/** `names` are the titles of the lists in the language of the certificate. */
export function screeningCertificate(summary: BatchSummary, names: Readonly<Record<string, string>>, lang: Lang): MemoDocument {
  const words = certificateWords(lang)
  const shown: Shown = { words: memoWords(lang), names: { lists: names } }
  const sections: [string, MemoBlock[]][] = [
    [words.sections.result, result(summary, lang)],
    [words.sections.screened, screened(summary, shown, lang)],
    [words.sections.lists, lists(summary, shown, lang)],
    [words.sections.alerts, alerts(summary, shown, lang)],
    [words.sections.errors, faults(summary, lang)],
    [words.sections.clear, clear(summary, lang)],
    [words.sections.signature, [{ kind: 'signatures', parts: [{ role: words.screenedBy, name: summary.by, fields: signFields(shown) }] }]],
  ]
  return {
    lang,
    title: words.title,
    number: summary.id,
    case: '',
    determinedAt: summary.at,
    author: summary.by,
    running: { head: words.runningHead(summary.file, summary.sha256.slice(0, 16)), foot: words.title, page: shown.words.pageOf },
    missingShapes: shown.words.missingShapes,
    blocks: [
      { kind: 'heading', level: 1, text: words.title },
      ...incomplete(summary, shown, lang),
      ...sections.flatMap(([title, blocks], i): MemoBlock[] => [{ kind: 'heading', level: 2, text: shown.words.numbered(i + 1, title) }, ...blocks]),
    ],
  }
}

const signFields = ({ words }: Shown): string[] => [words.signName, words.signDate, words.signature]
const text = (key: string, value: string) => ({ key, value, style: 'text' as const })
const figure = (count: number): string => grouped(String(count))
const plain = (says: string): MemoBlock => ({ kind: 'paragraph', text: says, style: 'text' })
const quiet = (says: string): MemoBlock => ({ kind: 'paragraph', text: says, style: 'quiet' })

/** First what the screening cannot show. */
function incomplete({ lists: searched }: BatchSummary, shown: Shown, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  const starter = searched.filter(({ complete }) => !complete)
  const stale = searched.filter((list) => list.complete && list.stale)
  const named = (some: typeof searched) =>
    joined(
      some.map(({ id }) => id),
      shown,
    )
  return [
    ...(starter.length === 0
      ? []
      : [{ kind: 'note' as const, tone: 'warning' as const, title: shown.words.incompleteTitle, text: shown.words.incomplete(named(starter)) }]),
    ...(stale.length === 0 ? [] : [{ kind: 'note' as const, tone: 'warning' as const, title: words.staleTitle, text: words.stale(named(stale)) }]),
  ]
}

function result({ counts }: BatchSummary, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  return [
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        text(words.lines, figure(counts.lines)),
        text(words.alerts, figure(counts.alerts)),
        text(words.errors, figure(counts.errors)),
        text(words.clear, figure(counts.clear)),
      ],
    },
    ...(counts.errors === 0
      ? []
      : [{ kind: 'note' as const, tone: 'warning' as const, title: words.notScreenedTitle, text: words.notScreened(counts.errors) }]),
    { kind: 'note', tone: 'plain', title: words.neverTitle, text: words.never },
  ]
}

function screened(summary: BatchSummary, shown: Shown, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  const { settings } = summary
  return [
    {
      kind: 'keyValue',
      columns: 2,
      rows: [
        text(words.file, summary.file),
        text(words.size, words.bytes(figure(summary.bytes))),
        text(words.at, momentInWords(summary.at, shown.words)),
        text(words.screenedBy, summary.by === '' ? shown.words.notNamed : summary.by),
        text(shown.words.matcher, settings.matcher),
        text(shown.words.threshold, score(settings.threshold)),
        text(words.day, summary.day),
      ],
    },
    { kind: 'hash', label: words.number, value: summary.id },
    { kind: 'hash', label: words.inputHash, value: summary.sha256 },
    ...(summary.answers === '' ? [] : [{ kind: 'hash' as const, label: words.answersHash, value: summary.answers }]),
  ]
}

function lists({ lists: searched }: BatchSummary, shown: Shown, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  const { words: common, names } = shown
  if (searched.length === 0) return [plain(common.noLists)]
  return [
    {
      kind: 'table',
      caption: common.listsUsed,
      columns: [
        { title: common.list, share: 27, style: 'strong' },
        { title: common.contentDate, share: 13, style: 'text' },
        { title: words.age, share: 14, style: 'text' },
        { title: common.complete, share: 13, style: 'text' },
        { title: common.records, share: 13, style: 'number' },
        { title: common.hash, share: 34, style: 'code' },
      ],
      rows: searched.map((list) => [
        common.withCode(names.lists?.[list.id] ?? list.title, list.id),
        list.contentDate,
        list.stale ? words.staleAge(list.ageDays) : words.days(list.ageDays),
        list.complete ? common.completeYes : common.completeNo,
        figure(list.records),
        list.sha256,
      ]),
    },
  ]
}

function alerts({ alerts: found, counts }: BatchSummary, shown: Shown, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  if (counts.alerts === 0) return [plain(words.noAlerts)]
  const printed = found.slice(0, PRINTED.alerts)
  return [
    quiet(shown.words.scores),
    {
      kind: 'table',
      caption: words.sections.alerts,
      columns: [
        { title: words.query, share: 33, style: 'strong' },
        { title: shown.words.score, share: 8, style: 'text' },
        { title: shown.words.list, share: 10, style: 'text' },
        { title: words.listedName, share: 34, style: 'text' },
        { title: shown.words.entry, share: 15, style: 'text' },
      ],
      rows: printed.flatMap((alert) => hitRows(alert, lang)),
    },
    ...more(printed.length, counts.alerts, lang),
  ]
}

/** A row for each hit; the query stands in the first of them. */
function hitRows({ id, query: { name, country = '' }, found, hits }: BatchAlert, lang: Lang): string[][] {
  const words = certificateWords(lang)
  const printed = hits.slice(0, PRINTED.hits)
  const query = [[id, name, country].filter((part) => part !== '').join(' · '), ...(found > printed.length ? [words.moreHits(printed.length, found)] : [])]
  return printed.map((hit, i) => [
    i === 0 ? query.join('\n') : '',
    hit.score.toFixed(2),
    hit.list,
    hit.matched === hit.name ? hit.name : `${hit.name}\n${words.asMatched(hit.matched)}`,
    hit.entry,
  ])
}

function faults({ faults: found, counts }: BatchSummary, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  if (counts.errors === 0) return [plain(words.noErrors)]
  const printed = found.slice(0, PRINTED.faults)
  return [
    {
      kind: 'table',
      caption: words.sections.errors,
      columns: [
        { title: words.line, share: 10, style: 'strong' },
        { title: words.queryId, share: 16, style: 'text' },
        { title: words.wrong, share: 74, style: 'text' },
      ],
      rows: printed.map(({ line, id, detail }) => [String(line), id, detail]),
    },
    ...more(printed.length, counts.errors, lang),
  ]
}

/** Two queries stand side by side. */
function clear({ clear: found, counts }: BatchSummary, lang: Lang): MemoBlock[] {
  const words = certificateWords(lang)
  if (counts.clear === 0) return [plain(words.noClear)]
  const printed = found.slice(0, PRINTED.clear)
  const half = Math.ceil(printed.length / 2)
  const cells = (at: number): string[] => {
    const one = printed[at]
    return one === undefined ? ['', ''] : [one.id, one.name]
  }
  return [
    quiet(words.clearLead),
    {
      kind: 'table',
      caption: words.sections.clear,
      columns: [
        { title: words.queryId, share: 12, style: 'text' },
        { title: words.queryName, share: 38, style: 'text' },
        { title: words.queryId, share: 12, style: 'text' },
        { title: words.queryName, share: 38, style: 'text' },
      ],
      rows: Array.from({ length: half }, (_, i) => [...cells(i), ...cells(half + i)]),
    },
    ...more(printed.length, counts.clear, lang),
  ]
}

const more = (printed: number, all: number, lang: Lang): MemoBlock[] =>
  printed >= all
    ? []
    : [{ kind: 'note', tone: 'plain', title: certificateWords(lang).shortenedTitle, text: certificateWords(lang).shortened(figure(printed), figure(all)) }]
