/** Which of the decisions on record speak for a hit of a party. */
import type { Database } from 'better-sqlite3'
import type { CaseFile, CaseParty } from '#shared/domain/case.ts'
import { partiesAndOwners } from '#shared/domain/ownership.ts'
import { nameKey, partyKey } from '#shared/domain/party.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { DECISION_COLUMNS, type StoredDisposition } from './decision-table.ts'

/** The parties and owners of a case as it stands, or as it stood at a moment (ISO date and time); undefined when there is no such case. */
export function partiesOf(database: Database, caseId: string, at = '9999'): CaseParty[] | undefined {
  const body = database.prepare('SELECT body FROM case_revision WHERE case_id = ? AND at <= ? ORDER BY revision DESC LIMIT 1').pluck().get(caseId, at)
  return body === undefined ? undefined : partiesAndOwners(JSON.parse(body as string) as CaseFile)
}

/**
 * The decisions that speak for these hits of a party, in the order of the hits; a hit without one is open. It is the newest
 * decision on the listing, made in this case on a party of that name or in another case on a party of which it said the very
 * same, if the listing still reads as it did then.
 */
export const decisionsFor = (database: Database, caseId: string, party: CaseParty, hits: readonly Listing[]): StoredDisposition[] =>
  decisionReader(database)(caseId, party, hits)

type Listing = Pick<Hit, 'list' | 'entry' | 'entryHash'>

/** The same for many parties, one after another. */
export function decisionReader(database: Database): (caseId: string, party: CaseParty, hits: readonly Listing[]) => StoredDisposition[] {
  const made = database.prepare(`SELECT ${DECISION_COLUMNS} FROM disposition WHERE party = ? AND list = ? AND entry = ? ORDER BY seq DESC`)
  return (caseId, party, hits) => {
    const name = nameKey(party.name)
    const key = partyKey(party)
    const isThisParty = (one: StoredDisposition): boolean =>
      one.case === caseId || (partiesOf(database, one.case, one.at) ?? []).some((other) => nameKey(other.name) === name && partyKey(other) === key)
    return hits.flatMap((hit) => {
      const newest = (made.all(name, hit.list, hit.entry) as StoredDisposition[]).find(isThisParty)
      return newest?.entryHash === hit.entryHash ? [newest] : []
    })
  }
}
