/** Keys that work everywhere outside a field: places by number, new case, search, help and Back. */
import { useEffect } from 'react'
import { go } from '#renderer/client/route.ts'
import { BY_NUMBER } from './places.ts'

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role="dialog"]') !== null)

export function useKeys(onHelp: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const command = event.ctrlKey || event.metaKey
      if (command && /^[1-8]$/.test(event.key)) {
        event.preventDefault()
        go(BY_NUMBER[Number(event.key) - 1] ?? 'home')
      } else if (command && event.key.toLowerCase() === 'n') {
        event.preventDefault()
        go('cases', 'new')
      } else if (command && event.key.toLowerCase() === 'f') {
        const field = document.querySelector<HTMLElement>('[data-search]')
        if (!field) return
        event.preventDefault()
        field.focus()
      } else if (!command && !inField(event.target) && document.querySelector('[aria-modal="true"]') === null) {
        if (event.key === '?') onHelp()
        else if (event.key === '/') {
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-search]')?.focus()
        } else if (event.key === 'Escape' && window.history.length > 1) window.history.back()
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [onHelp])
}
