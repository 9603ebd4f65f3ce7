/** Rules, facts, countries and packs: everything the engine reads, to look at. */
import { useState } from 'react'
import { go } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty } from '#renderer/ui/block.tsx'
import { Panes } from '#renderer/ui/panes.tsx'
import { PlaceTabs } from '#renderer/ui/place-tabs.tsx'
import { CountryDetail, CountryList } from './countries.tsx'
import { Coverage } from './coverage.tsx'
import { FactDetail, FactList } from './facts.tsx'
import { Packs } from './packs.tsx'
import css from './rules.module.css'
import { RuleDetail, RuleList } from './rules.tsx'

const TABS = ['rule', 'fact', 'country', 'pack', 'coverage'] as const
type Tab = (typeof TABS)[number]
const NAME = { rule: 'rules', fact: 'facts', country: 'countries', pack: 'packs', coverage: 'coverage' } as const
const isTab = (name: string | undefined): name is Tab => TABS.some((tab) => tab === name)

function Tabs({ tab }: { tab: Tab }) {
  const say = useSay()
  return <PlaceTabs place="rules" label={say('rules:tabs')} tabs={TABS} tab={tab} nameOf={(one) => say(`rules:tab.${NAME[one]}`)} />
}

const DETAIL = { rule: RuleDetail, fact: FactDetail, country: CountryDetail }
const EMPTY = { rule: 'choose', fact: 'choose.fact', country: 'choose.country' } as const

export function RulesPage({ route }: { route: string[] }) {
  const say = useSay()
  const [searches, setSearches] = useState<Record<Tab, string>>({ rule: '', fact: '', country: '', pack: '', coverage: '' })
  const tab: Tab = isTab(route[0]) ? route[0] : 'rule'
  const id = isTab(route[0]) ? (route[1] ?? '') : (route[0] ?? '')
  if (tab === 'pack' || tab === 'coverage')
    return (
      <div className={css.packs}>
        <Tabs tab={tab} />
        {tab === 'pack' ? <Packs source={id} /> : <Coverage />}
      </div>
    )
  const listProps = {
    chosen: id,
    search: searches[tab],
    onSearch: (search: string) => setSearches({ ...searches, [tab]: search }),
    onOpen: (next: string) => go('rules', tab, next),
  }
  const List = tab === 'rule' ? RuleList : tab === 'fact' ? FactList : CountryList
  const Detail = DETAIL[tab]
  const list = (
    <>
      <Tabs tab={tab} />
      <List key={tab} {...listProps} />
    </>
  )
  const detail = id ? (
    <Detail key={id} id={id} />
  ) : (
    <Empty main icon="rules" title={say(`rules:${EMPTY[tab]}.title`)}>
      {say(`rules:${EMPTY[tab]}.body`)}
    </Empty>
  )
  return <Panes name="rules" label={say('rules:title')} list={list} detail={detail} hasDetail={id !== ''} width={400} />
}
