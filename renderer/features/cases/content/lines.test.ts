import { describe, expect, it } from 'vitest'
import type { ContentLine } from '#shared/domain/case.ts'
import type { ContentAnswer, ContentGroup } from '#shared/domain/determination.ts'
import { compareDecimal, linesAsCsv, rowsOf, shownRows, withLines } from './lines.ts'

const LINES: ContentLine[] = [
  { description: 'Converter', eccn: '3A001.a', origin: 'US', value: '9.5' },
  { part: 'B-7', description: 'Bolt', eccn: 'EAR99', origin: 'US', value: '10' },
  { description: 'Case', origin: 'JP' },
]
const group = (state: ContentGroup['state'], ...lines: number[]) => ({ state, lines, says: state, cites: [], kind: 'commodity' }) as unknown as ContentGroup
const ANSWER = { lines: 3, groups: [group('free', 2), group('controlled', 1), group('foreign', 3)] } as unknown as ContentAnswer
const rows = rowsOf(LINES, ANSWER)
const numbers = (filter: Partial<Parameters<typeof shownRows>[1]>) =>
  shownRows(rows, { search: '', state: '', sort: 'number', ...filter }).map(({ number }) => number)

describe('the rows', () => {
  it('have the state of their group', () => expect(rows.map(({ group: of }) => of?.state)).toEqual(['controlled', 'free', 'foreign']))
  it('have none while the answer is about other lines', () => expect(rowsOf(LINES.slice(1), ANSWER).every(({ group: of }) => of === undefined)).toBe(true))
  it.each([
    ['a word', { search: 'bolt' }, [2]],
    ['a part number', { search: 'b-7' }, [2]],
    ['an origin', { search: 'jp' }, [3]],
    ['a state', { state: 'controlled' as const }, [1]],
    ['value, largest first, without a value last', { sort: 'value' as const }, [2, 1, 3]],
    ['state', { sort: 'state' as const }, [1, 2, 3]],
    ['entry', { sort: 'eccn' as const }, [3, 1, 2]],
  ])('are found and sorted by %s', (_, filter, expected) => expect(numbers(filter)).toEqual(expected))
  it('compares amounts as numbers', () => {
    expect(compareDecimal('9.5', '10')).toBeLessThan(0)
    expect(compareDecimal('010.50', '10.5')).toBe(0)
    expect(compareDecimal('0.10', '0.09')).toBeGreaterThan(0)
  })
})

describe('as CSV', () => {
  it('holds no formula', () => expect(linesAsCsv([{ number: 1, line: { description: '=1+1' }, group: undefined }])).toContain(`"'=1+1"`))
  it('says state and reason', () => expect(linesAsCsv(rows).split('\r\n')[1]).toBe('1,,Converter,3A001.a,commodity,US,,9.5,,controlled,controlled,'))
})

describe('lines and stated facts', () => {
  it('take the place of a share stated by hand', () => {
    const item = { id: '1', description: '', facts: { controlledShare: 5, usContent: false, other: true }, content: [] }
    expect(withLines(item, LINES).facts).toEqual({ other: true })
    expect(withLines(item, []).facts).toEqual(item.facts)
  })
})
