/** Paragraphs of one entry as a tree, each with its state; tests show value against limit, on an axis where both are numbers. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useLang, usePick, useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import { Cite, Code } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { numbered } from '#renderer/ui/numbered.ts'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import type { ParameterRow } from '#shared/contract/replies.ts'
import type { Candidate, ParagraphTest } from '#shared/domain/classification.ts'
import { joinCode } from '#shared/domain/eccn.ts'
import css from './classification.module.css'
import { axisOf, type EntryGroup, type Mark } from './work.ts'

const SIGN: Record<string, string> = { atLeast: '≥', atMost: '≤', above: '>', below: '<', is: '=', in: '∈' }
const MARK = { met: 'yes', 'not-met': 'no', unknown: 'unknown', 'not-modelled': 'not-modelled' } as const

/** So many missing parameters are named without being asked for. */
const FEW = 2

type ParameterWords = { name: (parameter: string) => string; value: (parameter: string, text: string) => string }

/** Parameters and their choices by what they are called; numbers stay as they are. */
function useParameterWords(): ParameterWords {
  const say = useSay()
  const pick = usePick()
  const known = useAnswer('item:parameters', {}, { staleTime: Number.POSITIVE_INFINITY })
  const find = (parameter: string) => known.data?.parameters.find((row) => row.name === parameter)
  const one = (row: ParameterRow | undefined, text: string): string => {
    if (row?.type === 'boolean' && (text === 'true' || text === 'false')) return say(text === 'true' ? 'classification:yes' : 'classification:no')
    return pick(row?.choices.find((choice) => choice.value === text)?.label) || text
  }
  return {
    name: (parameter) => pick(find(parameter)?.label) || parameter,
    value: (parameter, text) =>
      text
        .split(', ')
        .map((part) => one(find(parameter), part))
        .join(', '),
  }
}

function Test({ test }: { test: ParagraphTest }) {
  const say = useSay()
  const words = useParameterWords()
  const name = words.name(test.parameter)
  const value = words.value(test.parameter, test.value)
  const limit = words.value(test.parameter, test.limit)
  const axis = axisOf(test.value, test.limit)
  return (
    <li className={css.test} data-testid="test" data-state={test.state}>
      <StateMark state={MARK[test.state]} label={say(`classification:state.${test.state}`)} />
      <span>
        {say('classification:test', { parameter: name, operator: SIGN[test.operator] ?? test.operator, limit })}{' '}
        <strong>{test.value === '' ? say('classification:test.none') : say('classification:test.value', { value })}</strong> <Cite>{test.cite}</Cite>
        {axis ? (
          <svg
            className={css.axis}
            viewBox="0 0 300 22"
            role="img"
            aria-label={say('classification:axis', { parameter: name, value: test.value, limit: test.limit })}
          >
            <line x1={0} y1={11} x2={300} y2={11} className={css.axisLine} />
            <line x1={axis.limit * 300} y1={2} x2={axis.limit * 300} y2={20} className={css.axisLimit} />
            <circle cx={axis.value * 300} cy={11} r={5} className={css.axisValue} data-state={test.state} />
          </svg>
        ) : null}
      </span>
    </li>
  )
}

type ParagraphProps = {
  candidate: Candidate
  onMark: (eccn: string, paragraph: string) => void
  onUnmark: (eccn: string, paragraph: string) => void
  onUse: ((code: string) => void) | undefined
}

function Paragraph({ candidate, onMark, onUnmark, onUse }: ParagraphProps) {
  const say = useSay()
  const { name } = useParameterWords()
  const [turned, setTurned] = useState<boolean | null>(null)
  const open = turned ?? candidate.state === 'met'
  const code = joinCode(candidate.eccn, candidate.paragraph)
  const depth = candidate.paragraph === '' ? 0 : candidate.paragraph.split('.').length - 1
  return (
    <li className={css.paragraph} style={{ paddingLeft: 8 + depth * 18 }} data-testid="paragraph" data-code={code} data-state={candidate.state}>
      <div className={css.paragraphHead}>
        <button type="button" className={css.paragraphTurn} onClick={() => setTurned(!open)} aria-expanded={open} aria-label={code}>
          <span data-open={open || undefined}>
            <Icon name="right" size={12} />
          </span>
          <StateMark state={MARK[candidate.state]} label={say(`classification:state.${candidate.state}`)} />
          <Code>{candidate.paragraph || candidate.eccn}</Code>
        </button>
        <span className={css.says}>{candidate.says}</span>
        <span className={css.paragraphState}>{say(`classification:state.${candidate.state}`)}</span>
        {onUse && candidate.state === 'met' ? (
          <Button size="compact-xs" onClick={() => onUse(code)} data-testid={`use-${code}`}>
            {say('classification:use', { code })}
          </Button>
        ) : null}
        {candidate.marked ? (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onUnmark(candidate.eccn, candidate.paragraph)}>
            {say('classification:mark.remove')}
          </Button>
        ) : (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onMark(candidate.eccn, candidate.paragraph)} data-testid={`mark-${code}`}>
            {say('classification:mark')}
          </Button>
        )}
      </div>
      {candidate.marked ? (
        <div className={css.marked} data-contradicts={candidate.marked.contradicts || undefined}>
          {say(`classification:mark.by.${candidate.marked.state}`, { reason: candidate.marked.reason })}
          {candidate.marked.contradicts ? ` ${say('classification:mark.contradicts')}` : ''}
        </div>
      ) : null}
      {open && candidate.notModelled
        ? candidate.notModelled.map((what) => (
            <div key={what} className={css.marked}>
              {what}
            </div>
          ))
        : null}
      {(open || candidate.missing.length <= FEW) && candidate.missing.length > 0 ? (
        <div className={css.missing}>{say('classification:missing', { parameters: candidate.missing.map(name).join(', ') })}</div>
      ) : null}
      {open && candidate.tests.length > 0 ? (
        <ul className={css.tests}>
          {numbered(candidate.tests).map(({ key, value }) => (
            <Test key={key} test={value} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** Paragraphs of an entry that the officer added: nothing is evaluated, each can be marked by hand. */
function useListed(group: EntryGroup, marks: Mark[]): Candidate[] {
  const lang = useLang()
  const entry = useAnswer('entry:get', { eccn: group.eccn, lang }, { enabled: group.added && group.candidates.length === 0, staleTime: 600_000 })
  if (group.candidates.length > 0) return group.candidates
  const designators = entry.data ? (entry.data.paragraphs.length > 0 ? entry.data.paragraphs : ['']) : []
  return designators.map((paragraph) => {
    const mark = marks.find((one) => one.eccn === group.eccn && one.paragraph === paragraph)
    return {
      eccn: group.eccn,
      paragraph,
      state: mark?.state ?? 'not-modelled',
      score: 0,
      says: '',
      tests: [],
      missing: [],
      ...(mark ? { marked: { state: mark.state, reason: mark.reason, by: mark.by ?? '', contradicts: false } } : {}),
    }
  })
}

export function CandidateTree({
  group,
  first,
  marks,
  onMark,
  onUnmark,
  onUse,
}: { group: EntryGroup; first: boolean; marks: Mark[] } & Omit<ParagraphProps, 'candidate'>) {
  const say = useSay()
  const pick = usePick()
  const lang = useLang()
  const entry = useAnswer('entry:get', { eccn: group.eccn, lang }, { staleTime: 600_000 })
  const candidates = useListed(group, marks)
  const [turned, setTurned] = useState<boolean | null>(null)
  const open = turned ?? (first || group.added || group.best === 'met')
  const state = group.candidates.length > 0 ? group.best : (candidates.find((one) => one.state === 'met')?.state ?? 'not-modelled')
  return (
    <section className={css.entry} aria-label={group.eccn} data-testid={`candidate-${group.eccn}`} data-state={state}>
      <header className={css.entryHead}>
        <button type="button" className={css.paragraphTurn} onClick={() => setTurned(!open)} aria-expanded={open} aria-label={group.eccn}>
          <span data-open={open || undefined}>
            <Icon name="right" size={12} />
          </span>
          <StateMark state={MARK[state]} label={say(`classification:state.${state}`)} />
          <h3>
            <Code>{group.eccn}</Code>
          </h3>
        </button>
        <span className={css.entryTitle}>{pick(entry.data?.title)}</span>
        {group.added ? <Tag>{say('classification:added')}</Tag> : null}
        <span className={css.paragraphState}>{say('classification:fold', { count: candidates.length })}</span>
        <a href={to('entries', group.eccn)}>{say('classification:open')}</a>
      </header>
      {open ? (
        <ul>
          {candidates.map((candidate) => (
            <Paragraph key={candidate.paragraph} candidate={candidate} onMark={onMark} onUnmark={onUnmark} onUse={onUse} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
