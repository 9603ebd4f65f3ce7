/** Providers from the outside in: theme, answers, preferences, undo; then the frame. */
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { listen } from '#renderer/client/bridge.ts'
import { hearJob } from '#renderer/client/jobs.ts'
import { PreferencesProvider } from '#renderer/client/preferences.tsx'
import { askAgain, queryClient } from '#renderer/client/queries.ts'
import { UndoProvider } from '#renderer/client/undo.tsx'
import type { Preferences } from '#shared/contract/replies.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'
import { changeLanguage } from './language.ts'
import { theme } from './theme.ts'

/** Keeps the cached answers true when the core says that something changed. */
function useCoreMessages(): void {
  useEffect(
    () =>
      listen((event) => {
        hearJob(event)
        if (event.event === 'lists:changed') askAgain('list:status', 'app:status', 'party:screen', 'alert:hit', 'case:preview', 'case:proof', 'case:get')
        if (event.event === 'cases:changed') askAgain('case:list', 'app:status', 'case:history', 'audit:list', 'alert:list')
        if (event.event === 'core:state' && (event.state === 'restarted' || event.state === 'ready')) void queryClient.invalidateQueries()
      }),
    [],
  )
}

export function App({ preferences, nonce }: { preferences: Preferences; nonce: string }) {
  useCoreMessages()
  const [scheme, setScheme] = useState(preferences.theme)
  const apply = useCallback((next: Preferences) => {
    setScheme(next.theme)
    changeLanguage(next.language)
  }, [])
  return (
    <MantineProvider theme={theme} getStyleNonce={() => nonce} defaultColorScheme="auto" {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}>
      <QueryClientProvider client={queryClient}>
        <PreferencesProvider first={preferences} onChange={apply}>
          <UndoProvider>
            <ErrorBoundary>
              <Frame />
            </ErrorBoundary>
          </UndoProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
