/** Shares in percent, added as the decimals that were typed: binary fractions would miss a sum of exactly one half. */

/** The whole, in percent. */
export const WHOLE = 100

/** Decimals are added as whole numbers of this many places. */
const PLACES = 20

function scaled(value: number): bigint {
  const [whole = '0', decimals = ''] = (/e/.test(String(value)) ? value.toFixed(PLACES) : String(value)).split('.')
  return BigInt(whole) * 10n ** BigInt(PLACES) + BigInt(decimals.padEnd(PLACES, '0'))
}

function unscaled(value: bigint): number {
  const unit = 10n ** BigInt(PLACES)
  return Number(`${value / unit}.${String(value % unit).padStart(PLACES, '0')}`)
}

/** The exact sum. */
export const sum = (values: readonly number[]): number => unscaled(values.reduce((total, value) => total + scaled(value), 0n))
/** The exact difference; `a` is not smaller than `b`. */
export const difference = (a: number, b: number): number => unscaled(scaled(a) - scaled(b))

/** Whether the owners named are all of them: nothing is left of the whole. */
export const sharesAreWhole = (shares: readonly (number | undefined)[]): boolean =>
  shares.every((share) => share !== undefined) && sum(shares as number[]) === WHOLE
