import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simpleCase, type TestService, testService } from './fixture.ts'

let service: TestService
beforeAll(() => {
  service = testService()
})
afterAll(() => service.remove())

describe('what would change the answer of a determination', () => {
  it('names facts and destinations, the same each time', async () => {
    await service.call('case:save', { case: simpleCase('3A991.a', 'RU', { id: 'flips' }), revision: 0 })
    const { id } = await service.call('case:determine', { id: 'flips', lang: 'en' })
    const rows = await service.call('determination:flips', { id, item: '1' })
    const destinations = rows.flatMap(({ verdict, changes: [change] }) => (change?.to.kind === 'countries' ? [[verdict, change.to.countries] as const] : []))
    expect(new Set(destinations.map(([verdict]) => verdict)).size).toBe(destinations.length)
    expect(destinations.flatMap(([, countries]) => countries)).toContain('DE')
    expect(await service.call('determination:flips', { id, item: '1' })).toEqual(rows)
    expect(rows.flatMap(({ changes }) => changes.map(({ fact }) => fact))).not.toContain('party.role')
    await expect(service.call('determination:flips', { id, item: 'none' })).rejects.toThrow('not-found')
  })
})
