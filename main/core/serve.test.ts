import { describe, expect, it } from 'vitest'
import type { CoreEvent } from '#shared/contract/contract.ts'
import type { CoreSettings, FromCore, ToCore } from '#shared/contract/link.ts'
import { InputError } from '#shared/text/errors.ts'
import { type ServedCore, serveCore } from './serve.ts'

const SETTINGS: CoreSettings = { dataFolder: '/d', assetsFolder: '/a', officer: 'An', version: '1' }

/** A line whose messages can be awaited one by one. */
function line(open: (settings: CoreSettings) => ServedCore | Promise<ServedCore>) {
  const messages: FromCore[] = []
  let wake = (): void => {}
  let hear: (message: ToCore) => void = () => {}
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  serveCore(
    {
      send: (message) => {
        messages.push(message)
        wake()
      },
      onMessage: (listener) => {
        hear = listener
      },
      end: () => end(),
    },
    open,
  )
  const next = async (): Promise<FromCore> => {
    while (messages.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return messages.shift() as FromCore
  }
  return { say: (message: ToCore) => hear(message), next, ended }
}

function standIn() {
  const officers: string[] = []
  const listeners: ((event: CoreEvent) => void)[] = []
  const core: ServedCore = {
    answer: async (name, request) => {
      if (name === 'audit:list') throw new Error('broken')
      return { ok: true, value: [name, request] }
    },
    onEvent: (listener) => listeners.push(listener),
    setOfficer: (officer) => officers.push(officer),
    close: () => {
      officers.push('closed')
    },
  }
  return { core, officers, tell: (event: CoreEvent) => listeners.forEach((listener) => void listener(event)) }
}

describe('the core at the end of the line', () => {
  it('opens, answers, passes events on, hears of the officer and closes', async () => {
    const { core, officers, tell } = standIn()
    let folder = ''
    const { say, next, ended } = line((settings) => {
      folder = settings.dataFolder
      return core
    })
    say({ kind: 'open', settings: SETTINGS })
    say({ kind: 'call', id: 4, name: 'case:list', request: { limit: 1 } })
    expect(await next()).toEqual({ kind: 'opened', ok: true, code: '', detail: '' })
    expect(folder).toBe('/d')
    expect(await next()).toEqual({ kind: 'reply', id: 4, reply: { ok: true, value: ['case:list', { limit: 1 }] } })
    tell({ event: 'cases:changed' })
    expect(await next()).toEqual({ kind: 'event', event: { event: 'cases:changed' } })
    say({ kind: 'officer', officer: 'Bo' })
    say({ kind: 'close' })
    await ended
    expect(officers).toEqual(['Bo', 'closed'])
  })

  it('answers every call with the reason when the databases cannot be opened', async () => {
    const { say, next, ended } = line(() => {
      throw new InputError('from-the-future', 'made by a newer program')
    })
    say({ kind: 'open', settings: SETTINGS })
    expect(await next()).toEqual({ kind: 'opened', ok: false, code: 'from-the-future', detail: 'made by a newer program' })
    say({ kind: 'call', id: 1, name: 'app:status', request: {} })
    expect(await next()).toEqual({ kind: 'reply', id: 1, reply: { ok: false, error: { code: 'from-the-future', detail: 'made by a newer program' } } })
    say({ kind: 'close' })
    await ended
  })

  it('answers a call that fails, and one that comes before anything is open', async () => {
    const { say, next } = line(() => standIn().core)
    say({ kind: 'call', id: 1, name: 'app:status', request: {} })
    expect(await next()).toMatchObject({ kind: 'reply', id: 1, reply: { ok: false, error: { code: 'core-stopped' } } })
    say({ kind: 'open', settings: SETTINGS })
    expect(await next()).toMatchObject({ kind: 'opened', ok: true })
    say({ kind: 'call', id: 2, name: 'audit:list', request: {} })
    expect(await next()).toEqual({ kind: 'reply', id: 2, reply: { ok: false, error: { code: 'failed', detail: 'broken' } } })
  })
})
