/**
 * What the program works with once a data folder is open: both databases, the rule pack, the lists in force and their
 * index, the casebook and its audit chain. Made here and nowhere else; the handlers and the command line share it.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type Chain, headFileOf, listRecords, openChain, type RecordQuery } from '#main/audit/chain.ts'
import { type Casework, openCasework } from '#main/casework/casebook.ts'
import { type ClassificationTables, parseClassificationTables } from '#main/classification/tables.ts'
import { openCasebook, openReference } from '#main/database/open.ts'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import { countryLookup } from '#main/lists/countries.ts'
import { loadCurrentEntries } from '#main/lists/current.ts'
import type { CountryLookup } from '#main/lists/formats/format.ts'
import { type ListSources, readListSources } from '#main/lists/list-sources.ts'
import { ensureStarter } from '#main/lists/starter.ts'
import { stateWhole } from '#main/lists/state-whole.ts'
import { packInUse } from '#main/rules/install.ts'
import { type LoadedPack, loadPack } from '#main/rules/store.ts'
import { buildIndex, type ScreeningIndex } from '#main/screening/screen.ts'
import type { CoreEvent } from '#shared/contract/contract.ts'
import type { AuditRow, CountryRow, ImportReport, WholeList } from '#shared/contract/replies.ts'
import type { BatchSummary } from '#shared/domain/batch.ts'
import type { ListUsed } from '#shared/domain/screening.ts'
import { readCountries } from './countries.ts'
import { Jobs } from './jobs.ts'
import { neededLists } from './needed-lists.ts'
import { PackDays } from './pack-days.ts'

export type CoreOptions = {
  dataFolder: string
  assetsFolder: string
  officer?: string
  version: string
  /** The clock; replaced in tests. */
  now?: () => Date
  newId?: () => string
}

export type Screening = { index: ScreeningIndex; lists: ListUsed[] }

export class Core {
  readonly options: CoreOptions
  readonly reference: Database
  readonly casebook: Database
  readonly chain: Chain
  readonly casework: Casework
  readonly jobs = new Jobs()
  readonly days: PackDays
  readonly classification: ClassificationTables
  readonly countries: CountryRow[]
  readonly listSources: ListSources
  readonly namesAllItems: RegExp
  readonly countryLookup: CountryLookup
  /** Lists that the rules of the pack read. */
  readonly needed: string[]
  officer: string
  #screening: Screening | undefined
  readonly #listeners = new Set<(event: CoreEvent) => void>()

  /** Opens the folder; made if absent. Throws InputError when a database or the pack is refused, with nothing left open. */
  constructor(options: CoreOptions) {
    this.options = options
    this.officer = options.officer ?? ''
    this.reference = openReference(options.dataFolder)
    try {
      this.casebook = openCasebook(options.dataFolder)
    } catch (error) {
      this.reference.close()
      throw error
    }
    try {
      this.days = new PackDays(this.#loadPack())
      this.classification = parseClassificationTables(this.loaded.classification)
      ensureStarter(this.reference, { now: this.timestamp(), assets: this.listAssets })
      this.chain = openChain(this.casebook, { headFile: headFileOf(join(options.dataFolder, 'casebook.db')) })
      this.casework = openCasework({ database: this.casebook, audit: this.chain, newId: () => this.newId() })
      const table = readFileSync(join(options.assetsFolder, 'reference', 'countries.csv'), 'utf8')
      this.countries = readCountries(table)
      this.countryLookup = countryLookup(table)
      this.needed = neededLists(this.pack)
      this.listSources = readListSources(this.listAssets)
      this.namesAllItems = new RegExp(this.listSources.entityListScopeAll, 'i')
    } catch (error) {
      this.close()
      throw translateSqliteError(error, options.dataFolder)
    }
  }

  get loaded(): LoadedPack {
    return this.days.loaded
  }

  get pack(): LoadedPack['pack'] {
    return this.days.loaded.pack
  }

  get listAssets(): string {
    return join(this.options.assetsFolder, 'lists')
  }

  get fontsFolder(): string | undefined {
    const folder = join(this.options.assetsFolder, 'fonts')
    return existsSync(folder) ? folder : undefined
  }

  /** The lists in force with their index, built at first use and again after an import. */
  screening(): Screening {
    if (this.#screening === undefined) {
      const { entries, lists } = loadCurrentEntries(this.reference, { assets: this.listAssets })
      this.#screening = { index: buildIndex(entries, lists), lists }
    }
    return this.#screening
  }

  listsChanged(): void {
    this.#screening = undefined
    this.emit({ event: 'lists:changed' })
  }

  auditRecords(query: RecordQuery): AuditRow[] {
    return listRecords(this.casebook, query)
  }

  /** The audit chain keeps which list came in when, and from which bytes. */
  recordImport(report: ImportReport, reason = ''): void {
    const { file, source, contentDate, sha256, records, lists } = report
    const detail = { file, source, contentDate, sha256, records, lists, ...(reason === '' ? {} : { reason }) }
    this.casebook.transaction(() => this.chain.record({ ...this.signature(), action: 'list.imported', subject: source, detail })).immediate()
    this.chain.committed()
  }

  /** Makes the copy held of a list a complete one on an officer's word, and keeps the word in the audit chain. Throws InputError as `stateWhole`. */
  stateWhole(list: string, reason: string): WholeList {
    const signature = this.signature()
    const whole = stateWhole(this.reference, { list, reason, by: signature.by, now: signature.at })
    this.casebook.transaction(() => this.chain.record({ ...signature, action: 'list.stated-whole', subject: list, detail: { ...whole, reason } })).immediate()
    this.chain.committed()
    return whole
  }

  /** The audit chain keeps which rule pack came in when, and by whose signature. */
  recordPack({ sha256, pack }: LoadedPack, by: { publisher: string; key: string }): void {
    const detail = { version: pack.version, sequence: pack.sequence, lawAsOf: pack.lawAsOf, sha256, ...by }
    this.casebook.transaction(() => this.chain.record({ ...this.signature(), action: 'pack.installed', subject: pack.id, detail })).immediate()
    this.chain.committed()
  }

  /** The audit chain keeps which file was screened, against which lists, and how many alerts there were. */
  recordBatch({ id, file, sha256, day, settings, lists, counts, answers }: BatchSummary): void {
    const against = lists.map(({ id, contentDate, sha256, complete }) => ({ id, contentDate, sha256, complete }))
    const detail = { batch: id, file, sha256, day, settings, lists: against, counts, answers }
    this.casebook.transaction(() => this.chain.record({ ...this.signature(), action: 'batch.screened', subject: file, detail })).immediate()
    this.chain.committed()
  }

  newId(): string {
    return this.options.newId?.() ?? randomUUID()
  }

  timestamp(): string {
    return (this.options.now?.() ?? new Date()).toISOString()
  }

  /** The officer's day: local time, since a case is dated by the calendar on the wall. */
  today(): string {
    const now = this.options.now?.() ?? new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }

  signature(): { by: string; at: string } {
    return { by: this.officer, at: this.timestamp() }
  }

  onEvent(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(event: CoreEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  close(): void {
    this.reference.close()
    this.casebook.close()
  }

  #loadPack(): LoadedPack {
    const now = this.timestamp()
    return packInUse(this.reference, loadPack(this.reference, join(this.options.assetsFolder, 'rules', 'us-ear'), now), now)
  }
}
