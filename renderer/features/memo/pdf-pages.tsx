/** Draws the pages of a PDF with the bundled reader; its worker comes from the program itself, nothing is fetched. */
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { scrollable } from '#renderer/ui/scrollable.ts'
import css from './memo.module.css'

GlobalWorkerOptions.workerSrc = workerUrl

/** Points of a page to pixels on the screen at full size. */
const SCREEN = 1.25

function Page({ document, number, scale }: { document: PDFDocumentProxy; number: number; scale: number }) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let left = false
    let task: { cancel: () => void } | null = null
    void document.getPage(number).then((page) => {
      const element = canvas.current
      if (left || !element) return
      const dense = window.devicePixelRatio || 1
      const viewport = page.getViewport({ scale: scale * SCREEN * dense })
      element.width = viewport.width
      element.height = viewport.height
      element.style.setProperty('--page-width', `${viewport.width / dense}px`)
      const drawing = page.render({ canvas: element, viewport })
      task = drawing
      // A page that is drawn anew calls the earlier drawing off; that is no failure.
      drawing.promise.catch(() => undefined)
    })
    return () => {
      left = true
      task?.cancel()
    }
  }, [document, number, scale])
  return (
    <canvas ref={canvas} className={css.page} role="img" aria-label={say('memo:page', { page: number, pages: document.numPages })} data-testid="memo-page" />
  )
}

export function PdfPages({ pdf, scale }: { pdf: Uint8Array; scale: number }) {
  const say = useSay()
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null)
  const [failed, setFailed] = useState('')
  useEffect(() => {
    // The reader takes the bytes over, so it gets its own copy.
    const loading = getDocument({ data: pdf.slice(), useWasm: false, useWorkerFetch: false })
    loading.promise.then(setDocument, (cause: Error) => setFailed(cause.message))
    return () => {
      setDocument(null)
      void loading.destroy()
    }
  }, [pdf])
  if (failed) return <Notice tone="error">{failed}</Notice>
  if (!document) return null
  return (
    <div className={css.pages} {...scrollable(say('memo:pages'))} data-testid="memo-pages" data-pages={document.numPages}>
      {numbered(Array.from({ length: document.numPages })).map(({ key, at }) => (
        <Page key={key} document={document} number={at + 1} scale={scale} />
      ))}
    </div>
  )
}
