/** Precision, recall and false alerts over the threshold, with a line where the threshold stands. */
import { CartesianGrid, Legend, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useSay } from '#renderer/client/words.ts'
import type { CurvePoint } from '#shared/evaluation/measure.ts'
import css from './evidence.module.css'

const TICK = { fill: 'var(--soft)', fontSize: 12 }
const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Told apart by colour and by dashes. */
const LINES = [
  { key: 'precision', stroke: 'var(--accent)', dash: undefined },
  { key: 'recall', stroke: 'var(--free)', dash: '7 3' },
  { key: 'falseAlertRate', stroke: 'var(--prohibited)', dash: '2 3' },
] as const

export function CurvePlot({ points, threshold }: { points: CurvePoint[]; threshold: number }) {
  const say = useSay()
  return (
    <div className={css.plot} role="img" aria-label={say('evidence:curve.aria', { threshold: threshold.toFixed(2) })} data-testid="evidence-curve">
      <ResponsiveContainer width="100%" height={240}>
        <LineChart data={points} margin={{ top: 20, right: 24, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="threshold"
            type="number"
            domain={[0.5, 1]}
            ticks={[0.5, 0.6, 0.7, 0.8, 0.9, 1]}
            tickFormatter={(value: number) => value.toFixed(1)}
            tick={TICK}
            stroke="var(--line-strong)"
          />
          <YAxis tick={TICK} stroke="var(--line-strong)" width={52} domain={[0, 1]} ticks={[0, 0.25, 0.5, 0.75, 1]} tickFormatter={percent} />
          <Tooltip
            labelFormatter={(value) => say('evidence:curve.at', { threshold: Number(value).toFixed(2) })}
            formatter={(value, name) => [`${(Number(value) * 100).toFixed(1)}%`, name]}
            contentStyle={{ background: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: 4, fontSize: 12 }}
          />
          <Legend verticalAlign="bottom" iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
          <ReferenceLine x={threshold} stroke="var(--edge)" label={{ value: threshold.toFixed(2), position: 'top', fill: 'var(--text)', fontSize: 12 }} />
          {LINES.map(({ key, stroke, dash }) => (
            <Line
              key={key}
              dataKey={key}
              name={say(`evidence:figure.${key}`)}
              stroke={stroke}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
              {...(dash === undefined ? {} : { strokeDasharray: dash })}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
