/**
 * What the scores of an evaluation say at a threshold: precision, recall and false alerts, whole and by script, kind or
 * disguise. Pure and quick, so that a threshold can be moved and seen.
 */
import type { EvaluationScores, LabelledPair, ScoredInnocent, ScoredPair, ScoredQuery, Split } from './labelled.ts'

/** Disguises that no comparison of names can see through; they are measured apart from everything else. */
export const APART: ReadonlySet<string> = new Set(['alias-unrelated', 'alias-distant', 'translated-name', 'foreign-name-in-chinese'])

/** Ways in which the names of two companies are alike that make them look like one. */
export const LOOK_ALIKES: ReadonlySet<string> = new Set([
  'look-alike-name',
  'look-alike-number',
  'look-alike-place',
  'look-alike-trade-word',
  'number-exchanged',
  'place-exchanged',
  'same-trade-other-name',
])

/** How often the matcher said one party and was right or wrong, and how often it did not. */
export type Counts = { found: number; missed: number; falseAlerts: number; silent: number }

/** Shares from 0 to 1; null where there is nothing to measure it by. */
export type Figures = Counts & { precision: number | null; recall: number | null; f1: number | null; falseAlertRate: number | null }

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** The shares that follow from counts. */
export function figuresOf(counts: Counts): Figures {
  const { found, missed, falseAlerts, silent } = counts
  const precision = share(found, found + falseAlerts)
  const recall = share(found, found + missed)
  const f1 = found + missed === 0 || found + falseAlerts + missed === 0 ? null : (2 * found) / (2 * found + falseAlerts + missed)
  return { ...counts, precision, recall, f1, falseAlertRate: share(falseAlerts, falseAlerts + silent) }
}

type Judged = { same: boolean; score: number }

/** Counts over rows: an alert is a score of at least the threshold. */
export function countsOf(rows: readonly Judged[], threshold: number): Counts {
  const counts: Counts = { found: 0, missed: 0, falseAlerts: 0, silent: 0 }
  for (const { same, score } of rows) {
    if (score >= threshold) counts[same ? 'found' : 'falseAlerts'] += 1
    else counts[same ? 'missed' : 'silent'] += 1
  }
  return counts
}

export const measure = (rows: readonly Judged[], threshold: number): Figures => figuresOf(countsOf(rows, threshold))

/** Whether a pair is no disguise of those that are measured apart. */
const isCounted = ({ disguise }: Pick<LabelledPair, 'disguise'>): boolean => !APART.has(disguise)

export const GROUPINGS = ['script', 'kind', 'disguise', 'source'] as const
export type Grouping = (typeof GROUPINGS)[number]
export type GroupFigures = Figures & { group: string; apart: boolean }

/**
 * One line for each value of a field, the largest first. Disguises that are measured apart come last when that is the field, and
 * are left out of the lines of every other field.
 */
export function measureBy(rows: readonly ScoredPair[], threshold: number, by: Grouping): GroupFigures[] {
  const groups = new Map<string, ScoredPair[]>()
  for (const row of by === 'disguise' ? rows : rows.filter(isCounted)) {
    const group = groups.get(row[by])
    if (group === undefined) groups.set(row[by], [row])
    else group.push(row)
  }
  return [...groups]
    .map(([group, some]) => ({ group, apart: by === 'disguise' && APART.has(group), size: some.length, ...measure(some, threshold) }))
    .sort((a, b) => Number(a.apart) - Number(b.apart) || b.size - a.size || (a.group < b.group ? -1 : 1))
    .map(({ size: _size, ...figures }) => figures)
}

/** Rows of a half of the set, or all. */
export const ofSplit = <R extends { split: Split }>(rows: readonly R[], split: Split | 'all'): R[] =>
  split === 'all' ? [...rows] : rows.filter((row) => row.split === split)

/** The pairs by which the matcher is judged: people and companies, without what is measured apart. */
export const countedPairs = (pairs: readonly ScoredPair[]): ScoredPair[] => pairs.filter((pair) => isCounted(pair) && pair.kind !== 'vessel')
/** Companies that are one party, and companies that only look like one. */
export const companyPairs = (pairs: readonly ScoredPair[]): ScoredPair[] =>
  pairs.filter((pair) => pair.kind === 'company' && (pair.same ? isCounted(pair) : LOOK_ALIKES.has(pair.disguise)))
/** Pairs of a name in Latin letters and one in another script. */
export const crossScriptPairs = (pairs: readonly ScoredPair[]): ScoredPair[] =>
  countedPairs(pairs).filter(({ script, disguise }) => script !== 'Latin' && (disguise === 'other-script' || disguise === 'one-name-shared'))
/** Queries by which the matcher is judged. */
export const countedQueries = (queries: readonly ScoredQuery[]): ScoredQuery[] => queries.filter(isCounted)
/** Innocent names about which any alert is false. */
export const trueInnocents = (innocents: readonly ScoredInnocent[], kind: 'person' | 'company'): ScoredInnocent[] =>
  innocents.filter((one) => one.kind === kind && !one.namesake)

/** The figures that are shown first, over a half of the set at a threshold. */
export type Summary = {
  pairs: Figures
  companies: Figures
  crossScript: Figures
  /** Null while no party of the set stands on a list held. */
  queries: Figures | null
  innocentPeople: { asked: number; alerts: number }
  innocentCompanies: { asked: number; alerts: number }
}

export function summary(scores: EvaluationScores, threshold: number, split: Split | 'all'): Summary {
  const pairs = ofSplit(scores.pairs, split)
  const queries = countedQueries(ofSplit(scores.queries, split))
  const innocents = (kind: 'person' | 'company') => {
    const asked = trueInnocents(ofSplit(scores.innocents, split), kind)
    return { asked: asked.length, alerts: asked.filter(({ score }) => score >= threshold).length }
  }
  return {
    pairs: measure(countedPairs(pairs), threshold),
    companies: measure(companyPairs(pairs), threshold),
    crossScript: measure(crossScriptPairs(pairs), threshold),
    queries:
      queries.length === 0
        ? null
        : measure(
            queries.map(({ score }) => ({ same: true, score })),
            threshold,
          ),
    innocentPeople: innocents('person'),
    innocentCompanies: innocents('company'),
  }
}

export type CurvePoint = { threshold: number; precision: number | null; recall: number | null; falseAlertRate: number | null }

/** Precision, recall and false-alert rate at thresholds from 0.5 to 1, one point a hundredth. */
export function curveOf(rows: readonly Judged[]): CurvePoint[] {
  return Array.from({ length: 51 }, (_, step) => {
    const threshold = (50 + step) / 100
    const { precision, recall, falseAlertRate } = measure(rows, threshold)
    return { threshold, precision, recall, falseAlertRate }
  })
}

/** A pair that the matcher judged wrongly at a threshold. */
export type Wrong = ScoredPair & { wrong: 'missed' | 'false-alert' }

/** What is missed and what is alerted falsely, the worst first: the lowest scores of the former, the highest of the latter. */
export function wrongPairs(pairs: readonly ScoredPair[], threshold: number): Wrong[] {
  const missed = pairs.filter(({ same, score }) => same && score < threshold).sort((a, b) => a.score - b.score)
  const falseAlerts = pairs.filter(({ same, score }) => !same && score >= threshold).sort((a, b) => b.score - a.score)
  return [...missed.map((pair) => ({ ...pair, wrong: 'missed' as const })), ...falseAlerts.map((pair) => ({ ...pair, wrong: 'false-alert' as const }))]
}
