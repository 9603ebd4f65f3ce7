/** Weighs one share of the stored determinations under another pack, on a thread of its own. */
import type { Database } from 'better-sqlite3'
import { CASEBOOK, type DatabaseKind, openReadOnly, REFERENCE } from '#main/database/open.ts'
import { type LoadedPack, packByHash } from '#main/rules/store.ts'
import type { ImpactFailure, ImpactRow } from '#shared/contract/replies.ts'
import type { Determination } from '#shared/domain/determination.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Evaluated } from './evaluate-case.ts'
import { PackDays } from './pack-days.ts'
import { serveThread } from './thread.ts'
import { weighCase } from './weigh-case.ts'

export type ImpactShare = { evaluated: number; wrongThen: ImpactRow[]; differNow: ImpactRow[]; failed: ImpactFailure[] }
export type ImpactThread = {
  /** Determinations with `from` <= seq <= `to`. */
  task: { dataFolder: string; pack: LoadedPack; today: string; from: number; to: number }
  order: never
  /** How many more are done. */
  told: number
  result: ImpactShare
}

type Row = { seq: number; id: string; case_id: string; outcome: Verdict; packs: string; facts: string }

/** Read at once; between two such pages a cancellation is heard. */
const PAGE = 250

serveThread<ImpactThread>(async ({ dataFolder, pack, today, from, to }, { tell, asked }) => {
  const share: ImpactShare = { evaluated: 0, wrongThen: [], differNow: [], failed: [] }
  const opened: Database[] = []
  const open = (kind: DatabaseKind): Database => {
    const database = openReadOnly(dataFolder, kind)
    opened.push(database)
    return database
  }
  try {
    const casebook = open(CASEBOOK)
    const reference = open(REFERENCE)
    const after = new PackDays(pack)
    const packs = new Map<string, PackDays | undefined>([[pack.sha256, after]])
    const before = (stamp: string): PackDays | undefined => {
      const sha256 = (JSON.parse(stamp) as { sha256: string }[])[0]?.sha256 ?? ''
      if (!packs.has(sha256)) {
        const loaded = packByHash(reference, sha256)
        packs.set(sha256, loaded === undefined ? undefined : new PackDays(loaded))
      }
      return packs.get(sha256)
    }
    const page = casebook.prepare(
      `SELECT d.seq, d.id, d.case_id, d.outcome, d.packs, d.facts FROM determination d JOIN case_file c ON c.id = d.case_id AND c.determination = d.id
       WHERE d.seq BETWEEN ? AND ? ORDER BY d.seq LIMIT ${PAGE}`,
    )
    const answerOf = casebook.prepare('SELECT answer FROM determination WHERE seq = ?').pluck()
    const weigh = (row: Row): void => {
      const evaluated = JSON.parse(row.facts) as Evaluated
      const answer = () => JSON.parse(answerOf.get(row.seq) as string) as Determination
      const weighed = weighCase({ case: row.case_id, determination: row.id, outcome: row.outcome, evaluated, answer }, before(row.packs), after, today)
      share.evaluated++
      if (weighed.kind === 'wrong-then') share.wrongThen.push(weighed.row)
      else if (weighed.kind === 'differs-now') share.differNow.push(weighed.row)
    }
    let next = from
    for (let rows = page.all(next, to) as Row[]; rows.length > 0; rows = page.all(next, to) as Row[]) {
      for (const row of rows) {
        try {
          weigh(row)
        } catch (error) {
          share.failed.push({ case: row.case_id, determination: row.id, why: error instanceof InputError ? error.detail : String(error) })
        }
      }
      next = (rows.at(-1)?.seq ?? to) + 1
      tell(rows.length)
      if (asked()) throw new InputError('cancelled', 'The comparison was cancelled. Nothing was stored.')
    }
    return share
  } finally {
    for (const database of opened) database.close()
  }
})
