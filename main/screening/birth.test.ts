import { describe, expect, it } from 'vitest'
import { birthsOf, compareBirths } from './birth.ts'

const read = (text: string): string =>
  birthsOf(text)
    .map(({ from, to, sure }) => `${from === to ? from : `${from}…${to}`}${sure ? '' : '?'}`)
    .join(' ')

describe('a date of birth', () => {
  it.each([
    ['1952-10-07', '1952-10-07'],
    ['07 Oct 1952', '1952-10-07'],
    ['7 October 1952', '1952-10-07'],
    ['October 7, 1952', '1952-10-07'],
    ['1952年10月7日', '1952-10-07'],
    ['19521007', '1952-10-07'],
    ['1952/10/7', '1952-10-07'],
    ['25.10.1952', '1952-10-25'],
    ['07/10/1952', '1952-10-07 1952-07-10'],
    ['1979-03-03 (from false passport)', '1979-03-03'],
    ['1952-10', '1952-10-01…1952-10-31'],
    ['1952年2月', '1952-02-01…1952-02-29'],
    ['(August 1961)', '1961-08-01…1961-08-31'],
    ['1952', '1952-01-01…1952-12-31'],
    ['circa 1954', '1952-01-01…1956-12-31?'],
    ['circa 1973-04-03', '1971-01-01…1975-12-31?'],
    ['1955年左右', '1953-01-01…1957-12-31?'],
    ['1951 to 1953', '1951-01-01…1953-12-31?'],
    ['1955 to 1958 (Approximately)', '1955-01-01…1958-12-31?'],
    ['1951-1953', '1951-01-01…1953-12-31?'],
    // A day that does not exist is no day, and a year of another calendar is no year.
    ['1952-02-30', '1952-01-01…1952-12-31'],
    ['1952-13-45', '1952-01-01…1952-12-31'],
    ['(24/06/1402 (Hijri Calendar))', ''],
    ['(30-35 years old)', ''],
    ['', ''],
  ])('%s', (text, is) => {
    expect(read(text)).toBe(is)
  })
})

describe('two dates of birth', () => {
  it.each([
    ['1952-10-07', '07 Oct 1952', 'birth-date-same'],
    ['1952-10-07', '07/10/1952', 'birth-date-same'],
    ['1952', '07 Oct 1952', 'birth-year-same'],
    ['Oct 1952', '07 Oct 1952', 'birth-year-same'],
    ['1952-07-10', '1952-10-07', 'birth-year-same'],
    ['1952-01-01', '1952-10-07', 'birth-year-same'],
    ['1953-10-07', 'circa 1954', 'birth-year-within'],
    ['1952', '1951 to 1953', 'birth-year-within'],
    ['1952-11-08', '1952-10-07', 'birth-date-differs'],
    ['Nov 1952', '1952-10-07', 'birth-date-differs'],
    ['1960', '1951 to 1953', 'birth-year-differs'],
    ['1960', 'circa 1954', 'birth-year-differs'],
    ['1953-10-07', '1952-10-07', 'birth-year-differs'],
  ])('%s and %s: %s', (a, b, is) => {
    expect(compareBirths(birthsOf(a), birthsOf(b))).toBe(is)
    expect(compareBirths(birthsOf(b), birthsOf(a))).toBe(is)
  })

  it('count by the best of several, and for nothing when one side has none', () => {
    expect(compareBirths(birthsOf('1952'), [...birthsOf('1940'), ...birthsOf('Oct 1952')])).toBe('birth-year-same')
    expect(compareBirths(birthsOf('1952'), [])).toBeUndefined()
    expect(compareBirths([], birthsOf('1952'))).toBeUndefined()
  })
})
