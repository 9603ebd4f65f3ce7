/** The control list: search and browse all entries by code and words, each with its requirements and destinations. */
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useLang, usePick, useSay } from '#renderer/client/words.ts'
import { Empty } from '#renderer/ui/block.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Code } from '#renderer/ui/hash.tsx'
import { ListOpener, Panes } from '#renderer/ui/panes.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { EntryRow } from '#shared/contract/replies.ts'
import css from './entries.module.css'
import { EntryView } from './entry-view.tsx'

const CATEGORIES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

function EntryList({ chosen }: { chosen: string }) {
  const say = useSay()
  const pick = usePick()
  const [search, setSearch] = useState('')
  const [category, setCategory] = useState('')
  const [settled] = useDebouncedValue(search, 120)
  const found = useAnswer('entry:search', { search: settled, category, limit: 700 }, { keep: true, staleTime: 600_000 })
  const rows = found.data?.rows ?? []
  const columns: Column<EntryRow>[] = [
    { id: 'eccn', title: 'ECCN', width: '72px', cell: (row) => <Code>{row.eccn}</Code> },
    { id: 'title', title: say('entries:title'), width: 'minmax(0, 1fr)', cell: (row) => <span title={pick(row.title)}>{pick(row.title)}</span> },
    { id: 'reasons', title: say('entries:reasons.short'), width: '92px', cell: (row) => <span className={css.reasons}>{row.reasons.join(' ')}</span> },
  ]
  return (
    <>
      <div className={css.tools}>
        <SearchField label={say('entries:search')} value={search} onChange={setSearch} testId="entry-search" className={css.grow} />
        <Select
          size="xs"
          w={130}
          aria-label={say('entries:category')}
          data={[{ value: '', label: say('entries:category.all') }, ...CATEGORIES]}
          value={category}
          onChange={(next) => setCategory(next ?? '')}
          allowDeselect={false}
          data-testid="entry-category"
        />
      </div>
      {found.error ? <Failure error={found.error} /> : null}
      {found.data && rows.length === 0 ? (
        <Empty icon="entries" title={say('entries:none.title')}>
          {say('entries:none.body')}
        </Empty>
      ) : (
        <Table
          label={say('entries:title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.eccn}
          chosen={chosen}
          onOpen={(row) => go('entries', row.eccn)}
          testId="entry-list"
        />
      )}
      <div className={css.foot}>{say('entries:count', { count: found.data?.total ?? 0 })}</div>
    </>
  )
}

function EntryDetail({ eccn }: { eccn: string }) {
  const say = useSay()
  const lang = useLang()
  const entry = useAnswer('entry:get', { eccn, lang }, { keep: true, staleTime: 600_000 })
  if (entry.error)
    return entry.error.code === 'not-found' || entry.error.code === 'bad-input' ? (
      <Empty main icon="entries" title={say('entries:missing.title', { eccn })}>
        {entry.error.detail}
      </Empty>
    ) : (
      <Failure error={entry.error} />
    )
  return entry.data ? <EntryView entry={entry.data} before={<ListOpener />} /> : null
}

export function EntriesPage({ eccn }: { eccn: string }) {
  const say = useSay()
  const detail = eccn ? (
    <EntryDetail eccn={eccn} />
  ) : (
    <Empty main icon="entries" title={say('entries:choose.title')}>
      {say('entries:choose.body')}
    </Empty>
  )
  return <Panes name="entries" label={say('entries:title')} list={<EntryList chosen={eccn} />} detail={detail} hasDetail={eccn !== ''} width={540} most={800} />
}
