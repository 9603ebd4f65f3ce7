/** One question at a time, the answer as it stands beside it, and every earlier answer below. The engine chooses the order. */
import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { type Answer, followsFromContent, isDecidedByScreening, readFact, refKey, writeFact } from '#renderer/client/facts.ts'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Empty } from '#renderer/ui/block.tsx'
import { Cite } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { Determination } from '#shared/domain/determination.ts'
import type { FactRef } from '#shared/trace/trace.ts'
import { AnswerForm } from './answer-form.tsx'
import { ContentQuestion } from './content-question.tsx'
import { EarlierAnswers } from './earlier-answers.tsx'
import { type Asked, fromQuestion, type Moved, moved } from './question.ts'
import { QuestionTerms } from './question-terms.tsx'
import { ScreeningQuestion } from './screening-question.tsx'
import { Standing } from './standing.tsx'
import css from './wizard.module.css'

/** Questions that the officer could not answer, by case, for as long as the window is open. */
const notKnown = new Map<string, ReadonlySet<string>>()

function useNotKnown(id: string): [ReadonlySet<string>, (keys: ReadonlySet<string>) => void] {
  const [keys, setKeys] = useState<ReadonlySet<string>>(notKnown.get(id) ?? new Set())
  return [
    keys,
    (next) => {
      notKnown.set(id, next)
      setKeys(next)
    },
  ]
}

/** Compares the answer before and after the officer's last reply, once the new one is here. */
function useMoved(): { change: Moved | null; mark: () => void } {
  const { answer, answering } = useCase()
  const [before, setBefore] = useState<Determination | null>(null)
  const [change, setChange] = useState<Moved | null>(null)
  useEffect(() => {
    if (!before || !answer || answering || answer === before) return
    setChange(moved(before, answer))
    setBefore(null)
  }, [before, answer, answering])
  return { change, mark: () => setBefore(answer ?? null) }
}

function Subject({ asked }: { asked: Asked }) {
  const say = useSay()
  const { file } = useCase()
  const { item, party, line: number } = asked.ref.of
  if (!item && !party) return null
  const of = file.items.find((one) => one.id === item)
  const description = of?.description
  const content = number === undefined ? undefined : of?.content[Number(number) - 1]
  const line =
    number === undefined ? '' : `${say('wizard:of.line', { line: number })} ${[content?.part, content?.description, content?.eccn].filter(Boolean).join(' · ')}`
  return <div className={css.subject}>{item ? `${say('wizard:of.item', { id: item })}${description ? `: ${description}` : ''}${line}` : party}</div>
}

function QuestionCard({
  asked,
  onAnswer,
  onUnknown,
  onStated,
  onBack,
}: {
  asked: Asked
  onAnswer: (answer: Answer) => void
  onUnknown: () => void
  onStated: () => void
  onBack?: (() => void) | undefined
}) {
  const say = useSay()
  const { file } = useCase()
  return (
    <article className={css.card} data-testid="question" data-fact={asked.ref.path}>
      {onBack ? (
        <div className={css.changing}>
          <span>{say('wizard:earlier.changing')}</span>
          <Button size="compact-xs" variant="subtle" onClick={onBack} leftSection={<Icon name="left" size={14} />}>
            {say('wizard:earlier.back')}
          </Button>
        </div>
      ) : null}
      <Subject asked={asked} />
      <h1 className={css.ask}>{asked.ask}</h1>
      {asked.help ? <p className={css.help}>{asked.help}</p> : null}
      <QuestionTerms key={`terms ${refKey(asked.ref)}`} asked={asked} />
      {isDecidedByScreening(asked.ref.path) ? (
        <ScreeningQuestion asked={asked} onUnknown={onUnknown} onStated={onStated} />
      ) : followsFromContent(file, asked.ref) ? (
        <ContentQuestion asked={asked} onUnknown={onUnknown} />
      ) : (
        <AnswerForm key={refKey(asked.ref)} asked={asked} current={readFact(file, asked.ref)} onAnswer={onAnswer} onUnknown={onUnknown} />
      )}
      <div className={css.why}>
        <h2>{say('wizard:why')}</h2>
        <p>{asked.why}</p>
        <Cite>{asked.cite}</Cite>
      </div>
    </article>
  )
}

export function QuestionsTab() {
  const say = useSay()
  const lang = useLang()
  const { file, change, answer } = useCase()
  const dictionary = useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })
  const rows = useMemo(() => new Map((dictionary.data ?? []).map((row) => [row.path, row])), [dictionary.data])
  const [skipped, setSkipped] = useNotKnown(file.id)
  const [editing, setEditing] = useState<Asked | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const { change: lastChange, mark } = useMoved()
  if (!answer) return null

  const open = answer.questions.map((question) => fromQuestion(question, rows.get(question.fact), lang))
  const left = open.filter((asked) => !skipped.has(refKey(asked.ref)))
  const current = editing ?? open.find((asked) => refKey(asked.ref) === picked) ?? left[0]
  const write = (ref: FactRef, reply: Answer | undefined) => {
    mark()
    change((now) => writeFact(now, ref, reply))
    setEditing(null)
    setPicked(null)
  }
  const notKnownNow = (ref: FactRef) => {
    if (readFact(file, ref)) write(ref, undefined)
    setSkipped(new Set([...skipped, refKey(ref)]))
    setEditing(null)
    setPicked(null)
  }
  const others = open.filter((asked) => asked !== current)
  return (
    <div className={css.wizard}>
      <div className={css.left}>
        {current ? (
          <QuestionCard
            key={refKey(current.ref)}
            asked={current}
            onAnswer={(reply) => write(current.ref, reply)}
            onUnknown={() => notKnownNow(current.ref)}
            onStated={mark}
            onBack={editing ? () => setEditing(null) : undefined}
          />
        ) : open.length === 0 ? (
          <Empty
            icon="check"
            title={say('wizard:none.title')}
            action={
              <Button variant="filled" size="sm" onClick={() => go('cases', file.id, 'determination')} data-testid="to-determination">
                {say('wizard:none.act')}
              </Button>
            }
          >
            {say('wizard:none.body')}
          </Empty>
        ) : (
          <Empty icon="info" title={say('wizard:skipped.title')} action={<Button onClick={() => setSkipped(new Set())}>{say('wizard:skipped.again')}</Button>}>
            {say('wizard:skipped.body')}
          </Empty>
        )}
        {others.length > 0 && !editing ? (
          <section className={css.others} aria-label={say('wizard:next')}>
            <h2>{say('wizard:next')}</h2>
            <ul>
              {others.map((asked) => (
                <li key={refKey(asked.ref)}>
                  <button type="button" onClick={() => setPicked(refKey(asked.ref))}>
                    {asked.ask}
                    {asked.ref.of.item ? <small>{say('wizard:of.item', { id: asked.ref.of.item })}</small> : null}
                    {asked.ref.of.party ? <small>{asked.ref.of.party}</small> : null}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <EarlierAnswers rows={rows} onChange={setEditing} onTakeBack={(ref) => write(ref, undefined)} />
      </div>
      <Standing answer={answer} change={lastChange} label={(path) => rows.get(path)?.ask[lang] ?? path} />
    </div>
  )
}
