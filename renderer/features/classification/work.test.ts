import { describe, expect, it } from 'vitest'
import type { Candidate } from '#shared/domain/classification.ts'
import { axisOf, emptyWork, groupCandidates, requestOf, workOf } from './work.ts'

const candidate = (eccn: string, paragraph: string, state: Candidate['state'], score = 0): Candidate => ({
  eccn,
  paragraph,
  state,
  score,
  says: '',
  tests: [],
  missing: [],
})

describe('classification work', () => {
  it('groups candidates by entry, the most telling first, paragraphs in the order of the entry', () => {
    const groups = groupCandidates(
      [candidate('3A001', 'a.10', 'unknown', 0.9), candidate('3A001', 'a.2', 'not-met'), candidate('3A090', 'a', 'met')],
      ['6A003'],
    )
    expect(groups.map((group) => [group.eccn, group.best, group.added])).toEqual([
      ['3A090', 'met', false],
      ['3A001', 'unknown', false],
      ['6A003', 'not-modelled', true],
    ])
    expect(groups[1]?.candidates.map((one) => one.paragraph)).toEqual(['a.2', 'a.10'])
  })

  it('takes up what was kept with an item and leaves out what does not fit', () => {
    const item = { id: '1', description: 'chip', facts: {}, content: [] }
    expect(workOf({ ...item, classification: { parameters: { tpp: 4800 }, added: ['3A090', 5] } })).toMatchObject({
      description: 'chip',
      parameters: { tpp: 4800 },
      added: ['3A090'],
    })
    expect(workOf({ ...item, classification: { parameters: 'x' } }).parameters).toEqual({})
    expect(workOf(item)).toMatchObject({ category: '', marks: [] })
  })

  it('asks only with what is given', () => {
    expect(requestOf('1', emptyWork, 'zh')).toEqual({ id: '1', lang: 'zh', description: '', parameters: {}, marks: [] })
  })

  it('puts a value and its limit on one axis, when both are numbers', () => {
    expect(axisOf('2400 TPP', '4,800 TPP')).toEqual({ value: 0.4, limit: 0.8 })
    expect(axisOf('', '4800')).toBeNull()
    expect(axisOf('yes', 'true')).toBeNull()
  })
})
