/** Draws the certificate of a batch as PDF. */
import type { Core } from '#main/core/core.ts'
import { listSource } from '#main/lists/list-sources.ts'
import { screeningCertificate } from '#main/memo/model/screening-certificate.ts'
import type { BatchSummary } from '#shared/domain/batch.ts'
import type { Lang } from '#shared/trace/trace.ts'

export async function certificatePdf(core: Core, summary: BatchSummary, lang: Lang): Promise<Uint8Array> {
  const names = Object.fromEntries(summary.lists.map(({ id }) => [id, listSource(core.listSources, id).title[lang]]))
  // The PDF library is the heaviest of the core; it is loaded with the first document, not at every start.
  const { renderMemoPdf } = await import('#main/memo/pdf/render-pdf.ts')
  const fonts = core.fontsFolder
  return renderMemoPdf(screeningCertificate(summary, names, lang), fonts === undefined ? {} : { fonts })
}
