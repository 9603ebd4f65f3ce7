import { describe, expect, it } from 'vitest'
import { NAMES } from './bridge.ts'
import { CONTRACT } from './contract.ts'

describe('the names that the window may call', () => {
  it('are the names of the contract, each once', () => {
    expect([...NAMES].sort()).toEqual(Object.keys(CONTRACT).sort())
  })

  it('cannot be added to', () => {
    expect(Object.isFrozen(NAMES)).toBe(true)
  })

  it('begin with shell: exactly where the shell answers', () => {
    for (const [name, { kind }] of Object.entries(CONTRACT)) expect(name.startsWith('shell:')).toBe(kind === 'shell')
  })
})
