/** What would change the recorded answer: the smallest changes of facts, by the verdict that they lead to. */
import { useAnswer } from '#renderer/client/queries.ts'
import { useLang, usePick, useSay } from '#renderer/client/words.ts'
import { Section } from '#renderer/ui/block.tsx'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import { Failure } from '#renderer/ui/failure.tsx'
import { VerdictChip } from '#renderer/ui/verdict.tsx'
import type { FactRow, FlipRow } from '#shared/contract/replies.ts'
import type { Value } from '#shared/trace/trace.ts'
import css from './result.module.css'

type Change = FlipRow['changes'][number]
const MOST_COUNTRIES = 8

function useChangeWords(): (change: Change) => string {
  const say = useSay()
  const pick = usePick()
  const lang = useLang()
  const country = useCountryName()
  const dictionary = useAnswer('pack:facts', {}, { staleTime: Number.POSITIVE_INFINITY })
  const rows = new Map((dictionary.data ?? []).map((row) => [row.path, row]))
  const valueText = (row: FactRow | undefined, value: Value): string => {
    if (typeof value === 'boolean') return say(value ? 'ui:yes' : 'ui:no')
    if (typeof value === 'object')
      return 'is' in value ? value.is.map((one) => valueText(row, one)).join(', ') || say('trace:value.none') : `${value.min ?? '…'} – ${value.max ?? '…'}`
    const choice = row?.choices.find((one) => one.value === value)
    return choice ? pick(choice.label) : row?.type === 'country' ? country(String(value)) : String(value)
  }
  return ({ fact, of, from, to }) => {
    const row = rows.get(fact)
    const whose = of.party ?? (of.item === undefined ? '' : say('result:item', { id: of.item }))
    const name = `${pick(row?.label) || fact}${whose === '' ? '' : ` (${whose})`}`
    const before = valueText(row, from)
    if (to.kind === 'countries') {
      const shown = to.countries
        .slice(0, MOST_COUNTRIES)
        .map(country)
        .join(lang === 'zh' ? '、' : ', ')
      const rest = to.countries.length - MOST_COUNTRIES
      return say('result:flips.change', { name, before, after: rest > 0 ? say('result:flips.more', { shown, count: rest }) : shown })
    }
    const after = to.kind === 'value' ? valueText(row, to.value) : say(`result:flips.${to.side}`, { limit: String(to.limit) })
    return say('result:flips.change', { name, before, after })
  }
}

export function Flips({ determination, item }: { determination: string; item: string }) {
  const say = useSay()
  const words = useChangeWords()
  const found = useAnswer('determination:flips', { id: determination, item }, { staleTime: Number.POSITIVE_INFINITY })
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />
  const rows = found.data
  if (rows === undefined) return null
  return (
    <Section title={say('result:flips')} note={say('result:flips.says')}>
      {rows.length === 0 ? <p className={css.soft}>{say('result:flips.none')}</p> : null}
      <ul className={css.lines} data-testid="flips">
        {rows.map((row) => (
          <li key={JSON.stringify(row.changes)} data-testid="flip" data-verdict={row.verdict}>
            <span>{row.changes.map(words).join(` ${say('result:solves.and')} `)}</span>
            <VerdictChip verdict={row.verdict} plain />
          </li>
        ))}
      </ul>
    </Section>
  )
}
