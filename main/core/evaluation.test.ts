/** The evaluation as a whole: the labelled set as it is shipped, its progress and cancellation, and the figures that the matcher holds. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsl } from '#main/core/evaluation-set/sources.ts'
import { hasReferenceData } from '#main/core/reference-data.ts'
import { buildIndex } from '#main/screening/screen.ts'
import type { CoreEvent } from '#shared/contract/contract.ts'
import { listedParty } from '#shared/domain/screening.ts'
import type { LabelledPair } from '#shared/evaluation/labelled.ts'
import { APART, summary } from '#shared/evaluation/measure.ts'
import { readLabelledSet, runEvaluation } from './evaluation.ts'
import { ASSETS_FOLDER } from './folders.ts'
import { openService, type Service } from './service.ts'

const set = readLabelledSet(ASSETS_FOLDER)

describe('the labelled set', () => {
  it('is large, labelled both ways in both halves, and of many scripts', () => {
    expect(set.pairs.length).toBeGreaterThanOrEqual(5000)
    for (const split of ['tune', 'held-out']) {
      for (const kind of ['person', 'company']) {
        for (const same of [true, false])
          expect(set.pairs.filter((pair) => pair.split === split && pair.kind === kind && pair.same === same).length).toBeGreaterThan(500)
      }
    }
    expect(new Set(set.pairs.map(({ script }) => script)).size).toBeGreaterThanOrEqual(10)
    expect(set.innocents.filter(({ kind, namesake }) => kind === 'person' && !namesake).length).toBeGreaterThanOrEqual(1000)
    for (const disguise of APART) expect(set.pairs.some((pair) => pair.disguise === disguise)).toBe(true)
  })

  it('has no pair twice, none with both labels, and no party in both halves', () => {
    const seen = new Map<string, boolean>()
    const halves = new Map<string, LabelledPair['split']>()
    for (const { name1, name2, kind, same, source, split, disguise } of set.pairs) {
      const key = `${kind} ${[name1, name2].sort().join(' | ')}`
      expect(seen.has(key), key).toBe(false)
      seen.set(key, same)
      if (disguise === 'traditional-characters') continue
      const party = `${source} ${name1}`
      expect(halves.get(party) ?? split, party).toBe(split)
      halves.set(party, split)
    }
  })
})

describe('reading the set', () => {
  const made = mkdtempSync(join(tmpdir(), 'licet-set-'))
  afterAll(() => rmSync(made, { recursive: true, force: true }))
  it('refuses a row of another shape', () => {
    mkdirSync(join(made, 'screening'))
    cpSync(join(ASSETS_FOLDER, 'screening', 'innocents.csv'), join(made, 'screening', 'innocents.csv'))
    const write = (text: string): void => writeFileSync(join(made, 'screening', 'pairs.csv'), `name1,name2,same,kind,script,disguise,source,split\n${text}\n`)
    write('A,B,1,person,Latin,word-order,SDN,tune')
    expect(readLabelledSet(made).pairs).toHaveLength(1)
    for (const wrong of ['2,person,Latin,word-order', '1,ship,Latin,word-order', '1,person,Runes,word-order', '1,person,Latin,magic']
      .map((row) => `A,B,${row},SDN,tune`)
      .concat('A,B,1')) {
      write(wrong)
      expect(() => readLabelledSet(made), wrong).toThrow()
    }
  })
})

describe('a run', () => {
  const small = { pairs: set.pairs.slice(0, 300), innocents: set.innocents.slice(0, 50) }
  it('tells how far it is and ends with every row scored', async () => {
    const heard: number[] = []
    const scores = await runEvaluation(small, buildIndex([], []), { onProgress: ({ done }) => heard.push(done) })
    expect(heard.at(-1)).toBe(300 + small.pairs.filter(({ same }) => same).length + 50)
    expect([...heard].sort((a, b) => a - b)).toEqual(heard)
    expect(scores.pairs).toHaveLength(300)
    expect(scores.queries).toEqual([])
    expect(scores.notHeld).toBe(small.pairs.filter(({ same }) => same).length)
    expect(scores.innocents.every(({ score, hit }) => score === 0 && hit === '')).toBe(true)
  })

  it('can be cancelled', async () => {
    const abort = new AbortController()
    const running = runEvaluation(small, buildIndex([], []), { onProgress: () => abort.abort(), signal: abort.signal })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('as a job of the core', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licet-evaluation-'))
  let service: Service
  beforeAll(() => {
    service = openService({ dataFolder: folder, assetsFolder: ASSETS_FOLDER, version: 'test' })
  }, 60_000)
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true, force: true })
  })
  type Done = Extract<CoreEvent, { event: 'job:done' }>
  const ends = (onProgress: (job: string) => void): Promise<Done> =>
    new Promise((resolve) => {
      const stop = service.onEvent((event) => {
        if (event.event === 'job:progress') onProgress(event.job)
        if (event.event !== 'job:done') return
        stop()
        resolve(event)
      })
    })

  it('is one at a time, and cancelled by its id', async () => {
    const end = ends((job) => void service.handlers['job:cancel']({ id: job }))
    const { job } = await service.handlers['evaluation:run']({})
    expect(() => service.handlers['evaluation:run']({})).toThrow(/running already/)
    expect(await end).toMatchObject({ job, ok: false, code: 'cancelled' })
  })

  it('answers with the scores over the lists held', async () => {
    const end = ends(() => undefined)
    await service.handlers['evaluation:run']({})
    const { ok, evaluation } = await end
    expect(ok).toBe(true)
    expect(evaluation?.pairs).toHaveLength(set.pairs.length)
    expect(evaluation?.lists.length).toBeGreaterThan(5)
    expect(evaluation?.queries.length).toBeGreaterThan(10)
  })

  it('explains a pair by the parts of its score', async () => {
    const { score, why } = await service.handlers['evaluation:explain']({ name1: 'Gazprom, OAO', name2: 'PJSC Gazprom', kind: 'company' })
    expect(Math.abs(why.reduce((sum, part) => sum + part.weight * part.score, 0) - score)).toBeLessThan(0.0002)
  })
})

/**
 * What the held-out half must not fall below; raise a figure when the matcher reaches more. Aimed at: F1 0.90 for people and
 * companies, precision 0.94 with recall 0.80 for company look-alikes, recall 0.91 across scripts, 5 alerts for 1,000 innocents.
 */
const HELD = { f1: 0.935, companyPrecision: 0.972, companyRecall: 0.854, crossScriptRecall: 0.91, queryRecall: 0.976, innocentAlertsIn1000: 5 }

describe.skipIf(!hasReferenceData())('the held-out half against all lists of the United States', () => {
  it('does not fall below what is reached', async () => {
    const entries = readCsl().map((one, at) => ({
      ...listedParty(one.source, `${one.id} ${at}`, one.kind === 'company' ? 'entity' : one.kind, one.name),
      aliases: one.aliases,
    }))
    const scores = await runEvaluation(set, buildIndex(entries, []))
    const { pairs, companies, crossScript, queries, innocentPeople } = summary(scores, scores.threshold, 'held-out')
    const reached = {
      f1: pairs.f1 ?? 0,
      companyPrecision: companies.precision ?? 0,
      companyRecall: companies.recall ?? 0,
      crossScriptRecall: crossScript.recall ?? 0,
      queryRecall: queries?.recall ?? 0,
      innocentAlertsIn1000: (1000 * innocentPeople.alerts) / innocentPeople.asked,
    }
    process.stdout.write(`held out: ${JSON.stringify(reached)}\n`)
    expect(scores.queries.length).toBeGreaterThan(1500)
    for (const name of ['f1', 'companyPrecision', 'companyRecall', 'crossScriptRecall', 'queryRecall'] as const)
      expect(reached[name], name).toBeGreaterThanOrEqual(HELD[name])
    expect(reached.innocentAlertsIn1000).toBeLessThanOrEqual(HELD.innocentAlertsIn1000)
  }, 600_000)
})
