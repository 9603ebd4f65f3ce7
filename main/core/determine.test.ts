import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MATCHER, THRESHOLD } from '#main/screening/screen.ts'
import type { CaseInput } from '#shared/domain/case.ts'
import { caseSchema } from '#shared/domain/case.ts'
import { InputError } from '#shared/text/errors.ts'
import { parseCase } from './determine.ts'
import { evaluateAgain, evaluateCase, replay } from './evaluate-case.ts'
import { NOTHING_KNOWN, simpleCase, type TestService, testService } from './fixture.ts'
import { PackDays } from './pack-days.ts'
import { EVERY_HIT } from './screen-parties.ts'

let service: TestService
beforeAll(() => {
  service = testService()
})
afterAll(() => service.remove())

const determine = (input: CaseInput) => evaluateCase(service.core, caseSchema.parse(input), 'en', false)
const outcome = (input: CaseInput) => determine(input).answer.outcome
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof InputError) return error.detail
    throw error
  }
  throw new Error('nothing was refused')
}

type Party = NonNullable<CaseInput['parties']>[number]
const ENTITY_LIST_OWNERS = { ownerLists: ['EL'], ownerEntityListScope: 'all' }

describe('what a determination keeps', () => {
  it('is how its parties were screened', () => {
    expect(determine(simpleCase('EAR99', 'DE')).evaluated.screening).toEqual({ matcher: MATCHER, threshold: THRESHOLD, top: EVERY_HIT })
  })
})

describe('verdicts on whole cases', () => {
  it.each<[string, CaseInput, string]>([
    ['EAR99 to Germany', simpleCase('EAR99', 'DE'), 'no-licence-required'],
    ['an NS 2 circuit to China', simpleCase('3A001.a.2.c', 'CN'), 'licence-required'],
    ['the same to Hong Kong, which has no row and goes with China', simpleCase('3A001.a.2.c', 'HK'), 'licence-required'],
    ['the same to India, in A:1', simpleCase('3A001.a.2.c', 'IN'), 'no-licence-required'],
    ['the same to a place that the chart does not know', simpleCase('3A001.a.2.c', 'GL'), 'needs-review'],
    ['an advanced chip to the United Kingdom: worldwide', simpleCase('3A090.a', 'GB'), 'licence-required'],
    ['EAR99 to Cuba', simpleCase('EAR99', 'CU'), 'licence-required'],
    ['EAR99 to North Korea', simpleCase('EAR99', 'KP'), 'licence-required'],
    ['EAR99 to Syria: SPP is open, its bars are not answered', simpleCase('EAR99', 'SY'), 'needs-information'],
    ['an entry that only points to the ITAR', simpleCase('9A005', 'DE'), 'needs-review'],
    ['a denied person', simpleCase('EAR99', 'DE', { party: { facts: { listed: [{ list: 'DPL' }] } } }), 'prohibited'],
    [
      'an Entity List party, entry for all items',
      simpleCase('EAR99', 'DE', { party: { facts: { listed: [{ list: 'EL', footnotes: [] }], entityListScope: 'all' } } }),
      'licence-required',
    ],
    [
      'an Unverified List party without the statement',
      simpleCase('EAR99', 'TR', { party: { facts: { listed: [{ list: 'UVL' }], uvlStatement: false } } }),
      'prohibited',
    ],
    [
      'an Unverified List party with the statement',
      simpleCase('EAR99', 'TR', { party: { facts: { listed: [{ list: 'UVL' }], uvlStatement: true } } }),
      'no-licence-required',
    ],
    ['a party that nobody has screened against complete lists', simpleCase('EAR99', 'DE', { party: { facts: {} } }), 'needs-information'],
    [
      'a foreign-made item abroad: its content and how it was made are to be asked',
      simpleCase('EAR99', 'DE', { item: { origin: 'JP', locatedIn: 'JP' } }),
      'needs-information',
    ],
  ])('%s: %s', (_, input, expected) => {
    const adjusted = input.items[0]?.locatedIn === 'JP' ? { ...input, transaction: { ...input.transaction, kind: 'reexport' as const, from: 'JP' } } : input
    expect(outcome(adjusted)).toBe(expected)
  })

  it('never permits while a hit is undecided', () => {
    const { answer } = determine(simpleCase('EAR99', 'DE', { party: { name: 'Huawei Technologies Co Ltd', facts: { listed: [] } } }))
    expect(answer.parties[0]).toMatchObject({ status: 'possible' })
    expect(answer.outcome).toBe('needs-information')
  })

  it('permits once the hits are decided for this very listing, and not when the listing has changed', () => {
    const name = 'Huawei Technologies Co Ltd'
    const { hits } = determine(simpleCase('EAR99', 'DE', { party: { name } })).answer.parties[0] as {
      hits: { list: string; entry: string; entryHash: string }[]
    }
    const dispositions = (entryHash: (hash: string) => string) =>
      hits.map(({ list, entry, entryHash: hash }) => ({
        list,
        entry,
        entryHash: entryHash(hash),
        decision: 'not-the-same' as const,
        reason: 'another company of a like name',
      }))
    const decided = (change: (hash: string) => string) =>
      outcome(simpleCase('EAR99', 'DE', { party: { name, facts: { listed: [] }, dispositions: dispositions(change) } }))
    expect(decided((hash) => hash)).toBe('no-licence-required')
    expect(decided(() => 'the hash of an older version')).toBe('needs-information')
  })

  it('puts items together to the most restrictive verdict that is certain', () => {
    const input = simpleCase('EAR99', 'CN')
    const [first] = input.items
    const { answer } = determine({
      ...input,
      items: [{ ...(first as object), id: '1' } as never, { id: '2', kind: 'commodity', eccn: '3A090.a', origin: 'US', locatedIn: 'US' }],
    })
    expect(answer.items.map(({ outcome: one }) => one)).toEqual(['no-licence-required', 'licence-required'])
    expect(answer.outcome).toBe('licence-required')
    expect(answer.says).toBe('Licence required for 1 of 2 items.')
  })

  it('does not apply today’s law to a day before the pack', () => {
    const { answer } = determine(simpleCase('EAR99', 'DE', { asOf: '2026-07-22' }))
    expect(answer.outcome).toBe('needs-review')
    expect(answer.notModelled[0]?.says).toContain('2026-07-23')
  })

  it('names the part of the law that begins later, in both languages', () => {
    const { answer } = determine(simpleCase('3A001.a.2.c', 'CN', { asOf: '2026-07-22' }))
    expect(answer.notModelled.map(({ says }) => says)).toContain(
      'The pack holds the Commerce Control List and the Country Chart in full only from 2026-07-23; this case is earlier and needs a person.',
    )
    const { answer: zh } = evaluateCase(service.core, caseSchema.parse(simpleCase('3A001.a.2.c', 'CN', { asOf: '2026-07-22' })), 'zh', false)
    expect(zh.notModelled.map(({ says }) => says).join()).toContain('《商业管制清单》和《商业国家表》')
    const { answer: ear99 } = determine(simpleCase('EAR99', 'DE', { asOf: '2026-07-22' }))
    expect(ear99.notModelled.map(({ says }) => says).join()).not.toContain('Commerce Control List')
  })

  it('warns of a suspension, of its end and of a near end, where the rule is not certainly without effect', () => {
    const owned = (share: number | undefined, asOf: string) =>
      determine(
        simpleCase('EAR99', 'DE', {
          asOf,
          party: { facts: { listed: [], ...(share === undefined ? {} : { ...ENTITY_LIST_OWNERS, listedOwnersShare: share }) } },
        }),
      ).answer.warnings.filter((line) => line.includes('15 CFR 744.11(a)(1)'))
    expect(owned(50, '2026-09-01').join()).toContain('in force again from 2026-11-10')
    expect(owned(undefined, '2026-09-01').join()).toContain('2026-11-10')
    expect(owned(49.9, '2026-09-01')).toEqual([])
    expect(owned(50, '2026-11-10').join()).toContain('confirm the status')
    expect(owned(50, '2027-11-11')).toEqual([])
  })

  it('asks a United States person for a licence though the item is not subject, and names that requirement alone', () => {
    const none = { usContent: false, directProductOf: [], directProductOfUsOrigin: [], plantProductOf: [], containsPlantProductOf: [], madeWithEncItems: false }
    const more = { directProductOfAssured: false, plantOfAssuredTechnology: false, sourceServesEquipment: false, militaryCommodity: false, computer: false }
    const abroad = { origin: 'NL', locatedIn: 'CN', facts: { ...none, ...more, containsUsCircuit: false, listedInSupplement6: false } }
    const base = simpleCase('3B001.c.1.a', 'CN', { item: abroad, party: { facts: { listed: [] } } })
    const act = { usPersonSupport: true, advancedNodeIc: 'advanced', facilityOfTiedEntity: true, servesFootnotes: [], incorporatedForFootnote5: false }
    const downstream = {
      russianDownstream: false,
      supercomputerInChina: false,
      iranDownstream: false,
      advancedNodeFacilityEntity: false,
      advancedNodeProduction: false,
    }
    const support = (facts: Record<string, boolean>) =>
      determine({
        ...base,
        transaction: {
          ...base.transaction,
          kind: 'transfer-in-country',
          from: 'CN',
          endUse: { facts: { ...base.transaction.endUse?.facts, ...act, ...downstream, ...facts } },
        },
        facts: { 'transaction.governmentOfIran': false },
      }).answer
    const answer = support({})
    expect([answer.outcome, [...new Set(answer.items[0]?.requirements.map(({ reason }) => reason))], answer.items[0]?.policy.map(({ code }) => code)]).toEqual([
      'licence-required',
      ['GP7'],
      ['presumption-of-denial'],
    ])
    expect(support({ naturalPersonOfAlliedEmployer: true }).outcome).toBe('not-subject')
  })

  it('adds up the owners that a case names, and refuses to hear the sum twice', () => {
    const listed = (share: number) => ({ name: 'Listed Holding', share, facts: { listed: [{ list: 'EL', footnotes: [5] }], entityListScope: 'all' } })
    const other = (share: number) => ({ name: 'Family', share, facts: { listed: [], restrictedThrough: [] } })
    const party = (owners: Party['owners'], facts: Party['facts'] = {}) =>
      simpleCase('EAR99', 'DE', { asOf: '2026-11-21', party: { owners, facts: { listed: [], ...facts } } })
    expect(outcome(party([listed(50), other(50)]))).toBe('licence-required')
    expect(outcome(party([listed(49.9), other(50.1)]))).toBe('no-licence-required')
    expect(outcome(party([listed(49.9)]))).toBe('needs-information')
    expect(outcome(party([listed(49.9)], { ownersComplete: true }))).toBe('no-licence-required')
    expect(outcome(party([other(40), { name: 'Unknown Fund', share: 60 }]))).toBe('needs-information')
    expect(() => outcome(party([listed(50), other(50)], { listedOwnersShare: 0 }))).toThrow('it follows from the owners that are named')
    expect(() => outcome(party([listed(60), other(50)]))).toThrow('add up to 110 percent')
    expect(() => outcome(party([listed(60)], { ownersComplete: 'yes' }))).toThrow('expected true or false')
  })

  it('goes by the law as it was public on the day of the evaluation', () => {
    const { pack } = service.core
    const rules = pack.rules.map((rule) => (rule.id === 'ear.744.11.a.1' ? { ...rule, inForce: [{ from: '2025-09-29', knownSince: '2026-09-16' }] } : rule))
    const days = new PackDays({ ...service.core.loaded, pack: { ...pack, rules } })
    const file = caseSchema.parse(simpleCase('EAR99', 'DE', { party: { facts: { listed: [], ...ENTITY_LIST_OWNERS, listedOwnersShare: 50 } } }))
    const { evaluated } = evaluateCase(service.core, file, 'en', false)
    const outcomeOn = (today: string) => evaluateAgain({ ...evaluated, today }, days, 'en').answer.outcome
    expect([outcomeOn('2026-09-15'), outcomeOn('2026-09-16')]).toEqual(['no-licence-required', 'licence-required'])
  })

  it('shows an assumption and does not build on it', () => {
    const input = simpleCase('EAR99', 'DE')
    const assumed = {
      ...input,
      transaction: { ...input.transaction, endUse: { facts: { ...input.transaction.endUse?.facts, chemicalBiological: { assume: false } } } },
    }
    const { answer } = determine(assumed)
    expect(answer.outcome).toBe('needs-information')
    expect(answer.assumptions).toEqual([{ fact: 'endUse.chemicalBiological', of: {}, value: 'no' }])
    expect(answer.questions.map(({ fact, assumed: is }) => [fact, is])).toEqual([['endUse.chemicalBiological', true]])
  })
})

describe('the answer', () => {
  it('has the same bytes for the same case', () => {
    const input = simpleCase('3A090.a', 'CN')
    expect(JSON.stringify(determine(input).answer)).toBe(JSON.stringify(determine(input).answer))
  })
  it('names requirement, column, citation and the hashes of what it read', () => {
    const { answer } = determine(simpleCase('3A001.a.2.c', 'CN'))
    expect(answer.items[0]?.requirements[0]).toMatchObject({ rule: 'ear.ccl.3A001.ns-2', reason: 'NS', column: 'NS 2' })
    expect(answer.items[0]?.requirements[0]?.cite).toContain('Supp. No. 1 to part 738')
    expect(answer.packs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(answer.factsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(answer.lists.length).toBeGreaterThan(0)
  })
  it('says in Chinese what it says in English, on the same proof', () => {
    const file = caseSchema.parse(simpleCase('3A090.a', 'CN'))
    const [en, zh] = [evaluateCase(service.core, file, 'en', false).answer, evaluateCase(service.core, file, 'zh', false).answer]
    expect(zh.proofHash).toBe(en.proofHash)
    expect(zh.factsHash).toBe(en.factsHash)
    expect(zh.says).toBe('须申请许可。')
    expect(zh.items[0]?.requirements.map(({ rule }) => rule)).toEqual(en.items[0]?.requirements.map(({ rule }) => rule))
  })
  it('lists the questions that it did not ask, each with the reason', () => {
    const { answer } = determine(simpleCase('EAR99', 'DE'))
    expect(answer.notAsked.length).toBeGreaterThan(5)
    expect(answer.notAsked.every(({ why }) => why.length > 0)).toBe(true)
    const asked = new Set(answer.questions.map(({ fact, of }) => JSON.stringify([fact, of])))
    expect(answer.notAsked.filter(({ fact, of }) => asked.has(JSON.stringify([fact, of])))).toEqual([])
  })
  it('says of each party, and not of the case, which relief was not claimed for it', () => {
    const file = simpleCase('EAR99', 'DE')
    const broker = { role: 'intermediate-consignee' as const, name: 'Broker', facts: { listed: [], unitedStatesEntity: true } }
    const { answer } = determine({ ...file, parties: [...(file.parties ?? []), broker] })
    const notClaimed = answer.notAsked.filter(({ why }) => why.startsWith('Relief of this kind was not claimed'))
    const ofParties = notClaimed.filter(({ fact }) => fact.startsWith('party.')).map(({ fact, of }) => `${fact} ${JSON.stringify(of)}`)
    expect(ofParties).toContain('party.unitedStatesEntity {"party":"Harmless Trading"}')
    expect(ofParties).toContain('party.outsideDenialOrder {"party":"Broker"}')
    expect(ofParties).not.toContain('party.unitedStatesEntity {"party":"Broker"}')
    expect(ofParties.filter((one) => one.endsWith(' {}'))).toEqual([])
  })
})

describe('replay', () => {
  const made = () => {
    const { answer, evaluated } = determine(simpleCase('3A001.a.2.c', 'CN'))
    return JSON.parse(JSON.stringify({ answer, evaluated })) as { answer: typeof answer; evaluated: typeof evaluated }
  }
  it('is identical for an untouched determination', () => {
    const { answer, evaluated } = made()
    expect(replay(service.core, answer, evaluated)).toEqual({ identical: true, difference: '', cause: '' })
  })
  it('names a verdict that was altered', () => {
    const { answer, evaluated } = made()
    answer.outcome = 'no-licence-required'
    expect(replay(service.core, answer, evaluated)).toMatchObject({ identical: false, difference: 'outcome' })
  })
  it('names facts that were altered', () => {
    const { answer, evaluated } = made()
    evaluated.case.transaction.destination = 'DE'
    const report = replay(service.core, answer, evaluated)
    expect(report.identical).toBe(false)
    expect(report.cause).toContain('facts')
  })
  it('says that it does not hold the pack', () => {
    const { answer, evaluated } = made()
    answer.packs = [{ ...(answer.packs[0] as { id: string; version: string; lawAsOf: string; sha256: string }), sha256: '0'.repeat(64) }]
    expect(refusal(() => replay(service.core, answer, evaluated))).toContain('install it')
  })
})

describe('bad input', () => {
  it('suggests control entries for a wrong one', () => expect(refusal(() => determine(simpleCase('3AO90', 'CN')))).toMatch(/items\[0\]\.eccn.*3A090/))
  it('says how an entry is written', () =>
    expect(refusal(() => determine(simpleCase('hello', 'CN')))).toContain('expected a digit, a letter from A to E and three digits'))
  it('suggests paragraphs for one that the entry does not hold', () =>
    expect(refusal(() => determine(simpleCase('3A001.b.99', 'CN')))).toMatch(
      /items\[0\]\.eccn: the pack holds no paragraph “b\.99” of 3A001; the nearest are b\.9/,
    ))
  it('never lets a paragraph that does not exist pass the requirements of those that do', () => {
    const held = service.core.pack.entries.filter(({ paragraphs }) => paragraphs.length > 0)
    expect(held.length).toBeGreaterThan(300)
    for (const { eccn } of held) expect(refusal(() => determine(simpleCase(`${eccn}.zz`, 'BR')))).toContain(`no paragraph “zz” of ${eccn}`)
  })
  it('takes the paragraph of an entry whose paragraphs the sources do not show', () =>
    expect(determine(simpleCase('0D602.y', 'CN')).answer.items[0]?.eccn).toBe('0D602.y'))
  it('suggests facts for a misspelt one', () => {
    const input = simpleCase('EAR99', 'DE')
    expect(refusal(() => determine({ ...input, transaction: { ...input.transaction, endUse: { facts: { nuclaer: false } } } }))).toMatch(/nuclaer.*nuclear/)
  })
  it('refuses a fact of the wrong type', () => {
    const input = simpleCase('EAR99', 'DE')
    expect(refusal(() => determine({ ...input, transaction: { ...input.transaction, endUse: { facts: { nuclear: 'no' } } } }))).toContain(
      'expected true or false',
    )
  })
  it('refuses a member of a check list that is not among its choices', () => {
    const input = simpleCase('EAR99', 'DE')
    const ticked = (circumstances: string[]) => ({ ...input, transaction: { ...input.transaction, facts: { ...NOTHING_KNOWN.transaction, circumstances } } })
    expect(refusal(() => determine(ticked(['gift', 'presents'])))).toMatch(/circumstances: expected a list of temporary, .*none, and found .*presents/)
    expect(outcome(ticked(['gift']))).toBe('no-licence-required')
  })
  it('refuses a paragraph where a set holds control entries alone: a rule would never find it', () => {
    const made = (directProductOf: string[]) => simpleCase('EAR99', 'DE', { item: { facts: { directProductOf } } })
    for (const code of ['3E001.a', '3e001', 'EAR99']) expect(refusal(() => determine(made([code])))).toContain('control entries without paragraph')
    expect(outcome(made(['3E001']))).toBe('no-licence-required')
  })
  it('refuses a name where a set holds countries', () => {
    const stored = { ...simpleCase('EAR99', 'DE'), facts: { 'transaction.storageCountries': ['China'] } }
    expect(refusal(() => determine(stored))).toContain('a list of countries')
  })
  it('names an unknown key', () => expect(refusal(() => parseCase({ ...simpleCase('EAR99', 'DE'), itmes: [] }, 'a.json'))).toContain('itmes'))
  it('names a country that is not a code', () =>
    expect(refusal(() => parseCase(simpleCase('EAR99', 'Germany'), 'a.json'))).toContain('transaction.destination'))
  it('refuses a country that does not exist', () => expect(refusal(() => determine(simpleCase('EAR99', 'ZZ')))).toContain('ZZ'))
  it('refuses the same id for two items', () => {
    const input = simpleCase('EAR99', 'DE')
    expect(refusal(() => determine({ ...input, items: [...input.items, ...input.items] }))).toContain('used twice')
  })
})
