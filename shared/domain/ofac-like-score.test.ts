/** Held to figures of OFAC's tool that were observed on 2026-05-01 and published. It is an approximation: how near is measured here. */
import { describe, expect, it } from 'vitest'
import { ofacLikeScore } from './ofac-like-score.ts'

const OBSERVED: readonly (readonly [query: string, listed: string, score: number])[] = [
  ['VLADIMIR PUTIN', 'PUTIN, Vladimir Vladimirovich', 100],
  ['VLADIMIR PUTIN', 'VLADIMIR BILIY', 90],
  ['VLADIMIR PUTIN', 'VLADIMIR VINOGRADOV', 89],
  ['VLADIMIR PUTIN', 'VLADIMIR TOCHMASH', 88],
  ['VLADIMIR PUTIN', 'VLADIMIR ARSENYEV', 88],
  ['VLADIMIR PUTIN', 'VLADIMIR LATYSHEV', 88],
  ['VLADIMIR PUTIN', 'VLADIMIR MONOMAKH', 88],
  ['VLADIMIR PUTIN', 'VLADIMIROV, Nikolai Nikolayevich', 84],
  ['VLADIMIR PUTIN', 'VLADIMIROV, Vladimir Vladimirovich', 83],
  ['VLADIMIR PUTIN', 'VLADISLAV STRIZHOV', 83],
  ['VLADIMIR PUTIN', 'VLADIMIROVKA ADVANCED WEAPONS AND RESEARCH COMPLEX', 82],
  ['VLADIMIR PUTIN', 'POLIN, Vladimir Anatolevich', 81],
  ['GEORGE BUSH', 'GEORGIOU, Georgios', 86],
  ['GEORGE BUSH', 'GEORGY MASLOV', 85],
  ['GEORGE BUSH', 'GEORGIEVA, Elena Aleksandrovna', 83],
  ['GEORGE BUSH', 'HASWANI, George', 50],
  ['PUTIN', 'PUTINA, Maria', 97],
  ['PUTIN', 'PUNTI, Pere', 90],
  ['PUTIN', 'PTI', 88],
  ['PUTIN', 'PATINO FOMEQUE, Victor Hugo', 85],
  ['PUTIN VLADIMIR', 'TURIN, Vladimir', 92],
  ['PUTIN VLADIMIR', 'PUTINA, Maria', 89],
  ['PUTIN VLADIMIR', 'TJRURIN, Vladimir', 88],
  ['PUTIN VLADIMIR', 'TYURINE, Vladimir', 88],
  ['VLADIMR PUTIN', 'PUTIN, Vladimir', 99],
  ['VLADIMR PUTIN', 'VLADIMIR BILIY', 86],
  ['VLADIMIR PUTNI', 'PUTIN, Vladimir', 98],
  ['PUTIN VLADIMIROVICH', 'PUTIN, Vladimir', 97],
  ['PUTIN VLADIMIROVICH', 'POTANIN, Vladimir Olegovich', 86],
  ['OSAMA BIN LADEN', 'BIN LADIN, Osama', 97],
  ['OSAMA BIN LADEN', 'OSAMA TRADING COMPANY LTD', 84],
  ['OSAMA BIN LADEN', 'USAMA BIN LADEN NETWORK', 84],
  ['USAMA BIN LADIN', 'BIN LADEN, Usama', 97],
  ['KIM JONG UN', 'KIM, Jong Sik', 100],
  ['KIM JONG UN', 'KIM, Song Hun', 93],
  ['KIM JONG UN', 'KIL, Jong Hun', 92],
  ['JOHN SMITH', 'JOHN, Damien', 85],
  ['JOHN SMITH', 'JOHN, Damion Patrick', 84],
  ['JOHN SMITH', 'Johnny Hood', 81],
]
/** The ones that it misses by more than five points. */
const MISSED = ['POLIN, Vladimir Anatolevich', 'TURIN, Vladimir', 'USAMA BIN LADEN NETWORK']
const off = ([query, listed, score]: (typeof OBSERVED)[number]): number => Math.abs(ofacLikeScore(query, listed) * 100 - score)

describe('the approximation of the score of OFAC’s search tool', () => {
  it('is within five points of what was observed but for three of 39, and two points off in the mean', () => {
    expect(OBSERVED.filter((one) => off(one) > 5).map(([, listed]) => listed)).toEqual(MISSED)
    expect(Math.max(...OBSERVED.map(off))).toBeLessThan(12)
    expect(OBSERVED.reduce((sum, one) => sum + off(one), 0) / OBSERVED.length).toBeLessThan(2.1)
  })

  it.each(['GEORGIOU, Georgios', 'GEORGY MASLOV', 'GEORGIEVA, Elena Aleksandrovna'])(
    'loses %s from 80 on when George Bush is turned round, as the tool does',
    (listed) => {
      expect(ofacLikeScore('GEORGE BUSH', listed)).toBeGreaterThanOrEqual(0.8)
      expect(ofacLikeScore('BUSH GEORGE', listed)).toBeLessThan(0.8)
    },
  )

  it('finds nothing in another script, as the tool does', () => {
    expect(ofacLikeScore('Владимир Путин', 'PUTIN, Vladimir')).toBe(0)
    expect(ofacLikeScore('', 'PUTIN, Vladimir')).toBe(0)
  })

  it('is a figure from 0 to 1 for any text', () => {
    for (const text of ['A', 'UN', '()', '1', 'a '.repeat(200)]) {
      const score = ofacLikeScore(text, 'PUTIN, Vladimir')
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
})
