/**
 * Writes the register of sections and supplements of 15 CFR parts 730 to 774 that citations must resolve to, from the
 * official table of contents. Supplements added since that table was issued are named here with the source that shows them.
 *
 * Usage: node main/rules/generate/sections.ts <ecfr-structure-title-15.json.gz>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

type Node = { type: string; identifier: string; children?: Node[] }

/** Shown by texts newer than the table of contents (parts 740 and 744 as of 2026-07 and 2026-09). */
const NEWER = ['Supp. 8 to 740', 'Supp. 7 to 744', 'Supp. 7 to 746']
const OUT = join(import.meta.dirname, '..', '..', '..', 'assets', 'rules', 'us-ear', 'tables', 'sections.csv')

function collect(node: Node, inside: boolean, found: Set<string>): void {
  const here = inside || (node.type === 'part' && /^7[3-7]\d$/.test(node.identifier))
  if (here && node.type === 'part') found.add(`part ${node.identifier}`)
  if (here && node.type === 'section') for (const section of node.identifier.split('-')) found.add(section)
  const supplement = here && node.type === 'appendix' ? node.identifier.match(/^Supplement No\. (\d+) to Part (\d+)/) : null
  if (supplement) found.add(`Supp. ${supplement[1]} to ${supplement[2]}`)
  for (const child of node.children ?? []) collect(child, here, found)
}

const source = process.argv[2]
if (source === undefined) throw new Error('name the table of contents (ecfr-structure-title-15-….json.gz)')
const found = new Set(NEWER)
collect(JSON.parse(gunzipSync(readFileSync(source)).toString('utf8')), false, found)
const quoted = [...found].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
writeFileSync(OUT, `section\n${quoted.join('\n')}\n`)
