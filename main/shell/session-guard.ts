/** Holds the session to permission-policy.ts and network-policy.ts, and keeps Chromium itself from using the network. */
import { app, type Session } from 'electron'
import { mayLoad } from './network-policy.ts'
import { mayUse } from './permission-policy.ts'

/** Switches that must be set before Electron is ready. */
export function silenceChromium(): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) app.commandLine.appendSwitch(name)
}

const originOf = (address: string): string => (URL.canParse(address) ? `${new URL(address).protocol}//${new URL(address).host}` : '')

/** Guards the session before the first page is loaded in it. */
export function guardSession(session: Session, reload = ''): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) => answer(mayUse(permission, originOf(details.requestingUrl), details.isMainFrame)))
  session.setPermissionCheckHandler((_page, permission, origin, details) => mayUse(permission, originOf(origin), details.isMainFrame))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, reload) }))
  session.on('will-download', (event) => event.preventDefault())
}
