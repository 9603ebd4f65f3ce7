/** The hash of a listed party's content: an officer's decision is bound to it, so that a changed listing reopens it. */
import { createHash } from 'node:crypto'
import { type ListEntry, listedParty } from '#shared/domain/screening.ts'

/**
 * Canonical text of an entry without empty fields and without what Licet itself added: the text that `canonicalJson` gives, made
 * in the known order of the keys because tens of thousands are written in one import.
 */
export function entryBody(entry: ListEntry): string {
  return JSON.stringify({
    addresses: filled(entry.addresses),
    aliases: filled(entry.aliases),
    citation: filled(entry.citation),
    countries: filled(entry.countries),
    dates: filled(entry.dates),
    endDate: filled(entry.endDate),
    entry: entry.entry,
    fields: entry.fields === undefined ? undefined : sorted(entry.fields),
    footnotes: filled(entry.footnotes),
    ids: filled(entry.ids),
    kind: entry.kind,
    licencePolicy: filled(entry.licencePolicy),
    licenceRequirement: filled(entry.licenceRequirement),
    list: entry.list,
    name: entry.name,
    programmes: filled(entry.programmes),
    relations: filled((entry.relations ?? []).map(({ entry, name, says }) => ({ entry, name, says }))),
    remarks: filled(entry.remarks),
    startDate: filled(entry.startDate),
    suspensions: filled((entry.suspensions ?? []).map(({ citation, from, until }) => ({ citation, from, until }))),
    url: filled(entry.url),
    weakAliases: filled(entry.weakAliases),
  })
}

/** The entry that a body stands for. */
export function entryOfBody(body: string): ListEntry {
  const entry = JSON.parse(body) as ListEntry
  return { ...listedParty(entry.list, entry.entry, entry.kind, entry.name), ...entry }
}

const filled = <T extends { length: number }>(value: T): T | undefined => (value.length === 0 ? undefined : value)

function sorted(fields: Record<string, string>): Record<string, string> | undefined {
  const keys = Object.keys(fields)
  if (keys.length === 0) return undefined
  return keys.length === 1 ? fields : Object.fromEntries(keys.sort().map((key) => [key, fields[key] as string]))
}

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The address of a list's content: the hash of its entries' hashes in order. */
export const contentHash = (entryHashes: Iterable<string>): string => sha256([...entryHashes].sort().join('\n'))
