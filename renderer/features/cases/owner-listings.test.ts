import { describe, expect, it } from 'vitest'
import { listingsOf, shareSum, withListings } from './owner-listings.ts'

describe('what a case says of an owner', () => {
  it('tells not known from on no list', () => {
    expect(listingsOf({})).toBeUndefined()
    expect(listingsOf({ facts: { listed: [] } })).toEqual({ lists: [], footnotes: undefined, programs: [], through: undefined })
  })

  it('gives back what was written, and keeps other facts', () => {
    const listings = { lists: ['EL', 'SDN'], footnotes: [4], programs: ['SDGT'], through: undefined }
    const facts = withListings({ note: 'kept', restrictedThrough: ['EL'] }, listings)
    expect(facts).toEqual({ note: 'kept', listed: [{ list: 'EL', footnotes: [4] }, { list: 'SDN' }], sdnPrograms: ['SDGT'] })
    expect(listingsOf({ facts })).toEqual(listings)
    expect(withListings(facts, undefined)).toEqual({ note: 'kept' })
  })

  it('keeps footnotes that are not known apart from none', () => {
    const unknown = withListings({}, { lists: ['EL'], footnotes: undefined, programs: [], through: undefined })
    expect(unknown.listed).toEqual([{ list: 'EL' }])
    const none = withListings({}, { lists: ['EL'], footnotes: [], programs: [], through: [] })
    expect(none.restrictedThrough).toEqual([])
    expect(none.listed).toEqual([{ list: 'EL', footnotes: [] }])
  })

  it('adds shares as decimals', () => {
    expect(shareSum([{ share: 0.1 }, { share: 0.2 }])).toEqual({ text: '0.3', open: false, over: false })
    expect(shareSum([{ share: 49.9 }, {}])).toEqual({ text: '49.9', open: true, over: false })
    expect(shareSum([{ share: 60 }, { share: 40.000001 }]).over).toBe(true)
  })
})
