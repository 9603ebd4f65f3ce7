/** The hits of one party or owner of a case, each beside the party, with the decision bar below. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { askAgain } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Empty, Tag } from '#renderer/ui/block.tsx'
import { today } from '#renderer/ui/dates.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { scrollable } from '#renderer/ui/scrollable.ts'
import type { RecordedDisposition } from '#shared/contract/replies.ts'
import type { CaseParty } from '#shared/domain/case.ts'
import type { PartyAnswer } from '#shared/domain/determination.ts'
import { ownersAsParties } from '#shared/domain/ownership.ts'
import { nameKey, queryOfParty } from '#shared/domain/party.ts'
import type { Hit } from '#shared/domain/screening.ts'
import { type Decided, DecisionBar } from './decision-bar.tsx'
import { HitDetail } from './hit-detail.tsx'
import { HitList, hitKey } from './hit-list.tsx'
import css from './screening.module.css'

const sameListing = (hit: Hit) => (one: { list: string; entry: string }) => one.list === hit.list && one.entry === hit.entry
const bears = (hit: Hit, party: CaseParty) => (one: RecordedDisposition) => sameListing(hit)(one) && nameKey(one.party) === nameKey(party.name)

/**
 * The decision that speaks for this hit, made here or on the same party in another case; else the newest one of this case,
 * which was made on an earlier reading of the listing.
 */
function decisionOn(party: CaseParty, hit: Hit, answer: PartyAnswer | undefined, recorded: RecordedDisposition[]): Decided | undefined {
  const found = answer?.decisions?.find(sameListing(hit)) ?? recorded.findLast(bears(hit, party)) ?? party.dispositions.findLast(sameListing(hit))
  if (!found) return undefined
  const { decision, reason, by } = found
  return { decision, reason, by, at: found.at ?? '', outdated: (found.entryHash ?? '') !== '' && found.entryHash !== hit.entryHash }
}

/** `at` is the place of a party, `owner` the name of an owner. */
export function PartyReview({ at, owner }: { at?: number; owner?: string }) {
  const say = useSay()
  const { file, answer, record, flush } = useCase()
  const [chosen, setChosen] = useState('')
  const party = owner === undefined ? file.parties[at ?? -1] : ownersAsParties(file).find(({ name }) => nameKey(name) === nameKey(owner))
  const back = (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name="left" size={14} />}
      onClick={() => go('cases', file.id, 'parties')}
      data-testid="back-to-parties"
    >
      {say('screening:back')}
    </Button>
  )
  if (!party)
    return (
      <Empty icon="screening" title={say('screening:review.gone')} action={back}>
        {''}
      </Empty>
    )
  const screened = owner === undefined ? answer?.parties : answer?.owners
  const mine = screened?.find((one) => one.name === party.name && one.role === party.role) ?? screened?.find((one) => one.name === party.name)
  const hits = mine?.hits ?? []
  const nearest = mine?.nearest ?? []
  const all = [...hits, ...nearest]
  const hit = all.find((one) => hitKey(one) === chosen) ?? all[0]
  const mark = (one: Hit) => {
    const decision = decisionOn(party, one, mine, record.dispositions)
    return decision && !decision.outdated ? (
      <Tag tone={decision.decision === 'same-party' ? 'red' : 'green'}>{say(`screening:decision.${decision.decision}`)}</Tag>
    ) : (
      <Tag tone="amber">{say('screening:undecided')}</Tag>
    )
  }
  return (
    <div className={css.review}>
      <div className={css.reviewList}>
        <div className={css.reviewHead}>
          {back}
          <h1>{party.name}</h1>
        </div>
        <HitList
          title={say('screening:hits')}
          hits={hits}
          chosen={hit ? hitKey(hit) : ''}
          onChoose={(one) => setChosen(hitKey(one))}
          mark={mark}
          testId="hits"
        />
        <HitList
          title={say('screening:nearest')}
          hits={nearest}
          chosen={hit ? hitKey(hit) : ''}
          onChoose={(one) => setChosen(hitKey(one))}
          faint
          testId="nearest"
        />
      </div>
      <div className={css.reviewDetail}>
        {hit ? (
          <>
            <div className={css.scroll} {...scrollable(hit.name)}>
              <HitDetail query={queryOfParty(party)} hit={hit} day={file.asOf ?? today()} />
            </div>
            {hits.includes(hit) ? (
              <DecisionBar
                key={hitKey(hit)}
                caseId={file.id}
                party={party.name}
                hit={hit}
                earlier={decisionOn(party, hit, mine, record.dispositions)}
                proposal={record.awaiting.find((one) => bears(hit, party)(one) && one.entryHash === hit.entryHash)}
                before={flush}
                onRecorded={() => askAgain('case:get', 'case:preview', 'case:proof', 'case:list', 'case:history', 'alert:list')}
              />
            ) : null}
          </>
        ) : (
          <Empty icon="check" title={say('screening:review.clear.title')}>
            {say('screening:review.clear.body')}
          </Empty>
        )}
      </div>
    </div>
  )
}
