/** The newest batch, kept beside the databases until the next one: its answers, its table and its summary. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Core } from '#main/core/core.ts'
import type { JobTools } from '#main/core/run-job.ts'
import type { ResultFileMade } from '#shared/contract/replies.ts'
import type { BatchColumns, BatchFormat, BatchSummary } from '#shared/domain/batch.ts'
import { InputError } from '#shared/text/errors.ts'
import type { Lang } from '#shared/trace/trace.ts'
import { certificatePdf } from './certificate.ts'
import { ResultFile } from './result-file.ts'
import { type ScreenFileOrder, screenFile } from './screen-file.ts'

/** Folder of the batches in a data folder. */
const FOLDER = 'batches'
const SUMMARY = 'summary.json'
const FILES = { jsonl: 'answers.jsonl', csv: 'table.csv' } as const

export type StoredOrder = Pick<ScreenFileOrder, 'signal' | 'onProgress'> & { path: string; columns: BatchColumns }

/** Screens the file and keeps what came of it in place of the batch before. When it fails, the batch before stays. */
export async function runStored(core: Core, order: StoredOrder): Promise<BatchSummary> {
  const id = core.newId()
  const folder = join(core.options.dataFolder, FOLDER, id)
  await mkdir(folder, { recursive: true })
  try {
    const jsonl = new ResultFile(join(folder, FILES.jsonl))
    const csv = new ResultFile(join(folder, FILES.csv))
    const summary = await screenFile(core, { ...order, id, day: core.today(), jsonl, csv })
    const file = new ResultFile(join(folder, SUMMARY))
    await file.write(JSON.stringify(summary))
    await file.end()
    for (const other of await foldersOf(core)) if (other !== id) await rm(join(core.options.dataFolder, FOLDER, other), { recursive: true, force: true })
    return summary
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

/** The summary of the newest batch, or null. */
export async function newestBatch(core: Core): Promise<BatchSummary | null> {
  let newest: BatchSummary | null = null
  for (const id of await foldersOf(core)) {
    const summary = await summaryOf(core, id)
    if (summary !== null && (newest === null || summary.at > newest.at)) newest = summary
  }
  return newest
}

/** The path of the results in a format, made where they are not there yet. Rejects with InputError `not-found` when the batch is no longer kept, and `cancelled`. */
export async function resultsOf(
  core: Core,
  id: string,
  format: BatchFormat,
  lang: Lang,
  { signal, progress }: Pick<JobTools, 'signal' | 'progress'>,
): Promise<ResultFileMade> {
  const summary = (await foldersOf(core)).includes(id) ? await summaryOf(core, id) : null
  if (summary === null) throw new InputError('not-found', 'This batch is no longer kept: another one was screened after it.')
  const folder = join(core.options.dataFolder, FOLDER, id)
  const stem = `screening-${summary.file.replace(/\.[^.]*$/, '')}-${summary.at.slice(0, 10)}`
  if (format !== 'pdf') return { path: join(folder, FILES[format]), name: `${stem}.${format}` }
  const path = join(folder, `certificate-${lang}.pdf`)
  const drawn = await certificatePdf(core, summary, lang, { signal, onProgress: progress })
  const file = new ResultFile(path)
  await file.write(drawn)
  await file.end()
  return { path, name: `${stem}-${lang}.pdf` }
}

async function foldersOf(core: Core): Promise<string[]> {
  try {
    return await readdir(join(core.options.dataFolder, FOLDER))
  } catch {
    return []
  }
}

async function summaryOf(core: Core, id: string): Promise<BatchSummary | null> {
  try {
    return JSON.parse(await readFile(join(core.options.dataFolder, FOLDER, id, SUMMARY), 'utf8')) as BatchSummary
  } catch {
    return null
  }
}
