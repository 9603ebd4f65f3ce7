/** The officer's preferences, kept by the shell. A change shows at once and is written behind it. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { RequestOf } from '#shared/contract/contract.ts'
import type { Preferences } from '#shared/contract/replies.ts'
import { call, listen } from './bridge.ts'

type Holder = { preferences: Preferences; change: (changes: RequestOf<'shell:setPreferences'>) => void }
const Context = createContext<Holder | null>(null)

export function PreferencesProvider({ first, onChange, children }: { first: Preferences; onChange: (preferences: Preferences) => void; children: ReactNode }) {
  const [preferences, setPreferences] = useState(first)
  useEffect(() => onChange(preferences), [preferences, onChange])
  // The menu changes language and theme too.
  useEffect(
    () =>
      listen((event) => {
        if (event.event === 'preferences') setPreferences((now) => ({ ...now, language: event.language, theme: event.theme }))
      }),
    [],
  )
  const change = useCallback((changes: RequestOf<'shell:setPreferences'>) => {
    setPreferences((now) => ({ ...now, ...(changes as Partial<Preferences>) }))
    void call('shell:setPreferences', changes).catch(() => undefined)
  }, [])
  const holder = useMemo(() => ({ preferences, change }), [preferences, change])
  return <Context.Provider value={holder}>{children}</Context.Provider>
}

export function usePreferences(): Holder {
  const holder = useContext(Context)
  if (!holder) throw new Error('preferences are used outside their provider')
  return holder
}
