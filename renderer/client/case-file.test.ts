import { describe, expect, it } from 'vitest'
import { blankCase, caseId, faults, nextItemId, readCases, storable } from './case-file.ts'

describe('case files in the window', () => {
  it('begin with one item that says nothing, and can be stored', () => {
    expect(faults(blankCase('c'))).toEqual([])
  })

  it('have readable ids without letters that are mistaken for figures', () => {
    const id = caseId('2026-11-21T10:00:00Z', new Uint8Array([0, 31, 32, 255, 7]))
    expect(id).toBe('C-20261121-2Z2Z9')
  })

  it('leave out parties and owners that have no name yet', () => {
    const nameless = { role: 'bank' as const, name: ' ', owners: [], dispositions: [], facts: {} }
    const named = { ...nameless, name: 'Acme', owners: [{ name: '' }, { name: 'Holding' }] }
    const file = { ...blankCase('c'), parties: [nameless, named] }
    expect(storable(file).parties).toEqual([{ ...named, owners: [{ name: 'Holding' }] }])
    expect(faults(file)).toEqual([])
    const holders = [{ name: ' ' }, { name: 'Holding', owners: [{ name: '' }, { name: 'Top' }] }]
    expect(storable({ ...file, holders }).holders).toEqual([{ name: 'Holding', owners: [{ name: 'Top' }] }])
  })

  it('name the field that keeps them from being stored', () => {
    expect(faults({ ...blankCase('c'), asOf: '2026-02-31' })[0]?.path).toBe('asOf')
  })

  it('number new items with the first free number', () => {
    const file = blankCase('c')
    expect(nextItemId({ ...file, items: [{ ...file.items[0], id: '1' } as never, { ...file.items[0], id: '3' } as never] })).toBe('2')
  })

  it.each([
    ['one case', JSON.stringify(blankCase('a'), null, 2), ['a']],
    ['a list', JSON.stringify([blankCase('a'), blankCase('b')]), ['a', 'b']],
    ['one a line', `${JSON.stringify(blankCase('a'))}\n\n${JSON.stringify(blankCase('b'))}\n`, ['a', 'b']],
  ])('are read from %s', (_, text, ids) => {
    expect(readCases(text).map((file) => file.id)).toEqual(ids)
  })

  it.each(['', 'not json', '{"schema":"other"}', '[1]'])('are refused as %j', (text) => {
    expect(() => readCases(text)).toThrow()
  })
})
