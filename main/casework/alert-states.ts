/** The state of an alert: what was decided about the hit, or proposed, or that it is open. Kept beside the alert so that a queue of any length can be read by it. */
import type { Database } from 'better-sqlite3'
import type { AlertRow } from '#shared/contract/replies.ts'
import type { CaseParty } from '#shared/domain/case.ts'
import { nameKey } from '#shared/domain/party.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { DECISION_COLUMNS, NOT_REVIEWED, type StoredDisposition } from './decision-table.ts'
import { decisionReader } from './decisions-for.ts'

export type AlertState = { state: AlertRow['state']; decision: string; proposal: string }

type Listing = Pick<Hit, 'list' | 'entry' | 'entryHash'>

/** Reads the state of each hit of a party that stands in `cases`, the newest first, with the ids of the decision and of the proposal, empty where there is none. */
export function stateReader(database: Database): (party: CaseParty, cases: readonly string[], hits: readonly Listing[]) => AlertState[] {
  const decisionsOf = decisionReader(database)
  const proposed = database.prepare(`SELECT ${DECISION_COLUMNS} FROM proposal WHERE party = ? AND list = ? AND entry = ? AND ${NOT_REVIEWED} ORDER BY seq`)
  return (party, cases, hits) => {
    const decisions = decisionsOf(cases[0] ?? '', party, hits)
    return hits.map(({ list, entry, entryHash }) => {
      const decision = decisions.find((one) => one.list === list && one.entry === entry && one.entryHash === entryHash)
      const proposal = (proposed.all(nameKey(party.name), list, entry) as StoredDisposition[]).find(
        (one) => one.entryHash === entryHash && cases.includes(one.case),
      )
      return { state: proposal ? 'awaiting' : (decision?.decision ?? 'open'), decision: decision?.id ?? '', proposal: proposal?.id ?? '' }
    })
  }
}

/** Inside a change: what was just decided, proposed or reviewed about this party's name and listing shows in the alerts. */
export function settleAlerts(database: Database, { party, list, entry }: Pick<StoredDisposition, 'party' | 'list' | 'entry'>): void {
  const found = database
    .prepare(
      `SELECT a.id, p.party, p.cases, a.list, a.entry, a.entry_hash AS entryHash
         FROM screened_party p JOIN screening_alert a ON a.party = p.id WHERE p.name_key = ? AND a.list = ? AND a.entry = ?`,
    )
    .all(party, list, entry) as (Listing & { id: number; party: string; cases: string })[]
  const settle = database.prepare('UPDATE screening_alert SET state = @state, decision = @decision, proposal = @proposal WHERE id = @id')
  const read = stateReader(database)
  for (const { id, party, cases, ...listing } of found) {
    const [state] = read(JSON.parse(party) as CaseParty, JSON.parse(cases) as string[], [listing])
    settle.run({ id, ...state })
  }
}

/** Reads the states that nobody has read yet: those of alerts that an earlier program left. */
export function settleUnread(database: Database): void {
  const unread = database
    .prepare("SELECT DISTINCT p.name_key AS party, a.list, a.entry FROM screening_alert a JOIN screened_party p ON p.id = a.party WHERE a.state = ''")
    .all() as Pick<StoredDisposition, 'party' | 'list' | 'entry'>[]
  if (unread.length > 0)
    database
      .transaction(() => {
        for (const one of unread) settleAlerts(database, one)
      })
      .immediate()
}
