import { describe, expect, it } from 'vitest'
import { list, listed } from '#main/screening/fixtures.ts'
import { buildIndex } from '#main/screening/screen.ts'
import { TOP } from '#main/screening/settings.ts'
import type { CaseParty } from '#shared/domain/case.ts'
import { screenParties } from './screen-parties.ts'

const party: CaseParty = { role: 'end-user', name: 'Quillon Aerospace', owners: [], dispositions: [], facts: {} }
const many = TOP * 3

describe('the parties of a case', () => {
  // Users of another program complained that hits which they had cleared filled the answer and hid a new one.
  it('have a new hit however many others were cleared', () => {
    const entries = Array.from({ length: many }, (_, number) => listed('SDN', String(number), 'Quillon Aerospace'))
    const late = listed('EL', 'late', 'Quillon Aerospace Trading and Services')
    const index = buildIndex([...entries, late], [list('SDN'), list('EL')])
    const cleared = entries.map(({ entry, entryHash }) => ({
      list: 'SDN',
      entry,
      entryHash,
      decision: 'not-the-same' as const,
      reason: 'another town',
      by: 'A',
    }))
    const [finding] = screenParties([party], {
      index,
      lists: index.lists,
      needed: ['SDN', 'EL'],
      scoped: 'EL',
      namesAllItems: /all/,
      tagged: 'SDN',
      decided: () => cleared,
    })
    expect(finding?.hits).toHaveLength(many + 1)
    expect(finding?.decided).toHaveLength(many)
    expect(finding?.possibleOn).toEqual(['EL'])
  })
})
