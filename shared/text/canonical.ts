/**
 * Canonical JSON: keys sorted by code unit, no white space, `undefined` members left out. Two equal values have the same
 * text on every machine and locale, so that hashes of facts, proofs and audit records can be compared years later.
 * Throws TypeError on values that JSON cannot carry (functions, symbols, NaN, infinities, cycles run out of stack).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical form')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    let text = '['
    for (let i = 0; i < value.length; i++) text += (i === 0 ? '' : ',') + canonicalJson(value[i] === undefined ? null : value[i])
    return `${text}]`
  }
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>
    // The default order of sort is by code unit, the same everywhere.
    const keys = Object.keys(record).sort()
    let text = ''
    for (const key of keys) if (record[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(record[key])}`
    return `{${text}}`
  }
  throw new TypeError(`a ${typeof value} has no canonical form`)
}
