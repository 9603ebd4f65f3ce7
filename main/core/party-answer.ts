/** What the answer says of a party or an owner: its state as screening, statements and decisions leave it. */
import type { CaseFile } from '#shared/domain/case.ts'
import type { PartyAnswer } from '#shared/domain/determination.ts'
import type { PartyFinding } from './screen-parties.ts'

/** `listed` in the party's facts is what an officer states of its listings. */
export function partyAnswer(party: CaseFile['parties'][number], finding: PartyFinding | undefined): PartyAnswer {
  const stated = Array.isArray(party.facts.listed) ? party.facts.listed.map((one) => (typeof one === 'object' ? one.list : String(one))) : undefined
  const listedOn = [...new Set([...(stated ?? []), ...(finding?.listedOn ?? [])])].sort()
  const possible = (finding?.possibleOn.length ?? 0) > 0
  return {
    name: party.name,
    role: party.role,
    country: party.country ?? '',
    status: listedOn.length > 0 ? 'listed' : possible ? 'possible' : 'clear',
    listedOn,
    notSearched: stated === undefined ? (finding?.notSearched ?? []) : [],
    hits: finding?.hits ?? [],
    nearest: finding?.nearest ?? [],
    ...(finding?.decided === undefined ? {} : { decisions: finding.decided }),
  }
}
