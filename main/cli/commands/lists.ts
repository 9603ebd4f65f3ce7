/** `licet lists import` and `licet lists status`. */
import type { Command } from 'commander'
import { importLists } from '#main/lists/import.ts'
import type { ImportReport, ListStatus } from '#shared/contract/replies.ts'
import { commonOptions, print, tell, withService } from '../session.ts'

export function addLists(licet: Command): void {
  const lists = licet.command('lists').description('official lists: import and state')
  lists
    .command('import')
    .description('recognises the official format and imports a snapshot')
    .argument('<file...>', 'official list files; several may make one import')
    .option('--source <name>', 'name of the source in reports')
    .option('--force', 'take a list that the guards hold back; needs --reason')
    .option('--reason <text>', 'why a list is taken all the same')
    .action(async (files: string[], options: { source?: string; force?: boolean; reason?: string }, command: Command) => {
      const common = commonOptions(command)
      await withService(common, async ({ core }) => {
        let shown = ''
        const reports = await importLists({
          database: core.reference,
          files,
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
            `${list.id.padEnd(8)} ${String(list.records).padStart(7)}  ${list.contentDate}  ${String(list.ageDays).padStart(5)} days  ${list.complete ? 'complete' : 'starter list, incomplete'}  ${list.sha256.slice(0, 16)}`,
          )
        if (starterOnly) print('Only the built-in starter list is held. It is incomplete: import the official lists.')
      })
    })
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
