/** Commands of the menu that a screen carries out while it is open: it takes them here, the frame hands them over. */
import { useEffect, useRef } from 'react'
import type { MenuCommand } from '#shared/contract/bridge.ts'

const takers = new Map<MenuCommand, Set<() => void>>()

/** Carries out the command while the component is on screen. */
export function useCommand(command: MenuCommand, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const taker = () => latest.current()
    const some = takers.get(command) ?? new Set()
    takers.set(command, some.add(taker))
    return () => {
      some.delete(taker)
    }
  }, [command])
}

/** Hands a command to the screens that take it; false when none does. */
export function giveCommand(command: MenuCommand): boolean {
  const some = takers.get(command)
  if (!some || some.size === 0) return false
  for (const taker of some) taker()
  return true
}
