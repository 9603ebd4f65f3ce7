/** `licet screen` and `licet compare`. */
import type { Command } from 'commander'
import { z } from 'zod'
import { comparePair, screen } from '#main/screening/screen.ts'
import { type ListingState, listingState } from '#shared/domain/listing-state.ts'
import { type Hit, screenQuery } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { readRecords } from '../records.ts'
import { commonOptions, print, tell, withService, writeResults } from '../session.ts'
import { addEvaluate } from './evaluate.ts'

const pair = z.object({ name1: z.string().max(1000), name2: z.string().max(1000), schema: z.string().max(40).optional() })

export function addScreen(licet: Command): void {
  const command = licet
    .command('screen')
    .description('screens a party, or a file of parties, against all lists')
    .option('--name <name>', 'name of one party')
    .option('--country <code>', 'country of the party')
    .option('--kind <kind>', 'person, entity or vessel')
    .option('--in <file>', 'parties, one a line (.csv with a heading, or .jsonl)')
    .option('--out <file>', 'write the answers to this file')
    .option('--top <k>', 'most hits in an answer', number('--top'))
    .option('--threshold <t>', 'least score of a hit, from 0 to 1', number('--threshold'))
    .action(
      async (options: { name?: string; country?: string; kind?: string; in?: string; out?: string; top?: number; threshold?: number }, command: Command) => {
        const common = commonOptions(command)
        const queries = options.in === undefined ? [{ value: queryFromOptions(options), place: 'the query' }] : readRecords(options.in)
        const checked = queries.map(({ value, place }, i) => ({ id: String(i + 1), ...parse(screenQuery, spread(value), place) }))
        await withService(common, ({ core }) => {
          const { index } = core.screening()
          const settings = {
            ...(options.top === undefined ? {} : { top: options.top }),
            ...(options.threshold === undefined ? {} : { threshold: options.threshold }),
          }
          const day = common.asOf ?? core.today()
          const answers = checked.map((query) => {
            const answer = screen(index, query, settings)
            const onDay = (hits: Hit[]) => hits.map((hit) => ({ ...hit, onDay: { day, ...listingState(hit.listing, day) } }))
            return { ...answer, hits: onDay(answer.hits), nearest: onDay(answer.nearest) }
          })
          // Text is for a person at the terminal; a program that reads the output gets the answer itself.
          const forPerson = options.in === undefined && options.out === undefined && !common.json && process.stdout.isTTY
          if (!forPerson) return writeResults(answers, options.out, false)
          for (const answer of answers) {
            if (answer.hits.length === 0) print('No hit at the threshold.')
            for (const hit of answer.hits)
              print(`${hit.score.toFixed(2)}  ${hit.list.padEnd(8)} ${hit.name}  [${hit.matched}]  ${hit.source.contentDate}${stateText(hit.onDay)}`)
            for (const near of answer.nearest.slice(0, 3)) print(`below: ${near.score.toFixed(2)}  ${near.list.padEnd(8)} ${near.name}`)
            tell(
              `searched: ${answer.lists.map(({ id, contentDate, complete }) => `${id} ${contentDate}${complete ? '' : ' (starter list, incomplete)'}`).join(', ')}`,
            )
          }
        })
      },
    )

  addEvaluate(command)

  licet
    .command('compare')
    .description('scores pairs of names with the same matcher; no list is needed')
    .requiredOption('--in <file>', 'pairs with name1, name2 and perhaps schema (.csv or .jsonl)')
    .option('--out <file>', 'write the scores to this file')
    .action((options: { in: string; out?: string }) => {
      const results = readRecords(options.in).map(({ value, place }) => {
        const { name1, name2, schema } = parse(pair, value, place)
        return comparePair(name1, name2, schema)
      })
      writeResults(results, options.out, false)
    })
}

/** What a listing that had no effect on the day adds to its line. */
function stateText(found: ListingState): string {
  switch (found.state) {
    case 'suspended':
      return `  suspended from ${found.from}${found.until === '' ? ', no end set' : ` until ${found.until}`}`
    case 'ended':
      return `  ended on ${found.until}`
    case 'not-yet':
      return `  in force only from ${found.from}`
    default:
      return ''
  }
}

const number = (name: string) => (text: string) => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new InputError('bad-input', `${name}: expected a number, and found “${text}”`)
  return value
}

function queryFromOptions({ name, country, kind }: { name?: string; country?: string; kind?: string }) {
  if (name === undefined) throw new InputError('bad-input', 'screen: give --name, or --in with a file of parties')
  return { name, ...(country === undefined ? {} : { country }), ...(kind === undefined ? {} : { kind }) }
}

/** In CSV several identity numbers stand in one cell, separated by semicolons. */
function spread(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('ids' in value) || typeof value.ids !== 'string') return value
  return { ...value, ids: value.ids.split(';').map((id) => id.trim()) }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new InputError('bad-input', `${place}${issue === undefined ? '' : `, ${issue.path.map(String).join('.')}: ${issue.message}`}`)
}
