import { describe, expect, it } from 'vitest'
import { sharesAreWhole } from '#shared/domain/shares.ts'
import type { GivenFacts } from './facts.ts'
import { factsFromOwners, factsFromStatedShare } from './owners.ts'
import type { FactDeclaration } from './types.ts'

const words = { en: 'x', zh: 'x' }
const declared = (name: string, fromOwners: FactDeclaration['fromOwners']): FactDeclaration => ({
  path: `party.${name}`,
  type: 'number',
  label: words,
  ask: words,
  why: words,
  cite: '15 CFR 744.11(a)(1)',
  ...(fromOwners === undefined ? {} : { fromOwners }),
})
const FACTS = [
  declared('share', 'share'),
  declared('lists', 'lists'),
  declared('footnotes', 'footnotes'),
  declared('scope', 'scope'),
  declared('flag', 'red-flag'),
]
const COUNTED = { lists: ['EL', 'MEU'], scoped: 'EL', tagged: 'SDN', programs: new Set(['SDGT']), atLeast: 50 }

type Owner = { share?: number; on?: string[]; through?: string[]; tags?: string[]; footnotes?: string[]; scope?: string }

function line({ share, on, through, tags, footnotes, scope }: Owner, id: string) {
  const facts: GivenFacts = {}
  const set = (name: string, is: string[] | undefined) => {
    if (is !== undefined) facts[name] = { state: 'known', value: { is, maybe: [] } }
  }
  if (share !== undefined) facts.share = { state: 'known', value: share }
  set('listedOn', on)
  set('restrictedThrough', through)
  set('sdnPrograms', tags)
  set('footnotes', footnotes)
  if (scope !== undefined) facts.entityListScope = { state: 'known', value: scope }
  return { id, facts }
}

function derive(owners: Owner[], complete = true) {
  const given = factsFromOwners({ lines: owners.map((owner, i) => line(owner, `${i}`)), complete }, FACTS, COUNTED, 'parties[0].owners')
  return Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]))
}

const nobody = (share: number): Owner => ({ share, on: [], through: [], tags: [] })

describe('the share of owners that count', () => {
  it('adds decimals exactly: 16.7 and 33.3 are one half', () => {
    expect(derive([{ share: 16.7, on: ['EL'] }, { share: 33.3, on: ['MEU'] }, nobody(50)]).share).toBe(50)
    expect(derive([{ share: 0.1, on: ['EL'] }, { share: 0.2, on: ['EL'] }, nobody(99.7)]).share).toBe(0.3)
    expect(derive([{ share: 49.9, on: ['EL'] }, nobody(50.1)]).share).toBe(49.9)
    expect(derive([{ share: 0.0000001, on: ['EL'] }, nobody(50)]).share).toBe(0.0000001)
  })

  it('leaves a range where the rest is not known', () => {
    expect(derive([{ share: 30, on: ['EL'] }], false).share).toEqual({ min: 30, max: 100 })
    expect(derive([{ share: 30, on: ['EL'] }, nobody(60)], false).share).toEqual({ min: 30, max: 40 })
    expect(derive([{ share: 30, on: ['EL'] }, { on: ['EL'] }]).share).toEqual({ min: 30, max: 100 })
    expect(
      derive([
        { share: 30, on: ['EL'] },
        { on: [], through: [], tags: [] },
      ]).share,
    ).toBe(30)
    expect(derive([{ share: 30 }, nobody(70)]).share).toEqual({ min: 0, max: 30 })
  })

  it('counts a designated owner by its tags only, and one that is restricted through its own owners', () => {
    expect(derive([{ share: 60, on: ['SDN'], through: [], tags: ['SDGT'] }, nobody(40)])).toMatchObject({ share: 60, lists: { is: ['SDN'], maybe: [] } })
    expect(derive([{ share: 60, on: ['SDN'], through: [], tags: ['CUBA'] }, nobody(40)])).toMatchObject({ share: 0, lists: { is: [], maybe: [] } })
    expect(derive([{ share: 60, on: ['SDN'], through: [] }, nobody(40)]).share).toEqual({ min: 0, max: 60 })
    expect(derive([{ share: 60, on: [], through: ['EL'], tags: [] }, nobody(40)])).toMatchObject({ share: 60, lists: { is: ['EL'], maybe: [] } })
    expect(derive([{ share: 60, on: [], tags: [] }, nobody(40)]).share).toEqual({ min: 0, max: 60 })
    expect(derive([{ share: 60, on: ['UVL', 'DPL'], through: [], tags: [] }, nobody(40)]).share).toBe(0)
  })

  it('takes the widest scope and every footnote of the entries', () => {
    const both = derive([{ share: 30, on: ['EL'], footnotes: ['5'], scope: 'some' }, { share: 30, on: ['EL'], footnotes: ['1'], scope: 'all' }, nobody(40)])
    expect(both).toMatchObject({ scope: 'all', footnotes: { is: ['1', '5'], maybe: [] } })
    expect(derive([{ share: 30, on: ['EL'], scope: 'some' }, nobody(70)])).toMatchObject({ scope: 'some', footnotes: { is: [], maybe: 'anything' } })
    expect(derive([{ share: 30, on: ['EL'] }, nobody(70)]).scope).toBeUndefined()
  })

  it('says of the red flag only what is certain', () => {
    expect(derive([nobody(100)]).flag).toBe('absent')
    expect(derive([{ share: 49.9, on: ['EL'] }, nobody(50.1)]).flag).toBe('present-resolved')
    expect(derive([{ share: 49.9, on: ['EL'] }], false).flag).toBeUndefined()
  })

  it('derives nothing where no owner is named, and refuses more than the whole', () => {
    expect(derive([])).toEqual({})
    expect(() => derive([nobody(60), nobody(50)])).toThrow('add up to 110 percent')
  })
})

describe('a share that is stated', () => {
  it('has been found out, unless the officer says otherwise', () => {
    const share = { state: 'known' as const, value: 0 }
    expect(factsFromStatedShare({ share }, FACTS)).toEqual({ flag: { state: 'known', value: 'present-resolved' } })
    expect(factsFromStatedShare({ share, flag: { state: 'known', value: 'present-unresolved' } }, FACTS)).toEqual({})
    expect(factsFromStatedShare({}, FACTS)).toEqual({})
  })
})

describe('whether all owners are named', () => {
  it('is a question of exact decimals', () => {
    expect(sharesAreWhole([33.3, 33.3, 33.4])).toBe(true)
    expect(sharesAreWhole([33.3, 33.3, 33.3])).toBe(false)
    expect(sharesAreWhole([50, undefined])).toBe(false)
  })
})
