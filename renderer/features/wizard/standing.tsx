/** The answer as it stands: what is certain, what is open, how many questions at most remain, what the last answer moved. */
import { sentenceOf } from '#renderer/client/answer.ts'
import { useSay, useVerdictWords } from '#renderer/client/words.ts'
import { Code } from '#renderer/ui/hash.tsx'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { Determination } from '#shared/domain/determination.ts'
import type { Moved } from './question.ts'
import css from './wizard.module.css'

function MovedNote({ change }: { change: Moved }) {
  const say = useSay()
  const words = useVerdictWords()
  const still = !change.outcome && !change.questions && change.added.length === 0 && change.gone.length === 0
  return (
    <div className={css.moved} role="status" data-testid="moved">
      <h3>{say('wizard:moved')}</h3>
      {change.outcome ? <p>{say('wizard:moved.outcome', { before: words(change.outcome[0]), after: words(change.outcome[1]) })}</p> : null}
      {change.questions ? <p>{say('wizard:moved.questions', { before: change.questions[0], after: change.questions[1] })}</p> : null}
      {change.added.map((says) => (
        <p key={says}>{say('wizard:moved.requirement', { says })}</p>
      ))}
      {change.gone.map((says) => (
        <p key={says}>{say('wizard:moved.gone', { says })}</p>
      ))}
      {still ? <p>{say('wizard:moved.nothing')}</p> : null}
    </div>
  )
}

export function Standing({ answer, change, label }: { answer: Determination; change: Moved | null; label: (path: string) => string }) {
  const say = useSay()
  const certain = answer.items.flatMap((item) => [...item.prohibitions, ...item.requirements].map((one) => ({ ...one, item: item.id })))
  const shortest = answer.solves[0] ?? []
  return (
    <aside className={css.standing} aria-label={say('wizard:standing')}>
      <h2>{say('wizard:standing')}</h2>
      <div>
        <VerdictChip verdict={answer.outcome} />
      </div>
      <p>{sentenceOf(answer)}</p>
      <p className={css.remaining} data-testid="remaining">
        {say('wizard:remaining', { count: answer.questions.length })}
      </p>
      {change ? <MovedNote change={change} /> : null}
      {answer.items.length > 1 ? (
        <ul className={css.perItem}>
          {answer.items.map((item) => (
            <li key={item.id}>
              <span>
                {say('wizard:of.item', { id: item.id })} <Code>{item.eccn}</Code>
              </span>
              <VerdictChip verdict={item.outcome} plain />
            </li>
          ))}
        </ul>
      ) : null}
      <h3>{say('wizard:certain')}</h3>
      {certain.length === 0 ? <p className={css.soft}>{say('wizard:certain.none')}</p> : null}
      <ul className={css.certain}>
        {certain.map((one) => (
          <li key={`${one.item}-${one.rule}-${one.column ?? ''}`}>
            <StateMark state="yes" />
            <span>
              {one.says} <span className={css.soft}>{one.cite}</span>
            </span>
          </li>
        ))}
      </ul>
      {shortest.length > 0 ? (
        <>
          <h3>{say('wizard:solves')}</h3>
          <ul className={css.certain}>
            {shortest.map((ref) => (
              <li key={`${ref.fact}-${ref.of.item ?? ''}-${ref.of.party ?? ''}-${ref.of.line ?? ''}`}>
                <StateMark state="unknown" />
                <span>{label(ref.fact)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  )
}
