import { describe, expect, it } from 'vitest'
import { calendarDate, europeanDate } from './calendar-date.ts'

describe('dates', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2026-02-27T00:00:09.554Z', '2026-02-27'],
    ['2023-02-29', ''],
    ['2024-13-01', ''],
    ['2024-01-011', ''],
    ['31/07/2024', ''],
  ])('%s in ISO order is "%s"', (text, date) => {
    expect(calendarDate(text)).toBe(date)
  })

  it.each([
    ['31/07/2024', '2024-07-31'],
    ['08-Oct-2026', '2026-10-08'],
    ['8 October 2026', '2026-10-08'],
    ['30/02/2022', ''],
    ['07/31/2024', ''],
    ['08-Xyz-2026', ''],
    ['dd/mm/1945', ''],
    ['2024-07-31', ''],
  ])('%s in European order is "%s"', (text, date) => {
    expect(europeanDate(text)).toBe(date)
  })
})
