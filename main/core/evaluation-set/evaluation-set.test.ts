/** The labelled set is what its generator makes of the reference copies, byte for byte, and holds what it says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasReferenceData } from '#main/core/reference-data.ts'
import { chosen, dice, hashOf } from './choice.ts'
import { COMPANY_DISGUISES, PEOPLE_DISGUISES } from './disguises.ts'
import { evaluationSet } from './evaluation-set.ts'
import { aliasKind, plainWords, tellingWords } from './related.ts'
import { scriptOf } from './sources.ts'
import { arabicSpelling, cyrillicSpellings, wadeGiles } from './spellings.ts'

const stored = (name: string): string => readFileSync(join(import.meta.dirname, '../../../assets/screening', name), 'utf8')

describe.skipIf(!hasReferenceData())('the labelled set', () => {
  it('is made again byte for byte', async () => {
    const made = await evaluationSet()
    expect(Object.keys(made)).toEqual(['pairs.csv', 'innocents.csv'])
    for (const [name, text] of Object.entries(made)) expect(text === stored(name), `${name}: run main/core/evaluation-set/make-evaluation-set.ts`).toBe(true)
  }, 300_000)
})

describe('choices', () => {
  it('depend on nothing but their text', () => {
    expect(hashOf('Huawei')).toBe(hashOf('Huawei'))
    expect(hashOf('Huawei')).not.toBe(hashOf('Huawej'))
    const roll = dice('seed')
    const again = dice('seed')
    const rolled = Array.from({ length: 50 }, () => roll(6))
    expect(Array.from({ length: 50 }, () => again(6))).toEqual(rolled)
    expect(new Set(rolled)).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    expect(chosen([...names].reverse(), 3, 'test', (name) => name)).toEqual(chosen(names, 3, 'test', (name) => name))
  })
})

describe('disguises', () => {
  const roll = (): ((most: number) => number) => dice('test')
  it.each([
    ['word-order', 'GAO, Qi', 'Qi GAO'],
    ['middle-initial', 'KAIGORODOV, Igor Veniaminovich', 'Igor V. KAIGORODOV'],
    ['given-names-as-initials', 'Sergey Nikolayevich GRINYUK', 'S. N. GRINYUK'],
    ['double-letter', 'ABBAS, Ghassan', 'ABAS, Ghassan'],
    ['diacritics-dropped', 'Vjačeslav Łukasz', 'Vjaceslav Lukasz'],
    ['umlauts-spelled', 'Thomas RÖPER', 'Thomas ROEPER'],
    ['full-width', 'PAN', 'ＰＡＮ'],
  ])('%s of %s', (disguise, name, made) => {
    expect(PEOPLE_DISGUISES[disguise]?.(name, roll())).toBe(made)
  })

  it.each([
    ['legal-form-dropped', 'Hesong Trading Co., Ltd.', 'Hesong Trading'],
    ['words-abbreviated', 'Kulon Technologies Manufacturing', 'Kulon Tech Mfg'],
    ['and-sign', 'Shipping & Trading', 'Shipping and Trading'],
    ['number-written-otherwise', '85th Service Plant', 'No. 85 Service Plant'],
  ])('%s of %s', (disguise, name, made) => {
    expect(COMPANY_DISGUISES[disguise]?.(name, roll())).toBe(made)
  })

  it('say nothing where they do not apply', () => {
    expect(PEOPLE_DISGUISES['middle-initial']?.('Qi GAO', roll())).toBeUndefined()
    expect(PEOPLE_DISGUISES['umlauts-spelled']?.('Qi GAO', roll())).toBeUndefined()
    expect(COMPANY_DISGUISES['legal-form-changed']?.('Kulon', roll())).toBeUndefined()
    expect(COMPANY_DISGUISES['letter-dropped']?.('ABC LLC', roll())).toBeUndefined()
  })
})

describe('spellings', () => {
  it('of Cyrillic names', () => {
    const made = Object.fromEntries(cyrillicSpellings('Хрущёв ЩУКИН').map(({ system, name }) => [system, name]))
    expect(made).toEqual({
      passport: 'Khrushchev SHCHUKIN',
      'bgn-pcgn': 'Khrushchyov SHCHUKIN',
      'iso-9': 'Hruŝëv ŜUKIN',
      german: 'Chruschtschjow SCHTSCHUKIN',
      french: 'Khrouchtchiov CHTCHOUKIN',
    })
  })

  it('of Chinese and Arabic names', () => {
    expect(['Zhang', 'xiao', 'qiang', 'Zi', 'Guo', 'xue'].map(wadeGiles)).toEqual(['Chang', 'hsiao', "ch'iang", 'Tzu', 'Kuo', 'hsüeh'])
    expect(arabicSpelling('Walid Sharif', dice('x'))).toMatch(/^(Waleed|Oualid) (Sherif|Shareef)$/)
    expect(arabicSpelling('Thomas Schneider', dice('x'))).toBeUndefined()
  })
})

describe('kinship of names', () => {
  it.each([
    ['Mohammed al-Shaar', "Mohamed al-Sha'ar", true, 'alias-spelling'],
    ['Hassan Dahir Aweys', 'Sheikh Hassan Dahir Aweys', true, 'alias-more-words'],
    ['IBRAHIM, Dawood', 'HASAN, Ibrahim', true, 'alias-distant'],
    ['NEMBHARD, Norris', 'DEDO', true, 'alias-unrelated'],
    ['Atomic Energy Organization of Iran', 'AEOI', false, 'acronym'],
    ['RASSVET, OAO', 'JSC Rassvet', false, 'alias-spelling'],
    ['Alpha Trading Company', 'Beta Trading Company', false, 'alias-distant'],
  ])('%s / %s', (name, alias, person, kind) => {
    expect(aliasKind(name, alias, person)).toBe(kind)
  })

  it('knows words and scripts', () => {
    expect(plainWords("Xi'an J.S.C. „Élan-9“")).toEqual(['xian', 'jsc', 'elan', '9'])
    expect(tellingWords('OOO Alfa Ltd')).toEqual(['alfa'])
    expect(['Müller', 'Путин', '華為 Tech', 'トヨタ自動車', '김수일', 'علي', '—'].map(scriptOf)).toEqual([
      'Latin',
      'Cyrillic',
      'Latin',
      'Kana',
      'Hangul',
      'Arabic',
      'Latin',
    ])
  })
})
