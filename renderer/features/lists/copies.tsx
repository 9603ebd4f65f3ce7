/** The copies of one list that were in force, and what the chosen one brought against the one before it. */
import { Button, Menu, Select } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { type Say, useSay } from '#renderer/client/words.ts'
import { Section, Tag } from '#renderer/ui/block.tsx'
import { count, moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useSaveFile } from '#renderer/ui/save-file.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { ListChanges, ListCopy, ListStatus } from '#shared/contract/replies.ts'
import { csvText } from '#shared/text/csv.ts'
import css from './lists.module.css'

type Row = ListChanges['rows'][number]
const CHANGES = ['added', 'removed', 'changed'] as const
const FIELDS = [
  'name',
  'kind',
  'aliases',
  'weakAliases',
  'addresses',
  'countries',
  'dates',
  'ids',
  'programmes',
  'remarks',
  'licenceRequirement',
  'licencePolicy',
  'citation',
  'startDate',
  'endDate',
  'footnotes',
  'url',
  'relations',
  'suspensions',
] as const
const TONE = { added: 'green', removed: 'red', changed: 'amber' } as const

export function Copies({ list }: { list: ListStatus }) {
  const say = useSay()
  const [chosen, setChosen] = useState(0)
  const shown = list.history.find(({ snapshot }) => snapshot === chosen) ?? list.history[0]
  const columns: Column<ListCopy>[] = [
    { id: 'content', title: say('lists:column.content'), width: '112px', cell: (copy) => copy.contentDate },
    { id: 'records', title: say('lists:column.records'), width: '84px', align: 'end', cell: (copy) => count(copy.records) },
    { id: 'imported', title: say('lists:column.imported'), width: '150px', cell: (copy) => moment(copy.importedAt) },
    { id: 'source', title: say('lists:column.source'), width: 'minmax(0, 1.4fr)', cell: (copy) => <span title={copy.source}>{copy.source}</span> },
    { id: 'reason', title: say('lists:column.reason'), width: 'minmax(0, 1fr)', cell: (copy) => <span title={copy.reason}>{copy.reason}</span> },
  ]
  return (
    <>
      <Table
        flow
        label={say('lists:copies')}
        columns={columns}
        rows={list.history}
        rowKey={({ snapshot }) => String(snapshot)}
        chosen={String(shown?.snapshot ?? '')}
        onOpen={({ snapshot }) => setChosen(snapshot)}
        testId="list-copies"
      />
      {shown && !list.starter ? <Changes key={shown.snapshot} snapshot={shown.snapshot} list={list.id} /> : null}
    </>
  )
}

function Changes({ snapshot, list }: { snapshot: number; list: string }) {
  const say = useSay()
  const found = useAnswer('list:changes', { snapshot })
  const [kind, setKind] = useState('')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const { save, outcome } = useSaveFile()
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />
  if (!found.data) return null
  const { rows: all, before, contentDate } = found.data
  const note = before === '' ? undefined : say('lists:changes.between', { before, after: contentDate })
  if (all.length === 0)
    return (
      <Section title={say('lists:changes')} note={note}>
        <p className={css.soft} data-testid="changes-none">
          {say(before === '' ? 'lists:changes.first' : 'lists:changes.none')}
        </p>
      </Section>
    )
  const typed = search.trim().toLowerCase()
  const rows = all.filter(({ name, entry, change }) => (kind === '' || kind === change) && `${name} ${entry}`.toLowerCase().includes(typed))
  const columns: Column<Row>[] = [
    { id: 'change', title: say('lists:changes.change'), width: '100px', cell: (row) => <Tag tone={TONE[row.change]}>{say(`lists:report.${row.change}`)}</Tag> },
    { id: 'name', title: say('lists:changes.name'), width: 'minmax(0, 2fr)', cell: (row) => <span title={row.name}>{row.name}</span> },
    { id: 'entry', title: say('lists:changes.entry'), width: 'minmax(0, 1fr)', cell: (row) => <span className={css.soft}>{row.entry}</span> },
  ]
  const name = `${list}-${before}-${contentDate}`
  const export_ = (
    <Menu>
      <Menu.Target>
        <Button leftSection={<Icon name="export" size={14} />} data-testid="changes-export">
          {say('lists:changes.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save(`${name}.csv`, csvText([['change', 'name', 'entry'], ...rows.map((row) => [row.change, row.name, row.entry])]))}>
          CSV
        </Menu.Item>
        <Menu.Item onClick={() => save(`${name}.json`, JSON.stringify({ list, before, contentDate, rows }, null, 2))}>JSON</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <Section title={say('lists:changes')} note={note} actions={export_}>
      {outcome}
      <div className={css.tools}>
        <Select
          size="xs"
          aria-label={say('lists:changes.change')}
          data={[
            { value: '', label: say('lists:changes.all', { count: all.length }) },
            ...CHANGES.map((value) => ({ value, label: `${say(`lists:report.${value}`)} (${count(all.filter(({ change }) => change === value).length)})` })),
          ]}
          value={kind}
          onChange={(next) => setKind(next ?? '')}
          allowDeselect={false}
          data-testid="changes-kind"
        />
        <SearchField label={say('lists:changes.search')} value={search} onChange={setSearch} testId="changes-search" main={false} />
        <span className={css.soft}>{say('lists:changes.shown', { shown: count(rows.length), all: count(all.length) })}</span>
      </div>
      <Table
        flow
        label={say('lists:changes')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.entry}
        chosen={chosen}
        onOpen={(row) => setChosen(row.entry)}
        testId="list-changes"
      />
      {chosen === '' ? null : <Fields key={chosen} snapshot={snapshot} entry={chosen} name={all.find(({ entry }) => entry === chosen)?.name ?? chosen} />}
    </Section>
  )
}

/** A field by its usual name; an official field without a place of its own keeps its official name. */
function fieldName(field: string, say: Say): string {
  const known = FIELDS.find((one) => one === field)
  return known ? say(`lists:field.${known}`) : field.replace(/^fields\./, '')
}

/** The fields of the chosen party, before and after. */
function Fields({ snapshot, entry, name }: { snapshot: number; entry: string; name: string }) {
  const say = useSay()
  const found = useAnswer('list:change', { snapshot, entry })
  if (found.error) return <Failure error={found.error} />
  return (
    <div className={css.fields} data-testid="change-fields">
      <h3>{name}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('lists:changes.field')}</th>
            <th scope="col">{say('lists:changes.before')}</th>
            <th scope="col">{say('lists:changes.after')}</th>
          </tr>
        </thead>
        <tbody>
          {found.data?.fields.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field, say)}</th>
              <td>{before.join('\n') || '—'}</td>
              <td>{after.join('\n') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
