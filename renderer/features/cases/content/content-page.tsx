/** The content of one item, line by line: import, edit, search; and the arithmetic that follows from it. */
import { ActionIcon, Button, Menu, Select } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { go } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty, Notice, PageHead } from '#renderer/ui/block.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { BomAnswer, BomField } from '#shared/domain/bill-of-materials.ts'
import { type CaseItem, type ContentLine, MOST_CONTENT_LINES } from '#shared/domain/case.ts'
import { CONTENT_STATES, type ContentState } from '#shared/domain/determination.ts'
import { Arithmetic, ResultTag } from './arithmetic.tsx'
import css from './content.module.css'
import { ImportDialog } from './import-dialog.tsx'
import { type Editing, LineDialog } from './line-dialog.tsx'
import { grouped, type LineRow, type LineSort, linesAsCsv, rowsOf, shownRows, withLines } from './lines.ts'
import { StateWord } from './state.tsx'

type Read = { name: string; bytes: Uint8Array<ArrayBuffer>; answer: BomAnswer }

export function ContentPage({ id }: { id: string }) {
  const { file } = useCase()
  const item = file.items.find((one) => one.id === id)
  return item ? <Content key={id} item={item} /> : null
}

function Content({ item }: { item: CaseItem }) {
  const say = useSay()
  const { file, change, answer, answerError } = useCase()
  const { offer } = useUndo()
  const [search, setSearch] = useState('')
  const [state, setState] = useState<ContentState | ''>('')
  const [sort, setSort] = useState<LineSort>('number')
  const [editing, setEditing] = useState<Editing | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const [told, setTold] = useState('')
  const files = useRef<HTMLInputElement>(null)
  const content = answer?.items.find((one) => one.id === item.id)?.content
  const currency = item.value?.currency ?? ''
  const rows = useMemo(() => rowsOf(item.content, content), [item.content, content])
  const shown = useMemo(() => shownRows(rows, { search, state, sort }), [rows, search, state, sort])

  const put = (lines: ContentLine[], says: string) => {
    const before = item
    const edit = (by: (now: CaseItem) => CaseItem) => change((now) => ({ ...now, items: now.items.map((one) => (one.id === item.id ? by(one) : one)) }))
    edit((now) => withLines(now, lines))
    offer({ says, undo: () => edit((now) => ({ ...now, content: before.content, facts: before.facts })) })
  }
  const act = (work: () => Promise<void>) => {
    setError(null)
    setTold('')
    setBusy(true)
    work()
      .catch((cause: Error) => setError(cause))
      .finally(() => setBusy(false))
  }
  const ask = (name: string, bytes: Uint8Array<ArrayBuffer>, columns?: (BomField | null)[]) =>
    act(async () => {
      const found = await call('content:read', { name, bytes, currency, ...(columns === undefined ? {} : { columns }) })
      setRead({ name, bytes, answer: found })
    })
  const take = ([first]: File[]) => {
    if (first) act(async () => ask(first.name, new Uint8Array(await first.arrayBuffer())))
  }
  const bring = (how: 'replace' | 'add') => {
    if (read === null) return
    const lines = how === 'add' ? [...item.content, ...read.answer.lines] : read.answer.lines
    if (lines.length > MOST_CONTENT_LINES) setError(new Error(say('cases:content.tooMany', { most: MOST_CONTENT_LINES })))
    else put(lines, say('cases:content.imported', { count: read.answer.lines.length }))
    setRead(null)
  }
  const keep = (line: ContentLine, alike: boolean) => {
    if (editing === null) return
    const { at, group } = editing
    const same = new Set(alike ? group?.lines : [])
    const lines = at === null ? [...item.content, line] : item.content.map((one, i) => (i === at ? line : same.has(i + 1) ? withFacts(one, line) : one))
    put(lines, at === null ? say('cases:content.line.added') : say('cases:content.line.changed', { number: at + 1 }))
    setEditing(null)
  }
  const remove = ({ number }: LineRow) =>
    put(
      item.content.filter((_, i) => i !== number - 1),
      say('cases:content.line.removed', { number }),
    )
  const save = () =>
    act(async () => {
      const { path } = await call('shell:saveFile', { name: `content-${file.id}-${item.id}.csv`.replace(/[^\w.-]+/g, '-'), content: linesAsCsv(shown) })
      if (path) setTold(say('cases:export.done', { path }))
    })

  const columns: Column<LineRow>[] = [
    { id: 'number', title: say('cases:content.number'), width: '72px', align: 'end', sortable: true, cell: ({ number }) => number },
    {
      id: 'description',
      title: say('cases:content.description'),
      width: 'minmax(120px, 2fr)',
      cell: ({ line }) => (
        <span title={[line.part, line.description].filter(Boolean).join(' · ')}>
          {line.part ? <code className={css.part}>{line.part}</code> : null}
          {line.description ?? (line.part ? '' : say('cases:content.notStated'))}
        </span>
      ),
    },
    { id: 'eccn', title: say('cases:items.eccn'), width: '108px', sortable: true, cell: ({ line }) => <code>{line.eccn ?? '–'}</code> },
    { id: 'origin', title: say('cases:content.origin'), width: '64px', cell: ({ line }) => line.origin ?? '–' },
    {
      id: 'value',
      title: currency === '' ? say('cases:content.value') : say('cases:content.value.in', { currency }),
      width: '124px',
      align: 'end',
      sortable: true,
      cell: ({ line }) => (line.value === undefined ? '–' : grouped(line.value)),
    },
    { id: 'state', title: say('cases:content.state'), width: '176px', sortable: true, cell: ({ group }) => (group ? <StateWord state={group.state} /> : '…') },
    {
      id: 'why',
      title: say('cases:content.why'),
      width: 'minmax(140px, 3fr)',
      cell: ({ group }) => <span title={group === undefined ? '' : [group.says, ...group.cites].join('\n')}>{whyOf(group)}</span>,
    },
    {
      id: 'remove',
      title: say('cases:content.remove'),
      width: '72px',
      cell: (row) => (
        <ActionIcon
          size={24}
          aria-label={say('cases:content.line.remove', { number: row.number })}
          onClick={(event) => {
            event.stopPropagation()
            remove(row)
          }}
        >
          <Icon name="bin" size={14} />
        </ActionIcon>
      ),
    },
  ]
  const importButton = (
    <Button
      variant={item.content.length === 0 ? 'filled' : undefined}
      leftSection={<Icon name="import" size={15} />}
      loading={busy}
      onClick={() => files.current?.click()}
      data-testid="content-import"
    >
      {say('cases:content.import')}
    </Button>
  )
  const add = () => setEditing({ at: null, line: {}, group: undefined, alike: 0 })
  return (
    <DropZone label={say('cases:content.drop')} onFiles={take} testId="content-drop">
      <input
        ref={files}
        type="file"
        accept=".csv,.txt"
        hidden
        aria-label={say('cases:content.import')}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
        data-testid="content-file"
      />
      <PageHead
        title={
          <span className={css.title}>
            {say('cases:content.of', { id: item.id })} {content ? <ResultTag content={content} /> : null}
          </span>
        }
        note={item.description}
        before={
          <Button size="compact-sm" variant="subtle" leftSection={<Icon name="left" size={14} />} onClick={() => go('cases', file.id, 'items')}>
            {say('cases:content.back')}
          </Button>
        }
      >
        {item.content.length > 0 ? (
          <>
            {importButton}
            <Button leftSection={<Icon name="add" size={15} />} onClick={add} data-testid="content-add">
              {say('cases:content.line.add')}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size={30} aria-label={say('cases:more')}>
                  <Icon name="more" size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<Icon name="export" size={14} />} onClick={save} data-testid="content-export">
                  {say('cases:export.csv')}
                </Menu.Item>
                <Menu.Item leftSection={<Icon name="bin" size={14} />} onClick={() => put([], say('cases:content.cleared', { count: item.content.length }))}>
                  {say('cases:content.clear')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        ) : null}
      </PageHead>
      {error ? <Failure error={error} testId="content-error" /> : null}
      {answerError ? <Failure error={answerError} /> : null}
      {told ? <Notice tone="good">{told}</Notice> : null}
      {item.content.length === 0 ? (
        <Empty
          icon="list"
          title={say('cases:content.empty.title')}
          action={
            <div className={css.emptyActions}>
              {importButton}
              <Button leftSection={<Icon name="add" size={15} />} onClick={add} data-testid="content-add">
                {say('cases:content.line.add')}
              </Button>
            </div>
          }
        >
          {say('cases:content.empty.body')}
        </Empty>
      ) : (
        <>
          {content ? <Arithmetic content={content} /> : null}
          <div className={css.tools}>
            <SearchField label={say('cases:content.search')} value={search} onChange={setSearch} testId="content-search" className={css.search} main={false} />
            <Select
              size="xs"
              aria-label={say('cases:content.state')}
              placeholder={say('cases:content.state.all')}
              data={CONTENT_STATES.map((one) => ({ value: one, label: `${say(`cases:content.state.${one}`)} (${content?.states[one] ?? 0})` }))}
              value={state === '' ? null : state}
              onChange={(next) => setState((next as ContentState | null) ?? '')}
              clearable
              clearButtonProps={{ 'aria-label': say('ui:clear') }}
              data-testid="content-filter"
            />
            <span className={css.soft}>
              {shown.length === rows.length
                ? say('cases:content.lines', { count: rows.length })
                : say('cases:content.linesOf', { shown: shown.length, all: rows.length })}
            </span>
          </div>
          <Table
            label={say('cases:content.of', { id: item.id })}
            columns={columns}
            rows={shown}
            rowKey={(row) => String(row.number)}
            onOpen={({ number, line, group }) => setEditing({ at: number - 1, line, group, alike: group?.lines.length ?? 0 })}
            sort={sort}
            onSort={(column) => setSort(column as LineSort)}
            testId="content-lines"
          />
        </>
      )}
      <LineDialog editing={editing} currency={currency} onClose={() => setEditing(null)} onKeep={keep} />
      <ImportDialog
        read={read}
        held={item.content.length}
        busy={busy}
        onColumns={(next) => read && ask(read.name, read.bytes, next)}
        onClose={() => setRead(null)}
        onTake={bring}
      />
    </DropZone>
  )
}

/** The reason in short: what the code is controlled for, or the sentence; the whole of it stands in the tooltip. */
function whyOf(group: LineRow['group']): string {
  if (group === undefined) return ''
  const reasons = [...new Set(group.requirements.map(({ reason }) => reason))]
  return group.state === 'controlled' ? [reasons.join(', '), ...group.cites.slice(0, 2)].join(' · ') : group.says
}

/** The facts of one line for another line with the same code. */
function withFacts(line: ContentLine, { facts }: ContentLine): ContentLine {
  const { facts: _, ...rest } = line
  return facts === undefined ? rest : { ...rest, facts }
}
