/** Reads a list file that is one JSON value, with errors that name the file and the place. */
import { InputError } from '#shared/text/errors.ts'
import { type ListFile, type ReadOptions, readText } from './list-file.ts'

/** The value in a JSON file. Throws InputError `bad-input` with file and line, or `cancelled`. */
export async function readJson(file: ListFile, options: ReadOptions = {}): Promise<unknown> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of readText(file, options)) text += decoder.decode(piece, { stream: true })
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length)
    const line = text.slice(0, at).split('\n').length
    throw new InputError('bad-input', `${file.name}, line ${line}: the text is not proper JSON here. The file is cut off or damaged. Nothing was imported.`)
  }
}
