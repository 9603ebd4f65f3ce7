import { describe, expect, it } from 'vitest'
import type { Outcome, RuleTrace, Trace } from '#shared/trace/trace.ts'
import { branches, conclusionsOf, markOf, outlineOf, readingOrder, rowsOf } from './outline.ts'

const known = (value: boolean): Outcome<boolean> => ({ state: 'known', value })
const unknown: Outcome<boolean> = { state: 'unknown', missing: [], what: [], between: [] }
const test = (path: string, outcome: Outcome<boolean>): Trace => ({
  kind: 'test',
  ref: { path, of: { item: '1' } },
  operator: 'is',
  against: true,
  found: outcome,
  outcome,
})
const rule = (id: string, applied: RuleTrace['applied'], because: Trace): RuleTrace => ({
  kind: 'rule',
  id,
  applied,
  outcome: known(applied === 'yes'),
  because,
})
const conclusion = (path: string, outcome: Outcome, parts: RuleTrace[], decisive: number[]): Trace => ({
  kind: 'conclusion',
  path,
  of: { item: '1' },
  outcome,
  parts,
  decisive,
  skipped: 0,
})
const none: ReadonlySet<string> = new Set()
const keys = (trace: Trace, all: Trace[] = []) => rowsOf(outlineOf(trace, conclusionsOf(all)), none, none).map((row) => row.key)

describe('the outline of a proof', () => {
  const all: Trace = { kind: 'all', outcome: known(false), decisive: [1], parts: [test('item.a', known(true)), test('item.b', known(false))] }
  const licence = conclusion('item.licence', known(true), [rule('r1', 'no', all), rule('r2', 'yes', test('item.c', known(true)))], [1])

  it('opens the decisive line and folds the rest into one row', () => {
    expect(keys(licence)).toEqual(['0', '0.1', '0.1.0', '0+'])
  })

  it('shows what was folded when it is asked for', () => {
    const rows = rowsOf(outlineOf(licence), none, new Set(['0']))
    expect(rows.map((row) => row.key)).toEqual(['0', '0.0', '0.1', '0.1.0'])
    expect(rows[1]).toMatchObject({ open: false, parent: '0' })
  })

  it('says in one row what does not hold', () => {
    expect(keys(conclusion('item.prohibited', known(false), [rule('r1', 'no', all)], [0]))).toEqual(['0'])
  })

  it('stays open where something is unknown', () => {
    expect(keys(conclusion('item.prohibited', unknown, [rule('r1', 'undecided', test('item.b', unknown))], [0]))).toEqual(['0', '0.0', '0.0.0'])
  })

  it('passes over conditions of one part', () => {
    const hollow: Trace = {
      kind: 'any',
      outcome: known(true),
      decisive: [0],
      parts: [{ kind: 'all', outcome: known(true), decisive: [0], parts: [test('item.c', known(true))] }],
    }
    expect(outlineOf(hollow).trace.kind).toBe('test')
  })

  it('goes on with the conclusion that a test rests on, and never inside itself', () => {
    const subject = conclusion('item.subject', known(true), [rule('s', 'yes', test('item.licence', known(true)))], [0])
    const circle = conclusion('item.licence', known(true), [rule('r', 'yes', test('item.subject', known(true)))], [0])
    const found = outlineOf(subject, conclusionsOf([subject, circle]))
    expect(branches(found).map((node) => node.trace.kind)).toEqual(['conclusion', 'rule', 'test', 'conclusion', 'rule'])
  })

  it('puts what holds or is open before what does not hold', () => {
    const no = conclusion('item.a', known(false), [], [])
    const value = conclusion('item.b', { state: 'known', value: 5 }, [], [])
    const open = conclusion('item.c', unknown, [], [])
    expect(readingOrder([value, no, open, licence])).toEqual([open, licence, no, value])
  })

  it('marks truth, values and every kind of not knowing', () => {
    expect(markOf(known(true))).toBe('yes')
    expect(markOf(known(false))).toBe('no')
    expect(markOf({ state: 'known', value: 'CN' })).toBe('value')
    expect(markOf({ state: 'assumed', value: true, from: [] })).toBe('assumed')
    expect(markOf(unknown)).toBe('unknown')
  })
})
