/** The rule packs in use: version, date of the law and size. */
import { usePick, useSay } from '#renderer/client/words.ts'
import { count } from '#renderer/ui/dates.ts'
import type { PackStatus } from '#shared/contract/replies.ts'
import css from './home.module.css'

export function Packs({ packs }: { packs: PackStatus[] }) {
  const say = useSay()
  const pick = usePick()
  if (packs.length === 0) return <p className={css.soft}>{say('home:pack.none')}</p>
  return (
    <ul className={css.rows} data-testid="pack-status">
      {packs.map((pack) => (
        <li key={pack.id}>
          <span className={css.dot} />
          <span>{pick(pack.title)}</span>
          <span className={css.soft}>{pack.version}</span>
          <small>
            {say('home:pack.lawAsOf', { date: pack.lawAsOf })} · {say('home:pack.facts', { rules: count(pack.rules), entries: count(pack.entries) })}
          </small>
        </li>
      ))}
    </ul>
  )
}
