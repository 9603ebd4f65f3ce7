/** The index finds what comparing with every name would find: on random names under random disguises, hits and nearest alike. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyKind, ScreenQuery } from '#shared/domain/screening.ts'
import { anyName, disguised, FAMILY, firm, GIVEN, listed, person, slip, some, TELLING, TRADE } from './fixtures.ts'
import { sumOf } from './name-score.ts'
import { buildIndex, scan, screen } from './screen.ts'

const query = (names: readonly string[]): fc.Arbitrary<ScreenQuery> =>
  fc
    .tuple(
      fc.oneof(anyName, fc.constantFrom(...names)),
      fc.array(slip, { maxLength: 3 }),
      fc.record(
        {
          country: fc.constant('US'),
          dob: fc.constantFrom('1970', '1970-03-05', 'circa 1971'),
          ids: fc.constantFrom('P1234567', 'IMO 9187629', 'IMO 9074729').map((id) => [id]),
          kind: fc.constant('vessel' as const),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([name, slips, more]) => ({ name: slips.reduce(disguised, name) || 'a', ...more }))

describe('the index', () => {
  it.each([0.8, 0.6, 0.95])('answers as comparing with every name does, at the threshold %d', (threshold) => {
    fc.assert(
      fc.property(
        fc
          .array(anyName, { minLength: 1, maxLength: 60 })
          .chain((names) => fc.tuple(fc.constant(names), fc.array(query(names), { minLength: 5, maxLength: 20 }))),
        ([names, queries]) => {
          const entries = names.map((name, number) =>
            listed('SDN', String(number), name, {
              kind: number % 3 === 0 ? 'person' : number % 3 === 1 ? 'vessel' : 'unknown',
              countries: number % 2 === 0 ? ['US'] : ['CN'],
              dates: number % 5 === 0 ? ['1970'] : number % 5 === 1 ? ['05 Mar 1970', '1969 to 1973'] : [],
              ids: number % 7 === 0 ? ['IMO 9187629, Vessel Registration Identification'] : number % 7 === 1 ? ['Passport P1234567'] : [],
              addresses: number % 6 === 0 ? ['3/F, 60 Hung To Road, Kwun Tong, Hong Kong'] : [],
              aliases: number % 4 === 0 ? [names[(number + 1) % names.length] as string] : [],
            }),
          )
          const index = buildIndex(entries, [])
          for (const one of queries) expect(screen(index, one, { threshold, top: 1000 })).toEqual(scan(index, one, { threshold, top: 1000 }))
        },
      ),
      { numRuns: 60, seed: 20_261_121 },
    )
  })

  // So many names that those of frequent words are not all looked at, and each word in many of them.
  const frequent = fc.tuple(
    some(TRADE, 1, 4),
    some([...TELLING, ...FAMILY], 0, 1),
    some(['j', 'm', '14', 'tele', 'communications', 'telecommunications'], 0, 1),
  )
  const large = fc.oneof(
    { weight: 4, arbitrary: frequent.map((words) => words.flat().join(' ')) },
    { weight: 1, arbitrary: person },
    { weight: 1, arbitrary: firm },
    { weight: 1, arbitrary: fc.tuple(some(['j', 'm'], 1, 2), some([...FAMILY, ...GIVEN], 1, 2)).map((words) => words.flat().join(' ')) },
  )

  it.each([0.82, 0.6, 0.95])('answers so among many names of frequent words, at the threshold %d', (threshold) => {
    fc.assert(
      fc.property(
        fc.array(large, { minLength: 1500, maxLength: 2000, size: 'max' }).chain((names) =>
          fc.tuple(
            fc.constant(names),
            fc.array(
              fc.oneof(
                large.map((name) => ({ name })),
                query(names),
              ),
              { minLength: 12, maxLength: 12 },
            ),
          ),
        ),
        ([names, queries]) => {
          const kinds = ['entity', 'person', 'unknown', 'entity'] as const
          const entries = names.map((name, number) => listed('SDN', String(number), name, { kind: kinds[number % kinds.length] as PartyKind }))
          const index = buildIndex(entries, [])
          for (const one of queries) {
            const answer = screen(index, one, { threshold })
            expect(answer).toEqual(scan(index, one, { threshold }))
            for (const { score, why } of [...answer.hits, ...answer.nearest]) expect(sumOf(why)).toBe(score)
          }
        },
      ),
      { numRuns: 4, seed: 20_261_122, endOnFailure: true },
    )
  })

  // Words that many names have and that still tell, so that which names are looked at hangs on their shares and on the other names of a party.
  const SHARED = ['xqza', 'wybo', 'zufi', 'gytu', 'vobk', 'kyzo', 'huqa', 'jofy']
  const shared = fc
    .tuple(some(SHARED, 1, 3), some(['j', 'm', 'x', 'g'], 0, 1), some(['alpha', 'khan', 'trading', 'kim'], 0, 2))
    .map((words) => words.flat().join(' '))

  it.each([0.8, 0.65])('answers so among parties of several names with the same words, at the threshold %d', (threshold) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(shared, fc.array(shared, { maxLength: 2 })), { minLength: 1000, maxLength: 1200, size: 'max' }),
        fc.array(shared, { minLength: 25, maxLength: 25 }),
        (parties, queries) => {
          const kinds = ['entity', 'person', 'unknown'] as const
          const entries = parties.map(([name, aliases], number) =>
            listed('SDN', String(number), name, { aliases, kind: kinds[number % kinds.length] as PartyKind }),
          )
          const index = buildIndex(entries, [])
          for (const name of queries) expect(screen(index, { name }, { threshold })).toEqual(scan(index, { name }, { threshold }))
        },
      ),
      { numRuns: 6, seed: 20_261_124, endOnFailure: true },
    )
  })

  const many = (word: string): string[] =>
    Array.from({ length: 400 }, (_, number) => `${word} unto${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}vek rilmova tesku`)

  // Five that are near raise the floor.
  const NEAR = ['qo', 'zu', 'vy', 'ju', 'fe'].map((word) => `xqzawybo ${word}`)

  it.each([
    ['a name of which two words are a third each', 'xqza wybo', 'xqza wybo zufi', 0.8],
    ['a name with a single letter for a word of the query', 'xqza jones', 'xqza j', 0.65],
    ['a name with a word for a single letter of the query', 'xqza j', 'xqza jamesson', 0.8],
  ])('finds %s among hundreds with its words', (_, query, name, threshold) => {
    const entries = [...many('xqza'), ...many('wybo'), ...NEAR, name].map((one, number) => listed('SDN', String(number), one, { kind: 'person' }))
    const index = buildIndex(entries, [])
    const answer = screen(index, { name: query, kind: 'person' }, { threshold })
    expect(answer).toEqual(scan(index, { name: query, kind: 'person' }, { threshold }))
    expect(answer.hits.map(({ matched }) => matched)).toEqual([name])
  })

  it.each([
    ['asked for in Arabic letters', 'قصي بحش', 'qusay salim rahman okafor bahash', 'qusay'],
    ['asked for in Latin letters', 'qusay salim rahman okafor bahash', 'قصي بحش', 'قصي'],
  ])('finds a name with names between the first and the last among hundreds, %s', (_, query, name, word) => {
    const entries = [...many(word), ...many('bahash'), ...['qo', 'zu', 'vy', 'ju', 'fe'].map((one) => `qusay bahash ${one}varek`), name].map((one, number) =>
      listed('SDN', String(number), one, { kind: 'person' }),
    )
    const index = buildIndex(entries, [])
    for (const threshold of [0.74, 0.6]) {
      const answer = screen(index, { name: query, kind: 'person' }, { threshold })
      expect(answer).toEqual(scan(index, { name: query, kind: 'person' }, { threshold }))
      expect(answer.hits.map(({ matched }) => matched)).toContain(name)
    }
  })

  it('finds a name of two short words without vowels among hundreds with them, beside nearer ones', () => {
    const name = 'قزب زبك'
    const near = ['anton', 'martin', 'peter', 'daniel', 'victor'].map((word) => `qazb xqza zibk ${word}`)
    const entries = [...many('قزب'), ...many('زبك'), ...near, name].map((one, number) => listed('SDN', String(number), one, { kind: 'person' }))
    const index = buildIndex(entries, [])
    const query = { name: 'qazb xqza zibk', kind: 'person' } as const
    const answer = screen(index, query, { threshold: 0.95 })
    expect(answer).toEqual(scan(index, query, { threshold: 0.95 }))
    expect(answer.nearest.map(({ matched }) => matched)).toContain(name)
  })

  it.each([
    ['a Latin name by the sound of Chinese characters', '厦门林巴贺机械有限公司', 'Xiamen Limbach Machinery'],
    ['Chinese characters by their sound', 'Xiamen Limbach Machinery', '厦门林巴贺机械有限公司'],
    ['Chinese characters by their sound in two words', 'Shenzhen New Chess Technology', '深圳纽琦诗科技有限公司'],
    ['pinyin with an accent', '大连海昇机械有限公司', 'Dalian Haisen Machinery'],
    ['Chinese characters by pinyin with an accent', 'Dalian Haisen Machinery', '大连海昇机械有限公司'],
    ['Chinese characters by their meaning', 'Shenzhen Blue Hat Trading', '深圳市蓝帽贸易有限公司'],
  ])('finds %s among hundreds with its words', (_, query, name) => {
    const entries = [...many('xiamen'), ...many('dalian'), ...many('shenzhen'), ...NEAR, name].map((one, number) => listed('SDN', String(number), one))
    const index = buildIndex(entries, [])
    const answer = screen(index, { name: query })
    expect(answer).toEqual(scan(index, { name: query }))
    expect(answer.hits.map(({ matched }) => matched)).toEqual([name])
  })

  it.each([
    ['asked for by its abbreviation', 'АО ТПЗ «Зорвет»', 'Tarskom Instrument-Making Plant Zorvet', 'tpz zorvet'],
    ['listed by its abbreviation', 'Tarskom Instrument-Making Plant Zorvet', 'АО ТПЗ «Зорвет»', 'tarskom zorvet'],
    ['listed by its abbreviation in Latin letters', 'Тарском приборостроительный завод Зорвет', 'TPZ Zorvet', 'tarskom zorvet'],
  ])('finds a firm in two scripts %s among hundreds with its words', (_, query, name, words) => {
    const near = ['qo', 'zu', 'vy', 'ju', 'fe'].map((word) => `${words} ${word}varek`)
    const entries = [...many('zorvet'), ...many('tarskom'), ...near, name].map((one, number) => listed('SDN', String(number), one))
    const index = buildIndex(entries, [])
    const answer = screen(index, { name: query })
    expect(answer).toEqual(scan(index, { name: query }))
    expect(answer.hits.map(({ matched }) => matched)).toEqual([name])
  })

  const HALF = 'xqza wybo jofyx hankovu'

  it.each([
    ['by a frequent name', 'xqza wybo', ['xqza wybo'], [...many('xqza'), ...many('wybo'), ...NEAR.slice(1), HALF], NEAR[0] as string],
    ['by another reading', 'Xqza Wybo Tesla (XWT)', ['XWT'], [...['a', 'e', 'i', 'o'].map((end) => `xqza wybo jofyx${end}`), HALF], 'xqza wybo jofyxu'],
  ])('shows the next nearest name when a party that was near is found %s', (_, query, aliases, names, near) => {
    const entries = [listed('SDN', '0', near, { aliases }), ...names.map((one, number) => listed('SDN', String(number + 1), one))].map((entry) => ({
      ...entry,
      kind: 'person' as const,
    }))
    const index = buildIndex(entries, [])
    const answer = screen(index, { name: query, kind: 'person' })
    expect(answer.hits.map(({ matched }) => matched)).toEqual(aliases)
    expect(answer.nearest.map(({ matched }) => matched)).toContain(HALF)
    expect(answer).toEqual(scan(index, { name: query, kind: 'person' }))
  })
})
