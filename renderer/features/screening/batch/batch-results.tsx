/** What a batch found: the counts, every alert to filter and sort, the lines in error, and the hit beside the query. */
import { Button, Menu, SegmentedControl, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Empty, Notice, Tag } from '#renderer/ui/block.tsx'
import { count, moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Hash } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { ListOpener, Panes } from '#renderer/ui/panes.tsx'
import { useSaveFile } from '#renderer/ui/save-file.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import { BATCH_FORMATS, type BatchAlert, type BatchFault, type BatchSummary } from '#shared/domain/batch.ts'
import tools from '../alerts.module.css'
import { HitDetail } from '../hit-detail.tsx'
import { HitList, hitKey } from '../hit-list.tsx'
import screening from '../screening.module.css'
import { ScreeningTabs } from '../tabs.tsx'
import css from './batch.module.css'

const ORDERS = ['score', 'line', 'name'] as const
type Order = (typeof ORDERS)[number]

const bestOf = ({ hits }: BatchAlert): number => hits[0]?.score ?? 0
const COMPARE: Record<Order, (a: BatchAlert, b: BatchAlert) => number> = {
  score: (a, b) => bestOf(b) - bestOf(a) || a.line - b.line,
  line: (a, b) => a.line - b.line,
  name: (a, b) => a.query.name.localeCompare(b.query.name) || a.line - b.line,
}

type ResultsProps = { batch: BatchSummary; line: number; onChoose: () => void; notices: ReactNode }

export function BatchResults({ batch, line, onChoose, notices }: ResultsProps) {
  const say = useSay()
  const [shown, setShown] = useState<'alerts' | 'errors'>('alerts')
  const [search, setSearch] = useState('')
  const [list, setList] = useState('')
  const [order, setOrder] = useState<Order>('score')
  const typed = search.trim().toLowerCase()
  const alerts = batch.alerts
    .filter(
      ({ id, query, hits }) =>
        (list === '' || hits.some((hit) => hit.list === list)) && `${id} ${query.name} ${hits.map(({ name }) => name).join(' ')}`.toLowerCase().includes(typed),
    )
    .sort(COMPARE[order])
  const faults = batch.faults.filter(({ id, detail }) => `${id} ${detail}`.toLowerCase().includes(typed))
  const alert = batch.alerts.find((one) => one.line === line)
  const alertColumns: Column<BatchAlert>[] = [
    { id: 'score', title: '', width: '48px', cell: (row) => <strong>{Math.round(100 * bestOf(row))}</strong> },
    {
      id: 'names',
      title: '',
      width: 'minmax(0, 1fr)',
      cell: ({ query, hits }) => (
        <span className={tools.names}>
          <span>{query.name}</span>
          <small>{hits[0]?.name}</small>
        </span>
      ),
    },
    {
      id: 'tags',
      title: '',
      width: 'auto',
      cell: ({ found, hits }) => (
        <span className={tools.tags}>
          {found > 1 ? <Tag>{`+${found - 1}`}</Tag> : null}
          <Tag>{hits[0]?.list}</Tag>
        </span>
      ),
    },
  ]
  const faultColumns: Column<BatchFault>[] = [
    { id: 'line', title: '', width: '64px', cell: (row) => row.line },
    { id: 'detail', title: '', width: 'minmax(0, 1fr)', cell: (row) => <span title={row.detail}>{row.detail.split(/[\\/]/).pop()}</span> },
  ]
  const cut = shown === 'alerts' ? batch.counts.alerts > batch.alerts.length : batch.counts.errors > batch.faults.length
  const results = (
    <div className={screening.searchPane}>
      <ScreeningTabs tab="batch" />
      <div className={tools.tools}>
        <Head batch={batch} onChoose={onChoose} notices={notices} />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={say('screening:batch.shown')}
          data={(['alerts', 'errors'] as const).map((one) => ({ value: one, label: `${say(`screening:batch.${one}`)} ${count(batch.counts[one])}` }))}
          value={shown}
          onChange={(next) => setShown(next as 'alerts' | 'errors')}
          data-testid="batch-shown"
        />
        <div className={tools.filters}>
          <SearchField label={say('screening:batch.search')} value={search} onChange={setSearch} testId="batch-search" />
          {shown === 'alerts' ? (
            <>
              <Select
                size="xs"
                aria-label={say('screening:batch.list')}
                data={[
                  { value: '', label: say('screening:batch.list.any') },
                  ...[...new Set(batch.alerts.flatMap(({ hits }) => hits.map((hit) => hit.list)))].sort().map((value) => ({ value, label: value })),
                ]}
                value={list}
                onChange={(next) => setList(next ?? '')}
                allowDeselect={false}
              />
              <Select
                size="xs"
                aria-label={say('screening:batch.order')}
                data={ORDERS.map((value) => ({ value, label: say(`screening:batch.order.${value}`) }))}
                value={order}
                onChange={(next) => setOrder(next as Order)}
                allowDeselect={false}
              />
            </>
          ) : null}
        </div>
        {cut ? (
          <p className={tools.stale}>{say('screening:batch.cut', { shown: count(shown === 'alerts' ? batch.alerts.length : batch.faults.length) })}</p>
        ) : null}
      </div>
      {shown === 'alerts' ? (
        <Table
          headless
          label={say('screening:batch.alerts')}
          columns={alertColumns}
          rows={alerts}
          rowKey={(row) => String(row.line)}
          chosen={String(alert?.line ?? '')}
          onOpen={(row) => go('screening', 'batch', String(row.line))}
          rowHeight={44}
          testId="batch-alerts"
        />
      ) : (
        <Table headless label={say('screening:batch.errors')} columns={faultColumns} rows={faults} rowKey={(row) => String(row.line)} testId="batch-errors" />
      )}
    </div>
  )
  const detail = alert ? (
    <AlertDetail key={alert.line} batch={batch} alert={alert} />
  ) : (
    <Empty main icon="screening" title={say('screening:batch.pick.title')}>
      {say(batch.counts.alerts === 0 ? 'screening:batch.pick.none' : 'screening:batch.pick.body')}
    </Empty>
  )
  return <Panes name="batch" label={say('screening:batch.alerts')} list={results} detail={detail} hasDetail={alert !== undefined} width={432} most={640} />
}

function Head({ batch, onChoose, notices }: Pick<ResultsProps, 'batch' | 'onChoose' | 'notices'>) {
  const say = useSay()
  const lang = useLang()
  const { saveMade, outcome } = useSaveFile()
  const { counts, lists } = batch
  const starter = lists.filter(({ complete }) => !complete).map(({ id }) => id)
  return (
    <>
      <div className={tools.run}>
        <h1 className={css.file} title={batch.file}>
          {batch.file}
        </h1>
        <Menu>
          <Menu.Target>
            <Button size="compact-sm" rightSection={<Icon name="down" size={12} />} data-testid="batch-save">
              {say('screening:batch.save')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {BATCH_FORMATS.map((format) => (
              <Menu.Item
                key={format}
                onClick={() => saveMade(() => call('batch:results', { id: batch.id, format, lang }))}
                data-testid={`batch-save-${format}`}
              >
                {say(`screening:batch.save.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" onClick={onChoose} data-testid="batch-another">
          {say('screening:batch.another')}
        </Button>
      </div>
      <dl className={css.counts} data-testid="batch-counts">
        {(['lines', 'alerts', 'clear', 'errors'] as const).map((one) => (
          <div key={one} data-tone={one === 'errors' && counts.errors > 0 ? 'bad' : undefined}>
            <dt>{say(`screening:batch.count.${one}`)}</dt>
            <dd>{count(counts[one])}</dd>
          </div>
        ))}
      </dl>
      <p className={tools.soft}>
        {say('screening:batch.when', {
          at: moment(batch.at),
          by: batch.by || say('screening:batch.nobody'),
          matcher: batch.settings.matcher,
          threshold: Math.round(100 * batch.settings.threshold),
        })}{' '}
        <Hash value={batch.sha256} />
      </p>
      {starter.length > 0 ? <p className={tools.stale}>{say('screening:batch.starter', { lists: starter.join(', ') })}</p> : null}
      {counts.errors > 0 ? <p className={tools.stale}>{say('screening:batch.notScreened', { count: counts.errors })}</p> : null}
      {notices}
      {outcome}
    </>
  )
}

/** The query against the lists of now: the same answer, unless they changed since, which is said. */
function AlertDetail({ batch, alert }: { batch: BatchSummary; alert: BatchAlert }) {
  const say = useSay()
  const answer = useAnswer('party:screen', alert.query)
  const [chosen, setChosen] = useState('')
  if (answer.error) return <Failure error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return null
  const { hits, nearest, lists } = answer.data
  const all = [...hits, ...nearest]
  const hit = all.find((one) => hitKey(one) === chosen) ?? all[0]
  const changed = lists.some((list) => batch.lists.find(({ id }) => id === list.id)?.sha256 !== list.sha256) || lists.length !== batch.lists.length
  return (
    <div className={screening.scroll}>
      {changed ? <Notice tone="warning">{say('screening:batch.listsChanged')}</Notice> : null}
      <div className={css.place}>
        <ListOpener />
        <span className={tools.soft}>{say('screening:batch.at', { line: count(alert.line), id: alert.id })}</span>
      </div>
      {all.length > 1 ? (
        <div className={css.others}>
          <HitList title={say('screening:hits')} hits={hits} chosen={hit ? hitKey(hit) : ''} onChoose={(one) => setChosen(hitKey(one))} testId="batch-hits" />
        </div>
      ) : null}
      {hit ? <HitDetail query={alert.query} hit={hit} day={batch.day} opener={false} /> : <p>{say('screening:hits.none')}</p>}
    </div>
  )
}
