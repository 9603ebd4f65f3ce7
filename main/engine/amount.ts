/**
 * Money without rounding: decimal texts of at most six places as whole millionths. Shares are the one thing that has to
 * be rounded; they are rounded up, so that a share above a limit never looks like the limit.
 */

/** Millionths of a currency unit. */
export type Amount = bigint

const PLACES = 6
const ONE = 10n ** BigInt(PLACES)
const PERCENT = 100n

/** Reads `12000.00`. Throws RangeError for anything but digits with at most six places. */
export function amountOf(text: string): Amount {
  const parts = /^(\d{1,30})(?:\.(\d{1,6}))?$/.exec(text)
  if (parts === null) throw new RangeError(`“${text}” is not an amount`)
  return BigInt(parts[1] ?? '0') * ONE + BigInt((parts[2] ?? '').padEnd(PLACES, '0'))
}

/** The decimal text, with two places or as many as it needs. */
export function amountText(amount: Amount): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(PLACES + 1, '0')
  const decimals = digits.slice(-PLACES).replace(/0+$/, '').padEnd(2, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${decimals}`
}

/** `part` in percent of `whole`, rounded up to six places. Throws RangeError when `whole` is not above zero. */
export function percentOf(part: Amount, whole: Amount): number {
  if (whole <= 0n) throw new RangeError('a share needs a whole above zero')
  const scaled = part * PERCENT * ONE
  return Number((scaled + whole - 1n) / whole) / Number(ONE)
}

/** The largest amount that is not more than `percent` of `whole`. `percent` has at most six places. */
export function shareOf(percent: number, whole: Amount): Amount {
  return (amountOf(String(percent)) * whole) / (PERCENT * ONE)
}
