import { describe, expect, it } from 'vitest'
import { CONTRACT, type Name } from '#shared/contract/contract.ts'
import { InputError } from '#shared/text/errors.ts'
import { createDoor, type ShellAnswers } from './door.ts'

const HOME = { ownWindow: true, mainFrame: true, origin: 'app://licet' }
const PREFERENCES = { language: 'en', theme: 'dark', officer: '', dataFolder: '/d', panes: {}, version: '1', runtime: 'r' } as const

function house(change: Partial<ShellAnswers> = {}) {
  const forwarded: string[] = []
  const answers: ShellAnswers = {
    'shell:preferences': () => PREFERENCES,
    'shell:setPreferences': () => PREFERENCES,
    'shell:chooseFiles': () => ({ files: [] }),
    'shell:chooseDataFolder': () => ({ folder: '', restart: false }),
    'shell:openDataFolder': () => ({ opened: true }),
    'shell:saveCopy': () => ({ path: '/d/x' }),
    'shell:saveFile': () => ({ path: '/d/x' }),
    ...change,
  }
  const door = createDoor(answers, async (name) => {
    forwarded.push(name)
    return { ok: true, value: null }
  })
  return { door, forwarded }
}

describe('the door', () => {
  const names = Object.keys(CONTRACT) as Name[]

  it.each(names.filter((name) => CONTRACT[name].kind === 'core'))('forwards %s to the core', async (name) => {
    const { door, forwarded } = house()
    await door(HOME, name, { anything: 1 })
    expect(forwarded).toEqual([name])
  })

  it.each(names.filter((name) => CONTRACT[name].kind === 'shell'))('refuses a malformed %s and keeps it from the core', async (name) => {
    const { door, forwarded } = house()
    for (const request of [undefined, null, 'text', [], { 'not a field': 1 }])
      expect(await door(HOME, name, request)).toMatchObject({ ok: false, error: { code: 'malformed' } })
    expect(forwarded).toEqual([])
  })

  it.each(['nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'shell:', 'CASE:GET', undefined, null, 7, {}, ['case:get']])(
    'knows no call named %s',
    async (name) => {
      const { door, forwarded } = house()
      expect(await door(HOME, name, {})).toMatchObject({ ok: false, error: { code: 'unknown-name' } })
      expect(forwarded).toEqual([])
    },
  )

  it.each([
    { ...HOME, ownWindow: false },
    { ...HOME, mainFrame: false },
    { ...HOME, origin: 'https://example.org' },
  ])('refuses a foreign caller before it looks at the name: %o', async (caller) => {
    const { door, forwarded } = house()
    for (const name of [...names, 'nothing']) expect(await door(caller, name, {})).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(forwarded).toEqual([])
  })

  it('answers shell calls with their value', async () => {
    expect(await house().door(HOME, 'shell:preferences', {})).toEqual({ ok: true, value: PREFERENCES })
  })

  it('gives what a person can act on its own code, and the rest as failed', async () => {
    const { door } = house({
      'shell:preferences': () => {
        throw new InputError('read-only', 'The folder cannot be written.')
      },
      'shell:openDataFolder': () => Promise.reject(new Error('broken')),
    })
    expect(await door(HOME, 'shell:preferences', {})).toEqual({ ok: false, error: { code: 'read-only', detail: 'The folder cannot be written.' } })
    expect(await door(HOME, 'shell:openDataFolder', {})).toEqual({ ok: false, error: { code: 'failed', detail: 'broken' } })
  })
})
