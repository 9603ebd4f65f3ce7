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

/** Collects the lines in error of an input. */
export class Faults {
  readonly #path: string
  readonly #first: string[] = []
  #count = 0

  constructor(path: string) {
    this.#path = path
  }

  /** `known` is the number of lines in error where not every one of them is added. */
  add(detail: string, known = this.#count + 1): void {
    this.#count = known
    if (this.#first.length < SAID) this.#first.push(detail)
  }

  /** Throws InputError `bad-input` with the first of them when there is any: an input that is wrong in one line is wrong, and nothing may be written. */
  refuse(): void {
    if (this.#count === 0) return
    throw new InputError('bad-input', `${this.#said()}. Nothing was written. Correct the file, or have its other lines answered with --keep-going.`)
  }

  /** Says them, where the other lines were answered all the same. */
  tell(): void {
    if (this.#count > 0) tell(`licet: ${this.#said()}; the results hold the others, and a line of its own for each error`)
  }

  #said(): string {
    return [...this.#first, `${this.#path}: ${this.#count} ${this.#count === 1 ? 'line' : 'lines'} in error`].join('\nlicet: ')
  }
}

export const KEEP_GOING = ['--keep-going', 'answer the other lines when some are in error; without it nothing is written then'] as const
