/**
 * Determinations as they were made: the exact facts, the packs, lists and engine, the answer and its proof. Never changed
 * and never deleted, so that each can be evaluated again and compared years later.
 */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { DeterminationRecord, DeterminationRow } from '#shared/contract/replies.ts'
import type { Determination, ListStamp, PackUsed } from '#shared/domain/determination.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { type AuditHead, change, type Ports, type Signature } from './ports.ts'

export type NewDetermination = {
  case: string
  /** The revision of the case that was evaluated. */
  revision: number
  answer: Determination
  /** All that the evaluation read: the case, the screening answers, the effective settings. `answer.factsHash` is its hash. */
  facts: unknown
  /** The whole proof; `answer.proofHash` is the hash of its compact text, and the audit record vouches for the stored row. */
  proof: unknown
}
export type StoredDetermination = DeterminationRecord & {
  revision: number
  facts: unknown
  proof: unknown
  packs: PackUsed[]
  lists: ListStamp[]
  engine: string
  factsHash: string
  proofHash: string
  /** The end of the audit chain just before this determination. */
  auditHead: AuditHead
}

type Stored = {
  id: string
  case_id: string
  case_revision: number
  at: string
  by: string
  engine: string
  packs: string
  lists: string
  facts_hash: string
  proof_hash: string
  audit_seq: number
  audit_head: string
  facts: string
  answer: string
  proof: Buffer
}

/**
 * Stores a determination and makes its outcome that of the case, unless the case has gone on to a later revision. Throws
 * InputError `not-found` when there is no such revision, and Error when the facts do not have the hash that the answer
 * states.
 */
export function storeDetermination(ports: Ports, made: NewDetermination, signature: Signature): DeterminationRecord {
  const { answer } = made
  const facts = canonicalJson(made.facts)
  const proof = canonicalJson(made.proof)
  expectHash('facts', facts, answer.factsHash)
  return change(ports, () => {
    const { database, audit } = ports
    const current = database.prepare('SELECT revision FROM case_file WHERE id = ?').pluck().get(made.case) as number | undefined
    if (current === undefined || made.revision < 1 || made.revision > current) {
      throw new InputError('not-found', `There is no revision ${made.revision} of the case ${made.case} in the casebook; the determination was not stored.`)
    }
    const id = ports.newId()
    const head = audit.head()
    const lawAsOf = answer.packs.map((pack) => pack.lawAsOf).sort()[0] ?? ''
    database
      .prepare(
        `INSERT INTO determination (id, case_id, case_revision, at, by, as_of, law_as_of, outcome, engine, packs, lists, facts_hash, proof_hash, audit_seq, audit_head, facts, answer, proof)
         VALUES (@id, @case, @revision, @at, @by, @asOf, @lawAsOf, @outcome, @engine, @packs, @lists, @factsHash, @proofHash, @auditSeq, @auditHead, @facts, @answer, @proof)`,
      )
      .run({
        id,
        case: made.case,
        revision: made.revision,
        ...signature,
        asOf: answer.asOf,
        lawAsOf,
        outcome: answer.outcome,
        engine: answer.engine,
        packs: canonicalJson(answer.packs),
        lists: canonicalJson(answer.lists),
        factsHash: answer.factsHash,
        proofHash: answer.proofHash,
        auditSeq: head.seq,
        auditHead: head.hash,
        facts,
        answer: canonicalJson(answer),
        proof: gzipSync(proof),
      })
    const changed = made.revision < current
    database
      .prepare('UPDATE case_file SET determination = ?, outcome = ?, changed = ?, updated_at = ? WHERE id = ?')
      .run(id, changed ? '' : answer.outcome, changed ? 1 : 0, signature.at, made.case)
    audit.record({
      ...signature,
      action: 'case.determined',
      subject: made.case,
      detail: { determination: id, revision: made.revision, outcome: answer.outcome, factsHash: answer.factsHash, proofHash: answer.proofHash },
      row: { table: 'determination', key: [id] },
    })
    return { id, case: made.case, at: signature.at, by: signature.by, answer }
  })
}

function expectHash(what: string, text: string, stated: string): void {
  const hash = createHash('sha256').update(text).digest('hex')
  if (hash !== stated) throw new Error(`the ${what} of the determination have the hash ${hash}, its answer states ${stated}`)
}

/** A determination with all that is needed to evaluate it again. Throws InputError `not-found`. */
export function getDetermination(database: Database, id: string): StoredDetermination {
  const row = database.prepare('SELECT * FROM determination WHERE id = ?').get(id) as Stored | undefined
  if (row === undefined) throw new InputError('not-found', `There is no determination ${id} in the casebook.`)
  return {
    ...recordOf(row),
    revision: row.case_revision,
    facts: JSON.parse(row.facts),
    proof: JSON.parse(gunzipSync(row.proof).toString('utf8')),
    packs: JSON.parse(row.packs) as PackUsed[],
    lists: JSON.parse(row.lists) as ListStamp[],
    engine: row.engine,
    factsHash: row.facts_hash,
    proofHash: row.proof_hash,
    auditHead: { seq: row.audit_seq, hash: row.audit_head },
  }
}

const recordOf = (row: Pick<Stored, 'id' | 'case_id' | 'at' | 'by' | 'answer'>): DeterminationRecord => ({
  id: row.id,
  case: row.case_id,
  at: row.at,
  by: row.by,
  answer: JSON.parse(row.answer) as Determination,
})

/** The newest determination of a case, or null. */
export function newestDetermination(database: Database, caseId: string): DeterminationRecord | null {
  const row = database.prepare('SELECT id, case_id, at, by, answer FROM determination WHERE case_id = ? ORDER BY seq DESC LIMIT 1').get(caseId)
  return row === undefined ? null : recordOf(row as Stored)
}

/** The determinations of a case, newest first. */
export function determinationHistory(database: Database, caseId: string): DeterminationRow[] {
  return database
    .prepare('SELECT id, at, by, outcome, law_as_of AS lawAsOf, proof_hash AS proofHash FROM determination WHERE case_id = ? ORDER BY seq DESC')
    .all(caseId) as (DeterminationRow & { outcome: Verdict })[]
}

/** Sequence numbers of the newest determination of every case, in order: what a change of law is measured on. */
export const newestSequence = (database: Database): number[] =>
  database.prepare('SELECT d.seq FROM case_file c JOIN determination d ON d.id = c.determination ORDER BY d.seq').pluck().all() as number[]
