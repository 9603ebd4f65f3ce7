/** Made-up determinations for the tests of the memo: no real transaction, party or listing. Texts stand in both languages. */
import type { CaseFile } from '#shared/domain/case.ts'
import { CASE_SCHEMA, caseSchema } from '#shared/domain/case.ts'
import { DETERMINATION_SCHEMA, type Determination, type ItemAnswer } from '#shared/domain/determination.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { answerSentence } from '#shared/text/verdict-words.ts'
import type { Lang } from '#shared/trace/trace.ts'
import type { MemoBlock } from './model/memo-document.ts'
import type { MemoInput } from './model/memo-input.ts'

/** A hash that is not one of anything: 64 hexadecimal digits made from a word. */
export const madeUpHash = (word: string): string => {
  let state = 2166136261
  let text = ''
  for (let i = 0; text.length < 64; i++) {
    for (const letter of `${word}${i}`) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0
    text += state.toString(16).padStart(8, '0')
  }
  return text
}

const pick = (lang: Lang) => (en: string, zh: string) => (lang === 'zh' ? zh : en)

const hit = (lang: Lang): Hit => ({
  list: 'EL',
  entry: 'el-2019-0417',
  entryHash: madeUpHash('entry'),
  name: 'Northern Lantern Semiconductor Research Institute',
  matched: 'Beijing Northern Lantern Semiconductors',
  kind: 'entity',
  score: 0.9143,
  why: [
    { feature: 'same-word', weight: 0.7, score: 0.9487, query: 'North Lantern Semiconductor Co., Ltd.', candidate: 'Beijing Northern Lantern Semiconductors' },
    { feature: 'country-same', weight: 0.2, score: 1, query: 'CN', candidate: 'CN' },
    { feature: 'word-order', weight: 0.1, score: 0.5025, query: 'Haidian District, Beijing', candidate: 'No. 12 Xueyuan Road, Haidian, Beijing' },
  ],
  source: { snapshot: 'csl-2026-07-31', contentDate: '2026-07-31' },
  listing: {
    names: ['Northern Lantern Semiconductor Research Institute', '北方灯笼半导体研究所'],
    weakNames: ['NLSRI'],
    addresses: ['No. 12 Xueyuan Road, Haidian, Beijing, China', 'Building 4, Zhangjiang, Shanghai, China'],
    countries: ['CN'],
    dates: [],
    ids: ['USCC 91110108MA00EXAMPLE'],
    programmes: ['Entity List'],
    remarks: pick(lang)('Listed with three branches.', 'Listed with three branches.'),
    licenceRequirement: 'For all items subject to the EAR. (See §744.11 of the EAR)',
    licencePolicy: 'Presumption of denial',
    citation: '84 FR 99999',
    startDate: '2019-06-24',
    suspensions: [{ from: '2026-08-15', until: '2026-09-30', citation: '91 FR 99999' }],
    relations: [{ says: 'branch of', entry: 'el-2019-0400', name: 'Northern Lantern Holdings' }],
    footnotes: [4],
    url: 'https://example.org/lists/entity/el-2019-0417',
    addedNames: ['Beifang Denglong'],
    fields: { 'Federal Register Notice': '84 FR 99999' },
  },
})

const nearest = (): Hit => ({
  ...hit('en'),
  list: 'UVL',
  entry: 'uvl-0033',
  name: 'Lantern Microsystems Trading',
  matched: 'Lantern Microsystem Trade',
  score: 0.7312,
  why: [],
})

export function richFile(): CaseFile {
  return caseSchema.parse({
    schema: CASE_SCHEMA,
    id: 'PO-2026-0457',
    title: 'Accelerator boards & evaluation kits for the Haidian laboratory',
    asOf: '2026-09-01',
    transaction: {
      kind: 'export',
      from: 'US',
      destination: 'CN',
      transit: ['SG', 'HK'],
      endUse: {
        statement: 'Training of speech models in a university laboratory; no resale. 用于高校实验室的语音模型训练，不转售。',
        facts: { militaryEndUse: false, supercomputer: { assume: false } },
      },
      facts: { deMinimis: false },
    },
    items: [
      {
        id: '1',
        description: 'Accelerator board LX-900, 80 GB, PCIe',
        kind: 'commodity',
        eccn: '3A090.a',
        origin: 'TW',
        locatedIn: 'US',
        value: { amount: '1248000.00', currency: 'USD' },
        quantity: 48,
        facts: { dataCentre: true, performance: { value: 5000, unit: 'TPP' } },
        content: [
          { description: 'Logic die', eccn: '3A090.a', origin: 'TW', value: '21000.00' },
          { description: 'Memory stack', origin: 'KR', value: '3400.50' },
        ],
        classification: {
          id: '1',
          candidates: [],
          reviewed: [],
          conclusion: { state: 'classified', eccn: '3A090.a', why: 'total processing performance is 5000, above the limit' },
          packs: [],
        },
      },
      {
        id: '2',
        description: 'Evaluation kit, passive cooling',
        kind: 'commodity',
        eccn: 'EAR99',
        origin: 'CN',
        locatedIn: 'US',
        value: { amount: '900', currency: 'USD' },
        quantity: 3,
      },
      { id: '3', description: 'Driver and compiler suite, binary', kind: 'software', eccn: '4D994' },
    ],
    parties: [
      { role: 'exporter', name: 'Brightwater Instruments, Inc.', country: 'US', headquarters: 'US', address: '400 Harbor Way, Oakland, CA' },
      {
        role: 'ultimate-consignee',
        name: 'North Lantern Semiconductor Co., Ltd. 北灯半导体有限公司',
        country: 'CN',
        headquarters: 'CN',
        address: 'Haidian District, Beijing',
        owners: [{ name: 'Lantern Holdings', share: 62.5, facts: { stateOwned: true } }, { name: 'Employees' }],
        dispositions: [
          {
            list: 'EL',
            entry: 'el-2019-0417',
            decision: 'not-the-same',
            reason: 'Different registration number and founding year; confirmed against the business licence of 12 May 2026.',
            by: 'J. Okafor',
            at: '2026-08-30T10:05:00Z',
            entryHash: madeUpHash('entry'),
          },
        ],
      },
      { role: 'end-user', name: 'Škoda Işık Łódź Laboratuvarı', country: 'TR' },
      { role: 'freight-forwarder', name: 'Harbour Line Forwarding', country: 'SG', facts: { listed: [{ list: 'UVL', footnotes: [], entry: 'uvl-0007' }] } },
    ],
    facts: { redFlagsResolved: true },
  })
}

export function richAnswer(lang: Lang): Determination {
  const say = pick(lang)
  const items: ItemAnswer[] = [
    {
      id: '1',
      description: 'Accelerator board LX-900, 80 GB, PCIe',
      eccn: '3A090.a',
      outcome: 'licence-required',
      says: say('Licence required: RS, AT 1, EL.', '须申请许可：RS、AT 1、EL。'),
      requirements: [
        {
          rule: 'ear.ccl.3A090.rs-a',
          cite: '15 CFR 742.6(a)(6)(iii)(A); 15 CFR 774 Supp. 1',
          reason: 'RS',
          says: say('Advanced computing items need a licence to the destinations named for them.', '先进计算物项运往所列目的地须申请许可。'),
          prohibition: 1,
          cautions: [],
        },
        {
          rule: 'ear.ccl.3A090.at',
          cite: '15 CFR 742.19',
          reason: 'AT',
          column: 'AT 1',
          says: say('Column AT 1 of the country chart.', '国家表AT第1栏。'),
          prohibition: 1,
          cautions: [],
        },
      ],
      prohibitions: [
        {
          rule: 'ear.736.2.b.4',
          cite: '15 CFR 736.2(b)(4)',
          reason: 'DPL',
          column: 'GP 4',
          says: say('No action that a denial order prohibits.', '不得从事拒绝令所禁止的行为。'),
          prohibition: 1,
          cautions: [],
        },
      ],
      exceptions: [
        {
          symbol: 'LVS',
          title: 'LVS',
          status: 'unavailable',
          cite: '15 CFR 740.3',
          says: say('Not open here: the entry shows no value.', '此处不可用：条目未列金额。'),
          missing: [],
          limbs: [],
          duties: [],
          cautions: [],
        },
        {
          symbol: 'GBS',
          title: 'GBS',
          status: 'needs-information',
          cite: '15 CFR 740.4',
          says: say('Missing: civil end use.', '尚缺：民用最终用途。'),
          missing: ['endUse.civil', 'item.valueUsd'],
          limbs: [],
          duties: [],
          cautions: [],
        },
      ],
      policy: [
        { code: 'presumption-of-denial', says: say('Presumption of denial', '推定拒绝'), cite: '15 CFR 742.6(b)(10)' },
        { code: 'case-by-case', says: say('Case-by-case review', '逐案审查'), cite: '15 CFR 742.19(b)' },
      ],
      duties: [{ says: say('File the EEI in the Automated Export System.', '在自动出口系统（AES）申报EEI。'), cite: '15 CFR 758.1(b)', time: 'before' }],
      generalProhibitions: [
        {
          number: 1,
          title: say('General Prohibition One: controlled items to listed countries', '一般禁令一：向所列国家出口受管制物项'),
          cite: '15 CFR 736.2(b)(1)',
          state: 'applies',
          cites: ['15 CFR 742.6(a)(6)(iii)(A)'],
          says: say('Advanced computing items need a licence to the destinations named for them.', '先进计算物项运往所列目的地须申请许可。'),
          missing: [],
        },
        {
          number: 5,
          title: say('General Prohibition Five: end use and end user', '一般禁令五：最终用途和最终用户'),
          cite: '15 CFR 736.2(b)(5)',
          state: 'open',
          cites: ['15 CFR 744.23(a)(2)'],
          says: say('Missing facts could make it apply.', '所缺事实可能使其适用。'),
          missing: ['endUse.civil'],
        },
      ],
      content: {
        lines: 2,
        states: { controlled: 0, open: 0, free: 0, separate: 0, foreign: 2 },
        currency: 'USD',
        itemValue: '1248000.00',
        sum: { min: '0.00', max: '0.00' },
        share: { min: 0, max: 0 },
        limit: 25,
        limitCite: '15 CFR 734.4(d)',
        above: false,
        groups: [
          {
            lines: [1],
            eccn: '3A090.a',
            kind: 'commodity',
            origin: 'TW',
            value: '21000.00',
            withoutValue: [],
            state: 'foreign',
            says: say('Not of United States origin.', '非美国原产。'),
            cites: [],
            requirements: [],
            missing: [],
          },
        ],
        tips: [{ kind: 'within', room: '312000.00' }],
      },
    },
    {
      id: '2',
      description: 'Evaluation kit, passive cooling',
      eccn: 'EAR99',
      outcome: 'no-licence-required',
      says: say('No licence required under the rules of the pack for the facts stated.', '根据规则包及所述事实：无需许可。'),
      requirements: [],
      prohibitions: [],
      exceptions: [],
      policy: [],
      duties: [],
      generalProhibitions: [],
    },
    {
      id: '3',
      description: 'Driver and compiler suite, binary',
      eccn: '4D994',
      outcome: 'needs-information',
      says: say('Needs information: 2 facts are missing that could change the answer.', '须补充信息：尚缺2项可能改变结论的事实。'),
      requirements: [],
      prohibitions: [],
      exceptions: [
        {
          symbol: 'TSU',
          title: 'TSU',
          status: 'available',
          cite: '15 CFR 740.13',
          says: say('Every condition that the pack holds is met.', '规则包收录的全部条件均已满足。'),
          missing: [],
          limbs: [],
          duties: [],
          cautions: [],
        },
      ],
      policy: [],
      duties: [],
      generalProhibitions: [],
    },
  ]
  return {
    schema: DETERMINATION_SCHEMA,
    case: 'PO-2026-0457',
    asOf: '2026-09-01',
    lang,
    outcome: 'licence-required',
    says: answerSentence(
      'licence-required',
      items.map(({ outcome }) => outcome),
      lang,
    ),
    regimes: [{ id: 'us-ear', outcome: 'licence-required' }],
    items,
    parties: [
      { name: 'Brightwater Instruments, Inc.', role: 'exporter', country: 'US', status: 'clear', listedOn: [], notSearched: ['MEU'], hits: [], nearest: [] },
      {
        name: 'North Lantern Semiconductor Co., Ltd. 北灯半导体有限公司',
        role: 'ultimate-consignee',
        country: 'CN',
        status: 'possible',
        listedOn: [],
        notSearched: ['MEU'],
        hits: [
          hit(lang),
          {
            ...hit(lang),
            entry: 'el-2020-0012',
            entryHash: madeUpHash('entry-2'),
            name: 'North Lantern Optics',
            matched: 'North Lantern Optics',
            score: 0.861,
          },
        ],
        nearest: [nearest(), { ...nearest(), entry: 'uvl-0041', name: 'Red Lantern Semicon', matched: 'Red Lantern Semicon', score: 0.7 }],
      },
      {
        name: 'Škoda Işık Łódź Laboratuvarı',
        role: 'end-user',
        country: 'TR',
        status: 'clear',
        listedOn: [],
        notSearched: ['MEU'],
        hits: [],
        nearest: [nearest()],
      },
      {
        name: 'Harbour Line Forwarding',
        role: 'freight-forwarder',
        country: 'SG',
        status: 'listed',
        listedOn: ['UVL'],
        notSearched: [],
        hits: [],
        nearest: [],
      },
    ],
    owners: [
      { name: 'Lantern Holdings', role: 'other', country: 'CN', status: 'clear', listedOn: [], notSearched: ['MEU'], hits: [], nearest: [] },
      { name: 'Lamp Group 灯集团', role: 'other', country: 'CN', status: 'listed', listedOn: ['EL'], notSearched: [], hits: [], nearest: [] },
    ],
    ownership: [
      {
        party: 'North Lantern Semiconductor Co., Ltd. 北灯半导体有限公司',
        role: 'ultimate-consignee',
        holders: [
          { name: 'North Lantern Semiconductor Co., Ltd. 北灯半导体有限公司', listedOn: [], open: true, complete: false },
          { name: 'Lantern Holdings', listedOn: [], open: false, complete: true },
          { name: 'Employees', listedOn: [], open: true, complete: false },
          { name: 'Lamp Group 灯集团', listedOn: ['EL'], open: false, complete: false },
        ],
        links: [
          { owner: 1, owned: 0, share: 62.5 },
          { owner: 2, owned: 0, share: null },
          { owner: 3, owned: 1, share: 50 },
        ],
        circles: [],
        counts: [
          {
            id: 'rule-a',
            title: say('Ownership rule A', '持股规则甲'),
            says: say('Listed owners hold a firm from one half on, level by level.', '清单股东持股达半数的，逐层计入。'),
            cite: '15 CFR 744.11(a)(1)',
            weighed: true,
            force: 'suspended',
            date: '2026-11-09',
            state: 'held',
            share: { min: 62.5, max: 100 },
            atLeast: 50,
            counting: [1, 3],
            mayCount: [2],
            paths: [{ holders: [3, 1, 0], shares: [50, 62.5] }],
            cautions: [{ says: say('Confirm whether the stay was prolonged.', '请确认中止是否已延长。'), cite: '90 FR 50857' }],
            notModelled: [say('Shares in a circle.', '循环持股。')],
          },
        ],
      },
    ],
    questions: [
      {
        fact: 'endUse.civil',
        of: { item: '3' },
        ask: say('Is the item for civil end use only?', '该物项是否仅用于民用最终用途？'),
        why: say('It decides whether exception GBS is open.', '决定许可例外GBS是否可用。'),
        cite: '15 CFR 740.4',
        type: 'boolean',
        choices: [],
        assumed: false,
      },
      {
        fact: 'party.government',
        of: { party: 'Škoda Işık Łódź Laboratuvarı' },
        ask: say('What kind of government body is the end user?', '最终用户属于何种政府机构？'),
        why: say('It decides whether the end user counts as a military end user.', '决定最终用户是否属于军事最终用户。'),
        cite: '15 CFR 744.21(g)',
        type: 'choice',
        choices: [
          { value: 'none', label: say('none', '均不是') },
          { value: 'police', label: say('national police', '国家警察') },
          { value: 'army', label: say('armed service', '武装部队') },
        ],
        assumed: true,
      },
    ],
    solves: [
      [{ fact: 'endUse.civil', of: { item: '3' } }],
      [
        { fact: 'party.government', of: { party: 'Škoda Işık Łódź Laboratuvarı' } },
        { fact: 'transaction.kind', of: {} },
      ],
    ],
    notAsked: [
      {
        fact: 'item.memory',
        of: { item: '1' },
        ask: say('How much memory does the item have?', '该物项的内存容量是多少？'),
        why: say(
          'A licence requirement is already certain under 15 CFR 742.6; this answer cannot remove it.',
          '根据15 CFR 742.6已确定须申请许可；该答案无法消除此要求。',
        ),
        by: '',
        cite: '',
      },
    ],
    notModelled: [
      {
        rule: 'ear.744.6',
        says: say('Activities of U.S. persons beyond the shipment itself.', '货物运输之外的美国人活动。'),
        cite: '15 CFR 744.6(c)',
        of: { item: '3' },
        mayMatter: true,
      },
      { rule: 'ear.742.19', says: say('Reporting of small shipments.', '小额出运的报告义务。'), cite: '15 CFR 742.19(c)', of: { item: '1' }, mayMatter: false },
    ],
    conflicts: [
      {
        rules: ['ear.740.13.d', 'ear.740.2.a.9'],
        says: say('Rules disagree on “exceptions barred”: ear.740.13.d, ear.740.2.a.9.', '关于“例外受限”的规则相互冲突：ear.740.13.d、ear.740.2.a.9。'),
        of: { item: '3' },
      },
    ],
    assumptions: [{ fact: 'endUse.supercomputer', of: {}, value: say('no', '否') }],
    warnings: [
      say(
        'Screening used the built-in starter list, which is incomplete. Not searched in full: MEU. Import the official lists.',
        '筛查使用了内置的入门名单，该名单不完整。未完整检索：MEU。请导入官方名单。',
      ),
      say('The list EL is 32 days old on the day of this case.', '在本案日期，名单EL已有32天未更新。'),
    ],
    packs: [{ id: 'us-ear', version: '2026.09.1', lawAsOf: '2026-07-23', sha256: madeUpHash('pack') }],
    lists: [
      { id: 'EL', contentDate: '2026-07-31', sha256: madeUpHash('EL'), records: 14160, complete: true },
      { id: 'UVL', contentDate: '2026-07-30', sha256: madeUpHash('UVL'), records: 214, complete: true },
      { id: 'MEU', contentDate: '2026-06-01', sha256: madeUpHash('MEU'), records: 17, complete: false },
    ],
    engine: 'licet-engine/1',
    factsHash: madeUpHash('facts'),
    proofHash: madeUpHash('proof'),
  }
}

/** Three items, four parties, hits decided and not: nearly every part of a memo has something to say. */
export function richInput(lang: Lang): MemoInput {
  const say = pick(lang)
  return {
    answer: richAnswer(lang),
    file: richFile(),
    determinationId: 'D-7F3A-0192',
    determinedAt: '2026-09-01T09:30:00Z',
    by: 'Amara Lindqvist',
    organisation: say('Brightwater Instruments, Trade Compliance', '明水仪器 贸易合规部'),
    auditHead: { seq: 4711, hash: madeUpHash('head') },
    answerHash: madeUpHash(`answer-${lang}`),
    screening: { matcher: 'licet-screening/1', threshold: 0.82 },
    proofs: [
      {
        item: '1',
        lines: [
          {
            rule: 'ear.ccl.3A090.rs-a',
            says: say('Advanced computing items need a licence to the destinations named for them.', '先进计算物项运往所列目的地须申请许可。'),
            cite: '15 CFR 742.6(a)(6)(iii)(A)',
            applied: 'yes',
          },
          {
            rule: 'ear.740.2.a.9',
            says: say('No exception for these items unless named.', '除列明者外，此类物项不得使用例外。'),
            cite: '15 CFR 740.2(a)(9)',
            applied: 'overridden',
          },
        ],
        notApplied: 37,
      },
      { item: '2', lines: [], notApplied: 41 },
    ],
    names: {
      countries: {
        US: say('United States', '美国'),
        CN: say('China', '中国'),
        SG: say('Singapore', '新加坡'),
        HK: say('Hong Kong', '中国香港'),
        TW: say('Taiwan', '中国台湾'),
        TR: say('Türkiye', '土耳其'),
      },
      lists: { EL: say('Entity List', '实体清单'), UVL: say('Unverified List', '未经核实清单'), MEU: say('Military End User List', '军事最终用户清单') },
      facts: {
        'endUse.militaryEndUse': say('military end use', '军事最终用途'),
        'endUse.supercomputer': say('use in a supercomputer', '用于超级计算机'),
        'endUse.civil': say('civil end use only', '仅限民用最终用途'),
        'item.valueUsd': say('value in USD', '美元价值'),
      },
      regimes: { 'us-ear': say('Export Administration Regulations (US)', '美国《出口管理条例》') },
    },
  }
}

/** The plainest memo: one item, one clear party, nothing open. */
export function plainInput(lang: Lang): MemoInput {
  const rich = richInput(lang)
  const { names, ...rest } = rich
  const item = rich.answer.items[1]
  const party = rich.answer.parties[0]
  if (item === undefined || party === undefined || names === undefined) throw new Error('the rich fixture lost its second item or first party')
  return {
    ...rest,
    names,
    file: caseSchema.parse({
      schema: CASE_SCHEMA,
      id: 'PO-2026-0001',
      transaction: { kind: 'export', from: 'US', destination: 'SG', transit: [] },
      items: [{ id: '2', description: item.description, eccn: item.eccn }],
      parties: [{ role: party.role, name: party.name, country: party.country }],
    }),
    answer: {
      ...rich.answer,
      case: 'PO-2026-0001',
      outcome: 'no-licence-required',
      says: answerSentence('no-licence-required', ['no-licence-required'], lang),
      regimes: [{ id: 'us-ear', outcome: 'no-licence-required' }],
      items: [item],
      parties: [{ ...party, notSearched: [] }],
      questions: [],
      solves: [],
      notAsked: [],
      notModelled: [],
      conflicts: [],
      assumptions: [],
      warnings: [],
      lists: rich.answer.lists.filter(({ complete }) => complete),
    },
    proofs: [{ item: '2', lines: [], notApplied: 41 }],
  }
}

/** Two hundred items, a reason of 3,000 characters, names of 500: what must not be clipped. */
export function longInput(lang: Lang): MemoInput {
  const rich = richInput(lang)
  const first = rich.answer.items[0]
  const party = rich.answer.parties[1]
  if (first === undefined || party === undefined) throw new Error('the rich fixture lost its first item or second party')
  const words = (word: string, length: number) =>
    Array.from({ length: Math.ceil(length / (word.length + 1)) }, (_, i) => `${word}${i}`)
      .join(' ')
      .slice(0, length)
  const name = `${words('Consolidated', 240)}${'北方灯笼半导体研究所与关联企业'.repeat(9)}${'X'.repeat(125)}`.slice(0, 500)
  const items = Array.from({ length: 200 }, (_, i) => ({ ...first, id: `L${i + 1}`, description: `${words(`part${i}x`, 60)} end${i}` }))
  const reason = `${words('because', 2900)} ${'y'.repeat(90)} last.`
  return {
    ...rich,
    file: {
      ...rich.file,
      items: items.map(({ id, description, eccn }) => ({ id, description, eccn, facts: {}, content: [] })),
      parties: [{ role: 'end-user', name, country: 'CN', owners: [], dispositions: [], facts: {}, address: words('Street', 1900) }],
    },
    answer: {
      ...rich.answer,
      says: answerSentence(
        'licence-required',
        items.map(({ outcome }) => outcome),
        lang,
      ),
      items,
      parties: [{ ...party, name, role: 'end-user' }],
    },
    decisions: [
      {
        party: name,
        list: 'EL',
        entry: 'el-2019-0417',
        decision: 'same-party',
        reason,
        by: 'J. Okafor',
        at: '2026-08-30T10:05:00Z',
        entryHash: madeUpHash('entry'),
      },
    ],
    proofs: [],
  }
}

/** Every text of a block that a reader sees. */
export function textsOf(block: MemoBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'keyValue':
      return block.rows.flatMap(({ key, value }) => [key, value])
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat()]
    case 'verdict':
      return [block.sentence, ...block.lines.map(({ text }) => text), ...block.remarks]
    case 'list':
      return block.entries
    case 'note':
      return [block.title, block.text]
    case 'hash':
      return [block.label, block.value]
    case 'signatures':
      return block.parts.flatMap(({ role, name, fields }) => [role, name, ...fields])
    case 'pageBreak':
      return []
  }
}
