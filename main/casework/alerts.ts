/**
 * Alerts: the hits of every party of every open case, as the newest screening of all found them. They can be made again at
 * any time and are no decision; what an officer decided about them is read from the decisions.
 */
import type { Database } from 'better-sqlite3'
import type { ScreeningRun } from '#shared/contract/replies.ts'
import type { CaseFile, CaseParty } from '#shared/domain/case.ts'
import { partiesAndOwners } from '#shared/domain/ownership.ts'
import { nameKey, partyKey, queryOfParty } from '#shared/domain/party.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { canonicalJson } from '#shared/text/canonical.ts'
import { stateReader } from './alert-states.ts'
import { change, type Ports, type Signature } from './ports.ts'
import { fold } from './summary.ts'

/** A party that stands in one or more open cases. */
export type KnownParty = { key: string; party: CaseParty; cases: string[] }

/** Every party and owner of the cases that are not put away, each once, with the cases that it stands in, newest first. Gives way after each case. */
export async function knownParties(database: Database, giveWay: () => Promise<void>): Promise<KnownParty[]> {
  const ids = database.prepare('SELECT id FROM case_file WHERE archived = 0 ORDER BY updated_at DESC, id').pluck().all() as string[]
  const bodyOf = database
    .prepare('SELECT r.body FROM case_file c JOIN case_revision r ON r.case_id = c.id AND r.revision = c.revision WHERE c.id = ? AND c.archived = 0')
    .pluck()
  const known = new Map<string, KnownParty>()
  for (const id of ids) {
    const body = bodyOf.get(id) as string | undefined
    if (body === undefined) continue
    for (const party of partiesAndOwners(JSON.parse(body) as CaseFile)) {
      const key = partyKey(party)
      const found = known.get(key)
      if (found === undefined) known.set(key, { key, party: bare(party), cases: [id] })
      else if (found.cases.at(-1) !== id) found.cases.push(id)
    }
    await giveWay()
  }
  return [...known.values()]
}

/** What screening compares, without the party's place in one case. */
const bare = (party: CaseParty): CaseParty => ({ role: 'other', ...queryOfParty(party), owners: [], dispositions: [], facts: {} })

/** What is kept of a hit; the rest is found again by screening the party. */
export type AlertHit = Pick<Hit, 'list' | 'entry' | 'entryHash' | 'name' | 'matched' | 'kind' | 'score' | 'by'>
export type ScreenedParty = KnownParty & { hits: readonly AlertHit[] }

export type RunOrder = {
  /** The parties with all their hits, some at a time. */
  screened: AsyncIterable<readonly ScreenedParty[]>
  lists: ScreeningRun['lists']
  signature: () => Signature
  giveWay: () => Promise<void>
}

const CASES_SHOWN = 20
/** Rows that are removed together. */
const REMOVED_TOGETHER = 2000

/**
 * Stores a screening of all parties as it comes, beside the one before, which stays the newest until this one is whole and its
 * audit record is written. An alert that the run before had too is no news. Rejects with what `screened` throws; then the run
 * before stays the newest, and what was written of this one is removed by the next.
 */
export async function storeRun(ports: Ports, { screened, lists, signature, giveWay }: RunOrder): Promise<ScreeningRun> {
  const { database } = ports
  const before = newestId(database)
  const run = before + 1
  await removeAllBut(database, before, giveWay)
  const add = partyWriter(database, { run, before, lists })
  const counts = { parties: 0, alerts: 0, news: 0 }
  for await (const some of screened) {
    database
      .transaction(() => {
        for (const one of some) {
          const { alerts, news } = add(one)
          counts.parties += 1
          counts.alerts += alerts
          counts.news += news
        }
      })
      .immediate()
  }
  return change(ports, () => {
    const { by, at } = signature()
    const { parties, alerts, news } = counts
    database
      .prepare('INSERT INTO screening_run (id, at, parties, lists, alerts, news) VALUES (?, ?, ?, ?, ?, ?)')
      .run(run, at, parties, canonicalJson(lists), alerts, news)
    ports.audit.record({ by, at, action: 'screening.all', subject: 'screening', detail: { run, parties, alerts, news, lists } })
    return { id: run, at, ...counts, lists: [...lists] }
  })
}

/** Writes a party with its alerts, inside a transaction, and answers how many alerts there are and how many the run before did not have. */
function partyWriter(database: Database, { run, before, lists }: { run: number; before: number; lists: ScreeningRun['lists'] }) {
  const statesOf = stateReader(database)
  const place = new Map(lists.map(({ id }, index) => [id, index]))
  const addParty = database.prepare(
    `INSERT INTO screened_party (run, key, name_key, party, cases, newest_cases, case_count, search)
     VALUES (@run, @key, @nameKey, @party, @cases, @newestCases, @caseCount, @search)`,
  )
  const addAlert = database.prepare(
    `INSERT INTO screening_alert (run, party, list, entry, entry_hash, name, matched, kind, score, news, state, decision, proposal, place, kind_rank, party_sort, more_cases, search)
     VALUES (@run, @party, @list, @entry, @entryHash, @name, @matched, @kind, @score, @news, @state, @decision, @proposal, @place, @kindRank, @partySort, @moreCases, @search)`,
  )
  const had = database
    .prepare(
      `SELECT 1 FROM screened_party p JOIN screening_alert a ON a.party = p.id
        WHERE p.run = ? AND p.key = ? AND a.list = ? AND a.entry = ? AND a.entry_hash = ?`,
    )
    .pluck()
  return ({ key, party, cases, hits }: ScreenedParty): { alerts: number; news: number } => {
    const name = nameKey(party.name)
    const newest = cases.slice(0, CASES_SHOWN)
    const id = addParty.run({
      run,
      key,
      nameKey: name,
      party: canonicalJson(party),
      cases: canonicalJson(cases),
      newestCases: canonicalJson(newest),
      caseCount: cases.length,
      search: cases.length > CASES_SHOWN ? fold(cases.join('\n')) : '',
    }).lastInsertRowid
    if (hits.length === 0) return { alerts: 0, news: 0 }
    const states = statesOf(party, cases, hits)
    let news = 0
    hits.forEach(({ list, entry, entryHash, name: listed, matched, kind, score, by }, index) => {
      const isNews = had.get(before, key, list, entry, entryHash) === undefined
      if (isNews) news += 1
      addAlert.run({
        run,
        party: id,
        list,
        entry,
        entryHash,
        name: listed,
        matched,
        kind,
        score,
        news: isNews ? 1 : 0,
        ...states[index],
        place: place.get(list) ?? lists.length,
        kindRank: by === 'address' ? BY_ADDRESS : kindRank(kind, party.kind),
        moreCases: cases.length > CASES_SHOWN ? 1 : 0,
        partySort: fold(name),
        search: fold([name, listed, matched, list, ...newest].join('\n')),
      })
    })
    return { alerts: hits.length, news }
  }
}

/** A hit by nothing but a shared address comes behind those by name. */
const BY_ADDRESS = 3

/** The right type first, then where one side does not say, then the wrong one. */
const kindRank = (listed: Hit['kind'], asked: CaseParty['kind']): number => (listed === 'unknown' || asked === undefined ? 1 : listed === asked ? 0 : 2)

/** Removes what runs other than this one have left, old ones and such as never ended. */
async function removeAllBut(database: Database, run: number, giveWay: () => Promise<void>): Promise<void> {
  for (const table of ['screening_alert', 'screened_party']) {
    const remove = database.prepare(`DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE run <> ? LIMIT ${REMOVED_TOGETHER})`)
    while (remove.run(run).changes > 0) await giveWay()
  }
}

const newestId = (database: Database): number => (database.prepare('SELECT max(id) FROM screening_run').pluck().get() as number | null) ?? 0

/** The newest screening of all parties; undefined before the first. */
export function newestRun(database: Database): ScreeningRun | undefined {
  const row = database.prepare('SELECT id, at, parties, lists, alerts, news FROM screening_run ORDER BY id DESC LIMIT 1').get() as
    | (Omit<ScreeningRun, 'lists'> & { lists: string })
    | undefined
  return row === undefined ? undefined : { ...row, lists: JSON.parse(row.lists) as ScreeningRun['lists'] }
}
