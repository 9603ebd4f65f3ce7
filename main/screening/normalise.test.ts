import { describe, expect, it } from 'vitest'
import { normaliseName } from './normalise.ts'
import { wordsAlike as alike, wordOf } from './similarity.ts'

const wordsAlike = (a: string, b: string): number => alike(wordOf(a), wordOf(b))
const words = (name: string): string[] => normaliseName(name).map((one) => one.tokens.map((token) => token.text).join(' '))

describe('normalisation', () => {
  it.each([
    // unicode, case, diacritics, other scripts
    ['ＨＵＡＷＥＩ', ['huawei']],
    ['Łódź Präzision', ['lodz prazision']],
    ['Газпром', ['gazprom']],
    ['Hua\u200bwei', ['huawei']],
    // punctuation
    ["Xi'an O’Brien", ['xian obrien']],
    ['I.B.M. S.A.', ['ibm']],
    ['A&B-C/D', ['a and b c d']],
    // spellings of one word
    ['Tech Intl Mfg', ['technology international manufacturing']],
    ['14th Institute', ['14 institute']],
    // names that lists write as one word or as several
    ['Abd al-Rahman', ['abdul rahman']],
    ['Abdulrahman', ['abdul rahman']],
    ['Abdur Rahman', ['abdul rahman']],
    ['Abdus-Salam', ['abdul salam']],
    ['Abdelkader', ['abdul qadir']],
    ['Abd Allah', ['abdullah']],
    ['Abdullahi', ['abdullahi']],
    ['Nasruddin', ['nasr din']],
    ['Saif al-Din', ['saif al din']],
    // legal forms are set aside, a name of nothing else keeps them
    ['Acme Co., Ltd.', ['acme']],
    ['Obshchestvo s ogranichennoi otvetstvennostyu Acme', ['acme']],
    ['OOO Acme', ['acme']],
    ['CORP', ['corp']],
    // what brackets declare
    ['Some Research Institute (SRI)', ['some research institute sri', 'some research institute', 'sri']],
    ['Acme (Acme)', ['acme']],
    ['Acme (Beijing) Ltd', ['acme beijing']],
    // Chinese: places, trades, numbers, legal forms; the rest by pinyin
    ['深圳前海科技有限公司', ['shenzhen qianhai technology', 'shenzhen qianhai science technology', 'shenzhen qianhai keji']],
    ['第二十三研究所', ['23 institute', '23 research institute', '23 yanjiusuo']],
    ['張偉', ['zhang wei', 'zhangwei']],
    ['', []],
    ['…', []],
  ])('%s', (name, expected) => {
    expect(words(name)).toEqual(expected)
  })

  it('keeps other readings of a character beside the likely one', () => {
    const forms = normaliseName('长安').flatMap((name) => name.tokens.flatMap((token) => token.forms))
    expect(forms).toEqual(expect.arrayContaining(['changan', 'zhangan']))
  })

  it('names the families of legal forms', () => {
    expect(normaliseName('Acme GmbH')[0]?.legal).toEqual(['liability'])
    expect(normaliseName('Acme Co., Ltd.')[0]?.legal).toEqual(['limited'])
    expect(normaliseName('前海股份有限公司')[0]?.legal).toEqual(['stock'])
  })
})

describe('words alike', () => {
  it.each([
    ['huawei', 'huawei', true],
    ['huawei', 'huawai', true],
    ['hussein', 'husayn', true],
    ['kuznetsov', 'kouznetsov', true],
    ['mario', 'maria', false],
    ['gaddafi', 'qadhafi', true],
    ['kim', 'jim', false],
    ['bush', 'habbash', false],
    ['marina', 'moreno', false],
    ['7862', '7886', false],
    ['a12b', 'a13b', false],
  ])('%s / %s: %s', (a, b, alike) => {
    expect(wordsAlike(a, b) > 0).toBe(alike)
    expect(wordsAlike(b, a)).toBe(wordsAlike(a, b))
  })
})
