/**
 * OFAC's CSV set: the main file (SDN.CSV or CONS_PRIM.CSV) and beside it addresses, aliases and the ends of long remarks.
 * The files have no heading and are known by their shape: numbers of cells and what stands in the first ones.
 */
import { parse } from 'csv-parse/sync'
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { csvRows } from '../csv-rows.ts'
import type { ListFile } from '../list-file.ts'
import type { ListSources } from '../list-sources.ts'
import type { ImportContext, ImportSet, ListFormat } from './format.ts'
import { consolidatedLists, isConsolidated, kindOf, linkedIn, MONTHS } from './ofac.ts'

/** The four files of a set, by what they hold. */
type OfacPart = 'main' | 'addresses' | 'aliases' | 'comments'
const CELLS: Record<OfacPart, number> = { main: 12, addresses: 6, aliases: 5, comments: 2 }
const PART_NAMES: Record<OfacPart, string> = { main: 'SDN.CSV or CONS_PRIM.CSV', addresses: 'ADD.CSV', aliases: 'ALT.CSV', comments: 'SDN_COMMENTS.CSV' }
const TYPES = ['individual', 'vessel', 'aircraft', 'entity', '']
const ALIAS_TYPES = ['aka', 'fka', 'nka']
/** Rows of the head that must fit before a file counts as recognised. */
const ROWS_LOOKED_AT = 5
/** Share of addresses or aliases without a party at which files can not be of one date. */
const LARGEST_SHARE_OF_STRANGERS = 0.05
/** The last byte of OFAC's files. */
const END_OF_FILE = String.fromCharCode(0x1a)

const value = (cell: string | undefined): string => {
  const text = (cell ?? '').trim()
  return text === '-0-' ? '' : text
}

/** OFAC's CSV files. */
export const ofacCsv: ListFormat = {
  id: 'ofac-csv',
  title: 'OFAC CSV files (SDN.CSV with ADD.CSV, ALT.CSV, SDN_COMMENTS.CSV; CONS_PRIM.CSV with CONS_ADD.CSV, CONS_ALT.CSV, CONS_COMMENTS.CSV)',
  accepts: (file) => ofacPart(file) !== undefined,
  imports: (files, sources) =>
    ofacImports(
      files.map((file) => ({ file, part: ofacPart(file) as OfacPart })),
      sources,
    ),
}

/** Which file of the set this is, by the shape of its first rows; undefined when it is none. */
function ofacPart(file: ListFile): OfacPart | undefined {
  const rows = headRows(file)
  const parts = Object.keys(CELLS) as OfacPart[]
  const first = rows[0]
  if (first === undefined) return undefined
  // An added heading is no official row but occurs in copies of the main file; the rows below it tell.
  const headed = first.length === CELLS.main && !/^\d+$/.test(value(first[0]))
  const body = headed ? rows.slice(1) : rows
  // The last row may be cut off; reading the file will say so.
  const whole = body.length > 1 ? body.slice(0, -1) : body
  return whole.length === 0 ? undefined : parts.find((part) => whole.every((row) => fits(row, part)))
}

function fits(row: string[], part: OfacPart): boolean {
  if (row.length !== CELLS[part] || !/^\d+$/.test(value(row[0]))) return false
  if (part === 'main') return value(row[1]) !== '' && TYPES.includes(value(row[2]).toLowerCase())
  if (part === 'comments') return value(row[1]) !== ''
  if (!/^\d+$/.test(value(row[1]))) return false
  return part === 'addresses' || ALIAS_TYPES.includes(value(row[2]).toLowerCase())
}

function headRows(file: ListFile): string[][] {
  const text = (file.head.toString('utf8').split(END_OF_FILE, 1)[0] as string).replace(/^\uFEFF/, '')
  return text
    .split(/\r?\n/)
    .slice(0, ROWS_LOOKED_AT)
    .filter((line) => line !== '')
    .map((line) => {
      try {
        return (parse(line, { relax_column_count: true }) as string[][])[0] ?? []
      } catch {
        return []
      }
    })
}

type Main = { file: ListFile; rows: string[][]; ids: Set<string> }
type Row = { file: ListFile; cells: string[] }

/**
 * The imports that a number of OFAC files make: one for each main file. Throws InputError `bad-input` when there is no
 * main file among them.
 */
function ofacImports(files: { file: ListFile; part: OfacPart }[], sources: ListSources): ImportSet[] {
  const mains = files.filter((candidate) => candidate.part === 'main').map((candidate) => candidate.file)
  const others = files.filter((candidate) => candidate.part !== 'main')
  if (mains.length === 0) {
    const names = others.map(({ file, part }) => `${file.name} (shape of ${PART_NAMES[part]})`).join(', ')
    throw new InputError(
      'bad-input',
      `${names}: these files only add to OFAC's main file. Give SDN.CSV or CONS_PRIM.CSV together with them. Nothing was imported.`,
    )
  }
  const share = sharedReader(mains, others)
  return mains.map((main) => ({
    format: ofacCsv.id,
    source: 'OFAC CSV files (Department of the Treasury)',
    files: mains.length === 1 ? [main, ...others.map((other) => other.file)] : [main],
    entries: (context) => ofacEntries(main, share, sources, context),
    expects: [],
  }))
}

type Shared = { mains: Main[]; parts: Map<OfacPart, Map<string, Row[]>>; given: Set<OfacPart> }

/** Reads the files of all sets once, whichever set asks first. */
function sharedReader(mains: ListFile[], others: { file: ListFile; part: OfacPart }[]): (context: ImportContext) => Promise<Shared> {
  let reading: Promise<Shared> | undefined
  return (context) => {
    reading ??= readAll(mains, others, context)
    return reading
  }
}

async function readAll(mains: ListFile[], others: { file: ListFile; part: OfacPart }[], context: ImportContext): Promise<Shared> {
  const read: Main[] = []
  for (const file of mains) {
    const rows: string[][] = []
    const ids = new Set<string>()
    for await (const batch of csvRows(file, { columns: CELLS.main, expected: '12 as in SDN.CSV' }, context.reading(file))) {
      for (const { cells, line } of batch) {
        if (!/^\d+$/.test(value(cells[0]))) {
          if (rows.length === 0) continue
          throw new InputError(
            'bad-input',
            `${file.name}, line ${line}: the first cell is "${value(cells[0]).slice(0, 40)}", expected OFAC's number of the party. Nothing was imported.`,
          )
        }
        rows.push(cells)
        ids.add(value(cells[0]))
      }
    }
    read.push({ file, rows, ids })
  }
  const parts = new Map<OfacPart, Map<string, Row[]>>()
  const given = new Set<OfacPart>()
  for (const { file, part } of others) {
    given.add(part)
    const byId = parts.get(part) ?? new Map<string, Row[]>()
    parts.set(part, byId)
    let rows = 0
    let strangers = 0
    for await (const batch of csvRows(file, { columns: CELLS[part], expected: `${CELLS[part]} as in ${PART_NAMES[part]}` }, context.reading(file))) {
      for (const { cells } of batch) {
        const id = value(cells[0])
        if (!/^\d+$/.test(id)) continue
        rows += 1
        if (!read.some((main) => main.ids.has(id))) strangers += 1
        const list = byId.get(id)
        if (list === undefined) byId.set(id, [{ file, cells }])
        else list.push({ file, cells })
      }
    }
    if (rows > 0 && strangers / rows > LARGEST_SHARE_OF_STRANGERS) {
      throw new InputError(
        'bad-input',
        `${file.name}: ${strangers} of its ${rows} rows belong to parties that are not in ${mains.map((main) => main.name).join(', ')}. The files are not of the same date, or a main file is missing. Nothing was imported. Download the set again.`,
      )
    }
    if (strangers > 0) context.warn(`${file.name}: ${strangers} rows belong to parties that are not in the main file and were left out.`)
  }
  return { mains: read, parts, given }
}

async function* ofacEntries(
  file: ListFile,
  share: (context: ImportContext) => Promise<Shared>,
  sources: ListSources,
  context: ImportContext,
): AsyncGenerator<ListEntry[]> {
  const { mains, parts, given } = await share(context)
  const main = mains.find((candidate) => candidate.file === file)
  if (main === undefined) return
  const consolidated = isConsolidated(
    main.rows.map((row) => ({ programmes: programmesOf(row), phrases: value(row[11]) })),
    sources,
  )
  const set = consolidated ? 'CONS_ADD.CSV, CONS_ALT.CSV' : 'ADD.CSV, ALT.CSV'
  if (!given.has('aliases'))
    context.warn(`${file.name} was imported without its alias file (${set}). Parties are found by their main names only; import the files together.`)
  else if (!given.has('addresses')) context.warn(`${file.name} was imported without its address file (${set}).`)
  const entries: ListEntry[] = []
  for (const row of main.rows) {
    const id = value(row[0])
    const comments = (parts.get('comments')?.get(id) ?? []).map(({ cells }) => value(cells[1])).join('')
    const remarks = value(row[11]) + comments
    const addresses: string[] = []
    const countries = new Set<string>()
    for (const { cells } of parts.get('addresses')?.get(id) ?? []) {
      const country = value(cells[4])
      const text = [value(cells[2]), value(cells[3]), country].filter((part) => part !== '').join(', ')
      if (text !== '') addresses.push(text)
      const code = country === '' ? '' : context.country(country)
      if (code !== '') countries.add(code)
    }
    const aliases = (parts.get('aliases')?.get(id) ?? []).map(({ cells }) => value(cells[3])).filter((name) => name !== '')
    const read = readRemarks(remarks)
    for (const date of read.effective) context.dated(date)
    for (const name of read.countries) {
      const code = context.country(name)
      if (code !== '') countries.add(code)
    }
    const flag = value(row[9])
    const flagCode = flag === '' ? '' : context.country(flag)
    if (flagCode !== '') countries.add(flagCode)
    const fields: Record<string, string> = {}
    const kept: [string, number][] = [
      ['title', 4],
      ['call_sign', 5],
      ['vessel_type', 6],
      ['gross_tonnage', 7],
      ['gross_registered_tonnage', 8],
      ['vessel_flag', 9],
      ['vessel_owner', 10],
    ]
    for (const [name, index] of kept) {
      const text = value(row[index])
      if (text !== '') fields[name] = text
    }
    const programmes = programmesOf(row)
    const entry: Omit<ListEntry, 'list'> = {
      entry: id,
      kind: kindOf(value(row[2])),
      name: value(row[1]),
      aliases,
      weakAliases: read.weak,
      addresses,
      countries: [...countries],
      dates: read.births,
      ids: read.ids,
      programmes,
      remarks,
      licenceRequirement: '',
      licencePolicy: '',
      citation: '',
      startDate: '',
      endDate: '',
      footnotes: [],
      url: '',
      fields,
      relations: linkedIn(remarks),
    }
    const found = consolidated ? consolidatedLists(programmes, remarks, sources) : ['SDN']
    for (const list of found.length === 0 ? [sources.ofacConsolidated.otherwise] : found) entries.push({ list, ...entry })
  }
  yield entries
}

/** Programme tags of a main row, which OFAC joins by brackets. */
const programmesOf = (row: string[]): string[] =>
  value(row[3])
    .split('] [')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

const ID_WORDS =
  /^(?:alt\. )?(?:Passport|National ID|Tax ID|Registration|Identification|Unified Social|Legal Entity|Vessel Registration|Aircraft|SWIFT|ISIN|V\.A\.T|C\.U\.I|Cedula|R\.F\.C|NIT|SSN|Personal ID|Driver|Residency|Company|Business|Government Gazette|MMSI|Electoral|Public Registration|Stateless|Travel Document|Folio|RUC|D-U-N-S|Enterprise|Chinese Commercial|United Social|Central Registration|Matricula|Credencial|C\.U\.R\.P|Trade License|License|File Number|Serial|BIK|C\.R\.|Digital Currency|Email|Website|Phone)/i

/** Takes apart OFAC's remarks: parts joined by semicolons, each begun by what it is. */
export function readRemarks(remarks: string): { weak: string[]; births: string[]; ids: string[]; countries: string[]; effective: string[] } {
  // A weak name may have quotes of its own ("a.k.a. ''ABD AL-'AZIZ'") and may be a former or a new one.
  const weak = [...remarks.matchAll(/\b[afn]\.k\.a\. '(.+?)'(?=\s*(?:;|\(|\.?$))/g)].map((match) => match[1] as string)
  const births: string[] = []
  const ids: string[] = []
  const countries: string[] = []
  for (const part of remarks.replace(/\.$/, '').split(/;\s+/)) {
    const birth = /^(?:alt\. )?DOB (.+)$/.exec(part)
    if (birth !== null) births.push(birth[1] as string)
    else if (ID_WORDS.test(part)) ids.push(part.replace(/^alt\. /, ''))
    const nationality = /^(?:alt\. )?(?:Nationality of Registration|nationality|citizen) (.+)$/i.exec(part)
    if (nationality !== null) countries.push(nationality[1] as string)
  }
  const effective = [...remarks.matchAll(/(?:Listing|Effective) Date \([^)]*\):? (\d{2}) ([A-Z][a-z]{2}) (\d{4})/g)].map(
    (match) => `${match[3]}-${MONTHS[match[2] as string] ?? '01'}-${match[1]}`,
  )
  return { weak, births, ids, countries, effective }
}
