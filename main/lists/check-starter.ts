/**
 * Compares the built-in starter list with the Consolidated Screening List of its date: each party must stand on the list named,
 * with its aliases, countries, citations, footnotes and programmes. Run it with the reduced list as JSON (gzip):
 * `node main/lists/check-starter.ts csl-reduced-2026-07-31.json.gz`.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { footnotesOf } from './footnotes.ts'
import { readListSources } from './list-sources.ts'
import { readStarter } from './starter.ts'

type Reduced = {
  sourceGeneratedAt: string
  listAuthority: Record<string, { code: string }>
  tables: { sources: string[]; licenceRequirements: string[]; programmes: string[] }
  entries: { n: string; a?: string[]; s: number; t?: string; c?: string[]; lr?: number; pg?: number; fr?: string }[]
}

/** What the starter list says that the reference list in `file` does not; an empty list when all of it stands there. */
export function checkStarter(file: string): string[] {
  const reference = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Reduced
  const sources = readListSources()
  const starter = readStarter()
  const problems: string[] = []
  const idOf = reference.tables.sources.map((source) => sources.lists.find(({ csl }) => csl !== undefined && source.startsWith(csl))?.id ?? '')
  if (!reference.sourceGeneratedAt.startsWith(starter.contentDate))
    problems.push(`the starter list is dated ${starter.contentDate}, the reference list ${reference.sourceGeneratedAt}`)
  const seen = new Set<string>()
  for (const entry of starter.entries) {
    const where = `${entry.list} ${entry.name}`
    if (seen.has(where)) problems.push(`${where}: stands twice`)
    seen.add(where)
    const found = reference.entries.filter((candidate) => idOf[candidate.s] === entry.list && candidate.n.trim() === entry.name)
    if (found.length === 0) {
      problems.push(`${where}: is not on the list`)
      continue
    }
    const fits = found.some((candidate) => {
      const requirement = candidate.lr === undefined ? '' : (reference.tables.licenceRequirements[candidate.lr] ?? '')
      const footnotes = entry.list === 'EL' ? footnotesOf(requirement, sources.footnotes) : []
      const programmes = candidate.pg === undefined ? '' : String(reference.tables.programmes[candidate.pg])
      return (
        entry.aliases.every((alias) => candidate.a?.includes(alias)) &&
        entry.countries.join() === (candidate.c ?? []).join() &&
        entry.citation.split('; ').every((cite) => (candidate.fr ?? '').includes(cite)) &&
        footnotes.join() === entry.footnotes.join() &&
        entry.programmes.every((programme) => programmes.includes(programme))
      )
    })
    if (!fits) problems.push(`${where}: aliases, countries, citation, footnotes or programmes differ`)
    for (const name of entry.addedNames ?? []) if (!/^[\p{Script=Han}()]+$/u.test(name)) problems.push(`${where}: ${name} is not written in Chinese`)
  }
  return problems
}

if (process.argv[1] === import.meta.filename) {
  const problems = checkStarter(process.argv[2] ?? '')
  process.stdout.write(problems.length === 0 ? `${readStarter().entries.length} entries, all as on the list\n` : `${problems.join('\n')}\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
