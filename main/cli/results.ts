/** Where a command that reads a file line by line puts its results, and what it says of lines in error. */
import { existsSync, realpathSync } from 'node:fs'
import { ResultFile, type Sink } from '#main/core/batch/result-file.ts'
import { InputError } from '#shared/text/errors.ts'
import { translateFileError } from './file-errors.ts'
import { tell } from './session.ts'

/** The format asked for, or that of the ending of the result file; JSON lines without either. Throws InputError for one that the command does not make. */
export function formatOf<F extends string>({ format, out }: { format?: string; out?: string }, formats: readonly ['jsonl', ...F[]]): 'jsonl' | F {
  const named = format ?? /\.([a-z]+)$/i.exec(out ?? '')?.[1]?.toLowerCase()
  const found = formats.find((one) => one === named)
  if (format !== undefined && found === undefined) throw new InputError('bad-input', `--format: expected ${formats.join(' or ')}, and found “${format}”`)
  return found ?? 'jsonl'
}

/** A file that appears whole, or standard output where none is named. Throws InputError when the results would overwrite the input. */
export function resultSink(input: string, out: string | undefined): Sink {
  if (out === undefined) return standardOutput
  if (existsSync(out) && existsSync(input) && realpathSync(out) === realpathSync(input))
    throw new InputError('bad-input', `${out}: the results would replace the input; name another file`)
  const file = new ResultFile(out)
  const explained = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw translateFileError(error, out)
    }
  }
  return { write: (content) => explained(file.write(content)), end: () => explained(file.end()), abandon: () => file.abandon() }
}

const standardOutput: Sink = {
  write: (content) =>
    new Promise((resolve) => {
      if (process.stdout.write(content)) resolve()
      else process.stdout.once('drain', resolve)
    }),
  end: async () => '',
  abandon: async () => {},
}

const SAID = 10

/** Tells the first lines in error as they come (`known` is their number where not all of them are told); at the end, where there were any, says so and sets the exit code for a wrong input. */
export function faultsReport(path: string, known?: number): { add: (detail: string) => void; end: () => void } {
  let count = 0
  return {
    add: (detail) => {
      count += 1
      if (count <= SAID) tell(`licet: ${detail}`)
    },
    end: () => {
      const all = known ?? count
      if (all === 0) return
      tell(`licet: ${path}: ${all} ${all === 1 ? 'line' : 'lines'} in error; the results hold the others, and a line of its own for each error`)
      process.exitCode = 1
    },
  }
}
