/** A change of law against stored determinations: with real databases and real worker threads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rule } from '#main/engine/types.ts'
import type { LoadedPack } from '#main/rules/store.ts'
import { simpleCase, type TestService, testService } from './fixture.ts'
import { packImpact } from './pack-impact.ts'

let service: TestService
beforeAll(async () => {
  service = testService()
  const cases = [
    simpleCase('EAR99', 'DE', { id: 'desk' }),
    simpleCase('3A001.a.2.c', 'CN', { id: 'circuit' }),
    simpleCase('EAR99', 'CU', { id: 'cuba' }),
    simpleCase('9A515.y', 'DE', { id: 'twice' }),
  ]
  for (const file of cases) {
    await service.call('case:save', { case: file, revision: 0 })
    await service.call('case:determine', { id: file.id, lang: 'en' })
  }
  await service.call('case:determine', { id: 'twice', lang: 'en' })
})
afterAll(() => service.remove())

/** The pack in use with one rule more: every export of EAR99 items to Germany needs a licence. */
function withRule(inForce: Rule['inForce'], more: Partial<Rule> = {}): LoadedPack {
  const { loaded } = service.core
  const base = loaded.pack.rules.find(({ concludes, eccns }) => concludes === 'item.licence' && eccns === undefined) as Rule
  const rule: Rule = {
    ...base,
    id: 'test.germany',
    cites: ['15 CFR 736.2(b)(1)'],
    inForce,
    when: {
      kind: 'all',
      parts: [
        { kind: 'test', path: 'transaction.destination', operator: 'is', against: { kind: 'literal', value: 'DE' } },
        { kind: 'test', path: 'item.eccn', operator: 'is', against: { kind: 'literal', value: 'EAR99' } },
      ],
    },
    then: { value: true },
    overrides: [],
    ...more,
  }
  return { ...loaded, sha256: 'f'.repeat(64), pack: { ...loaded.pack, rules: [...loaded.pack.rules, rule] } }
}

describe('what another pack makes of the cases determined', () => {
  it('is nothing for the same pack', async () => {
    expect(await packImpact(service.core, service.core.loaded)).toMatchObject({ counts: { evaluated: 4, unchanged: 4, wrongThen: 0, differNow: 0, failed: 0 } })
  })
  it('was wrong then where the rule was in force and public', async () => {
    const report = await packImpact(service.core, withRule([{ from: '2026-01-01' }]))
    expect(report.counts).toEqual({ evaluated: 4, unchanged: 3, wrongThen: 1, differNow: 0, failed: 0 })
    expect(report.wrongThen).toMatchObject([
      { case: 'desk', before: 'no-licence-required', then: 'licence-required', clauses: [{ rule: 'test.germany', change: 'now' }] },
    ])
    expect(report.byClause).toEqual([{ rule: 'test.germany', cite: '15 CFR 736.2(b)(1)', change: 'now', cases: 1 }])
  })
  it('would differ now where the rule came later, or was published later', async () => {
    for (const inForce of [{ from: '2026-09-10' }, { from: '2026-01-01', knownSince: '2026-10-01' }]) {
      const day = 'knownSince' in inForce ? '2026-10-01' : '2026-09-15'
      const core = Object.create(service.core, { today: { value: () => day } })
      const report = await packImpact(core, withRule([inForce]))
      expect(report.counts).toMatchObject({ wrongThen: 0, differNow: 1 })
      expect(report.differNow).toMatchObject([{ case: 'desk', then: 'no-licence-required', now: 'licence-required', clauses: [{ rule: 'test.germany' }] }])
    }
  })
  it('names the clause that no longer applies', async () => {
    const { loaded } = service.core
    const without = { ...loaded, sha256: 'e'.repeat(64), pack: { ...loaded.pack, rules: loaded.pack.rules.filter(({ id }) => !id.startsWith('ear.746.2')) } }
    const report = await packImpact(service.core, without)
    expect(report.wrongThen.map(({ case: id }) => id)).toContain('cuba')
    expect(report.wrongThen.find(({ case: id }) => id === 'cuba')?.clauses[0]).toMatchObject({ change: 'no-longer', cite: expect.stringContaining('746.2') })
  })
  it('says which cases could not be evaluated, and why', async () => {
    const { loaded } = service.core
    const facts = loaded.pack.facts.filter(({ path }) => path !== 'endUse.nuclear')
    const report = await packImpact(service.core, { ...loaded, sha256: 'c'.repeat(64), pack: { ...loaded.pack, facts } })
    expect(report.counts).toMatchObject({ evaluated: 0, failed: 4 })
    expect(report.failed[0]?.why).toContain('nuclear')
  })
  it('reports progress, and ends when cancelled', async () => {
    const seen: number[] = []
    await packImpact(service.core, service.core.loaded, { onProgress: ({ done }) => seen.push(done) })
    expect(seen.at(-1)).toBe(4)
    await expect(packImpact(service.core, service.core.loaded, { signal: AbortSignal.abort() })).rejects.toThrow('cancelled')
  })
  it('runs as a job of the core with its report at the end, one at a time', async () => {
    const done = new Promise<object>((resolve) => service.onEvent((event) => event.event === 'job:done' && resolve(event)))
    const { job } = await service.call('packs:impact', { pack: '' })
    await expect(service.call('packs:impact', { pack: '' })).rejects.toThrow('busy')
    expect(await done).toMatchObject({ job, ok: true, impact: { counts: { evaluated: 4, unchanged: 4 } } })
    const cancelled = new Promise<object>((resolve) => service.onEvent((event) => event.event === 'job:done' && resolve(event)))
    const second = await service.call('packs:impact', { pack: service.core.loaded.sha256 })
    expect(await service.call('job:cancel', { id: second.job })).toEqual({ cancelled: true })
    expect(await cancelled).toMatchObject({ ok: false, code: 'cancelled' })
    await expect(service.call('packs:impact', { pack: '/no/such/pack' })).rejects.toThrow('not-found')
  })
})
