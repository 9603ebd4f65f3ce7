import { describe, expect, it } from 'vitest'
import type { Hit, ScoreFeature } from '#shared/domain/screening.ts'
import { barOf, compareFields } from './compare.ts'

const hit: Hit = {
  list: 'EL',
  entry: '1',
  entryHash: 'h',
  name: 'Example Microelectronics Co., Ltd.',
  matched: 'Example Micro',
  kind: 'entity',
  score: 0.85,
  why: [
    { feature: 'same-word', weight: 0.7, score: 1, query: 'example', candidate: 'example' },
    { feature: 'similar-word', weight: 0.25, score: 0.8, query: 'micro', candidate: 'mikro' },
    { feature: 'country-differs', weight: -0.05, score: 1, query: 'DE', candidate: 'CN' },
  ],
  source: { snapshot: 's', contentDate: '2026-07-31' },
  listing: {
    names: [],
    weakNames: [],
    addresses: ['1 Road, Beijing'],
    countries: ['CN'],
    dates: [],
    ids: ['A-1'],
    programmes: [],
    remarks: '',
    licenceRequirement: '',
    licencePolicy: '',
    citation: '',
    startDate: '',
    footnotes: [],
    url: '',
  },
}
const stateOf = (query: Parameters<typeof compareFields>[0]) => Object.fromEntries(compareFields(query, hit).map((row) => [row.field, row.state]))

describe('a hit beside the query', () => {
  it('calls a field that either side leaves open unknown, never different', () => {
    expect(stateOf({ name: 'Example Micro' })).toEqual({
      name: 'agree',
      kind: 'unknown',
      country: 'unknown',
      address: 'unknown',
      dates: 'unknown',
      ids: 'unknown',
    })
    expect(stateOf({ name: 'Example Micro', dob: '1970' }).dates).toBe('unknown')
  })

  it('tells agreeing from close and from different', () => {
    const states = stateOf({ name: 'Exampel', kind: 'entity', country: 'DE', address: 'Beijing', ids: ['B-2'] })
    expect(states).toMatchObject({ name: 'near', kind: 'agree', country: 'differ', address: 'near', ids: 'differ' })
  })

  it('takes one address or number for one, however it is written', () => {
    const part = (feature: ScoreFeature) => ({ feature, weight: 0.05, score: 1, query: '', candidate: '' })
    const found = { ...hit, why: [...hit.why, part('same-address'), part('same-imo')] }
    const states = Object.fromEntries(compareFields({ name: 'x', address: '北京市某路1号', ids: ['IMO9187629'] }, found).map((row) => [row.field, row.state]))
    expect(states).toMatchObject({ address: 'agree', ids: 'agree' })
  })

  it('draws the score as what raises it and what is taken off its end', () => {
    const bar = barOf(hit)
    expect(bar.map((one) => ({ ...one, from: Math.round(one.from), points: Math.round(one.points) }))).toEqual([
      { part: 0, from: 0, points: 70, lowers: false },
      { part: 1, from: 70, points: 20, lowers: false },
      { part: 2, from: 85, points: 5, lowers: true },
    ])
  })
})
