import { describe, expect, it } from 'vitest'
import { isTrue, pack, rule } from '#main/engine/fixture.ts'
import { prepare } from '#main/engine/prepare.ts'
import { PackDays } from './pack-days.ts'

const law = pack([
  rule('a', 'item.licence', isTrue('item.a'), {
    inForce: [
      { from: '2026-03-01', until: '2026-03-31' },
      { from: '2026-05-01', knownSince: '2026-04-15' },
    ],
  }),
  rule('b', 'item.licence', isTrue('item.b'), { inForce: [{ from: '2026-01-01', knownUntil: '2026-04-14' }] }),
])

describe('a pack by day', () => {
  const days = new PackDays({ sha256: '', pack: law, classification: [], coverage: [] })
  const asked = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-04-14', '2026-04-15', '2026-04-30', '2026-05-01']

  it('holds the same rules as one prepared for that very day and knowledge', () => {
    for (const day of asked)
      for (const knownOn of asked) {
        const { ruleById, asOf, knownOn: known } = days.on(day, knownOn)
        expect([[...ruleById.keys()], asOf, known]).toEqual([[...prepare(law, day, knownOn).ruleById.keys()], day, knownOn])
      }
  })

  it('prepares days between two changes of the law once', () => {
    expect(days.on('2026-03-02').rules).toBe(days.on('2026-03-31').rules)
    expect(days.on('2026-03-02').rules).not.toBe(days.on('2026-04-01').rules)
  })
})
