/**
 * Decides what the pages of the program may load at all: a second fence behind the content security policy. No page
 * ever reaches a network; in development the live reload server on this machine is let through.
 */
import { ORIGIN } from '#shared/contract/bridge.ts'

const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['data:', 'blob:', 'devtools:'])

/** Whether the address may be loaded. `reload` is the address of the live reload server, or empty. */
export function mayLoad(address: string, reload = ''): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` === ORIGIN || LOCAL_SCHEMES.has(url.protocol)) return true
  return reload !== '' && (url.protocol === 'http:' || url.protocol === 'ws:') && url.host === new URL(reload).host
}
