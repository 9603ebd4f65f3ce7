/**
 * Makes the labelled set for the evaluation of the matcher and writes it to assets/screening:
 * `node main/core/evaluation-set/make-evaluation-set.ts`. The same reference files give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluationSet } from './evaluation-set.ts'

const target = join(import.meta.dirname, '..', '..', '..', 'assets', 'screening')
mkdirSync(target, { recursive: true })
for (const [name, text] of Object.entries(await evaluationSet())) {
  writeFileSync(join(target, name), text)
  process.stdout.write(`${name}: ${text.split('\n').length - 2} rows, ${Math.round(text.length / 1024)} KB\n`)
}
