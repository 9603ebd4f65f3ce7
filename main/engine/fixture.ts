/** A small invented law for the engine's own tests. */
import type { CaseFacts, GivenFacts } from './facts.ts'
import type { CompiledPack, Expr, Rule } from './types.ts'

const words = (text: string) => ({ en: text, zh: text })

export const test = (
  path: string,
  operator: 'is' | 'in' | 'has' | 'atLeast' | 'atMost' | 'exists' | 'matches',
  value: string | number | boolean | string[],
): Expr => ({
  kind: 'test',
  path,
  operator,
  against: { kind: 'literal', value },
})
export const isTrue = (path: string): Expr => test(path, 'is', true)

export function rule(id: string, concludes: string, when: Expr, more: Partial<Rule> = {}): Rule {
  return {
    id,
    concludes,
    says: words(id),
    cites: ['15 CFR 736.2'],
    inForce: [{ from: '2020-01-01' }],
    reviewed: { on: '2026-01-01', against: 'test' },
    family: 'rest',
    cautions: [],
    when,
    then: { value: true },
    overrides: [],
    notModelled: [],
    ...more,
  }
}

export function pack(rules: Rule[], more: Partial<CompiledPack> = {}): CompiledPack {
  const conclusion = (path: string, combine: 'any' | 'single' = 'any') => ({ path, type: 'boolean' as const, combine, says: words(path) })
  return {
    id: 'test',
    version: '1',
    title: words('Test law'),
    sequence: 1,
    lawAsOf: '2026-01-01',
    completeFrom: '2020-01-01',
    families: [{ id: 'rest', title: words('rest'), completeFrom: '2020-01-01' }],
    prohibitions: [],
    terms: [],
    sources: [{ id: 's', title: 'test', contentDate: '2026-01-01' }],
    regime: {
      id: 'test',
      subject: 'item.subject',
      licence: 'item.licence',
      prohibited: 'item.prohibited',
      exceptionsBarred: 'item.barred',
      policy: 'item.policy',
      duties: 'item.duties',
      requiredBy: 'item.requiredBy',
      reasons: 'item.reasons',
      exceptions: [
        {
          symbol: 'LVS',
          title: words('LVS'),
          cite: '15 CFR 740.3',
          limbs: [{ paragraph: '', says: words('LVS'), conclusion: 'item.exception.LVS' }],
          duties: [],
          cautions: [],
        },
      ],
    },
    facts: [],
    conclusions: [
      conclusion('item.subject', 'single'),
      conclusion('item.licence'),
      conclusion('item.prohibited'),
      conclusion('item.barred'),
      conclusion('item.policy'),
      conclusion('item.duties'),
      conclusion('item.exception.LVS', 'single'),
      conclusion('party.bad'),
    ],
    parameters: [],
    entries: [],
    rules,
    ...more,
  }
}

type GivenValue = boolean | number | string | string[] | undefined

export const given = (values: Record<string, GivenValue>): GivenFacts =>
  Object.fromEntries(
    Object.entries(values)
      .flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
      .map(([name, value]) => [name, { state: 'known', value: Array.isArray(value) ? { is: value, maybe: [] } : value }]),
  )

export function facts(item: Record<string, GivenValue>, parties: Record<string, GivenValue>[] = [{}]): CaseFacts {
  return {
    transaction: {},
    endUse: {},
    case: {},
    items: [{ id: '1', facts: given(item) }],
    parties: parties.map((party, i) => ({ name: `party ${i + 1}`, facts: given(party) })),
    partiesComplete: true,
  }
}
