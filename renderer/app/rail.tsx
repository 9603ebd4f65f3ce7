/** The rail: one icon for each place, with its name beside it in a wide window and on hover in a narrow one. */
import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { ICON_OF, PLACES } from './places.ts'
import css from './rail.module.css'

export function Rail({ place }: { place: string }) {
  const say = useSay()
  const wide = useMediaQuery('(min-width: 1360px)')
  return (
    <nav className={`${css.rail} no-print`} aria-label={say('app:nav.label')}>
      <button type="button" className={css.skip} onClick={() => document.getElementById('content')?.focus()}>
        {say('app:skip')}
      </button>
      <ul>
        {PLACES.map((one) => (
          <li key={one} data-last={one === 'settings' || undefined}>
            <Tooltip label={say(`app:nav.${one}`)} position="right" disabled={wide ?? false}>
              <a
                href={to(one)}
                className={css.link}
                aria-current={place === one ? 'page' : undefined}
                aria-label={say(`app:nav.${one}`)}
                data-testid={`nav-${one}`}
              >
                <Icon name={ICON_OF[one]} size={20} />
                <span className={css.label} aria-hidden="true">
                  {say(`app:nav.${one}`)}
                </span>
              </a>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  )
}
