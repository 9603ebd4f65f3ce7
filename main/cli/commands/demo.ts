/** `licet demo`: the main job on the built-in examples, each to its verdict and its memo, in both languages. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { parseCase } from '#main/core/determine.ts'
import { evaluateCase } from '#main/core/evaluate-case.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import { determinationToMemo } from '#main/core/memo.ts'
import { verdictWords } from '#shared/text/verdict-words.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { readRecords, writeWhole } from '../records.ts'
import { commonOptions, print, withService } from '../session.ts'

export function addDemo(licet: Command): void {
  licet
    .command('demo')
    .description('determines the built-in examples, prints their verdicts and writes their memos')
    .option('--out <folder>', 'where the memos go', join('out', 'demo'))
    .action(async (options: { out: string }, command: Command) => {
      const common = commonOptions(command)
      mkdirSync(options.out, { recursive: true })
      const dataFolder = join(options.out, 'data')
      rmSync(dataFolder, { recursive: true, force: true })
      await withService({ ...common, dataFolder }, async ({ core }) => {
        for (const name of exampleFiles()) {
          const [record] = readRecords(join(ASSETS_FOLDER, 'examples', name))
          if (record === undefined) continue
          const file = parseCase(record.value, record.place)
          const languages: Lang[] = ['en', 'zh']
          for (const lang of languages) {
            const { answer, evaluated } = evaluateCase(core, file, lang, false)
            const memo = join(options.out, `${name.replace(/\.json$/, '')}-${lang}.pdf`)
            writeWhole(memo, await determinationToMemo(core, { ...answer, evaluated }, lang))
            if (lang !== common.lang) continue
            writeWhole(join(options.out, name), `${JSON.stringify({ ...answer, evaluated }, null, 2)}\n`)
            if (common.json) print(JSON.stringify(answer))
            else {
              print(`${verdictWords(answer.outcome, lang).padEnd(28)} ${file.id.padEnd(11)} ${file.title ?? ''}`)
              for (const item of answer.items) print(`  ${item.eccn.padEnd(14)} ${item.says}`)
              const [question] = answer.questions
              if (question !== undefined) print(`  asks first: ${question.ask}`)
            }
          }
        }
        print(`memos written to ${options.out}`)
      })
    })
}

/** The example cases in the order of their numbers. */
export const exampleFiles = (): string[] =>
  readdirSync(join(ASSETS_FOLDER, 'examples'))
    .filter((name) => name.endsWith('.json'))
    .sort()
