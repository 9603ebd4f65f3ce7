/** What every command needs: the common options, an open service, and a place for results. */
import type { Command } from 'commander'
import { ASSETS_FOLDER, defaultDataFolder } from '#main/core/folders.ts'
import { openService, type Service } from '#main/core/service.ts'
import { isoDate } from '#shared/domain/case.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { writeWhole } from './records.ts'

export type Common = { dataFolder: string; asOf: string | undefined; lang: Lang; json: boolean }

/** The version that records of the command line carry. */
export const VERSION = '0.1.0'

/** Throws InputError when one is wrong. */
export function commonOptions(command: Command): Common {
  const { data, asOf, lang, json } = command.optsWithGlobals<{ data?: string; asOf?: string; lang: string; json?: boolean }>()
  if (lang !== 'en' && lang !== 'zh') throw new InputError('bad-input', `--lang: expected en or zh, and found “${lang}”`)
  if (asOf !== undefined && !isoDate.safeParse(asOf).success) throw new InputError('bad-input', `--as-of: expected a date like 2026-09-01, and found “${asOf}”`)
  return { dataFolder: data ?? defaultDataFolder(process.platform, process.env), asOf, lang, json: json === true }
}

/** Opens the service for the work and closes it whatever happens. */
export async function withService<T>(common: Common, work: (service: Service) => T | Promise<T>): Promise<T> {
  const officer = process.env.LICET_OFFICER ?? ''
  const service = openService({ dataFolder: common.dataFolder, assetsFolder: ASSETS_FOLDER, officer, version: VERSION })
  try {
    return await work(service)
  } finally {
    await service.close()
  }
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const tell = (text: string): void => void process.stderr.write(`${text}\n`)

/** Results as lines of JSON: to the file when one is named, else to standard output. */
export function writeResults(results: readonly unknown[], out: string | undefined, single: boolean): void {
  const text = single && results.length === 1 ? `${JSON.stringify(results[0], null, 2)}\n` : results.map((result) => `${JSON.stringify(result)}\n`).join('')
  if (out === undefined) process.stdout.write(text)
  else writeWhole(out, text)
}
