/** What an officer stated of a screening made elsewhere, and the way to take it back. */
import { Button } from '@mantine/core'
import { useSay } from '#renderer/client/words.ts'
import type { CaseParty } from '#shared/domain/case.ts'

export function StatedScreening({ party, onTakeBack }: { party: CaseParty; onTakeBack: () => void }) {
  const say = useSay()
  const stated = party.facts.listed
  if (!Array.isArray(stated)) return null
  const lists = stated.map((one) => (typeof one === 'object' ? one.list : String(one)))
  return (
    <p data-testid="stated-screening">
      {lists.length === 0 ? say('cases:parties.stated.none') : say('cases:parties.stated.on', { lists: lists.join(', ') })}{' '}
      <Button size="compact-xs" onClick={onTakeBack}>
        {say('cases:parties.stated.takeBack')}
      </Button>
    </p>
  )
}
