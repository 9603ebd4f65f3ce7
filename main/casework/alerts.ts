/**
 * Alerts: the hits of every party of every open case, as the newest screening of all found them. They can be made again at
 * any time and are no decision; what an officer decided about them is read from the decisions.
 */
import type { Database } from 'better-sqlite3'
import type { AlertRow, ScreeningRun } from '#shared/contract/replies.ts'
import type { CaseFile, CaseParty } from '#shared/domain/case.ts'
import { partiesAndOwners } from '#shared/domain/ownership.ts'
import { partyKey, queryOfParty } from '#shared/domain/party.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import type { StoredDisposition } from './decision-table.ts'
import { decisionsFor } from './dispositions.ts'
import { change, type Ports, type Signature } from './ports.ts'
import { proposalsAwaiting } from './second-officer.ts'

/** A party that stands in one or more open cases. */
export type KnownParty = { key: string; party: CaseParty; cases: string[] }

/** Every party and owner of the cases that are not put away, each once, with the cases that it stands in, newest first. */
export function knownParties(database: Database): KnownParty[] {
  const bodies = database
    .prepare(
      `SELECT c.id, r.body FROM case_file c JOIN case_revision r ON r.case_id = c.id AND r.revision = c.revision WHERE c.archived = 0 ORDER BY c.updated_at DESC, c.id`,
    )
    .raw()
    .iterate() as IterableIterator<[string, string]>
  const known = new Map<string, KnownParty>()
  for (const [id, body] of bodies) {
    for (const party of partiesAndOwners(JSON.parse(body) as CaseFile)) {
      const key = partyKey(party)
      const found = known.get(key)
      if (found === undefined) known.set(key, { key, party: bare(party), cases: [id] })
      else if (!found.cases.includes(id)) found.cases.push(id)
    }
  }
  return [...known.values()]
}

/** What screening compares, without the party's place in one case. */
const bare = (party: CaseParty): CaseParty => ({ role: 'other', ...queryOfParty(party), owners: [], dispositions: [], facts: {} })

export type ScreenedParty = KnownParty & { hits: readonly Hit[] }

/**
 * Stores the result of screening all parties, in one transaction with its audit record. An alert that the run before had
 * too keeps its first run; one that no run finds any more is no longer shown.
 */
export function storeRun(ports: Ports, screened: readonly ScreenedParty[], lists: ScreeningRun['lists'], signature: Signature): ScreeningRun {
  return change(ports, () => {
    const { database, audit } = ports
    const run = Number(
      database.prepare('INSERT INTO screening_run (at, parties, lists) VALUES (?, ?, ?)').run(signature.at, screened.length, canonicalJson(lists))
        .lastInsertRowid,
    )
    database.exec('DELETE FROM screened_party')
    const addParty = database.prepare('INSERT INTO screened_party (key, party, cases) VALUES (?, ?, ?)')
    const addAlert = database.prepare(
      `INSERT INTO screening_alert (party_key, list, entry, entry_hash, name, matched, kind, score, first_run, last_run)
       VALUES (@party, @list, @entry, @entryHash, @name, @matched, @kind, @score, @run, @run)
       ON CONFLICT (party_key, list, entry, entry_hash) DO UPDATE
         SET name = @name, matched = @matched, kind = @kind, score = @score, last_run = @run,
             first_run = CASE WHEN last_run = @before THEN first_run ELSE @run END`,
    )
    const before = (database.prepare('SELECT max(id) FROM screening_run WHERE id < ?').pluck().get(run) as number | null) ?? 0
    for (const { key, party, cases, hits } of screened) {
      addParty.run(key, canonicalJson(party), canonicalJson(cases))
      for (const { list, entry, entryHash, name, matched, kind, score } of hits)
        addAlert.run({ party: key, list, entry, entryHash, name, matched, kind, score, run, before })
    }
    const count = (where: string) => database.prepare(`SELECT count(*) FROM screening_alert WHERE last_run = ? ${where}`).pluck().get(run) as number
    const summary = { id: run, at: signature.at, parties: screened.length, lists: [...lists], alerts: count(''), news: count('AND first_run = last_run') }
    audit.record({
      ...signature,
      action: 'screening.all',
      subject: 'screening',
      detail: { run, parties: summary.parties, alerts: summary.alerts, news: summary.news, lists: summary.lists },
    })
    return summary
  })
}

/** The newest screening of all parties; undefined before the first. */
export function newestRun(database: Database): ScreeningRun | undefined {
  const row = database.prepare('SELECT id, at, parties, lists FROM screening_run ORDER BY id DESC LIMIT 1').get() as
    | { id: number; at: string; parties: number; lists: string }
    | undefined
  if (row === undefined) return undefined
  const counts = database
    .prepare('SELECT count(*) AS alerts, coalesce(sum(first_run = last_run), 0) AS news FROM screening_alert WHERE last_run = ?')
    .get(row.id) as { alerts: number; news: number }
  return { ...row, ...counts, lists: JSON.parse(row.lists) as ScreeningRun['lists'] }
}

/** An alert with what was decided or proposed about it, if anything. */
export type StoredAlert = Omit<AlertRow, 'state' | 'decision' | 'proposal'> & {
  decision: StoredDisposition | undefined
  proposal: StoredDisposition | undefined
}

/** The alerts of the newest screening of all, each with what was decided or proposed about it, best score first. */
export function alertsNow(database: Database): StoredAlert[] {
  const run = newestRun(database)
  if (run === undefined) return []
  const rows = database
    .prepare(
      `SELECT p.party, p.cases, a.list, a.entry, a.entry_hash AS entryHash, a.name, a.matched, a.kind, a.score, a.first_run = a.last_run AS news
         FROM screening_alert a JOIN screened_party p ON p.key = a.party_key WHERE a.last_run = ? ORDER BY a.score DESC, a.list, a.entry`,
    )
    .all(run.id) as (Omit<StoredAlert, 'party' | 'cases' | 'news'> & { party: string; cases: string; news: number })[]
  const proposals = proposalsAwaiting(database)
  return rows.map((row) => {
    const party = JSON.parse(row.party) as CaseParty
    const cases = JSON.parse(row.cases) as string[]
    const hit = { list: row.list, entry: row.entry, entryHash: row.entryHash }
    const proposal = proposals.find(
      (one) => cases.includes(one.case) && one.party === party.name && one.list === hit.list && one.entry === hit.entry && one.entryHash === hit.entryHash,
    )
    return { ...row, party, cases, news: row.news === 1, decision: decisionsFor(database, cases[0] ?? '', party, [hit])[0], proposal }
  })
}
