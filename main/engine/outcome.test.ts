import { describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/trace/trace.ts'
import { combine, known, negate, notModelled, unknown } from './outcome.ts'

const ref = { path: 'item.x', of: {} }
const T = known(true)
const F = known(false)
const U = unknown(ref) as Outcome<boolean>
const N = notModelled({ en: 'n', zh: 'n' }) as Outcome<boolean>
const AT: Outcome<boolean> = { state: 'assumed', value: true, from: [ref] }
const AF: Outcome<boolean> = { state: 'assumed', value: false, from: [ref] }

const show = (outcome: Outcome<boolean>) => (outcome.state === 'known' || outcome.state === 'assumed' ? `${outcome.state} ${outcome.value}` : outcome.state)

describe('all', () => {
  it.each<[string, Outcome<boolean>[], string, number[]]>([
    ['nothing', [], 'known true', []],
    ['true, true', [T, T], 'known true', [0, 1]],
    ['true, false', [T, F], 'known false', [1]],
    ['unknown, false: only a known false ends it', [U, F], 'known false', [1]],
    ['unknown, true', [U, T], 'unknown', [0]],
    ['not modelled, true', [N, T], 'not-modelled', [0]],
    ['not modelled, unknown: what can be asked comes first', [N, U], 'unknown', [0, 1]],
    ['assumed false, unknown: an assumption ends nothing', [AF, U], 'unknown', [1]],
    ['assumed false, true', [AF, T], 'assumed false', [0]],
    ['assumed true, true', [AT, T], 'assumed true', [0]],
    ['assumed true, false', [AT, F], 'known false', [1]],
  ])('%s', (_, parts, expected, decisive) => {
    const combined = combine(parts, false)
    expect(show(combined.outcome)).toBe(expected)
    expect(combined.decisive).toEqual(decisive)
  })
})

describe('any', () => {
  it.each<[string, Outcome<boolean>[], string, number[]]>([
    ['nothing', [], 'known false', []],
    ['false, true', [F, T], 'known true', [1]],
    ['false, false', [F, F], 'known false', [0, 1]],
    ['unknown, true: only a known true ends it', [U, T], 'known true', [1]],
    ['unknown, false', [U, F], 'unknown', [0]],
    ['not modelled, false', [N, F], 'not-modelled', [0]],
    ['assumed true, unknown: an assumption ends nothing', [AT, U], 'unknown', [1]],
    ['assumed true, false', [AT, F], 'assumed true', [0]],
    ['assumed false, false', [AF, F], 'assumed false', [0]],
  ])('%s', (_, parts, expected, decisive) => {
    const combined = combine(parts, true)
    expect(show(combined.outcome)).toBe(expected)
    expect(combined.decisive).toEqual(decisive)
  })
})

describe('not', () => {
  it.each<[Outcome<boolean>, string]>([
    [T, 'known false'],
    [F, 'known true'],
    [AT, 'assumed false'],
    [U, 'unknown'],
    [N, 'not-modelled'],
  ])('turns %o', (outcome, expected) => expect(show(negate(outcome))).toBe(expected))
})

describe('merging', () => {
  it('names each missing fact once', () => {
    const outcome = combine([U, U, unknown({ path: 'item.y', of: {} }) as Outcome<boolean>], false).outcome
    expect(outcome).toMatchObject({ missing: [ref, { path: 'item.y' }] })
  })
})
