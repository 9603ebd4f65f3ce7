/**
 * Officers' decisions on screening hits. A decision is bound to the party and to the listing as it read then: for another
 * party or a changed listing it does not speak, and the hit is open again. Decisions are only added.
 */
import type { Database } from 'better-sqlite3'
import type { CaseFile, CaseParty, Disposition } from '#shared/domain/case.ts'
import { partiesAndOwners } from '#shared/domain/ownership.ts'
import { nameKey, partyKey } from '#shared/domain/party.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { DECISION_COLUMNS, type DecisionRow, insertDecision, type StoredDisposition } from './decision-table.ts'
import { change, type Ports, type Signature } from './ports.ts'
import { propose, secondOfficerNeeded } from './second-officer.ts'

export type NewDisposition = { case: string; party: string; disposition: Disposition & { entryHash: string } }
/**
 * Records a decision; the case's determination is outdated by it. Where the house rule asks for a second officer, a decision
 * that clears the hit waits for that officer first (`awaiting`). Throws InputError `not-found` (no such case) and `bad-input`
 * (the case as it stands has no party of that name, or no officer, reason or listing hash is given).
 */
export function recordDisposition(ports: Ports, made: NewDisposition, signature: Signature): { id: string; awaiting: boolean } {
  return change(ports, () => {
    const { list, entry, entryHash, decision, reason } = made.disposition
    const party = nameKey(made.party)
    const parties = partiesOf(ports.database, made.case)
    if (parties === undefined) throw new InputError('not-found', `There is no case ${made.case} in the casebook; the decision was not recorded.`)
    if (!parties.some(({ name }) => nameKey(name) === party))
      throw new InputError('bad-input', `The case ${made.case} has no party or owner called "${party}"; the decision was not recorded. Save the case first.`)
    if (signature.by.trim() === '')
      throw new InputError('bad-input', 'A decision on a hit needs the name of the officer who makes it; it was not recorded. Give your name in the settings.')
    if (reason.trim() === '') throw new InputError('bad-input', 'A decision on a hit needs a reason; it was not recorded.')
    if (entryHash === '')
      throw new InputError('bad-input', 'A decision on a hit needs the hash of the listing that was decided on; it was not recorded. Screen the party again.')
    const row: DecisionRow = { case: made.case, party, list, entry, entryHash, decision, reason }
    const awaiting = decision === 'not-the-same' && secondOfficerNeeded(ports.database)
    return { id: awaiting ? propose(ports, row, signature) : insertDecision(ports, row, signature), awaiting }
  })
}

/** The parties and owners of a case as it stands, or as it stood at a moment (ISO date and time); undefined when there is no such case. */
function partiesOf(database: Database, caseId: string, at = '9999'): CaseParty[] | undefined {
  const body = database.prepare('SELECT body FROM case_revision WHERE case_id = ? AND at <= ? ORDER BY revision DESC LIMIT 1').pluck().get(caseId, at)
  return body === undefined ? undefined : partiesAndOwners(JSON.parse(body as string) as CaseFile)
}

/** Every decision of a case, oldest first, those that no longer speak included. */
export const dispositionsOfCase = (database: Database, caseId: string): StoredDisposition[] =>
  database.prepare(`SELECT ${DECISION_COLUMNS} FROM disposition WHERE case_id = ? ORDER BY seq`).all(caseId) as StoredDisposition[]

/**
 * The decisions that speak for these hits of a party, in the order of the hits; a hit without one is open. It is the newest
 * decision on the listing, made in this case on a party of that name or in another case on a party of which it said the very
 * same, if the listing still reads as it did then.
 */
export function decisionsFor(
  database: Database,
  caseId: string,
  party: CaseParty,
  hits: readonly Pick<Hit, 'list' | 'entry' | 'entryHash'>[],
): StoredDisposition[] {
  if (hits.length === 0) return []
  const made = database.prepare(`SELECT ${DECISION_COLUMNS} FROM disposition WHERE party = ? AND list = ? AND entry = ? ORDER BY seq DESC`)
  const name = nameKey(party.name)
  const key = partyKey(party)
  const isThisParty = (one: StoredDisposition): boolean =>
    one.case === caseId || (partiesOf(database, one.case, one.at) ?? []).some((other) => nameKey(other.name) === name && partyKey(other) === key)
  return hits.flatMap((hit) => {
    const newest = (made.all(name, hit.list, hit.entry) as StoredDisposition[]).find(isThisParty)
    return newest?.entryHash === hit.entryHash ? [newest] : []
  })
}
