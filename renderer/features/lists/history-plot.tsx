/** Records of one list over time, one point for each snapshot. A sudden drop is what the officer should see. */
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useSay } from '#renderer/client/words.ts'
import { count, moment } from '#renderer/ui/dates.ts'
import { numbered } from '#renderer/ui/numbered.ts'
import type { ListStatus } from '#shared/contract/replies.ts'
import css from './lists.module.css'

const TICK = { fill: 'var(--soft)', fontSize: 12 }

export function HistoryPlot({ list }: { list: ListStatus }) {
  const say = useSay()
  const points = numbered([...list.history].sort((a, b) => a.contentDate.localeCompare(b.contentDate) || a.importedAt.localeCompare(b.importedAt))).map(
    ({ key, value }) => ({
      key,
      date: value.contentDate,
      imported: moment(value.importedAt),
      records: value.records,
    }),
  )
  const dateOf = (key: unknown): string => points.find((point) => point.key === key)?.date ?? ''
  const importedOf = (key: unknown): string => points.find((point) => point.key === key)?.imported ?? ''
  if (points.length < 2) return <p className={css.soft}>{say('lists:history.one')}</p>
  return (
    <div className={css.plot} role="img" aria-label={say('lists:history.aria', { list: list.id, count: points.length })} data-testid="list-history">
      <ResponsiveContainer width="100%" height={200}>
        <LineChart data={points} margin={{ top: 8, right: 24, bottom: 0, left: 8 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="key" tickFormatter={dateOf} tick={TICK} stroke="var(--line-strong)" padding={{ left: 32, right: 32 }} />
          <YAxis
            allowDecimals={false}
            tick={TICK}
            stroke="var(--line-strong)"
            width={64}
            tickFormatter={(value: number) => count(value)}
            domain={['auto', 'auto']}
          />
          <Tooltip
            labelFormatter={(key) => say('lists:history.point', { date: dateOf(key), imported: importedOf(key) })}
            formatter={(value) => [count(Number(value)), say('lists:column.records')]}
            contentStyle={{ background: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: 4, fontSize: 12 }}
          />
          <Line dataKey="records" stroke="var(--accent)" strokeWidth={2} dot={{ r: 3, fill: 'var(--accent)' }} isAnimationActive={false} />
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
