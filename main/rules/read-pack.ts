/**
 * Reads the folder of a rule pack: YAML files checked against their schema, the tables beside them, and one hash over
 * all bytes. Files of test sentences and of the classification tables are read by those who use them.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { CoverageRow } from '#shared/contract/replies.ts'
import { InputError } from '#shared/text/errors.ts'
import { fileSchema, packSchema, type RawFile } from './schema.ts'

export type RawPack = {
  folder: string
  manifest: z.infer<typeof packSchema>
  files: { name: string; content: RawFile }[]
  chart: ChartRow[]
  titles: Map<string, { en: string; zh: string }>
  sections: ReadonlySet<string>
  /** Rows of `tables/coverage`, by part. */
  coverage: CoverageRow[]
  /** Parsed YAML of `tables/classification`. */
  classification: { name: string; content: unknown }[]
}
export type ChartRow = { code: string; row: string; marks: string[]; footnotes: string[] }

const SENTENCES = /\.sentences\.yaml$/
const CLASSIFICATION = 'tables/classification/'

/** Names of the files that make up a pack, in a fixed order and with forward slashes. */
export function packFiles(folder: string): string[] {
  if (!existsSync(join(folder, 'pack.yaml'))) throw new InputError('bad-input', `${folder}: no pack.yaml here; a rule pack is a folder with pack.yaml in it`)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|csv)$/.test(name) && statSync(join(folder, name)).isFile())
    .map((name) => relative('.', name).split(sep).join('/'))
    .sort()
}

/** The files of the pack that are law: all but test sentences. */
export const lawFiles = (folder: string): string[] => packFiles(folder).filter((name) => !SENTENCES.test(name))

/** SHA-256 over names and bytes of all files of the pack, test sentences left out: they are not law. */
export function hashPack(folder: string): string {
  const hash = createHash('sha256')
  for (const name of lawFiles(folder)) {
    const bytes = readFileSync(join(folder, name))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** Parses one YAML file; a mistake names file and line. */
export function readYaml(path: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true, strict: true })
  const problem = document.errors[0]
  if (problem !== undefined) throw new InputError('bad-input', `${path}, line ${lines.linePos(problem.pos[0]).line}: ${problem.message.split('\n')[0]}`)
  return document.toJS({ maxAliasCount: 100 })
}

/** Reads and checks a pack. Throws InputError that names the file and what was expected there. */
export function readPack(folder: string): RawPack {
  const names = packFiles(folder)
  const manifest = check(packSchema, readYaml(join(folder, 'pack.yaml')), 'pack.yaml')
  const files: RawPack['files'] = []
  const classification: RawPack['classification'] = []
  for (const name of names) {
    if (!name.endsWith('.yaml') || name === 'pack.yaml' || SENTENCES.test(name)) continue
    const content = readYaml(join(folder, name))
    if (name.startsWith(CLASSIFICATION)) classification.push({ name, content })
    else files.push({ name, content: check(fileSchema, content, name) })
  }
  return {
    folder,
    manifest,
    files,
    chart: readChart(folder),
    titles: readTitles(folder),
    sections: readSections(folder),
    coverage: readCoverage(folder, names),
    classification,
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue === undefined ? '' : place(value, issue.path)
  throw new InputError('bad-input', `${name}${where}: ${issue?.message ?? 'not in the expected form'}`)
}

/** Shows a path with the ids of the list members on the way, which an author finds faster than a number. */
function place(value: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = value
  let shown = ''
  for (const key of path) {
    here = typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[key] : undefined
    const record = typeof here === 'object' && here !== null ? (here as Record<string, unknown>) : {}
    const name = record.id ?? record.path ?? record.name ?? record.eccn
    shown += ` › ${typeof name === 'string' ? name : String(key)}`
  }
  return shown
}

function readTable(folder: string, name: string, columns: string[]): Record<string, string>[] {
  const path = join(folder, 'tables', name)
  if (!existsSync(path)) return []
  const rows: Record<string, string>[] = parseCsv(readFileSync(path, 'utf8'), { columns: true, comment: '#', skip_empty_lines: true, bom: true })
  const missing = columns.find((column) => rows[0] !== undefined && !(column in rows[0]))
  if (missing !== undefined) throw new InputError('bad-input', `tables/${name}: no column “${missing}”`)
  return rows
}

function readChart(folder: string): ChartRow[] {
  const split = (cell: string | undefined) => (cell ?? '').split(';').filter((part) => part !== '')
  return readTable(folder, 'chart.csv', ['code', 'row', 'marks', 'footnotes']).map((row) => ({
    code: row.code ?? '',
    row: row.row ?? '',
    marks: split(row.marks),
    footnotes: split(row.footnotes),
  }))
}

function readTitles(folder: string): RawPack['titles'] {
  return new Map(readTable(folder, 'titles.csv', ['eccn', 'en', 'zh']).map((row) => [row.eccn ?? '', { en: row.en ?? '', zh: row.zh ?? '' }]))
}

function readSections(folder: string): ReadonlySet<string> {
  return new Set(readTable(folder, 'sections.csv', ['section']).map((row) => row.section ?? ''))
}

const COVERAGE = /^tables\/coverage\/(.+)\.csv$/

function readCoverage(folder: string, names: readonly string[]): CoverageRow[] {
  return names.flatMap((name) => {
    const part = name.match(COVERAGE)?.[1]
    if (part === undefined) return []
    return readTable(folder, `coverage/${part}.csv`, ['row', 'cite', 'rules', 'why']).map(({ row, cite, rules, why }) => ({
      part,
      row: row ?? '',
      cite: cite ?? '',
      rules: (rules ?? '')
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      why: why ?? '',
    }))
  })
}
