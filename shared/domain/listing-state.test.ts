import { describe, expect, it } from 'vitest'
import { listingState } from './listing-state.ts'

const suspended = {
  startDate: '2025-04-04',
  endDate: '2027-06-30',
  suspensions: [
    { from: '2025-05-14', until: '2025-08-11', citation: 'first' },
    { from: '2025-11-10', until: '', citation: 'second' },
  ],
}

describe('the state of a listing', () => {
  it.each([
    ['2025-04-03', { state: 'not-yet', from: '2025-04-04' }],
    ['2025-04-04', { state: 'in-force' }],
    ['2025-05-13', { state: 'in-force' }],
    ['2025-05-14', { state: 'suspended', from: '2025-05-14', until: '2025-08-11', citation: 'first' }],
    ['2025-08-11', { state: 'suspended', from: '2025-05-14', until: '2025-08-11', citation: 'first' }],
    ['2025-08-12', { state: 'in-force' }],
    ['2026-01-01', { state: 'suspended', from: '2025-11-10', until: '', citation: 'second' }],
    ['2027-06-30', { state: 'suspended', from: '2025-11-10', until: '', citation: 'second' }],
    ['2027-07-01', { state: 'ended', until: '2027-06-30' }],
  ])('on %s', (day, state) => {
    expect(listingState(suspended, day)).toEqual(state)
  })

  it('stands while no date says otherwise', () => {
    expect(listingState({ startDate: '' }, '2026-01-01')).toEqual({ state: 'in-force' })
  })
})
