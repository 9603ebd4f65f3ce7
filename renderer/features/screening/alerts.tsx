/** Every hit of every party in the cases, to be decided one after another; after an import only the news. */
import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { call } from '#renderer/client/bridge.ts'
import { forgetJob, useJobs } from '#renderer/client/jobs.ts'
import { askAgain, useAct, useAnswer, usePages } from '#renderer/client/queries.ts'
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
import css from './alerts.module.css'
import { DecisionBar } from './decision-bar.tsx'
import { HitDetail } from './hit-detail.tsx'
import screening from './screening.module.css'
import { ScreeningTabs } from './tabs.tsx'

const STATES = ['open', 'awaiting', 'decided', 'all'] as const
type Shown = (typeof STATES)[number]
const ORDERS = ['triage', 'score', 'party'] as const
type Order = (typeof ORDERS)[number]

const keyOf = ({ party, list, entry }: AlertRow): string => `${list}|${entry}|${JSON.stringify(queryOfParty(party))}`

export function Alerts() {
  const say = useSay()
  const status = useAnswer('list:status', { lang: useLang() })
  const start = useAct('alert:screen')
  const [running] = useJobs('screening')
  const [shown, setShown] = useState<Shown>('open')
  const [onlyNews, setOnlyNews] = useState(false)
  const [order, setOrder] = useState<Order>('triage')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const { saveMade, outcome } = useSaveFile()
  const [settled] = useDebouncedValue(search, 150)
  const filter = { state: shown, onlyNews, search: settled, order }
  const { newest, rows, total, error, again, more } = usePages('alert:list', filter)
  const { run, counts = { open: 0, awaiting: 0, decided: 0 } } = newest ?? {}
  const all = counts.open + counts.awaiting + counts.decided
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
              ? say('screening:alerts.run', {
                  at: moment(run.at),
                  parties: say('screening:alerts.parties', { count: run.parties, number: count(run.parties) }),
                  alerts: say('screening:alerts.number', { count: run.alerts, number: count(run.alerts) }),
                  news: count(run.news),
                })
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
        {error ? <Failure error={error} again={again} /> : null}
        {outcome}
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={say('screening:alerts.state')}
          data={STATES.map((one) => ({ value: one, label: `${say(`screening:alerts.${one}`)} ${count(one === 'all' ? all : counts[one])}` }))}
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
            onClick={() => saveMade(() => call('alert:export', filter))}
            data-testid="alerts-csv"
          >
            CSV
          </Button>
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={screening.noHit} data-testid="alerts-none">
          {say(all === 0 ? 'screening:alerts.none' : 'screening:alerts.noneHere')}
        </p>
      ) : (
        <Table
          label={say('screening:tab.alerts')}
          columns={columns}
          rows={rows}
          total={total}
          onEnd={more}
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
          {alert.caseCount > MOST_CASES ? say('screening:alerts.moreCases', { count: alert.caseCount - MOST_CASES }) : null}
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
