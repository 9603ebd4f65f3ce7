/** All lists with counts, dates, age, source and hash; the stale ones in amber, the incomplete ones marked. */
import { useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import { count, moment } from '#renderer/ui/dates.ts'
import { Hash } from '#renderer/ui/hash.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { ListStatus } from '#shared/contract/replies.ts'
import css from './lists.module.css'

export function ListTable({ lists, chosen, onChoose }: { lists: ListStatus[]; chosen: string; onChoose: (id: string) => void }) {
  const say = useSay()
  const columns: Column<ListStatus>[] = [
    {
      id: 'list',
      title: say('lists:column.list'),
      width: 'minmax(190px, 2fr)',
      cell: (list) => (
        <span title={list.title}>
          <strong>{list.id}</strong> <span className={css.soft}>{list.title}</span>
        </span>
      ),
    },
    { id: 'records', title: say('lists:column.records'), width: '84px', align: 'end', cell: (list) => count(list.records) },
    { id: 'content', title: say('lists:column.content'), width: '112px', cell: (list) => list.contentDate },
    {
      id: 'age',
      title: say('lists:column.age'),
      width: '136px',
      cell: (list) => (
        <span className={list.stale ? css.stale : undefined}>
          {say('lists:age', { count: list.ageDays })} {list.stale ? <Tag tone="amber">{say('lists:stale')}</Tag> : null}
        </span>
      ),
    },
    {
      id: 'source',
      title: say('lists:column.source'),
      width: 'minmax(130px, 1.3fr)',
      cell: (list) => (
        <span title={list.source}>
          {list.complete ? null : <Tag tone="amber">{say(list.starter ? 'lists:starter' : 'lists:incomplete')}</Tag>} {list.starter ? null : list.source}
        </span>
      ),
    },
    { id: 'imported', title: say('lists:column.imported'), width: '150px', cell: (list) => moment(list.importedAt) },
    { id: 'hash', title: say('lists:column.hash'), width: '128px', cell: (list) => <Hash value={list.sha256} /> },
  ]
  const rows = [...lists].sort((a, b) => b.ageDays - a.ageDays || a.id.localeCompare(b.id))
  return (
    <div className={css.table}>
      <Table
        flow
        label={say('lists:title')}
        columns={columns}
        rows={rows}
        rowKey={(list) => list.id}
        chosen={chosen}
        onOpen={(list) => onChoose(list.id)}
        testId="list-table"
      />
    </div>
  )
}
