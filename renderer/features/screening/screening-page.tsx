/** Which part of the Screening place an address shows. */
import { Alerts } from './alerts.tsx'
import { BatchPage } from './batch/batch-page.tsx'
import { EvidencePage } from './evidence/evidence-page.tsx'
import { Search } from './search.tsx'
import { tabOf } from './tabs.tsx'

const PAGES = { search: Search, batch: BatchPage, alerts: Alerts, evidence: EvidencePage }

export function ScreeningPage({ route }: { route: string[] }) {
  const Page = PAGES[tabOf(route[0])]
  return <Page name={route[1] ?? ''} />
}
