import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { determineItems } from './determine.ts'
import { Evaluation } from './evaluate.ts'
import { facts, given, isTrue, pack, rule, test } from './fixture.ts'
import { prepare } from './prepare.ts'
import { canBecome } from './solves.ts'
import type { CompiledPack, Expr, Rule } from './types.ts'

const conclude = (rules: Rule[], item: Parameters<typeof facts>[0], parties?: Parameters<typeof facts>[1], day = '2026-01-01', path = 'item.licence') =>
  new Evaluation(prepare(pack(rules), day), facts(item, parties)).conclude(path, { item: 0 })

describe('operators over the three states', () => {
  it.each<[string, Expr, Parameters<typeof facts>[0], string | boolean]>([
    ['is, equal', test('item.a', 'is', 'X'), { a: 'X' }, true],
    ['is, other', test('item.a', 'is', 'X'), { a: 'Y' }, false],
    ['is, not given', test('item.a', 'is', 'X'), {}, 'unknown'],
    ['in, member', test('item.a', 'in', ['X', 'Y']), { a: 'Y' }, true],
    ['in, not a member', test('item.a', 'in', ['X', 'Y']), { a: 'Z' }, false],
    ['in, not given', test('item.a', 'in', ['X']), {}, 'unknown'],
    ['has, member', test('item.a', 'has', 'X'), { a: ['X'] }, true],
    ['has, one of several', test('item.a', 'has', ['X', 'Y']), { a: ['Y'] }, true],
    ['has, not a member', test('item.a', 'has', 'X'), { a: ['Y'] }, false],
    ['has, not given', test('item.a', 'has', 'X'), {}, 'unknown'],
    ['atLeast, on the limit', test('item.n', 'atLeast', 5), { n: 5 }, true],
    ['atLeast, just below', test('item.n', 'atLeast', 5), { n: 4.999 }, false],
    ['atLeast, not given', test('item.n', 'atLeast', 5), {}, 'unknown'],
    ['atMost, on the limit', test('item.n', 'atMost', 5), { n: 5 }, true],
    ['atMost, just above', test('item.n', 'atMost', 5), { n: 5.001 }, false],
    ['atMost, not given', test('item.n', 'atMost', 5), {}, 'unknown'],
    ['exists, given', test('item.a', 'exists', true), { a: 'X' }, true],
    ['exists, not given', test('item.a', 'exists', true), {}, 'unknown'],
    ['matches, the paragraph', test('item.p', 'matches', ['a.1']), { p: 'a.1' }, true],
    ['matches, below it', test('item.p', 'matches', ['a']), { p: 'a.1.b' }, true],
    ['matches, beside it', test('item.p', 'matches', ['a']), { p: 'b' }, false],
    ['matches, a longer letter is another paragraph', test('item.p', 'matches', ['a.1']), { p: 'a.10' }, false],
    ['matches, above it', test('item.p', 'matches', ['a.1']), { p: 'a' }, 'unknown'],
    ['matches, whole entry', test('item.p', 'matches', ['a']), { p: '' }, 'unknown'],
    ['matches, not given', test('item.p', 'matches', ['a']), {}, 'unknown'],
  ])('%s', (_, when, item, expected) => {
    const { outcome } = conclude([rule('r', 'item.licence', when)], item)
    expect(outcome.state === 'known' ? outcome.value : outcome.state).toBe(expected)
  })

  it('leaves a possible member of a set open', () => {
    const inputs = facts({})
    inputs.items[0] = { id: '1', facts: { a: { state: 'known', value: { is: ['Y'], maybe: ['X'] } } } }
    const evaluation = new Evaluation(
      prepare(pack([rule('r', 'item.licence', test('item.a', 'has', 'X')), rule('s', 'item.prohibited', test('item.a', 'has', 'Z'))]), '2026-01-01'),
      inputs,
    )
    expect(evaluation.conclude('item.licence', { item: 0 }).outcome.state).toBe('unknown')
    expect(evaluation.conclude('item.prohibited', { item: 0 }).outcome).toMatchObject({ state: 'known', value: false })
  })
})

describe('dates', () => {
  const dated = rule('r', 'item.licence', { kind: 'all', parts: [] }, { inForce: [{ from: '2025-09-29', until: '2025-11-09' }, { from: '2026-11-10' }] })
  it.each([
    ['2025-09-28', false],
    ['2025-09-29', true],
    ['2025-11-09', true],
    ['2025-11-10', false],
    ['2026-11-09', false],
    ['2026-11-10', true],
  ])('on %s in force: %s', (day, expected) => expect(conclude([dated], {}, undefined, day).outcome).toMatchObject({ state: 'known', value: expected }))

  it('says that a dated list is not held instead of taking it as empty', () => {
    const parameters = [{ name: 'list', says: { en: '', zh: '' }, cites: [], versions: [{ inForce: { from: '2026-06-01' }, values: ['CN'] }] }]
    const when: Expr = { kind: 'test', path: 'item.c', operator: 'in', against: { kind: 'parameter', name: 'list' } }
    const evaluate = (day: string) =>
      new Evaluation(prepare(pack([rule('r', 'item.licence', when)], { parameters }), day), facts({ c: 'CN' })).conclude('item.licence', { item: 0 })
    expect(evaluate('2026-06-01').outcome).toMatchObject({ value: true })
    expect(evaluate('2026-05-31').outcome.state).toBe('not-modelled')
  })
})

describe('overrides and conflicts', () => {
  const base = rule('base', 'item.subject', { kind: 'all', parts: [] })
  const freed = rule('freed', 'item.subject', isTrue('item.published'), { then: { value: false }, overrides: ['base'] })
  it('lets the exception win when it applies', () =>
    expect(conclude([base, freed], { published: true }, undefined, undefined, 'item.subject').outcome).toMatchObject({ value: false }))
  it('lets the rule stand when the exception does not apply', () =>
    expect(conclude([base, freed], { published: false }, undefined, undefined, 'item.subject').outcome).toMatchObject({ value: true }))
  it('is open while the exception is open', () => expect(conclude([base, freed], {}, undefined, undefined, 'item.subject').outcome.state).toBe('unknown'))
  it('reports two rules that differ with no declared order', () => {
    const other = rule('other', 'item.subject', isTrue('item.published'), { then: { value: false } })
    expect(conclude([base, other], { published: true }, undefined, undefined, 'item.subject').outcome).toMatchObject({
      state: 'conflict',
      between: ['base', 'other'],
    })
  })
  it('does not wait for a rule that would say the same', () => {
    const same = rule('same', 'item.subject', isTrue('item.other'))
    expect(conclude([base, same], {}, undefined, undefined, 'item.subject').outcome).toMatchObject({ state: 'known', value: true })
  })
  it('adds nothing to an any conclusion by a rule that only overrides, even while it is open', () => {
    const required = rule('required', 'item.licence', isTrue('item.listed'))
    const spared = rule('spared', 'item.licence', isTrue('item.spared'), { then: { value: false }, overrides: ['required'] })
    const licence = (item: Record<string, boolean>) => conclude([required, spared], item).outcome
    expect(licence({ listed: false })).toMatchObject({ state: 'known', value: false })
    expect(licence({ listed: true })).toMatchObject({ state: 'unknown' })
    expect(licence({ listed: true, spared: true })).toMatchObject({ state: 'known', value: false })
    expect(licence({ listed: true, spared: false })).toMatchObject({ state: 'known', value: true })
  })
  it('has no answer where no rule applies', () => expect(conclude([], {}, undefined, undefined, 'item.subject').outcome.state).toBe('not-modelled'))
})

describe('parties', () => {
  const listed = rule('r', 'item.licence', { kind: 'some', over: 'party', where: isTrue('party.listed') })
  it('finds one among several', () => expect(conclude([listed], {}, [{ listed: false }, { listed: true }]).outcome).toMatchObject({ value: true }))
  it('is false when none is', () => expect(conclude([listed], {}, [{ listed: false }]).outcome).toMatchObject({ value: false }))
  it('names the party whose fact is missing', () =>
    expect(conclude([listed], {}, [{ listed: false }, {}]).outcome).toMatchObject({ missing: [{ path: 'party.listed', of: { party: 'party 2' } }] }))
  it('stays open while the parties are not all named', () => {
    const inputs = { ...facts({}, [{ listed: false }]), partiesComplete: false }
    expect(new Evaluation(prepare(pack([listed]), '2026-01-01'), inputs).conclude('item.licence', { item: 0 }).outcome).toMatchObject({
      missing: [{ path: 'case.parties' }],
    })
  })
})

describe('rules of single control entries', () => {
  const row = rule('ccl', 'item.licence', test('item.eccn', 'is', '3A001'), { eccns: ['3A001'] })
  it('applies to its entry', () => expect(conclude([row], { eccn: '3A001' }).outcome).toMatchObject({ value: true }))
  it('is skipped for another', () => expect(conclude([row], { eccn: '4A003' })).toMatchObject({ outcome: { value: false }, skipped: 1 }))
  it('is open while the entry is unknown', () => expect(conclude([row], {}).outcome).toMatchObject({ missing: [{ path: 'item.eccn' }] }))
})

describe('what would settle it', () => {
  const trace = (when: Expr, item: Parameters<typeof facts>[0]) => conclude([rule('r', 'item.licence', when)], item)
  const sets = (when: Expr, item: Parameters<typeof facts>[0], value: boolean) =>
    canBecome(trace(when, item), value, () => undefined).map((set) => set.map((key) => key.split('|')[0]))
  const a = isTrue('item.a')
  const b = isTrue('item.b')
  it('needs every open part of an all to make it true', () => expect(sets({ kind: 'all', parts: [a, b] }, {}, true)).toEqual([['item.a', 'item.b']]))
  it('needs one open part of an all to make it false', () => expect(sets({ kind: 'all', parts: [a, b] }, {}, false)).toEqual([['item.a'], ['item.b']]))
  it('leaves out what is known', () => expect(sets({ kind: 'all', parts: [a, b] }, { a: true }, false)).toEqual([['item.b']]))
  it('turns with not', () => expect(sets({ kind: 'not', part: { kind: 'any', parts: [a, b] } }, {}, true)).toEqual([['item.a', 'item.b']]))
  it('finds no way through law that is not modelled', () =>
    expect(sets({ kind: 'all', parts: [{ kind: 'not-modelled', what: { en: '', zh: '' } }, a] }, {}, true)).toEqual([]))
})

const LEAVES = ['p', 'q', 'r', 's']
const expression: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...LEAVES).map((name) => isTrue(`item.${name}`)),
    fc.constantFrom(...LEAVES).map((name) => ({ kind: 'some' as const, over: 'party' as const, where: isTrue(`party.${name}`) })),
    fc.constant<Expr>({ kind: 'not-modelled', what: { en: 'law', zh: '法' } }),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), parts: fc.array(tie('expr'), { minLength: 1, maxLength: 3 }) }),
    tie('expr').map((part) => ({ kind: 'not' as const, part })),
  ),
})).expr
const partial = fc.record(Object.fromEntries(LEAVES.map((name) => [name, fc.boolean()])), { requiredKeys: [] })
const whole = fc.record(Object.fromEntries(LEAVES.map((name) => [name, fc.boolean()])))
const rules = fc.array(expression, { minLength: 1, maxLength: 4 }).chain((conditions) =>
  fc
    .record({
      values: fc.array(fc.boolean(), { minLength: conditions.length, maxLength: conditions.length }),
      overrides: fc.array(fc.boolean(), { minLength: conditions.length, maxLength: conditions.length }),
    })
    .map(({ values, overrides }) =>
      conditions.map((when, i) =>
        rule(`r${i}`, 'item.subject', when, { then: { value: values[i] ?? true }, overrides: overrides[i] && i > 0 ? [`r${i - 1}`] : [] }),
      ),
    ),
)

describe('for random law and facts', () => {
  it('a known outcome never changes under any completion of the unknowns', () => {
    fc.assert(
      fc.property(rules, partial, partial, fc.array(fc.tuple(whole, whole), { minLength: 8, maxLength: 8 }), (law, item, party, completions) => {
        const prepared = prepare(pack(law), '2026-01-01')
        const before = new Evaluation(prepared, facts(item, [party])).conclude('item.subject', { item: 0 }).outcome
        if (before.state !== 'known') return
        for (const [restItem, restParty] of completions) {
          const after = new Evaluation(prepared, facts({ ...restItem, ...item }, [{ ...restParty, ...party }])).conclude('item.subject', { item: 0 }).outcome
          expect(after).toEqual(before)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('every set that would settle it does so with some answer, and only facts it names are missing', () => {
    fc.assert(
      fc.property(expression, partial, (when, item) => {
        const law: CompiledPack = pack([rule('r', 'item.licence', when)])
        const trace = new Evaluation(prepare(law, '2026-01-01'), facts(item)).conclude('item.licence', { item: 0 })
        if (trace.outcome.state !== 'unknown') return
        const missing = new Set(trace.outcome.missing.map(({ path }) => path))
        for (const value of [true, false])
          for (const set of canBecome(trace, value, () => undefined)) for (const key of set) expect(missing.has(key.split('|')[0] ?? '')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('a permissive verdict never changes when the facts that it did not ask for are given', () => {
    fc.assert(
      fc.property(
        expression,
        expression,
        partial,
        partial,
        fc.array(fc.tuple(whole, whole), { minLength: 6, maxLength: 6 }),
        (licence, prohibited, item, party, completions) => {
          const law = pack([
            rule('s', 'item.subject', { kind: 'all', parts: [] }),
            rule('l', 'item.licence', licence, { effect: { reason: 'NS', exceptions: [], policy: [], duties: [] } }),
            rule('p', 'item.prohibited', prohibited),
          ])
          const prepared = prepare(law, '2026-01-01')
          const [before] = determineItems(prepared, facts(item, [party]), { possibleHits: false })
          if (before === undefined || before.verdict === 'needs-information' || before.verdict === 'needs-review') return
          const open = new Set([...before.open, ...before.later].map(({ path }) => path))
          for (const [restItem, restParty] of completions) {
            const unasked = (rest: Record<string, boolean>, scope: string) =>
              Object.fromEntries(Object.entries(rest).filter(([name]) => !open.has(`${scope}.${name}`)))
            const [after] = determineItems(prepared, facts({ ...unasked(restItem, 'item'), ...item }, [{ ...unasked(restParty, 'party'), ...party }]), {
              possibleHits: false,
            })
            expect(after?.verdict).toBe(before.verdict)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('asking', () => {
  it('always has something to ask while a fact is missing, and ends once everything asked is answered', () => {
    fc.assert(
      fc.property(expression, expression, whole, whole, (licence, prohibited, item, party) => {
        const law = pack([rule('s', 'item.subject', { kind: 'all', parts: [] }), rule('l', 'item.licence', licence), rule('p', 'item.prohibited', prohibited)])
        const prepared = prepare(law, '2026-01-01')
        const answered: Record<'item' | 'party', Record<string, boolean>> = { item: {}, party: {} }
        for (let step = 0; step <= 2 * LEAVES.length; step++) {
          const [finding] = determineItems(prepared, facts(answered.item, [answered.party]), { possibleHits: false })
          if (finding?.verdict !== 'needs-information') {
            const [complete] = determineItems(prepared, facts(item, [party]), { possibleHits: false })
            if (finding?.verdict !== 'licence-required') expect(complete?.verdict).toBe(finding?.verdict)
            return
          }
          const next = finding.open[0]
          expect(next).toBeDefined()
          const [scope, name] = (next?.path ?? '').split('.') as ['item' | 'party', string]
          expect(answered[scope][name]).toBeUndefined()
          answered[scope][name] = (scope === 'item' ? item : party)[name] as boolean
        }
        throw new Error('the questions never end')
      }),
      { numRuns: 1000 },
    )
  })

  it('asks for a fact only when an earlier answer has not made it needless', () => {
    const gated: Expr = { kind: 'all', parts: [isTrue('item.a'), isTrue('item.b')] }
    const law = pack([rule('s', 'item.subject', { kind: 'all', parts: [] }), rule('l', 'item.licence', gated)])
    const [finding] = determineItems(prepare(law, '2026-01-01'), facts({}), { possibleHits: false })
    expect(finding?.open.map(({ path }) => path)).toEqual(['item.a'])
    expect(finding?.later.map(({ path }) => path)).toEqual(['item.b'])
  })
})

describe('assumptions', () => {
  it('never make a verdict certain', () => {
    const law = pack([
      rule('s', 'item.subject', { kind: 'all', parts: [] }),
      rule('l', 'item.licence', isTrue('item.a')),
      rule('p', 'item.prohibited', isTrue('item.b')),
    ])
    const inputs = facts({ b: false })
    inputs.items[0] = { id: '1', facts: { ...given({ b: false }), a: { state: 'assumed', value: false, from: [{ path: 'item.a', of: { item: '1' } }] } } }
    const [finding] = determineItems(prepare(law, '2026-01-01'), inputs, { possibleHits: false })
    expect(finding?.verdict).toBe('needs-information')
    expect(finding?.open).toEqual([{ path: 'item.a', of: { item: '1' } }])
  })
})
