/**
 * Speed of the determination, with its whole proof and as a bare verdict, on one core, beside the plainest possible
 * reader of the same rules: the time that JavaScript needs to visit every condition of the pack once and decide nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerFromFindings } from '#main/core/answer.ts'
import { buildCaseFacts } from '#main/core/case-facts.ts'
import { Core } from '#main/core/core.ts'
import { simpleCase } from '#main/core/fixture.ts'
import { RandomCases } from '#main/core/fixtures/random-cases.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { askOrder } from '#main/engine/ask-order.ts'
import { determineItems } from '#main/engine/determine.ts'
import { quickVerdicts } from '#main/engine/quick.ts'
import type { Expr } from '#main/engine/types.ts'
import { partsOf } from '#main/engine/walk.ts'
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
    const facts = files.map((file) => buildCaseFacts(file, { parties: [] }, prepared))
    const general = [...prepared.rules.values()].flatMap(({ general: rules }) => rules.map(({ when }) => when))
    const engine = perSecond(CASES.length, () => {
      for (const one of facts) determineItems(prepared, one, { possibleHits: false })
    })
    const whole = perSecond(CASES.length, () => {
      files.forEach((file, i) => {
        const own = buildCaseFacts(file, { parties: [] }, prepared)
        answerFromFindings(determineItems(prepared, own, { possibleHits: false }), { prepared, facts: facts[i] ?? own, file, lang: 'en', content: [] })
      })
    })
    const visit = perSecond(CASES.length, () => {
      for (const _ of CASES) for (const when of general) count(when)
    })
    const quick = perSecond(CASES.length, () => {
      for (const one of facts) quickVerdicts(prepared, one, { possibleHits: false })
    })
    const random = new RandomCases(core.pack, 1)
    const many = Array.from({ length: 1000 }, () => random.next())
    const thousandCases = () => {
      for (const one of many) quickVerdicts(prepared, one, { possibleHits: false })
    }
    for (let i = 0; i < 20; i++) thousandCases()
    const thousand = median(Array.from({ length: 21 }, () => seconds(thousandCases)))
    const hundredThousand = seconds(() => {
      for (let i = 0; i < 100; i++) thousandCases()
    })
    const growth = hundredThousand / thousand
    const { seconds: slowest, baseline: visited } = nextQuestion(core, general)
    return [
      { name: 'verdict without proof', value: quick, unit: 'cases/s', baseline: visit, ratio: visit / quick, limit: 'at least 10000', ok: quick >= 10_000 },
      { name: 'determination with proof', value: engine, unit: 'cases/s', baseline: visit, ratio: visit / engine, limit: 'at least 1000', ok: engine >= 1000 },
      {
        name: 'next question, slowest of 100 open cases',
        value: slowest * 1000,
        unit: 'ms',
        baseline: visited * 1000,
        ratio: slowest / visited,
        limit: 'at most 50 ms',
        ok: slowest <= 0.05,
      },
      {
        name: 'time for 100000 cases against that for 1000',
        value: growth,
        unit: 'times',
        baseline: 100,
        ratio: growth / 100,
        limit: 'at most 1.2',
        ok: growth <= 120,
      },
      {
        name: 'determination with proof and answer in words',
        value: whole,
        unit: 'cases/s',
        baseline: visit,
        ratio: visit / whole,
        limit: 'at least 400',
        ok: whole >= 400,
      },
    ]
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Runs of one case, of which the median counts: a collection of garbage falls on one of them, and on an officer as rarely. */
const RUNS_OF_A_CASE = 5

/** Processor time of work that is warm: the second run is measured. */
function seconds(work: () => void): number {
  work()
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000_000
}

/** The longest that an officer waits for the next question: facts, proof, what is open, its words, and which question is asked first. */
function nextQuestion(core: Core, general: readonly Expr[]): { seconds: number; baseline: number } {
  const prepared = core.days.on('2026-09-01')
  const random = new RandomCases(core.pack, 2, { known: 0.3 })
  const file = caseSchema.parse(simpleCase('EAR99', 'DE'))
  const cases = Array.from({ length: 100 }, () => random.next()).map((facts) => ({ ...facts, items: facts.items.slice(0, 1) }))
  const times = cases.map((facts) => {
    const ask = () => {
      const about = answerFromFindings(determineItems(prepared, facts, { possibleHits: false }), { prepared, facts, file, lang: 'en', content: [] })
      const open = about.questions.map(({ fact, of }) => ({ path: fact, of }))
      askOrder(prepared, facts, { possibleHits: false }, open)
    }
    return median(Array.from({ length: RUNS_OF_A_CASE }, () => seconds(ask)))
  })
  return { seconds: Math.max(...times), baseline: seconds(() => general.forEach(count)) }
}

/** Visits a condition and all in it. */
const count = (expr: Expr): number => partsOf(expr).reduce((sum, part) => sum + count(part), 1)
