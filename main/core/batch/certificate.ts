/** Draws the certificate of a batch as PDF. */
import type { Core } from '#main/core/core.ts'
import type { PdfThread } from '#main/core/pdf-worker.ts'
import { runThread } from '#main/core/thread.ts'
import { listSource } from '#main/lists/list-sources.ts'
import { screeningCertificate } from '#main/memo/model/screening-certificate.ts'
import type { BatchSummary } from '#shared/domain/batch.ts'
import type { Lang } from '#shared/trace/trace.ts'

export type Drawing = { signal?: AbortSignal; onProgress?: (done: number, total: number) => void }

/** Rejects with InputError `cancelled` when the signal says so. */
export function certificatePdf(core: Core, summary: BatchSummary, lang: Lang, { signal, onProgress }: Drawing = {}): Promise<Uint8Array> {
  const names = Object.fromEntries(summary.lists.map(({ id }) => [id, listSource(core.listSources, id).title[lang]]))
  const task = { document: screeningCertificate(summary, names, lang), fonts: core.fontsFolder }
  return runThread<PdfThread>('pdf-worker', task, { signal, onTold: ({ done, total }) => onProgress?.(done, total) })
}
