/** A party as screening and the memory of decisions know it. */
import { canonicalJson } from '../text/canonical.ts'
import type { CaseParty } from './case.ts'
import type { ScreenQuery } from './screening.ts'

/** A name as decisions are bound to it: composed, without surrounding or doubled white space. */
export const nameKey = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ')

/** What a party is screened with: all that the case says of it. */
export const queryOfParty = ({ name, country, address, kind, dob, ids }: CaseParty): ScreenQuery => ({
  name,
  ...(country ? { country } : {}),
  ...(address ? { address } : {}),
  ...(kind ? { kind } : {}),
  ...(dob ? { dob } : {}),
  ...(ids?.length ? { ids } : {}),
})

/** Parties with the same key are the same for a decision made on one of them; a field that only one of them states makes them different. */
export const partyKey = ({ name, country, address, kind, dob, ids }: CaseParty): string =>
  canonicalJson({
    name: nameKey(name),
    country: country ?? '',
    address: nameKey(address ?? ''),
    kind: kind ?? '',
    dob: nameKey(dob ?? ''),
    ids: [...new Set((ids ?? []).map(nameKey))].sort(),
  })
