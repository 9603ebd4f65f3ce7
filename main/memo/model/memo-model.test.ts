import { describe, expect, it } from 'vitest'
import { longInput, plainInput, richAnswer, richInput, textsOf } from '#main/memo/fixtures.ts'
import type { Determination } from '#shared/domain/determination.ts'
import { SCORE_FEATURES, type ScoreFeature } from '#shared/domain/screening.ts'
import { VERDICTS } from '#shared/domain/verdict.ts'
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { MemoDocument } from './memo-document.ts'
import { buildMemo } from './memo-model.ts'
import { memoWords } from './words.ts'

const allText = (memo: MemoDocument): string => memo.blocks.flatMap(textsOf).join('\n')
const headings = (memo: MemoDocument) =>
  memo.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text.replace(/^\d+ +/, '')] : []))

/** All members required, so that a field added to the answer breaks this test until the memo prints it or it is listed below. */
type Whole<T> = T extends (infer U)[] ? Whole<U>[] : T extends object ? { [K in keyof T]-?: Whole<T[K]> } : T

const mark = (path: string) => `«${path}»`

/** An answer in which every text is marked with its own path and every number is its own. */
function markedAnswer(): Whole<Determination> {
  const hit = (at: string, number: number): Whole<Determination['parties'][number]['hits'][number]> => ({
    list: mark(`${at}.list`),
    entry: mark(`${at}.entry`),
    entryHash: mark(`${at}.entryHash`),
    name: mark(`${at}.name`),
    matched: mark(`${at}.matched`),
    kind: 'vessel',
    score: number,
    by: 'address',
    why: [
      {
        feature: mark(`${at}.why.feature`) as ScoreFeature,
        weight: number + 0.0001,
        score: number + 0.0002,
        query: mark(`${at}.why.query`),
        candidate: mark(`${at}.why.candidate`),
      },
    ],
    source: { snapshot: mark(`${at}.source.snapshot`), contentDate: mark(`${at}.source.contentDate`) },
    listing: {
      names: [mark(`${at}.listing.names`)],
      weakNames: [mark(`${at}.listing.weakNames`)],
      addresses: [mark(`${at}.listing.addresses`)],
      countries: [mark(`${at}.listing.countries`)],
      dates: [mark(`${at}.listing.dates`)],
      ids: [mark(`${at}.listing.ids`)],
      programmes: [mark(`${at}.listing.programmes`)],
      remarks: mark(`${at}.listing.remarks`),
      licenceRequirement: mark(`${at}.listing.licenceRequirement`),
      licencePolicy: mark(`${at}.listing.licencePolicy`),
      citation: mark(`${at}.listing.citation`),
      startDate: mark(`${at}.listing.startDate`),
      footnotes: [number * 1000],
      endDate: mark(`${at}.listing.endDate`),
      relations: [{ says: mark(`${at}.listing.relations.says`), entry: mark(`${at}.listing.relations.entry`), name: mark(`${at}.listing.relations.name`) }],
      suspensions: [
        {
          from: mark(`${at}.listing.suspensions.from`),
          until: mark(`${at}.listing.suspensions.until`),
          citation: mark(`${at}.listing.suspensions.citation`),
        },
      ],
      url: mark(`${at}.listing.url`),
      addedNames: [mark(`${at}.listing.addedNames`)],
      fields: { [mark(`${at}.listing.fields.name`)]: mark(`${at}.listing.fields.value`) },
    },
  })
  const subject = (at: string) => ({ item: mark(`${at}.of.item`), party: mark(`${at}.of.party`), line: mark(`${at}.of.line`), owner: mark(`${at}.of.owner`) })
  const requirement = (at: string) => ({
    rule: mark(`${at}.rule`),
    cite: mark(`${at}.cite`),
    reason: mark(`${at}.reason`),
    column: mark(`${at}.column`),
    prohibition: 1,
    cautions: [{ says: mark(`${at}.cautions.says`), cite: mark(`${at}.cautions.cite`) }],
    says: mark(`${at}.says`),
  })
  return {
    schema: 'licet.determination/1',
    case: 'PO-2026-0457',
    asOf: mark('asOf'),
    lang: 'en',
    outcome: 'needs-information',
    says: mark('says'),
    regimes: [{ id: mark('regimes.id'), outcome: 'needs-review' }],
    items: [
      {
        id: mark('items.id'),
        description: mark('items.description'),
        eccn: mark('items.eccn'),
        outcome: 'exception-available',
        says: mark('items.says'),
        requirements: [requirement('items.requirements')],
        prohibitions: [requirement('items.prohibitions')],
        exceptions: [
          {
            symbol: mark('items.exceptions.symbol'),
            status: 'needs-information',
            cite: mark('items.exceptions.cite'),
            says: mark('items.exceptions.says'),
            missing: [mark('items.exceptions.missing')],
            title: mark('items.exceptions.title'),
            limbs: [
              {
                paragraph: mark('items.exceptions.limbs.paragraph'),
                title: mark('items.exceptions.limbs.title'),
                status: 'available',
                cite: mark('items.exceptions.limbs.cite'),
                says: mark('items.exceptions.limbs.says'),
                missing: [mark('items.exceptions.missing')],
              },
            ],
            duties: [],
            cautions: [{ says: mark('items.exceptions.cautions.says'), cite: mark('items.exceptions.cautions.cite') }],
          },
          {
            symbol: mark('items.exceptions.symbol'),
            title: mark('items.exceptions.title'),
            status: 'available',
            cite: mark('items.exceptions.cite'),
            says: mark('items.exceptions.says'),
            missing: [],
            limbs: [],
            duties: [{ says: mark('items.exceptions.duties.says'), cite: mark('items.exceptions.duties.cite'), time: 'after' }],
            cautions: [],
          },
        ],
        duties: [{ says: mark('items.duties.says'), cite: mark('items.duties.cite'), time: 'before' }],
        generalProhibitions: [
          {
            number: 5,
            title: mark('items.generalProhibitions.title'),
            cite: mark('items.generalProhibitions.cite'),
            state: 'open',
            cites: [mark('items.generalProhibitions.cites')],
            says: mark('items.generalProhibitions.says'),
            missing: [mark('items.generalProhibitions.missing')],
          },
        ],
        policy: [{ code: 'presumption-of-denial', says: mark('items.policy.says'), cite: mark('items.policy.cite') }],
        content: {
          lines: 917,
          states: { controlled: 611, open: 306, free: 0, separate: 0, foreign: 0 },
          currency: mark('items.content.currency'),
          itemValue: mark('items.content.itemValue'),
          sum: { min: mark('items.content.sum.min'), max: mark('items.content.sum.max') },
          share: { min: 8.125, max: 31.0625 },
          limit: 25,
          limitCite: mark('items.content.limitCite'),
          above: true,
          groups: [
            {
              lines: [3, 4, 5, 9],
              eccn: mark('items.content.groups.eccn'),
              kind: mark('items.content.groups.kind'),
              origin: mark('items.content.groups.origin'),
              value: mark('items.content.groups.value'),
              withoutValue: [9],
              state: 'open',
              says: mark('items.content.groups.says'),
              cites: [mark('items.content.groups.cites')],
              requirements: [{ rule: mark('items.content.groups.requirements.rule'), reason: mark('items.content.groups.requirements.reason') }],
              missing: [
                {
                  fact: mark('items.content.groups.missing.fact'),
                  of: subject('items.content.groups.missing'),
                  label: mark('items.content.groups.missing.label'),
                },
              ],
            },
          ],
          tips: [
            {
              kind: 'open',
              room: mark('items.content.tips.room'),
              groups: [{ lines: [3, 4], eccn: mark('items.content.tips.groups.eccn'), value: mark('items.content.tips.groups.value'), alone: true }],
            },
            { kind: 'over', excess: mark('items.content.tips.excess') },
            { kind: 'line-values', lines: [9] },
          ],
        },
      },
    ],
    parties: [
      {
        name: mark('parties.name'),
        role: mark('parties.role'),
        country: mark('parties.country'),
        status: 'possible',
        listedOn: [mark('parties.listedOn')],
        notSearched: [mark('parties.notSearched')],
        hits: [hit('parties.hits', 0.7311)],
        nearest: [hit('parties.nearest', 0.5171)],
        decisions: [
          {
            list: mark('parties.hits.list'),
            entry: mark('parties.hits.entry'),
            entryHash: mark('parties.hits.entryHash'),
            decision: 'not-the-same',
            reason: mark('parties.decisions.reason'),
            by: mark('parties.decisions.by'),
            at: '2026-11-21T14:00:00.000Z',
          },
        ],
      },
    ],
    owners: [
      {
        name: mark('owners.name'),
        role: 'other',
        country: mark('owners.country'),
        status: 'clear',
        listedOn: [mark('owners.listedOn')],
        notSearched: [mark('owners.notSearched')],
        hits: [hit('owners.hits', 0.7411)],
        nearest: [],
        decisions: [],
      },
    ],
    ownership: [
      {
        party: mark('ownership.party'),
        role: 'end-user',
        holders: [
          { name: mark('ownership.holders.name'), listedOn: [], open: false, complete: false },
          { name: mark('ownership.holders.name'), listedOn: [mark('ownership.holders.listedOn')], open: true, complete: true },
        ],
        links: [{ owner: 1, owned: 0, share: 61.25 }],
        circles: [[mark('ownership.circles')]],
        counts: [
          {
            id: 'one-rule',
            title: mark('ownership.counts.title'),
            says: mark('ownership.counts.says'),
            cite: mark('ownership.counts.cite'),
            weighed: false,
            force: 'suspended',
            date: '2026-11-09',
            state: 'open',
            share: { min: 12.25, max: 73.5 },
            atLeast: 51,
            counting: [1],
            mayCount: [1],
            paths: [{ holders: [1, 0], shares: [61.25] }],
            cautions: [{ says: mark('ownership.counts.cautions.says'), cite: mark('ownership.counts.cautions.cite') }],
            notModelled: [mark('ownership.counts.notModelled')],
          },
        ],
      },
    ],
    questions: [
      {
        fact: mark('questions.fact'),
        of: subject('questions'),
        ask: mark('questions.ask'),
        why: mark('questions.why'),
        cite: mark('questions.cite'),
        type: mark('questions.type'),
        choices: [],
        assumed: true,
      },
      {
        fact: mark('questions.fact'),
        of: subject('questions'),
        ask: mark('questions.ask'),
        why: mark('questions.why'),
        cite: mark('questions.cite'),
        type: 'choice',
        choices: [{ value: mark('questions.choices.value'), label: mark('questions.choices.label') }],
        assumed: false,
      },
    ],
    solves: [[{ fact: mark('solves.fact'), of: subject('solves') }]],
    notAsked: [
      { fact: mark('notAsked.fact'), of: subject('notAsked'), ask: mark('notAsked.ask'), why: mark('notAsked.why'), by: '', cite: '' },
      { fact: mark('notAsked.fact'), of: subject('notAsked'), ask: mark('notAsked.ask'), why: '', by: mark('notAsked.by'), cite: mark('notAsked.cite') },
    ],
    notModelled: [
      { rule: mark('notModelled.rule'), says: mark('notModelled.says'), cite: mark('notModelled.cite'), of: subject('notModelled'), mayMatter: true },
    ],
    conflicts: [{ rules: [mark('conflicts.rules')], says: mark('conflicts.says'), of: subject('conflicts') }],
    assumptions: [{ fact: mark('assumptions.fact'), of: subject('assumptions'), value: mark('assumptions.value') }],
    warnings: [mark('warnings')],
    packs: [{ id: mark('packs.id'), version: mark('packs.version'), lawAsOf: mark('packs.lawAsOf'), sha256: mark('packs.sha256') }],
    lists: [{ id: mark('lists.id'), contentDate: mark('lists.contentDate'), sha256: mark('lists.sha256'), records: 8461357, complete: false }],
    engine: mark('engine'),
    factsHash: mark('factsHash'),
    proofHash: mark('proofHash'),
  }
}

/** Fields of the answer that the memo leaves out, each with the reason. */
const LEFT_OUT = new Set([
  // There are hundreds of questions that need not be asked; they are named by their facts, and the rule pack holds their words.
  'notAsked.ask',
  // The row of the group names its lines.
  'items.content.groups.missing.of.item',
  'items.content.groups.missing.of.party',
  'items.content.groups.missing.of.line',
  'items.content.groups.missing.of.owner',
  // A near miss is named so that a reader can look it up; only hits are laid open field by field.
  'parties.nearest.entryHash',
  'parties.nearest.why.feature',
  'parties.nearest.why.query',
  'parties.nearest.why.candidate',
  'parties.nearest.source.snapshot',
  'parties.nearest.source.contentDate',
  'parties.nearest.listing.names',
  'parties.nearest.listing.weakNames',
  'parties.nearest.listing.addresses',
  'parties.nearest.listing.countries',
  'parties.nearest.listing.dates',
  'parties.nearest.listing.ids',
  'parties.nearest.listing.programmes',
  'parties.nearest.listing.remarks',
  'parties.nearest.listing.licenceRequirement',
  'parties.nearest.listing.licencePolicy',
  'parties.nearest.listing.citation',
  'parties.nearest.listing.startDate',
  'parties.nearest.listing.endDate',
  'parties.nearest.listing.relations.says',
  'parties.nearest.listing.relations.entry',
  'parties.nearest.listing.relations.name',
  'parties.nearest.listing.suspensions.from',
  'parties.nearest.listing.suspensions.until',
  'parties.nearest.listing.suspensions.citation',
  'parties.nearest.listing.url',
  'parties.nearest.listing.addedNames',
  'parties.nearest.listing.fields.name',
  'parties.nearest.listing.fields.value',
])

const marksIn = (value: unknown): string[] => [...JSON.stringify(value).matchAll(/«([^»]+)»/g)].map((found) => found[1] ?? '')

describe('what the memo prints of the answer', () => {
  const answer = markedAnswer()
  const memo = buildMemo({ ...richInput('en'), answer }, 'en')
  const text = allText(memo)
  const printed = new Set(marksIn(text))

  it('prints every text of the answer, or says why not', () => {
    const missing = [...new Set(marksIn(answer))].filter((path) => !printed.has(path) && !LEFT_OUT.has(path))
    expect(missing).toEqual([])
  })

  it('leaves out only what is listed as left out, and lists nothing that it prints', () => {
    const marks = new Set(marksIn(answer))
    expect([...LEFT_OUT].filter((path) => !marks.has(path) || printed.has(path))).toEqual([])
  })

  it.each([
    ['the form of the answer', 'licet.determination/1'],
    ['the case', 'PO-2026-0457'],
    ['the outcome of a regime', 'Needs review'],
    ['the status of a party', 'Possible match, not decided'],
    ['the status of an exception', 'Needs information'],
    ['the status of a limb', 'Available'],
    ['a policy by its code', 'Presumption of denial'],
    ['when a duty falls due', 'before'],
    ['the state of a prohibition', 'Open'],
    ['the kind of a listing', 'Vessel'],
    ['the score of a hit', '0.7311'],
    ['the weight of a part', '0.7312'],
    ['the fit of a part', '0.7313'],
    ['a footnote of the listing', '731.1'],
    ['the score of a near miss', '0.5171'],
    ['the records of a list', '8,461,357'],
    ['an incomplete list', 'incomplete'],
    ['the lines of a group', '3-5, 9'],
    ['the share of content', '8.125 % to 31.0625 %'],
    ['the state of a group', 'Open'],
    ['an assumed question', 'Assumed so far.'],
    ['the share of an owner', '61.25 %'],
    ['how much listed owners hold', '12.25 % to 73.5 %'],
    ['from when owners count', '51 %'],
    ['the state of ownership', 'Suspended on the day of the case; again from 9 November 2026'],
    ['an owner that is not settled', 'not settled'],
    ['whose owners are not all named', 'Not all owners are named'],
    ['where a rule stands beside the verdict', 'it stands beside the determination'],
    ['law that may matter', 'May change the answer\n'],
  ])('prints %s', (_, expected) => {
    expect(`${text}\n`).toContain(expected)
  })

  it('draws the outcome of the case and of each item as a verdict', () => {
    const box = memo.blocks.find((block) => block.kind === 'verdict')
    expect(box).toMatchObject({ verdict: 'needs-information', lines: [{ verdict: 'exception-available' }] })
  })
})

describe('order', () => {
  it('puts the answer before the case and the case before the law', () => {
    expect(headings(buildMemo(richInput('en'), 'en'))).toEqual(Object.values(memoWords('en').sections))
    expect(headings(buildMemo(richInput('zh'), 'zh'))).toEqual(Object.values(memoWords('zh').sections))
  })

  it('opens with the title and the answer box before any reason', () => {
    const kinds = buildMemo(richInput('en'), 'en').blocks.map(({ kind }) => kind)
    expect(kinds.indexOf('verdict')).toBeLessThan(kinds.indexOf('table'))
  })

  it('numbers the sections and points to them by their numbers', () => {
    const memo = buildMemo(richInput('en'), 'en')
    const box = memo.blocks.find((block) => block.kind === 'verdict')
    expect(box?.kind === 'verdict' && box.remarks.join()).toContain('2 warnings (section 17)')
    expect(memo.blocks).toContainEqual({ kind: 'heading', level: 2, text: '17  Warnings' })
  })

  it('leaves out the decisive rules where no proof was handed over', () => {
    const { proofs: _, ...input } = richInput('en')
    expect(headings(buildMemo(input, 'en'))).not.toContain('Decisive rules')
  })
})

describe('both languages', () => {
  /** Citations, hashes, numbers, dates and codes: what must be the same whoever reads it. */
  const hard = (text: string) => ({
    cites: [...text.matchAll(/\d+ CFR [\d.()a-zA-Z]+/g)].map(String).sort(),
    hashes: [...text.matchAll(/[0-9a-f]{64}/g)].map(String).sort(),
    facts: [...text.matchAll(/(?:item|endUse|party|transaction|case|owner)\.[a-zA-Z]+/g)].map(String).sort(),
    rules: [...text.matchAll(/ear\.[0-9A-Za-z.-]+[0-9A-Za-z]/g)].map(String).sort(),
    dates: [...text.matchAll(/\d{4}-\d{2}-\d{2}/g)].map(String).sort(),
    decimals: [...text.matchAll(/\d+\.\d+/g)].map(String).sort(),
    amounts: [...text.matchAll(/\d{1,3}(?:,\d{3})+/g)].map(String).sort(),
  })

  it('carry the same citations, hashes, facts, rules, dates and numbers', () => {
    const input = richInput('zh')
    const [en, zh] = [buildMemo({ ...richInput('en'), answerHash: input.answerHash }, 'en'), buildMemo(input, 'zh')]
    const [found, expected] = [hard(allText(zh)), hard(allText(en))]
    expect(found).toEqual(expected)
    expect(Math.min(...Object.values(found).map((list) => list.length))).toBeGreaterThan(0)
  })

  it('have the same blocks, but for the note on the translation', () => {
    const shape = (memo: MemoDocument) => memo.blocks.map((block) => (block.kind === 'table' ? `table of ${block.rows.length}` : block.kind))
    const zh = shape(buildMemo(richInput('zh'), 'zh'))
    expect(zh[zh.indexOf('verdict') + 1]).toBe('note')
    expect(zh.toSpliced(zh.indexOf('verdict') + 1, 1)).toEqual(shape(buildMemo(richInput('en'), 'en')))
  })

  it('say in Chinese that the Chinese is unofficial', () => {
    expect(allText(buildMemo(plainInput('zh'), 'zh'))).toContain('非官方译文')
  })

  it('leave no English words of the memo in the Chinese one', () => {
    const words = Object.values(memoWords('en')).filter((word): word is string => typeof word === 'string' && /^[A-Z][a-z]{4,}/.test(word) && word !== 'Engine')
    const text = allText(buildMemo(plainInput('zh'), 'zh'))
    expect(words.filter((word) => text.includes(word))).toEqual([])
  })
})

describe('what the memo must not hide', () => {
  it('calls a starter list incomplete before anything that was found with it', () => {
    const { blocks } = buildMemo(richInput('en'), 'en')
    const note = blocks.findIndex((block) => block.kind === 'note' && block.tone === 'warning' && block.title === 'Incomplete lists')
    const table = blocks.findIndex((block) => block.kind === 'table' && block.caption === 'Lists searched')
    expect(note).toBeGreaterThan(0)
    expect(note).toBeLessThan(table)
  })

  it('names a list that was needed and is not there at all', () => {
    const input = richInput('en')
    const parties = input.answer.parties.map((party) => ({ ...party, notSearched: ['DPL'] }))
    const { blocks } = buildMemo({ ...input, answer: { ...input.answer, parties } }, 'en')
    expect(blocks).toContainEqual({ kind: 'note', tone: 'warning', title: 'Not searched in full', text: 'No party is cleared against DPL.' })
  })

  it.each([
    ['en', 'Identity numbers that are none', 'no valid unified social credit code'],
    ['zh', '无效的身份号码', '不是有效的统一社会信用代码'],
  ] as const)('says in %s which identity number of a party is none', (lang, title, says) => {
    const input = richInput(lang)
    const [first, ...rest] = input.file.parties
    const parties = first === undefined ? [] : [{ ...first, ids: ['USCC 91350100M000100Y44'] }, ...rest]
    const { blocks } = buildMemo({ ...input, file: { ...input.file, parties } }, lang)
    const note = blocks.find((block) => block.kind === 'note' && block.title === title)
    expect(note).toMatchObject({ tone: 'warning', text: expect.stringContaining(says) })
    expect(buildMemo(input, lang).blocks.some((block) => block.kind === 'note' && block.title === title)).toBe(false)
  })

  it('says that a hit is one by its address alone', () => {
    const input = richInput('en')
    const parties = input.answer.parties.map((party) => ({ ...party, hits: party.hits.map((hit) => ({ ...hit, by: 'address' as const })) }))
    const says = (given: typeof input): number =>
      buildMemo(given, 'en').blocks.filter((block) => block.kind === 'paragraph' && block.text.includes('shares its address with')).length
    expect(says({ ...input, answer: { ...input.answer, parties } })).toBeGreaterThan(0)
    expect(says(input)).toBe(0)
  })

  it('shows a listing that was suspended on the day of the case, with its dates, and one that stood', () => {
    const input = richInput('en')
    const stateOn = (asOf: string) => allText(buildMemo({ ...input, answer: { ...input.answer, asOf } }, 'en'))
    const suspended = stateOn('2026-09-01')
    expect(suspended).toContain('State on the day of the case\nsuspended')
    expect(suspended).toContain('2026-08-15 to 2026-09-30 (91 FR 99999)')
    expect(suspended).toContain('branch of: Northern Lantern Holdings (el-2019-0400)')
    expect(stateOn('2026-10-01')).toContain('State on the day of the case\nin force')
  })

  it('shows a decision on a hit with who made it, when and why, and an undecided hit as undecided', () => {
    const text = allText(buildMemo(richInput('en'), 'en'))
    expect(text).toContain('Not the same party by J. Okafor on 30 August 2026, 10:05 UTC')
    expect(text).toContain('Different registration number and founding year')
    expect(text).toContain('Decision\nNot decided\n')
  })

  it('does not count a decision on another version of the listing', () => {
    const input = richInput('en')
    const decisions = (input.file.parties[1]?.dispositions ?? []).map((one) => ({
      ...one,
      party: 'North Lantern Semiconductor Co., Ltd. 北灯半导体有限公司',
      entryHash: 'another',
    }))
    const text = allText(buildMemo({ ...input, decisions }, 'en'))
    expect(text).not.toContain('Not the same party by')
    expect(text).toContain('Not decided. An earlier decision was made on another version of this listing and does not count.')
  })

  it('takes the newest decision that counts', () => {
    const input = richInput('en')
    const party = 'North Lantern Semiconductor Co., Ltd. 北灯半导体有限公司'
    const one = { party, list: 'EL', entry: 'el-2019-0417', by: 'A. Early', reason: 'first' }
    const text = allText(
      buildMemo(
        {
          ...input,
          decisions: [
            { ...one, decision: 'not-the-same' },
            { ...one, decision: 'same-party', by: 'B. Late', reason: 'second' },
          ],
        },
        'en',
      ),
    )
    expect(text).toContain('Same party by B. Late')
    expect(text).not.toContain('A. Early')
  })

  it('prints what the case leaves open as not stated', () => {
    const text = allText(buildMemo(plainInput('en'), 'en'))
    expect(text).toContain('End use as stated\nnot stated')
  })

  it('marks an assumed fact as assumed', () => {
    expect(allText(buildMemo(richInput('en'), 'en'))).toContain('use in a supercomputer (endUse.supercomputer)\nno (assumed)')
  })

  it('says what there is none of', () => {
    const text = allText(buildMemo(plainInput('en'), 'en'))
    expect(text).toContain('None: Questions open; Unknown to exceptions;')
    expect(text).toContain('Nothing is open that a fact could settle.')
    expect(text).toContain('The rules examined require no licence')
  })

  it('does not say that nothing is open when the answer is', () => {
    const input = plainInput('en')
    const text = allText(buildMemo({ ...input, answer: { ...input.answer, outcome: 'needs-review' } }, 'en'))
    expect(text).not.toContain('Nothing is open')
  })

  it('has the answer in the box for each of the seven verdicts', () => {
    const input = plainInput('en')
    for (const outcome of VERDICTS) {
      const says = `${verdictWords(outcome, 'en')}.`
      const box = buildMemo({ ...input, answer: { ...input.answer, outcome, says } }, 'en').blocks.find((block) => block.kind === 'verdict')
      expect(box).toMatchObject({ verdict: outcome, sentence: says })
    }
  })

  it('says of a determination in no casebook that no audit record vouches for it', () => {
    const { auditHead: _, ...input } = richInput('en')
    const text = allText(buildMemo(input, 'en'))
    expect(text).toContain('This determination is in no casebook.')
    expect(text).toContain('licet replay FILE')
    expect(text).not.toContain('licet audit verify')
  })

  it.each(['en', 'zh'] as const)('has words in %s for every part of a score', (lang) => {
    expect(Object.keys(memoWords(lang).features).sort()).toEqual([...SCORE_FEATURES].sort())
  })

  it('names the matcher that the determination was made with, and none where that is not known', () => {
    const { screening: _, ...unknown } = richInput('en')
    const rows = (input: typeof unknown) =>
      buildMemo(input, 'en')
        .blocks.flatMap((block) => (block.kind === 'keyValue' ? block.rows : []))
        .filter(({ key }) => key === 'Matcher' || key === 'Threshold')
    expect(rows({ ...unknown, ...{ screening: { matcher: 'words-3', threshold: 0.82 } } }).map(({ value }) => value)).toEqual(['words-3', '0.82'])
    expect(rows(unknown).map(({ value }) => value)).toEqual(['not stated', 'not stated'])
  })

  it('keeps every item of a long case', () => {
    const memo = buildMemo(longInput('en'), 'en')
    const box = memo.blocks.find((block) => block.kind === 'verdict')
    expect(box?.kind === 'verdict' && box.lines.length).toBe(200)
  })
})

describe('refusals', () => {
  it('does not put an answer of one language into a memo of another', () => {
    expect(() => buildMemo(richInput('zh'), 'en')).toThrow(/language zh/)
  })

  it('does not print an answer with the file of another case', () => {
    expect(() => buildMemo({ ...richInput('en'), answer: { ...richAnswer('en'), case: 'other' } }, 'en')).toThrow(/belongs to the case other/)
  })
})
