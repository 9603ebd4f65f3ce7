/** Ctrl/Cmd-K: cases, parties, entries, rules, countries and commands from one field. */

import { Modal, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { useEffect, useMemo, useRef, useState } from 'react'
import { usePreferences } from '#renderer/client/preferences.tsx'
import { useAnswer } from '#renderer/client/queries.ts'
import { go } from '#renderer/client/route.ts'
import { usePick, useSay } from '#renderer/client/words.ts'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'
import type { PaletteRow } from '#shared/contract/replies.ts'
import css from './palette.module.css'
import { paletteStore } from './palette-store.ts'
import { ICON_OF, PLACES } from './places.ts'

type Command = { id: string; label: string; icon: IconName; run: () => void }

function useCommands(onShortcuts: () => void): Command[] {
  const say = useSay()
  const { preferences, change } = usePreferences()
  return useMemo(
    () => [
      { id: 'new-case', label: say('app:command.newCase'), icon: 'add', run: () => go('cases', 'new') },
      { id: 'screen', label: say('app:command.screenName'), icon: 'screening', run: () => go('screening') },
      { id: 'evidence', label: say('app:command.evidence'), icon: 'screening', run: () => go('screening', 'evidence') },
      { id: 'import', label: say('app:command.importList'), icon: 'import', run: () => go('lists') },
      { id: 'classify', label: say('app:command.classifyItem'), icon: 'classify', run: () => go('classify') },
      ...PLACES.map((place) => ({
        id: `go-${place}`,
        label: say('app:command.go', { place: say(`app:nav.${place}`) }),
        icon: ICON_OF[place],
        run: () => go(place),
      })),
      { id: 'language', label: say('app:command.language'), icon: 'settings', run: () => change({ language: preferences.language === 'en' ? 'zh' : 'en' }) },
      { id: 'light', label: say('app:command.light'), icon: 'settings', run: () => change({ theme: 'light' }) },
      { id: 'dark', label: say('app:command.dark'), icon: 'settings', run: () => change({ theme: 'dark' }) },
      { id: 'verify', label: say('app:command.verify'), icon: 'shield', run: () => go('settings', 'audit') },
      { id: 'shortcuts', label: say('app:command.shortcuts'), icon: 'keyboard', run: onShortcuts },
    ],
    [say, preferences.language, change, onShortcuts],
  )
}

const KIND_ICON: Record<PaletteRow['kind'], IconName> = { case: 'cases', entry: 'entries', rule: 'rules', party: 'screening', country: 'open' }

function open(row: PaletteRow): void {
  if (row.kind === 'case') go('cases', row.id, 'determination')
  else if (row.kind === 'entry') go('entries', row.id)
  else if (row.kind === 'rule') go('rules', 'rule', row.id)
  else if (row.kind === 'country') go('rules', 'country', row.id)
  else go('screening', 'search', row.title.en)
}

const KINDS = ['case', 'entry', 'rule', 'party', 'country'] as const

function selectFirst(list: HTMLElement | null): void {
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}

export function Palette({ onShortcuts }: { onShortcuts: () => void }) {
  const say = useSay()
  const pick = usePick()
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const [search] = useDebouncedValue(typed, 100)
  const found = useAnswer('palette:search', { search }, { enabled: search !== '', keep: true })
  const commands = useCommands(onShortcuts)
  const fitting = commands.filter((command) => command.label.toLowerCase().includes(typed.toLowerCase()))
  const rows = useMemo(() => (typed === '' ? [] : (found.data ?? [])), [typed, found.data])
  const list = useRef<HTMLDivElement>(null)
  // What is found arrives after the key that asked for it: Enter then means the first row, whatever was first before.
  useEffect(() => {
    if (rows.length > 0) selectFirst(list.current)
  }, [rows])
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      scrollable
      maxHeight={440}
      size={620}
      centered={false}
      yOffset="12dvh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 80 }}
      classNames={{ action: css.action }}
      data-testid="palette"
    >
      <VisuallyHidden>
        <Modal.Title>{say('app:palette.label')}</Modal.Title>
      </VisuallyHidden>
      <Spotlight.Search
        placeholder={say('app:palette.search')}
        leftSection={<Icon name="search" />}
        aria-label={say('app:palette.label')}
        data-testid="palette-search"
      />
      <Spotlight.ActionsList ref={list}>
        {KINDS.map((kind) => {
          const some = rows.filter((row) => row.kind === kind)
          if (some.length === 0) return null
          return (
            <Spotlight.ActionsGroup key={kind} label={say(`app:palette.kind.${kind}`)}>
              {some.map((row) => (
                <Spotlight.Action
                  key={row.id}
                  label={pick(row.title)}
                  onClick={() => open(row)}
                  leftSection={<Icon name={KIND_ICON[kind]} size={16} />}
                  rightSection={<span className={css.detail}>{row.detail}</span>}
                />
              ))}
            </Spotlight.ActionsGroup>
          )
        })}
        {fitting.length > 0 ? (
          <Spotlight.ActionsGroup label={say('app:palette.commands')}>
            {fitting.map((command) => (
              <Spotlight.Action key={command.id} label={command.label} onClick={command.run} leftSection={<Icon name={command.icon} size={16} />} />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {fitting.length === 0 && rows.length === 0 ? <Spotlight.Empty>{say('app:palette.nothing', { search: typed })}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
