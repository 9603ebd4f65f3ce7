/** `licet audit verify`. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { verifyFile } from '#main/audit/verify.ts'
import { CASEBOOK, CASEBOOK_FILE } from '#main/database/open.ts'
import { commonOptions, print } from '../session.ts'

export function addAudit(licet: Command): void {
  licet
    .command('audit')
    .description('the tamper-evident record')
    .command('verify')
    .description('verifies the chain; says what was altered, and where')
    .argument('[file]', 'a casebook file (default: that of the data folder)')
    .option('--head <hash>', 'the head hash printed on a memo')
    .action((file: string | undefined, options: { head?: string }, command: Command) => {
      const common = commonOptions(command)
      const report = verifyFile(file ?? join(common.dataFolder, CASEBOOK_FILE), {
        newest: CASEBOOK.migrations.length,
        ...(options.head === undefined ? {} : { head: { hash: options.head } }),
      })
      if (!report.ok) process.exitCode = 1
      if (common.json) return print(JSON.stringify(report))
      print(
        report.ok
          ? `The chain is whole: ${report.records} records, head ${report.head}`
          : `The record was altered: ${report.problems.length} findings in ${report.records} records`,
      )
      for (const { seq, what } of report.problems) print(`  record ${seq}: ${what}`)
      for (const anchor of report.anchors) print(`  compared with: ${anchor}`)
      for (const limit of report.limits) print(`  not excluded: ${limit}`)
    })
}
