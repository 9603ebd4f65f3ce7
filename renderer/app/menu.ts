/** What the commands of the menu bar do in the window. */
import { spotlight } from '@mantine/spotlight'
import { useEffect, useRef } from 'react'
import { listen } from '#renderer/client/bridge.ts'
import { giveCommand } from '#renderer/client/commands.ts'
import { go, parseRoute } from '#renderer/client/route.ts'
import { MENU_COMMANDS, type MenuCommand } from '#shared/contract/bridge.ts'

const isCommand = (name: string): name is MenuCommand => (MENU_COMMANDS as readonly string[]).includes(name)

/** In a case: goes to the tab that can save the memo. Elsewhere there is no memo to save. */
function toMemo(): void {
  const [place, id] = parseRoute(window.location.hash.replace(/^#\/?/, ''))
  if (place === 'cases' && id) go('cases', id, 'memo')
}

function act(command: MenuCommand, onHelp: () => void): void {
  if (giveCommand(command)) return
  switch (command) {
    case 'case:new':
      return go('cases', 'new')
    case 'list:import':
      return go('lists')
    case 'memo:save':
      return toMemo()
    case 'palette':
      return spotlight.open()
    case 'settings':
      return go('settings')
    case 'go:home':
      return go('home')
    case 'go:cases':
      return go('cases')
    case 'go:screening':
      return go('screening')
    case 'go:items':
      return go('entries')
    case 'go:rules':
      return go('rules')
    case 'go:lists':
      return go('lists')
    case 'help:shortcuts':
      return onHelp()
    case 'case:determine':
    case 'trace:toggle':
      return
  }
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
