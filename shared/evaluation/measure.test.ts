import { describe, expect, it } from 'vitest'
import type { EvaluationScores, ScoredPair } from './labelled.ts'
import { companyPairs, countedPairs, crossScriptPairs, curveOf, figuresOf, measureBy, summary, wrongPairs } from './measure.ts'

const pair = (same: boolean, score: number, more: Partial<ScoredPair> = {}): ScoredPair => ({
  name1: 'A',
  name2: 'B',
  same,
  kind: 'person',
  script: 'Latin',
  disguise: same ? 'word-order' : 'one-name-shared',
  source: 'SDN',
  split: 'held-out',
  score,
  ...more,
})

const PAIRS = [
  pair(true, 1),
  pair(true, 0.9),
  pair(true, 0.82),
  pair(true, 0.5),
  pair(false, 0.9),
  pair(false, 0.3),
  pair(false, 0.2, { script: 'Cyrillic' }),
  pair(true, 0.1, { disguise: 'alias-unrelated' }),
  pair(true, 0.95, { kind: 'company', disguise: 'legal-form-dropped' }),
  pair(false, 0.95, { kind: 'company', disguise: 'look-alike-number' }),
  pair(false, 0.4, { kind: 'company', disguise: 'innocent-company' }),
  pair(true, 0.99, { kind: 'vessel', disguise: 'letter-dropped' }),
  pair(true, 0.7, { script: 'Arabic', disguise: 'other-script', split: 'tune' }),
]
const SCORES: EvaluationScores = {
  matcher: 'test',
  threshold: 0.82,
  pairs: PAIRS,
  queries: [{ query: 'B', listed: 'A', kind: 'person', script: 'Latin', disguise: 'word-order', source: 'SDN', split: 'held-out', score: 0.9 }],
  notHeld: 3,
  innocents: [
    { name: 'C', kind: 'person', script: 'Latin', country: 'DE', namesake: false, split: 'held-out', score: 0.82, hit: 'D', list: 'SDN' },
    { name: 'E', kind: 'person', script: 'Latin', country: 'DE', namesake: false, split: 'held-out', score: 0.6, hit: 'D', list: 'SDN' },
    { name: 'F', kind: 'person', script: 'Latin', country: 'DE', namesake: true, split: 'held-out', score: 1, hit: 'F', list: 'SDN' },
  ],
  lists: [],
}

describe('figures', () => {
  it('are the usual shares', () => {
    expect(figuresOf({ found: 8, missed: 2, falseAlerts: 2, silent: 6 })).toMatchObject({ precision: 0.8, recall: 0.8, f1: 0.8, falseAlertRate: 0.25 })
  })

  it('are null where there is nothing to measure', () => {
    expect(figuresOf({ found: 0, missed: 0, falseAlerts: 0, silent: 5 })).toMatchObject({ precision: null, recall: null, f1: null, falseAlertRate: 0 })
    expect(figuresOf({ found: 0, missed: 4, falseAlerts: 0, silent: 0 })).toMatchObject({ precision: null, recall: 0, f1: 0, falseAlertRate: null })
  })

  it('take a score at the threshold for an alert, and leave out what is measured apart', () => {
    const { pairs, companies, crossScript, queries, innocentPeople } = summary(SCORES, 0.82, 'held-out')
    expect(pairs).toMatchObject({ found: 4, missed: 1, falseAlerts: 2, silent: 3 })
    expect(companies).toMatchObject({ found: 1, missed: 0, falseAlerts: 1, silent: 0 })
    expect(crossScript).toMatchObject({ found: 0, missed: 0, falseAlerts: 0, silent: 1 })
    expect(queries).toMatchObject({ found: 1, recall: 1 })
    expect(innocentPeople).toEqual({ asked: 2, alerts: 1 })
    expect(summary(SCORES, 0.82, 'all').crossScript).toMatchObject({ found: 0, missed: 1 })
    expect(summary({ ...SCORES, queries: [] }, 0.82, 'all').queries).toBeNull()
  })

  it('by group: every pair in one line, what is apart last', () => {
    const lines = measureBy(PAIRS, 0.82, 'disguise')
    expect(lines.reduce((sum, { found, missed, falseAlerts, silent }) => sum + found + missed + falseAlerts + silent, 0)).toBe(PAIRS.length)
    expect(lines[0]).toMatchObject({ group: 'word-order', found: 3, missed: 1, apart: false })
    expect(lines.at(-1)).toMatchObject({ group: 'alias-unrelated', missed: 1, apart: true })
    expect(measureBy(PAIRS, 0.82, 'script')[0]).toMatchObject({ group: 'Latin', found: 5, missed: 1, apart: false })
  })
})

describe('what is measured', () => {
  it('people and companies; look-alikes; other scripts', () => {
    expect(countedPairs(PAIRS)).toHaveLength(11)
    expect(companyPairs(PAIRS).map(({ disguise }) => disguise)).toEqual(['legal-form-dropped', 'look-alike-number'])
    expect(crossScriptPairs(PAIRS)).toHaveLength(2)
  })
})

describe('the curve', () => {
  it('falls in recall and in false alerts as the threshold rises', () => {
    const curve = curveOf(PAIRS)
    expect(curve).toHaveLength(51)
    expect([curve[0]?.threshold, curve[50]?.threshold]).toEqual([0.5, 1])
    for (let at = 1; at < curve.length; at += 1) {
      expect(curve[at]?.recall).toBeLessThanOrEqual(curve[at - 1]?.recall ?? 0)
      expect(curve[at]?.falseAlertRate).toBeLessThanOrEqual(curve[at - 1]?.falseAlertRate ?? 0)
    }
  })
})

describe('what is wrong', () => {
  it('misses from the lowest score, then false alerts from the highest', () => {
    expect(wrongPairs(PAIRS, 0.82).map(({ wrong, score }) => `${wrong} ${score}`)).toEqual([
      'missed 0.1',
      'missed 0.5',
      'missed 0.7',
      'false-alert 0.95',
      'false-alert 0.9',
    ])
  })
})
