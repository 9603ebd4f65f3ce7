/** No name scores more than its bound, on random names and queries, and bounds are no looser than told. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyKind } from '#shared/domain/screening.ts'
import { anyName, disguised, FAMILY, firm, GIVEN, listed, person, slip, some, TELLING, TRADE } from './fixtures.ts'
import { buildIndex, type IndexedName } from './index.ts'
import { linksOf } from './match.ts'
import { explainNames, sumOf } from './name-score.ts'
import type { Name } from './name-tokens.ts'
import { normaliseName } from './normalise.ts'
import { ScoreBound } from './score-bound.ts'

const scoreOf = (query: Name, { name }: IndexedName, kind: PartyKind): number =>
  sumOf(explainNames(query, name, kind === 'person' || kind === 'vessel', linksOf(query, name), false))

/** The most that a name can score in an index of its own, and what it scores, for all readings of query and name. */
function boundAndScore(query: string, name: string, kind: PartyKind): { bound: number; score: number }[] {
  const index = buildIndex([listed('SDN', '1', name, { kind })], [])
  return normaliseName(query).flatMap((reading) => {
    const bound = new ScoreBound(index, reading)
    return index.names.map((indexed, number) => ({ bound: bound.of(index.records.start[number] as number), score: scoreOf(reading, indexed, kind) }))
  })
}

const kinds = fc.constantFrom<PartyKind>('entity', 'person', 'unknown')
/** Two or three words written as one, and the same words apart. */
const joined = some(['tele', 'communications', 'aero', 'caribbean', 'hik', 'vision', 'fzc', 'kala'], 2, 3).chain((words) =>
  fc.tuple(
    some(TRADE, 0, 2).map((trade) => [words.join(''), ...trade].join(' ')),
    some(TRADE, 0, 2).map((trade) => [...words, ...trade].join(' ')),
  ),
)
/** The same telling words with different words of the trade about them. */
const sameBeginning = fc
  .tuple(some([...TELLING, ...FAMILY], 1, 2), some(TRADE, 0, 2), some(TRADE, 0, 2), fc.constantFrom('of', 'and', ''))
  .map(([telling, one, other, link]): [string, string] => [[...telling, ...one].join(' '), [...telling, link, ...other].join(' ')])
const initials = fc
  .tuple(some([...FAMILY, ...GIVEN], 1, 3), fc.nat())
  .map(([words, at]): [string, string] => [words.map((word, place) => (place === at % words.length ? (word[0] as string) : word)).join(' '), words.join(' ')])
const trade = fc
  .tuple(some(TRADE, 1, 4), some(['of', 'and', ...TELLING.slice(0, 3)], 0, 1), some(['of', 'and'], 0, 1))
  .map(([words, more, link]): [string, string] => [[...words, ...more].join(' '), [...words.slice(0, 3), ...link].join(' ')])
/** Names in Arabic letters, and the same in Latin ones with further names. */
const furtherNames = fc
  .tuple(
    fc.constantFrom(['وحید', 'vahid'], ['موسى', 'musa'], ['محمد', 'mohammad']),
    some(['muhammad', 'salim', 'rahman', 'okafor', 'j'], 0, 3),
    fc.constantFrom(['دودين', 'dudin'], ['مجید', 'majid'], ['الحسيني', 'al-husseini']),
  )
  .map(([first, between, last]): [string, string] => [`${first[0]} ${last[0]}`, [first[1], ...between, last[1]].join(' ')])
/** Firms in two scripts, one with an abbreviation of the other's words, and perhaps with other words beside. */
const abbreviated = fc
  .tuple(
    fc.constantFrom(
      ['АПЗ', 'Altay Instrument-Making Plant'],
      ['NIIVK', 'Научно-исследовательский институт вычислительных комплексов'],
      ['ВО', 'Foreign Economic Association'],
    ),
    fc.constantFrom(
      ['Зорветан', 'Zorvetan'],
      ['Радуга', 'Raduga'],
      ['Алмазмаш', 'Almazmash'],
      ['Теле Связмаш', 'Telesvyazmash'],
      ['Телесвязмаш', 'Tele Svyazmash'],
    ),
    some([...TRADE, 'Okafor'], 0, 3),
    some([...TRADE, 'Petrov'], 0, 1),
  )
  .map(([[short, long], [cyrillic, latin], more, other]): [string, string] => {
    const turned = /[A-Z]/.test(short as string)
    return [[short, turned ? latin : cyrillic, ...other].join(' '), [long, ...more, turned ? cyrillic : latin].join(' ')]
  })
/** A rare word with a slip beside the frequent one that it nearly is, and the rare word with others. */
const aboutOneWord = fc
  .tuple(fc.constantFrom('victor', 'marine', 'trading', 'industry', 'general'), fc.constantFrom(['x', 'xs'], ['o', 'ov']), some(['okafor', ...TRADE], 0, 2))
  .map(([word, [end, slipped], more]): [string, string] => [`${word}${slipped} ${word}`, [`${word}${end}`, ...more].join(' ')])
const pair = fc.oneof(
  fc.tuple(anyName, anyName),
  fc.tuple(person, fc.array(slip, { maxLength: 2 })).map(([name, slips]): [string, string] => [name, slips.reduce(disguised, name)]),
  fc.tuple(firm, fc.array(slip, { maxLength: 2 })).map(([name, slips]): [string, string] => [name, slips.reduce(disguised, name)]),
  joined,
  sameBeginning,
  initials,
  trade,
  furtherNames,
  abbreviated,
  aboutOneWord,
)

describe('the bound of a score', () => {
  it('is never below the score', () => {
    fc.assert(
      fc.property(pair, kinds, fc.boolean(), ([one, other], kind, turned) => {
        const [query, name] = turned ? [other, one] : [one, other]
        for (const { bound, score } of boundAndScore(query || 'a', name || 'a', kind)) expect(bound).toBeGreaterThanOrEqual(score)
      }),
      { numRuns: 6000, seed: 20_261_123 },
    )
  })

  it.each([
    ['the same name', 'Huawei Technologies', 'Huawei Technologies', 1],
    ['a telling word beside a slip', 'Rosoboroneksport Petrov', 'Rosoboronexport Kuznetsov', 0.6],
    ['nothing but words of the trade', 'Shenzhen General Trading', 'Beijing General Trading', 0.5],
    ['words of the trade beside another telling word', 'Almaz General Trading', 'Phytium General Trading', 0.6],
    ['telling words left on both sides', 'Huawei Petrov', 'Huawei Okafor', 0.65],
  ])('is near what %s can score', (_, query, name, most) => {
    for (const { bound } of boundAndScore(query, name, 'entity')) expect(bound).toBeLessThanOrEqual(most + 0.003)
  })
})
