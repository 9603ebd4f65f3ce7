/**
 * Exact fractions. Limits in the law sit on round decimal numbers ("1.3 GSPS", "5.92"), and binary floating point would
 * put some values on the wrong side of them once a unit is converted or a quotient taken. Nothing here rounds.
 */
export type Exact = { readonly over: bigint; readonly under: bigint }

const LARGEST_EXPONENT = 400

function divisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b]
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}

/** A fraction in lowest terms. Throws RangeError when `under` is zero. */
export function fraction(over: bigint, under: bigint): Exact {
  if (under === 0n) throw new RangeError('a fraction needs a denominator other than zero')
  const [top, bottom] = under < 0n ? [-over, -under] : [over, under]
  const common = divisor(top, bottom)
  return common === 0n ? { over: 0n, under: 1n } : { over: top / common, under: bottom / common }
}

/**
 * Reads a decimal number such as `5`, `-0.25` or `1.3e9` exactly. `undefined` for anything else, and for exponents
 * beyond four hundred, which no datasheet needs and which would only cost memory.
 */
export function exactFromText(text: string): Exact | undefined {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text)
  if (parts === null) return undefined
  const decimals = parts[3] ?? ''
  const exponent = Number(parts[4] ?? '0') - decimals.length
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined
  const digits = BigInt(`${parts[2]}${decimals}`) * (parts[1] === '-' ? -1n : 1n)
  return exponent >= 0 ? fraction(digits * 10n ** BigInt(exponent), 1n) : fraction(digits, 10n ** BigInt(-exponent))
}

/** The decimal number that a person typed, not its binary neighbour. Throws RangeError when it is not finite. */
export function exact(value: number): Exact {
  const found = Number.isFinite(value) ? exactFromText(String(value)) : undefined
  if (found === undefined) throw new RangeError(`${value} is not a finite number`)
  return found
}

export const ZERO: Exact = { over: 0n, under: 1n }
export const plus = (a: Exact, b: Exact): Exact => fraction(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Exact, b: Exact): Exact => fraction(a.over * b.under - b.over * a.under, a.under * b.under)
export const times = (a: Exact, b: Exact): Exact => fraction(a.over * b.over, a.under * b.under)
/** Throws RangeError when `b` is zero. */
export const over = (a: Exact, b: Exact): Exact => fraction(a.over * b.under, a.under * b.over)

/** Below zero, zero or above zero as `a` is smaller than, equal to or larger than `b`. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The decimal text: complete when the fraction ends, else twelve decimals behind a mark that says so. */
export function exactText(value: Exact): string {
  let rest = value.under
  let [twos, fives] = [0, 0]
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1]
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1]
  const decimals = rest === 1n ? Math.max(twos, fives) : 12
  const scaled = (value.over * 10n ** BigInt(decimals)) / value.under
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${rest === 1n ? '' : '≈'}${value.over < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`
}

/** Logarithm to base two: exact for powers of two, else the nearest number that a computer holds. Only for values above zero. */
export function log2(value: Exact): Exact {
  if (value.over <= 0n) throw new RangeError('only numbers above zero have a logarithm')
  const bits = (part: bigint): number => part.toString(2).length - 1
  const isPower = (part: bigint): boolean => (part & (part - 1n)) === 0n
  if (isPower(value.over) && isPower(value.under)) return exact(bits(value.over) - bits(value.under))
  const approximate = (part: bigint): number => {
    const digits = part.toString(2)
    const kept = digits.slice(0, 53)
    return Math.log2(Number.parseInt(kept, 2)) + digits.length - kept.length
  }
  return exact(Number((approximate(value.over) - approximate(value.under)).toPrecision(15)))
}
