/** `licet determine` and `licet replay`. */

import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { parseCase } from '#main/core/determine.ts'
import { type DeterminationFile, evaluateCase, replay } from '#main/core/evaluate-case.ts'
import { determinationToMemo } from '#main/core/memo.ts'
import type { Service } from '#main/core/service.ts'
import type { ReplayReport } from '#shared/contract/replies.ts'
import { DETERMINATION_SCHEMA } from '#shared/domain/determination.ts'
import { InputError } from '#shared/text/errors.ts'
import { VERDICT_WORDS } from '#shared/text/verdict-words.ts'
import { readRecords, writeWhole } from '../records.ts'
import { type Common, commonOptions, print, tell, withService, writeResults } from '../session.ts'

export function addDetermine(licet: Command): void {
  licet
    .command('determine')
    .description('determines cases under the rule packs; writes the memo if asked')
    .requiredOption('--in <file>', 'one case (.json) or one case a line (.jsonl)')
    .option('--memo <file>', 'write the memo of the case as PDF (one case only)')
    .option('--out <file>', 'write the determinations to this file instead of standard output')
    .action(async (options: { in: string; memo?: string; out?: string }, command: Command) => {
      const common = commonOptions(command)
      const records = readRecords(options.in)
      if (options.memo !== undefined && records.length !== 1)
        throw new InputError('bad-input', `--memo: expected one case in ${options.in}, and found ${records.length}`)
      await withService(common, async (service) => {
        const results: DeterminationFile[] = []
        for (const { value, place } of records) results.push(determineRecord(service, value, place, common))
        const [first] = results
        if (options.memo !== undefined && first !== undefined) {
          const memo = await determinationToMemo(service.core, first, common.lang)
          writeWhole(options.memo, memo)
          tell(`memo written to ${options.memo}`)
        }
        writeResults(results, options.out, !options.in.endsWith('.jsonl'))
      })
    })

  licet
    .command('replay')
    .description('evaluates a stored determination again: identical, or the first difference and its cause')
    .argument('<file|case-id>', 'a determination file, or the id of a case in the casebook')
    .action(async (target: string, _: unknown, command: Command) => {
      const common = commonOptions(command)
      await withService(common, (service) => {
        const reports = existsSync(target) ? replayFile(service, target) : replayCase(service, target)
        for (const { name, report } of reports) {
          if (common.json) print(JSON.stringify({ determination: name, ...report }))
          else print(report.identical ? `${name}: identical` : `${name}: differs at ${report.difference}\n  ${report.cause}`)
          if (!report.identical) process.exitCode = 1
        }
      })
    })
}

/** Determines one case of an input file; messages name its place. */
export function determineRecord(service: Service, value: unknown, place: string, common: Common): DeterminationFile {
  const parsed = parseCase(value, place)
  const file = parsed.asOf === undefined ? { ...parsed, asOf: common.asOf ?? service.core.today() } : parsed
  try {
    const { answer, evaluated } = evaluateCase(service.core, file, common.lang, false)
    tell(`${file.id}: ${VERDICT_WORDS[answer.outcome][common.lang]}`)
    return { ...answer, evaluated }
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.code, `${place}, ${error.detail}`)
    throw error
  }
}

type Replayed = { name: string; report: ReplayReport }

function replayFile(service: Service, path: string): Replayed[] {
  return readRecords(path).map(({ value, place }) => {
    const answer = value as DeterminationFile
    if (typeof value !== 'object' || value === null || answer.schema !== DETERMINATION_SCHEMA)
      throw new InputError('bad-input', `${place}: expected a determination (${DETERMINATION_SCHEMA}) as “licet determine” writes it`)
    return { name: answer.case, report: replay(service.core, answer, answer.evaluated) }
  })
}

function replayCase(service: Service, id: string): Replayed[] {
  const history = service.core.casework.determinations.history(id)
  if (history.length === 0) throw new InputError('not-found', `${id}: there is no such file, and the casebook has no determination of a case with this id`)
  return history.map((row) => {
    const stored = service.core.casework.determinations.get(row.id)
    return { name: row.id, report: replay(service.core, stored.answer, stored.facts) }
  })
}
