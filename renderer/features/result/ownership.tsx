/** What the owners of the parties add up to under each regime's rule, with the chains that prove it. */
import { Button } from '@mantine/core'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Section, Tag } from '#renderer/ui/block.tsx'
import type { OwnershipCount, PartyOwnership } from '#shared/domain/determination.ts'
import css from './result.module.css'

const TONE = { held: 'red', 'not-held': 'green', open: 'amber', unknown: 'amber' } as const

function Count({ ownership, count }: { ownership: PartyOwnership; count: OwnershipCount }) {
  const say = useSay()
  const name = (at: number) => ownership.holders[at]?.name ?? ''
  const notes = [
    count.cite,
    ...(count.weighed ? [] : [say('result:ownership.beside')]),
    ...(count.force === 'in-force'
      ? []
      : [count.date === undefined ? say('result:ownership.notInForce') : say('result:ownership.suspended', { date: count.date })]),
  ]
  return (
    <li data-testid="result-ownership" data-rule={count.id} data-state={count.state}>
      <span>
        {ownership.party} <span className={css.soft}>{count.title}</span>
        {count.paths.map((path) => (
          <div key={path.holders.join()} data-testid="ownership-chain">
            {path.holders
              .map((at, i) =>
                i === 0
                  ? say('result:ownership.chain', { from: name(at), lists: ownership.holders[at]?.listedOn.join(', ') ?? '' })
                  : `→ ${path.shares[i - 1] === null ? say('result:ownership.shareUnknown') : `${path.shares[i - 1]} %`} → ${name(at)}`,
              )
              .join(' ')}
          </div>
        ))}
        <div className={css.soft}>{notes.join(' · ')}</div>
      </span>
      <Tag tone={TONE[count.state]}>{say(`result:ownership.state.${count.state}`)}</Tag>
      <span />
    </li>
  )
}

/** Nothing for determinations from before owners of owners were counted. */
export function OwnershipResults({ ownership }: { ownership: PartyOwnership[] }) {
  const say = useSay()
  const { file } = useCase()
  if (ownership.length === 0) return null
  const named = ownership.filter(({ links, counts }) => links.length > 0 || counts.some(({ state }) => state !== 'unknown'))
  const unknown = ownership.filter((one) => !named.includes(one))
  const at = Math.max(
    file.parties.findIndex(({ owners }) => owners.length > 0),
    0,
  )
  return (
    <Section
      title={say('result:ownership')}
      actions={
        <Button size="compact-xs" onClick={() => go('cases', file.id, 'parties', 'ownership', String(at))} data-testid="result-ownership-picture">
          {say('result:ownership.picture')}
        </Button>
      }
    >
      <ul className={css.lines}>
        {named.flatMap((one) => one.counts.map((count) => <Count key={`${one.role} ${one.party} ${count.id}`} ownership={one} count={count} />))}
      </ul>
      {unknown.length > 0 ? (
        <p className={css.soft} data-testid="ownership-unknown">
          {say('result:ownership.unknown', { names: unknown.map(({ party }) => party).join(', ') })}
        </p>
      ) : null}
    </Section>
  )
}
