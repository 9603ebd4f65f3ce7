/**
 * Speed of the lists: import against csv-parse alone on the same file, and building the index. Uses the official file where it is, else a made-up one of the same shape.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse'
import { hasReferenceData, referenceFile } from '#main/core/reference-data.ts'
import { openReference } from '#main/database/open.ts'
import { loadCurrentEntries } from '#main/lists/current.ts'
import { importLists } from '#main/lists/import.ts'
import { buildIndex, type IndexedEntry } from '#main/screening/screen.ts'
import { type BenchLine, line, timed } from './measured.ts'

const ENTRIES = 26_000
const ROUNDS = 6

/** Runs the measurements; `ratio` is value by baseline and should stay below `limit`. */
export async function benchLists(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'))
  try {
    const file = hasReferenceData() ? referenceFile('csl/consolidated-2022-04.csv.gz') : madeUpFile(folder)
    const lines: BenchLine[] = []
    let parsing = Number.POSITIVE_INFINITY
    let importing = Number.POSITIVE_INFINITY
    // One after the other, so that what else the machine does falls on both.
    for (let round = 1; round <= ROUNDS; round += 1) {
      parsing = Math.min(parsing, await elapsed(() => parseAlone(file)))
      const database = openReference(join(folder, `round-${round}`))
      importing = Math.min(importing, await elapsed(() => importLists({ database, files: [file], now: '2026-01-01T00:00:00Z' })))
      database.close()
    }
    lines.push(line('import of the Consolidated Screening List', importing, 'ms', parsing, 3))

    const database = openReference(join(folder, 'round-1'))
    const { entries, lists } = loadCurrentEntries(database)
    database.close()
    const many = repeated(entries, ENTRIES)
    let building = Number.POSITIVE_INFINITY
    for (let round = 0; round < 3; round += 1)
      building = Math.min(
        building,
        timed(() => buildIndex(many, lists)),
      )
    lines.push(line(`index of ${many.length} entries`, building, 'ms', 3000, 1))
    return lines
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function parseAlone(file: string): Promise<void> {
  const raw = createReadStream(file)
  const rows = (file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw).pipe(parse({ relax_column_count: true }))
  for await (const _row of rows);
}

function repeated(entries: IndexedEntry[], count: number): IndexedEntry[] {
  const many: IndexedEntry[] = []
  for (let number = 0; many.length < count; number += 1) {
    const entry = entries[number % entries.length] as IndexedEntry
    const turn = Math.floor(number / entries.length)
    many.push(
      turn === 0
        ? entry
        : { ...entry, entry: `${entry.entry}-${turn}`, name: `${entry.name} ${turn}`, aliases: entry.aliases.map((alias) => `${alias} ${turn}`) },
    )
  }
  return many
}

const COLUMNS =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids'
const SYLLABLES = ['ka', 'ri', 'mo', 'zen', 'ta', 'lu', 'bor', 'shi', 'fen', 'go', 'wa', 'dri', 'pol', 'sa', 'nev', 'tor']
const TRADES = ['Trading', 'Electronics', 'Shipping', 'Technology', 'Research Institute', 'Aviation']

/** A file of the same shape and size as the official one. */
function madeUpFile(folder: string): string {
  const rows = [COLUMNS]
  let state = 1
  const next = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % most
  }
  const word = (): string => {
    const text = Array.from({ length: 2 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('')
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  for (let number = 0; number < 14_160; number += 1) {
    const cells = new Array<string>(29).fill('')
    cells[0] = String(100_000 + number)
    cells[1] = 'Specially Designated Nationals (SDN) - Treasury Department'
    cells[3] = 'Entity'
    cells[4] = 'EXAMPLE'
    cells[5] = `${word()} ${word()} ${TRADES[next(TRADES.length)]} Co.`
    cells[7] = `"${next(200)} ${word()} Street, ${word()}, CN; ${word()} Road, ${word()}, IR"`
    cells[9] = '2021-04-08'
    cells[20] = `(Linked To: ${word()} ${word()} HOLDING) ${'and further remarks '.repeat(6)}`
    cells[22] = `${word()} ${word()}; ${word()} Group; ${word()} ${word()} Ltd.`
    rows.push(cells.join(','))
  }
  const path = join(folder, 'made-up.csv.gz')
  writeFileSync(path, gzipSync(`${rows.join('\n')}\n`))
  return path
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, value, unit, baseline, ratio, limit } of await benchLists()) {
    console.log(
      `${name.padEnd(60)} ${value.toFixed(2).padStart(9)} ${unit}  baseline ${baseline.toFixed(2).padStart(9)}  ratio ${ratio.toFixed(3)} (limit ${limit})`,
    )
  }
}
