/** Which listed parties have an address that a query gives. */
import type { ListEntry } from '#shared/domain/screening.ts'
import { type Address, addressOf, sameAddress } from './addresses.ts'

type Listed = { entry: number; written: string; address: Address }

/** Read when the first query with an address comes, since most queries have none; by the number of the house. */
const read = new WeakMap<readonly ListEntry[], ReadonlyMap<string, readonly Listed[]>>()

function listedBy(entries: readonly ListEntry[]): ReadonlyMap<string, readonly Listed[]> {
  const known = read.get(entries)
  if (known !== undefined) return known
  const byNumber = new Map<string, Listed[]>()
  const seen = new Map<string, Address | undefined>()
  entries.forEach(({ addresses }, entry) => {
    for (const written of addresses) {
      if (!seen.has(written)) seen.set(written, addressOf(written))
      const address = seen.get(written)
      if (address === undefined) continue
      const others = byNumber.get(address.number)
      if (others === undefined) byNumber.set(address.number, [{ entry, written, address }])
      else others.push({ entry, written, address })
    }
  })
  read.set(entries, byNumber)
  return byNumber
}

/** The entries at an address, each with its address as it is listed. None when the address is not specific. */
export function entriesAt(entries: readonly ListEntry[], written: string): Map<number, string> {
  const found = new Map<number, string>()
  const address = addressOf(written)
  if (address === undefined) return found
  for (const listed of listedBy(entries).get(address.number) ?? [])
    if (!found.has(listed.entry) && sameAddress(address, listed.address)) found.set(listed.entry, listed.written)
  return found
}
