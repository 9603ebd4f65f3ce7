/** A place that takes dropped files; while files hover over it, it says what will happen. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import css from './drop-zone.module.css'

export function DropZone({ label, onFiles, children, testId }: { label: string; onFiles: (files: File[]) => void; children: ReactNode; testId?: string }) {
  const depth = useRef(0)
  const [over, setOver] = useState(false)
  const step = (by: number) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    depth.current = Math.max(0, depth.current + by)
    setOver(depth.current > 0)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  return (
    // Dropping is a second way in; the button beside it does the same by keyboard.
    <section
      className={css.zone}
      aria-label={label}
      onDragEnter={step(1)}
      onDragLeave={step(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      data-testid={testId}
    >
      {children}
      {over ? <div className={css.over}>{label}</div> : null}
    </section>
  )
}
