/** `licet lists`: import, state, emptying an own list, stating that a list is whole. */
import type { Command } from 'commander'
import { importLists } from '#main/lists/import.ts'
import { emptyOwnList } from '#main/lists/own-lists.ts'
import type { ImportReport, ListStatus } from '#shared/contract/replies.ts'
import { OWN_FIELDS, type OwnList, ownList } from '#shared/domain/own-list.ts'
import { InputError } from '#shared/text/errors.ts'
import { commonOptions, print, tell, withService } from '../session.ts'

export function addLists(licet: Command): void {
  const lists = licet.command('lists').description('official lists: import and state')
  lists
    .command('import')
    .description('recognises the official format and imports a snapshot')
    .argument('<file...>', 'official list files; several may make one import')
    .option('--source <name>', 'name of the source in reports')
    .option('--as <id>', 'the file is an own list with this id, OWN-NAME; needs --map')
    .option('--title <title>', 'title of the own list; its id unless given')
    .option('--map <pairs>', `columns of the own list: name=Column,country=Column; of ${OWN_FIELDS.join(', ')}`)
    .option('--force', 'take a list that the guards hold back; needs --reason')
    .option('--reason <text>', 'why a list is taken all the same')
    .action(
      async (files: string[], options: { source?: string; force?: boolean; reason?: string; as?: string; title?: string; map?: string }, command: Command) => {
        const common = commonOptions(command)
        await withService(common, async ({ core }) => {
          let shown = ''
          const reports = await importLists({
            database: core.reference,
            files,
            own: ownFrom(options),
            force: options.force === true,
            reason: options.reason ?? (options.force === true ? 'taken with --force on the command line' : ''),
            now: core.timestamp(),
            country: core.countryLookup,
            assets: core.listAssets,
            ...(options.source === undefined ? {} : { source: options.source }),
            onProgress: ({ done, total, phase }) => {
              const text = `${phase} ${total > 0 ? Math.floor((10 * done) / total) * 10 : 0} %`
              if (text !== shown) tell(text)
              shown = text
            },
          })
          for (const report of reports) {
            if (!report.unchanged) core.recordImport(report)
            print(common.json ? JSON.stringify(report) : reportText(report))
          }
        })
      },
    )
  lists
    .command('empty')
    .description('empties an own list; its copies stay in the history')
    .argument('<id>', 'id of the own list, OWN-NAME')
    .requiredOption('--reason <text>', 'why the list is emptied')
    .action(async (list: string, { reason }: { reason: string }, command: Command) => {
      const common = commonOptions(command)
      await withService(common, ({ core }) => {
        const report = emptyOwnList(core.reference, { list, reason, now: core.timestamp() })
        core.recordImport(report, reason)
        print(common.json ? JSON.stringify(report) : reportText(report))
      })
    })
  lists
    .command('whole')
    .description('states that what is held of a list made of single announcements is the whole list; stands in the audit chain')
    .argument('<id>', 'id of the list')
    .requiredOption('--reason <text>', 'how you know that nothing is missing')
    .action(async (list: string, { reason }: { reason: string }, command: Command) => {
      const common = commonOptions(command)
      await withService(common, ({ core }) => {
        const whole = core.stateWhole(list, reason)
        print(common.json ? JSON.stringify(whole) : `${list}: ${whole.records} records of ${whole.contentDate} count as the whole list`)
      })
    })
  lists
    .command('status')
    .description('snapshots, counts, dates, age')
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command)
      await withService(common, ({ handlers }) => {
        const { lists: held, starterOnly } = handlers['list:status']({ lang: common.lang }) as { lists: ListStatus[]; starterOnly: boolean }
        if (common.json) return print(JSON.stringify({ lists: held, starterOnly }))
        for (const list of held)
          print(
            `${list.id.padEnd(8)} ${String(list.records).padStart(7)}  ${list.contentDate}  ${String(list.ageDays).padStart(5)} days  ${list.complete ? 'complete' : list.starter ? 'starter list, incomplete' : 'incomplete'}  ${list.sha256.slice(0, 16)}`,
          )
        if (starterOnly) print('Only the built-in starter list is held. It is incomplete: import the official lists.')
      })
    })
}

/** The own list that the options name, or undefined. Throws InputError `bad-input`. */
function ownFrom({ as: list, title, map }: { as?: string; title?: string; map?: string }): OwnList | undefined {
  if (list === undefined) {
    if (map !== undefined || title !== undefined) throw new InputError('bad-input', '--map and --title are for an own list: give its id with --as OWN-NAME.')
    return undefined
  }
  const pairs = (map ?? '').split(',').filter((pair) => pair.trim() !== '')
  const fields = Object.fromEntries(pairs.map((pair) => [pair.slice(0, Math.max(0, pair.indexOf('='))).trim(), pair.slice(pair.indexOf('=') + 1).trim()]))
  const parsed = ownList.safeParse({ list, title: title ?? list, map: fields })
  if (parsed.success && parsed.data.map.name !== undefined) return parsed.data
  const issue = parsed.success ? undefined : parsed.error.issues[0]
  throw new InputError(
    'bad-input',
    issue === undefined
      ? '--map: say which column holds the name, as in --map name=Column.'
      : `${issue.path[0] === 'list' ? '--as' : '--map'}: ${issue.path[0] === 'list' ? issue.message : `expected pairs such as name=Column, of ${OWN_FIELDS.join(', ')}`}`,
  )
}

function reportText(report: ImportReport): string {
  const lists = report.lists.map(
    ({ id, records, added, removed, changed }) =>
      `  ${id.padEnd(8)} ${String(records).padStart(7)} records, ${added} added, ${removed} removed, ${changed} changed`,
  )
  const warnings = report.warnings.map((warning) => `  note: ${warning}`)
  const head = `${report.source} (${report.format}): ${report.records} records, content of ${report.contentDate}${report.unchanged ? ', unchanged' : ''}`
  return [head, `  sha256 ${report.sha256}`, ...lists, ...warnings].join('\n')
}
