/** Screens any name against every list, without a case: for the telephone call and the quick check. */
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty, Section, Tag } from '#renderer/ui/block.tsx'
import { count, today } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'
import { Panes } from '#renderer/ui/panes.tsx'
import type { ListUsed, ScreenQuery } from '#shared/domain/screening.ts'
import { HitDetail } from './hit-detail.tsx'
import { HitList, hitKey } from './hit-list.tsx'
import { QueryForm } from './query-form.tsx'
import css from './screening.module.css'
import { ScreeningTabs } from './tabs.tsx'

function Searched({ lists }: { lists: ListUsed[] }) {
  const say = useSay()
  return (
    <Section title={say('screening:searched')}>
      <ul className={css.searched} data-testid="searched-lists">
        {lists.map((list) => (
          <li key={list.id}>
            <span>{say('screening:searched.list', { list: list.id, date: list.contentDate, records: count(list.records) })}</span>
            {list.complete ? null : <Tag tone="amber">{say('screening:starter')}</Tag>}
            <Hash value={list.sha256} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Search({ name }: { name: string }) {
  const say = useSay()
  const [query, setQuery] = useState<ScreenQuery | null>(name ? { name } : null)
  const [chosen, setChosen] = useState('')
  const answer = useAnswer('party:screen', query ?? { name: '-' }, { enabled: query !== null })
  const hits = answer.data?.hits ?? []
  const nearest = answer.data?.nearest ?? []
  const all = [...hits, ...nearest]
  const hit = all.find((one) => hitKey(one) === chosen) ?? all[0]
  const list = (
    <div className={css.searchPane}>
      <ScreeningTabs tab="search" />
      <QueryForm first={name} busy={answer.isFetching} onScreen={setQuery} />
      {answer.error ? <Failure error={answer.error} /> : null}
      {answer.data ? (
        <div className={css.found}>
          {hits.length === 0 ? (
            <p className={css.noHit} data-testid="no-hit">
              {say('screening:hits.none')}
            </p>
          ) : null}
          <HitList title={say('screening:hits')} hits={hits} chosen={hit ? hitKey(hit) : ''} onChoose={(one) => setChosen(hitKey(one))} testId="hits" />
          <HitList
            title={say('screening:nearest')}
            hits={nearest}
            chosen={hit ? hitKey(hit) : ''}
            onChoose={(one) => setChosen(hitKey(one))}
            faint
            testId="nearest"
          />
        </div>
      ) : null}
    </div>
  )
  const detail = !answer.data ? (
    <Empty main icon="screening" title={say('screening:empty.title')}>
      {say('screening:empty.body')}
    </Empty>
  ) : (
    <div className={css.scroll}>
      {hit && query ? (
        <HitDetail query={query} hit={hit} day={today()} />
      ) : (
        <Empty main icon="check" title={say('screening:nothing.title')}>
          {say('screening:nothing.body')}
        </Empty>
      )}
      <Searched lists={answer.data.lists} />
    </div>
  )
  return <Panes name="screening" label={say('screening:query')} list={list} detail={detail} hasDetail={answer.data !== undefined} width={368} />
}
