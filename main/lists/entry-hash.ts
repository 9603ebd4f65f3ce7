/** The hash of a listed party's content: an officer's decision is bound to it, so that a changed listing reopens it. */
import { createHash } from 'node:crypto'
import type { ListEntry } from '#shared/domain/screening.ts'
import { canonicalJson } from '#shared/text/canonical.ts'

/** Canonical text of an entry without what Licet itself added. */
export function entryBody(entry: ListEntry): string {
  const { addedNames: _added, ...official } = entry
  return canonicalJson(official)
}

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The address of a list's content: the hash of its entries' hashes in order. */
export const contentHash = (entryHashes: Iterable<string>): string => sha256([...entryHashes].sort().join('\n'))
