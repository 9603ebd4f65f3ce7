/** Which feature shows which tab of an open case. */
import { lazy, Suspense } from 'react'
import { FactsTab } from '#renderer/features/cases/facts-tab.tsx'
import { ItemsTab } from '#renderer/features/cases/items-tab.tsx'
import { PartiesTab } from '#renderer/features/cases/parties-tab.tsx'
import type { Tab } from '#renderer/features/cases/tabs.ts'
import { HistoryTab } from '#renderer/features/history/history-tab.tsx'
import { ResultTab } from '#renderer/features/result/result-tab.tsx'
import { QuestionsTab } from '#renderer/features/wizard/questions-tab.tsx'

const ContentPage = lazy(async () => ({ default: (await import('#renderer/features/cases/content/content-page.tsx')).ContentPage }))
const ItemClassification = lazy(async () => ({ default: (await import('#renderer/features/classification/item-classification.tsx')).ItemClassification }))
const PartyReview = lazy(async () => ({ default: (await import('#renderer/features/screening/party-review.tsx')).PartyReview }))
const OwnershipPage = lazy(async () => ({ default: (await import('#renderer/features/cases/ownership/ownership-page.tsx')).OwnershipPage }))
const MemoTab = lazy(async () => ({ default: (await import('#renderer/features/memo/memo-tab.tsx')).MemoTab }))

function choose(tab: Tab, at: string | undefined, part: string | undefined) {
  switch (tab) {
    case 'facts':
      return <FactsTab />
    case 'parties':
      if (at === undefined) return <PartiesTab />
      if (at === 'owner') return <PartyReview key={part} owner={part ?? ''} />
      return at === 'ownership' ? <OwnershipPage at={Number(part ?? '0')} /> : <PartyReview at={Number(at)} />
    case 'items':
      return at === undefined ? <ItemsTab /> : part === 'content' ? <ContentPage id={at} /> : <ItemClassification id={at} />
    case 'questions':
      return <QuestionsTab />
    case 'determination':
      return <ResultTab />
    case 'memo':
      return <MemoTab />
    case 'history':
      return <HistoryTab />
  }
}

export function CaseTab({ tab, rest }: { tab: Tab; rest: string[] }) {
  return <Suspense fallback={null}>{choose(tab, rest[0], rest[1])}</Suspense>
}
