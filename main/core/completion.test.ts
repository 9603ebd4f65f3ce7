/**
 * No answer to a question that was not asked changes a verdict: for random cases on the whole pack that have a verdict,
 * every fact that is neither known nor asked for is given in several ways.
 */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { determineItems } from '#main/engine/determine.ts'
import type { CaseFacts, GivenFacts } from '#main/engine/facts.ts'
import { prepare } from '#main/engine/prepare.ts'
import { quickVerdicts } from '#main/engine/quick.ts'
import { compileFolder } from '#main/rules/store.ts'
import { RandomCases } from './fixtures/random-cases.ts'
import { ASSETS_FOLDER } from './folders.ts'

const CASES = 250
const COMPLETIONS = 6

const { pack } = compileFolder(join(ASSETS_FOLDER, 'rules', 'us-ear'))
const prepared = prepare(pack, '2026-09-01')
const DECIDED = ['not-subject', 'no-licence-required', 'exception-available', 'prohibited']

/** The facts of `rest` that `given` does not know and that nobody asks for. */
const unasked = (scope: string, given: GivenFacts, rest: GivenFacts, asked: ReadonlySet<string>): GivenFacts => ({
  ...Object.fromEntries(Object.entries(rest).filter(([name]) => !asked.has(`${scope}.${name}`))),
  ...given,
})

function completed(facts: CaseFacts, rest: CaseFacts, asked: ReadonlySet<string>): CaseFacts {
  const [item] = rest.items
  const [party] = rest.parties
  return {
    ...facts,
    transaction: unasked('transaction', facts.transaction, rest.transaction, asked),
    endUse: unasked('endUse', facts.endUse, rest.endUse, asked),
    case: unasked('case', facts.case, rest.case, asked),
    items: facts.items.map((own) => ({ ...own, facts: unasked('item', own.facts, item?.facts ?? {}, asked) })),
    parties: facts.parties.map((own) => ({ ...own, facts: unasked('party', own.facts, party?.facts ?? {}, asked) })),
  }
}

describe('on the whole pack', () => {
  it('a verdict never changes when facts are given that nobody asked for', () => {
    let decided = 0
    for (const [i, known] of [0.9, 0.7, 0.4].entries()) {
      const cases = new RandomCases(pack, 100 + i, { known, assumed: 0 })
      const others = new RandomCases(pack, 200 + i, { known: 1, assumed: 0 })
      for (let n = 0; n < CASES; n++) {
        const facts = cases.next()
        const findings = determineItems(prepared, facts, { possibleHits: false })
        const asked = new Set(findings.flatMap(({ open, later }) => [...open, ...later]).map(({ path }) => path))
        const before = findings.map(({ verdict }) => verdict)
        if (before.some((verdict) => DECIDED.includes(verdict))) decided++
        for (let more = 0; more < COMPLETIONS; more++) {
          const after = quickVerdicts(prepared, completed(facts, others.next(), asked), { possibleHits: false })
          before.forEach((verdict, item) => {
            if (DECIDED.includes(verdict) || verdict === 'licence-required') expect(after[item], JSON.stringify({ facts, item })).toBe(verdict)
          })
        }
      }
    }
    expect(decided).toBeGreaterThan(20)
  })
})
