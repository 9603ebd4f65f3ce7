/** Adds values to the list of a key. */
export function append<Key>(map: Map<Key, number[]>, key: Key, ...values: number[]): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, values)
  else list.push(...values)
}
