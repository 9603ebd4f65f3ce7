/** The dates of the data, always in sight: law, lists with the worst age first, packs, folder, language. */

import { call } from '#renderer/client/bridge.ts'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import type { ListStatus } from '#shared/contract/replies.ts'
import css from './status-bar.module.css'

const WEEKS_FROM_DAYS = 21

/** The oldest content first: that is the one to worry about. */
const byAge = (lists: ListStatus[]): ListStatus[] => [...lists].sort((a, b) => b.ageDays - a.ageDays || a.id.localeCompare(b.id))

function useAge(): (days: number) => string {
  const say = useSay()
  return (days) => (days >= WEEKS_FROM_DAYS ? say('app:status.ageWeeks', { count: Math.floor(days / 7) }) : say('app:status.age', { count: days }))
}

export function StatusBar() {
  const say = useSay()
  const age = useAge()
  const { preferences, change } = usePreferences()
  const status = useAnswer('app:status', { lang: useLang() })
  const packs = status.data?.packs ?? []
  const lists = byAge(status.data?.lists ?? [])
  const lawAsOf = packs.map((pack) => pack.lawAsOf).sort()[0]
  const worst = lists[0]
  const folder = status.data?.dataFolder ?? preferences.dataFolder
  return (
    <footer className={`${css.bar} no-print`} role="contentinfo" aria-label={say('app:status.label')} data-testid="status-bar">
      <a href={to('rules')} data-testid="status-law">
        {lawAsOf ? say('app:status.lawAsOf', { date: lawAsOf }) : say('app:status.noLaw')}
      </a>
      {worst ? (
        <a
          href={to('lists')}
          data-stale={worst.stale || undefined}
          data-testid="status-lists"
          title={lists.map((list) => `${list.id} ${list.contentDate} (${age(list.ageDays)})`).join('\n')}
        >
          {say('app:status.list', { list: worst.id, date: worst.contentDate })} ({age(worst.ageDays)})
        </a>
      ) : (
        <a href={to('lists')} data-stale>
          {say('app:status.noLists')}
        </a>
      )}
      {status.data?.starterOnly ? (
        <a href={to('lists')} data-stale data-testid="status-starter">
          {say('app:status.starter')}
        </a>
      ) : null}
      <span>{say('app:status.packs', { count: packs.length })}</span>
      <span>{say('app:status.offline')}</span>
      <button
        type="button"
        className={css.folder}
        title={`${say('app:status.folder')}: ${folder}`}
        onClick={() => void call('shell:openDataFolder', {}).catch(() => undefined)}
      >
        {folder}
      </button>
      <button
        type="button"
        className={css.language}
        aria-label={`${say('app:status.language.now')}: ${say('app:status.language')}`}
        onClick={() => change({ language: preferences.language === 'en' ? 'zh' : 'en' })}
        data-testid="status-language"
      >
        {say('app:status.language.now')}
      </button>
    </footer>
  )
}
