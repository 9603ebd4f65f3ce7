/**
 * Dates of birth as lists and officers write them: to the day, to the month, a year alone, about a year, between two years. Each is
 * the time in which the birth may lie, so that nothing which may be the same day counts as a difference.
 */

/** First and last day, `YYYY-MM-DD`; `sure` unless it is about a year or between two. */
export type Birth = { from: string; to: string; sure: boolean }

/** How two dates of birth stand to each other, the best first. */
export const BIRTHS = ['birth-date-same', 'birth-year-same', 'birth-year-within', 'birth-date-differs', 'birth-year-differs'] as const
export type BirthFeature = (typeof BIRTHS)[number]

/** "About 1954" may be this many years off. */
const ABOUT_YEARS = 2
const ABOUT = /\b(?:circa|ca?\.|about|approx\w*|around|between)|[约左右前后]/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const YEAR = '(?:18|19|20)\\d\\d'
const two = (value: number): string => String(value).padStart(2, '0')
const lastDay = (year: number, month: number): number =>
  [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0

function dayOf(year: string, month: number, day: number): Birth[] {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(Number(year), month)) return []
  const date = `${year}-${two(month)}-${two(day)}`
  return [{ from: date, to: date, sure: true }]
}

const monthOf = (year: string, month: number): Birth[] =>
  month < 1 || month > 12 ? [] : [{ from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${two(lastDay(Number(year), month))}`, sure: true }]

const yearsOf = (from: number, to: number, sure: boolean): Birth => ({ from: `${from}-01-01`, to: `${to}-12-31`, sure })
const monthNamed = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** Writings with a day, or with a month; figures with strokes may have the month before the day or behind it. */
const WRITINGS: readonly (readonly [RegExp, (parts: string[]) => Birth[]])[] = [
  [new RegExp(`(?<!\\d)(${YEAR})[-/.年]\\s*(\\d{1,2})[-/.月]\\s*(\\d{1,2})(?!\\d)`), ([year = '', month, day]) => dayOf(year, Number(month), Number(day))],
  [new RegExp(`(?<!\\d)(${YEAR})(\\d\\d)(\\d\\d)(?!\\d)`), ([year = '', month, day]) => dayOf(year, Number(month), Number(day))],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+([a-z]{3,9})\\.?[\\s,.-]+(${YEAR})(?!\\d)`, 'i'),
    ([day, month = '', year = '']) => dayOf(year, monthNamed(month), Number(day)),
  ],
  [
    new RegExp(`\\b([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${YEAR})(?!\\d)`, 'i'),
    ([month = '', day, year = '']) => dayOf(year, monthNamed(month), Number(day)),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})[-/.](\\d{1,2})[-/.](${YEAR})(?!\\d)`),
    ([a, b, year = '']) => [...dayOf(year, Number(b), Number(a)), ...(a === b ? [] : dayOf(year, Number(a), Number(b)))],
  ],
  [new RegExp(`(?<!\\d)(${YEAR})[-/.年]\\s*(\\d{1,2})(?![\\d/-])`), ([year = '', month]) => monthOf(year, Number(month))],
  [new RegExp(`\\b([a-z]{3,9})\\.?,?\\s+(${YEAR})(?!\\d)`, 'i'), ([month = '', year = '']) => monthOf(year, monthNamed(month))],
]

/** The times that a text of one date of birth may mean; none when it has no year. */
export function birthsOf(text: string): Birth[] {
  const years = [...text.matchAll(new RegExp(`(?<!\\d)${YEAR}(?!\\d)`, 'g'))].map(([year]) => Number(year))
  if (years.length > 1) return [yearsOf(Math.min(...years), Math.max(...years), false)]
  const [year] = years
  if (ABOUT.test(text) && year !== undefined) return [yearsOf(year - ABOUT_YEARS, year + ABOUT_YEARS, false)]
  for (const [writing, read] of WRITINGS) {
    const match = writing.exec(text)
    const found = match === null ? [] : read(match.slice(1))
    if (found.length > 0) return found
  }
  return year === undefined ? [] : [yearsOf(year, year, true)]
}

const isDay = ({ from, to }: Birth): boolean => from === to
const isPlaceholder = ({ from }: Birth): boolean => from.endsWith('-01-01')
const yearOf = (date: string): string => date.slice(0, 4)

/** The best that any of the dates of both sides say; undefined when one side has none. */
export function compareBirths(ours: readonly Birth[], theirs: readonly Birth[]): BirthFeature | undefined {
  let best: number | undefined
  for (const one of ours) for (const other of theirs) best = Math.min(best ?? BIRTHS.length, BIRTHS.indexOf(comparePair(one, other)))
  return best === undefined ? undefined : BIRTHS[best]
}

function comparePair(one: Birth, other: Birth): BirthFeature {
  if (isDay(one) && isDay(other)) {
    if (one.from === other.from) return 'birth-date-same'
    if (yearOf(one.from) !== yearOf(other.from)) return 'birth-year-differs'
    // The first of January stands for a day that is not known, and day and month are easily exchanged.
    const swapped = one.from.slice(5) === `${other.from.slice(8)}-${other.from.slice(5, 7)}`
    return swapped || isPlaceholder(one) || isPlaceholder(other) ? 'birth-year-same' : 'birth-date-differs'
  }
  if (one.from > other.to || other.from > one.to)
    return yearOf(one.from) === yearOf(other.from) && one.sure && other.sure ? 'birth-date-differs' : 'birth-year-differs'
  return one.sure && other.sure ? 'birth-year-same' : 'birth-year-within'
}
