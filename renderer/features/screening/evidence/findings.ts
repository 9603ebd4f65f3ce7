/** What an evaluation got wrong at a threshold, pairs and questions to the lists in one table, and how it is filtered, sorted and exported. */
import type { DisguiseName, EvaluationScores, LabelledKind, Script, Split } from '#shared/evaluation/labelled.ts'
import { APART, ofSplit, wrongPairs } from '#shared/evaluation/measure.ts'
import { csvText } from '#shared/text/csv.ts'

/** A pair missed or falsely alerted; a listed party not found under its disguise; an innocent whom the lists gave a hit. */
export const WRONGS = ['missed', 'false-alert', 'not-found', 'innocent-alert'] as const
export type Wrong = (typeof WRONGS)[number]

export type Finding = {
  key: string
  wrong: Wrong
  /** The listed name, or the first of the pair. */
  name1: string
  name2: string
  score: number
  kind: LabelledKind
  script: Script
  disguise: DisguiseName
  source: string
}

export const FINDING_SORTS = ['score', 'name1', 'disguise', 'source'] as const
export type FindingSort = (typeof FINDING_SORTS)[number]
export type FindingFilter = { wrong: Wrong | 'all'; disguise: DisguiseName | 'all'; script: Script | 'all'; search: string; apart: boolean; sort: FindingSort }

/** Everything wrong at a threshold; namesakes of listed parties are no innocents. */
export function findings(scores: EvaluationScores, threshold: number, split: Split | 'all'): Finding[] {
  const pairs = wrongPairs(ofSplit(scores.pairs, split), threshold).map((pair): Finding => finding(pair.wrong, pair))
  const queries = ofSplit(scores.queries, split)
    .filter(({ score }) => score < threshold)
    .map((query) => finding('not-found', { ...query, name1: query.listed, name2: query.query }))
  const innocents = ofSplit(scores.innocents, split)
    .filter(({ namesake, score }) => !namesake && score >= threshold)
    .map((one) =>
      finding('innocent-alert', {
        ...one,
        name1: one.hit,
        name2: one.name,
        disguise: one.kind === 'person' ? 'innocent-person' : 'innocent-company',
        source: one.list,
      }),
    )
  return [...pairs, ...queries, ...innocents]
}

function finding(wrong: Wrong, { name1, name2, score, kind, script, disguise, source }: Omit<Finding, 'key' | 'wrong'>): Finding {
  return { key: `${wrong}|${kind}|${name1}|${name2}`, wrong, name1, name2, score, kind, script, disguise, source }
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The findings that fit; by score the ones furthest from right come first. */
export function filterFindings(all: readonly Finding[], { wrong, disguise, script, search, apart, sort }: FindingFilter): Finding[] {
  const wanted = plain(search.trim())
  const fitting = all.filter(
    (one) =>
      (wrong === 'all' || one.wrong === wrong) &&
      (disguise === 'all' || one.disguise === disguise) &&
      (script === 'all' || one.script === script) &&
      (apart || disguise !== 'all' || !APART.has(one.disguise)) &&
      (wanted === '' || plain(`${one.name1}\n${one.name2}`).includes(wanted)),
  )
  const far = (one: Finding): number => (one.wrong === 'missed' || one.wrong === 'not-found' ? one.score : 1 - one.score)
  return fitting.sort((a, b) => {
    if (sort !== 'score' && a[sort] !== b[sort]) return a[sort] < b[sort] ? -1 : 1
    return far(a) - far(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  })
}

const HEAD = ['wrong', 'score', 'name1', 'name2', 'kind', 'script', 'disguise', 'source']

/** One line a finding, in the order of the table. */
export const findingsAsCsv = (rows: readonly Finding[]): string =>
  csvText([HEAD, ...rows.map((one) => [one.wrong, one.score.toFixed(4), one.name1, one.name2, one.kind, one.script, one.disguise, one.source])])
