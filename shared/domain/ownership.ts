/** The owners that a case names, at whatever level, as screening and the memory of decisions know them. */
import type { CaseFile, CaseParty, Holder } from './case.ts'
import { nameKey } from './party.ts'

/** An owner looked at as screening looks at a party. */
const asParty = ({ name, country, address, kind, dob, ids, dispositions }: Holder): CaseParty => ({
  role: 'other',
  name,
  ...(country ? { country } : {}),
  ...(address ? { address } : {}),
  ...(kind ? { kind } : {}),
  ...(dob ? { dob } : {}),
  ...(ids?.length ? { ids } : {}),
  owners: [],
  dispositions: dispositions ?? [],
  facts: {},
})

/** Every owner of the case, each name once, in the order in which the case names them; an owner that is a party itself is left out. */
export function ownersAsParties({ parties, holders = [] }: Pick<CaseFile, 'parties' | 'holders'>): CaseParty[] {
  const known = new Map(holders.map((holder) => [nameKey(holder.name), holder]))
  const seen = new Set(parties.map(({ name }) => nameKey(name)))
  const named = [...parties.flatMap(({ owners }) => owners), ...holders.flatMap((holder) => [holder, ...(holder.owners ?? [])])]
  return named.flatMap(({ name }) => {
    const key = nameKey(name)
    if (key === '' || seen.has(key)) return []
    seen.add(key)
    return [asParty(known.get(key) ?? { name })]
  })
}

/** All whom screening looks at: the parties as the case has them, then the other owners. */
export const partiesAndOwners = (file: Pick<CaseFile, 'parties' | 'holders'>): CaseParty[] => [...file.parties, ...ownersAsParties(file)]
