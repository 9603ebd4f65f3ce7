/** Evidence: runs the built-in evaluation and shows, at any threshold, what the name matching finds, misses and falsely alerts. */
import { Button, SegmentedControl, Slider } from '@mantine/core'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { useJobs } from '#renderer/client/jobs.ts'
import { useAct } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty, Notice, Page, PageHead, Section } from '#renderer/ui/block.tsx'
import { count } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import type { EvaluationScores, Split } from '#shared/evaluation/labelled.ts'
import { countedPairs, curveOf, ofSplit, summary } from '#shared/evaluation/measure.ts'
import { ScreeningTabs } from '../tabs.tsx'
import css from './evidence.module.css'
import { Groups } from './groups.tsx'
import { Misses } from './misses.tsx'
import { Summary } from './summary.tsx'

// The plot's library is large and few screens need it.
const CurvePlot = lazy(async () => ({ default: (await import('./curve-plot.tsx')).CurvePlot }))

const SPLITS = ['held-out', 'tune', 'all'] as const

export function EvidencePage() {
  const say = useSay()
  const start = useAct('evaluation:run')
  const jobs = useJobs('evaluation')
  const running = jobs.find(({ end }) => end === null)
  const failed = jobs[0]?.end?.ok === false ? jobs[0].end : undefined
  const scores = jobs.find(({ end }) => end?.evaluation !== undefined)?.end?.evaluation
  const button = (
    <Button variant="filled" size="sm" onClick={() => start.mutate({})} loading={start.isPending} disabled={running !== undefined} data-testid="evidence-run">
      {say(scores === undefined ? 'evidence:run' : 'evidence:again')}
    </Button>
  )
  return (
    <>
      <ScreeningTabs tab="evidence" />
      <PageHead title={say('evidence:title')}>{button}</PageHead>
      <Page wide>
        {start.error ? <Failure error={start.error} /> : null}
        {running ? <JobProgress job={running} label={say('evidence:running')} /> : null}
        {failed && !running ? (
          <Notice
            tone={failed.code === 'cancelled' ? 'info' : 'error'}
            title={say(`ui:error.${failed.code === '' ? 'failed' : failed.code}`)}
            testId="evidence-failed"
          >
            {failed.detail}
          </Notice>
        ) : null}
        {scores ? (
          <Results scores={scores} />
        ) : running ? null : (
          <Empty icon="screening" title={say('evidence:empty.title')}>
            {say('evidence:empty.body')}
          </Empty>
        )}
      </Page>
    </>
  )
}

function Results({ scores }: { scores: EvaluationScores }) {
  const say = useSay()
  const [threshold, setThreshold] = useState(scores.threshold)
  const [split, setSplit] = useState<Split | 'all'>('held-out')
  // The slider itself must never wait for the tables.
  const at = useDeferredValue(threshold)
  const pairs = useMemo(() => ofSplit(scores.pairs, split), [scores, split])
  const curve = useMemo(() => curveOf(countedPairs(pairs)), [pairs])
  const figures = useMemo(() => summary(scores, at, split), [scores, at, split])
  return (
    <>
      <div className={css.controls}>
        <div className={css.slider}>
          <div className={css.sliderHead}>
            <span id="evidence-threshold">{say('evidence:threshold')}</span>
            <output data-testid="evidence-threshold">{threshold.toFixed(2)}</output>
            {threshold === scores.threshold ? null : (
              <Button size="compact-xs" variant="subtle" onClick={() => setThreshold(scores.threshold)} data-testid="evidence-default">
                {say('evidence:threshold.back', { threshold: scores.threshold.toFixed(2) })}
              </Button>
            )}
          </div>
          <Slider
            min={0.5}
            max={1}
            step={0.01}
            value={threshold}
            onChange={(value) => setThreshold(Math.round(value * 100) / 100)}
            label={null}
            marks={[{ value: scores.threshold }]}
            thumbProps={{ 'aria-labelledby': 'evidence-threshold' }}
          />
        </div>
        <SegmentedControl
          size="xs"
          value={split}
          onChange={(value) => setSplit(value as Split | 'all')}
          data={SPLITS.map((one) => ({ value: one, label: say(`evidence:split.${one}`) }))}
          aria-label={say('evidence:split')}
          data-testid="evidence-split"
        />
      </div>
      <p className={`${css.soft} ${css.basis}`} data-testid="evidence-basis">
        {say('evidence:basis', {
          matcher: scores.matcher,
          pairs: count(scores.pairs.length),
          innocents: count(scores.innocents.length),
          lists: scores.lists.map(({ id, contentDate }) => `${id} ${contentDate}`).join(', '),
        })}
      </p>
      {scores.lists.every(({ complete }) => !complete) ? (
        <Notice tone="warning" title={say('evidence:starter.title')} testId="evidence-starter">
          {say('evidence:starter.body')}
        </Notice>
      ) : null}
      <Summary summary={figures} notHeld={scores.notHeld} />
      <Section title={say('evidence:curve')} note={say('evidence:curve.note')}>
        <Suspense fallback={null}>
          <CurvePlot points={curve} threshold={at} />
        </Suspense>
      </Section>
      <Groups pairs={pairs} threshold={at} />
      <Misses scores={scores} threshold={at} split={split} />
      <Section title={say('evidence:sources')}>
        <p className={css.soft}>{say('evidence:sources.body')}</p>
      </Section>
    </>
  )
}
