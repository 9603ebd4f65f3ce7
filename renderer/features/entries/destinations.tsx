/** The Country Chart for one entry as a field of tiles: every destination by code, its state as fill and pattern. */
import { Tooltip } from '@mantine/core'
import { useAnswer } from '#renderer/client/queries.ts'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Section } from '#renderer/ui/block.tsx'
import { useCountryName } from '#renderer/ui/country-field.tsx'
import css from './entries.module.css'

const STATES = ['marked', 'elsewhere', 'unclear', 'unmarked'] as const

export function Destinations({ eccn }: { eccn: string }) {
  const say = useSay()
  const country = useCountryName()
  const found = useAnswer('entry:destinations', { eccn }, { staleTime: 600_000 })
  const rows = found.data ?? []
  if (rows.length === 0) return null
  return (
    <Section title={say('entries:destinations')} note={say('entries:destinations.note')}>
      <ul className={css.legend}>
        {STATES.map((state) => {
          const number = rows.filter((row) => row.state === state).length
          return number === 0 ? null : (
            <li key={state}>
              <span className={css.tile} data-state={state} aria-hidden="true" /> {say(`entries:destination.${state}`)} <strong>{number}</strong>
            </li>
          )
        })}
      </ul>
      <div className={css.tiles} data-testid="destinations">
        {rows.map((row) => {
          const name = country(row.code)
          const what = say('entries:destination.reasons', {
            country: name,
            reasons: `${say(`entries:destination.${row.state}`)}${row.reasons.length > 0 ? ` (${row.reasons.join(', ')})` : ''}`,
          })
          return (
            <Tooltip key={row.code} label={what} openDelay={80}>
              <a href={to('rules', 'country', row.code)} className={css.tile} data-state={row.state} aria-label={what}>
                {row.code}
              </a>
            </Tooltip>
          )
        })}
      </div>
    </Section>
  )
}
