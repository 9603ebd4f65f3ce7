/**
 * What users of other programs complained of in public, each as what must happen here. Most of it is held elsewhere:
 *
 * - "CORP" for "11420 CORP.", George Bush for George Habbash, Ana Meza for MEHR BANK, the added words of Almaz Antey Telecom, FreeBird
 *   Travel and Tourism and Gazprom Bank, remarks that match a name, the person whose country is blank, short true names, weak aliases,
 *   hits beyond those shown: `screen.test.ts`, complaints.
 * - Decisions with time, note and officer that end when the listing changes: `casework/casebook.test.ts`, decisions on hits, and
 *   `casework/alerts.test.ts`. Cleared hits that fill the answer: `core/screen-parties.test.ts`.
 * - A list that vanishes or loses names, an import without one clear end, a party of the law that the feed lacks:
 *   `lists/complaints.test.ts`.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { list, listed } from './fixtures.ts'
import { buildIndex, comparePair, MATCHER, screen } from './screen.ts'
import { THRESHOLD, TOP } from './settings.ts'

const LISTED = [
  listed('EL', 'almaz', 'Almaz-Antey Corp', { countries: ['RU'] }),
  listed('SDN', 'freebird', 'FREEBIRD', { countries: ['SY'] }),
  listed('EL', 'gazprom', 'Gazprom, OAO', { countries: ['RU'] }),
  listed('SDN', '11420', '11420 CORP.', { countries: ['CO'] }),
  listed('SDN', 'habash', 'HABBASH, George', { kind: 'person', dates: ['1925-08-02'] }),
  listed('SDN', 'mehr', 'MEHR BANK', { countries: ['IR'] }),
]
const index = buildIndex(LISTED, ['EL', 'SDN'].map(list))

describe('a hit is not lost', () => {
  const WORDS = [
    'Telecom',
    'Travel',
    'and Tourism',
    'Bank',
    'Group',
    'Holding',
    'International',
    'Trading',
    'Services',
    'Logistics',
    'Ltd',
    'GmbH',
    'Co., Ltd.',
    'LLC',
    'PJSC',
  ]
  it.each(['Almaz-Antey', 'FreeBird', 'Gazprom'])('by words of trades and forms that are added to %s', (name) => {
    fc.assert(
      fc.property(fc.subarray(WORDS, { minLength: 1, maxLength: 2 }), (added) => {
        const query = [name, ...added].join(' ')
        expect(screen(index, { name: query, kind: 'entity' }).alert, query).toBe(true)
      }),
      { seed: 20_261_121, numRuns: 60 },
    )
  })

  it('because two parties meet the query at once', () => {
    const twins = buildIndex([listed('SDN', 'a', 'Quillon Aerospace'), listed('EL', 'b', 'Quillon Aerospace')], [])
    expect(screen(twins, { name: 'Quillon Aerospace' })).toMatchObject({ alert: true, hits: [{ score: 1 }, { score: 1 }] })
  })

  it('because an address says DR and the other DRIVE', () => {
    const homes = buildIndex([listed('DPL', 'a', 'Harrow Exports', { addresses: ['8005 MOSS EXAMPLE DRIVE, LAUREL, MD, 20724'] })], [])
    const answers = ['8005 Moss Example DR, Laurel', '8005 Moss Example Drive, Laurel'].map((address) => screen(homes, { name: 'Someone Else', address }).hits)
    expect(answers[0]).toMatchObject([{ entry: 'a', by: 'address' }])
    expect(answers[1]).toMatchObject([{ entry: 'a', by: 'address' }])
  })

  it('because a given name more or less turns the order round', () => {
    const people = buildIndex(
      [listed('SDN', 'right', 'HARROW, Peregrine Amber Tova', { kind: 'person' }), listed('SDN', 'other', 'HARLOW, Perry Ambrose', { kind: 'person' })],
      [],
    )
    for (const name of ['Peregrine Harrow', 'Peregrine Amber Harrow', 'Peregrine Amber Tova Harrow', 'Harrow Peregrine Tova'])
      expect(screen(people, { name }, { threshold: 0.5 }).hits[0]?.entry, name).toBe('right')
  })

  it('because the name is told by its sound', () => {
    const people = buildIndex([listed('SDN', 'a', 'KUZNETSOV, Yuriy', { kind: 'person' })], [])
    expect(screen(people, { name: 'Iourii Kouznetsov' }).alert).toBe(true)
  })
})

describe('no hit is made', () => {
  it('by what is no name: remarks, addresses, programmes, numbers, relations, further fields', () => {
    const said = 'Zentarix Quorvane'
    const entry = listed('SDN', 'x', 'ACME', {
      remarks: `Linked To: ${said}.`,
      addresses: [`c/o ${said}, Dubai, AE`],
      programmes: [said],
      ids: [`Company Number ${said}`],
      relations: [{ says: 'Linked To', entry: '', name: said }],
      fields: { Notes: said },
    })
    const answer = screen(buildIndex([entry], []), { name: said })
    expect([answer.hits, answer.nearest]).toEqual([[], []])
  })

  it('by the same date of birth, and it outweighs no name', () => {
    const people = buildIndex(
      [
        listed('SDN', 'named', 'QUILLON, Amber Tova', { kind: 'person' }),
        listed('SDN', 'born', 'QUILTER, Amber Rose', { kind: 'person', dates: ['1952-10-07'] }),
      ],
      [],
    )
    expect(screen(people, { name: 'Walter Unrelated', dob: '1952-10-07' })).toMatchObject({ alert: false, nearest: [] })
    expect(screen(people, { name: 'Amber Tova Quillon', dob: '1952-10-07' }).hits.map(({ entry }) => entry)).toEqual(['named'])
  })

  it('that shares nothing with the query; every word of a hit is in its reasons', () => {
    for (const name of ['Ana Meza', 'George Bush', 'CORP']) expect(screen(index, { name }).alert, name).toBe(false)
    const [hit] = screen(index, { name: '11420 Corp' }).hits
    expect(hit?.why).toContainEqual(expect.objectContaining({ feature: 'same-word', query: '11420', candidate: '11420' }))
  })
})

describe('the score', () => {
  it('is the best over all names of the listing, one by one', () => {
    const words = fc
      .subarray(['quillon', 'amber', 'tova', 'harrow', 'trading', 'institute', 'beijing'], { minLength: 1, maxLength: 3 })
      .map((some) => some.join(' '))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, ([name = '', ...aliases], query) => {
        const whole = buildIndex([listed('SDN', 'x', name, { aliases })], [])
        const singly = [name, ...aliases].map(
          (one) => screen(buildIndex([listed('SDN', 'x', one)], []), { name: query }, { threshold: 0.45 }).hits[0]?.score ?? 0,
        )
        expect(screen(whole, { name: query }, { threshold: 0.45 }).hits[0]?.score ?? 0).toBe(Math.max(...singly))
      }),
      { seed: 20_261_121, numRuns: 150 },
    )
  })

  it('of a short true name is full', () => {
    for (const [query, name] of [
      ['Li Wu', 'WU, Li'],
      ['ZTE', 'ZTE'],
      ['3M', '3M'],
    ] as const)
      expect(comparePair(query, name, 'person').score, query).toBeGreaterThanOrEqual(0.99)
  })
})

describe('the answer', () => {
  it('records the settings in effect and not those that were meant', () => {
    expect(screen(index, { name: 'x' }).settings).toEqual({ matcher: MATCHER, threshold: THRESHOLD, top: TOP })
    expect(screen(index, { name: 'x' }, { threshold: 0.9, top: 3 }).settings).toEqual({ matcher: MATCHER, threshold: 0.9, top: 3 })
    expect(screen(index, { name: 'x' }).lists.map(({ id, sha256, contentDate }) => [id, sha256, contentDate])).toEqual([
      ['EL', 'sha-EL', '2026-07-31'],
      ['SDN', 'sha-SDN', '2026-07-31'],
    ])
  })
})
