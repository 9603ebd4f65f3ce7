/** The list of cases: search, filter by outcome, sort, export, import by drop. */
import { ActionIcon, Button, CloseButton, Menu, Select, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useSay, useVerdictWords } from '#renderer/client/words.ts'
import { Empty, Notice } from '#renderer/ui/block.tsx'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import { day } from '#renderer/ui/dates.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import { VerdictMark } from '#renderer/ui/verdict.tsx'
import type { CaseRow } from '#shared/contract/replies.ts'
import { VERDICTS, type Verdict } from '#shared/domain/verdict.ts'
import css from './cases.module.css'
import { type ImportOutcome, importCases } from './import-cases.ts'

const SORTS = ['updated', 'created', 'title', 'outcome'] as const
type Sort = (typeof SORTS)[number]

function Row({ row }: { row: CaseRow }) {
  const say = useSay()
  const words = useVerdictWords()
  const country = useCountryName()
  const facts = [row.destination ? country(row.destination) : '', say('cases:items', { count: row.items }), row.parties].filter((part) => part !== '')
  return (
    <div className={css.row}>
      <span className={css.rowMark} title={row.outcome ? words(row.outcome) : say('cases:undetermined')}>
        {row.outcome ? <VerdictMark verdict={row.outcome} /> : <span className={css.noVerdict} />}
      </span>
      <span className={css.rowTitle}>{row.title || row.id}</span>
      <span className={css.rowDate}>{day(row.updatedAt)}</span>
      <span className={css.rowFacts}>
        {row.outcome ? `${words(row.outcome)} · ` : ''}
        {facts.join(' · ')}
      </span>
    </div>
  )
}

async function exportCases(ids: string[], format: 'csv' | 'json'): Promise<string> {
  const { name, content } = await call('case:export', { ids, format })
  return (await call('shell:saveFile', { name, content })).path
}

export function CaseList({ chosen }: { chosen: string }) {
  const say = useSay()
  const words = useVerdictWords()
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 150)
  const [outcome, setOutcome] = useState<Verdict | ''>('')
  const [sort, setSort] = useState<Sort>('updated')
  const [archived, setArchived] = useState(false)
  const [told, setTold] = useState<ImportOutcome | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const cases = useAnswer('case:list', { search: settled, outcome, sort, archived, limit: 500 }, { keep: true })
  const rows = cases.data?.rows ?? []
  const filtered = settled !== '' || outcome !== '' || archived
  const columns: Column<CaseRow>[] = [{ id: 'case', title: say('cases:list'), width: 'minmax(0, 1fr)', cell: (row) => <Row row={row} /> }]
  const act = (work: () => Promise<ImportOutcome>) => {
    setError(null)
    setTold(null)
    work().then(setTold, (cause: Error) => setError(cause))
  }
  const saveAs = (format: 'csv' | 'json') =>
    act(async () => {
      const path = await exportCases(
        rows.map((row) => row.id),
        format,
      )
      return { done: path ? [say('cases:export.done', { path })] : [], failed: [] }
    })
  const take = (files: File[]) => act(() => importCases(files, say))

  const files = useRef<HTMLInputElement>(null)
  const closeTold = <CloseButton size="sm" aria-label={say('ui:close')} onClick={() => setTold(null)} />

  return (
    <DropZone label={say('cases:drop')} onFiles={take} testId="case-drop">
      <input
        ref={files}
        type="file"
        accept=".json,.jsonl"
        multiple
        hidden
        aria-label={say('cases:import')}
        onChange={(event) => take([...(event.currentTarget.files ?? [])])}
        data-testid="case-files"
      />
      <div className={css.tools}>
        <div className={css.toolRow}>
          <SearchField label={say('cases:search')} value={search} onChange={setSearch} testId="case-search" className={css.grow} />
          <Tooltip label={say('cases:new')}>
            <ActionIcon variant="filled" color="ink" size={30} aria-label={say('cases:new')} onClick={() => go('cases', 'new')} data-testid="case-new">
              <Icon name="add" size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
        <div className={css.toolRow}>
          <Select
            className={css.grow}
            size="xs"
            aria-label={say('cases:filter')}
            data={[{ value: '', label: say('cases:filter.all') }, ...VERDICTS.map((verdict) => ({ value: verdict as string, label: words(verdict) }))]}
            value={outcome}
            onChange={(next) => setOutcome((next ?? '') as Verdict | '')}
            allowDeselect={false}
            data-testid="case-filter"
          />
          <Select
            w={124}
            size="xs"
            aria-label={say('cases:sort')}
            data={SORTS.map((one) => ({ value: one, label: say(`cases:sort.${one}`) }))}
            value={sort}
            onChange={(next) => setSort((next ?? 'updated') as Sort)}
            allowDeselect={false}
            data-testid="case-sort"
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={30} aria-label={say('cases:more')} data-testid="case-list-more">
                <Icon name="more" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<Icon name="export" size={16} />}
                onClick={() => saveAs('csv')}
                disabled={rows.length === 0}
                data-testid="case-export-csv"
              >
                {say('cases:export.csv')}
              </Menu.Item>
              <Menu.Item
                leftSection={<Icon name="export" size={16} />}
                onClick={() => saveAs('json')}
                disabled={rows.length === 0}
                data-testid="case-export-json"
              >
                {say('cases:export.json')}
              </Menu.Item>
              <Menu.Item leftSection={<Icon name="import" size={16} />} onClick={() => files.current?.click()} data-testid="case-import">
                {say('cases:import')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<Icon name="archive" size={16} />}
                onClick={() => setArchived(!archived)}
                rightSection={archived ? <Icon name="check" size={14} /> : null}
                data-testid="case-show-archived"
              >
                {say('cases:filter.archived')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
        {error ? <Failure error={error} /> : null}
        {told?.done.length ? (
          <Notice tone="good" testId="case-list-told" actions={closeTold}>
            {told.done.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </Notice>
        ) : null}
        {told?.failed.map((one) => (
          <Notice key={one.file} tone="error" title={say('cases:import.failed', { file: one.file })} testId="case-import-failed" actions={closeTold}>
            {one.why}
          </Notice>
        ))}
      </div>
      {cases.error ? <Failure error={cases.error} again={() => void cases.refetch()} /> : null}
      {cases.data && rows.length === 0 ? (
        <Empty
          icon="cases"
          title={say(filtered ? 'cases:none.title' : 'cases:first.title')}
          action={<Button onClick={() => go('cases', 'new')}>{say('cases:new')}</Button>}
        >
          {say(filtered ? 'cases:none.body' : 'cases:first.body')}
        </Empty>
      ) : (
        <Table
          label={say('cases:list')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          chosen={chosen}
          onOpen={(row) => go('cases', row.id)}
          rowHeight={54}
          headless
          testId="case-list"
        />
      )}
      <div className={css.foot}>{say('cases:count', { count: cases.data?.total ?? 0 })}</div>
    </DropZone>
  )
}
