/** Decides who may call through the door: the program's own window, its main frame, its exact origin. Everybody else is refused. */
import { ORIGIN } from '#shared/contract/bridge.ts'

export type Caller = { ownWindow: boolean; mainFrame: boolean; origin: string }

/** Empty when the caller may call, else why not. */
export function refusal(caller: Caller): string {
  if (!caller.ownWindow) return 'the caller is not the window of the program'
  if (!caller.mainFrame) return 'the caller is a frame inside the window'
  if (caller.origin !== ORIGIN) return `the caller comes from ${caller.origin || 'nowhere'}, expected ${ORIGIN}`
  return ''
}
