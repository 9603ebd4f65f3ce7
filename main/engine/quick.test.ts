import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { determineItems } from './determine.ts'
import type { CaseFacts, GivenFacts } from './facts.ts'
import { isTrue, pack, rule, test } from './fixture.ts'
import { prepare } from './prepare.ts'
import { quickFindings, quickVerdicts } from './quick.ts'
import type { CompiledPack, Expr } from './types.ts'

const NAMES = ['p', 'q', 'r']
const SCOPES = ['item', 'party', 'content', 'owner', 'transaction']
const leaf = fc.tuple(fc.constantFrom(...SCOPES), fc.constantFrom(...NAMES)).map(([scope, name]): Expr => isTrue(`${scope}.${name}`))
const expression: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.constantFrom<Expr>(
      { kind: 'not-modelled', what: { en: 'law', zh: '法' } },
      isTrue('item.own'),
      isTrue('party.bad'),
      test('item.level', 'atLeast', 2),
      test('item.level', 'is', 3),
      test('item.n', 'atMost', 5),
      test('item.set', 'has', ['a', 'b']),
      test('item.paragraph', 'matches', ['a.1', 'b']),
      test('item.reasons', 'has', 'NS'),
      test('item.requiredBy', 'has', ['15 CFR 736.2', 'other']),
      { kind: 'test', path: 'transaction.place', operator: 'in', against: { kind: 'parameter', name: 'held' } },
      { kind: 'test', path: 'transaction.place', operator: 'in', against: { kind: 'parameter', name: 'not held' } },
      { kind: 'test', path: 'item.n', operator: 'atMost', against: { kind: 'fact', path: 'item.m', times: 2 } },
    ),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), parts: fc.array(tie('expr'), { maxLength: 3 }) }),
    tie('expr').map((part) => ({ kind: 'not' as const, part })),
    fc.record({ kind: fc.constantFrom('some' as const, 'every' as const), over: fc.constantFrom('party', 'item', 'content', 'owner'), where: tie('expr') }),
  ),
})).expr

/** Conditions that do not read the licence conclusion or what they are read by, so that nothing goes in a circle. */
const free = (barred: readonly string[]) => expression.filter((expr) => !barred.some((path) => JSON.stringify(expr).includes(`"${path}"`)))

const READ_BACK = ['item.reasons', 'item.requiredBy']
const OWN = ['item.own', 'party.bad', 'item.level']
const rulesOf = (
  path: string,
  condition: fc.Arbitrary<Expr>,
  most: number,
  thens: fc.Arbitrary<boolean | number | { notModelled: { en: string; zh: string } }>,
) =>
  fc
    .array(
      fc.tuple(
        condition,
        thens,
        fc.boolean(),
        fc.constantFrom<string[]>([], ['LVS'], ['part-740'], ['LVS (a)']),
        fc.constantFrom<string[] | undefined>(undefined, undefined, ['X']),
      ),
      { maxLength: most },
    )
    .map((made) =>
      made.map(([when, then, overrides, exceptions, eccns], i) =>
        rule(`${path}.${i}`, path, when, {
          then: typeof then === 'object' ? then : { value: then },
          overrides: overrides && i > 0 ? [`${path}.${i - 1}`] : [],
          effect: { reason: i % 2 === 0 ? 'NS' : 'MT', exceptions, policy: [], duties: [] },
          cites: [i % 2 === 0 ? '15 CFR 736.2' : 'else'],
          ...(eccns === undefined || path.startsWith('party') ? {} : { eccns }),
        }),
      ),
    )
const yes = fc.constantFrom<boolean | { notModelled: { en: string; zh: string } }>(true, true, true, { notModelled: { en: '', zh: '' } })
const either = fc.constantFrom<boolean | { notModelled: { en: string; zh: string } }>(true, true, false, { notModelled: { en: '', zh: '' } })

const law: fc.Arbitrary<CompiledPack> = fc
  .tuple(
    rulesOf('item.subject', free([...READ_BACK]), 2, either),
    rulesOf('item.licence', free(READ_BACK), 4, yes),
    rulesOf('item.prohibited', expression, 2, either),
    rulesOf('item.barred', expression, 2, either),
    rulesOf('item.exception.LVS', expression, 2, yes),
    rulesOf('item.exception.TMP', expression, 2, yes),
    rulesOf('item.own', free([...READ_BACK, ...OWN]), 2, either),
    rulesOf('party.bad', free([...READ_BACK, ...OWN]), 2, either),
    rulesOf('item.level', free([...READ_BACK, ...OWN]), 3, fc.constantFrom(1, 2, 3)),
  )
  .map(([subject, ...rest]) => {
    const base = pack([])
    const any = (path: string) => ({ path, type: 'boolean' as const, combine: 'any' as const, otherwise: false, says: { en: path, zh: path } })
    const limb = (paragraph: string, conclusion: string) => ({ paragraph, says: { en: '', zh: '' }, conclusion })
    return pack([rule('subject', 'item.subject', { kind: 'all', parts: [] }), ...subject, ...rest.flat()], {
      regime: {
        ...base.regime,
        exceptions: [
          {
            symbol: 'LVS',
            title: { en: '', zh: '' },
            cite: '',
            limbs: [limb('(a)', 'item.exception.LVS'), limb('(b)', 'item.exception.TMP')],
            duties: [],
            cautions: [],
          },
          { symbol: 'TMP', title: { en: '', zh: '' }, cite: '', limbs: [limb('', 'item.exception.TMP')], duties: [], cautions: [] },
        ],
      },
      conclusions: [
        ...base.conclusions.filter(({ path }) => !path.startsWith('item.exception')),
        any('item.exception.LVS'),
        any('item.exception.TMP'),
        any('item.own'),
        { path: 'item.level', type: 'number', combine: 'single', says: { en: '', zh: '' }, otherwise: 0 },
      ],
      parameters: [{ name: 'held', says: { en: '', zh: '' }, cites: [], versions: [{ inForce: { from: '2020-01-01' }, values: ['CN', 'RU'] }] }],
    })
  })

const state = fc.constantFrom<'known' | 'assumed'>('known', 'known', 'known', 'known', 'known', 'known', 'known', 'assumed')
const pairs = (names: Record<string, fc.Arbitrary<unknown>>) => Object.fromEntries(Object.entries(names).map(([name, value]) => [name, fc.tuple(state, value)]))
const whole = (names: Record<string, fc.Arbitrary<unknown>>) => fc.record(pairs(names))
const given = (names: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<GivenFacts> =>
  fc.oneof(whole(names), whole(names), fc.record(pairs(names), { requiredKeys: [] })).map((made) =>
    Object.fromEntries(
      Object.entries(made).map(([name, both]) => {
        const [how, value] = both as ['known' | 'assumed', boolean]
        return [name, how === 'known' ? { state: how, value } : { state: how, value, from: [{ path: `item.${name}`, of: {} }] }]
      }),
    ),
  )
const booleans = Object.fromEntries(NAMES.map((name) => [name, fc.boolean()]))
const lines = fc.option(
  fc.record({ lines: fc.array(given(booleans), { maxLength: 2 }), complete: fc.boolean() }).map(({ lines: made, complete }) => ({
    lines: made.map((facts, i) => ({ id: `${i}`, facts })),
    complete,
  })),
  { nil: undefined },
)
const items = fc.array(
  fc.tuple(
    given({
      ...booleans,
      n: fc.integer({ min: 3, max: 7 }),
      m: fc.integer({ min: 1, max: 3 }),
      eccn: fc.constantFrom('X', 'Y'),
      paragraph: fc.constantFrom('', 'a', 'a.1', 'b.2', 'c'),
      set: fc.constantFrom({ is: ['a'], maybe: [] }, { is: [], maybe: ['b'] }, { is: ['c'], maybe: 'anything' }, { is: [], maybe: [] }),
    }),
    lines,
  ),
  { minLength: 1, maxLength: 2 },
)
const parties = fc.array(fc.tuple(given(booleans), lines), { maxLength: 2 })
const facts: fc.Arbitrary<CaseFacts> = fc
  .record({ transaction: given({ ...booleans, place: fc.constantFrom('CN', 'DE') }), items, parties, partiesComplete: fc.boolean() })
  .map((made) => ({
    transaction: made.transaction,
    endUse: {},
    case: {},
    items: made.items.map(([own, content], i) => ({ id: `${i}`, facts: own, ...(content === undefined ? {} : { content }) })),
    parties: made.parties.map(([own, owners], i) => ({ name: `${i}`, facts: own, ...(owners === undefined ? {} : { owners }) })),
    partiesComplete: made.partiesComplete,
  }))

describe('the verdict without its proof', () => {
  it('is that of the proof, with the same requirements, for random law and facts', () => {
    fc.assert(
      fc.property(law, facts, fc.boolean(), (random, inputs, possibleHits) => {
        const prepared = prepare(random, '2026-01-01')
        const whole = determineItems(prepared, inputs, { possibleHits })
        expect(quickVerdicts(prepared, inputs, { possibleHits })).toEqual(whole.map(({ verdict }) => verdict))
        const applied = whole.map(({ licence, prohibited }) =>
          [...licence.parts, ...prohibited.parts]
            .filter((part) => part.applied === 'yes' && part.outcome.state === 'known' && part.outcome.value === true)
            .map(({ id }) => id)
            .sort(),
        )
        expect(quickFindings(prepared, inputs, { possibleHits }).map((one) => one.applied)).toEqual(applied)
      }),
      { numRuns: 6000 },
    )
  })
})
