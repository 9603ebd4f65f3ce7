/** `licet screen`: one party, or a file of parties of any size. */
import type { Command } from 'commander'
import type { z } from 'zod'
import { certificatePdf } from '#main/core/batch/certificate.ts'
import { openQueries } from '#main/core/batch/queries.ts'
import { screenFile } from '#main/core/batch/screen-file.ts'
import type { Core } from '#main/core/core.ts'
import { screen } from '#main/screening/screen.ts'
import { type ListingState, listingState } from '#shared/domain/listing-state.ts'
import { type Hit, screenQuery } from '#shared/domain/screening.ts'
import { InputError } from '#shared/text/errors.ts'
import { Faults, formatOf, KEEP_GOING, resultSink } from '../results.ts'
import { type Common, commonOptions, print, tell, withService, writeResults } from '../session.ts'
import { addEvaluate } from './evaluate.ts'

export function addScreen(licet: Command): void {
  const command = licet
    .command('screen')
    .description('screens a party, or a file of parties, against all lists')
    .option('--name <name>', 'name of one party')
    .option('--country <code>', 'country of the party')
    .option('--kind <kind>', 'person, entity or vessel')
    .option('--address <address>', 'address of the party')
    .option('--dob <date>', 'date or year of birth')
    .option('--number <number...>', 'identity numbers: unified social credit code, IMO, passport, registration')
    .option('--in <file>', 'parties, one a line (.csv with a heading, or .jsonl)')
    .option('--out <file>', 'write the answers to this file')
    .option('--top <k>', 'most hits in an answer', number('--top'))
    .option('--threshold <t>', 'least score of a hit, from 0 to 1', number('--threshold'))
    .option('--format <format>', 'of the answers to --in: jsonl, csv or pdf (default: by the ending of --out, else jsonl)')
    .option(...KEEP_GOING)
    .action(async (options: Options, command: Command) => {
      const common = commonOptions(command)
      if (options.in !== undefined) return await withService(common, ({ core }) => screenParties(core, { ...options, in: options.in as string }, common))
      const query = { id: '1', ...parse(screenQuery, queryFromOptions(options), 'the query') }
      await withService(common, ({ core }) => {
        const day = common.asOf ?? core.today()
        const answer = screen(core.screening().index, query, settingsOf(options))
        const onDay = (hits: Hit[]) => hits.map((hit) => ({ ...hit, onDay: { day, ...listingState(hit.listing, day) } }))
        const said = { ...answer, hits: onDay(answer.hits), nearest: onDay(answer.nearest) }
        // Text is for a person at the terminal; a program that reads the output gets the answer itself.
        if (options.out !== undefined || common.json || !process.stdout.isTTY) return writeResults([said], options.out, false)
        for (const { says } of said.warnings ?? []) print(`note: ${says}`)
        if (said.hits.length === 0) print('No hit at the threshold.')
        for (const hit of said.hits)
          print(
            `${hit.score.toFixed(2)}  ${hit.list.padEnd(8)} ${hit.name}  [${hit.matched}]  ${hit.source.contentDate}${stateText(hit.onDay)}${hit.by === undefined ? '' : '  shares its address'}`,
          )
        for (const near of said.nearest.slice(0, 3)) print(`below: ${near.score.toFixed(2)}  ${near.list.padEnd(8)} ${near.name}`)
        tell(`searched: ${said.lists.map(({ id, contentDate, complete }) => `${id} ${contentDate}${complete ? '' : ' (incomplete)'}`).join(', ')}`)
      })
    })

  addEvaluate(command)
}

type Options = {
  keepGoing?: boolean
  name?: string
  country?: string
  kind?: string
  address?: string
  dob?: string
  number?: string[]
  in?: string
  out?: string
  format?: string
  top?: number
  threshold?: number
}

const settingsOf = ({ top, threshold }: Options) => ({ ...(top === undefined ? {} : { top }), ...(threshold === undefined ? {} : { threshold }) })

const TOLD_MILLISECONDS = 2000

/** Screens the parties of a file in its order. A line in error ends it before anything is written; with `keepGoing` it has a line of its own in the results. */
async function screenParties(core: Core, options: Options & { in: string }, { asOf, lang }: Common): Promise<void> {
  const format = formatOf(options, ['jsonl', 'csv', 'pdf'])
  const sink = resultSink(options.in, options.out)
  if (!options.keepGoing) await refuseFaults(core, options.in)
  let told = performance.now()
  const summary = await screenFile(core, {
    id: core.newId(),
    path: options.in,
    day: asOf ?? core.today(),
    options: settingsOf(options),
    strict: !options.keepGoing,
    ...(format === 'pdf' ? {} : { [format]: sink }),
    onProgress: ({ lines, perSecond, bytes, total }) => {
      if (performance.now() - told < TOLD_MILLISECONDS) return
      told = performance.now()
      tell(`${lines} parties, ${Math.floor((100 * bytes) / total)}% read, ${perSecond} a second`)
    },
  })
  if (format === 'pdf') {
    try {
      await sink.write(await certificatePdf(core, summary, lang))
      await sink.end()
    } catch (error) {
      await sink.abandon()
      throw error
    }
  }
  const { counts, lists } = summary
  tell(`${counts.lines} lines: ${counts.alerts} with hits, ${counts.clear} without, ${counts.errors} in error`)
  const starter = lists.filter(({ complete }) => !complete).map(({ id }) => id)
  if (starter.length > 0) tell(`incomplete lists: ${starter.join(', ')}`)
  const faults = new Faults(options.in)
  for (const { detail } of summary.faults) faults.add(detail, counts.errors)
  faults.tell()
}

/** Throws InputError when a line of the file is no query. The answers to the others may go to standard output, which takes nothing back: so all lines are looked at before the first is answered. */
async function refuseFaults(core: Core, path: string): Promise<void> {
  const faults = new Faults(path)
  const { queries } = await openQueries(path, { country: core.countryLookup })
  for await (const some of queries) for (const one of some) if ('fault' in one) faults.add(one.fault)
  faults.refuse()
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

function queryFromOptions({ name, country, kind, address, dob, number: ids }: Options): object {
  if (name === undefined) throw new InputError('bad-input', 'screen: give --name, or --in with a file of parties')
  return Object.fromEntries(Object.entries({ name, country, kind, address, dob, ids }).filter(([, value]) => value !== undefined))
}

function parse<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new InputError('bad-input', `${place}${issue === undefined ? '' : `, ${issue.path.map(String).join('.')}: ${issue.message}`}`)
}
