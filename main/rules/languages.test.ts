import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { readPack } from './read-pack.ts'

type Pair = { en: string; zh: string }
const isPair = (value: object): value is Pair => 'en' in value && 'zh' in value && typeof value.en === 'string' && typeof value.zh === 'string'
const pairsIn = (value: unknown): Pair[] => {
  if (typeof value !== 'object' || value === null) return []
  return [...(isPair(value) ? [value] : []), ...Object.values(value).flatMap(pairsIn)]
}

/** “May” is a month beside a number, or after “in”. */
const MONTHS = [
  ...['January', 'February', 'March', 'April', String.raw`(?<=\d |[Ii]n )May|May(?= \d)`, 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty']
const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

const plain = (digits: string): string => `${Number(digits.replaceAll(',', ''))}`
const digitsOf = (text: string): string[] => [...text.matchAll(/\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?/g)].map(([digits]) => plain(digits))

/** Numbers in digits, with those of months, and numbers in words, among them the ordinals that an English sentence needs. */
function englishNumbers(text: string): { digits: string[]; words: string[] } {
  const dated = MONTHS.reduce(
    (rest, month, index) => rest.replaceAll(new RegExp(`\\b(?:${month})\\b`, 'g'), ` ${index + 1} `),
    text.replaceAll('four million', '4,000,000'),
  )
  const words = (dated.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word, index, all) => {
    const tens = TENS.findIndex((ten) => word === ten || word === ten.replace(/y$/, 'ieth'))
    if (tens >= 0) return [`${tens * 10 + 20}`, `${tens * 10 + 20 + Math.max(0, ENGLISH.indexOf((all[index + 1] ?? '').replace('fifth', 'five')))}`]
    const unit = ENGLISH.indexOf(word.replace('twelfth', 'twelve'))
    return unit < 0 ? [] : [`${unit}`]
  })
  return { digits: digitsOf(dated), words }
}

/** Numbers in digits, with 万 multiplied out, and numerals up to ninety-nine. */
function chineseNumbers(text: string): { digits: string[]; words: string[] } {
  const spelt = text.replaceAll('四百万', '4,000,000').replaceAll(/(\d(?:[\d,]*\d)?)万/g, (_, digits: string) => `${Number(plain(digits)) * 10_000}`)
  const words = (spelt.replaceAll(/[两双]/g, '二').match(/[一二三四五六七八九十]+/g) ?? []).map((numeral) => {
    const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['零', numeral]
    return `${(tens === '' ? 1 : CHINESE.indexOf(tens ?? '')) * 10 + Math.max(0, CHINESE.indexOf(units ?? ''))}`
  })
  return { digits: digitsOf(spelt), words }
}

/** Numbers that stand in digits in one language and neither in digits nor in words in the other. */
function strayNumbers({ en, zh }: Pair): string[] {
  const [english, chinese] = [englishNumbers(en), chineseNumbers(zh)]
  const missing = (of: string[], among: { digits: string[]; words: string[] }) => of.filter((one) => !among.digits.includes(one) && !among.words.includes(one))
  return [...missing(english.digits, chinese), ...missing(chinese.digits, english)]
}

const DESIGNATORS = /\d[A-E]\d{3}|(?<![A-Za-z\d])[ABDE]:\d|\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2}|[A-Z])\)/g
const designators = (text: string): string[] => [...new Set(text.match(DESIGNATORS))].sort()

const pairs = pairsIn(readPack(join(ASSETS_FOLDER, 'rules', 'us-ear')))

/** Titles of control entries stand in a table of their own and are aids to reading: they are not compared. */
describe('the English and the Chinese of the pack', () => {
  it('stand beside each other', () => expect(pairs.length).toBeGreaterThan(4000))
  it('state the same numbers', () => expect(pairs.map((pair) => [strayNumbers(pair), pair]).filter(([stray]) => stray?.toString() !== '')).toEqual([]))
  it('name the same entries, Country Groups and paragraphs', () =>
    expect(pairs.filter(({ en, zh }) => designators(en).join() !== designators(zh).join())).toEqual([]))
  it('use Chinese marks between Chinese words, and no space', () =>
    expect(pairs.filter(({ zh }) => /\p{Script=Han}[,;:?! ]|[,;:?! ]\p{Script=Han}|["']/u.test(zh.replaceAll('× ', '×')))).toEqual([]))
})
