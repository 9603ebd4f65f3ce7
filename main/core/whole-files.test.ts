/** The whole official files: every control entry to every destination, and the lists as published. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { determineItems } from '#main/engine/determine.ts'
import type { CaseFacts, GivenFacts } from '#main/engine/facts.ts'
import { isUndecided } from '#main/engine/outcome.ts'
import { quickVerdicts } from '#main/engine/quick.ts'
import { importLists } from '#main/lists/import.ts'
import { caseSchema } from '#shared/domain/case.ts'
import { evaluateCase } from './evaluate-case.ts'
import { NOTHING_KNOWN, simpleCase, type TestService, testService } from './fixture.ts'
import { hasReferenceData, referenceFile } from './reference-data.ts'

let service: TestService
const folder = mkdtempSync(join(tmpdir(), 'licet-whole-'))
beforeAll(() => {
  service = testService(folder)
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const known = (values: Record<string, string | number | boolean | string[]>): GivenFacts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { state: 'known', value: Array.isArray(value) ? { is: value, maybe: [] } : value }]))

/** Every pair gets its verdict; the proof of one pair in so many is read, and must come to the same verdict. */
const PROOF_OF_EVERY = 13

describe('every control entry to every destination', () => {
  it('has a verdict, and every open one says what it waits for', () => {
    const { core } = service
    const prepared = core.days.on('2026-09-01')
    const kinds: Record<string, string> = { A: 'commodity', B: 'commodity', C: 'commodity', D: 'software', E: 'technology' }
    const tally: Record<string, number> = {}
    const unexplained: string[] = []
    const permitted: string[] = []
    const others: string[] = []
    let onUnmodelled = 0
    let proved = 0
    let at = 0
    const claimed = (scope: string) =>
      Object.fromEntries(
        core.pack.facts.flatMap(({ path, unclaimed }): [string, string | boolean][] =>
          unclaimed !== undefined && path.startsWith(`${scope}.`) ? [[path.slice(scope.length + 1), unclaimed]] : [],
        ),
      )
    const notClaimed = { transaction: claimed('transaction'), endUse: claimed('endUse'), item: claimed('item'), party: claimed('party') }
    for (const entry of core.pack.entries) {
      for (const { code } of core.countries) {
        if (code === 'US') continue
        const facts: CaseFacts = {
          transaction: known({ ...notClaimed.transaction, kind: 'export', from: 'US', destination: code, transit: [], ...NOTHING_KNOWN.transaction }),
          endUse: known({ ...notClaimed.endUse, ...NOTHING_KNOWN.endUse }),
          case: {},
          items: [
            {
              id: '1',
              facts: known({
                ...notClaimed.item,
                eccn: entry.eccn,
                paragraph: '',
                kind: kinds[entry.group] ?? 'commodity',
                origin: 'US',
                locatedIn: 'US',
                exclusion: 'none',
                foodOrMedicine: false,
              }),
            },
          ],
          parties: [
            {
              name: 'consignee',
              facts: known({
                ...notClaimed.party,
                role: 'ultimate-consignee',
                country: code,
                headquarters: code,
                ultimateParentHeadquarters: code,
                listedOn: [],
                footnotes: [],
              }),
            },
          ],
          partiesComplete: true,
        }
        const [verdict] = quickVerdicts(prepared, facts, { possibleHits: false })
        if (verdict === undefined) continue
        tally[verdict] = (tally[verdict] ?? 0) + 1
        // A destination under embargo is never free for an item on the list.
        if (verdict === 'no-licence-required' && ['CU', 'KP', 'SY'].includes(code)) permitted.push(`${entry.eccn} to ${code}`)
        if (at++ % PROOF_OF_EVERY !== 0) continue
        const [finding] = determineItems(prepared, facts, { possibleHits: false })
        if (finding === undefined) continue
        proved++
        if (finding.verdict !== verdict) others.push(`${entry.eccn} to ${code}: ${verdict}, and ${finding.verdict} by the proof`)
        const open = [finding.subject, finding.prohibited, finding.licence].map(({ outcome }) => outcome).filter(isUndecided)
        if (open.some(({ what }) => what.length > 0)) onUnmodelled++
        const name = `${entry.eccn} to ${code}: ${finding.verdict}`
        if (finding.verdict === 'needs-information' && finding.open.length === 0) unexplained.push(name)
        if (finding.verdict === 'needs-review' && !open.some(({ what, between }) => what.length > 0 || between.length > 0)) unexplained.push(name)
      }
    }
    const pairs = Object.values(tally).reduce((sum, count) => sum + count, 0)
    process.stdout.write(
      `${pairs} pairs of control entry and destination: ${JSON.stringify(tally)}; of ${proved} proofs read ${onUnmodelled} rest on law that is not modelled\n`,
    )
    expect(pairs).toBeGreaterThan(120_000)
    expect(others).toEqual([])
    expect(unexplained).toEqual([])
    expect(permitted).toEqual([])
  })
})

describe.skipIf(!hasReferenceData())('the official lists', () => {
  it('come in whole and are found again', async () => {
    const { core } = service
    const context = { database: core.reference, now: core.timestamp(), country: core.countryLookup, assets: core.listAssets }
    const [csl] = await importLists({ ...context, files: [referenceFile('csl/consolidated-2022-04.csv.gz')] })
    expect(csl?.records).toBe(14_160)
    const ofac = await importLists({
      ...context,
      files: ['sdn', 'add', 'alt', 'sdn_comments'].map((name) => referenceFile(`ofac/2021-07/${name}.csv.gz`)),
      force: true,
      reason: 'an older set, for comparison',
    })
    expect(ofac[0]?.records).toBe(8_976)
    core.listsChanged()
    const found = (name: string, country: string) =>
      evaluateCase(core, caseSchema.parse(simpleCase('EAR99', country, { party: { name, facts: {} } })), 'en', false).answer.parties[0]
    expect(found('HUAWEI TECHNOLOGIES CO LTD', 'CN')).toMatchObject({ status: 'possible', notSearched: [] })
    expect(found('华为技术有限公司', 'CN')?.hits.some(({ list }) => list === 'EL')).toBe(true)
    const listed = simpleCase('EAR99', 'CN', { party: { name: 'Beihang University', country: 'CN', facts: {} } })
    const hits = evaluateCase(core, caseSchema.parse(listed), 'en', false).answer.parties[0]?.hits ?? []
    const dispositions = hits.map(({ list, entry, entryHash, matched }) => ({
      list,
      entry,
      entryHash,
      decision: /beihang/i.test(matched) ? ('same-party' as const) : ('not-the-same' as const),
      reason: 'compared',
    }))
    const decided = simpleCase('EAR99', 'CN', { party: { name: 'Beihang University', facts: {}, dispositions } })
    const answer = evaluateCase(core, caseSchema.parse(decided), 'en', false).answer
    expect(answer.outcome).toBe('licence-required')
    expect(answer.items[0]?.requirements.map(({ rule }) => rule)).toContain('ear.744.11.a')
    expect(found('Mustermann Feinmechanik GmbH', 'DE')).toMatchObject({ status: 'clear', notSearched: [] })
  })
})
