/** What the Screening place is divided into, and the tabs between them. */
import { useSay } from '#renderer/client/words.ts'
import { PlaceTabs } from '#renderer/ui/place-tabs.tsx'

/** Only parts that have a page, in the order of the tabs; the first is shown where an address names none. */
export const TABS = ['search', 'batch', 'alerts', 'evidence'] as const
export type Tab = (typeof TABS)[number]

/** The part that the first piece of an address names. */
export const tabOf = (part: string | undefined): Tab => TABS.find((tab) => tab === part) ?? TABS[0]

export function ScreeningTabs({ tab }: { tab: Tab }) {
  const say = useSay()
  return <PlaceTabs place="screening" label={say('screening:tabs')} tabs={TABS} tab={tab} nameOf={(one) => say(`screening:tab.${one}`)} />
}
