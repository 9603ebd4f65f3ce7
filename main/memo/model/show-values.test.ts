import { describe, expect, it } from 'vitest'
import { country, dayInWords, factLines, grouped, momentInWords, type Shown, score } from './show-values.ts'
import { memoWords } from './words.ts'

const shown: Shown = { words: memoWords('en'), names: { countries: { CN: 'China' }, lists: { EL: 'Entity List' }, facts: { 'item.stealth': 'stealth' } } }

describe('dates', () => {
  it('writes a day in words', () => {
    expect(dayInWords('2026-09-01', memoWords('en'))).toBe('1 September 2026')
    expect(dayInWords('2026-09-01', memoWords('zh'))).toBe('2026年9月1日')
    expect(dayInWords('some day', memoWords('en'))).toBe('some day')
  })

  it('writes a moment in the zone in which it is given', () => {
    expect(momentInWords('2026-09-01T09:30:12.345Z', memoWords('en'))).toBe('1 September 2026, 09:30 UTC')
    expect(momentInWords('2026-09-01T17:30:00+08:00', memoWords('zh'))).toBe('2026年9月1日 17:30（协调世界时+08:00）')
    expect(momentInWords('2026-09-01', memoWords('en'))).toBe('1 September 2026')
  })
})

describe('numbers', () => {
  it.each([
    ['1248000.00', '1,248,000.00'],
    ['900', '900'],
    ['1000', '1,000'],
    ['0.5', '0.5'],
    ['123456.123456', '123,456.123456'],
  ])('groups %s as %s', (given, expected) => {
    expect(grouped(given)).toBe(expected)
  })

  it('writes a score with at most four decimals', () => {
    expect([0.914285714, 1, 0.7].map(score)).toEqual(['0.9143', '1', '0.7'])
  })
})

describe('names and facts', () => {
  it('puts the code behind the name and lets a code without a name stand alone', () => {
    expect([country('CN', shown), country('XK', shown), country(undefined, shown), country('', shown)]).toEqual([
      'China (CN)',
      'XK',
      'not stated',
      'not stated',
    ])
  })

  it('writes each kind of fact value', () => {
    const facts = {
      stealth: true,
      layers: 3,
      name: 'text',
      tags: ['a', 7],
      none: [],
      guess: { assume: false },
      speed: { value: 5000, unit: 'TPP' },
      listed: [{ list: 'EL', footnotes: [1, 4], entry: 'el-1' }, { list: 'UVL' }],
    }
    expect(factLines(facts, 'item', shown)).toEqual([
      { fact: 'stealth (item.stealth)', value: 'yes' },
      { fact: 'item.layers', value: '3' },
      { fact: 'item.name', value: 'text' },
      { fact: 'item.tags', value: 'a, 7' },
      { fact: 'item.none', value: 'none' },
      { fact: 'item.guess', value: 'no (assumed)' },
      { fact: 'item.speed', value: '5000 TPP' },
      { fact: 'item.listed', value: 'Entity List (EL) footnote 1, 4 el-1, UVL' },
    ])
  })

  it('writes what was chosen from a list in words, with its code', () => {
    const choices = { 'item.node': { no: 'No such use known', unknown: 'The node is not known' } }
    const chosen = { ...shown, names: { ...shown.names, choices } }
    const values = (facts: Parameters<typeof factLines>[0]) => factLines(facts, 'item', chosen).map(({ value }) => value)
    expect(values({ node: 'no' })).toEqual(['No such use known (no)'])
    expect(values({ node: ['no', 'unknown', 'else'] })).toEqual(['No such use known (no), The node is not known (unknown), else'])
    expect(values({ node: { assume: 'unknown' } })).toEqual(['The node is not known (unknown) (assumed)'])
    expect(values({ node: 'toString', name: 'no' })).toEqual(['toString', 'no'])
  })
})
