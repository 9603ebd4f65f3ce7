/** What is open, what would settle it, what was not asked and why, what is not modelled, conflicts and assumptions. */
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { go, to } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Section, Tag } from '#renderer/ui/block.tsx'
import { Cite } from '#renderer/ui/hash.tsx'
import type { Determination } from '#shared/domain/determination.ts'
import type { Subject } from '#shared/trace/trace.ts'
import css from './result.module.css'

/** Shows the first few lines; the rest on request, so that long lists never bury what follows. */
function Lines<R>({ rows, few, line, keyOf, testId }: { rows: R[]; few: number; line: (row: R) => ReactNode; keyOf: (row: R) => string; testId: string }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={css.lines} data-testid={testId}>
        {(all ? rows : rows.slice(0, few)).map((row) => (
          <li key={keyOf(row)}>{line(row)}</li>
        ))}
      </ul>
      {rows.length > few ? (
        <Button size="compact-xs" variant="subtle" mt={6} onClick={() => setAll(!all)}>
          {all ? say('result:hide') : say('result:show', { count: rows.length })}
        </Button>
      ) : null}
    </>
  )
}

function useNames(): { fact: (path: string) => string; of: (of: Subject) => string } {
  const say = useSay()
  const pick = usePick()
  const dictionary = useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })
  return {
    fact: (path) => pick(dictionary.data?.find((row) => row.path === path)?.ask) || path,
    of: (of) => (of.item ? say('result:item', { id: of.item }) : (of.party ?? '')),
  }
}

const keyOfFact = (one: { fact: string; of: Subject }): string => `${one.fact}|${one.of.item ?? ''}|${one.of.party ?? ''}|${one.of.line ?? ''}`

export function OpenMatters({ answer }: { answer: Determination }) {
  const say = useSay()
  const { file } = useCase()
  const name = useNames()
  const subject = (of: Subject) => (name.of(of) ? <span className={css.soft}> {name.of(of)}</span> : null)
  return (
    <>
      {answer.questions.length > 0 ? (
        <Section
          title={say('result:questions')}
          actions={
            <Button onClick={() => go('cases', file.id, 'questions')} data-testid="answer-questions">
              {say('result:questions.answer')}
            </Button>
          }
        >
          <Lines
            testId="open-questions"
            rows={answer.questions}
            few={8}
            keyOf={keyOfFact}
            line={(one) => (
              <span>
                {one.ask}
                {subject(one.of)}
                <div className={css.soft}>
                  {one.why} <Cite>{one.cite}</Cite>
                </div>
              </span>
            )}
          />
        </Section>
      ) : null}
      {answer.solves.length > 0 ? (
        <Section title={say('result:solves')} note={say('result:solves.says')}>
          <Lines
            testId="solves"
            rows={answer.solves}
            few={5}
            keyOf={(set) => set.map(keyOfFact).join('+')}
            line={(set) => (
              <span>{set.map((one) => `${name.fact(one.fact)}${name.of(one.of) ? ` (${name.of(one.of)})` : ''}`).join(` ${say('result:solves.and')} `)}</span>
            )}
          />
        </Section>
      ) : null}
      {answer.conflicts.length > 0 ? (
        <Section title={say('result:conflicts')}>
          <Lines
            testId="conflicts"
            rows={answer.conflicts}
            few={10}
            keyOf={(one) => one.rules.join('+') + keyOfFact({ fact: '', of: one.of })}
            line={(one) => (
              <span>
                {one.says}
                {subject(one.of)}
                <div className={css.soft}>{say('result:conflict.between', { rules: one.rules.join(', ') })}</div>
              </span>
            )}
          />
        </Section>
      ) : null}
      {answer.assumptions.length > 0 ? (
        <Section title={say('result:assumptions')}>
          <Lines
            testId="assumptions"
            rows={answer.assumptions}
            few={10}
            keyOf={keyOfFact}
            line={(one) => (
              <span>
                {name.fact(one.fact)}
                {subject(one.of)}: <strong>{one.value}</strong>
              </span>
            )}
          />
        </Section>
      ) : null}
      {answer.notModelled.length > 0 ? (
        <Section title={say('result:notModelled')}>
          <Lines
            testId="not-modelled"
            rows={[...answer.notModelled].sort((a, b) => Number(b.mayMatter) - Number(a.mayMatter))}
            few={6}
            keyOf={(one) => `${one.rule}${one.says}${one.of.item ?? ''}${one.of.party ?? ''}`}
            line={(one) => (
              <span>
                {one.says}
                {subject(one.of)} {one.mayMatter ? <Tag tone="violet">{say('result:notModelled.may')}</Tag> : null}
                <div>
                  <Cite href={to('rules', 'rule', one.rule)}>{one.cite || one.rule}</Cite>
                </div>
              </span>
            )}
          />
        </Section>
      ) : null}
      {answer.notAsked.length > 0 ? (
        <Section title={say('result:notAsked')}>
          <Lines
            testId="not-asked"
            rows={answer.notAsked}
            few={4}
            keyOf={keyOfFact}
            line={(one) => (
              <span>
                {one.ask}
                {subject(one.of)}
                <div className={css.soft}>{one.why}</div>
              </span>
            )}
          />
        </Section>
      ) : null}
    </>
  )
}
