/** Every fact the case gives, editable and removable. */
import { Button } from '@mantine/core'
import { givenFacts, readFact, refKey } from '#renderer/client/facts.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useLang, useSay } from '#renderer/client/words.ts'
import { Tag } from '#renderer/ui/block.tsx'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import type { FactRow } from '#shared/contract/replies.ts'
import type { FactRef } from '#shared/trace/trace.ts'
import { type Asked, answerText, fromFact } from './question.ts'
import css from './wizard.module.css'

type EarlierProps = { rows: Map<string, FactRow>; onChange: (asked: Asked) => void; onTakeBack: (ref: FactRef) => void }

export function EarlierAnswers({ rows, onChange, onTakeBack }: EarlierProps) {
  const say = useSay()
  const lang = useLang()
  const country = useCountryName()
  const { file } = useCase()
  const words = { yes: say('ui:yes'), no: say('ui:no'), country }
  const refs = givenFacts(file)
  return (
    <section className={css.earlier} aria-label={say('wizard:earlier')}>
      <h2>{say('wizard:earlier')}</h2>
      {refs.length === 0 ? <p className={css.soft}>{say('wizard:earlier.none')}</p> : null}
      <ul data-testid="earlier-answers">
        {refs.map((ref) => {
          const row = rows.get(ref.path)
          const answer = readFact(file, ref)
          if (!answer) return null
          const asked = row ? fromFact(ref, row, lang) : null
          return (
            <li key={refKey(ref)}>
              <span className={css.earlierAsk}>
                {asked?.ask ?? ref.path}
                {ref.of.item ? <small>{say('wizard:of.item', { id: ref.of.item })}</small> : null}
                {ref.of.party ? <small>{ref.of.party}</small> : null}
              </span>
              <span className={css.earlierValue}>
                {answerText(answer, asked ?? { type: '', choices: [], unit: '' }, words)}{' '}
                {answer.assumed ? <Tag tone="blue">{say('wizard:assumed')}</Tag> : null}
              </span>
              <span className={css.earlierActs}>
                {asked ? (
                  <Button size="compact-xs" variant="subtle" onClick={() => onChange(asked)} aria-label={`${say('wizard:earlier.change')}: ${asked.ask}`}>
                    {say('wizard:earlier.change')}
                  </Button>
                ) : null}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => onTakeBack(ref)}
                  aria-label={`${say('wizard:earlier.takeBack')}: ${asked?.ask ?? ref.path}`}
                >
                  {say('wizard:earlier.takeBack')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
