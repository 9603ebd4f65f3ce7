/** What screening says of each party and owner, with the way to the hits. */
import { Button } from '@mantine/core'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Section, Tag } from '#renderer/ui/block.tsx'
import type { PartyAnswer } from '#shared/domain/determination.ts'
import css from './result.module.css'

const TONE = { clear: 'green', possible: 'amber', listed: 'red' } as const
const ROLES = new Set(['purchaser', 'intermediate-consignee', 'ultimate-consignee', 'end-user', 'exporter', 'applicant', 'freight-forwarder', 'bank'])

export function PartyResults({ parties, owners }: { parties: PartyAnswer[]; owners: PartyAnswer[] }) {
  const say = useSay()
  const { file } = useCase()
  const roleOf = (role: string) => say(ROLES.has(role) ? (`ui:role.${role}` as 'ui:role.other') : 'ui:role.other')
  return (
    <Section title={say('result:parties')}>
      {parties.length === 0 ? <p className={css.soft}>{say('result:parties.none')}</p> : null}
      <ul className={css.lines}>
        {[...parties, ...owners].map((party, i) => {
          const owner = i >= parties.length
          const at = owner ? -1 : file.parties.findIndex((one) => one.name === party.name && one.role === party.role)
          return (
            <li key={`${owner}-${party.role}-${party.name}`} data-testid={owner ? 'result-owner' : 'result-party'} data-status={party.status}>
              <span>
                {party.name} <span className={css.soft}>{owner ? say('result:ownership.owner') : roleOf(party.role)}</span>
                {party.notSearched.length > 0 ? (
                  <div className={css.amber}>{say('result:party.notSearched', { lists: party.notSearched.join(', ') })}</div>
                ) : null}
              </span>
              <Tag tone={TONE[party.status]}>
                {party.status === 'listed' ? say('result:party.listed', { lists: party.listedOn.join(', ') }) : say(`result:party.${party.status}`)}
              </Tag>
              {(owner || at >= 0) && party.hits.length + party.nearest.length > 0 ? (
                <Button
                  size="compact-xs"
                  onClick={() => (owner ? go('cases', file.id, 'parties', 'owner', party.name) : go('cases', file.id, 'parties', String(at)))}
                >
                  {say('result:party.review')}
                </Button>
              ) : (
                <span />
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
