/** Which screen an address shows. Screens other than home are fetched from the bundle when they are first opened. */
import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { go } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { HomePage } from '#renderer/features/home/home-page.tsx'
import { Empty } from '#renderer/ui/block.tsx'

const CasesPage = lazy(async () => ({ default: (await import('./cases-page.tsx')).CasesPage }))
const ScreeningPage = lazy(async () => ({ default: (await import('#renderer/features/screening/screening-page.tsx')).ScreeningPage }))
const ClassifyPage = lazy(async () => ({ default: (await import('#renderer/features/classification/classify-page.tsx')).ClassifyPage }))
const EntriesPage = lazy(async () => ({ default: (await import('#renderer/features/entries/entries-page.tsx')).EntriesPage }))
const RulesPage = lazy(async () => ({ default: (await import('#renderer/features/rules/rules-page.tsx')).RulesPage }))
const ListsPage = lazy(async () => ({ default: (await import('#renderer/features/lists/lists-page.tsx')).ListsPage }))
const SettingsPage = lazy(async () => ({ default: (await import('#renderer/features/settings/settings-page.tsx')).SettingsPage }))

function Nowhere() {
  const say = useSay()
  return (
    <Empty main icon="info" title={say('app:nowhere.title')} action={<Button onClick={() => go('home')}>{say('app:nav.home')}</Button>}>
      {say('app:nowhere.body')}
    </Empty>
  )
}

function choose([place, ...rest]: string[]) {
  switch (place) {
    case 'home':
      return <HomePage />
    case 'cases':
      return <CasesPage route={rest} />
    case 'screening':
      return <ScreeningPage route={rest} />
    case 'classify':
      return <ClassifyPage />
    case 'entries':
      return <EntriesPage eccn={rest[0] ?? ''} />
    case 'rules':
      return <RulesPage route={rest} />
    case 'lists':
      return <ListsPage />
    case 'settings':
      return <SettingsPage section={rest[0] ?? ''} />
    default:
      return <Nowhere />
  }
}

export function Screen({ route }: { route: string[] }) {
  return <Suspense fallback={null}>{choose(route)}</Suspense>
}
