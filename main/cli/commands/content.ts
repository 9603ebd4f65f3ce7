/** `licet content`: a bill of materials as the content of an item, determined with its case. */
import { readFileSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import { parseCase } from '#main/core/determine.ts'
import { evaluateCase } from '#main/core/evaluate-case.ts'
import { readBom } from '#main/core/handlers/content.ts'
import { type BomProblem, LARGEST_BOM_BYTES } from '#shared/domain/bill-of-materials.ts'
import { InputError } from '#shared/text/errors.ts'
import { readRecords } from '../records.ts'
import { commonOptions, tell, withService, writeResults } from '../session.ts'

const SAYS: Readonly<Record<BomProblem['code'], string>> = {
  cells: 'another number of cells than the heading',
  formula: 'a formula, expected plain text',
  'control-character': 'a control character',
  'too-long': 'too many characters',
  'no-entry': 'no control entry',
  'no-country': 'no country, expected a code or a name',
  'no-kind': 'another kind than expected',
  'no-number': 'no amount',
  'unclear-number': 'a comma or point that can mean two things',
  'other-currency': 'another currency than the item',
  'no-yes-or-no': 'neither yes nor no',
  'value-differs': 'not quantity times unit price',
}

export function addContent(licet: Command): void {
  licet
    .command('content')
    .description('reads a bill of materials into an item of a case and works out its controlled content')
    .requiredOption('--in <file>', 'the bill of materials (.csv in UTF-8, with a heading)')
    .requiredOption('--case <file>', 'the case (.json) that it belongs to')
    .option('--item <id>', 'the item, if the case has several')
    .option('--out <file>', 'write the answer to this file instead of standard output')
    .action(async (options: { in: string; case: string; item?: string; out?: string }, command: Command) => {
      const common = commonOptions(command)
      const [record] = readRecords(options.case)
      const file = parseCase(record?.value, options.case)
      const at = options.item === undefined ? (file.items.length === 1 ? 0 : -1) : file.items.findIndex(({ id }) => id === options.item)
      const item = file.items[at]
      if (item === undefined) throw new InputError('bad-input', `--item: expected one of ${file.items.map(({ id }) => id).join(', ')}`)
      await withService(common, ({ core }) => {
        const bom = readBom(core, { name: options.in, bytes: bytesOf(options.in), currency: item.value?.currency ?? '' })
        refuse(options.in, bom.problems, bom.problemCount)
        const whole = {
          ...file,
          asOf: file.asOf ?? common.asOf ?? core.today(),
          items: file.items.map((one, i) => (i === at ? { ...one, content: bom.lines } : one)),
        }
        const { answer } = evaluateCase(core, whole, common.lang, false)
        const columns = bom.columns.map(({ heading, field }) => `${heading}: ${field ?? 'not used'}`).join('; ')
        tell(`${options.in}: ${bom.total} lines (${columns})`)
        writeResults([answer.items[at]?.content], options.out, true)
      })
    })
}

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path)
    if (size > LARGEST_BOM_BYTES) throw new InputError('bad-input', `${path}: expected a file of at most ${LARGEST_BOM_BYTES / 1024 / 1024} MB`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError('not-found', `${path}: the file cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
}

/** Throws InputError with the first mistakes when there is one. */
function refuse(path: string, problems: readonly BomProblem[], count: number): void {
  if (count === 0) return
  const shown = problems.slice(0, 10).map(({ line, column, code, found, expected }) => {
    const place = column === '' ? `line ${line}` : `line ${line}, “${column}”`
    return `${path}, ${place}: ${SAYS[code]}: “${found}”${expected === '' ? '' : ` (expected ${expected})`}`
  })
  const more = count > shown.length ? `\n… and ${count - shown.length} more` : ''
  throw new InputError('bad-input', `${shown.join('\n')}${more}\nNothing was imported.`)
}
