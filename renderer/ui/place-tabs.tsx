/** The tabs at the head of a place that is divided into parts with addresses of their own. */
import { to } from '#renderer/client/route.ts'
import css from './place-tabs.module.css'

type PlaceTabsProps<T extends string> = { place: string; label: string; tabs: readonly T[]; tab: T; nameOf: (tab: T) => string }

export function PlaceTabs<T extends string>({ place, label, tabs, tab, nameOf }: PlaceTabsProps<T>) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map((one) => (
        <a key={one} href={to(place, one)} aria-current={one === tab ? 'page' : undefined} data-testid={`${place}-tab-${one}`}>
          {nameOf(one)}
        </a>
      ))}
    </nav>
  )
}
