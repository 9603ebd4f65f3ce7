import { describe, expect, it } from 'vitest'
import type { CoreEvent } from '#shared/contract/contract.ts'
import type { FromCore, ToCore } from '#shared/contract/link.ts'
import { type CoreChild, CoreLink } from './core-link.ts'

type Stand = { sent: ToCore[]; hear: (message: FromCore) => void; exit: (code: number) => void; killed: boolean }

function workshop() {
  const children: Stand[] = []
  const events: CoreEvent[] = []
  let now = 100_000
  const fork = (): CoreChild => {
    const stand: Stand = { sent: [], hear: () => {}, exit: () => {}, killed: false }
    children.push(stand)
    return {
      send: (message) => stand.sent.push(message),
      onMessage: (listener) => {
        stand.hear = listener
      },
      onExit: (listener) => {
        stand.exit = listener
      },
      kill: () => {
        stand.killed = true
      },
    }
  }
  const link = new CoreLink({
    fork,
    settings: () => ({ dataFolder: '/d', assetsFolder: '/a', officer: 'An', version: '1' }),
    tell: (event) => events.push(event),
    now: () => now,
  })
  const child = (number: number): Stand => {
    const stand = children[number]
    if (stand === undefined) throw new Error(`there is no child ${number}`)
    return stand
  }
  return { link, child, children, events, at: (time: number) => (now = time) }
}

const OPENED: FromCore = { kind: 'opened', ok: true, code: '', detail: '' }

describe('the line to the core', () => {
  it('opens the core with the settings, then forwards calls and pairs the replies', async () => {
    const { link, child } = workshop()
    link.start()
    const first = link.call('case:list', { search: 'a' })
    const second = link.call('app:status', {})
    expect(child(0).sent).toEqual([
      { kind: 'open', settings: { dataFolder: '/d', assetsFolder: '/a', officer: 'An', version: '1' } },
      { kind: 'call', id: 1, name: 'case:list', request: { search: 'a' } },
      { kind: 'call', id: 2, name: 'app:status', request: {} },
    ])
    child(0).hear({ kind: 'reply', id: 2, reply: { ok: true, value: 'two' } })
    child(0).hear({ kind: 'reply', id: 1, reply: { ok: true, value: 'one' } })
    child(0).hear({ kind: 'reply', id: 1, reply: { ok: true, value: 'again' } })
    expect(await first).toEqual({ ok: true, value: 'one' })
    expect(await second).toEqual({ ok: true, value: 'two' })
  })

  it('is started by the first call, and only once', () => {
    const { link, children } = workshop()
    void link.call('app:status', {})
    link.start()
    expect(children).toHaveLength(1)
  })

  it('passes events on and tells when the core is ready', () => {
    const { link, child, events } = workshop()
    link.start()
    child(0).hear(OPENED)
    child(0).hear({ kind: 'event', event: { event: 'cases:changed' } })
    expect(events).toEqual([
      { event: 'core:state', state: 'starting', detail: '' },
      { event: 'core:state', state: 'ready', detail: '' },
      { event: 'cases:changed' },
    ])
  })

  it('starts a core that died again and answers what it left open', async () => {
    const { link, child, events } = workshop()
    link.start()
    child(0).hear(OPENED)
    const open = link.call('case:list', {})
    child(0).exit(9)
    expect(await open).toMatchObject({ ok: false, error: { code: 'core-stopped' } })
    child(1).hear(OPENED)
    expect(events.at(-1)).toEqual({ event: 'core:state', state: 'restarted', detail: '' })
    const next = link.call('case:list', {})
    child(0).hear({ kind: 'reply', id: 2, reply: { ok: true, value: 'from the dead' } })
    child(1).hear({ kind: 'reply', id: 2, reply: { ok: true, value: 'from the living' } })
    expect(await next).toEqual({ ok: true, value: 'from the living' })
  })

  it('gives up on a core that dies again and again, and tries once more when it is called later', async () => {
    const { link, child, children, events, at } = workshop()
    link.start()
    for (let death = 0; death < 4; death += 1) child(death).exit(1)
    expect(events.at(-1)).toMatchObject({ event: 'core:state', state: 'failed' })
    expect(await link.call('app:status', {})).toMatchObject({ ok: false, error: { code: 'core-stopped' } })
    expect(children).toHaveLength(4)
    at(120_000)
    void link.call('app:status', {})
    expect(children).toHaveLength(5)
  })

  it('tells that the databases could not be opened', () => {
    const { link, child, events } = workshop()
    link.start()
    child(0).hear({ kind: 'opened', ok: false, code: 'from-the-future', detail: 'made by a newer program' })
    expect(events.at(-1)).toEqual({ event: 'core:state', state: 'failed', detail: 'made by a newer program' })
  })

  it('closes once and does not start a core that ended because it was told to', async () => {
    const { link, child, children } = workshop()
    link.start()
    const closed = link.close()
    expect(child(0).sent.at(-1)).toEqual({ kind: 'close' })
    child(0).exit(0)
    await closed
    expect(children).toHaveLength(1)
    expect(await link.call('app:status', {})).toMatchObject({ ok: false, error: { code: 'core-stopped' } })
    await link.close()
  })

  it('opens again in another folder after the first core has ended', async () => {
    const { link, child, children } = workshop()
    link.start()
    const reopened = link.reopen()
    expect(children).toHaveLength(1)
    child(0).exit(0)
    await reopened
    expect(child(1).sent[0]).toMatchObject({ kind: 'open' })
    child(1).exit(5)
    expect(children).toHaveLength(3)
  })

  it('answers a request that cannot be sent to another process', async () => {
    const { link, child } = workshop()
    link.start()
    child(0).sent.push = () => {
      throw new Error('could not be cloned')
    }
    expect(await link.call('app:status', {})).toMatchObject({ ok: false, error: { code: 'malformed' } })
  })

  it('tells the core of a new officer', () => {
    const { link, child } = workshop()
    link.start()
    link.officer('Bo')
    expect(child(0).sent.at(-1)).toEqual({ kind: 'officer', officer: 'Bo' })
  })
})
