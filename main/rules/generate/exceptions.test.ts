import { describe, expect, it } from 'vitest'
import { digest, readLvs, readOpen } from './exceptions.ts'
import type { Row } from './rows.ts'

const rows: Row[] = [
  { id: 'mt-1', reason: 'MT', scope: { in: ['b'] }, requires: 'MT 1' },
  { id: 'np-1', reason: 'NP', scope: 'all', requires: 'NP 1' },
]

describe('LVS lines', () => {
  it.each(['$1500', '$1,500', '$1500.'])('reads %s as one limit for the whole entry', (line) =>
    expect(readLvs('1A101', line, rows, [])).toEqual([{ usd: 1500, scope: 'all' }]),
  )
  it('keeps N/A apart from a line that is not there', () => {
    expect(readLvs('1A101', 'N/A', rows, [])).toEqual([])
    expect(readLvs('1A101', undefined, rows, [])).toBeUndefined()
  })
  it('never takes an amount with conditions for a plain one', () => expect(readLvs('1A101', '$500 for:', rows, [])?.[0]?.scope).toHaveProperty('notModelled'))
  it('leaves out what the rows control for a reason', () => {
    const reading = { eccn: '1A101', of: digest('$900, N/A for MT'), lines: [{ usd: 900, notFor: ['MT'], scope: 'all' as const }] }
    expect(readLvs('1A101', '$900, N/A for MT', rows, [reading])).toEqual([{ usd: 900, scope: { when: { not: { fact: 'item.paragraph', matches: ['b'] } } } }])
  })
  it('drops a reading when the words have changed', () => {
    const reading = { eccn: '1A101', of: digest('$900 for .a'), lines: [{ usd: 900, scope: { in: ['a'] } }] }
    expect(readLvs('1A101', '$900 for .a and .c', rows, [reading])).toEqual([{ usd: 900, scope: { notModelled: expect.anything() } }])
  })
})

describe('GBS and TSR lines', () => {
  it('reads yes, N/A and nothing', () => {
    expect(readOpen('1A101', 'Yes', rows, [])).toEqual([{ scope: 'all' }])
    expect(readOpen('1A101', 'N/A', rows, [])).toEqual([])
    expect(readOpen('1A101', undefined, rows, [])).toBeUndefined()
  })
  it('restores a line that the source lost', () => {
    const reading = { eccn: '1A101', of: 'none', lines: [{ scope: { in: ['a'] }, notFor: ['NP'] }] }
    expect(readOpen('1A101', undefined, rows, [reading])).toEqual([{ scope: { in: ['a'], when: { not: { all: [] } } } }])
  })
})
