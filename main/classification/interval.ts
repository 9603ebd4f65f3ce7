/**
 * What is known of a measured quantity: a closed interval, open at an end that nobody stated. A value that may lie on
 * either side of a limit decides nothing: comparing it gives unknown, never a convenient yes or no.
 */
import { compareExact, type Exact, fraction, log2, over, times, ZERO } from './exact.ts'

/** `null` at an end: not stated, so anything is possible there. A single value has two equal ends. */
export type Interval = { readonly min: Exact | null; readonly max: Exact | null }
export type Comparison = 'atLeast' | 'atMost' | 'above' | 'below' | 'is'
export const COMPARISONS: readonly Comparison[] = ['atLeast', 'atMost', 'above', 'below', 'is']

export const point = (value: Exact): Interval => ({ min: value, max: value })

/** Whether every value of the interval stands to the limit as asked (`true`), none does (`false`), or some do (`undefined`). */
export function compareInterval(found: Interval, comparison: Comparison, limit: Exact): boolean | undefined {
  const low = found.min === null ? -1 : compareExact(found.min, limit)
  const high = found.max === null ? 1 : compareExact(found.max, limit)
  switch (comparison) {
    case 'atLeast':
      return low >= 0 ? true : high < 0 ? false : undefined
    case 'above':
      return low > 0 ? true : high <= 0 ? false : undefined
    case 'atMost':
      return high <= 0 ? true : low > 0 ? false : undefined
    case 'below':
      return high < 0 ? true : low >= 0 ? false : undefined
    case 'is':
      return low === 0 && high === 0 ? true : low > 0 || high < 0 ? false : undefined
  }
}

const lower = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b)
const higher = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b)

/** The smallest interval that holds both: two sources that differ leave every value between them possible. */
export function hull(a: Interval, b: Interval): Interval {
  return { min: a.min === null || b.min === null ? null : lower(a.min, b.min), max: a.max === null || b.max === null ? null : higher(a.max, b.max) }
}

/** Product of quantities that are never below zero. */
export function product(a: Interval, b: Interval): Interval {
  return { min: a.min === null || b.min === null ? null : times(a.min, b.min), max: a.max === null || b.max === null ? null : times(a.max, b.max) }
}

/** Quotient of quantities that are never below zero. A divisor that may be zero leaves the upper end open; one that is zero leaves everything open. */
export function quotient(a: Interval, b: Interval): Interval {
  const smallest = b.min === null || compareExact(b.min, ZERO) <= 0 ? null : b.min
  const largest = b.max === null || compareExact(b.max, ZERO) <= 0 ? null : b.max
  return {
    min: a.min === null || largest === null ? (b.max === null && a.min !== null ? ZERO : null) : over(a.min, largest),
    max: a.max === null || smallest === null ? null : over(a.max, smallest),
  }
}

/** The larger of two quantities. An end that is open in one stays open only where the other cannot settle it. */
export function larger(a: Interval, b: Interval): Interval {
  return {
    min: a.min === null ? b.min : b.min === null ? a.min : higher(a.min, b.min),
    max: a.max === null || b.max === null ? null : higher(a.max, b.max),
  }
}

/** Logarithm to base two of a quantity of one or more; below one it is not needed here and stays open. */
export function logarithm(a: Interval): Interval {
  const one = fraction(1n, 1n)
  return { min: a.min === null || compareExact(a.min, one) < 0 ? null : log2(a.min), max: a.max === null || compareExact(a.max, one) < 0 ? null : log2(a.max) }
}
