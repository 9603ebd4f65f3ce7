/** Says in words which identity numbers are none: their check character does not fit, or their form. Nothing is refused for it. */
import { useSay } from '#renderer/client/words.ts'
import { numberWarnings } from '#shared/domain/identity-number.ts'
import type { PartyKind } from '#shared/domain/screening.ts'
import css from './small.module.css'

export function NumberWarnings({ ids = [], kind }: { ids?: readonly string[] | undefined; kind?: PartyKind | undefined }) {
  const say = useSay()
  const warnings = numberWarnings(ids, kind)
  if (warnings.length === 0) return null
  return (
    <ul className={css.warnings} role="status" data-testid="number-warnings">
      {warnings.map((one) => (
        <li key={`${one.kind} ${one.value}`}>{say(`ui:number.${one.fault}`, { value: one.value, kind: say(`ui:number.kind.${one.kind}`) })}</li>
      ))}
    </ul>
  )
}
