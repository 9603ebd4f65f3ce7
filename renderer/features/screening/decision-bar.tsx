/** The officer's decision on one hit: same party or not, with a reason and a name. It is a record of its own. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useAct } from '#renderer/client/queries.ts'
import { useSay } from '#renderer/client/words.ts'
import { moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import type { RecordedDisposition } from '#shared/contract/replies.ts'
import type { Disposition } from '#shared/domain/case.ts'
import type { Hit } from '#shared/domain/screening.ts'
import css from './screening.module.css'

type Decision = Disposition['decision']
/** A decision made before; `outdated` when the listing has changed since. */
export type Decided = { decision: Decision; reason: string; by: string; at: string; outdated: boolean }

type DecisionBarProps = {
  /** The case that the decision is filed with. */
  caseId: string
  party: string
  hit: Hit
  earlier: Decided | undefined
  /** A decision on this hit that waits for a second officer. */
  proposal: RecordedDisposition | undefined
  /** Stores what is typed but not yet stored of the case. */
  before?: () => Promise<void>
  onRecorded: () => void
}

export function DecisionBar({ proposal, ...props }: DecisionBarProps) {
  return proposal ? <SecondOfficer proposal={proposal} onRecorded={props.onRecorded} /> : <FirstOfficer {...props} />
}

function FirstOfficer({ caseId, party, hit, earlier, before, onRecorded }: Omit<DecisionBarProps, 'proposal'>) {
  const say = useSay()
  const { preferences, change } = usePreferences()
  const [decision, setDecision] = useState<Decision | ''>('')
  const [reason, setReason] = useState('')
  const [by, setBy] = useState(preferences.officer)
  const record = useAct('disposition:record', ['audit:list'])
  const ready = decision !== '' && reason.trim() !== '' && by.trim() !== ''
  const act = async () => {
    if (decision === '') return
    await before?.()
    if (preferences.officer === '') change({ officer: by.trim() })
    record.mutate(
      { case: caseId, party, disposition: { list: hit.list, entry: hit.entry, entryHash: hit.entryHash, decision, reason: reason.trim(), by: by.trim() } },
      {
        onSuccess: () => {
          setDecision('')
          setReason('')
          onRecorded()
        },
      },
    )
  }
  return (
    <section className={css.decision} aria-label={say('screening:decision')} data-testid="decision-bar">
      {earlier ? (
        <p className={css.decided} data-testid="decided">
          {say('screening:decision.recorded', { decision: say(`screening:decision.${earlier.decision}`), by: earlier.by, at: moment(earlier.at) })}.{' '}
          {earlier.reason}
          <small>{say(earlier.outdated ? 'screening:decision.outdated' : 'screening:decision.again')}</small>
        </p>
      ) : null}
      {record.error ? <Failure error={record.error} /> : null}
      <div className={css.decide}>
        <SegmentedControl
          size="xs"
          aria-label={say('screening:decision')}
          data={(['same-party', 'not-the-same'] as const).map((one) => ({ value: one, label: say(`screening:decision.${one}`) }))}
          value={decision}
          onChange={(next) => setDecision(next as Decision)}
          className={css.choose}
          data-testid="decision"
        />
        <Textarea
          label={say('screening:decision.reason')}
          placeholder={say('screening:decision.reason.hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={1}
          maxRows={5}
          data-testid="decision-reason"
        />
        <TextInput label={say('screening:decision.by')} value={by} onChange={(event) => setBy(event.currentTarget.value)} data-testid="decision-by" />
        <Button size="sm" variant="filled" disabled={!ready} loading={record.isPending} onClick={() => void act()} data-testid="decision-record">
          {say('screening:decision.record')}
        </Button>
      </div>
    </section>
  )
}

/** What a second officer says of a decision that clears a hit. */
function SecondOfficer({ proposal, onRecorded }: { proposal: RecordedDisposition; onRecorded: () => void }) {
  const say = useSay()
  const { preferences } = usePreferences()
  const [reason, setReason] = useState('')
  const [by, setBy] = useState(preferences.officer)
  const review = useAct('alert:review', ['audit:list'])
  const ready = reason.trim() !== '' && by.trim() !== ''
  const act = (agrees: boolean) => review.mutate({ id: proposal.id, agrees, reason: reason.trim(), by: by.trim() }, { onSuccess: onRecorded })
  return (
    <section className={css.decision} aria-label={say('screening:second')} data-testid="second-officer">
      <p className={css.decided}>
        {say('screening:second.proposed', { decision: say(`screening:decision.${proposal.decision}`), by: proposal.by, at: moment(proposal.at) })}.{' '}
        {proposal.reason}
        <small>{say('screening:second.says')}</small>
      </p>
      {review.error ? <Failure error={review.error} /> : null}
      <div className={css.decide}>
        <Textarea
          label={say('screening:second.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={1}
          maxRows={5}
          data-testid="second-reason"
        />
        <TextInput label={say('screening:decision.by')} value={by} onChange={(event) => setBy(event.currentTarget.value)} data-testid="second-by" />
        <Button size="sm" variant="filled" disabled={!ready} loading={review.isPending} onClick={() => act(true)} data-testid="second-agree">
          {say('screening:second.agree')}
        </Button>
        <Button size="sm" disabled={!ready} loading={review.isPending} onClick={() => act(false)} data-testid="second-refuse">
          {say('screening:second.refuse')}
        </Button>
      </div>
    </section>
  )
}
