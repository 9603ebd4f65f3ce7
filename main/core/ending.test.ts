/** Work on threads cancelled, or the program closed, at any moment: everything ends by itself and leaves nothing behind. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CoreEvent } from '#shared/contract/contract.ts'
import { simpleCase, type TestService, testService } from './fixture.ts'

const LIST = join(import.meta.dirname, '..', 'lists', 'fixtures', 'csl.csv')
let prepared: string
let parties: string
beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'licet-ending-'))
  const service = testService(join(prepared, 'data'))
  for (const id of ['a', 'b', 'c']) {
    await service.call('case:save', { case: simpleCase('EAR99', 'DE', { id }), revision: 0 })
    await service.call('case:determine', { id, lang: 'en' })
  }
  parties = join(prepared, 'parties.csv')
  writeFileSync(parties, `name\n${'Huawei Technologies\nHarmless Bakery\n'.repeat(2000)}`)
  const end = endsOf(service)
  const { job } = await service.call('batch:run', { file: parties })
  batch = (await end(job)).batch?.id ?? ''
  await service.close()
})
afterAll(() => rmSync(prepared, { recursive: true, force: true }))

/** A service over a copy of the prepared folder. */
function opened(): TestService {
  const folder = mkdtempSync(join(tmpdir(), 'licet-ended-'))
  cpSync(join(prepared, 'data'), folder, { recursive: true })
  return testService(folder)
}

/** What went wrong outside of any call. */
function unheard(): unknown[] {
  const heard: unknown[] = []
  const hear = (error: unknown) => void heard.push(error)
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, hear)
    onTestFinished(() => void process.off(event, hear))
  }
  return heard
}

let batch: string
const JOBS = {
  import: ({ call }: TestService) => call('list:import', { files: [LIST], force: true, reason: 'a small file for the test' }),
  evaluation: ({ call }: TestService) => call('evaluation:run', {}),
  impact: ({ call }: TestService) => call('packs:impact', { pack: '' }),
  batch: ({ call }: TestService) => call('batch:run', { file: parties }),
  screening: ({ call }: TestService) => call('alert:screen', {}),
  results: ({ call }: TestService) => call('batch:results', { id: batch, format: 'pdf', lang: 'en' }),
}
const names = Object.keys(JOBS) as (keyof typeof JOBS)[]

/** The same numbers in each run, spread evenly over the orders of magnitude up to `most`: a thread lives from a few turns to many. */
function moments(count: number, most: number): number[] {
  let seed = 20260915
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor(most ** (seed / 2 ** 32))
  })
}
const pass = async (turns: number): Promise<void> => {
  for (let i = 0; i < turns; i++) await turn()
}
type End = Extract<CoreEvent, { event: 'job:done' }>
/** How a job ends, by its id. Begins to listen at once, since a job may end before its id is known. */
function endsOf(service: TestService): (job: string) => Promise<End> {
  const ends: End[] = []
  const waiting = new Map<string, (end: End) => void>()
  service.onEvent((event) => {
    if (event.event !== 'job:done') return
    ends.push(event)
    waiting.get(event.job)?.(event)
  })
  return (job) =>
    new Promise((resolve) => {
      const over = ends.find((end) => end.job === job)
      if (over === undefined) waiting.set(job, resolve)
      else resolve(over)
    })
}

describe('a job cancelled at any moment', () => {
  it.each(names)('%s ends as cancelled or done, and the same job runs after it', async (name) => {
    const heard = unheard()
    const service = opened()
    const end = endsOf(service)
    for (const turns of moments(5, 5000)) {
      const { job } = await JOBS[name](service)
      await pass(turns)
      await service.call('job:cancel', { id: job })
      const { ok, code } = await end(job)
      expect(ok ? 'done' : code).toMatch(/^(done|cancelled)$/)
    }
    await service.close()
    expect(service.core.jobs.stopping).toBe(true)
    rmSync(service.folder, { recursive: true })
    expect(heard).toEqual([])
  })
})

describe('a program closed at any moment', () => {
  it.each(moments(6, 5000))('waits until all its work is gone, and nothing writes into its folder any more (%i turns)', async (turns) => {
    const heard = unheard()
    const service = opened()
    for (const name of names) await JOBS[name](service)
    await pass(turns)
    await service.close()
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort')).toEqual([])
    expect(readdirSync(service.folder).filter((name) => /-(wal|shm)$|\.part$/.test(name))).toEqual([])
    await expect(service.call('alert:screen', {})).rejects.toThrow('core-stopped')
    rmSync(service.folder, { recursive: true })
    await pass(10)
    expect(existsSync(service.folder)).toBe(false)
    expect(heard).toEqual([])
  })

  it('offers an import that it broke off again, and no import that it let end', async () => {
    const service = opened()
    await service.call('list:import', { files: [LIST], force: true, reason: 'a small file for the test' })
    await service.close()
    const again = testService(service.folder)
    const { lists, interrupted } = await again.call('list:status', {})
    expect(interrupted).toHaveLength(lists.some(({ complete }) => complete) ? 0 : 1)
    const { rows } = await again.call('audit:list', {})
    expect(rows.some(({ action }) => action === 'list.imported')).toBe(lists.some(({ complete }) => complete))
    await again.remove()
  })
})
