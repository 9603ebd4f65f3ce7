/**
 * Reads ownership from a CSV file with the columns owner, owned and share in percent. What a line says wrongly is named with its
 * line; nothing comes in by halves. A share that is left empty stays unknown.
 */
import { MOST_OWNERS } from '#shared/domain/case.ts'
import {
  LARGEST_OWNERSHIP_BYTES,
  MOST_OWNERSHIP_LINES,
  OWNERSHIP_FIELDS,
  type OwnershipAnswerFile,
  type OwnershipField,
  type OwnershipLine,
  type OwnershipProblem,
} from '#shared/domain/ownership-file.ts'
import { nameKey } from '#shared/domain/party.ts'
import { sum, WHOLE } from '#shared/domain/shares.ts'
import { CONTROL, csvRows, csvText, FORMULA, headingKey, NOT_KNOWN, type Row, refused } from './csv-file.ts'

const LONGEST_NAME = 1000
const SHOWN_PROBLEMS = 50

const NAMES: Readonly<Record<OwnershipField, readonly string[]>> = {
  owner: ['owner', 'ownername', 'shareholder', 'shareholdername', 'holder', 'parent', '股东', '股东名称', '持股人', '持股方', '出资人'],
  owned: [
    'owned',
    'ownedname',
    'company',
    'companyname',
    'entity',
    'entityname',
    'subsidiary',
    'party',
    '公司',
    '公司名称',
    '企业名称',
    '被持股方',
    '被投资企业',
  ],
  share: [
    'share',
    'sharepercent',
    'shareinpercent',
    'percent',
    'percentage',
    'ownership',
    'ownershippercent',
    'stake',
    '持股',
    '持股比例',
    '持股百分比',
    '出资比例',
    '比例',
  ],
}

type Found = (at: number, code: OwnershipProblem['code'], found: string, expected?: string) => undefined

/** Throws InputError when it is no CSV file in UTF-8, has no rows, or too many; mistakes of single lines stand in the answer. */
export function readOwnership(file: { name: string; bytes: Uint8Array }): OwnershipAnswerFile {
  const rows = csvRows(csvText(file, LARGEST_OWNERSHIP_BYTES), file.name)
  const [heading, ...body] = rows
  if (heading === undefined || body.length === 0) throw refused(file.name, 'expected a heading and at least one line below it, and found none')
  if (body.length > MOST_OWNERSHIP_LINES) throw refused(file.name, `expected at most ${MOST_OWNERSHIP_LINES} lines, and found ${body.length}`)
  const problems: OwnershipProblem[] = []
  const columns = columnsOf(heading, problems)
  const lines = problems.length > 0 ? [] : body.map((row) => ({ line: row.line, ...readLine(row, heading.cells, columns, problems) }))
  whole(lines, problems)
  return {
    total: body.length,
    lines: problems.length > 0 ? [] : lines.map(({ line: _, ...one }) => one),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: problems.length,
  }
}

function columnsOf({ cells, line }: Row, problems: OwnershipProblem[]): Record<OwnershipField, number> {
  const keys = cells.map(headingKey)
  const found = OWNERSHIP_FIELDS.map((field): [OwnershipField, number] => {
    const places = keys.flatMap((key, at) => (NAMES[field].includes(key) ? [at] : []))
    if (places.length !== 1) problems.push({ line, column: '', code: 'no-column', found: cells.join(', ').slice(0, 80), expected: field })
    return [field, places[0] ?? -1]
  })
  return Object.fromEntries(found) as Record<OwnershipField, number>
}

function readLine({ cells, line }: Row, heading: readonly string[], columns: Record<OwnershipField, number>, problems: OwnershipProblem[]): OwnershipLine {
  const problem: Found = (at, code, found, expected = '') => {
    problems.push({ line, column: heading[at] ?? '', code, found: found.slice(0, 80), expected })
    return undefined
  }
  if (cells.length !== heading.length) problem(-1, 'cells', String(cells.length), String(heading.length))
  for (const [at, cell] of cells.entries()) {
    if (CONTROL.test(cell)) problem(at, 'control-character', cell.replace(new RegExp(CONTROL, 'gu'), '�'))
    else if (FORMULA.test(cell)) problem(at, 'formula', cell)
  }
  const name = (field: 'owner' | 'owned'): string => {
    const text = nameKey(cells[columns[field]] ?? '')
    if (text === '') problem(columns[field], 'no-name', '')
    if (text.length > LONGEST_NAME) problem(columns[field], 'too-long', text, String(LONGEST_NAME))
    return text
  }
  const share = shareOf((cells[columns.share] ?? '').trim(), columns.share, problem)
  return { owner: name('owner'), owned: name('owned'), ...(share === undefined ? {} : { share }) }
}

/** A percentage such as `33.34` or `33.34 %`; `0,5` may be read in two ways, and `0.5 %` not. */
function shareOf(text: string, at: number, problem: Found): number | undefined {
  if (NOT_KNOWN.includes(text.toLowerCase())) return undefined
  const bare = text.replace(/\s*[%％]$/u, '')
  if (/^\d{1,3},\d+$/.test(bare)) return problem(at, 'unclear-share', text, bare.replace(',', '.'))
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(bare) || Number(bare) > WHOLE) return problem(at, 'no-share', text, '0-100')
  if (bare === text && /^0\.\d+$|^1(\.0+)?$/.test(bare)) return problem(at, 'unclear-share', text, `${bare} %`)
  return Number(bare)
}

/** What only the lines together can say wrongly. */
function whole(lines: readonly (OwnershipLine & { line: number })[], problems: OwnershipProblem[]): void {
  const byOwned = new Map<string, (OwnershipLine & { line: number })[]>()
  for (const one of lines) {
    const same = byOwned.get(one.owned)
    if (same === undefined) byOwned.set(one.owned, [one])
    else same.push(one)
  }
  for (const [owned, owners] of byOwned) {
    const seen = new Map<string, number>()
    for (const { owner, line } of owners) {
      const before = seen.get(owner)
      if (before !== undefined && owner !== '') problems.push({ line, column: '', code: 'twice', found: owner.slice(0, 80), expected: String(before) })
      seen.set(owner, line)
    }
    const total = sum(owners.flatMap(({ share }) => share ?? []))
    const last = owners.at(-1)?.line ?? 0
    if (total > WHOLE) problems.push({ line: last, column: '', code: 'over-whole', found: owned.slice(0, 80), expected: String(total) })
    if (owners.length > MOST_OWNERS) problems.push({ line: last, column: '', code: 'too-many', found: owned.slice(0, 80), expected: String(MOST_OWNERS) })
  }
}
