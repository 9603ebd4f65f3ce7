import { describe, expect, it } from 'vitest'
import { listingsOf, shareSum, withListings } from './owner-listings.ts'

describe('what a case says of an owner', () => {
  it('tells not known from on no list', () => {
    expect(listingsOf({ name: 'A' })).toBeUndefined()
    expect(listingsOf({ name: 'A', facts: { listed: [] } })).toEqual({ lists: [], footnotes: undefined, programs: [], through: undefined })
  })

  it('gives back what was written, and keeps other facts', () => {
    const listings = { lists: ['EL', 'SDN'], footnotes: [4], programs: ['SDGT'], through: undefined }
    const owner = withListings({ name: 'A', share: 50, facts: { note: 'kept', restrictedThrough: ['EL'] } }, listings)
    expect(owner).toEqual({
      name: 'A',
      share: 50,
      facts: { note: 'kept', listed: [{ list: 'EL', footnotes: [4] }, { list: 'SDN' }], sdnPrograms: ['SDGT'] },
    })
    expect(listingsOf(owner)).toEqual(listings)
    expect(withListings(owner, undefined).facts).toEqual({ note: 'kept' })
  })

  it('keeps footnotes that are not known apart from none', () => {
    const unknown = withListings({ name: 'A' }, { lists: ['EL'], footnotes: undefined, programs: [], through: undefined })
    expect(unknown.facts?.listed).toEqual([{ list: 'EL' }])
    const none = withListings({ name: 'A' }, { lists: ['EL'], footnotes: [], programs: [], through: [] })
    expect(none.facts?.restrictedThrough).toEqual([])
    expect(none.facts?.listed).toEqual([{ list: 'EL', footnotes: [] }])
  })

  it('adds shares as decimals', () => {
    expect(
      shareSum([
        { name: 'A', share: 0.1 },
        { name: 'B', share: 0.2 },
      ]),
    ).toEqual({ text: '0.3', open: false, over: false })
    expect(shareSum([{ name: 'A', share: 49.9 }, { name: 'B' }])).toEqual({ text: '49.9', open: true, over: false })
    expect(
      shareSum([
        { name: 'A', share: 60 },
        { name: 'B', share: 40.000001 },
      ]).over,
    ).toBe(true)
  })
})
