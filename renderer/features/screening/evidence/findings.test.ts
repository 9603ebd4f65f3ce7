import { describe, expect, it } from 'vitest'
import type { EvaluationScores, ScoredPair } from '#shared/evaluation/labelled.ts'
import { type FindingFilter, filterFindings, findings, findingsAsCsv } from './findings.ts'

const pair = (name1: string, same: boolean, score: number, more: Partial<ScoredPair> = {}): ScoredPair => ({
  name1,
  name2: `${name1} other`,
  same,
  kind: 'person',
  script: 'Latin',
  disguise: same ? 'word-order' : 'one-name-shared',
  source: 'SDN',
  split: 'held-out',
  score,
  ...more,
})
const SCORES: EvaluationScores = {
  matcher: 'test',
  threshold: 0.82,
  pairs: [
    pair('Found', true, 0.9),
    pair('Near miss', true, 0.8),
    pair('Far miss', true, 0.07, { script: 'Arabic', disguise: 'other-script' }),
    pair('Silent', false, 0.2),
    pair('Alert', false, 0.95),
    pair('Nickname', true, 0, { disguise: 'alias-unrelated' }),
    pair('Tuned', true, 0.3, { split: 'tune' }),
  ],
  queries: [{ query: 'Q', listed: 'L', kind: 'company', script: 'Latin', disguise: 'two-slips', source: 'EL', split: 'held-out', score: 0.5 }],
  notHeld: 0,
  innocents: [
    { name: 'I', kind: 'person', script: 'Latin', country: 'DE', namesake: false, split: 'held-out', score: 0.9, hit: 'H', list: 'SDN' },
    { name: 'N', kind: 'person', script: 'Latin', country: 'DE', namesake: true, split: 'held-out', score: 1, hit: 'N', list: 'SDN' },
  ],
  lists: [],
}
const ALL: FindingFilter = { wrong: 'all', disguise: 'all', script: 'all', search: '', apart: false, sort: 'score' }
const names = (filter: Partial<FindingFilter> = {}, threshold = 0.82) =>
  filterFindings(findings(SCORES, threshold, 'held-out'), { ...ALL, ...filter }).map(({ name1 }) => name1)

describe('findings', () => {
  it('are misses, false alerts, listed parties not found and innocents with a hit, the furthest from right first', () => {
    expect(names()).toEqual(['Alert', 'Far miss', 'H', 'L', 'Near miss'])
    expect(names({ apart: true })).toContain('Nickname')
  })

  it('follow the threshold and the half', () => {
    expect(names({}, 0.96)).toEqual(['Far miss', 'L', 'Near miss', 'Found'])
    expect(findings(SCORES, 0.82, 'tune').map(({ name1 }) => name1)).toEqual(['Tuned'])
  })

  it('are filtered, searched and sorted', () => {
    expect(names({ wrong: 'missed' })).toEqual(['Far miss', 'Near miss'])
    expect(names({ script: 'Arabic' })).toEqual(['Far miss'])
    expect(names({ disguise: 'alias-unrelated' })).toEqual(['Nickname'])
    expect(names({ search: 'NEAR miss' })).toEqual(['Near miss'])
    expect(names({ sort: 'name1' })).toEqual(['Alert', 'Far miss', 'H', 'L', 'Near miss'])
    expect(names({ sort: 'disguise', wrong: 'missed' })).toEqual(['Far miss', 'Near miss'])
  })

  it('have keys of their own and stand in CSV as in the table', () => {
    const all = findings(SCORES, 0.82, 'all')
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    expect(findingsAsCsv(all.slice(0, 1))).toBe(
      '\ufeffwrong,score,name1,name2,kind,script,disguise,source\r\nmissed,0.0000,Nickname,Nickname other,person,Latin,alias-unrelated,SDN\r\n',
    )
  })
})
