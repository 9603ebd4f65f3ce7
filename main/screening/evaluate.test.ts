import { describe, expect, it } from 'vitest'
import { type ListEntry, listedParty } from '#shared/domain/screening.ts'
import type { InnocentName, LabelledPair } from '#shared/evaluation/labelled.ts'
import { heldNames, scoreInnocent, scorePair, scoreQuery } from './evaluate.ts'
import { buildIndex, comparePair, THRESHOLD } from './screen.ts'

const listed = (entry: string, name: string, more: Partial<ListEntry> = {}): ListEntry => ({ ...listedParty('SDN', entry, 'entity', name), ...more })
const index = buildIndex(
  [listed('1', 'Gazprom, OAO'), listed('2', 'HABBASH, George', { kind: 'person', aliases: ['Al Hakim'] }), listed('3', 'Gazprom, OAO', { list: 'EL' })],
  [],
)
const held = heldNames(index)
const pair = (name1: string, name2: string, more: Partial<LabelledPair> = {}): LabelledPair => ({
  name1,
  name2,
  same: true,
  kind: 'company',
  script: 'Latin',
  disguise: 'legal-form-changed',
  source: 'SDN',
  split: 'tune',
  ...more,
})

describe('pairs', () => {
  it('get the score of a comparison as their kind', () => {
    expect(scorePair(pair('Gazprom, OAO', 'PJSC Gazprom')).score).toBe(comparePair('Gazprom, OAO', 'PJSC Gazprom', 'company').score)
    const people = pair('HABBASH, George', 'George Habbash', { kind: 'person' })
    expect(scorePair(people)).toEqual({ ...people, score: comparePair('HABBASH, George', 'George Habbash', 'person').score })
  })
})

describe('queries against the lists', () => {
  it('look for the listing of the list that the pair comes from', () => {
    expect(scoreQuery(index, held, pair('GAZPROM OAO', 'PJSC Gazprom'))).toMatchObject({ query: 'PJSC Gazprom', listed: 'GAZPROM OAO', source: 'SDN' })
    expect(scoreQuery(index, held, pair('Gazprom, OAO', 'PJSC Gazprom'))?.score).toBeGreaterThanOrEqual(THRESHOLD)
    expect(scoreQuery(index, held, pair('al hakim', 'George Habbash', { kind: 'person' }))?.score).toBeGreaterThanOrEqual(THRESHOLD)
  })

  it('give 0 for what does not come near', () => {
    expect(scoreQuery(index, held, pair('Gazprom, OAO', 'Zzyzx Trading'))?.score).toBe(0)
  })

  it('are left out where the party is not held, and for pairs of two parties', () => {
    expect(scoreQuery(index, held, pair('Gazprom, OAO', 'PJSC Gazprom', { source: 'EU' }))).toBeUndefined()
    expect(scoreQuery(index, held, pair('Rosneft', 'Rosneft OAO'))).toBeUndefined()
    expect(scoreQuery(index, held, pair('Gazprom, OAO', 'PJSC Gazprom', { same: false }))).toBeUndefined()
  })
})

describe('innocents', () => {
  const innocent: InnocentName = { name: 'George Habash', kind: 'person', script: 'Latin', country: 'US', namesake: false, split: 'tune' }
  it('carry their best hit', () => {
    expect(scoreInnocent(index, innocent)).toMatchObject({ hit: 'HABBASH, George', list: 'SDN' })
    expect(scoreInnocent(index, innocent).namesake).toBe(false)
    expect(scoreInnocent(index, { ...innocent, name: 'George Habbash' }).namesake).toBe(true)
    expect(scoreInnocent(index, { ...innocent, name: 'Emily Baker' })).toMatchObject({ score: 0, hit: '', list: '' })
  })
})
