/** Writes alerts as a table to a file of the data folder, of any length, while the core goes on answering. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type AlertFilter, alertIds, alertRows } from '#main/casework/alert-queue.ts'
import { CASEBOOK, openReadOnly } from '#main/database/open.ts'
import type { AlertRow } from '#shared/contract/replies.ts'
import { ResultFile } from './batch/result-file.ts'
import { csvLine } from './batch/screen-chunk.ts'
import type { Core } from './core.ts'
import type { JobTools } from './run-job.ts'

const FOLDER = 'alerts'
/** Rows that are read together. */
const TOGETHER = 500
const HEADING = ['state', 'new', 'score', 'party', 'country', 'list', 'entry', 'listed', 'matched', 'cases', 'decided by', 'reason']

/** The path of a table of the alerts that pass the filter, as they all stand at one moment, and the name to propose for it. Rejects with InputError `cancelled`. */
export async function exportAlerts(
  core: Core,
  filter: AlertFilter,
  { progress, giveWay }: Pick<JobTools, 'progress' | 'giveWay'>,
): Promise<{ path: string; name: string }> {
  const folder = join(core.options.dataFolder, FOLDER)
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'alerts.csv')
  const file = new ResultFile(path)
  const database = openReadOnly(core.options.dataFolder, CASEBOOK)
  try {
    // One look at the casebook for the whole table, whatever is decided meanwhile.
    database.exec('BEGIN')
    await file.write(`\ufeff${csvLine(HEADING)}`)
    const ids = alertIds(database, filter)
    for (let at = 0; at < ids.length; at += TOGETHER) {
      const rows = alertRows(database, ids.slice(at, at + TOGETHER), { allCases: true })
      await file.write(rows.map((row) => csvLine(cellsOf(row))).join(''))
      progress(at, ids.length)
      await giveWay()
    }
    await file.end()
  } catch (error) {
    await file.abandon()
    throw error
  } finally {
    database.close()
  }
  return { path, name: `alerts-${core.today()}.csv` }
}

const cellsOf = ({ state, news, score, party, list, entry, name, matched, cases, decision, proposal }: AlertRow): string[] => [
  state,
  news ? 'new' : '',
  score.toFixed(4),
  party.name,
  party.country ?? '',
  list,
  entry,
  name,
  matched,
  cases.join(' '),
  (proposal ?? decision)?.by ?? '',
  (proposal ?? decision)?.reason ?? '',
]
