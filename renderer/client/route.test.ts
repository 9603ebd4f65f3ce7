import { describe, expect, it } from 'vitest'
import { parseRoute, to } from './route.ts'

describe('addresses', () => {
  it.each([[['cases', 'C-1', 'facts']], [['screening', 'search', '华为 / Huawei']], [['rules', 'rule', 'ear.744.15.b']]])(
    '%j survive the way there and back',
    (parts) => {
      expect(parseRoute(to(...parts).replace(/^#\/?/, ''))).toEqual(parts)
    },
  )

  it('are home when empty, and kept as they are when they cannot be decoded', () => {
    expect(parseRoute('')).toEqual(['home'])
    expect(parseRoute('cases/%')).toEqual(['cases', '%'])
  })
})
