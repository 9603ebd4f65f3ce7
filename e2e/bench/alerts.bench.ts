/** The queue of alerts with a hundred thousand of them, half of them decided: its first page, one far down, and a search. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { Core } from '#main/core/core.ts'
import { simpleCase } from '#main/core/fixture.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { caseSchema } from '#shared/domain/case.ts'
import { partyKey, queryOfParty } from '#shared/domain/party.ts'
import type { Measured } from './measured.ts'

const ALERTS = 100_000
const DECIDED = 50_000
const LIMIT_MILLISECONDS = 100
const ROUNDS = 15
const LISTS = ['EL', 'SDN', 'UVL']
const CASE = 'bench'

export async function benchAlerts(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  const core = new Core({ dataFolder: folder, assetsFolder: ASSETS_FOLDER, version: 'bench', now: () => new Date('2026-09-15T08:00:00Z') })
  try {
    const { alerts } = core.casework
    core.casework.cases.save(caseSchema.parse(simpleCase('EAR99', 'DE', { id: CASE })), 0, core.signature())
    decide(core)
    await alerts.store({ screened: screened(), lists: [], signature: () => core.signature(), giveWay: () => turn() })
    const page = (more: object = {}, offset = 0) =>
      alerts.page({ state: 'open', onlyNews: false, search: '', order: 'triage', ...more }, { limit: 200, offset })
    const { open, decided } = alerts.counts()
    if (open !== ALERTS - DECIDED || decided !== DECIDED || page().rows.length !== 200)
      throw new Error(`the queue went wrong: ${open} open, ${decided} decided`)
    const scan = median(() => core.casebook.prepare('SELECT count(*), sum(score), sum(news) FROM screening_alert NOT INDEXED').get())
    const line = (name: string, work: () => unknown): Measured => {
      const value = median(work)
      return { name, value, unit: 'ms', baseline: scan, ratio: value / scan, limit: `at most ${LIMIT_MILLISECONDS} ms`, ok: value <= LIMIT_MILLISECONDS }
    }
    return [
      line(`first page of ${ALERTS} alerts, with the counts`, () => [alerts.run(), alerts.counts(), page()]),
      line('a page far down', () => page({}, 40_000)),
      line('first page by party', () => page({ order: 'party' })),
      line('first page of a search', () => page({ search: 'number 77 listed' })),
    ]
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const party = (i: number) =>
  ({ ...caseSchema.parse(simpleCase('EAR99', 'DE')).parties[0], name: `Party Number ${i} Trading Ltd` }) as Parameters<typeof partyKey>[0]
const listing = (i: number) => ({ list: LISTS[i % LISTS.length] as string, entry: `entry ${i % 5000}`, entryHash: `hash ${i % 5000}` })

function decide(core: Core): void {
  const insert = core.casebook.prepare(
    `INSERT INTO disposition (id, case_id, party, list, entry, entry_hash, decision, reason, by, at)
     VALUES (?, '${CASE}', ?, ?, ?, ?, 'not-the-same', 'another town', 'A. Officer', '2026-09-15T08:00:00.000Z')`,
  )
  core.casebook.transaction(() => {
    for (let i = 0; i < DECIDED; i++) {
      const { list, entry, entryHash } = listing(2 * i)
      insert.run(`d-${i}`, party(2 * i).name, list, entry, entryHash)
    }
  })()
}

async function* screened() {
  for (let from = 0; from < ALERTS; from += 500) {
    yield Array.from({ length: 500 }, (_, at) => {
      const i = from + at
      const hit = { ...listing(i), name: `Listed Works ${i % 5000}`, matched: `Listed ${i % 5000}`, kind: 'entity' as const, score: 0.82 + (i % 180) / 1000 }
      return { key: partyKey(party(i)), party: { ...party(i), ...queryOfParty(party(i)) }, cases: [CASE], hits: [hit] }
    })
  }
}

function median(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number
}
