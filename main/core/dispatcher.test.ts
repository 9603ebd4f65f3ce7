import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTRACT, type CoreName } from '#shared/contract/contract.ts'
import { createDispatcher } from './dispatcher.ts'
import { simpleCase, type TestService, testService } from './fixture.ts'

let service: TestService
let dispatch: ReturnType<typeof createDispatcher>
beforeAll(() => {
  service = testService()
  dispatch = createDispatcher(service)
})
afterAll(() => service.remove())

const names = (Object.keys(CONTRACT) as (keyof typeof CONTRACT)[]).filter((name): name is CoreName => CONTRACT[name].kind === 'core')

describe('the door of the core', () => {
  it.each(names)('%s has one handler and refuses a malformed request', async (name) => {
    expect(typeof service.handlers[name]).toBe('function')
    for (const request of [null, 'text', { unexpected: 1 }, [], { id: 5, unexpected: true }])
      expect(await dispatch(name, request)).toMatchObject({ ok: false, error: { code: 'malformed' } })
  })
  it.each(['nothing:here', 'toString', '__proto__', 'constructor', 'shell:preferences', ''])('refuses the name “%s”', async (name) =>
    expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-name' } }),
  )
  it('has no handler that the contract does not name', () => expect(Object.keys(service.handlers).sort()).toEqual([...names].sort()))
  it('answers what is not there with not-found', async () =>
    expect(await dispatch('case:get', { id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } }))
})

describe('a case from facts to a memo', () => {
  it('is saved, determined, decided on, replayed and printed, and the chain stays whole', async () => {
    const { call } = service
    const input = simpleCase('EAR99', 'DE', { id: 'flow', party: { name: 'Huawei Technologies Co., Ltd.', facts: { listed: [] } } })
    expect(await call('case:save', { case: input, revision: 0 })).toEqual({ id: 'flow', revision: 1 })
    const first = await call('case:determine', { id: 'flow', lang: 'en' })
    expect(first.answer.outcome).toBe('needs-information')
    for (const hit of first.answer.parties[0]?.hits ?? []) {
      await call('disposition:record', {
        case: 'flow',
        party: 'Huawei Technologies Co., Ltd.',
        disposition: { list: hit.list, entry: hit.entry, entryHash: hit.entryHash, decision: 'not-the-same', reason: 'a namesake; checked the register' },
      })
    }
    const second = await call('case:determine', { id: 'flow', lang: 'en' })
    expect(second.answer.outcome).toBe('no-licence-required')
    expect(await call('determination:replay', { id: second.id })).toMatchObject({ identical: true })
    const trace = await call('determination:trace', { id: second.id, item: '1' })
    expect(trace.traces.map(({ conclusion }) => conclusion)).toContain('item.licence')
    const [en, again, zh] = [
      await call('memo:render', { determination: second.id, lang: 'en' }),
      await call('memo:render', { determination: second.id, lang: 'en' }),
      await call('memo:render', { determination: second.id, lang: 'zh' }),
    ]
    expect(en.sha256).toBe(again.sha256)
    expect(Buffer.from(en.pdf).subarray(0, 5).toString()).toBe('%PDF-')
    expect(zh.sha256).not.toBe(en.sha256)
    const history = await call('case:history', { id: 'flow' })
    expect(history.determinations).toHaveLength(2)
    expect(await call('audit:verify', {})).toMatchObject({ ok: true, problems: [] })
    const rows = await call('case:list', {})
    expect(rows.rows[0]).toMatchObject({ id: 'flow', outcome: 'no-licence-required' })
  })

  it('refuses to save over somebody else’s change', async () => {
    const { call } = service
    await call('case:save', { case: simpleCase('EAR99', 'DE', { id: 'twice' }), revision: 0 })
    await call('case:save', { case: simpleCase('EAR99', 'FR', { id: 'twice' }), revision: 1 })
    await expect(call('case:save', { case: simpleCase('EAR99', 'IT', { id: 'twice' }), revision: 1 })).rejects.toThrow('stale')
  })

  it('dates a case without a date when it is determined', async () => {
    const { call } = service
    const { asOf: _, ...undated } = simpleCase('EAR99', 'DE', { id: 'undated' })
    await call('case:save', { case: undated, revision: 0 })
    expect((await call('case:determine', { id: 'undated', lang: 'en' })).answer.asOf).toBe('2026-09-15')
  })
})

describe('looking things up', () => {
  it('finds entries by code and by words in both languages', async () => {
    const { call } = service
    expect((await call('entry:search', { search: '3A090' })).rows[0]?.eccn).toBe('3A090')
    expect((await call('entry:search', { search: '3a09' })).rows.map(({ eccn }) => eccn)).toContain('3A090')
    expect((await call('entry:search', { search: '集成电路' })).total).toBeGreaterThan(0)
    expect((await call('entry:search', { search: '激光' })).total).toBeGreaterThan(0)
    expect((await call('entry:search', { search: '' })).total).toBeGreaterThan(630)
  })
  it('shows an entry with its rows and exceptions', async () => {
    const entry = await service.call('entry:get', { eccn: '3A001.a.2', lang: 'en' })
    expect(entry.requirements.some(({ column }) => column === 'NS 2')).toBe(true)
    expect(entry.exceptions.map(({ symbol }) => symbol)).toContain('LVS')
  })
  it('shows the chart row of a country and says where there is none', async () => {
    const { call } = service
    expect(await call('country:get', { code: 'DE' })).toMatchObject({ chart: 'row', marks: expect.arrayContaining(['NS 1']) })
    expect((await call('country:get', { code: 'DE' })).columns).toHaveLength(16)
    expect(await call('country:get', { code: 'CU' })).toMatchObject({ chart: 'pointer', marks: [] })
    expect(await call('country:get', { code: 'GL' })).toMatchObject({ chart: 'none' })
  })
  it('shows where an entry needs a licence', async () => {
    const rows = await service.call('entry:destinations', { eccn: '3A090.a' })
    expect(rows.find(({ code }) => code === 'GB')).toMatchObject({ state: 'marked', reasons: ['RS'] })
    expect(rows.find(({ code }) => code === 'CU')).toMatchObject({ state: 'elsewhere' })
  })
  it('classifies and lists parameters', async () => {
    const answer = await service.call('item:classify', { id: '1', kind: 'commodity', parameters: { totalProcessingPerformance: 4800 } })
    expect(answer.candidates.some(({ eccn, paragraph, state }) => eccn === '3A090' && paragraph === 'a.1' && state !== 'not-met')).toBe(true)
    expect((await service.call('item:parameters', {})).parameters.length).toBeGreaterThan(10)
  })
  it('finds cases, entries, countries and rules from one field', async () => {
    const found = await service.call('palette:search', { search: 'china' })
    expect(found.map(({ kind }) => kind)).toContain('country')
  })
})

describe('importing in the background', () => {
  it('reports progress and result, and the chain records it', async () => {
    const events: string[] = []
    const done = new Promise<{ ok: boolean; detail: string }>((resolve) => {
      service.onEvent((event) => {
        events.push(event.event)
        if (event.event === 'job:done') resolve(event)
      })
    })
    const fixture = join(import.meta.dirname, '..', 'lists', 'fixtures', 'csl.csv')
    expect(existsSync(fixture)).toBe(true)
    await service.call('list:import', { files: [fixture], force: true, reason: 'a small file for the test' })
    await expect(service.call('list:import', { files: [fixture] })).rejects.toThrow('busy')
    expect(await done).toMatchObject({ ok: true })
    expect(events).toContain('lists:changed')
    const records = await service.call('audit:list', {})
    expect(records.rows.some(({ action }) => action === 'list.imported')).toBe(true)
  })
})
