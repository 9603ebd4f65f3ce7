/** Made-up listed parties for tests. */
import { type ListEntry, type ListUsed, listedParty } from '#shared/domain/screening.ts'

/** A listed party with these fields and nothing else. */
export const listed = (list: string, entry: string, name: string, more: Partial<ListEntry> = {}): ListEntry & { entryHash: string } => ({
  ...listedParty(list, entry, 'entity', name),
  entryHash: `hash-${entry}`,
  ...more,
})
/** A complete list of that id. */
export const list = (id: string): ListUsed => ({ id, title: id, contentDate: '2026-07-31', records: 1, sha256: `sha-${id}`, complete: true })
