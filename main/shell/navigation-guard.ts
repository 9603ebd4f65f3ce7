/** Holds every web page of the program to navigation-policy.ts: navigation, redirects, frames, new windows, webviews. */
import { app, type Event } from 'electron'
import { type Move, mayMove } from './navigation-policy.ts'

type Attempt = Event & { url: string; isMainFrame: boolean }

/** Guards all pages that are ever made, from before the first. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_created, page) => {
    const hold = (event: Event, move: Move): void => {
      if (!mayMove(move)) event.preventDefault()
    }
    page.on('will-navigate', (event) => hold(event, { what: 'navigate', to: event.url }))
    page.on('will-redirect', (event) => hold(event, { what: 'redirect', to: event.url }))
    page.on('will-frame-navigate', (event: Attempt) => hold(event, { what: event.isMainFrame ? 'navigate' : 'frame', to: event.url }))
    page.on('will-attach-webview', (event, _preferences, parameters) => hold(event, { what: 'webview', to: parameters.src ?? '' }))
    page.setWindowOpenHandler(({ url }) => ({ action: mayMove({ what: 'open', to: url }) ? 'allow' : 'deny' }))
  })
}
