/** Where the window is: the parts of the address after `#/`, so that Back, links and reload work without a server. */
import { useSyncExternalStore } from 'react'

const read = (): string => window.location.hash.replace(/^#\/?/, '')

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** Splits an address into its decoded parts; an empty one is home. */
export function parseRoute(address: string): string[] {
  const parts = address
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
  return parts.length === 0 ? ['home'] : parts
}

/** The address of a place, for `href`. */
export const to = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`

/** Goes to a place. `replace` leaves no step to go back to. */
export function go(...parts: string[]): void {
  window.location.hash = to(...parts)
}

export function replaceRoute(...parts: string[]): void {
  window.history.replaceState(null, '', to(...parts))
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The parts of the present address. */
export const useRoute = (): string[] => parseRoute(useSyncExternalStore(subscribe, read))
