/**
 * Questions that no field answers: who the parties are, and on which lists they stand. Hits are decided beside the
 * listing; what could not be searched in full is imported, or the officer states a screening made elsewhere.
 */
import { Button } from '@mantine/core'
import { writeFact } from '#renderer/client/facts.ts'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import type { Asked } from './question.ts'
import css from './wizard.module.css'

export function ScreeningQuestion({ asked, onUnknown, onStated }: { asked: Asked; onUnknown: () => void; onStated: () => void }) {
  const say = useSay()
  const { file, change, answer } = useCase()
  const party = answer?.parties.find(({ name }) => name === asked.ref.of.party)
  const notSearched = party?.notSearched ?? []
  const possible = party?.status === 'possible'
  const state = () => {
    change((now) => writeFact(now, { path: 'party.listed', of: asked.ref.of }, { value: [], assumed: false }))
    onStated()
  }
  if (asked.ref.path === 'case.parties')
    return (
      <div className={css.form}>
        <p>{say('wizard:parties')}</p>
        <div className={css.buttons}>
          <Button size="sm" variant="filled" onClick={() => go('cases', file.id, 'parties')} data-testid="to-parties">
            {say('wizard:parties.act')}
          </Button>
        </div>
      </div>
    )
  return (
    <div className={css.form}>
      <p>{say('wizard:screening')}</p>
      {notSearched.length > 0 ? <p>{say('wizard:screening.notSearched', { lists: notSearched.join(', ') })}</p> : null}
      <div className={css.buttons}>
        <Button
          size="sm"
          variant={possible || notSearched.length === 0 ? 'filled' : 'default'}
          onClick={() => go('cases', file.id, 'parties')}
          data-testid="to-parties"
        >
          {say('wizard:screening.act')}
        </Button>
        {notSearched.length > 0 ? (
          <>
            <Button size="sm" variant={possible ? 'default' : 'filled'} onClick={() => go('lists')} data-testid="to-lists">
              {say('wizard:screening.import')}
            </Button>
            <Button size="sm" onClick={state} data-testid="state-screened">
              {say('wizard:screening.state')}
            </Button>
          </>
        ) : null}
        <Button size="sm" onClick={onUnknown} data-testid="answer-unknown">
          {say('wizard:unknown')}
        </Button>
      </div>
      {notSearched.length > 0 ? <p className={css.help}>{say('wizard:screening.state.means')}</p> : null}
    </div>
  )
}
