/**
 * The starter list: some well-known listed parties that are built in, so that the first start is useful before a complete
 * list is imported. It is held as snapshots marked incomplete and gives way, list by list, to complete ones.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { parse } from 'yaml'
import { z } from 'zod'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import { type ListEntry, PARTY_KINDS } from '#shared/domain/screening.ts'
import { sha256 } from './entry-hash.ts'
import { LIST_ASSETS } from './list-sources.ts'
import { prepareLists, STARTER_FORMAT, writeSnapshots } from './snapshots.ts'

const starterSchema = z.strictObject({
  contentDate: z.iso.date(),
  source: z.string(),
  entries: z.array(
    z.strictObject({
      list: z.string(),
      name: z.string().min(1),
      zh: z.union([z.string(), z.array(z.string())]).optional(),
      aliases: z.array(z.string()).default([]),
      kind: z.enum(PARTY_KINDS).default('entity'),
      countries: z.array(z.string().length(2)).default([]),
      citation: z.string().default(''),
      footnotes: z.array(z.number().int()).default([]),
      programmes: z.array(z.string()).default([]),
    }),
  ),
})

export type Starter = { contentDate: string; source: string; sha256: string; entries: ListEntry[] }

/** Reads assets/lists/starter.yaml. Throws when the file of the program itself is broken. */
export function readStarter(assets: string = LIST_ASSETS): Starter {
  const text = readFileSync(join(assets, 'starter.yaml'), 'utf8')
  const starter = starterSchema.parse(parse(text))
  return {
    contentDate: starter.contentDate,
    source: starter.source,
    sha256: sha256(text),
    entries: starter.entries.map((entry) => ({
      list: entry.list,
      entry: entryId(entry.name),
      kind: entry.kind,
      name: entry.name,
      aliases: entry.aliases,
      weakAliases: [],
      addresses: [],
      countries: entry.countries,
      dates: [],
      ids: [],
      programmes: entry.programmes,
      remarks: '',
      licenceRequirement: '',
      licencePolicy: '',
      citation: entry.citation,
      startDate: '',
      endDate: '',
      footnotes: entry.footnotes,
      url: '',
      addedNames: entry.zh === undefined ? [] : typeof entry.zh === 'string' ? [entry.zh] : entry.zh,
    })),
  }
}

const entryId = (name: string): string =>
  `starter:${name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`

/**
 * Makes sure that the starter list of this program is held. Safe to call at every start; writes only when the starter list is
 * new. Throws InputError `disk-full`, `read-only` or `busy`.
 */
export function ensureStarter(database: Database, { now, assets = LIST_ASSETS }: { now: string; assets?: string }): void {
  const starter = readStarter(assets)
  if (database.prepare('SELECT 1 FROM list_import WHERE format = ? AND sha256 = ?').get(STARTER_FORMAT, starter.sha256) !== undefined) return
  try {
    database
      .transaction(() =>
        writeSnapshots(database, {
          sha256: starter.sha256,
          format: STARTER_FORMAT,
          source: starter.source,
          files: ['starter.yaml'],
          contentDate: starter.contentDate,
          importedAt: now,
          reason: '',
          complete: false,
          lists: prepareLists(starter.entries, () => undefined),
        }),
      )
      .immediate()
  } catch (error) {
    throw translateSqliteError(error, database.name)
  }
}
