/**
 * Puts the control entries together: rows read from the source, repaired where it is damaged, with what stands outside
 * the tables added. Keeps a ledger of every source row, so that none can be lost on the way.
 */
import { digest, type LineReading, type LvsLine, type OpenLine, readLvs, readOpen } from './exceptions.ts'
import { completeTree, paragraphsByEntry, treeOf } from './paragraphs.ts'
import { type Requirement, type RequirementReading, readRequirement, suffixOf } from './requirement.ts'
import { type InForce, paragraphsNamed, type Row, type Scope, type Words } from './rows.ts'
import { readScope, type Trees } from './scope.ts'
import type { SourceEntry, SourceRow } from './source.ts'

/** A doubt about the rows of one reason, or about all rows of the entry. */
export type Note = Words & { reason?: string; cite?: string; from?: string }
type WrittenRow = { reason: string; scope: Scope; requires: string; inForce?: InForce }
export type Repair = {
  eccn: string
  of?: string
  rows?: Record<string, WrittenRow[] | string>
  asRead?: Record<string, { requires?: string; inForce?: InForce }>
  add?: WrittenRow[]
  notes?: Note[]
}
export type Readings = {
  requirements: RequirementReading[]
  suffixes: Record<string, string>
  scopes: { eccn: string; of: string[]; scope: Scope }[]
  repairs: Repair[]
  entries: { eccn: string; add: WrittenRow[] }[]
  missing: { eccn: string; reasons: string[]; flags?: Record<string, string> }[]
  reasons: { eccn: string; reasons: string[] }[]
  droppedParagraphs: Record<string, string[]>
  notes: { eccn: string; notes: Note[] }[]
  redirects: ({ eccns: string[] } & Words)[]
  lvs: LineReading[]
  gbs: LineReading[]
  tsr: LineReading[]
}
export type Entry = {
  eccn: string
  reasons: string[]
  paragraphs: string[]
  rows: Row[]
  lvs?: LvsLine[]
  gbs?: OpenLine[]
  tsr?: OpenLine[]
  notes: Note[]
  redirect?: Words
}
/** What became of one source row: where it went, and whether the scope was read by form, by hand, by a repair, or not. */
export type LedgerLine = { eccn: string; row: number; entry: string; ids: string[]; scope: 'form' | 'hand' | 'repair' | 'unread' }
export type Build = { entries: Entry[]; ledger: LedgerLine[]; stale: string[] }

/** All entries in order. Throws when a repair no longer fits the source or a requirement cell cannot be read. */
export function buildEntries(source: readonly SourceEntry[], designators: readonly string[], readings: Readings): Build {
  const all: SourceEntry[] = [...source, ...readings.missing.map(missingEntry)]
  const paragraphs = paragraphsByEntry(designators)
  const trees: Trees = new Map(all.map((entry) => [entry.eccn, treeOf(entry, paragraphs, readings.droppedParagraphs[entry.eccn])]))
  const builder = new Builder(readings, trees)
  for (const entry of all) builder.read(entry)
  const entries = all.map((entry) => builder.finish(entry)).sort((left, right) => (left.eccn < right.eccn ? -1 : 1))
  return { entries, ledger: builder.ledger, stale: builder.staleReadings() }
}

const missingEntry = (entry: Readings['missing'][number]): SourceEntry => ({
  eccn: entry.eccn,
  reasonForControl: entry.reasons.join(', '),
  countryChart: [],
  licenceExceptionFlags: entry.flags ?? {},
})

class Builder {
  readonly ledger: LedgerLine[] = []
  readonly #readings: Readings
  readonly #trees: Trees
  readonly #rows = new Map<string, Row[]>()
  readonly #used = new Set<string>()

  constructor(readings: Readings, trees: Trees) {
    this.#readings = readings
    this.#trees = trees
  }

  /** Reads the rows of one source entry into the entries that they belong to. */
  read(entry: SourceEntry): void {
    const repair = this.#readings.repairs.find((one) => one.eccn === entry.eccn)
    if (repair?.of && repair.of !== digest(entry.countryChart.map((row) => `${row.control}|${row.countryChart}`).join('|'))) {
      throw new Error(`${entry.eccn}: the source rows have changed; read its repair in readings/repairs.yaml again`)
    }
    for (const [place, row] of entry.countryChart.entries()) this.#readRow(entry.eccn, row, place + 1, repair)
    for (const row of repair?.add ?? []) this.#write(entry.eccn, row, this.#suffix(row.requires))
    for (const row of this.#readings.entries.find((one) => one.eccn === entry.eccn)?.add ?? []) this.#write(entry.eccn, row, this.#suffix(row.requires))
  }

  #readRow(eccn: string, source: SourceRow, place: number, repair: Repair | undefined): void {
    const replaced = repair?.rows?.[place]
    if (Array.isArray(replaced)) {
      const ids = replaced.map((row) => this.#write(eccn, row, this.#suffix(row.requires)))
      this.ledger.push({ eccn, row: place, entry: eccn, ids, scope: 'repair' })
      return
    }
    const entry = replaced ?? eccn
    const requirement = readRequirement(source.countryChart, this.#readings.requirements)
    if (!requirement) throw new Error(`${eccn}, row ${place}: the requirement cell fits no pattern of readings/requirements.yaml`)
    const { reason, scope, by } = this.#scope(eccn, source.control)
    const other = repair?.asRead?.[place]
    const asked: Requirement = other?.requires ? { requires: other.requires, suffix: this.#suffix(other.requires) } : requirement
    const row: WrittenRow = { reason, scope, requires: asked.requires, ...(other?.inForce && { inForce: other.inForce }) }
    this.ledger.push({ eccn, row: place, entry, ids: [this.#write(entry, row, asked.suffix)], scope: by })
  }

  #scope(eccn: string, cell: string): { reason: string; scope: Scope; by: LedgerLine['scope'] } {
    const read = readScope(cell, eccn, this.#trees)
    if (!read) throw new Error(`${eccn}: the scope cell names no reason for control`)
    const hand = this.#readings.scopes.find((one) => one.eccn === eccn && one.of.includes(digest(cell)))
    if (hand) {
      this.#used.add(`${eccn} ${digest(cell)}`)
      return { reason: read.reason, scope: hand.scope, by: 'hand' }
    }
    if (read.scope) return { reason: read.reason, scope: read.scope, by: 'form' }
    return { reason: read.reason, scope: { notModelled: unread(read.reason, eccn) }, by: 'unread' }
  }

  #suffix(requires: string): string {
    return suffixOf(requires, this.#readings.requirements, this.#readings.suffixes)
  }

  #write(eccn: string, row: WrittenRow, suffix: string): string {
    const rows = this.#rows.get(eccn) ?? []
    const base = `${row.reason.toLowerCase()}-${suffix}`
    const taken = rows.filter(({ id }) => id === base || id.startsWith(`${base}.`)).length
    const id = taken === 0 ? base : `${base}.${taken + 1}`
    this.#rows.set(eccn, [...rows, { id, reason: row.reason, scope: row.scope, requires: row.requires, ...(row.inForce && { inForce: row.inForce }) }])
    return id
  }

  /** The whole entry, once the rows of all entries have been read. */
  finish(source: SourceEntry): Entry {
    const { eccn } = source
    const rows = this.#rows.get(eccn) ?? []
    const lvs = readLvs(eccn, source.licenceExceptionFlags.LVS, rows, this.#readings.lvs)
    const gbs = readOpen(eccn, source.licenceExceptionFlags.GBS, rows, this.#readings.gbs)
    const tsr = readOpen(eccn, source.licenceExceptionFlags.TSR, rows, this.#readings.tsr)
    const redirect = this.#readings.redirects.find((one) => one.eccns.includes(eccn))
    return {
      eccn,
      reasons: this.#reasons(source, rows),
      paragraphs: this.#paragraphs(
        eccn,
        [...rows, ...(lvs ?? []), ...(gbs ?? []), ...(tsr ?? [])].map(({ scope }) => scope),
      ),
      rows,
      ...(lvs && { lvs }),
      ...(gbs && { gbs }),
      ...(tsr && { tsr }),
      notes: [...this.#readings.repairs, ...this.#readings.notes].flatMap((one) => (one.eccn === eccn ? (one.notes ?? []) : [])),
      ...(redirect && { redirect: { en: redirect.en, zh: redirect.zh } }),
    }
  }

  #reasons(source: SourceEntry, rows: readonly Row[]): string[] {
    const named = this.#readings.reasons.find((one) => one.eccn === source.eccn)?.reasons ?? (source.reasonForControl ?? '').match(/\b[A-Z]{2}(?=\d?\b)/g) ?? []
    return [...new Set([...named, ...rows.map((row) => row.reason)])]
  }

  /** The tree, with paragraphs that a row or an exception line names and the sources do not show. */
  #paragraphs(eccn: string, scopes: readonly Scope[]): string[] {
    return completeTree([...(this.#trees.get(eccn) ?? []), ...scopes.flatMap(paragraphsNamed)])
  }

  /** Readings by hand that no cell of the source answers to any more. */
  staleReadings(): string[] {
    return this.#readings.scopes.flatMap(({ eccn, of }) => of.map((one) => `${eccn} ${one}`)).filter((key) => !this.#used.has(key))
  }
}

const unread = (reason: string, eccn: string): Words => ({
  en: `The ${reason} row of ${eccn} holds for a part of the entry that it describes in words; they are not encoded. Read the entry.`,
  zh: `${eccn}的${reason}一行仅适用于其以文字描述的部分物项，尚未编码；请查阅条目原文。`,
})
