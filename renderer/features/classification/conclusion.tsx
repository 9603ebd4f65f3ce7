/** The conclusion of a classification, with the way to use it. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { StateMark } from '#renderer/ui/state-mark.tsx'
import type { ClassifyAnswer } from '#shared/domain/classification.ts'
import { EAR99, joinCode } from '#shared/domain/eccn.ts'
import css from './classification.module.css'

/** The code that goes into the case: entry and, when there is just one, its paragraph. */
export function concludedCode({ conclusion }: ClassifyAnswer): string | null {
  if (conclusion.state === 'ear99') return conclusion.eccn ?? EAR99
  if (conclusion.state !== 'classified' || !conclusion.eccn) return null
  const paragraphs = conclusion.paragraphs ?? []
  return joinCode(conclusion.eccn, paragraphs.length === 1 ? (paragraphs[0] ?? '') : '')
}

/** A reason of more characters is cut to three lines. */
const LONG = 260

export function Conclusion({ answer, used, onUse }: { answer: ClassifyAnswer; used: string; onUse: ((code: string) => void) | undefined }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const { conclusion } = answer
  const code = concludedCode(answer)
  const title =
    conclusion.state === 'classified'
      ? say('classification:conclusion.classified', {
          eccn:
            (conclusion.paragraphs ?? []).length > 0
              ? (conclusion.paragraphs ?? []).map((one) => joinCode(conclusion.eccn ?? '', one)).join(', ')
              : (conclusion.eccn ?? ''),
        })
      : say(`classification:conclusion.${conclusion.state}`)
  return (
    <section className={css.conclusion} aria-label={say('classification:conclusion')} aria-live="polite" data-testid="conclusion" data-state={conclusion.state}>
      <StateMark state={conclusion.state === 'undetermined' ? 'unknown' : 'yes'} />
      <div>
        <h2>{title}</h2>
        <p className={css.why} data-all={all || undefined}>
          {conclusion.why}
        </p>
        {conclusion.why.length > LONG ? (
          <Button size="compact-xs" variant="subtle" ml={-8} onClick={() => setAll(!all)} aria-expanded={all}>
            {say(all ? 'classification:why.less' : 'classification:why.more')}
          </Button>
        ) : null}
        <p className={css.soft}>
          {say('classification:packs', { packs: answer.packs.map((pack) => `${pack.id} ${pack.version}`).join(', ') })}
          {used ? ` · ${say('classification:used.in', { code: used })}` : ''}
        </p>
      </div>
      {code && onUse ? (
        <Button variant="filled" size="sm" disabled={used === code} onClick={() => onUse(code)} data-testid="use-conclusion">
          {say('classification:use', { code })}
        </Button>
      ) : null}
    </section>
  )
}
