/** Draws a document on a thread of its own: a long one takes seconds, in which the core goes on answering. */
import type { MemoDocument } from '#main/memo/model/memo-document.ts'
import { renderMemoPdf } from '#main/memo/pdf/render-pdf.ts'
import { InputError } from '#shared/text/errors.ts'
import { serveThread } from './thread.ts'

export type PdfThread = {
  task: { document: MemoDocument; fonts: string | undefined }
  order: never
  told: { done: number; total: number }
  result: Uint8Array
}

/** Progress is worth showing a few times a second, not for every row. */
const PROGRESS_MILLISECONDS = 100

serveThread<PdfThread>(async ({ document, fonts }, { tell, asked }) => {
  let last = 0
  return await renderMemoPdf(document, {
    ...(fonts === undefined ? {} : { fonts }),
    onStep: (done, total) => {
      const now = performance.now()
      if (now - last < PROGRESS_MILLISECONDS) return
      last = now
      if (asked()) throw new InputError('cancelled', 'The document was not drawn: the work was cancelled.')
      tell({ done, total })
    },
  })
})
