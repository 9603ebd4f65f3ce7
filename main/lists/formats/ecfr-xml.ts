/**
 * The Entity List, the Unverified List and the Military End User List as they stand in the Code of Federal Regulations:
 * Supplements No. 4, 6 and 7 to Part 744 of Title 15 in the XML of the eCFR, by appendix, by part, or in the whole title.
 */
import type { ListEntry } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { americanDate, calendarDate, wordedDate } from '../calendar-date.ts'
import { footnotesOf } from '../footnotes.ts'
import type { ListFile } from '../list-file.ts'
import { textOf, type XmlElement, type XmlRecord, xmlRecords, xmlRoot } from '../xml-records.ts'
import { readPartyCell } from './ecfr-cell.ts'
import type { ImportContext } from './format.ts'
import { singleFile } from './single-file.ts'

/** Lists by the number of their supplement, and the columns of their tables. */
const SUPPLEMENTS: Record<string, { list: string; title: string; columns: Column[] }> = {
  '4': { list: 'EL', title: 'Entity List', columns: ['country', 'party', 'requirement', 'policy', 'citation'] },
  '6': { list: 'UVL', title: 'Unverified List', columns: ['country', 'party', 'citation'] },
  '7': { list: 'MEU', title: 'Military End User List', columns: ['country', 'party', 'citation'] },
}
const SUPPLEMENT = /^Supplement\s+No\.\s*(\d+)\s+to\s+Part\s+744$/i
const EXPECTED = Object.entries(SUPPLEMENTS)
  .map(([number, { title }]) => `Supplement No. ${number} to Part 744 (${title})`)
  .join(', ')

type Column = 'country' | 'party' | 'requirement' | 'policy' | 'citation'
/** How the headings of the columns begin or what stands in them. */
const HEADINGS: [Column, RegExp][] = [
  ['country', /^(country|countries|destination)/i],
  ['requirement', /licen[cs]e\s+requirement/i],
  ['policy', /review\s+policy/i],
  ['citation', /federal\s+register|citation/i],
  ['party', /entity|entities|listed\s+person|military end.?user|name/i],
]

/** Roots of the renderings: the bulk files, the whole title, and any division by itself. */
const ROOTS = /^(ECFR|DLPSTEXTCLASS|DIV[1-9])$/
const RECORDS: ReadonlySet<string> = new Set(['TR', 'HEAD', 'AMDDATE'])
/** Several times what the longest cell of the lists holds, parties under the party included. */
const LONGEST_CELL = 20_000
/** Rows in a message, at most. */
const SHOWN = 5

/** The lists of Part 744 in the eCFR's XML. */
export const ecfrXml = singleFile({
  id: 'ecfr-xml',
  title: 'Entity List, Unverified List and Military End User List (Supplements No. 4, 6 and 7 to Part 744) in the XML of the eCFR',
  accepts: (file) => ROOTS.test(xmlRoot(file)) && /<(ECFR|DLPSTEXTCLASS|DIV[1-9]\s[^>]*\bTYPE=)/.test(file.head.toString('utf8')),
  source: 'Code of Federal Regulations, Title 15, Part 744 (eCFR)',
  entries: ecfrEntries,
  expects: listsIn,
})

/** An appendix by itself is whole with its own list; any larger piece has all three. */
function listsIn(file: ListFile): string[] {
  const own = xmlRoot(file) === 'DIV9' ? SUPPLEMENT.exec(/<DIV9\s[^>]*\bN="([^"]*)"/.exec(file.head.toString('utf8'))?.[1] ?? '')?.[1] : undefined
  const only = SUPPLEMENTS[own ?? '']
  return only === undefined ? Object.values(SUPPLEMENTS).map(({ list }) => list) : [only.list]
}

type Table = { number: string; list: string; columns: Map<Column, number> | undefined; country: string; rows: number }
/** A row as it stands, waiting for rows below that only add to its party cell. */
type Row = {
  table: Table
  country: string
  lines: string[]
  heading: string
  requirement: string
  policy: string
  citation: string
  footnotes: number[]
  line: number
}

/** The listed parties of a file. Throws InputError `bad-input` with file and line, or `cancelled`. */
async function* ecfrEntries(file: ListFile, context: ImportContext): AsyncGenerator<ListEntry[]> {
  const country = countryFinder(context)
  const notices = new Notices(file, context)
  /** Tables by supplement, and the divisions met, for the message when there is none. */
  const tables = new Map<string, Table>()
  const divisions = new Map<string, string>()
  let amended = ''
  let waiting: Row | undefined
  let partyHeading = ''
  for await (const records of xmlRecords(file, { root: xmlRoot(file), records: RECORDS }, context.reading(file))) {
    const batch: ListEntry[] = []
    const finish = (): void => {
      if (waiting !== undefined) batch.push(...rowEntries(waiting, context, country, notices))
      waiting = undefined
    }
    for (const record of records) {
      const { element, within } = record
      if (element.name === 'AMDDATE') {
        amended = dateIn(textOf(element)) || amended
        continue
      }
      noteDivision(record, divisions)
      const number = supplementOf(record)
      if (element.name === 'HEAD') {
        if (number === undefined || tables.has(number)) continue
        tables.set(number, { number, list: (SUPPLEMENTS[number] as { list: string }).list, columns: undefined, country: '', rows: 0 })
        const dated = statedDate(within) || amended
        if (dated !== '') context.dated(dated)
        continue
      }
      if (number === undefined) continue
      const table = tables.get(number) ?? { number, list: (SUPPLEMENTS[number] as { list: string }).list, columns: undefined, country: '', rows: 0 }
      tables.set(number, table)
      const cells = element.content.filter((part): part is XmlElement => typeof part !== 'string' && (part.name === 'TD' || part.name === 'TH'))
      if (cells.some((cell) => cell.name === 'TH')) {
        table.columns = columnsOf(cells, (SUPPLEMENTS[number] as { columns: Column[] }).columns) ?? table.columns
        partyHeading = plainText(cells[table.columns?.get('party') ?? -1]) || partyHeading
        continue
      }
      if (cells.every((cell) => textOf(cell) === '')) continue
      const columns = table.columns ?? refuseHeading(file, table, element)
      if (cells.length === 1) {
        finish()
        singleCell(cells[0] as XmlElement, table, country, notices)
        continue
      }
      if (cells.length !== (SUPPLEMENTS[number] as { columns: Column[] }).columns.length) {
        throw new InputError(
          'bad-input',
          `${file.name}, line ${element.line}: a row of Supplement No. ${number} to Part 744 has ${cells.length} cells, expected ${(SUPPLEMENTS[number] as { columns: Column[] }).columns.length} as in the heading. Nothing was imported.`,
        )
      }
      const cell = (column: Column): XmlElement | undefined => cells[columns.get(column) ?? -1]
      const heading = plainText(cell('country'))
      if (heading !== '') {
        table.country = heading
        if (country(heading) === '') notices.add('country', heading)
      }
      const party = cellText(cell('party'))
      const requirement = cellText(cell('requirement'))
      const policy = cellText(cell('policy'))
      const citation = cellText(cell('citation'))
      const text = party.lines.join(' ').trim()
      const alone = [requirement, policy, citation].every((other) => other.lines.join('').trim() === '')
      if (text.length > LONGEST_CELL)
        throw new InputError('bad-input', `${file.name}, line ${element.line}: a cell is longer than any of the official lists. Nothing was imported.`)
      if (text === '') {
        finish()
        if (!alone) notices.add('empty', `line ${element.line}`)
        continue
      }
      if (/^\W*(reserved|removed|deleted)\W*$/i.test(text)) {
        finish()
        notices.add('reserved', `line ${element.line}`)
        continue
      }
      if (alone && waiting !== undefined && heading === '' && ADDS_TO_ROW.test(text)) {
        if (waiting.lines.join('\n').length + text.length > LONGEST_CELL)
          throw new InputError(
            'bad-input',
            `${file.name}, line ${element.line}: more rows add to one party than in any of the official lists. Nothing was imported.`,
          )
        waiting.lines.push(...party.lines)
        continue
      }
      finish()
      if (alone) notices.add('alone', text.slice(0, 60))
      table.rows += 1
      waiting = {
        table,
        country: table.country,
        lines: party.lines,
        heading: partyHeading,
        requirement: oneLine(requirement.lines),
        policy: oneLine(policy.lines),
        citation: oneLine(citation.lines),
        footnotes: [...new Set([...party.footnotes, ...requirement.footnotes, ...policy.footnotes])],
        line: element.line,
      }
    }
    if (batch.length > 0) yield batch
  }
  if (waiting !== undefined) yield rowEntries(waiting, context, country, notices)
  if (tables.size === 0) {
    throw new InputError('bad-input', `${file.name} holds ${holding(divisions)}. Expected one of ${EXPECTED}. Nothing was imported.`)
  }
  const empty = [...tables.values()].filter((table) => table.rows === 0).map((table) => `Supplement No. ${table.number} to Part 744`)
  if (empty.length > 0) {
    throw new InputError(
      'bad-input',
      `${file.name}: ${empty.join(' and ')} ${empty.length === 1 ? 'has' : 'have'} a heading but no row that names a party. Nothing was imported. Download the supplement by itself (the appendix), or the whole part again.`,
    )
  }
  notices.say()
}

/** A row under a party that only goes on with what the cell above says. */
const ADDS_TO_ROW = /^(?:[—–(]|(?:and\s+)?(?:the\s+)?following\b|(?:the\s+)?(?:subordinate|affiliated?)\b|address(?:es)?\s+for\b|see\b)/i

/** The number of the supplement that a record stands in, when it is one of the lists. */
function supplementOf({ within }: XmlRecord): string | undefined {
  for (const { name, attributes } of within) {
    if (name !== 'DIV9') continue
    const number = SUPPLEMENT.exec((attributes.N ?? '').replace(/\s+/g, ' ').trim())?.[1]
    if (number !== undefined && Object.hasOwn(SUPPLEMENTS, number)) return number
  }
  return undefined
}

/** A date in the attributes of the divisions around a record, the innermost first: a day of issue or of amendment. */
function statedDate(within: XmlRecord['within']): string {
  for (const { attributes } of [...within].reverse()) {
    const stated = dateIn(attributes.AMDDATE ?? '') || calendarDate(/\/on\/(\d{4}-\d{2}-\d{2})\//.exec(attributes.hierarchy_metadata ?? '')?.[1] ?? '')
    if (stated !== '') return stated
  }
  return ''
}

const dateIn = (text: string): string => calendarDate(text.trim()) || wordedDate(text) || americanDate(text.trim())

/** Notes the largest division that a record stands in, by its heading, or by its number while none was met. */
function noteDivision({ element, within }: XmlRecord, divisions: Map<string, string>): void {
  const largest = within.find(({ name }) => name === 'DIV5') ?? within.find(({ name }) => name === 'DIV8' || name === 'DIV9')
  if (largest === undefined) return
  const number = largest.attributes.N ?? ''
  const heads = element.name === 'HEAD' && within.at(-1) === largest
  if (heads) divisions.set(number, textOf(element).slice(0, 90))
  else if (!divisions.has(number)) divisions.set(number, number)
}

function holding(divisions: Map<string, string>): string {
  const names = [...divisions.values()]
  if (names.length === 0) return 'nothing of the eCFR that this program knows'
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return `${names
    .slice(0, SHOWN)
    .map((name) => `"${name}"`)
    .join(', ')}${more}`
}

/** Which cell is which column, by the headings; undefined when the heading is not that of a list. */
function columnsOf(cells: XmlElement[], wanted: Column[]): Map<Column, number> | undefined {
  const columns = new Map<Column, number>()
  for (const [at, cell] of cells.entries()) {
    const text = plainText(cell)
    const column = HEADINGS.find(([name, says]) => !columns.has(name) && says.test(text))?.[0]
    if (column !== undefined) columns.set(column, at)
  }
  return wanted.every((column) => columns.has(column)) ? columns : undefined
}

function refuseHeading(file: ListFile, table: Table, element: XmlElement): never {
  throw new InputError(
    'bad-input',
    `${file.name}, line ${element.line}: the table of Supplement No. ${table.number} to Part 744 has no heading with the columns ${(SUPPLEMENTS[table.number] as { columns: Column[] }).columns.join(', ')}, so its cells can not be told apart. Nothing was imported.`,
  )
}

/** A row of one cell: the name of a country above its parties, a footnote below the table, or something new. */
function singleCell(cell: XmlElement, table: Table, country: (name: string) => string, notices: Notices): void {
  const text = plainText(cell)
  const isFootnote = cell.content.some((part) => typeof part !== 'string' && part.name === 'sup') || /^(\d|\[|note\b)/i.test(textOf(cell))
  if (text.length <= 60 && country(text) !== '') table.country = text
  else if (!isFootnote) notices.add('single', text.slice(0, 60))
}

/** The listings of a row: its party, and the parties that its cell names under it. */
function rowEntries(row: Row, context: ImportContext, country: (name: string) => string, notices: Notices): ListEntry[] {
  const parties = readPartyCell(row.lines, context.sources.partyCells)
  const first = parties[0]
  if (first === undefined) {
    notices.add('empty', `line ${row.line}`)
    return []
  }
  if (row.country === '') notices.add('nowhere', first.name)
  const dates = [...row.citation.matchAll(/\bFR\s+[\d,]+,?\s+(\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2}))(?!\d)/g)]
    .map((match) => americanDate(match[1] as string))
    .filter((date) => date !== '')
    .sort()
  const footnotes =
    row.table.list === 'EL' ? [...new Set([...row.footnotes, ...footnotesOf(row.requirement, context.sources.footnotes)])].sort((a, b) => a - b) : []
  const place = row.country === '' ? '' : `${row.country}/`
  const id = `${place}${first.name}`
  const cell = row.lines.join('\n').trim()
  return parties.map((party, index): ListEntry => {
    const countries = new Set<string>()
    const names = [row.country, ...party.seeAlso, ...party.addresses.map((address) => address.slice(address.lastIndexOf(',') + 1))]
    for (const name of names) {
      const code = country(name)
      if (code !== '') countries.add(code)
    }
    const fields: Record<string, string> = { [row.heading]: cell }
    if (row.country !== '') fields.Country = row.country
    return {
      list: row.table.list,
      // The supplements have no numbers: country and name tell their rows apart.
      entry: index === 0 ? id : `${id}/${party.name}`,
      kind: 'unknown',
      name: party.name,
      aliases: [...new Set(party.aliases)].filter((alias) => alias !== party.name),
      weakAliases: [],
      addresses: party.addresses,
      countries: [...countries],
      dates: [],
      ids: [],
      programmes: [],
      remarks: party.notes.join('. '),
      licenceRequirement: row.requirement,
      licencePolicy: row.policy,
      citation: row.citation,
      startDate: dates[0] ?? '',
      endDate: '',
      footnotes,
      url: '',
      fields,
      relations: index === 0 ? [] : [{ says: party.listedUnder, entry: id, name: first.name }],
    }
  })
}

type CellText = { lines: string[]; footnotes: number[] }
const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

/**
 * The lines of a cell, cut where it has breaks. A raised figure is the number of a footnote: it is data, and stays in the
 * text as a raised figure so that no word or section number runs into it.
 */
function cellText(cell: XmlElement | undefined): CellText {
  const footnotes: number[] = []
  let text = ''
  const read = (element: XmlElement): void => {
    for (const part of element.content) {
      if (typeof part === 'string') text += part.replace(/\s+/g, ' ')
      else if (part.name.toLowerCase() === 'br') text += '\n'
      else if (part.name.toLowerCase() === 'sup' && /^[\d\s,]+$/.test(textOf(part))) {
        const figures = [...textOf(part).replace(/\D/g, '')].map(Number)
        footnotes.push(...figures)
        text += figures.map((figure) => RAISED[figure]).join('')
      } else if (part.name === 'P' || part.name === 'FP') {
        text += '\n'
        read(part)
        text += '\n'
      } else read(part)
    }
  }
  if (cell !== undefined) read(cell)
  return { lines: text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()), footnotes }
}

/** The text of a cell without the numbers of footnotes. */
const plainText = (cell: XmlElement | undefined): string =>
  oneLine(cellText(cell).lines)
    .replace(/\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, '')
    .trim()

const oneLine = (lines: string[]): string => lines.filter((line) => line !== '').join(' ')

/** ISO code by the name that the Code uses, in capitals or not. */
function countryFinder(context: ImportContext): (name: string) => string {
  const names = new Map(Object.entries(context.sources.countryNames).map(([name, code]) => [name.toLowerCase(), code]))
  return (name) => {
    const text = name
      .replace(/^\s*the\s+/i, '')
      .replace(/’/g, "'")
      .trim()
    return names.get(text.toLowerCase()) ?? names.get(text.replace(/\.$/, '').toLowerCase()) ?? context.country(text)
  }
}

type Kind = 'country' | 'empty' | 'reserved' | 'alone' | 'single' | 'nowhere'
const SAYS: Record<Kind, (count: number, shown: string) => string> = {
  country: (count, shown) =>
    `${count === 1 ? 'a country is' : `${count} countries are`} not known by name: ${shown}. The parties under it are screened without the country.`,
  empty: (count, shown) => `${count === 1 ? 'a row names' : `${count} rows name`} no party and ${count === 1 ? 'was' : 'were'} left out (${shown}).`,
  reserved: (count, shown) => `${count === 1 ? 'a row is' : `${count} rows are`} reserved or removed and ${count === 1 ? 'was' : 'were'} left out (${shown}).`,
  alone: (count, shown) =>
    `${count === 1 ? 'a row has' : `${count} rows have`} a party and nothing else and ${count === 1 ? 'was' : 'were'} taken as it stands: ${shown}.`,
  single: (count, shown) => `${count === 1 ? 'a row of one cell was' : `${count} rows of one cell were`} not read as a party: ${shown}.`,
  nowhere: (count, shown) => `${count} parties stand above the first country of their table, so the file may be a piece of the list: ${shown}.`,
}

/** Gathers what was met so that each kind is said once. */
class Notices {
  readonly #file: ListFile
  readonly #context: ImportContext
  readonly #met = new Map<Kind, string[]>()

  constructor(file: ListFile, context: ImportContext) {
    this.#file = file
    this.#context = context
  }

  add(kind: Kind, what: string): void {
    this.#met.set(kind, [...(this.#met.get(kind) ?? []), what])
  }

  say(): void {
    for (const [kind, met] of this.#met) {
      const shown = met.slice(0, SHOWN).join('; ') + (met.length > SHOWN ? '; …' : '')
      this.#context.warn(`${this.#file.name}: ${SAYS[kind](met.length, shown)}`)
    }
  }
}
