/**
 * Counts how often words stand in the names of listed companies and persons and writes main/screening/words/frequency.json.
 * Run it again on newer lists: `node main/core/word-frequencies/count-words.ts`. Words that are frequent only because one owner has many listed
 * companies (its brand) are left out: for finding that owner they tell all.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { referenceFile } from '#main/core/reference-data.ts'
import { normaliseName } from '#main/screening/normalise.ts'
import BRANDS from './brands.json' with { type: 'json' }

const LEAST_COUNT = 7
const RARE = 6
const COMMON = 700

type Reduced = { entries: { n: string; a?: string[]; t?: string }[] }
const csl = JSON.parse(gunzipSync(readFileSync(referenceFile('csl/csl-reduced-2026-07-31.json.gz'))).toString('utf8')) as Reduced
const eu = gunzipSync(readFileSync(referenceFile('eu/fsf-entities-2026-02-26.jsonl.gz')))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { name_aliases?: { whole_name?: string }[] })

const counts = new Map<string, number>()
const brands = new Set<string>(BRANDS)

/** A word counts once for a party, however many aliases repeat it. */
function count(names: string[]): void {
  const words = new Set<string>()
  for (const name of names) for (const one of normaliseName(name)) for (const token of one.tokens) if (/^[a-z]{2,}$/.test(token.text)) words.add(token.text)
  for (const word of words) if (!brands.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
}
for (const entry of csl.entries) count([entry.n, ...(entry.a ?? [])])
for (const entry of eu) count((entry.name_aliases ?? []).map((alias) => alias.whole_name ?? '').filter((name) => /^[\p{Script=Latin}\P{L}]+$/u.test(name)))

const words = [...counts].filter(([, times]) => times >= LEAST_COUNT).sort((a, b) => (a[0] < b[0] ? -1 : 1))
const target = join(import.meta.dirname, '..', '..', 'screening', 'words', 'frequency.json')
writeFileSync(target, `${JSON.stringify({ rare: RARE, common: COMMON, words: Object.fromEntries(words) }, null, 0)}\n`)
process.stdout.write(`${words.length} words of ${csl.entries.length + eu.length} parties\n`)
