/**
 * Speed of the determination with its whole proof, on one core, beside the plainest possible reader of the same rules: the
 * time that JavaScript needs to visit every condition of the pack once and decide nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerFromFindings } from '#main/core/answer.ts'
import { buildCaseFacts } from '#main/core/case-facts.ts'
import { Core } from '#main/core/core.ts'
import { simpleCase } from '#main/core/fixture.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { determineItems } from '#main/engine/determine.ts'
import type { Expr } from '#main/engine/types.ts'
import { caseSchema } from '#shared/domain/case.ts'
import { type Measured, perSecond } from './measured.ts'

const CASES: [string, string][] = [
  ['EAR99', 'DE'],
  ['3A001.a.2.c', 'CN'],
  ['3A001.a.2.c', 'IN'],
  ['3A090.a', 'CN'],
  ['9A610.x', 'TH'],
  ['5A002.a.1', 'FR'],
  ['EAR99', 'RU'],
  ['1C350.b', 'BR'],
]

export function benchDetermination(): Measured[] {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  const core = new Core({ dataFolder: folder, assetsFolder: ASSETS_FOLDER, version: 'bench' })
  try {
    const prepared = core.days.on('2026-09-01')
    const files = CASES.map(([eccn, to]) => caseSchema.parse(simpleCase(eccn, to)))
    const facts = files.map((file) => buildCaseFacts(file, [], core.pack))
    const general = [...prepared.rules.values()].flatMap(({ general: rules }) => rules.map(({ when }) => when))
    const engine = perSecond(CASES.length, () => {
      for (const one of facts) determineItems(prepared, one, { possibleHits: false })
    })
    const whole = perSecond(CASES.length, () => {
      files.forEach((file, i) => {
        const own = buildCaseFacts(file, [], core.pack)
        answerFromFindings(determineItems(prepared, own, { possibleHits: false }), { prepared, facts: facts[i] ?? own, file, lang: 'en' })
      })
    })
    const visit = perSecond(CASES.length, () => {
      for (const _ of CASES) for (const when of general) count(when)
    })
    return [
      { name: 'determination with proof', value: engine, unit: 'cases/s', baseline: visit, ratio: visit / engine, limit: 'at least 2000', ok: engine >= 2000 },
      {
        name: 'determination with proof and answer in words',
        value: whole,
        unit: 'cases/s',
        baseline: visit,
        ratio: visit / whole,
        limit: 'at least 1000',
        ok: whole >= 1000,
      },
    ]
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function count(expr: Expr): number {
  if (expr.kind === 'all' || expr.kind === 'any') return expr.parts.reduce((sum, part) => sum + count(part), 1)
  if (expr.kind === 'not') return 1 + count(expr.part)
  return expr.kind === 'some' || expr.kind === 'every' ? 1 + count(expr.where) : 1
}
