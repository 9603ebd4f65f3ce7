import { describe, expect, it } from 'vitest'
import { forceNote } from './force-notes.ts'
import type { KnownRange } from './types.ts'

const suspended: KnownRange[] = [{ from: '2025-09-29', until: '2025-11-09' }, { from: '2026-11-10' }]

describe('what the days in force say', () => {
  it.each<[string, KnownRange[], string, string | undefined]>([
    ['before the first day', suspended, '2025-09-28', undefined],
    ['91 days and more before an end', [{ from: '2020-01-01', until: '2025-11-09' }], '2025-08-10', undefined],
    ['90 days before an end', [{ from: '2020-01-01', until: '2025-11-09' }], '2025-08-11', 'ends 2025-11-09'],
    ['on the last day', suspended, '2025-11-09', 'ends 2025-11-09'],
    ['on the first day of a suspension', suspended, '2025-11-10', 'suspended 2026-11-10'],
    ['on its last day', suspended, '2026-11-09', 'suspended 2026-11-10'],
    ['on the first day after it', suspended, '2026-11-10', 'resumed 2026-11-10'],
    ['a year after it', suspended, '2027-11-10', 'resumed 2026-11-10'],
    ['more than a year after it', suspended, '2027-11-11', undefined],
    ['after the last range', [{ from: '2020-01-01', until: '2020-12-31' }], '2021-01-01', undefined],
    ['ranges without a gap', [{ from: '2020-01-01', until: '2020-12-31' }, { from: '2021-01-01' }], '2020-12-31', undefined],
    ['the day after, without a gap', [{ from: '2020-01-01', until: '2020-12-31' }, { from: '2021-01-01' }], '2021-01-01', undefined],
    ['ranges in another order', [...suspended].reverse(), '2026-01-01', 'suspended 2026-11-10'],
    ['without an end', [{ from: '2020-01-01' }], '2026-01-01', undefined],
  ])('%s', (_, ranges, day, expected) => {
    const note = forceNote(ranges, day)
    expect(note === undefined ? undefined : `${note.kind} ${note.date}`).toBe(expected)
  })

  it('goes by what was public then', () => {
    const announced: KnownRange[] = [
      { from: '2025-09-29', knownUntil: '2025-11-11' },
      { from: '2025-09-29', until: '2025-11-09', knownSince: '2025-11-12' },
      { from: '2026-11-10', knownSince: '2025-11-12' },
    ]
    expect(forceNote(announced, '2025-11-11', '2025-11-11')).toBeUndefined()
    expect(forceNote(announced, '2025-11-11', '2025-11-12')).toEqual({ kind: 'suspended', date: '2026-11-10' })
  })
})
