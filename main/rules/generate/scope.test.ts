import { describe, expect, it } from 'vitest'
import type { Scope } from './rows.ts'
import { plain, readScope, type Trees } from './scope.ts'

const trees: Trees = new Map([
  ['1A101', ['a', 'a.1', 'a.2', 'a.3', 'b', 'c', 'x', 'y']],
  ['1A102', []],
  ['1A105', ['a']],
  ['1B201', ['a', 'b']],
  ['1D301', ['a', 'y']],
])
const scopeOf = (cell: string, eccn = '1A101'): Scope | undefined => readScope(cell, eccn, trees)?.scope
const serves = (...matches: string[]) => ({ fact: 'item.forEccn', matches })

describe('scope cells', () => {
  it.each<[string, Scope]>([
    ['NS applies to entire entry', 'all'],
    ['NS applies to the entire entry.', 'all'],
    ['RS applies entire entry', 'all'],
    ['Russian industry sector sanctions apply to entire entry', 'all'],
    ['NS applies to entire entry, except 1A101.y', { except: ['y'] }],
    ['NS applies to entire entry except .b, .x, and .y', { except: ['b', 'x', 'y'] }],
    ['NS applies to entire entry except 1A101.b and y', { except: ['b', 'y'] }],
    ['RS applies 1A101.y', { in: ['y'] }],
    ['RS apply to 1A101.b', { in: ['b'] }],
    ['NS applies to paragraphs .a and .c of this entry', { in: ['a', 'c'] }],
    ['RS applies to paragraph c', { in: ['c'] }],
    ['NP applies to 1A101.a.3 only', { in: ['a.3'] }],
    ['RS applies to items controlled by 1A101.a.1', { in: ['a.1'] }],
    ['NS applies to 1A101.a.1 to a.3, b', { in: ['a.1', 'a.2', 'a.3', 'b'] }],
    ['NS applies to 1A101.a.1 through .a.3, .c', { in: ['a.1', 'a.2', 'a.3', 'c'] }],
    ['NS applies to 1A101.k to n, p.2', { in: ['k', 'l', 'm', 'n', 'p.2'] }],
    ['NS applies to 1A101 .a, .b', { in: ['a', 'b'] }],
    ['NS applies to 1A101.a .and .x', { in: ['a', 'x'] }],
    ['RS applies to “software” controlled by 1D301.a', { in: ['a'] }],
  ])('%s', (cell, scope) => expect(scopeOf(cell, cell.includes('1D301') ? '1D301' : '1A101')).toEqual(scope))

  it('keeps a range whole although the tree has gaps', () =>
    expect(scopeOf('SI applies to 1A101.a.1 through a.5')).toEqual({ in: ['a.1', 'a.2', 'a.3', 'a.4', 'a.5'] }))
})

describe('scope cells on what the item serves', () => {
  it.each<[string, Scope]>([
    ['NS applies to “software” for equipment controlled by 1A101 or 1B201', { when: serves('1A101', '1B201') }],
    ['NS applies to “technology” for items controlled by 1A101 to 1A105', { when: serves('1A101', '1A102', '1A105') }],
    ['RS applies to “software” for commodities controlled by 1A101.a.1, c', { when: serves('1A101.a.1', '1A101.c') }],
    ['RS applies to technology for equipment controlled in 1A101.b', { when: serves('1A101.b') }],
    ['MT applies to “technology” for items controlled by 1A101 for MT reasons', { when: { all: [serves('1A101'), { fact: 'item.forReasons', has: 'MT' }] } }],
  ])('%s', (cell, scope) => expect(scopeOf(cell, '1D301')).toEqual(scope))
})

describe('what is not read', () => {
  it.each([
    'NP applies to 1A101.a in the form of tubes',
    'MT applies to items that meet or exceed the parameters of 1A105',
    'NS applies to entire entry, except “software” for 1A101.a',
    'RS applies to 1A101.y, except to Russia for a space station',
    'NS applies to 1A101.b (except .b.5), .c',
    'RS applies to 1B201.a',
  ])('%s stays unread, with its reason', (cell) => {
    const read = readScope(cell, '1A101', trees)
    expect(read?.reason).toMatch(/^[A-Z]{2}$/)
    expect(read?.scope).toBeUndefined()
  })

  it('refuses a cell without a reason for control', () => expect(readScope('Entire entry', '1A101', trees)).toBeUndefined())
})

describe('plain text of a cell', () => {
  it('closes up designators and drops quotation marks', () =>
    expect(plain('“Software” for 1A101 .g, 8A620. b and z. 1.b.')).toBe('Software for 1A101.g, 8A620.b and z.1.b'))
})
