/** The quick verdict on the whole pack: the same as that of the proof. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { determineItems } from '#main/engine/determine.ts'
import type { CaseFacts } from '#main/engine/facts.ts'
import { isKnown } from '#main/engine/outcome.ts'
import { quickFindings } from '#main/engine/quick.ts'
import { factsOfSentence, readSentences } from '#main/rules/sentences.ts'
import { caseSchema } from '#shared/domain/case.ts'
import { buildCaseFacts } from './case-facts.ts'
import { type TestService, testService } from './fixture.ts'
import { RandomCases } from './fixtures/random-cases.ts'
import { ASSETS_FOLDER } from './folders.ts'

let service: TestService
beforeAll(() => {
  service = testService()
})
afterAll(() => service.remove())

function expectSame(facts: CaseFacts, day: string, possibleHits: boolean, knownOn?: string): void {
  const prepared = service.core.days.on(day, knownOn)
  const whole = determineItems(prepared, facts, { possibleHits }).map(({ verdict, licence, prohibited }) => ({
    verdict,
    licence: isKnown(licence.outcome, true),
    applied: [...licence.parts, ...prohibited.parts]
      .filter((part) => part.applied === 'yes' && part.outcome.state === 'known' && part.outcome.value === true)
      .map(({ id }) => id)
      .sort(),
  }))
  expect(quickFindings(prepared, facts, { possibleHits }), JSON.stringify(facts)).toEqual(whole)
}

describe('the quick verdict on the whole pack', () => {
  it('is that of the proof for every built-in example', () => {
    const folder = join(ASSETS_FOLDER, 'examples')
    for (const name of readdirSync(folder)) {
      const file = caseSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      expectSame(buildCaseFacts(file, { parties: [] }, service.core.days.on('2026-09-01')), '2026-09-01', false)
    }
  })

  it('is that of the proof for every sentence beside the rules', () => {
    for (const sentence of readSentences(join(ASSETS_FOLDER, 'rules', 'us-ear'))) {
      const prepared = service.core.days.on(sentence.asOf, sentence.knownOn)
      expectSame(factsOfSentence(sentence, prepared), sentence.asOf, false, sentence.knownOn)
    }
  })

  it('is that of the proof for random cases, much or little of them known', () => {
    for (const [i, known] of [0.98, 0.9, 0.6, 0.2].entries()) {
      const cases = new RandomCases(service.core.pack, 7 + i, { known })
      for (let n = 0; n < 150; n++) expectSame(cases.next(), '2026-09-01', n % 10 === 0)
    }
  })
})
