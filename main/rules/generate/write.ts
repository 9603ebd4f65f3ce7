/** Writes the tables: the same input gives the same bytes. */
import { stringify } from 'yaml'
import type { ChartRow } from './chart.ts'
import type { Country } from './countries.ts'
import type { Entry } from './entries.ts'
import type { Parameter } from './groups.ts'

export type Origin = { files: string[]; date: string }

const header = ({ files, date }: Origin, what: string) =>
  [`# ${what}`, `# From ${files.join(', ')}; content of ${date}. Written by main/rules/generate/run.ts: change the readings there, not this file.`, ''].join(
    '\n',
  )

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (rows: string[][]) => rows.map((row) => `${row.map(cell).join(',')}\n`).join('')
const flow = (value: unknown) => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()

export function countriesCsv(countries: readonly Country[]): string {
  const title = '# Country names by ISO 3166-1 alpha-2 code; written by main/rules/generate/run.ts from its readings.\n'
  return title + csv([['code', 'en', 'zh'], ...countries.map(({ code, en, zh }) => [code, en, zh])])
}

export function chartCsv(rows: readonly ChartRow[], origin: Origin): string {
  const lines = rows.map(({ code, row, marks, footnotes }) => [code, row, marks.join(';'), footnotes.join(';')])
  return header(origin, 'Commerce Country Chart (Supplement No. 1 to 15 CFR Part 738).') + csv([['code', 'row', 'marks', 'footnotes'], ...lines])
}

export function groupsYaml(parameters: readonly Parameter[], origin: Origin): string {
  const blocks = parameters.map(
    ({ name, says, cites, versions }) =>
      `  - name: ${flow(name)}\n    says: ${flow(says)}\n    cites: ${flow(cites)}\n    versions:\n${versions.map((version) => `      - ${flow(version)}\n`).join('')}`,
  )
  return `${header(origin, 'Country Groups (Supplement No. 1 to 15 CFR Part 740).')}parameters:\n${blocks.join('')}`
}

/** One category of the control list. Empty lists are kept where they say something (`lvs: []` is "N/A"). */
export function entriesYaml(category: string, entries: readonly Entry[], origin: Origin): string {
  const title = `Commerce Control List, category ${category} (Supplement No. 1 to 15 CFR Part 774): requirements, not the text.`
  return `${header(origin, title)}entries:\n${entries.map(entryBlock).join('')}`
}

function entryBlock(entry: Entry): string {
  const lines = [`  - eccn: ${flow(entry.eccn)}`, `    reasons: ${flow(entry.reasons)}`, `    paragraphs: ${flow(entry.paragraphs)}`]
  const list = (key: string, values: readonly unknown[] | undefined) => {
    if (!values) return
    lines.push(values.length === 0 ? `    ${key}: []` : `    ${key}:`, ...values.map((value) => `      - ${flow(value)}`))
  }
  list('rows', entry.rows.length > 0 ? entry.rows : undefined)
  list('lvs', entry.lvs)
  list('gbs', entry.gbs)
  list('tsr', entry.tsr)
  list('notes', entry.notes.length > 0 ? entry.notes : undefined)
  if (entry.redirect) lines.push(`    redirect: ${flow(entry.redirect)}`)
  return `${lines.join('\n')}\n`
}
