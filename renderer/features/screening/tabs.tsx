/** What the Screening place is divided into, and the tabs between them. */
import { to } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import css from './tabs.module.css'

/** Only parts that have a page, in the order of the tabs; the first is shown where an address names none. */
export const TABS = ['search', 'batch', 'alerts', 'evidence'] as const
export type Tab = (typeof TABS)[number]

/** The part that the first piece of an address names. */
export const tabOf = (part: string | undefined): Tab => TABS.find((tab) => tab === part) ?? TABS[0]

export function ScreeningTabs({ tab }: { tab: Tab }) {
  const say = useSay()
  return (
    <nav className={css.tabs} aria-label={say('screening:tabs')}>
      {TABS.map((one) => (
        <a key={one} href={to('screening', one)} aria-current={one === tab ? 'page' : undefined} data-testid={`screening-tab-${one}`}>
          {say(`screening:tab.${one}`)}
        </a>
      ))}
    </nav>
  )
}
