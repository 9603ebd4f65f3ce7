/** Every hit of every party in the cases, to be decided one after another; after an import only the news. */
import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { forgetJob, useJobs } from '#renderer/client/jobs.ts'
import { askAgain, useAct, useAnswer } from '#renderer/client/queries.ts'
import { go, to } from '#renderer/client/route.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Empty, Notice, Tag } from '#renderer/ui/block.tsx'
import { count, moment, today } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Panes } from '#renderer/ui/panes.tsx'
import { useSaveFile } from '#renderer/ui/save-file.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { type Column, Table } from '#renderer/ui/table.tsx'
import type { AlertRow } from '#shared/contract/replies.ts'
import { queryOfParty } from '#shared/domain/party.ts'
import { csvText } from '#shared/text/csv.ts'
import css from './alerts.module.css'
import { DecisionBar } from './decision-bar.tsx'
import { HitDetail } from './hit-detail.tsx'
import screening from './screening.module.css'
import { ScreeningTabs } from './tabs.tsx'
import { inTriageOrder } from './triage.ts'

const STATES = ['open', 'awaiting', 'decided', 'all'] as const
type Shown = (typeof STATES)[number]
const ORDERS = ['triage', 'score', 'party'] as const
type Order = (typeof ORDERS)[number]

const keyOf = ({ party, list, entry }: AlertRow): string => `${list}|${entry}|${JSON.stringify(queryOfParty(party))}`
const isIn = ({ state }: AlertRow, shown: Shown): boolean =>
  shown === 'all' || (shown === 'decided' ? state === 'same-party' || state === 'not-the-same' : state === shown)

export function Alerts() {
  const say = useSay()
  const found = useAnswer('alert:list', {})
  const status = useAnswer('list:status', { lang: useLang() })
  const start = useAct('alert:screen')
  const [running] = useJobs('screening')
  const [shown, setShown] = useState<Shown>('open')
  const [onlyNews, setOnlyNews] = useState(false)
  const [order, setOrder] = useState<Order>('triage')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const { save, outcome } = useSaveFile()
  const { run, rows: all = [] } = found.data ?? {}
  const typed = search.trim().toLowerCase()
  const some = all.filter(
    (row) =>
      isIn(row, shown) &&
      (!onlyNews || row.news) &&
      `${row.party.name} ${row.name} ${row.matched} ${row.list} ${row.cases.join(' ')}`.toLowerCase().includes(typed),
  )
  const lists = (status.data?.lists ?? []).map(({ id }) => id)
  const rows =
    order === 'triage'
      ? inTriageOrder(some, lists)
      : [...some].sort((a, b) => (order === 'score' ? b.score - a.score : a.party.name.localeCompare(b.party.name) || b.score - a.score))
  const alert = rows.find((row) => keyOf(row) === chosen) ?? rows[0]
  const stale = run !== null && run !== undefined && status.data?.lists.some((list) => run.lists.find(({ id }) => id === list.id)?.sha256 !== list.sha256)
  const columns: Column<AlertRow>[] = [
    { id: 'score', title: '', width: '48px', cell: (row) => <strong>{Math.round(row.score * 100)}</strong> },
    {
      id: 'names',
      title: '',
      width: 'minmax(0, 1fr)',
      cell: (row) => (
        <span className={css.names}>
          <span>{row.party.name}</span>
          <small>{row.name}</small>
        </span>
      ),
    },
    {
      id: 'tags',
      title: '',
      width: 'auto',
      cell: (row) => (
        <span className={css.tags}>
          {row.news ? <Tag tone="amber">{say('screening:alerts.new')}</Tag> : null}
          <Tag>{row.list}</Tag>
        </span>
      ),
    },
  ]
  const list = (
    <div className={screening.searchPane}>
      <ScreeningTabs tab="alerts" />
      <div className={css.tools}>
        <div className={css.run}>
          <span className={css.soft} data-testid="alerts-run">
            {run
              ? say('screening:alerts.run', { at: moment(run.at), parties: count(run.parties), alerts: count(run.alerts), news: count(run.news) })
              : say('screening:alerts.never')}
          </span>
          <Button
            size="compact-sm"
            onClick={() => start.mutate({})}
            loading={start.isPending}
            disabled={running !== undefined && running.end === null}
            data-testid="alerts-screen"
          >
            {say('screening:alerts.screen')}
          </Button>
        </div>
        {running?.end === null ? <JobProgress job={running} label={say('screening:alerts.screening')} /> : null}
        {running?.end?.ok === false ? (
          <Notice
            tone="info"
            title={say(`ui:error.${running.end.code === '' ? 'failed' : running.end.code}`)}
            actions={<Button onClick={() => forgetJob(running.id)}>{say('lists:dismiss')}</Button>}
          >
            {running.end.detail}
          </Notice>
        ) : null}
        {stale ? <p className={css.stale}>{say('screening:alerts.stale')}</p> : null}
        {start.error ? <Failure error={start.error} /> : null}
        {found.error ? <Failure error={found.error} again={() => void found.refetch()} /> : null}
        {outcome}
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={say('screening:alerts.state')}
          data={STATES.map((one) => ({ value: one, label: `${say(`screening:alerts.${one}`)} ${count(all.filter((row) => isIn(row, one)).length)}` }))}
          value={shown}
          onChange={(next) => setShown(next as Shown)}
          data-testid="alerts-state"
        />
        <div className={css.filters}>
          <SearchField label={say('screening:alerts.search')} value={search} onChange={setSearch} testId="alerts-search" />
          <Select
            size="xs"
            aria-label={say('screening:alerts.order')}
            data={ORDERS.map((value) => ({ value, label: say(`screening:alerts.order.${value}`) }))}
            value={order}
            onChange={(next) => setOrder(next as Order)}
            allowDeselect={false}
          />
        </div>
        <div className={css.run}>
          <Checkbox
            size="xs"
            label={say('screening:alerts.onlyNew')}
            checked={onlyNews}
            onChange={(event) => setOnlyNews(event.currentTarget.checked)}
            data-testid="alerts-news"
          />
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Icon name="export" size={13} />}
            disabled={rows.length === 0}
            onClick={() => save(`alerts-${today()}.csv`, alertsAsCsv(rows))}
            data-testid="alerts-csv"
          >
            CSV
          </Button>
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={screening.noHit} data-testid="alerts-none">
          {say(all.length === 0 ? 'screening:alerts.none' : 'screening:alerts.noneHere')}
        </p>
      ) : (
        <Table
          label={say('screening:tab.alerts')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          chosen={alert ? keyOf(alert) : ''}
          onOpen={(row) => setChosen(keyOf(row))}
          onMove={(row) => setChosen(keyOf(row))}
          rowHeight={48}
          headless
          testId="alerts"
        />
      )}
    </div>
  )
  const detail = alert ? (
    <Detail key={keyOf(alert)} alert={alert} />
  ) : (
    <Empty main icon="check" title={say('screening:alerts.empty.title')}>
      {say('screening:alerts.empty.body')}
    </Empty>
  )
  return <Panes name="alerts" label={say('screening:tab.alerts')} list={list} detail={detail} hasDetail={alert !== undefined} width={400} />
}

/** One alert: the hit beside the party, the cases that the party stands in, and the decision. */
function Detail({ alert }: { alert: AlertRow }) {
  const say = useSay()
  const query = queryOfParty(alert.party)
  const { list, entry, cases, decision, proposal } = alert
  const found = useAnswer('alert:hit', { query, list, entry })
  const hit = found.data?.hit
  if (found.error) return <Failure error={found.error} />
  if (found.data && hit === null) return <Notice tone="info">{say('screening:alerts.gone')}</Notice>
  if (!hit) return null
  const earlier = decision ? { ...decision, outdated: decision.entryHash !== hit.entryHash } : undefined
  return (
    <div className={screening.reviewDetail}>
      <div className={screening.scroll}>
        <p className={css.cases}>
          {say('screening:alerts.party', { party: alert.party.name })}{' '}
          {cases.slice(0, MOST_CASES).map((id) => (
            <a key={id} href={to('cases', id, 'parties')}>
              {id}
            </a>
          ))}
          {cases.length > MOST_CASES ? say('screening:alerts.moreCases', { count: cases.length - MOST_CASES }) : null}
        </p>
        <HitDetail query={query} hit={hit} day={today()} />
      </div>
      <DecisionBar
        key={`${hit.entryHash}${proposal?.id ?? ''}`}
        caseId={cases[0] ?? ''}
        party={alert.party.name}
        hit={hit}
        earlier={earlier}
        proposal={proposal ?? undefined}
        onRecorded={() => askAgain('alert:list', 'case:get', 'case:list')}
      />
      <Button size="compact-xs" variant="subtle" className={css.open} onClick={() => go('cases', cases[0] ?? '', 'determination')}>
        {say('screening:alerts.openCase')}
      </Button>
    </div>
  )
}

const MOST_CASES = 5

const alertsAsCsv = (rows: readonly AlertRow[]): string =>
  csvText([
    ['state', 'new', 'score', 'party', 'country', 'list', 'entry', 'listed', 'matched', 'cases', 'decided by', 'reason'],
    ...rows.map(({ state, news, score, party, list, entry, name, matched, cases, decision, proposal }) => [
      state,
      news ? 'new' : '',
      score.toFixed(4),
      party.name,
      party.country ?? '',
      list,
      entry,
      name,
      matched,
      cases.join(' '),
      (proposal ?? decision)?.by ?? '',
      (proposal ?? decision)?.reason ?? '',
    ]),
  ])
