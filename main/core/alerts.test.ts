/** The queue of alerts through the door of the core: screened, read page by page, decided, written as a table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CoreEvent } from '#shared/contract/contract.ts'
import { simpleCase, type TestService, testService } from './fixture.ts'

let service: TestService
beforeAll(async () => {
  service = testService()
  for (const id of ['a', 'b'])
    await service.call('case:save', { case: simpleCase('EAR99', 'DE', { id, party: { name: `Huawei Technologies ${id}` } }), revision: 0 })
})
afterAll(() => service.remove())

/** Runs a job to its end. */
async function ended(start: () => Promise<{ job: string }>): Promise<Extract<CoreEvent, { event: 'job:done' }>> {
  const done = new Promise<Extract<CoreEvent, { event: 'job:done' }>>((resolve) => {
    const stop = service.onEvent((event) => {
      if (event.event !== 'job:done') return
      stop()
      resolve(event)
    })
  })
  await start()
  return await done
}

it('is empty before the first screening of all', async () => {
  expect(await service.call('alert:list', {})).toMatchObject({ run: null, rows: [], total: 0, counts: { open: 0, awaiting: 0, decided: 0, news: 0 } })
})

it('holds every hit of every party, by state, in pages', async () => {
  const { screened } = await ended(() => service.call('alert:screen', {}))
  expect(screened?.parties).toBe(2)
  const { run, rows, total, counts } = await service.call('alert:list', {})
  expect(run).toEqual(screened)
  expect(total).toBe(screened?.alerts)
  expect(total).toBeGreaterThan(1)
  expect(counts).toEqual({ open: total, awaiting: 0, decided: 0, news: total })
  const [first, second] = [await service.call('alert:list', { limit: 1 }), await service.call('alert:list', { limit: 1, offset: 1 })]
  expect([...first.rows, ...second.rows]).toEqual(rows.slice(0, 2))
})

it('lists a cleared hit as decided, and is written whole as a table', async () => {
  const { rows, total } = await service.call('alert:list', {})
  const [hit] = rows
  if (hit === undefined) throw new Error('there is no alert')
  const { list, entry, entryHash } = hit
  const disposition = { list, entry, entryHash, decision: 'not-the-same' as const, reason: '=another register' }
  await service.call('disposition:record', { case: hit.cases[0] ?? '', party: hit.party.name, disposition })
  expect(await service.call('alert:list', { state: 'decided' })).toMatchObject({
    total: 1,
    rows: [{ entry, party: { name: hit.party.name }, decision: { by: 'A. Officer' } }],
  })
  expect((await service.call('alert:list', {})).total).toBe(total - 1)
  const { file } = await ended(() => service.call('alert:export', { state: 'all' }))
  expect(file).toEqual({ path: join(service.folder, 'alerts', 'alerts.csv'), name: 'alerts-2026-09-15.csv' })
  const lines = readFileSync(file?.path ?? '', 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines[0]).toBe('\ufeffstate,new,score,party,country,list,entry,listed,matched,cases,decided by,reason')
  expect(lines).toHaveLength(total + 1)
  expect(lines.filter((line) => line.startsWith('not-the-same,'))).toHaveLength(1)
  expect(lines.find((line) => line.startsWith('not-the-same,'))).toContain(`"'=another register"`)
})
