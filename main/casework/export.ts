/**
 * Cases as files for other programs: JSON with the whole case, CSV with a line a case for spreadsheets. No cell of the CSV
 * can be taken for a formula.
 */
import type { Database } from 'better-sqlite3'
import type { CaseRecord } from '#shared/contract/replies.ts'
import { csvText } from '#shared/text/csv.ts'
import { getCase } from './cases.ts'

export type Exported = { name: string; content: string }

const COLUMNS: [heading: string, cell: (record: CaseRecord) => string][] = [
  ['case', ({ case: file }) => file.id],
  ['title', ({ case: file }) => file.title ?? ''],
  ['kind', ({ case: file }) => file.transaction.kind ?? ''],
  ['from', ({ case: file }) => file.transaction.from ?? ''],
  ['destination', ({ case: file }) => file.transaction.destination ?? ''],
  ['items', ({ case: file }) => file.items.map((item) => item.description || item.id).join('; ')],
  ['eccns', ({ case: file }) => [...new Set(file.items.flatMap((item) => item.eccn ?? []))].join('; ')],
  ['parties', ({ case: file }) => file.parties.map((party) => `${party.name} (${party.role})`).join('; ')],
  ['outcome', ({ determination }) => determination?.answer.outcome ?? ''],
  ['changedSince', ({ changedSince }) => String(changedSince)],
  ['determinedAt', ({ determination }) => determination?.at ?? ''],
  ['determinedBy', ({ determination }) => determination?.by ?? ''],
  ['asOf', ({ determination }) => determination?.answer.asOf ?? ''],
  ['lawAsOf', ({ determination }) => determination?.answer.packs.map((pack) => `${pack.id} ${pack.lawAsOf}`).join('; ') ?? ''],
  ['factsHash', ({ determination }) => determination?.answer.factsHash ?? ''],
  ['proofHash', ({ determination }) => determination?.answer.proofHash ?? ''],
  ['revision', ({ revision }) => String(revision)],
  ['archived', ({ archived }) => String(archived)],
  ['createdAt', ({ createdAt }) => createdAt],
  ['updatedAt', ({ updatedAt }) => updatedAt],
]

/** Exports the cases of these ids in the order given. Throws InputError `not-found`; nothing is exported then. */
export function exportCases(database: Database, ids: readonly string[], format: 'json' | 'csv'): Exported {
  const records = ids.map((id) => getCase(database, id))
  return format === 'csv' ? { name: 'licet-cases.csv', content: toCsv(records) } : { name: 'licet-cases.json', content: toJson(records) }
}

const toJson = (records: CaseRecord[]): string => `${JSON.stringify({ schema: 'licet.cases/1', cases: records }, null, 2)}\n`

const toCsv = (records: CaseRecord[]): string =>
  csvText([COLUMNS.map(([heading]) => heading), ...records.map((record) => COLUMNS.map(([, cell]) => cell(record)))])
