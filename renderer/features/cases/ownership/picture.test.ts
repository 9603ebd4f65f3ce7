import { describe, expect, it } from 'vitest'
import type { OwnershipCount, PartyOwnership } from '#shared/domain/determination.ts'
import { drawn } from './picture.ts'

const holder = (name: string) => ({ name, listedOn: [], open: false, complete: true })
const count = (paths: OwnershipCount['paths'], counting: number[], mayCount: number[] = []): OwnershipCount => ({
  id: 'r',
  title: '',
  says: '',
  cite: '',
  weighed: true,
  force: 'in-force',
  state: 'held',
  share: { min: 50, max: 50 },
  atLeast: 50,
  counting,
  mayCount,
  paths,
  cautions: [],
  notModelled: [],
})
// The party 0 is owned by 1 and 2; 3 owns a part of both, and 0 a part of 3.
const ownership: PartyOwnership = {
  party: 'P',
  role: 'end-user',
  holders: ['P', 'A', 'B', 'C'].map(holder),
  links: [
    { owner: 1, owned: 0, share: 50 },
    { owner: 2, owned: 0, share: null },
    { owner: 3, owned: 1, share: 60 },
    { owner: 3, owned: 2, share: 10 },
    { owner: 0, owned: 3, share: 5 },
  ],
  circles: [['P', 'A', 'C']],
  counts: [],
}

describe('the picture of owners', () => {
  it('draws every holder once, with a column for each level and no two on one place', () => {
    const { holders, links } = drawn(ownership, undefined)
    expect(holders.map(({ at }) => at)).toEqual([0, 1, 3, 2])
    expect(holders.map(({ x }) => x / 306)).toEqual([0, 1, 2, 1])
    expect(new Set(holders.map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
    expect(links).toHaveLength(5)
  })

  it('makes the chain that counts strong from end to end, and nothing else', () => {
    const { holders, links } = drawn(ownership, count([{ holders: [3, 1, 0], shares: [60, 50] }], [1, 3], [2]))
    expect(holders.filter(({ strong }) => strong).map(({ at }) => at)).toEqual([0, 1, 3])
    expect(holders.map(({ state }) => state)).toEqual(['party', 'counts', 'counts', 'may'])
    expect(links.filter(({ strong }) => strong)).toEqual([
      { from: 0, to: 1, share: 50, strong: true },
      { from: 1, to: 3, share: 60, strong: true },
    ])
  })
})
