/** What the commands of the menu bar do in the window. */

import { useEffect, useRef } from 'react'
import { listen } from '#renderer/client/bridge.ts'
import { giveCommand } from '#renderer/client/commands.ts'
import { go, parseRoute } from '#renderer/client/route.ts'
import { MENU_COMMANDS, type MenuCommand } from '#shared/contract/bridge.ts'
import { palette } from './palette-store.ts'

const isCommand = (name: string): name is MenuCommand => (MENU_COMMANDS as readonly string[]).includes(name)

/** In a case: goes to the tab that can save the memo. Elsewhere there is no memo to save. */
function toMemo(): void {
  const [place, id] = parseRoute(window.location.hash.replace(/^#\/?/, ''))
  if (place === 'cases' && id) go('cases', id, 'memo')
}

type Everywhere = Exclude<MenuCommand, 'case:determine' | 'trace:toggle'>

/** What a command does when no screen takes it; the two that need an open case do nothing then. */
const actions = (onHelp: () => void): Record<Everywhere, () => void> => ({
  'case:new': () => go('cases', 'new'),
  'list:import': () => go('lists'),
  'memo:save': toMemo,
  palette: () => palette.open(),
  settings: () => go('settings'),
  'go:home': () => go('home'),
  'go:cases': () => go('cases'),
  'go:screening': () => go('screening'),
  'go:items': () => go('entries'),
  'go:rules': () => go('rules'),
  'go:lists': () => go('lists'),
  'help:shortcuts': onHelp,
})

function act(command: MenuCommand, onHelp: () => void): void {
  if (giveCommand(command) || command === 'case:determine' || command === 'trace:toggle') return
  actions(onHelp)[command]()
}

export function useMenu(onHelp: () => void): void {
  const help = useRef(onHelp)
  useEffect(() => {
    help.current = onHelp
  })
  useEffect(
    () =>
      listen((event) => {
        if (event.event === 'menu' && isCommand(event.command)) act(event.command, () => help.current())
      }),
    [],
  )
}
