import { describe, expect, it } from 'vitest'
import type { RuleApplied, RuleTrace, Trace } from '#shared/trace/trace.ts'
import { decisiveLines } from './decisive-lines.ts'

const known = (value: boolean) => ({ state: 'known' as const, value })
const rule = (id: string, applied: RuleApplied): RuleTrace => ({
  kind: 'rule',
  id,
  applied,
  outcome: known(true),
  because: { kind: 'all', outcome: known(true), decisive: [], parts: [] },
})
const conclusion = (...parts: RuleTrace[]): Trace => ({
  kind: 'conclusion',
  path: 'item.licence',
  of: {},
  outcome: known(true),
  decisive: [0],
  parts,
  skipped: 0,
})
const words = (...ids: string[]) =>
  Object.fromEntries(ids.map((id) => [id, { says: { en: `says ${id}`, zh: `内容${id}` }, cites: [`cite ${id}`, 'and more'] }]))

describe('decisiveLines', () => {
  it('keeps what applies, is open or was overridden, and counts the rest once', () => {
    const proofs = [conclusion(rule('a', 'yes'), rule('b', 'no'), rule('c', 'undecided')), conclusion(rule('b', 'no'), rule('d', 'overridden'))]
    expect(decisiveLines('1', proofs, words('a', 'c', 'd'), 'zh')).toEqual({
      item: '1',
      lines: [
        { rule: 'a', says: '内容a', cite: 'cite a; and more', applied: 'yes' },
        { rule: 'c', says: '内容c', cite: 'cite c; and more', applied: 'undecided' },
        { rule: 'd', says: '内容d', cite: 'cite d; and more', applied: 'overridden' },
      ],
      notApplied: 1,
    })
  })

  it('names a rule without words instead of leaving it out', () => {
    expect(() => decisiveLines('1', [conclusion(rule('a', 'yes'))], {}, 'en')).toThrow(/the rule a, for which there are no words/)
  })
})
