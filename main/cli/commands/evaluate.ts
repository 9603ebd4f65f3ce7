/** `licet screen evaluate`: measures the matcher on the labelled set and on the lists held. */
import type { Command } from 'commander'
import { readLabelledSet, runEvaluation } from '#main/core/evaluation.ts'
import { ASSETS_FOLDER } from '#main/core/folders.ts'
import type { EvaluationScores, Split } from '#shared/evaluation/labelled.ts'
import { countedPairs, type Figures, GROUPINGS, type Grouping, measureBy, ofSplit, summary, wrongPairs } from '#shared/evaluation/measure.ts'
import { InputError } from '#shared/text/errors.ts'
import { writeWhole } from '../records.ts'
import { commonOptions, print, tell, withService } from '../session.ts'

type Options = { at?: number; split: string; by: string; misses?: number; scores?: string }

export function addEvaluate(screen: Command): void {
  screen
    .command('evaluate')
    .description('measures precision, recall and false alerts on the built-in labelled set')
    .option('--at <t>', 'threshold from 0 to 1 (default: the one of the program)', threshold)
    .option('--split <half>', 'held-out, tune or all', 'held-out')
    .option('--by <field>', 'script, kind, disguise or source', 'disguise')
    .option('--misses <n>', 'list so many of what is missed and falsely alerted', whole)
    .option('--scores <file>', 'write all scores to this JSON file')
    .action(async ({ at, split: half, by, misses = 0, scores: file }: Options, command: Command) => {
      const common = commonOptions(command)
      const split = oneOf('--split', ['held-out', 'tune', 'all'] as const, half)
      const grouping = oneOf('--by', GROUPINGS, by)
      await withService(common, async ({ core }) => {
        const scores = await runEvaluation(readLabelledSet(ASSETS_FOLDER), core.screening().index, {
          onProgress: ({ done, total }) => {
            if (done % 2000 === 0) tell(`${done} of ${total}`)
          },
        })
        if (file !== undefined) writeWhole(file, `${JSON.stringify(scores)}\n`)
        const report = reportOf(scores, at ?? scores.threshold, split, grouping, misses)
        if (common.json) print(JSON.stringify(report, null, 2))
        else printReport(report)
      })
    })
}

type Report = ReturnType<typeof reportOf>

function reportOf(scores: EvaluationScores, threshold: number, split: Split | 'all', by: Grouping, misses: number) {
  const pairs = ofSplit(scores.pairs, split)
  return {
    matcher: scores.matcher,
    threshold,
    split,
    lists: scores.lists.map(({ id, contentDate, complete }) => ({ id, contentDate, complete })),
    notHeld: scores.notHeld,
    summary: summary(scores, threshold, split),
    by,
    groups: measureBy(pairs, threshold, by),
    wrong: wrongPairs(countedPairs(pairs), threshold).slice(0, misses),
  }
}

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(1)}%`)
const line = (name: string, { precision, recall, f1, falseAlertRate, found, missed, falseAlerts, silent }: Figures): string =>
  [
    name.padEnd(30),
    `precision ${percent(precision)}`.padEnd(17),
    `recall ${percent(recall)}`.padEnd(14),
    `F1 ${f1 === null ? '-' : f1.toFixed(3)}`.padEnd(9),
    `false alerts ${percent(falseAlertRate)}`.padEnd(20),
    `${found} found, ${missed} missed, ${falseAlerts} false, ${silent} silent`,
  ].join(' ')

function printReport({ matcher, threshold, split, lists, notHeld, summary: shown, groups, wrong }: Report): void {
  print(`Matcher ${matcher}, threshold ${threshold.toFixed(2)}, ${split === 'all' ? 'the whole set' : `the half “${split}”`}`)
  print(`Lists: ${lists.map(({ id, contentDate, complete }) => `${id} ${contentDate}${complete ? '' : ' (incomplete)'}`).join(', ')}`)
  print(line('People and companies', shown.pairs))
  print(line('Company look-alikes', shown.companies))
  print(line('Across scripts', shown.crossScript))
  if (shown.queries !== null) print(line('Listed parties in disguise', shown.queries))
  print(`${notHeld} disguised names were not asked for, since no list held has the party.`)
  for (const [name, { asked, alerts }] of [
    ['Innocent people', shown.innocentPeople],
    ['Innocent companies', shown.innocentCompanies],
  ] as const)
    print(`${name.padEnd(30)} ${alerts} alerts for ${asked} names (${asked === 0 ? '-' : ((1000 * alerts) / asked).toFixed(1)} in 1,000)`)
  print('')
  for (const { group, apart, ...figures } of groups) print(line(`${apart ? '(apart) ' : ''}${group}`, figures))
  if (wrong.length > 0) print('')
  for (const one of wrong) print(`${one.wrong.padEnd(11)} ${one.score.toFixed(2)}  ${one.name1}  |  ${one.name2}  [${one.disguise}, ${one.source}]`)
}

function threshold(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InputError('bad-input', `--at: expected a number from 0 to 1, and found “${text}”`)
  return value
}

function whole(text: string): number {
  if (!/^[0-9]{1,6}$/.test(text)) throw new InputError('bad-input', `--misses: expected a whole number, and found “${text}”`)
  return Number(text)
}

function oneOf<T extends string>(option: string, allowed: readonly T[], text: string): T {
  const found = allowed.find((one) => one === text)
  if (found === undefined) throw new InputError('bad-input', `${option}: expected ${allowed.join(', ')}, and found “${text}”`)
  return found
}
