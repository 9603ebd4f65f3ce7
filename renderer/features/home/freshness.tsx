/** Each list with the date of its content; the oldest stands first and turns amber when it is stale. */
import { useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import type { ListStatus } from '#shared/contract/replies.ts'
import css from './home.module.css'

export function Freshness({ lists }: { lists: ListStatus[] }) {
  const say = useSay()
  if (lists.length === 0) return <p className={css.soft}>{say('home:list.none')}</p>
  return (
    <ul className={css.rows} data-testid="list-freshness">
      {[...lists]
        .sort((a, b) => b.ageDays - a.ageDays || a.id.localeCompare(b.id))
        .map((list) => (
          <li key={list.id}>
            <span className={css.dot} data-stale={list.stale || undefined} />
            <span className={css.listName} title={`${list.title} · ${list.contentDate}`}>
              <strong>{list.id}</strong> <span className={css.soft}>{count(list.records)}</span>{' '}
              {list.complete ? null : <Tag tone="amber">{say('home:list.starter')}</Tag>}
            </span>
            <span className={list.stale ? css.stale : css.soft}>{say('home:list.age', { count: list.ageDays })}</span>
          </li>
        ))}
    </ul>
  )
}
