/**
 * Officers' decisions on screening hits. A decision is bound to the party's name and to the listing as it read then: for
 * another name or a changed listing it no longer speaks, and the hit is open again. Decisions are only added.
 */
import type { Database } from 'better-sqlite3'
import type { Disposition } from '#shared/domain/case.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { InputError } from '#shared/text/errors.ts'
import { change, type Ports, type Signature } from './ports.ts'

export type NewDisposition = { case: string; party: string; disposition: Disposition & { entryHash: string } }
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

const COLUMNS = 'id, case_id AS "case", party, list, entry, entry_hash AS entryHash, decision, reason, by, at'

/** A party's name as decisions are bound to it: composed, without surrounding or doubled white space. */
export const nameKey = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ')

/**
 * Records a decision; the case's determination is outdated by it. Throws InputError `not-found` (no such case) and
 * `bad-input` (the case as it stands has no party of that name, or no officer, reason or listing hash is given).
 */
export function recordDisposition(ports: Ports, made: NewDisposition, signature: Signature): { id: string } {
  return change(ports, () => {
    const { database, audit } = ports
    const { list, entry, entryHash, decision, reason } = made.disposition
    const party = nameKey(made.party)
    const names = partyNames(database, made.case)
    if (names === null) throw new InputError('not-found', `There is no case ${made.case} in the casebook; the decision was not recorded.`)
    if (!names.includes(party))
      throw new InputError('bad-input', `The case ${made.case} has no party called "${party}"; the decision was not recorded. Save the case first.`)
    if (signature.by.trim() === '')
      throw new InputError('bad-input', 'A decision on a hit needs the name of the officer who makes it; it was not recorded. Give your name in the settings.')
    if (reason.trim() === '') throw new InputError('bad-input', 'A decision on a hit needs a reason; it was not recorded.')
    if (entryHash === '')
      throw new InputError('bad-input', 'A decision on a hit needs the hash of the listing that was decided on; it was not recorded. Screen the party again.')
    const id = ports.newId()
    database
      .prepare(
        `INSERT INTO disposition (id, case_id, party, list, entry, entry_hash, decision, reason, by, at)
         VALUES (@id, @case, @party, @list, @entry, @entryHash, @decision, @reason, @by, @at)`,
      )
      .run({ id, case: made.case, party, list, entry, entryHash, decision, reason, ...signature })
    database.prepare("UPDATE case_file SET outcome = '', changed = determination <> '', updated_at = ? WHERE id = ?").run(signature.at, made.case)
    audit.record({
      ...signature,
      action: 'disposition.recorded',
      subject: made.case,
      detail: { disposition: id, party, list, entry, decision },
      row: { table: 'disposition', key: [id] },
    })
    return { id }
  })
}

function partyNames(database: Database, caseId: string): string[] | null {
  const body = database
    .prepare('SELECT r.body FROM case_file c JOIN case_revision r ON r.case_id = c.id AND r.revision = c.revision WHERE c.id = ?')
    .pluck()
    .get(caseId) as string | undefined
  if (body === undefined) return null
  return (JSON.parse(body) as { parties: { name: string }[] }).parties.map((party) => nameKey(party.name))
}

/** Every decision of a case, oldest first. */
export const dispositionsOfCase = (database: Database, caseId: string): StoredDisposition[] =>
  database.prepare(`SELECT ${COLUMNS} FROM disposition WHERE case_id = ? ORDER BY seq`).all(caseId) as StoredDisposition[]

/** Every decision on a party of a case, oldest first, those that no longer speak included. */
export const dispositionsOfParty = (database: Database, caseId: string, party: string): StoredDisposition[] =>
  database.prepare(`SELECT ${COLUMNS} FROM disposition WHERE case_id = ? AND party = ? ORDER BY seq`).all(caseId, nameKey(party)) as StoredDisposition[]

/**
 * The decisions that speak for these hits of a party of a case, in the order of the hits: the newest on the listing, if
 * the listing still reads as it did then. A hit without one is open.
 */
export function decisionsFor(
  database: Database,
  caseId: string,
  party: string,
  hits: readonly Pick<Hit, 'list' | 'entry' | 'entryHash'>[],
): StoredDisposition[] {
  const newest = new Map(dispositionsOfParty(database, caseId, party).map((made) => [listingKey(made), made]))
  return hits.flatMap((hit) => {
    const made = newest.get(listingKey(hit))
    return made?.entryHash === hit.entryHash ? [made] : []
  })
}

const listingKey = (listing: { list: string; entry: string }): string => canonicalJson([listing.list, listing.entry])
