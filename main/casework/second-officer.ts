/**
 * The second officer: where the house asks for one, a decision that clears a hit is proposed first and counts when another
 * officer has agreed to it. Proposals and reviews are only added.
 */
import type { Database } from 'better-sqlite3'
import { nameKey } from '#shared/domain/party.ts'
import { InputError } from '#shared/text/errors.ts'
import { settleAlerts } from './alert-states.ts'
import { DECISION_COLUMNS, DECISION_INSERT, type DecisionRow, insertDecision, NOT_REVIEWED, type StoredDisposition } from './decision-table.ts'
import { change, type Ports, type Signature } from './ports.ts'

const HOUSE_RULE = 'rule.second-officer'

/** Whether clearing a hit needs a second officer: the newest house rule on record. */
export function secondOfficerNeeded(database: Database): boolean {
  const detail = database.prepare('SELECT detail FROM audit_record WHERE action = ? ORDER BY seq DESC LIMIT 1').pluck().get(HOUSE_RULE) as string | undefined
  return detail !== undefined && (JSON.parse(detail) as { needed: boolean }).needed
}

/** Records the house rule; decisions made before stay as they are. Throws InputError `bad-input` without the name of an officer. */
export function setSecondOfficer(ports: Ports, needed: boolean, signature: Signature): void {
  if (signature.by.trim() === '') throw new InputError('bad-input', 'A house rule needs the name of the officer who sets it. Give your name in the settings.')
  change(ports, () => {
    if (secondOfficerNeeded(ports.database) !== needed) ports.audit.record({ ...signature, action: HOUSE_RULE, subject: 'screening', detail: { needed } })
  })
}

/** Proposed decisions of a case that nobody has reviewed, oldest first. */
export const proposalsAwaiting = (database: Database, caseId: string): StoredDisposition[] =>
  database.prepare(`SELECT ${DECISION_COLUMNS} FROM proposal WHERE case_id = ? AND ${NOT_REVIEWED} ORDER BY seq`).all(caseId) as StoredDisposition[]

/** Inside a change: stores a decision that waits for a second officer. Answers its id; throws InputError `bad-input` when one waits already. */
export function propose(ports: Ports, row: DecisionRow, signature: Signature): string {
  const { database, audit } = ports
  const { party, list, entry, entryHash, decision } = row
  const waiting = proposalsAwaiting(database, row.case).find(
    (one) => one.party === party && one.list === list && one.entry === entry && one.entryHash === entryHash,
  )
  if (waiting !== undefined)
    throw new InputError('bad-input', `A decision of ${waiting.by} on this hit waits for a second officer already; it was not recorded a second time.`)
  const id = ports.newId()
  database.prepare(`INSERT INTO proposal ${DECISION_INSERT}`).run({ id, ...row, ...signature })
  audit.record({
    ...signature,
    action: 'disposition.proposed',
    subject: row.case,
    detail: { proposal: id, party, list, entry, decision },
    row: { table: 'proposal', key: [id] },
  })
  return id
}

export type ProposalReview = { id: string; agrees: boolean; reason: string }

/**
 * What a second officer says of a proposed decision. Agreed to, it becomes a decision in the names of both; refused, the
 * hit stays open. Throws InputError `not-found` (no such proposal, or it was reviewed before) and `bad-input` (no officer,
 * no reason, or the officer who proposed it).
 */
export function reviewProposal(ports: Ports, review: ProposalReview, signature: Signature): { id: string } {
  return change(ports, () => {
    const { database, audit } = ports
    const found = database.prepare(`SELECT ${DECISION_COLUMNS} FROM proposal WHERE id = ? AND ${NOT_REVIEWED}`).get(review.id) as StoredDisposition | undefined
    if (found === undefined) throw new InputError('not-found', 'No decision of that number waits for a second officer; nothing was recorded.')
    const { id: proposal, by: proposer, at: _at, ...row } = found
    if (signature.by.trim() === '') throw new InputError('bad-input', 'A review needs the name of the officer who makes it; it was not recorded.')
    if (sameOfficer(signature.by, proposer))
      throw new InputError('bad-input', `${proposer} made the decision; another officer must review it. Nothing was recorded.`)
    if (review.reason.trim() === '') throw new InputError('bad-input', 'A review needs a reason; it was not recorded.')
    const id = ports.newId()
    database
      .prepare('INSERT INTO proposal_review (id, proposal, agrees, reason, by, at) VALUES (@id, @proposal, @agrees, @reason, @by, @at)')
      .run({ id, proposal, agrees: review.agrees ? 1 : 0, reason: review.reason, ...signature })
    audit.record({
      ...signature,
      action: 'disposition.reviewed',
      subject: row.case,
      detail: { proposal, agrees: review.agrees },
      row: { table: 'proposal_review', key: [id] },
    })
    if (review.agrees) insertDecision(ports, row, { at: signature.at, by: `${proposer}; ${signature.by.trim()}` })
    settleAlerts(database, row)
    return { id }
  })
}

const sameOfficer = (a: string, b: string): boolean => nameKey(a).toLowerCase() === nameKey(b).toLowerCase()
