/** Reads dates as publishers write them; what the calendar does not have is no date. */

const FIRST_YEAR = 1900
/** Orders of denial run for decades; a later year, which occurs, is a slip of the pen. */
const LAST_YEAR = 2199

/** ISO date of a text that begins with one (`2022-04-07`, also with a time behind it), or an empty text. */
export function calendarDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  return match === null ? '' : dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** ISO date of an American one, month first: `06/19/2003`, `8/5/2022`, `1/30/07`; an empty text for anything else. */
export function americanDate(text: string): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text)
  if (match === null) return ''
  const year = Number(match[3])
  // The Federal Register began in 1936, and no notice that is still in force is of before 1950.
  const whole = (match[3] as string).length === 4 ? year : year < 50 ? 2000 + year : 1900 + year
  return dateOf(whole, Number(match[1]), Number(match[2]))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** ISO date of one in words: `Aug. 18, 2026`, `September 1, 2026`; an empty text for anything else. */
export function wordedDate(text: string): string {
  const match = /^([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(text.trim())
  const month = match === null ? -1 : MONTHS.indexOf((match[1] as string).toLowerCase())
  return match === null || month < 0 ? '' : dateOf(Number(match[3]), month + 1, Number(match[2]))
}

/** ISO date of a European one, day first: `31/07/2024`, `31-Jul-2024`, `31 July 2024`; an empty text for anything else. */
export function europeanDate(text: string): string {
  const match = /^(\d{1,2})[/ -](\d{1,2}|[A-Za-z]{3,9})[/ -](\d{4})(?!\d)/.exec(text.trim())
  if (match === null) return ''
  const month = match[2] as string
  return dateOf(Number(match[3]), /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(match[1]))
}

function dateOf(year: number, month: number, day: number): string {
  if (year < FIRST_YEAR || year > LAST_YEAR) return ''
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : ''
}
