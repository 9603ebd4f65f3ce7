/**
 * The command line: a front door beside the window, over the same service and the same databases. Results go to standard
 * output, messages and progress to standard error. Exit code 0 done, 1 the input is wrong, 2 the program failed.
 */
import { realpathSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { translateSqliteError } from '#main/database/sqlite-errors.ts'
import { InputError } from '#shared/text/errors.ts'
import { addAudit } from './commands/audit.ts'
import { addClassify } from './commands/classify.ts'
import { addCompare } from './commands/compare.ts'
import { addContent } from './commands/content.ts'
import { addDemo } from './commands/demo.ts'
import { addDetermine } from './commands/determine.ts'
import { addLists } from './commands/lists.ts'
import { addRules } from './commands/rules.ts'
import { addScreen } from './commands/screen.ts'

/** Builds the program; every command adds itself. */
export function program(): Command {
  const licet = new Command('licet')
  licet
    .description('Trade compliance at a machine with no network: screen, classify, determine, prove.')
    .option('--data <folder>', 'folder of the databases (default: the folder of the app)')
    .option('--as-of <date>', 'use the law of this day (YYYY-MM-DD) for cases without a date of their own')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print JSON instead of text')
    .showHelpAfterError('(licet <command> --help tells more)')
    .exitOverride()
  for (const add of [addDemo, addLists, addScreen, addCompare, addClassify, addDetermine, addContent, addRules, addAudit]) add(licet)
  for (const command of licet.commands) inherit(command)
  return licet
}

function inherit(command: Command): void {
  command.exitOverride().showHelpAfterError('(--help tells more)').configureHelp({ showGlobalOptions: true })
  for (const inner of command.commands) inherit(inner)
}

/** Runs the command line and answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: 'user' })
    return process.exitCode === undefined ? 0 : Number(process.exitCode)
  } catch (thrown) {
    const error = translateSqliteError(thrown, 'the data folder')
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
    if (error instanceof InputError) {
      process.stderr.write(`licet: ${error.detail}\n`)
      return 1
    }
    process.stderr.write(`licet: the program failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 2
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  // A reader that closes early (such as head) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
  process.exitCode = await run(process.argv.slice(2))
}
