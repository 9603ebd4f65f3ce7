import { describe, expect, it } from 'vitest'
import type { Hit } from '#shared/domain/screening.ts'
import { triageOf } from './triage.ts'

const part = (feature: string, candidate: string, score: number) => ({ feature, weight: 0.3, score, query: '', candidate })
const hit = (more: object = {}): Hit =>
  ({
    list: 'EL',
    entry: '1',
    name: 'Red Falcon Electronics',
    matched: 'Red Falcon Electronics',
    kind: 'entity',
    why: [part('same-word', 'red', 1), part('similar-word', 'falcon', 0.9), part('word-only-in-listing', 'electronics', 0), part('country-same', 'CN', 1)],
    listing: { countries: ['CN'], addresses: ['1 Example Road'], dates: [], ids: ['12345678'] },
    ...more,
  }) as unknown as Hit

describe('the steps of triage', () => {
  it('count the listed words that met and the data points on both sides', () => {
    expect(triageOf({ name: 'Red Falkon', country: 'CN', kind: 'entity', ids: ['99999999'] }, hit())).toEqual({
      type: 'agree',
      met: 2,
      words: 3,
      data: { agree: 1, differ: 1, unknown: 2 },
    })
  })

  it('take what is not stated for unknown', () => {
    expect(triageOf({ name: 'Red Falcon' }, hit({ kind: 'unknown' }))).toMatchObject({ type: 'unknown', data: { agree: 0, differ: 0, unknown: 4 } })
  })
})
