/** A dense table that draws only the rows in view. Arrow keys, Page and Home/End move; Enter opens; a heading sorts. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import css from './table.module.css'

export type Column<R> = {
  id: string
  title: string
  /** CSS grid track, such as `120px` or `minmax(160px, 2fr)`. */
  width: string
  cell: (row: R) => ReactNode
  align?: 'end'
  sortable?: boolean
}

type TableProps<R> = {
  label: string
  columns: Column<R>[]
  rows: readonly R[]
  /** How many rows there are in all where not all are here yet, and what to call when the last of those here come into view. */
  total?: number
  onEnd?: () => void
  rowKey: (row: R) => string
  chosen?: string
  onOpen?: (row: R) => void
  /** Called as the mark moves, before anything is opened. */
  onMove?: (row: R) => void
  sort?: string
  onSort?: (column: string) => void
  rowHeight?: number
  /** Stands in a page with a border and its own greatest height, instead of filling a pane. */
  flow?: boolean
  /** For lists whose rows explain themselves. */
  headless?: boolean
  testId?: string
}

/** So many rows before the last one, more are asked for. */
const AHEAD = 40

export function Table<R>({
  label,
  columns,
  rows,
  total = rows.length,
  onEnd,
  rowKey,
  chosen,
  onOpen,
  onMove,
  sort,
  onSort,
  rowHeight = 32,
  flow = false,
  headless = false,
  testId,
}: TableProps<R>) {
  const scroller = useRef<HTMLDivElement>(null)
  const base = useId()
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 })
  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }

  useEffect(() => {
    const at = rows.findIndex((row) => rowKey(row) === chosen)
    if (at >= 0) setActive(at)
  }, [chosen, rows, rowKey])

  const slots = virtual.getVirtualItems()
  const last = slots.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - AHEAD) onEnd?.()
  }, [last, rows.length, onEnd])

  const move = (next: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, next))
    setActive(at)
    virtual.scrollToIndex(at)
    const row = rows[at]
    if (row !== undefined) onMove?.(row)
  }
  const keys = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 1)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      move(step)
    } else if (event.key === 'Enter') {
      const row = rows[active]
      if (row !== undefined && onOpen) {
        event.preventDefault()
        onOpen(row)
      }
    }
  }

  // HTML allows a table to be a grid: one stop of the Tab key, its rows reached with the arrow keys.
  const grid = { role: 'grid', tabIndex: 0, 'aria-rowcount': total + 1, 'aria-activedescendant': rows.length > 0 ? `${base}-${active}` : undefined }

  return (
    <div className={flow ? css.flow : css.frame}>
      <div ref={scroller} className={css.scroller}>
        <table className={css.table} {...grid} aria-label={label} onKeyDown={keys} data-testid={testId}>
          <thead className={headless ? css.headless : css.head}>
            <tr aria-rowindex={1} style={template}>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={column.align === 'end' ? css.end : undefined}
                  aria-sort={column.sortable ? (sort === column.id ? 'descending' : 'none') : undefined}
                >
                  {column.sortable && onSort ? (
                    <button type="button" className={css.sort} data-on={sort === column.id || undefined} onClick={() => onSort(column.id)}>
                      {column.title}
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={css.body} style={{ height: virtual.getTotalSize() }}>
            {slots.map((slot) => {
              const row = rows[slot.index]
              if (row === undefined) return null
              const key = rowKey(row)
              return (
                <tr
                  key={key}
                  id={`${base}-${slot.index}`}
                  aria-rowindex={slot.index + 2}
                  aria-selected={key === chosen}
                  className={css.row}
                  data-active={slot.index === active || undefined}
                  data-opens={onOpen ? true : undefined}
                  data-row={key}
                  style={{ ...template, height: rowHeight, transform: `translateY(${slot.start}px)` }}
                  onClick={() => {
                    setActive(slot.index)
                    onOpen?.(row)
                  }}
                  onKeyDown={() => undefined}
                >
                  {columns.map((column) => (
                    <td key={column.id} className={column.align === 'end' ? css.end : css.cell}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
