/** The frame of the window: rail, the present screen, notices of the core, undo, status bar, palette and shortcuts. */
import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { listen } from '#renderer/client/bridge.ts'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useRoute } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useSay } from '#renderer/client/words.ts'
import { Notice } from '#renderer/ui/block.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import css from './frame.module.css'
import { useKeys } from './keys.ts'
import { useMenu } from './menu.ts'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { Screen } from './screen.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StatusBar } from './status-bar.tsx'

type CoreState = 'starting' | 'ready' | 'restarted' | 'failed'

function CoreNotice() {
  const say = useSay()
  const [core, setCore] = useState<{ state: CoreState; detail: string }>({ state: 'ready', detail: '' })
  useEffect(
    () =>
      listen((event) => {
        if (event.event === 'core:state') setCore({ state: event.state, detail: event.detail })
      }),
    [],
  )
  if (core.state === 'ready') return null
  const close = <CloseButton size="sm" aria-label={say('ui:close')} onClick={() => setCore({ state: 'ready', detail: '' })} />
  return (
    <div className={css.notice}>
      <Notice
        tone={core.state === 'failed' ? 'error' : 'warning'}
        title={say(`app:core.${core.state}`)}
        actions={core.state === 'starting' ? undefined : close}
        testId="core-notice"
      >
        {core.detail}
      </Notice>
    </div>
  )
}

/** What the shell has to say about the start, until it is closed. */
function ShellNotices() {
  const say = useSay()
  const { preferences } = usePreferences()
  const [closed, setClosed] = useState(false)
  const notices = preferences.notices ?? []
  if (closed || notices.length === 0) return null
  return (
    <div className={css.notice}>
      {notices.map((notice) => (
        <Notice
          key={notice.code}
          tone="warning"
          title={say(`app:notice.${notice.code}`)}
          actions={<CloseButton size="sm" aria-label={say('ui:close')} onClick={() => setClosed(true)} />}
          testId="shell-notice"
        >
          {notice.detail}
        </Notice>
      ))}
    </div>
  )
}

const UNDO_FOR_MS = 12_000

function UndoBar() {
  const say = useSay()
  const { last, clear } = useUndo()
  useEffect(() => {
    if (!last) return
    const timer = window.setTimeout(clear, UNDO_FOR_MS)
    return () => window.clearTimeout(timer)
  }, [last, clear])
  return (
    <div aria-live="polite">
      {last ? (
        <div className={css.undo} data-testid="undo-bar">
          <span>{last.says}</span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              last.undo()
              clear()
            }}
            data-testid="undo"
          >
            {say('app:undo')}
          </Button>
          <CloseButton size="xs" aria-label={say('ui:close')} onClick={clear} />
        </div>
      ) : null}
    </div>
  )
}

export function Frame() {
  const route = useRoute()
  const [shortcuts, setShortcuts] = useState(false)
  useKeys(() => setShortcuts(true))
  useMenu(() => setShortcuts(true))
  // A file dropped beside a drop place must not replace the window.
  useEffect(() => {
    const refuse = (event: DragEvent) => event.preventDefault()
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
  const place = route[0] ?? 'home'
  return (
    <div className={css.frame}>
      <Rail place={place} />
      <main className={css.main} id="content" tabIndex={-1}>
        <CoreNotice />
        <ShellNotices />
        <div className={css.screen}>
          <ErrorBoundary key={place}>
            <Screen route={route} />
          </ErrorBoundary>
        </div>
        <UndoBar />
      </main>
      <StatusBar />
      <Palette onShortcuts={() => setShortcuts(true)} />
      <Shortcuts opened={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  )
}
