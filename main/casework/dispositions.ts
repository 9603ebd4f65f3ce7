/**
 * Officers' decisions on screening hits. A decision is bound to the party and to the listing as it read then: for another
 * party or a changed listing it does not speak, and the hit is open again. Decisions are only added.
 */
import type { Database } from 'better-sqlite3'
import type { Disposition } from '#shared/domain/case.ts'
import { nameKey } from '#shared/domain/party.ts'
import { InputError } from '#shared/text/errors.ts'
import { settleAlerts } from './alert-states.ts'
import { DECISION_COLUMNS, type DecisionRow, insertDecision, type StoredDisposition } from './decision-table.ts'
import { partiesOf } from './decisions-for.ts'
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
    const id = awaiting ? propose(ports, row, signature) : insertDecision(ports, row, signature)
    settleAlerts(ports.database, row)
    return { id, awaiting }
  })
}

/** Every decision of a case, oldest first, those that no longer speak included. */
export const dispositionsOfCase = (database: Database, caseId: string): StoredDisposition[] =>
  database.prepare(`SELECT ${DECISION_COLUMNS} FROM disposition WHERE case_id = ? ORDER BY seq`).all(caseId) as StoredDisposition[]
