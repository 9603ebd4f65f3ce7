/** The share of controlled content, where the case states lines: it follows from them and is not answered by hand. */
import { Button } from '@mantine/core'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import type { Asked } from './question.ts'
import css from './wizard.module.css'

export function ContentQuestion({ asked, onUnknown }: { asked: Asked; onUnknown: () => void }) {
  const say = useSay()
  const { file } = useCase()
  return (
    <div className={css.form}>
      <p>{say('wizard:content')}</p>
      <div className={css.buttons}>
        <Button size="sm" variant="filled" onClick={() => go('cases', file.id, 'items', asked.ref.of.item ?? '', 'content')} data-testid="to-content">
          {say('wizard:content.act')}
        </Button>
        <Button size="sm" onClick={onUnknown} data-testid="answer-unknown">
          {say('wizard:unknown')}
        </Button>
      </div>
    </div>
  )
}
