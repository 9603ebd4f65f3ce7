/** Hits above the threshold, then the nearest misses below it; arrow keys move, Enter opens. */
import type { KeyboardEvent, ReactNode } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import type { Hit } from '#shared/domain/screening.ts'
import css from './screening.module.css'

export const hitKey = (hit: Hit): string => `${hit.list}|${hit.entry}`

/** Moves the focus to the row before or after. */
function step(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll('button')]
  rows[rows.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus()
}

type HitListProps = {
  title: string
  hits: Hit[]
  chosen: string
  onChoose: (hit: Hit) => void
  mark?: (hit: Hit) => ReactNode
  faint?: boolean
  testId: string
}

export function HitList({ title, hits, chosen, onChoose, mark, faint = false, testId }: HitListProps) {
  const say = useSay()
  if (hits.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={css.listTitle}>
        {title} <small>{hits.length}</small>
      </h2>
      <ul className={css.hits} onKeyDown={step} data-testid={testId}>
        {hits.map((hit) => (
          <li key={hitKey(hit)}>
            <button
              type="button"
              className={css.hit}
              data-opens
              aria-current={hitKey(hit) === chosen}
              data-faint={faint || undefined}
              onClick={() => onChoose(hit)}
              data-testid="hit"
            >
              <span className={css.hitScore}>{Math.round(hit.score * 100)}</span>
              <span className={css.hitName}>{hit.name}</span>
              <Tag>{hit.list}</Tag>
              <span className={css.hitNote}>
                {hit.by === 'address' ? say('screening:byAddress') : hit.matched === hit.name ? '' : hit.matched}
                {mark ? mark(hit) : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
