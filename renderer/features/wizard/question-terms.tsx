/** The defined terms that a question uses; each opens to its definition and section. */
import { useState } from 'react'
import { useAnswer } from '#renderer/client/queries.ts'
import { useLang, usePick, useSay } from '#renderer/client/words.ts'
import { Cite } from '#renderer/ui/hash.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { Asked } from './question.ts'
import { termsIn } from './terms.ts'
import css from './wizard.module.css'

export function QuestionTerms({ asked }: { asked: Asked }) {
  const say = useSay()
  const pick = usePick()
  const lang = useLang()
  const all = useAnswer('pack:terms', {}, { staleTime: Number.POSITIVE_INFINITY })
  const [open, setOpen] = useState<string | null>(null)
  const terms = termsIn([asked.ask, asked.help ?? '', asked.why, ...asked.choices.map(({ label }) => label)], all.data ?? [], lang)
  if (terms.length === 0) return null
  const chosen = terms.find(({ id }) => id === open)
  return (
    <section className={css.terms} aria-label={say('wizard:terms')}>
      <h2>{say('wizard:terms')}</h2>
      <div className={css.termNames}>
        {terms.map((term) => (
          <button
            key={term.id}
            type="button"
            aria-expanded={term.id === open}
            onClick={() => setOpen(term.id === open ? null : term.id)}
            data-testid={`term-${term.id}`}
          >
            {pick(term.name)} <Icon name={term.id === open ? 'down' : 'right'} size={12} />
          </button>
        ))}
      </div>
      {chosen ? (
        <p className={css.definition} data-testid="term-definition">
          {pick(chosen.says)} <Cite>{chosen.cite}</Cite>
        </p>
      ) : null}
    </section>
  )
}
