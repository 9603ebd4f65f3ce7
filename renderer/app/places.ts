/** The places of the rail, in the order of their number keys. */
import type { IconName } from '#renderer/ui/icon.tsx'

export const PLACES = ['home', 'cases', 'screening', 'classify', 'entries', 'rules', 'lists', 'settings'] as const
export type Place = (typeof PLACES)[number]
/** Places by number key: the first six as the menu bar has them. */
export const BY_NUMBER: readonly Place[] = ['home', 'cases', 'screening', 'entries', 'rules', 'lists', 'classify', 'settings']
export const ICON_OF: Record<Place, IconName> = {
  home: 'home',
  cases: 'cases',
  screening: 'screening',
  classify: 'classify',
  entries: 'entries',
  rules: 'rules',
  lists: 'lists',
  settings: 'settings',
}
