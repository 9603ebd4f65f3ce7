/** The word of an officer that a list is whole, through the door of the core: on record, and what it changes for a party not found. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { simpleCase, type TestService, testService } from './fixture.ts'
import { screenParties } from './screen-parties.ts'

const SENTENCE = join(import.meta.dirname, '..', 'lists', 'fixtures', 'china', 'sentence.txt')
const LIST = 'CN-UEL'

let service: TestService
beforeAll(async () => {
  service = testService(undefined, '2031-12-21T08:00:00.000Z')
  const done = new Promise<object>((resolve) => service.onEvent((event) => event.event === 'job:done' && resolve(event)))
  await service.call('list:import', { files: [SENTENCE] })
  expect(await done).toMatchObject({ ok: true, reports: [{ records: 4 }] })
})
afterAll(() => service.remove())

/** What is open about a party that is found nowhere, under rules that read the list. */
function notSearched(): string[] {
  const { index, lists } = service.core.screening()
  const context = { index, lists, needed: [LIST], scoped: 'EL', namesAllItems: /all items/, tagged: 'SDN', decided: () => [] }
  return screenParties(service.core.casework.cases.get('a').case.parties, context).flatMap((one) => one.notSearched)
}

it('a party that is not found on a list of announcements stays open until an officer states that the list is whole', async () => {
  await service.call('case:save', { case: simpleCase('EAR99', 'DE', { id: 'a' }), revision: 0 })
  expect(notSearched()).toEqual([LIST])
  service.setOfficer('')
  await expect(service.call('list:stateWhole', { list: LIST, reason: 'compared with the index' })).rejects.toThrow('name of the officer')
  service.setOfficer('A. Officer')
  await expect(service.call('list:stateWhole', { list: LIST, reason: ' ' })).rejects.toThrow('malformed')
  expect(notSearched()).toEqual([LIST])
  const events: string[] = []
  service.onEvent(({ event }) => events.push(event))
  expect(await service.call('list:stateWhole', { list: LIST, reason: 'compared with the index' })).toMatchObject({ list: LIST, records: 4 })
  expect(events).toContain('lists:changed')
  expect(notSearched()).toEqual([])
  const { rows } = await service.call('audit:list', { subject: LIST })
  expect(rows.map(({ action, by }) => [action, by])).toEqual([['list.stated-whole', 'A. Officer']])
  expect(JSON.parse(rows[0]?.detail ?? '')).toMatchObject({ reason: 'compared with the index', records: 4, contentDate: '2031-05-02' })
})
