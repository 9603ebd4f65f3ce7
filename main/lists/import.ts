/**
 * Imports official list files: recognises them, reads all of them, checks them against what is held, and only then writes
 * everything in one transaction. What is refused leaves the lists as they were.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Database } from 'better-sqlite3'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import type { ImportReport } from '#shared/contract/replies.ts'
import { type OwnList, ownList } from '#shared/domain/own-list.ts'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { entryOfBody, sha256 } from './entry-hash.ts'
import type { CountryLookup, ImportContext, ImportSet } from './formats/format.ts'
import { ownListRows, ownListSet } from './formats/own-csv.ts'
import { guardImport } from './guards.ts'
import { LARGEST_TEXT_BYTES, type ListFile, openListFile } from './list-file.ts'
import { LIST_ASSETS, readListSources, readSentinels } from './list-sources.ts'
import { rememberOwnList } from './own-lists.ts'
import { recognise } from './recognise.ts'
import { contentEntries, difference, heldLists, type PreparedList, prepareLists, STARTER_FORMAT, writeSnapshots } from './snapshots.ts'

export type ImportProgress = { done: number; total: number; phase: 'reading' | 'comparing' | 'writing' }

export type ImportRequest = {
  database: Database
  files: string[]
  /** The one file is the whole of this own list of an officer's, in any CSV. */
  own?: OwnList | undefined
  /** Takes a list that the guards would hold back; needs a reason. */
  force?: boolean
  reason?: string
  /** The moment of the import, ISO date and time. */
  now: string
  /** ISO code by country name; without it countries given by name stay unknown. */
  country?: CountryLookup
  /** Names the source in the report and the history in place of the publisher's own name. */
  source?: string
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
  /** Folder of the built-in data, when it is not beside the sources. */
  assets?: string
}

const CANCELLED = 'The import was cancelled. Nothing was imported.'

type Read = { set: ImportSet; sha256: string; contentDate: string; lists: PreparedList[]; warnings: string[]; unchanged: boolean }

/**
 * Imports `files`, several of which may make one import, and reports each import with its differences from what was held.
 * Throws InputError `bad-input` (unknown format, damaged file), `held-back` (by a guard), `cancelled`, `disk-full`, `read-only`
 * or `busy`; then nothing at all was imported.
 */
export async function importLists(request: ImportRequest): Promise<ImportReport[]> {
  const { database } = request
  const assets = request.assets ?? LIST_ASSETS
  const sources = readListSources(assets)
  const sentinels = readSentinels(assets)
  const named = new Map(Object.entries(sources.countryNames))
  const today = request.now.slice(0, 10)
  if (request.files.length === 0) throw new InputError('bad-input', 'No file was given. Give one or more official list files.')
  const files: ListFile[] = []
  for (const path of [...new Set(request.files)]) files.push(await openListFile(path))
  const sets = request.own === undefined ? recognise(files, sources) : [ownSet(files, request.own, today)]
  for (const file of files) {
    if (file.size > LARGEST_TEXT_BYTES) {
      throw new InputError(
        'bad-input',
        `${file.name} is larger than ${LARGEST_TEXT_BYTES / 1024 / 1024} MB; every official list file is smaller. Nothing was imported.`,
      )
    }
  }
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const hashes = new Map<ListFile, string>()
  for (const file of files) hashes.set(file, await hashFile(file, request.signal))

  const read: Read[] = []
  const readBytes = new Map<ListFile, number>()
  for (const set of sets) {
    const setHash =
      set.files.length === 1
        ? (hashes.get(set.files[0] as ListFile) as string)
        : sha256(
            set.files
              .map((file) => hashes.get(file))
              .sort()
              .join('\n'),
          )
    // The same bytes may be another own list, or be read otherwise.
    const before = request.own === undefined ? sameImport(database, setHash) : undefined
    if (before !== undefined) {
      read.push({ set, sha256: setHash, contentDate: before, lists: [], warnings: [], unchanged: true })
      continue
    }
    const warnings = new Set<string>()
    let newest = ''
    const context: ImportContext = {
      sources,
      country: (name) => named.get(name.trim()) ?? request.country?.(name) ?? '',
      reading: (file) => ({
        signal: request.signal,
        onBytes: (bytes) => {
          readBytes.set(file, bytes)
          request.onProgress?.({ done: [...readBytes.values()].reduce((sum, value) => sum + value, 0), total, phase: 'reading' })
        },
      }),
      warn: (message) => warnings.add(message),
      dated: (date) => {
        if (date > newest && date <= today) newest = date
      },
      held: (list) => heldCopy(database, list),
    }
    const entries: ListEntry[] = []
    for await (const batch of set.entries(context)) for (const entry of batch) entries.push(entry)
    if (entries.length === 0) {
      throw new InputError(
        'bad-input',
        `${set.files.map((file) => file.name).join(', ')}: the file has its heading or shape but not one listed party. Nothing was imported. Download it again.`,
      )
    }
    let contentDate = newest
    if (contentDate === '') {
      contentDate = set.files
        .map((file) => file.changed)
        .sort()
        .at(-1) as string
      if (contentDate > today) contentDate = today
      warnings.add(`The file states no date; ${contentDate}, when the file was last changed, is taken for the date of its content.`)
    }
    request.onProgress?.({ done: 0, total: 1, phase: 'comparing' })
    const lists = prepareLists(entries, (message) => warnings.add(message))
    const present = new Set(lists.map((list) => list.id))
    const absent = set.expects.filter((id) => !present.has(id))
    if (absent.length > 0)
      warnings.add(
        `${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} not in the file, though the whole file has ${absent.length === 1 ? 'it' : 'them'}. What is held of ${absent.length === 1 ? 'it' : 'them'} stays in force.`,
      )
    read.push({ set, sha256: setHash, contentDate, lists, warnings: [...warnings], unchanged: false })
  }
  if (request.signal?.aborted) throw new InputError('cancelled', CANCELLED)
  const own = request.own === undefined ? undefined : { order: request.own, columns: (await ownListRows(files[0] as ListFile, request.own.delimiter)).columns }
  return write(request, read, sentinels, own)
}

/** The one file of an own list as an import. */
function ownSet(files: ListFile[], own: OwnList, today: string): ImportSet {
  const [file, ...more] = files
  if (file === undefined || more.length > 0)
    throw new InputError('bad-input', `${own.list} is read from one file, which is the whole list. Nothing was imported.`)
  return ownListSet(file, ownList.parse(own), today)
}

function write(
  request: ImportRequest,
  read: Read[],
  sentinels: ReturnType<typeof readSentinels>,
  own: { order: OwnList; columns: string[] } | undefined,
): ImportReport[] {
  const { database } = request
  const all = heldLists(database)
  const held = new Map([...all].filter(([, list]) => list.format !== STARTER_FORMAT))
  const reports: ImportReport[] = []
  const refusals: string[] = []
  const bodies = database.prepare('SELECT e.body FROM list_member m JOIN list_entry e ON e.id = m.entry WHERE m.content = ?').pluck()
  for (const one of read) {
    const report: ImportReport = {
      file: one.set.files.map((file) => file.name).join(', '),
      format: one.set.format,
      source: request.source ?? one.set.source,
      contentDate: one.contentDate,
      sha256: one.sha256,
      records: one.lists.reduce((sum, list) => sum + list.entries.length, 0),
      lists: [],
      unchanged: one.unchanged,
      warnings: one.warnings,
    }
    reports.push(report)
    // Announcements that brought nothing leave the copy as it is, and what an officer stated of it.
    const joined = !one.unchanged && one.set.partial && one.lists.every(({ id, sha256 }) => held.get(id)?.sha256 === sha256)
    if (one.unchanged || joined) {
      report.unchanged = one.unchanged = true
      for (const list of held.values())
        if (joined ? one.lists.some(({ id }) => id === list.id) : list.importSha256 === one.sha256)
          report.lists.push({ id: list.id, records: list.records, added: 0, removed: 0, changed: 0 })
      report.records = report.lists.reduce((sum, list) => sum + list.records, 0)
      continue
    }
    const guard = guardImport({
      lists: one.lists,
      format: one.set.format,
      contentDate: one.contentDate,
      held,
      before: [...held.values()].filter((list) => list.format === one.set.format && one.set.expects.includes(list.id)).map((list) => list.id),
      sentinels,
      heldBodies: (list) => bodies.all(list.content) as string[],
    })
    report.warnings.push(...guard.warnings)
    if (guard.refusals.length > 0 && request.force === true) report.warnings.push(...guard.refusals.map((refusal) => `Taken all the same: ${refusal}.`))
    else refusals.push(...guard.refusals.map((refusal) => `${report.file}: ${refusal}`))
    for (const list of one.lists) {
      const old = held.get(list.id)
      report.lists.push({
        id: list.id,
        records: list.entries.length,
        ...difference(old === undefined ? new Map() : contentEntries(database, old.content), list.entries),
      })
    }
    if (guard.refusals.length > 0 && request.force === true && (request.reason ?? '').trim() === '') {
      throw new InputError(
        'held-back',
        `Taking a list that the guards hold back needs a reason. ${guard.refusals.join('; ')}. Nothing was imported; the copy held stays in force.`,
      )
    }
  }
  if (refusals.length > 0) {
    throw new InputError(
      'held-back',
      `${refusals.join('; ')}. Nothing was imported; the copies held stay in force. If the file is right, import it again with force and a reason.`,
    )
  }
  request.onProgress?.({ done: 0, total: 1, phase: 'writing' })
  try {
    database
      .transaction(() => {
        for (const one of read) {
          if (one.unchanged) continue
          writeSnapshots(database, {
            sha256: one.sha256,
            format: one.set.format,
            source: request.source ?? one.set.source,
            files: one.set.files.map((file) => file.name),
            contentDate: one.contentDate,
            importedAt: request.now,
            reason: (request.reason ?? '').trim(),
            complete: one.set.partial !== true,
            lists: one.lists,
          })
        }
        if (own !== undefined) rememberOwnList(database, own.columns, own.order, request.now)
      })
      .immediate()
  } catch (error) {
    throw translateSqliteError(error, database.name)
  }
  request.onProgress?.({ done: 1, total: 1, phase: 'writing' })
  return reports
}

/** The imported copy of a list in force, with its entries. */
function heldCopy(database: Database, list: string): ReturnType<ImportContext['held']> {
  const held = heldLists(database).get(list)
  if (held === undefined || held.format === STARTER_FORMAT) return undefined
  const bodies = database.prepare('SELECT e.body FROM list_member m JOIN list_entry e ON e.id = m.entry WHERE m.content = ?').pluck()
  return { contentDate: held.contentDate, format: held.format, entries: (bodies.all(held.content) as string[]).map(entryOfBody) }
}

/** The content date of the import that made all that is in force of these bytes, if they were the last ones imported. */
function sameImport(database: Database, hash: string): string | undefined {
  const known = database.prepare('SELECT id, content_date AS contentDate FROM list_import WHERE sha256 = ? ORDER BY id DESC LIMIT 1').get(hash) as
    | { id: number; contentDate: string }
    | undefined
  if (known === undefined) return undefined
  const lists = database.prepare('SELECT list FROM list_snapshot WHERE import = ?').pluck().all(known.id) as string[]
  const held = heldLists(database)
  return lists.every((list) => held.get(list)?.importSha256 === hash) ? known.contentDate : undefined
}

async function hashFile(file: ListFile, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file.path), hash, { signal })
  } catch (error) {
    if (signal?.aborted) throw new InputError('cancelled', CANCELLED)
    throw new InputError('bad-input', `${file.path} could not be read (${(error as NodeJS.ErrnoException).code ?? String(error)}). Nothing was imported.`)
  }
  return hash.digest('hex')
}
