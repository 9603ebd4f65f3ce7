import { describe, expect, it } from 'vitest'
import { blankCase } from '#renderer/client/case-file.ts'
import type { CaseFile } from '#shared/domain/case.ts'
import { addOwner, factsOf, ownersOf, removeOwner, renameOwner, setComplete, setPerson, setShare, withFacts, withLines } from './owner-tree.ts'

const party = (name: string, owners: CaseFile['parties'][number]['owners'] = []) => ({ role: 'end-user' as const, name, owners, dispositions: [], facts: {} })
const file = (...parties: CaseFile['parties']): CaseFile => ({ ...blankCase('c'), parties })
const MIDDLE = { holder: 'Middle' }

describe('owners as a tree', () => {
  it('keeps direct owners with the party and further levels with the holders', () => {
    let now = addOwner(file(party('Acme')), { party: 0 })
    now = renameOwner(now, { party: 0 }, 0, 'Middle')
    now = setShare(now, { party: 0 }, 0, 60)
    now = addOwner(now, MIDDLE)
    now = renameOwner(now, MIDDLE, 0, 'Top')
    now = setShare(now, MIDDLE, 0, 50)
    expect(now.parties[0]?.owners).toEqual([{ name: 'Middle', share: 60 }])
    expect(now.holders).toEqual([{ name: 'Middle', owners: [{ name: 'Top', share: 50 }] }])
    expect(setShare(now, MIDDLE, 0, undefined).holders).toEqual([{ name: 'Middle', owners: [{ name: 'Top' }] }])
  })

  it('leaves no holder behind that says nothing', () => {
    const now = addOwner(file(party('Acme', [{ name: 'Middle' }])), MIDDLE)
    expect('holders' in removeOwner(now, MIDDLE, 0)).toBe(false)
    expect('holders' in setPerson(setPerson(now, 'X', true), 'X', false)).toBe(true)
  })

  it('takes what is known of an owner along to its new name, unless the old name stands elsewhere', () => {
    const known = setPerson(file(party('Acme', [{ name: 'Mr A', share: 5 }])), 'Mr A', true)
    expect(renameOwner(known, { party: 0 }, 0, 'Mr Ab').holders).toEqual([{ name: 'Mr Ab', kind: 'person' }])
    const twice = file(party('Acme', [{ name: 'Mr A' }]), party('Beta', [{ name: 'Mr A' }]))
    expect(renameOwner(setPerson(twice, 'Mr A', true), { party: 0 }, 0, 'Mr B').holders).toEqual([{ name: 'Mr A', kind: 'person' }])
  })

  it('states facts of an owner once: with the direct owner, else with the holder', () => {
    const listed = { listed: [{ list: 'EL' }] }
    const direct = withFacts(file(party('Acme', [{ name: 'Top' }])), { party: 0 }, 0, listed)
    expect([direct.parties[0]?.owners[0]?.facts, direct.holders]).toEqual([listed, undefined])
    const deep = withFacts({ ...file(party('Acme', [{ name: 'Middle' }])), holders: [{ name: 'Middle', owners: [{ name: 'Top' }] }] }, MIDDLE, 0, listed)
    expect(deep.holders).toEqual([
      { name: 'Middle', owners: [{ name: 'Top' }] },
      { name: 'Top', facts: listed },
    ])
    expect(factsOf(deep, 'Top', ownersOf(deep, MIDDLE)[0])).toEqual(listed)
  })

  it('says the same of an owner in every place that states it', () => {
    const both = { ...file(party('Acme', [{ name: 'Top', facts: { listed: [] } }])), holders: [{ name: 'Middle', owners: [{ name: 'Top' }] }] }
    expect(factsOf(both, 'Top', ownersOf(both, MIDDLE)[0])).toEqual({ listed: [] })
    const now = withFacts(both, MIDDLE, 0, { listed: [{ list: 'MEU' }] })
    expect(now.parties[0]?.owners[0]?.facts).toEqual({ listed: [{ list: 'MEU' }] })
    expect(now.holders?.[1]).toEqual({ name: 'Top', facts: { listed: [{ list: 'MEU' }] } })
  })

  it('keeps "nobody else matters" of a holder beside its facts', () => {
    const now = setComplete({ ...file(party('Acme', [{ name: 'Middle' }])), holders: [{ name: 'Middle', owners: [{ name: 'Top' }] }] }, MIDDLE, true)
    expect(now.holders).toEqual([{ name: 'Middle', owners: [{ name: 'Top' }], facts: { ownersComplete: true } }])
    expect(setComplete(now, MIDDLE, false).holders).toEqual([{ name: 'Middle', owners: [{ name: 'Top' }] }])
  })

  it('brings lines of a file in, for parties and holders, and keeps what was known', () => {
    const listed = { listed: [{ list: 'EL' }] }
    const now = withLines(
      file(
        party('Acme', [
          { name: 'Middle', share: 10, facts: listed },
          { name: 'Gone', share: 5 },
        ]),
      ),
      [
        { owner: 'Middle', owned: 'Acme', share: 60 },
        { owner: 'Top', owned: 'Middle' },
      ],
    )
    expect(now.parties[0]?.owners).toEqual([{ name: 'Middle', share: 60, facts: listed }])
    expect(now.holders).toEqual([{ name: 'Middle', owners: [{ name: 'Top' }] }])
  })
})
