/** Reads and edits the owners of a case as a tree: direct owners stand with the party, all further levels with the holders. */
import type { CaseFile, CaseParty, FactMap, Holder } from '#shared/domain/case.ts'
import type { OwnershipLine } from '#shared/domain/ownership-file.ts'
import { nameKey } from '#shared/domain/party.ts'

/** Whose owners are meant: a party by its place, or a holder by its name. */
export type Whose = { party: number } | { holder: string }
export type Owned = CaseParty['owners'][number]

const same = (a: string, b: string): boolean => nameKey(a) === nameKey(b)
const holderOf = (file: CaseFile, name: string): Holder | undefined => file.holders?.find((one) => same(one.name, name))

export function ownersOf(file: CaseFile, whose: Whose): readonly Owned[] {
  return ('party' in whose ? file.parties[whose.party]?.owners : holderOf(file, whose.holder)?.owners) ?? []
}

/** A holder that says nothing is left out of the case. */
const isBare = ({ name: _, owners = [], facts = {}, dispositions = [], ...rest }: Holder): boolean =>
  owners.length === 0 && dispositions.length === 0 && Object.keys(facts).length === 0 && Object.keys(rest).length === 0

/** The case with one holder changed; it is made where there was none. */
export function changeHolder(file: CaseFile, name: string, edit: (holder: Holder) => Holder): CaseFile {
  const found = holderOf(file, name)
  const all = found === undefined ? [...(file.holders ?? []), edit({ name })] : (file.holders ?? []).map((one) => (one === found ? edit(one) : one))
  const kept = all.filter((one) => !isBare(one))
  const { holders: _, ...rest } = file
  return kept.length === 0 ? rest : { ...rest, holders: kept }
}

const changeParty = (file: CaseFile, at: number, edit: (party: CaseParty) => CaseParty): CaseFile => ({
  ...file,
  parties: file.parties.map((party, i) => (i === at ? edit(party) : party)),
})

function changeRows(file: CaseFile, whose: Whose, edit: (rows: Owned[]) => Owned[]): CaseFile {
  if ('party' in whose) return changeParty(file, whose.party, (party) => ({ ...party, owners: edit(party.owners) }))
  return changeHolder(file, whose.holder, ({ owners = [], ...holder }) => {
    const rows = edit(owners)
    return rows.length === 0 ? holder : { ...holder, owners: rows }
  })
}

export const addOwner = (file: CaseFile, whose: Whose): CaseFile => changeRows(file, whose, (rows) => [...rows, { name: '' }])
export const removeOwner = (file: CaseFile, whose: Whose, at: number): CaseFile => changeRows(file, whose, (rows) => rows.filter((_, i) => i !== at))

export const setShare = (file: CaseFile, whose: Whose, at: number, share: number | undefined): CaseFile =>
  changeRows(file, whose, (rows) =>
    rows.map((row, i) => {
      if (i !== at) return row
      const { share: _, ...rest } = row
      return share === undefined ? rest : { ...rest, share }
    }),
  )

const timesNamed = (file: CaseFile, name: string): number =>
  [...file.parties.flatMap(({ owners }) => owners), ...(file.holders ?? []).flatMap(({ owners = [] }) => owners)].filter((one) => same(one.name, name)).length

/** What is known of a holder goes with its name as long as the name stands nowhere else. */
export function renameOwner(file: CaseFile, whose: Whose, at: number, name: string): CaseFile {
  const before = ownersOf(file, whose)[at]?.name ?? ''
  const renamed = changeRows(file, whose, (rows) => rows.map((row, i) => (i === at ? { ...row, name } : row)))
  const moves = before !== '' && timesNamed(file, before) === 1 && holderOf(file, name) === undefined && !file.parties.some((party) => same(party.name, before))
  return moves && holderOf(file, before) !== undefined ? changeHolder(renamed, before, (holder) => ({ ...holder, name })) : renamed
}

/** What the case says of an owner wherever it stands, beside how completely its own owners are named. */
export function factsOf(file: CaseFile, name: string, row: Owned | undefined): FactMap {
  const { ownersComplete: _, ...held } = holderOf(file, name)?.facts ?? {}
  const elsewhere = name.trim() === '' ? [] : file.parties.flatMap(({ owners }) => owners.filter((one) => same(one.name, name)).map(({ facts = {} }) => facts))
  return Object.assign({}, held, ...elsewhere, row?.facts)
}

/** The case with other facts of an owner, wherever the case states them. */
export function withFacts(file: CaseFile, whose: Whose, at: number, facts: FactMap): CaseFile {
  const name = ownersOf(file, whose)[at]?.name ?? ''
  const direct = 'party' in whose
  const stated = name !== '' && Object.keys(holderOf(file, name)?.facts ?? {}).some((fact) => fact !== 'ownersComplete')
  const rows: CaseFile = {
    ...file,
    parties: file.parties.map((party, i) => ({
      ...party,
      owners: party.owners.map((row, j) =>
        (direct && i === whose.party && j === at) || (name !== '' && same(row.name, name) && row.facts !== undefined) ? { ...row, facts } : row,
      ),
    })),
  }
  if (direct && !stated) return rows
  return changeHolder(rows, name, ({ facts: before = {}, ...holder }) => {
    const next: FactMap = { ...(before.ownersComplete === undefined ? {} : { ownersComplete: before.ownersComplete }), ...facts }
    return Object.keys(next).length === 0 ? holder : { ...holder, facts: next }
  })
}

export const isPerson = (file: CaseFile, name: string): boolean => holderOf(file, name)?.kind === 'person'

export const setPerson = (file: CaseFile, name: string, person: boolean): CaseFile =>
  changeHolder(file, name, ({ kind: _, ...holder }) => (person ? { ...holder, kind: 'person' } : holder))

export function saysComplete(file: CaseFile, whose: Whose): boolean {
  const facts = 'party' in whose ? file.parties[whose.party]?.facts : holderOf(file, whose.holder)?.facts
  return facts?.ownersComplete === true
}

export function setComplete(file: CaseFile, whose: Whose, said: boolean): CaseFile {
  const edit = ({ ownersComplete: _, ...facts }: FactMap): FactMap => (said ? { ...facts, ownersComplete: true } : facts)
  if ('party' in whose) return changeParty(file, whose.party, (party) => ({ ...party, facts: edit(party.facts) }))
  return changeHolder(file, whose.holder, ({ facts = {}, ...holder }) => {
    const next = edit(facts)
    return Object.keys(next).length === 0 ? holder : { ...holder, facts: next }
  })
}

/** The case with the owners of a file in the place of those that it named for the same firms; what was known of an owner stays. */
export function withLines(file: CaseFile, lines: readonly OwnershipLine[]): CaseFile {
  const byOwned = new Map<string, OwnershipLine[]>()
  for (const line of lines) byOwned.set(line.owned, [...(byOwned.get(line.owned) ?? []), line])
  let next = file
  for (const [owned, owners] of byOwned) {
    const at = file.parties.findIndex(({ name }) => same(name, owned))
    const whose: Whose = at < 0 ? { holder: owned } : { party: at }
    next = changeRows(next, whose, (rows) =>
      owners.map(({ owner, share }) => {
        const facts = rows.find(({ name }) => same(name, owner))?.facts
        return { name: owner, ...(share === undefined ? {} : { share }), ...(facts === undefined ? {} : { facts }) }
      }),
    )
  }
  return next
}
