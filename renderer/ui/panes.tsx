/** List beside detail. The border moves by mouse or arrow keys and its place is kept; in a narrow window the list becomes a drawer. */
import { ActionIcon, Drawer, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { createContext, type KeyboardEvent, type PointerEvent, type ReactNode, useContext, useState } from 'react'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useRoute } from '#renderer/client/route.ts'
import { useSay } from '#renderer/client/words.ts'
import { Icon } from './icon.tsx'
import css from './panes.module.css'

const NARROW = '(max-width: 1180px)'

const Opener = createContext<(() => void) | null>(null)
/** The button that opens the list when it is a drawer; nothing when the list stands beside the detail. */
export function ListOpener() {
  const say = useSay()
  const show = useContext(Opener)
  return show ? (
    <Tooltip label={say('ui:openList')}>
      <ActionIcon size={30} aria-label={say('ui:openList')} onClick={show} data-testid="open-list">
        <Icon name="list" />
      </ActionIcon>
    </Tooltip>
  ) : null
}

type PanesProps = { name: string; label: string; list: ReactNode; detail: ReactNode; hasDetail: boolean; width?: number; least?: number; most?: number }

export function Panes({ name, label, list, detail, hasDetail, width = 344, least = 280, most = 520 }: PanesProps) {
  const say = useSay()
  const narrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches)
  const [open, setOpen] = useState(false)
  // Whatever is opened from the drawer, by click or by key, leads to another address: the drawer closes with it.
  const address = useRoute().join('/')
  const [seen, setSeen] = useState(address)
  if (seen !== address) {
    setSeen(address)
    setOpen(false)
  }
  const { preferences, change } = usePreferences()
  const [size, setSize] = useState(preferences.panes[name] ?? width)
  const clamp = (value: number) => Math.round(Math.max(least, Math.min(most, value)))
  const keep = (value: number) => change({ panes: { ...preferences.panes, [name]: value } })

  if (narrow) {
    if (!hasDetail) return <div className={css.alone}>{list}</div>
    return (
      <Opener.Provider value={() => setOpen(true)}>
        <div className={css.alone}>{detail}</div>
        <Drawer opened={open} onClose={() => setOpen(false)} size={380} title={label} padding={0} classNames={{ body: css.drawer, header: css.drawerHead }}>
          <div className={css.drawerList}>{list}</div>
        </Drawer>
      </Opener.Provider>
    )
  }

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const from = event.clientX
    const start = size
    let now = start
    const move = (next: globalThis.PointerEvent) => {
      now = clamp(start + next.clientX - from)
      setSize(now)
    }
    const end = () => {
      window.removeEventListener('pointermove', move)
      keep(now)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end, { once: true })
  }
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -16 : event.key === 'ArrowRight' ? 16 : 0
    if (step === 0) return
    event.preventDefault()
    const next = clamp(size + step)
    setSize(next)
    keep(next)
  }
  return (
    <Opener.Provider value={null}>
      <div className={css.panes} style={{ gridTemplateColumns: `${size}px 0 minmax(0, 1fr)` }}>
        <section className={css.list} aria-label={label}>
          {list}
        </section>
        <hr
          className={css.border}
          aria-orientation="vertical"
          aria-label={say('ui:pane.border')}
          aria-valuenow={size}
          aria-valuemin={least}
          aria-valuemax={most}
          tabIndex={0}
          onPointerDown={drag}
          onKeyDown={keys}
        />
        <div className={css.detail}>{detail}</div>
      </div>
    </Opener.Provider>
  )
}
