/**
 * How long a new pack takes to be weighed against a hundred thousand stored cases, with real databases and worker
 * threads, beside reading and parsing the same records alone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Core } from '#main/core/core.ts'
import { evaluateCase, toStore } from '#main/core/evaluate-case.ts'
import { simpleCase } from '#main/core/fixture.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { packImpact } from '#main/core/pack-impact.ts'
import type { Rule } from '#main/engine/types.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import { caseSchema } from '#shared/domain/case.ts'
import type { Measured } from './measured.ts'

const CASES = 100_000
const CORES = 2
const LIMIT_SECONDS = 60
const DESTINATIONS = ['DE', 'CN', 'IN', 'FR', 'BR', 'TH', 'RU', 'GB', 'IL', 'VN']
/** Every so many-th entry of the pack is determined for each destination; the hundred thousand are copies of these. */
const EVERY_ENTRY = 30

export async function benchImpact(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  const core = new Core({ dataFolder: folder, assetsFolder: ASSETS_FOLDER, version: 'bench', now: () => new Date('2026-09-15T08:00:00Z') })
  try {
    fill(core)
    const reading = seconds(() => {
      for (const facts of core.casebook.prepare('SELECT facts FROM determination ORDER BY seq').pluck().iterate()) JSON.parse(facts as string)
    })
    const [start, processor] = [performance.now(), process.cpuUsage()]
    const { counts } = await packImpact(core, withOneRuleMore(core.loaded))
    const wall = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(processor)
    if (counts.evaluated < CASES || counts.failed > 0 || counts.wrongThen === 0) throw new Error(`the comparison went wrong: ${JSON.stringify(counts)}`)
    const line = (name: string, value: number): Measured => ({
      name,
      value,
      unit: 's',
      baseline: reading,
      ratio: value / reading,
      limit: `at most ${LIMIT_SECONDS} s`,
      ok: value <= LIMIT_SECONDS,
    })
    return [
      line(`a new pack on ${CASES} stored cases, by the clock`, wall),
      line(`the same, processor time on ${CORES} cores`, (user + system) / 1_000_000 / CORES),
    ]
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function seconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** Some hundred cases determined and stored as an officer does it, then copied; copies go without answer and proof, which the comparison leaves on the disk. */
function fill(core: Core): void {
  const { casework, casebook } = core
  const codes = [
    'EAR99',
    ...core.pack.entries.filter((_, i) => i % EVERY_ENTRY === 0).map(({ eccn, paragraphs }) => [eccn, ...paragraphs.slice(0, 1)].join('.')),
  ]
  codes.forEach((code, i) => {
    for (const to of DESTINATIONS) {
      const file = caseSchema.parse(simpleCase(code, to, { id: `made-${i}-${to}` }))
      const { revision } = casework.cases.save(file, 0, core.signature())
      casework.determinations.store(toStore(evaluateCase(core, file, 'en', true), revision), core.signature())
    }
  })
  const made = codes.length * DESTINATIONS.length
  const copy = (table: string, values: Record<string, string>) => {
    const columns = (casebook.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).filter((name) => name !== 'seq')
    const chosen = columns.map((name) => values[name] ?? `o.${name}`)
    return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${chosen.join(', ')} FROM ${table} o, n ON n.i > 0 WHERE o.rowid <= ${made}`
  }
  const copies = Math.ceil(CASES / made) - 1
  casebook.transaction(() => {
    casebook.exec(`CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${copies}) SELECT i FROM c`)
    casebook.exec(copy('case_file', { id: "o.id || '-' || n.i", determination: "o.determination || '-' || n.i" }))
    casebook.exec(copy('case_revision', { case_id: "o.case_id || '-' || n.i" }))
    casebook.exec(copy('determination', { id: "o.id || '-' || n.i", case_id: "o.case_id || '-' || n.i", answer: "'{}'", proof: "x''" }))
    casebook.exec('DROP TABLE n')
  })()
}

/** The pack in use with one rule more: exports of EAR99 items to Germany need a licence. */
function withOneRuleMore(loaded: LoadedPack): LoadedPack {
  const { licence } = loaded.pack.regime
  const base = loaded.pack.rules.find(({ concludes, eccns }) => concludes === licence && eccns === undefined) as Rule
  const is = (path: string, value: string): Rule['when'] => ({ kind: 'test', path, operator: 'is', against: { kind: 'literal', value } })
  const rule: Rule = {
    ...base,
    id: 'bench.one-more',
    inForce: [{ from: '2026-01-01' }],
    when: { kind: 'all', parts: [is('transaction.destination', 'DE'), is('item.eccn', 'EAR99')] },
    then: { value: true },
    overrides: [],
  }
  return { ...loaded, sha256: 'f'.repeat(64), pack: { ...loaded.pack, rules: [...loaded.pack.rules, rule] } }
}
