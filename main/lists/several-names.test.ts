import { describe, expect, it } from 'vitest'
import { severalNames } from './several-names.ts'

describe('a text that holds several names', () => {
  it.each([
    ['Azim Adhajani; Azim Agha-Jani', ['Azim Adhajani', 'Azim Agha-Jani']],
    ['GREAT LAKES AIR (GLA) ; GREAT LAKES CARGO (GLC)', ['GREAT LAKES AIR (GLA)', 'GREAT LAKES CARGO (GLC)']],
    ['AL-ITIHAAD / AIAI', ['AL-ITIHAAD', 'AIAI']],
    ['Mohammad Sabet b) M. Javad Sabet; M. J. Sabet', ['Mohammad Sabet', 'M. Javad Sabet', 'M. J. Sabet']],
    ['حسن غول (Hassan Ghul; Hasan Gul)', ['حسن غول', 'Hassan Ghul', 'Hasan Gul']],
    ['أبو شيماء (Abu Shaima)', ['أبو شيماء', 'Abu Shaima']],
    ["Hay'at (HTS) (هيئة (original script); Hay'et; Assembly (of all))", ["Hay'at (HTS)", 'هيئة', "Hay'et", 'Assembly (of all)']],
    ['Trailing;', ['Trailing']],
  ])('%s', (text, names) => {
    expect(severalNames(text)).toEqual(names)
  })

  it.each(['OREN TERN', 'OCEAN MARITIME COMPANY (OMC)', 'Банк ВТБ (ПАО)', 'شركة (IOEC)', 'A/S Example', '(金铁三)', 'open (bracket; never closed', ''])(
    '%s is one name',
    (text) => {
      expect(severalNames(text)).toEqual([])
    },
  )
})
