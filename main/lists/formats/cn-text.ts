/** Pieces of Chinese announcements: dates, numbers in words, names with a Latin name in brackets, numbered lines. */

/** ISO date of `2025年1月2日` (blanks allowed) at the beginning of `text`; an empty text when the calendar has no such day. */
export function chineseDate(text: string): string {
  const match = /^\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text)
  if (match === null) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : ''
}

/** The day `days` after an ISO date. */
export function daysAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The last day of a time that begins on `from` and runs for so many days, months or years (`天`, `日`, `个月`, `年`). */
export function lastDayOf(from: string, length: number, unit: string): string {
  if (unit === '天' || unit === '日') return daysAfter(from, length - 1)
  const at = new Date(`${from}T00:00:00Z`)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + length * (unit === '年' ? 12 : 1))
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(day, last))
  return daysAfter(at.toISOString().slice(0, 10), -1)
}

const DIGITS = '零一二三四五六七八九'

/** A number in figures or in Chinese words up to ninety-nine; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([二三四五六七八九]?)(十?)([一二两三四五六七八九]?)$/.exec(text)
  if (match === null || text === '') return Number.NaN
  const digit = (one: string): number => (one === '两' ? 2 : DIGITS.indexOf(one))
  const [, tens = '', ten = '', ones = ''] = match
  if (ten === '') return tens === '' ? digit(ones) : ones === '' ? digit(tens) : Number.NaN
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
}

/** Marks that web pages carry along and nobody sees. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g

/** The lines of a text without unseen marks and without the blanks around them. */
export const linesOf = (text: string): string[] =>
  text
    .replace(UNSEEN, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\u3000\u00A0]/g, ' ').trim())

export type Bracketed = { before: string; latin: string; after: string; end: number }

/**
 * Each Latin name in brackets with the text before it since the one before, in order: `通用动力公司（General Dynamics），…`.
 * Brackets inside a Latin name belong to it; brackets around Chinese words are part of the text.
 */
export function latinBrackets(text: string): Bracketed[] {
  const found: Bracketed[] = []
  let from = 0
  let open = -1
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '（' || sign === '(') {
      if (depth === 0) open = at
      depth += 1
    } else if ((sign === '）' || sign === ')') && depth > 0) {
      depth -= 1
      const inner = text.slice(open + 1, at).trim()
      if (depth > 0 || !/\p{Script=Latin}/u.test(inner) || /\p{Script=Han}/u.test(inner)) continue
      const previous = found.at(-1)
      if (previous !== undefined) previous.after = text.slice(previous.end, open)
      found.push({ before: text.slice(from, open).trim(), latin: inner.replace(/\s+/g, ' '), after: text.slice(at + 1), end: at + 1 })
      from = at + 1
    }
  }
  return found
}

export type Numbered = { style: 'figure' | 'outer' | 'inner' | 'dash'; text: string }

/** A line that is numbered `1.`, `一、` or `（一）`, or begins with a dash; undefined for any other. */
export function numbered(line: string): Numbered | undefined {
  const patterns: [Numbered['style'], RegExp][] = [
    ['figure', /^\d+\s*[.．、]\s*(.*)$/],
    ['outer', /^[一二三四五六七八九十]+\s*、\s*(.*)$/],
    ['inner', /^[（(]\s*[一二三四五六七八九十]+\s*[）)]\s*(.*)$/],
    ['dash', /^[-—–]\s*(.*)$/],
  ]
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(line)
    if (match !== null) return { style, text: (match[1] as string).trim() }
  }
  return undefined
}
