/** How decisions on hits are stored, whether they count already or wait for a second officer. */
import type { Disposition } from '#shared/domain/case.ts'
import type { Ports, Signature } from './ports.ts'

export type StoredDisposition = {
  id: string
  case: string
  party: string
  list: string
  entry: string
  entryHash: string
  decision: Disposition['decision']
  reason: string
  by: string
  at: string
}
export type DecisionRow = Omit<StoredDisposition, 'id' | 'by' | 'at'>

export const DECISION_COLUMNS = 'id, case_id AS "case", party, list, entry, entry_hash AS entryHash, decision, reason, by, at'
export const DECISION_INSERT = `(id, case_id, party, list, entry, entry_hash, decision, reason, by, at)
  VALUES (@id, @case, @party, @list, @entry, @entryHash, @decision, @reason, @by, @at)`
/** Of a proposal: no second officer has said anything of it. */
export const NOT_REVIEWED = 'NOT EXISTS (SELECT 1 FROM proposal_review r WHERE r.proposal = proposal.id)'

/** Inside a change: stores a decision that counts from now on, and outdates the case's determination. Answers its id. */
export function insertDecision(ports: Ports, row: DecisionRow, signature: Signature): string {
  const { database, audit } = ports
  const id = ports.newId()
  database.prepare(`INSERT INTO disposition ${DECISION_INSERT}`).run({ id, ...row, ...signature })
  database.prepare("UPDATE case_file SET outcome = '', changed = determination <> '', updated_at = ? WHERE id = ?").run(signature.at, row.case)
  const { party, list, entry, decision } = row
  audit.record({
    ...signature,
    action: 'disposition.recorded',
    subject: row.case,
    detail: { disposition: id, party, list, entry, decision },
    row: { table: 'disposition', key: [id] },
  })
  return id
}
