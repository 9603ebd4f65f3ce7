/**
 * Writes the generated tables of the US EAR rule pack:
 * `node main/rules/generate/run.ts --from ../shared/data/ear --date 2026-07-23`
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Build } from './entries.ts'
import { generate } from './generate.ts'

const ASSETS = join(import.meta.dirname, '..', '..', '..', 'assets')

function summary({ entries, ledger, stale }: Build): string {
  const of = (scope: string) => ledger.filter((line) => line.scope === scope)
  const rows = entries.flatMap((entry) => entry.rows.map((row) => ({ ...row, eccn: entry.eccn })))
  const open = rows.filter(({ scope }) => scope !== 'all' && scope.notModelled)
  return [
    `${entries.length} entries, ${entries.filter(({ redirect }) => redirect).length} of them pointing elsewhere`,
    `${ledger.length} source rows: ${of('form').length} read by form, ${of('hand').length} by hand, ${of('repair').length} repaired, ${of('unread').length} not modelled`,
    `${rows.length} rows written, ${open.length} not modelled${open.map(({ eccn, id }) => `\n  ${eccn} ${id}`).join('')}`,
    ...stale.map((reading) => `reading no longer fits: ${reading}`),
  ].join('\n')
}

const { values } = parseArgs({ options: { from: { type: 'string' }, date: { type: 'string' } } })
if (!values.from || !values.date) throw new Error('give --from (folder of the files) and --date (their content date)')
const { files, build } = generate(values.from, values.date)
for (const [name, content] of files) {
  const path = join(ASSETS, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
process.stdout.write(`${summary(build)}\n`)
