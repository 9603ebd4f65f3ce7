/** The queue of alerts of the newest screening: counted, filtered and in the order in which they are best looked at, page by page. */
import type { Database } from 'better-sqlite3'
import type { AlertCounts, AlertRow } from '#shared/contract/replies.ts'
import type { CaseParty } from '#shared/domain/case.ts'
import { DECISION_COLUMNS, type StoredDisposition } from './decision-table.ts'
import { fold } from './summary.ts'

export type AlertFilter = {
  state: 'open' | 'awaiting' | 'decided' | 'all'
  /** Only what the run before did not find. */
  onlyNews: boolean
  /** Words that must all occur in the party's name, the listing or the cases. */
  search: string
  order: 'triage' | 'score' | 'party'
}

const STATES: Record<AlertFilter['state'], readonly AlertRow['state'][]> = {
  open: ['open'],
  awaiting: ['awaiting'],
  decided: ['same-party', 'not-the-same'],
  all: ['open', 'awaiting', 'same-party', 'not-the-same'],
}
/** Triage is by list, then right type, then how much of the name met. */
const ORDERS: Record<AlertFilter['order'], string> = {
  triage: 'place, kind_rank, score DESC, party_sort, id',
  score: 'score DESC, place, party_sort, id',
  party: 'party_sort, score DESC, place, id',
}
const NEWEST = '(SELECT max(id) FROM screening_run)'

/** How many alerts there are in each state, and how many of those to be decided are new. */
export function alertCounts(database: Database): AlertCounts {
  const rows = database.prepare(`SELECT state, count(*) AS alerts, sum(news) AS news FROM screening_alert WHERE run = ${NEWEST} GROUP BY state`).all() as {
    state: AlertRow['state']
    alerts: number
    news: number
  }[]
  const sum = (field: 'alerts' | 'news', states: readonly AlertRow['state'][]) =>
    rows.reduce((total, row) => total + (states.includes(row.state) ? row[field] : 0), 0)
  return {
    open: sum('alerts', STATES.open),
    awaiting: sum('alerts', STATES.awaiting),
    decided: sum('alerts', STATES.decided),
    news: sum('news', [...STATES.open, ...STATES.awaiting]),
  }
}

const SUBJECT = 'screening_alert a'
/** The alert names its party, its listing and the newest cases; the row of the party names all cases where these are more. */
const FOUND = '(instr(a.search, ?) > 0 OR (a.more_cases = 1 AND instr((SELECT p.search FROM screened_party p WHERE p.id = a.party), ?) > 0))'

function whereOf({ state, onlyNews, search }: AlertFilter): { where: string; values: string[] } {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const where = [
    `a.run = ${NEWEST}`,
    `a.state IN (${STATES[state].map((one) => `'${one}'`).join(', ')})`,
    ...(onlyNews ? ['a.news = 1'] : []),
    ...words.map(() => FOUND),
  ]
  return { where: where.join(' AND '), values: words.flatMap((word) => [word, word]) }
}

/** Numbers of the alerts that pass the filter, in its order; all of them without `page`. */
export function alertIds(database: Database, filter: AlertFilter, page = { limit: -1, offset: 0 }): number[] {
  const { where, values } = whereOf(filter)
  return database
    .prepare(`SELECT a.id FROM ${SUBJECT} WHERE ${where} ORDER BY ${ORDERS[filter.order]} LIMIT ? OFFSET ?`)
    .pluck()
    .all([...values, page.limit, page.offset]) as number[]
}

type Row = Omit<AlertRow, 'party' | 'cases' | 'news' | 'decision' | 'proposal'> & {
  party: string
  cases: string
  news: number
  decision: string
  proposal: string
}

/** The alerts of these numbers in their order, each with what was decided or proposed about it. `allCases` names every case of the party, not the newest only. */
export function alertRows(database: Database, ids: readonly number[], { allCases = false } = {}): AlertRow[] {
  const read = database.prepare(
    `SELECT p.party, ${allCases ? 'p.cases' : 'p.newest_cases'} AS cases, p.case_count AS caseCount, a.list, a.entry, a.entry_hash AS entryHash, a.name, a.matched,
            a.kind, a.score, a.news, a.state, a.decision, a.proposal
       FROM screening_alert a JOIN screened_party p ON p.id = a.party WHERE a.id = ?`,
  )
  const decisionOf = database.prepare(`SELECT ${DECISION_COLUMNS} FROM disposition WHERE id = ?`)
  const proposalOf = database.prepare(`SELECT ${DECISION_COLUMNS} FROM proposal WHERE id = ?`)
  return ids.flatMap((id) => {
    const row = read.get(id) as Row | undefined
    if (row === undefined) return []
    return [
      {
        ...row,
        party: JSON.parse(row.party) as CaseParty,
        cases: JSON.parse(row.cases) as string[],
        news: row.news === 1,
        decision: row.decision === '' ? null : (decisionOf.get(row.decision) as StoredDisposition),
        proposal: row.proposal === '' ? null : (proposalOf.get(row.proposal) as StoredDisposition),
      },
    ]
  })
}

/** A page of the alerts that pass the filter, and how many pass it in all. */
export function alertPage(database: Database, filter: AlertFilter, { limit, offset }: { limit: number; offset: number }): { rows: AlertRow[]; total: number } {
  if (filter.search.trim() === '' && !filter.onlyNews) {
    const { open, awaiting, decided } = alertCounts(database)
    const total = { open, awaiting, decided, all: open + awaiting + decided }[filter.state]
    return { rows: alertRows(database, limit === 0 ? [] : alertIds(database, filter, { limit, offset })), total }
  }
  // Every alert must be looked at to be counted, so they are looked at once.
  const ids = alertIds(database, filter)
  return { rows: alertRows(database, ids.slice(offset, offset + limit)), total: ids.length }
}
