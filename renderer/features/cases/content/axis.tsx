/** The share on an axis against the limit: what counts for certain is solid, what may count is hatched. */
import { useSay } from '#renderer/client/words.ts'
import type { ContentAnswer } from '#shared/domain/determination.ts'
import css from './content.module.css'

/** Least part of the axis, in percent of the item's value, so that small shares are not blown up. */
const LEAST_SPAN = 30

export const percent = (value: number): string => `${value} %`

/** The share in words: a number, a range, a lower bound, or nothing yet. */
export function useShareWords(): (content: ContentAnswer) => string {
  const say = useSay()
  return ({ share }) =>
    share === null
      ? say('cases:content.share.open')
      : share.max === null
        ? say('cases:content.share.least', { min: percent(share.min) })
        : share.min === share.max
          ? percent(share.min)
          : say('cases:content.share.range', { min: percent(share.min), max: percent(share.max) })
}

export function ShareAxis({ content }: { content: ContentAnswer }) {
  const say = useSay()
  const words = useShareWords()
  const { share, limit } = content
  const top = Math.max(LEAST_SPAN, (limit ?? 0) * 1.6, (share?.max ?? share?.min ?? 0) * 1.1)
  const at = (value: number) => `${Math.min(100, (value / top) * 100)}%`
  const min = share?.min ?? 0
  const max = share === null ? 0 : (share.max ?? top)
  const label = say('cases:content.axis', { share: words(content), limit: limit === null ? say('cases:content.limit.open') : percent(limit) })
  return (
    <div className={css.axis} role="img" aria-label={label} data-testid="content-axis">
      <div className={css.track} data-above={content.above ?? undefined}>
        {max > min ? <span className={css.possible} style={{ left: at(min), width: `calc(${at(max)} - ${at(min)})` }} /> : null}
        {min > 0 ? <span className={css.certain} style={{ width: at(min) }} /> : null}
        {limit === null ? null : <span className={css.limit} style={{ left: at(limit) }} />}
      </div>
      <div className={css.ticks}>
        <span style={{ left: 0 }}>0 %</span>
        {limit === null ? null : (
          <span className={css.limitTick} style={{ left: at(limit) }}>
            {say('cases:content.limit.at', { limit: percent(limit) })}
          </span>
        )}
      </div>
    </div>
  )
}
