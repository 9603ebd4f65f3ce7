/** What is compared beside the names: what it raises and lowers, and that it hides nothing. */
import { describe, expect, it } from 'vitest'
import type { Hit, ScreenQuery } from '#shared/domain/screening.ts'
import { list, listed } from './fixtures.ts'
import { buildIndex, screen } from './screen.ts'
import { THRESHOLD } from './settings.ts'

const CODE = '91350100M000100Y43'
const OTHER_CODE = '91110000MA0000000H'
const LEI = '5493001KJTIIGC8Y1R12'

const featuresOf = (hit: Hit | undefined): string[] => (hit?.why ?? []).map(({ feature }) => feature)

describe('numbers that only one party can have', () => {
  const index = buildIndex(
    [
      listed('CMIC', 'falcon', 'Red Falcon Microelectronics Group', { ids: [`CN, ${CODE}, Unified Social Credit Code (USCC)`], countries: ['CN'] }),
      listed('MBS', 'lantern', 'Northern Lantern Bank', { ids: [`RU, ${LEI}, Legal Entity Number`] }),
      listed('SDN', 'tern', 'SILVER TERN', {
        kind: 'vessel',
        ids: ['IMO 9187629, Vessel Registration Identification', '356123000, MMSI'],
        aliases: ['GREY GULL'],
      }),
      listed('SDN', 'owner', 'Tern Shipping Ltd', { ids: ['IMO 5342883, Identification Number'] }),
      listed('SDN', 'slip', 'Amber Trading Ltd', { ids: ['91350100M000100Y44, Unified Social Credit Code (USCC)'] }),
    ],
    ['CMIC', 'MBS', 'SDN'].map(list),
  )
  const hitsOf = (query: ScreenQuery) => screen(index, query).hits

  it.each<[says: string, query: ScreenQuery, entry: string, feature: string]>([
    ['a credit code', { name: '某某公司', ids: [`统一社会信用代码 ${CODE}`] }, 'falcon', 'same-social-credit-code'],
    ['a credit code in small letters and in groups', { name: 'Zzyzx', ids: ['USCC 9135 0100 m000 100y 43'] }, 'falcon', 'same-social-credit-code'],
    ['a legal entity identifier', { name: 'Zzyzx', ids: [`LEI${' '}${LEI}`] }, 'lantern', 'same-lei'],
    ['an IMO number', { name: 'Zzyzx', ids: ['IMO number: 9187629'] }, 'tern', 'same-imo'],
    ['an IMO number without a space', { name: 'Zzyzx', ids: ['IMO9187629'] }, 'tern', 'same-imo'],
    ['seven figures of a ship', { name: 'Zzyzx', kind: 'vessel', ids: ['9187629'] }, 'tern', 'same-imo'],
    ['an MMSI', { name: 'Zzyzx', ids: ['MMSI 356 123 000'] }, 'tern', 'same-mmsi'],
    ['the number of an owner of ships', { name: 'Zzyzx', ids: ['IMO 5342883'] }, 'owner', 'same-imo'],
    ['whatever the kind and the country', { name: 'Zzyzx', kind: 'person', country: 'US', ids: ['IMO 9187629'] }, 'tern', 'same-imo'],
    ['whatever the name, even one of signs alone', { name: '???', ids: [CODE] }, 'falcon', 'same-social-credit-code'],
    ['a wrong number that is listed as it is', { name: 'Zzyzx', ids: ['91350100M000100Y44'] }, 'slip', 'same-identity-number'],
  ])('settle the matter: %s', (_, query, entry, feature) => {
    const [hit] = hitsOf(query)
    expect(hit).toMatchObject({ entry, score: 1 })
    expect(featuresOf(hit)).toContain(feature)
    const sum = hit?.why.reduce((total, part) => total + part.weight * part.score, 0)
    expect(sum).toBeCloseTo(1, 3)
  })

  it('name the alias that is most alike', () => {
    expect(hitsOf({ name: 'Gray Gull', ids: ['IMO 9187629'] })[0]).toMatchObject({ matched: 'GREY GULL', score: 1 })
  })

  it.each<[says: string, query: ScreenQuery, feature: string]>([
    ['a credit code', { name: 'Red Falcon Microelectronics', ids: [OTHER_CODE] }, 'social-credit-code-differs'],
    ['a legal entity identifier', { name: 'Northern Lantern', ids: ['LEI 529900T8BM49AURSDO55'] }, 'lei-differs'],
    ['the IMO number of a ship', { name: 'Silver Terna', kind: 'vessel', ids: ['IMO 9074729'] }, 'imo-differs'],
  ])('lower the score where they differ, and hide nothing: %s', (_, query, feature) => {
    const { ids: _ids, ...without } = query
    const [plain] = hitsOf(without)
    const [hit] = hitsOf(query)
    expect(featuresOf(hit)).toContain(feature)
    expect(hit?.score).toBeLessThan(plain?.score ?? 0)
    expect(hit?.score).toBeGreaterThanOrEqual(THRESHOLD)
    // Even where the names reach no more than the threshold.
    const threshold = plain?.score ?? 0
    expect(screen(index, query, { threshold }).hits[0]).toMatchObject({ entry: plain?.entry, score: threshold })
  })

  it('say nothing when the query has one that is none, and tell so', () => {
    const answer = screen(index, { name: 'Red Falcon Microelectronics Group', ids: ['91350100M000100Y34'] })
    expect(answer.hits[0]?.score).toBe(1)
    expect(answer.warnings).toMatchObject([{ value: '91350100M000100Y34', kind: 'social-credit-code', fault: 'check' }])
    expect(screen(index, { name: 'Red Falcon', ids: [CODE] })).not.toHaveProperty('warnings')
  })

  it('say nothing when they are of different kinds, or a ship and its owner', () => {
    expect(featuresOf(hitsOf({ name: 'Northern Lantern Bank', ids: [CODE] }).find(({ entry }) => entry === 'lantern'))).toEqual(
      featuresOf(hitsOf({ name: 'Northern Lantern Bank' })[0]),
    )
    expect(featuresOf(hitsOf({ name: 'Silver Tern', ids: ['IMO 5342883'] }).find(({ entry }) => entry === 'tern'))).not.toContain('imo-differs')
    // The radio's number changes with the flag.
    expect(hitsOf({ name: 'Silver Tern', kind: 'vessel', ids: ['MMSI 256862000'] })[0]?.score).toBe(1)
  })
})

describe('addresses', () => {
  const entries = [
    listed('EL', 'falcon', 'Red Falcon Microelectronics', {
      kind: 'unknown',
      countries: ['CN'],
      addresses: ['Shenzhen, CN', 'Room 1105, 63 Zhichun Road, Haidian District, Beijing, 100190, CN'],
    }),
    listed('EL', 'harrier', 'Harrier Components Trading', { kind: 'unknown', countries: ['HK'], addresses: ['3/F, 60 Hung To Road, Kwun Tong, Hong Kong'] }),
    listed('SDN', 'person', 'DOE, Amber Quill', { kind: 'person', addresses: ['12 Example Drive, Laurel, MD, US'] }),
    listed('SDN', 'town', 'Grebe Lines', { addresses: ['Beijing, CN', 'P.O. Box 61002, Dubai, AE'] }),
  ]
  const index = buildIndex(entries, ['EL', 'SDN'].map(list))
  const hitsOf = (query: ScreenQuery, threshold = THRESHOLD) => screen(index, query, { threshold }).hits

  it('that are the same raise the score of a name', () => {
    const [plain] = hitsOf({ name: 'Red Falkon Micro Electronics' })
    const [hit] = hitsOf({ name: 'Red Falkon Micro Electronics', address: '北京市海淀区知春路63号11层' })
    expect(hit?.score).toBeGreaterThan(plain?.score ?? 1)
    expect(hit).not.toHaveProperty('by')
    expect(hit?.why.at(-1)).toEqual({
      feature: 'same-address',
      weight: expect.any(Number),
      score: 1,
      query: '北京市海淀区知春路63号11层',
      candidate: 'Room 1105, 63 Zhichun Road, Haidian District, Beijing, 100190, CN',
    })
  })

  it('alone make a hit of the least score, which says so', () => {
    for (const address of ['No. 63 Zhichun Rd, Beijing', '63 Zhichun Lu, Beijing, China', '北京市知春路63号'])
      expect(hitsOf({ name: 'Wholly Unlike GmbH', address }), address).toMatchObject([{ entry: 'falcon', score: THRESHOLD, by: 'address' }])
    expect(hitsOf({ name: 'Jane Roe', kind: 'entity', address: '12 EXAMPLE DR, LAUREL' })).toMatchObject([{ entry: 'person', score: THRESHOLD, by: 'address' }])
    // Whatever else is known against it, and at any threshold.
    expect(hitsOf({ name: 'Jane Roe', country: 'FR', address: '12 Example Dr., Laurel' }, 0.95)).toMatchObject([
      { entry: 'person', score: 0.95, by: 'address' },
    ])
  })

  it('come behind every name', () => {
    const found = hitsOf({ name: 'Harrier Components Trading', country: 'CN', address: '63 Zhichun Road, Beijing' })
    expect(found.map(({ entry }) => entry)).toEqual(['harrier', 'falcon'])
    const lowest = hitsOf({ name: 'Harrier Components Trading' })[0]?.score ?? 0
    expect(
      hitsOf({ name: 'Harrier Components Trading', country: 'US', address: '63 Zhichun Road, Beijing' }, lowest).map(({ entry, by }) => by ?? entry),
    ).toEqual(['harrier', 'address'])
  })

  it.each(['Beijing, CN', 'P.O. Box 61002, Dubai', 'Zhichun Road, Beijing', '63 Zhichun Road', 'Haidian District, Beijing, 100190', 'China'])(
    'that are not specific make no hit: %s',
    (address) => {
      expect(hitsOf({ name: 'Wholly Unlike GmbH', address })).toEqual([])
    },
  )

  it('that differ say nothing', () => {
    const [plain] = hitsOf({ name: 'Red Falcon Microelectronics' })
    const [other] = hitsOf({ name: 'Red Falcon Microelectronics', address: '5 Example Street, Shanghai' })
    expect(other?.score).toBe(plain?.score)
    expect(other?.why).toEqual(plain?.why)
  })
})

describe('dates of birth', () => {
  const index = buildIndex(
    [
      listed('SDN', 'day', 'QUILLON, Amber Tova', { kind: 'person', dates: ['07 Oct 1952'] }),
      listed('SDN', 'about', 'HARROW, Peregrine', { kind: 'person', dates: ['circa 1954'] }),
    ],
    [list('SDN')],
  )
  const scoreOf = (name: string, dob?: string): number => screen(index, { name, ...(dob === undefined ? {} : { dob }) }, { threshold: 0.6 }).hits[0]?.score ?? 0

  it('that agree to the day raise more than the year alone, and that more than nothing', () => {
    const [day, year, none] = ['1952-10-07', '1952', undefined].map((dob) => scoreOf('Amber Quilon', dob)) as [number, number, number]
    expect(day).toBeGreaterThan(year)
    expect(year).toBeGreaterThan(none)
  })

  it('that differ lower the score and never hide the hit', () => {
    expect(scoreOf('Amber Tova Quillon', '1952-11-30')).toBeLessThan(1)
    expect(scoreOf('Amber Tova Quillon', '1980')).toBeLessThan(scoreOf('Amber Tova Quillon', '1952-11-30'))
    const threshold = scoreOf('Amber Tova Quilon')
    expect(screen(index, { name: 'Amber Tova Quilon', dob: '1980' }, { threshold }).hits[0]?.score).toBe(threshold)
  })

  it('within what the listing leaves open are no conflict', () => {
    expect(scoreOf('Peregrin Harrow', '1953-02-03')).toBeGreaterThanOrEqual(scoreOf('Peregrin Harrow'))
    expect(scoreOf('Peregrin Harrow', '1961')).toBeLessThan(scoreOf('Peregrin Harrow'))
  })
})
