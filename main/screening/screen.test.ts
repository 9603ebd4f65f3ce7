/**
 * The matcher as a table of cases: what must be found under which disguise, what must stay silent, and the complaints that users of
 * other programs made in public.
 */
import { describe, expect, it } from 'vitest'
import { SCORE_FEATURES, type ScreenQuery } from '#shared/domain/screening.ts'
import { list, listed } from './fixtures.ts'
import { buildIndex, comparePair, screen } from './screen.ts'
import { THRESHOLD } from './settings.ts'

const entries = [
  listed('EL', 'huawei', 'Huawei Technologies Co., Ltd. (Huawei)', {
    aliases: ['Shenzhen Huawei Technologies'],
    countries: ['CN'],
    kind: 'unknown',
    footnotes: [1, 2],
  }),
  listed('EL', 'hikvision', 'Hangzhou Hikvision Digital Technology Co., Ltd.', {
    aliases: ['Hikvision'],
    countries: ['CN'],
    addedNames: ['杭州海康威视数字技术股份有限公司', '海康威视'],
    kind: 'unknown',
  }),
  listed('EL', 'smic', 'Semiconductor Manufacturing International Corporation (SMIC)', { countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'smic-sz', 'Semiconductor Manufacturing International (Shenzhen) Corporation', {
    aliases: ['SMIC Shenzhen'],
    countries: ['CN'],
    kind: 'unknown',
  }),
  listed('EL', 'ymtc', 'Yangtze Memory Technologies Co., Ltd.', { aliases: ['Changjiang Cunchu'], countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'phytium', 'Tianjin Phytium Information Technology', {
    aliases: ['Tianjin Feiteng Information Technology'],
    countries: ['CN'],
    kind: 'unknown',
  }),
  listed('EL', 'hit', 'Harbin Institute of Technology', { countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'nwpu', 'Northwestern Polytechnical University', { countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'buaa', 'Beijing University of Aeronautics and Astronautics (BUAA)', { aliases: ['Beihang University'], countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'cetc14', 'China Electronics Technology Group Corporation 14th Research Institute (CETC 14)', { countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'cetc13', 'China Electronics Technology Group Corporation 13th Research Institute (CETC 13)', { countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'changan', 'Chongqing Chang An Optical Co.', { countries: ['CN'], kind: 'unknown' }),
  listed('EL', 'almaz', 'Joint-Stock Company Concern Almaz-Antey', { aliases: ['Almaz-Antey Corp'], countries: ['RU'], kind: 'unknown' }),
  listed('EL', 'gazprom', 'Gazprom, OAO', { countries: ['RU'], kind: 'unknown' }),
  listed('EL', 'roe', 'Rosoboronexport OJSC (ROE)', { countries: ['RU'], kind: 'unknown' }),
  listed('DPL', 'ash', ' I. ASH', { kind: 'unknown' }),
  listed('SDN', 'freebird', 'FREEBIRD', { countries: ['SY'] }),
  listed('SDN', '11420', '11420 CORP.', { countries: ['CO'] }),
  listed('SDN', 'mehr', 'MEHR BANK', { countries: ['IR'] }),
  listed('SDN', 'habash', 'HABBASH, George', { kind: 'person', dates: ['1925'] }),
  listed('SDN', 'caribbean', 'AEROCARIBBEAN AIRLINES', { aliases: ['AERO-CARIBBEAN'], countries: ['CU'] }),
  listed('SDN', 'putin', 'PUTIN, Vladimir Vladimirovich', { kind: 'person', dates: ['07 Oct 1952'], countries: ['RU'], ids: ['Passport 530000001 (Russia)'] }),
  listed('SDN', 'rahman', "'ABD AL-RAHMAN, Muhammad Yusuf", { kind: 'person', dates: ['1970'] }),
  listed('SDN', 'weak', 'EXAMPLE, Tomas Alberto', { kind: 'person', weakAliases: ['EL ZORRO GRANDE'] }),
  listed('SDN', 'patricia', 'MORALES QUINTERO, Blanca', { kind: 'person', aliases: ['PATRICIA'] }),
  listed('SDN', 'vessel', 'SARAH', { kind: 'vessel' }),
  listed('SDN', 'fu-yuan', 'FU YUAN YU 7862', { kind: 'vessel' }),
  listed('SDN', 'muller', 'Müller Präzision GmbH', { countries: ['DE'] }),
  listed('CMIC', 'telecom', 'China Telecom Corporation Limited', { countries: ['CN'] }),
  listed('CMIC', 'casc', 'China Aerospace Science and Technology Corporation', {
    aliases: ['CASC'],
    countries: ['CN'],
    ids: ['CN, 91110000100014071Q, Unified Social Credit Code (USCC)'],
  }),
  listed('CN-UEL', 'han', '天剑导弹系统公司', { countries: ['US'] }),
]
const index = buildIndex(entries, ['EL', 'DPL', 'SDN', 'CMIC', 'CN-UEL'].map(list))
const found = (query: string | ScreenQuery): string[] => screen(index, typeof query === 'string' ? { name: query } : query).hits.map((hit) => hit.entry)

describe('a listed party is found', () => {
  it.each([
    // case, punctuation, legal form
    ['HUAWEI TECHNOLOGIES CO LTD', 'huawei'],
    ['huawei technologies', 'huawei'],
    ['Huawei', 'huawei'],
    ['Huawei Technologies Deutschland GmbH', 'huawei'],
    ['HUAWEI TECH. CO., LIMITED', 'huawei'],
    ['Hikvision', 'hikvision'],
    ['Hikvision Digital Technology Company Limited', 'hikvision'],
    ['OAO "Gazprom"', 'gazprom'],
    ['PJSC Gazprom', 'gazprom'],
    ['Public Joint Stock Company Gazprom', 'gazprom'],
    ['Rosoboronexport', 'roe'],
    ['i ash', 'ash'],
    // word order
    ['Vladimir Putin', 'putin'],
    ['Vladimir Vladimirovich PUTIN', 'putin'],
    ['Technologies Huawei', 'huawei'],
    ['Institute of Technology Harbin', 'hit'],
    // small differences of spelling
    ['Huawai Technologies', 'huawei'],
    ['Hikvison Digital Technology', 'hikvision'],
    ['Rosoboroneksport', 'roe'],
    ['Phytum Information Technology (Tianjin)', 'phytium'],
    ['Muhammed Yousef Abdulrahman', 'rahman'],
    ['Mohamed Yusuf Abd el Rahman', 'rahman'],
    ['Wladimir Putin', 'putin'],
    ['Mueller Praezision', 'muller'],
    ['MULLER PRAZISION', 'muller'],
    // spaces and hyphens
    ['Aero Caribbean', 'caribbean'],
    ['Aerocaribbean', 'caribbean'],
    ['Hua Wei Technologies', 'huawei'],
    ['Hik Vision', 'hikvision'],
    // abbreviations
    ['SMIC', 'smic'],
    ['Semiconductor Mfg. Intl. Corp.', 'smic'],
    ['BUAA', 'buaa'],
    ['CASC', 'casc'],
    // other scripts
    ['Рособоронэкспорт', 'roe'],
    ['ОАО Газпром', 'gazprom'],
    ['Владимир Путин', 'putin'],
    ['华为技术有限公司', 'huawei'],
    ['華為技術有限公司', 'huawei'],
    ['华为', 'huawei'],
    ['杭州海康威视数字技术股份有限公司', 'hikvision'],
    ['海康威視', 'hikvision'],
    ['长江存储科技有限责任公司', 'ymtc'],
    ['長江存儲', 'ymtc'],
    ['天津飞腾信息技术有限公司', 'phytium'],
    ['哈尔滨工业大学', 'hit'],
    ['西北工业大学', 'nwpu'],
    ['北京航空航天大学', 'buaa'],
    ['中国电子科技集团公司第十四研究所', 'cetc14'],
    ['中国电信股份有限公司', 'telecom'],
    ['重庆长安光学', 'changan'],
    ['Tianjian Missile Systems', 'han'],
    ['天剑导弹系统', 'han'],
    // trade names whose Latin form is no pinyin
    ['海康威视科技', 'hikvision'],
    ['中芯国际', 'smic'],
    ['中芯国际集成电路制造(深圳)有限公司', 'smic-sz'],
    // words added
    ['Almaz Antey Telecom', 'almaz'],
    ['FreeBird Travel and Tourism', 'freebird'],
    ['Gazprom Bank', 'gazprom'],
    ['Hikvision Cloud Networks Co., Ltd.', 'hikvision'],
    ['China Telecom Global Limited', 'telecom'],
    ['The Huawei Technologies Company of Shenzhen, Limited', 'huawei'],
  ])('%s', (query, entry) => {
    expect(found(query)).toContain(entry)
  })
})

describe('a word that weighs less in another name', () => {
  it('weighs in each name what it weighs there', () => {
    const index = buildIndex([listed('SDN', '1', 'Almazov imeni Degtyarova'), listed('SDN', '2', 'Degtyarova Kovrov')], [])
    const { hits } = screen(index, { name: 'Degtyarova Kovrin' }, { threshold: 0.5 })
    expect(hits.map(({ entry, score }) => [entry, score])).toEqual([['2', comparePair('Degtyarova Kovrin', 'Degtyarova Kovrov').score]])
  })
})

describe('nothing is reported', () => {
  it.each([
    // words of the trade alone
    'Technology Co Ltd',
    'Information Technology',
    'International Corporation',
    'Digital Technology Co., Ltd.',
    'Research Institute',
    'China Technology Group',
    'University of Technology',
    'Co., Ltd.',
    '有限公司',
    '科技有限公司',
    // people and companies that share a part
    'George Bush',
    'Ana Meza',
    'Vladimir Ivanov',
    'Sarah Jensen',
    'Patricia Green',
    'Apple Inc.',
    'Siemens AG',
    'Samsung Electronics',
    'Bank of America',
    'Kite Corp',
    '苹果公司',
    // a number that was lost must not leave its legal form behind
    'CORP',
    'Corp.',
    '11421 CORP',
  ])('%s', (query) => {
    expect(found({ name: query, ...(query === 'Sarah Jensen' ? { kind: 'person' as const } : {}) })).toEqual([])
  })
})

describe('numbers tell apart', () => {
  it('ships, institutes and companies', () => {
    expect(found('11420 Corp')).toEqual(['11420'])
    expect(found('Fu Yuan Yu 7862')).toEqual(['fu-yuan'])
    expect(found('Fu Yuan Yu 7886')).toEqual([])
    expect(found('CETC 14')).toContain('cetc14')
    expect(found('CETC 14')).not.toContain('cetc13')
    expect(found('中国电子科技集团公司第十四研究所')).not.toContain('cetc13')
  })
})

describe('other fields', () => {
  it('that are missing on either side count for nothing', () => {
    const plain = screen(index, { name: 'George Habbash' }).hits[0]
    const withCountry = screen(index, { name: 'George Habbash', country: 'PS' }).hits[0]
    expect(withCountry?.score).toBe(plain?.score)
    expect(withCountry?.why).toEqual(plain?.why)
  })

  it('that differ lower the score and never hide the hit', () => {
    const plain = screen(index, { name: 'Vladimir Putin' }).hits[0]
    const other = screen(index, { name: 'Vladimir Putin', country: 'US', dob: '1980-01-01' }).hits[0]
    expect(other?.entry).toBe('putin')
    expect(other?.score).toBeLessThan(plain?.score ?? 0)
    const threshold = screen(index, { name: 'Huawai Technologies' }).hits[0]?.score ?? 1
    expect(screen(index, { name: 'Huawai Technologies', country: 'US', dob: '1950' }, { threshold }).hits[0]).toMatchObject({
      entry: 'huawei',
      score: threshold,
    })
  })

  it('that agree raise it a little', () => {
    const plain = screen(index, { name: 'Wladimir Putin' }).hits[0]
    const same = screen(index, { name: 'Wladimir Putin', country: 'RU', dob: '1952-10-07' }).hits[0]
    expect(same?.score).toBeGreaterThan(plain?.score ?? 1)
    expect(same?.why.map((part) => part.feature)).toEqual(expect.arrayContaining(['country-same', 'birth-date-same']))
  })

  it('an identity number settles the matter whatever the name', () => {
    const hit = screen(index, { name: 'Some Other Name', ids: ['USCC 91110000100014071Q'] }).hits[0]
    expect(hit).toMatchObject({ entry: 'casc', score: 1 })
    expect(hit?.why.at(-1)?.feature).toBe('same-social-credit-code')
    expect(screen(index, { name: 'Some Other Name', ids: ['Passport 530000001'] }).hits[0]?.why.at(-1)?.feature).toBe('same-identity-number')
  })

  it('a person is not a ship', () => {
    expect(found({ name: 'Sarah', kind: 'vessel' })).toEqual(['vessel'])
    expect(found({ name: 'Sarah Miller', kind: 'person' })).toEqual([])
  })

  it('weak aliases count less than strong ones', () => {
    const hit = screen(index, { name: 'El Zorro Grande' }).hits[0]
    expect(hit?.score).toBeCloseTo(0.94, 2)
    expect(hit?.why.some((part) => part.feature === 'weak-alias')).toBe(true)
  })
})

describe('the answer', () => {
  const queries = [
    'Huawai Marine Tech',
    'Gazprom Bank',
    'Muhammed Yousef Abdulrahman',
    'China Telecom Americas',
    '长江存储科技',
    'El Zorro',
    'Institute Harbin',
    'Fu Yuan Yu 7886',
    'BUAA',
    'SMIC Tianjin',
  ]

  it.each(queries)('%s: the score is the sum of its parts', (name) => {
    const answer = screen(index, { name, country: 'US', kind: 'entity', dob: '1950' }, { threshold: 0.5 })
    for (const hit of [...answer.hits, ...answer.nearest]) {
      const sum = hit.why.reduce((total, part) => total + part.weight * part.score, 0)
      expect(Math.abs(sum - hit.score), `${hit.entry} ${JSON.stringify(hit.why)}`).toBeLessThan(0.0002)
    }
  })

  it('tells another order of words that met as one', () => {
    const features = (name: string, other: string) => comparePair(name, other).why.map(({ feature }) => feature)
    expect(features('Aero Quillon Tesmar', 'Tesmar Aeroquillon')).toEqual(['joined-words', 'same-word', 'word-order'])
    expect(features('Aero Quillon Tesmar', 'Aeroquillon Tesmar')).toEqual(['joined-words', 'same-word'])
  })

  it('shows both words of each part', () => {
    const hit = screen(index, { name: 'Huawai Technologies' }).hits.find((one) => one.entry === 'huawei')
    expect(hit?.why[0]).toMatchObject({ feature: 'similar-word', query: 'huawai', candidate: 'huawei' })
    expect(hit).toMatchObject({
      list: 'EL',
      entryHash: 'hash-huawei',
      name: 'Huawei Technologies Co., Ltd. (Huawei)',
      source: { snapshot: 'sha-EL', contentDate: '2026-07-31' },
    })
    expect(hit?.listing).toMatchObject({ countries: ['CN'], footnotes: [1, 2] })
  })

  it('finds a listing that ended or is suspended, and shows its dates', () => {
    const suspensions = [{ from: '2025-05-14', until: '2025-08-11', citation: 'an announcement' }]
    const relations = [{ says: 'branch of', entry: 'p', name: 'Parent' }]
    const paused = buildIndex([listed('CN-UEL', 'x', 'Quillon Aerospace Inc.', { endDate: '2025-12-31', suspensions, relations })], [list('CN-UEL')])
    const [hit] = screen(paused, { name: 'Quillon Aerospace' }).hits
    expect(hit?.listing).toMatchObject({ endDate: '2025-12-31', suspensions, relations })
  })

  it('shows the nearest below the threshold, and the settings', () => {
    const answer = screen(index, { id: 'q1', name: 'Gazprom Zzyzx' })
    expect(answer).toMatchObject({ id: 'q1', alert: false, hits: [], settings: { threshold: THRESHOLD } })
    expect(answer.nearest[0]?.entry).toBe('gazprom')
    expect(answer.nearest[0]?.score).toBeLessThan(THRESHOLD)
    expect(answer.lists).toHaveLength(5)
  })

  it('gives at most as many hits as asked and says alert all the same', () => {
    const answer = screen(index, { name: 'Semiconductor Manufacturing International' }, { top: 1 })
    expect(answer.hits).toHaveLength(1)
    expect(answer.alert).toBe(true)
  })

  it('is the same every time and for any order of the entries', () => {
    const turned = buildIndex([...entries].reverse(), index.lists)
    for (const name of queries) {
      expect(screen(index, { name })).toEqual(screen(index, { name }))
      const view = (answer: ReturnType<typeof screen>) => answer.hits.map(({ entry, score }) => `${entry} ${score}`)
      expect(view(screen(turned, { name }))).toEqual(view(screen(index, { name })))
    }
  })

  it.each(['', ' ', '...', '()', '"', '\u200b', '\u0000', '𠮷', '🚢', 'a', '1', 'x'.repeat(1000), 'a '.repeat(500), '华'.repeat(500)])(
    'stands any query: %j',
    (name) => {
      expect(() => screen(index, { name })).not.toThrow()
    },
  )

  it('stands an empty index', () => {
    expect(screen(buildIndex([], []), { name: 'Huawei' })).toMatchObject({ alert: false, hits: [], nearest: [] })
  })
})

/** What users of other programs complained of in public, each as what must happen here. */
describe('complaints', () => {
  const alert = (name: string): boolean => screen(index, { name }).alert
  it.each<[says: string, holds: () => boolean]>([
    ['"CORP" is not "11420 CORP.": the only word that tells is never dropped', () => !alert('CORP') && found('11420 Corp').includes('11420')],
    ['George Bush is not George Habbash', () => !alert('George Bush')],
    ['Ana Meza has nothing to do with MEHR BANK', () => !alert('Ana Meza') && comparePair('Ana Meza', 'MEHR BANK').score < 0.5],
    ['Huawei and Hikvision are found', () => found('Huawei').includes('huawei') && found('Hikvision').includes('hikvision')],
    ['a word more does not lose the hit: Almaz Antey Telecom', () => found('Almaz Antey Telecom').includes('almaz')],
    ['a word more does not lose the hit: FreeBird Travel and Tourism', () => found('FreeBird Travel and Tourism').includes('freebird')],
    ['a word more does not lose the hit: Gazprom Bank', () => found('Gazprom Bank').includes('gazprom')],
    [
      'legal forms more or fewer do not lose the hit',
      () => ['', ' Ltd', ' Co., Ltd.', ' LLC', ' GmbH', ' Corp'].every((form) => found(`Huawei Technologies${form}`).includes('huawei')),
    ],
    ['the order of words does not lose the hit', () => found('Putin Vladimir').includes('putin') && found('Vladimir Putin').includes('putin')],
    ['an abbreviated word does not lose the hit', () => found('Hangzhou Hikvision Digital Tech. Co. Ltd.').includes('hikvision')],
    [
      'every hit says why',
      () =>
        ['Huawai', 'Gazprom Bank', '华为', 'CASC'].every((name) =>
          screen(index, { name }).hits.every(({ why }) => why.length > 0 && why.every(({ feature }) => SCORE_FEATURES.includes(feature))),
        ),
    ],
    ['a country that the listing does not give is unknown', () => screen(index, { name: 'George Habbash', country: 'US' }).hits[0]?.entry === 'habash'],
    [
      'remarks are not searched as names',
      () => !screen(buildIndex([listed('SDN', 'x', 'ACME', { remarks: 'Linked To: ZENTARIX' })], []), { name: 'Zentarix' }).alert,
    ],
    [
      'the score is the best over all names of the listing and of the query',
      () =>
        screen(buildIndex([listed('SDN', 'x', 'Somebody Else', { aliases: ['Wholly Other', 'Exact Match Name'] })], []), { name: 'Exact Match Name' }).hits[0]
          ?.matched === 'Exact Match Name',
    ],
    ['the same date of birth does not make a hit of another name', () => !screen(index, { name: 'Walter Unrelated', dob: '1952-10-07' }).alert],
    ['short true names score in full', () => screen(index, { name: 'I. Ash' }).hits[0]?.score === 1],
    ['the settings in effect are recorded', () => screen(index, { name: 'x' }, { threshold: 0.9, top: 3 }).settings?.threshold === 0.9],
    ['weak aliases count less', () => (screen(index, { name: 'El Zorro Grande' }).hits[0]?.score ?? 1) < 1],
    [
      'hits beyond those shown still alert, and all can be asked for',
      () => screen(index, { name: 'SMIC Shenzhen' }, { top: 1 }).alert && screen(index, { name: 'SMIC Shenzhen' }, { top: 100_000 }).hits.length > 1,
    ],
  ])('%s', (_, holds) => {
    expect(holds()).toBe(true)
  })
})

describe('other spellings and scripts', () => {
  it.each([
    ['陳志偉', 'Chan Chi Wai'],
    ['張志明', 'Chang Chih-ming'],
    ['Zhang Jun', 'Chang Chün'],
    ['Lin Zhiqiang', "Lin Chih-ch'iang"],
    ['정성민', 'Jung Sung-min'],
    ['Jeong Seongmin', 'Chong Song-min'],
    ['김정은', 'KIM Jong Un'],
    ['محمد علی رضایی', 'Mohammad Ali Rezaei'],
    ['عبد الرحمن يوسف', 'Abdulrahman Youssef'],
    ['Σαντάμ Χουσεΐν', 'Saddam Hussein'],
    ['Юрий Кузнецов', 'Iurii Kuznetsov'],
    ['Ûrij Čerkasov', 'Yuriy Cherkasov'],
    ['יעקב מזרחי', 'Yaakov Mizrahi'],
    ['Ηuawei Technologies', 'Huawei Technologies'],
    ['EW78843', 'EW-78843'],
    ['Nasruddin Haqqani', 'Nasr al-Din Haqqani'],
    ['J. Habbash', 'John Habbash'],
  ])('%s is %s', (a, b) => {
    expect(comparePair(a, b, 'person').alert, JSON.stringify(comparePair(a, b, 'person'))).toBe(true)
  })
  it.each([
    ['张伟', 'Zhang Yang'],
    ['Bing Xu', 'Jing Xu'],
    ['Mary Taylor', 'Mark Taylor'],
    ['محمود علي', 'Ahmed Salim'],
    ['Nadia Green', 'NADIA'],
    ['Maria Schmidt', 'Maria S'],
  ])('%s is not %s', (a, b) => {
    expect(comparePair(a, b, 'person').alert, JSON.stringify(comparePair(a, b, 'person'))).toBe(false)
  })
})

describe('pairs', () => {
  it.each([
    ['Huawei Technologies Co., Ltd.', 'HUAWEI TECH CO LTD', true],
    ['Vladimir Putin', 'PUTIN, Vladimir Vladimirovich', true],
    ['孟晚舟', 'Meng Wanzhou', true],
    ['长江存储', 'Changjiang Cunchu', true],
    ['SMIC Shenzhen', 'SMIC Tianjin', false],
    ['China National Nuclear Corporation', 'China National Offshore Oil Corporation', false],
    ['11420 CORP.', 'CORP', false],
    ['George Bush', 'George Habbash', false],
    ['Ana Meza', 'MEHR BANK', false],
    ['Technology Co Ltd', 'Huawei Technology Co Ltd', false],
    ['', 'Huawei', false],
  ])('%s / %s: %s', (name1, name2, alert) => {
    const answer = comparePair(name1, name2)
    expect(answer.alert, JSON.stringify(answer)).toBe(alert)
    expect(comparePair(name2, name1).score).toBe(answer.score)
    expect(Math.abs(answer.why.reduce((sum, part) => sum + part.weight * part.score, 0) - answer.score)).toBeLessThan(0.0002)
  })
})
