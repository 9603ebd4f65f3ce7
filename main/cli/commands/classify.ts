/** `licet classify`. */
import type { Command } from 'commander'
import { classifyItem } from '#main/core/handlers/reference.ts'
import { classifyItem as itemSchema } from '#shared/domain/classification.ts'
import { InputError } from '#shared/text/errors.ts'
import { readRecords } from '../records.ts'
import { commonOptions, withService, writeResults } from '../session.ts'

export function addClassify(licet: Command): void {
  licet
    .command('classify')
    .description('candidate control entries with the state of each paragraph')
    .requiredOption('--in <file>', 'one item (.json) or one item a line (.jsonl)')
    .option('--out <file>', 'write the answers to this file')
    .action(async (options: { in: string; out?: string }, command: Command) => {
      const common = commonOptions(command)
      const records = readRecords(options.in)
      await withService(common, ({ core }) => {
        const answers = records.map(({ value, place }) => {
          const parsed = itemSchema.safeParse(value)
          const issue = parsed.error?.issues[0]
          if (!parsed.success)
            throw new InputError(
              'bad-input',
              `${place}${issue === undefined ? '' : `, ${issue.path.map(String).join('.')}: ${issue.message}`} (expected an item with id, description, kind and parameters)`,
            )
          return classifyItem(core, parsed.data, common.lang)
        })
        writeResults(answers, options.out, !options.in.endsWith('.jsonl'))
      })
    })
}
