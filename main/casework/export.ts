/**
 * Cases as files for other programs: JSON with the whole case, CSV with a line a case for spreadsheets. No cell of the CSV
 * can be taken for a formula.
 */
import type { Database } from 'better-sqlite3'
import type { CaseRecord } from '#shared/contract/replies.ts'
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

/** RFC 4180 lines, with the mark by which spreadsheets know UTF-8. */
function toCsv(records: CaseRecord[]): string {
  const lines = [COLUMNS.map(([heading]) => heading), ...records.map((record) => COLUMNS.map(([, cell]) => cell(record)))]
  return `\ufeff${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`
}

/**
 * A text as a CSV cell: quoted where it must be, and with an apostrophe before it where a spreadsheet would read it as a
 * formula (`= + - @` and their full-width forms, after white space too, or a leading tab or line break).
 */
export function csvCell(text: string): string {
  const harmless = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(text) ? `'${text}` : text
  return /[",\r\n\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
