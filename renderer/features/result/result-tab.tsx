/** The determination: what the facts say now, item by item, with the proof beside it; recording it is a separate act. */
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useCommand } from '#renderer/client/commands.ts'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { moment } from '#renderer/ui/dates.ts'
import { Failure } from '#renderer/ui/failure.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import type { Determination } from '#shared/domain/determination.ts'
import { Basis } from './basis.tsx'
import { Flips } from './flips.tsx'
import { ItemResult } from './item-result.tsx'
import { OpenMatters } from './open-matters.tsx'
import { OwnershipResults } from './ownership.tsx'
import { PartyResults } from './party-results.tsx'
import { ProofSide } from './proof-side.tsx'
import css from './result.module.css'

/**
 * The record when it is of the case as it stands, else the answer to the facts as they are. An equal proof means equal
 * contents, so the fresh answer stands in for the record then: its words are in the window's language.
 */
function useShown(): { shown: Determination | undefined; recorded: string | null; moved: boolean } {
  const { record, answer, state } = useCase()
  const kept = record.determination
  if (kept === null || record.changedSince || state !== 'stored') return { shown: answer, recorded: null, moved: false }
  const same = answer?.proofHash === kept.answer.proofHash
  return { shown: same ? answer : kept.answer, recorded: kept.id, moved: answer !== undefined && !same }
}

function RecordBar({ recorded, side, onSide }: { recorded: string | null; side: boolean; onSide: () => void }) {
  const say = useSay()
  const { record, determine, determining, determineError } = useCase()
  const kept = record.determination
  const at = kept ? moment(kept.at) : ''
  const words =
    recorded && kept
      ? kept.by
        ? say('result:recorded', { at, by: kept.by })
        : say('result:recorded.nobody', { at })
      : kept
        ? say('result:changed', { at })
        : say('result:preview')
  return (
    <div className={css.bar}>
      <span className={css.barWords} data-testid="record-state" data-recorded={recorded !== null}>
        {words}
      </span>
      <Button variant={recorded ? 'default' : 'filled'} onClick={determine} loading={determining} data-testid="case-determine">
        {say(recorded ? 'result:record.again' : 'result:record')}
      </Button>
      <Button onClick={onSide} aria-pressed={side} leftSection={<Icon name="trace" size={15} />} data-testid="toggle-proof">
        {say('result:proof')}
      </Button>
      {determineError ? <Failure error={determineError} /> : null}
    </div>
  )
}

/** T opens and closes the proof. */
function useProofKey(toggle: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof HTMLElement && ['INPUT', 'TEXTAREA'].includes(event.target.tagName)) return
      toggle()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [toggle])
}

export function ResultTab() {
  const say = useSay()
  const { answerError } = useCase()
  const { shown, recorded, moved } = useShown()
  const [side, setSide] = useState(true)
  const [item, setItem] = useState<string | null>(null)
  useProofKey(() => setSide((now) => !now))
  useCommand('trace:toggle', () => setSide((now) => !now))
  if (answerError && recorded === null) return null
  if (!shown) return <p className={css.soft}>{say('ui:loading')}</p>
  const chosen = shown.items.find((one) => one.id === item)?.id ?? shown.items[0]?.id ?? ''
  return (
    <div className={css.result} data-side={side || undefined}>
      <div className={css.main} data-testid="result" data-outcome={shown.outcome}>
        <RecordBar recorded={recorded} side={side} onSide={() => setSide(!side)} />
        {moved ? (
          <Notice tone="info" testId="result-moved">
            {say('result:moved')}
          </Notice>
        ) : null}
        {shown.warnings.map((warning) => (
          <Notice key={warning} tone="warning">
            {warning}
          </Notice>
        ))}
        {shown.items.map((one) => (
          <ItemResult
            key={one.id}
            item={one}
            onProof={() => {
              setItem(one.id)
              setSide(true)
            }}
          />
        ))}
        <PartyResults parties={shown.parties} owners={shown.owners ?? []} />
        <OwnershipResults ownership={shown.ownership ?? []} />
        {recorded ? <Flips key={`${recorded}-${chosen}`} determination={recorded} item={chosen} /> : null}
        <OpenMatters answer={shown} />
        <Basis answer={shown} />
      </div>
      {side ? <ProofSide determination={recorded} items={shown.items} item={chosen} onItem={setItem} onClose={() => setSide(false)} /> : null}
    </div>
  )
}
