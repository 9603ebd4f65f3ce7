/**
 * The program: what runs, in which order. First what must stand before Electron is ready, then the window, which loads
 * in a process of its own while everything else is made: preferences, core, door, menu.
 */
import { dirname } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import type { CoreEvent } from '#shared/contract/contract.ts'
import { openIpcDoor } from './ipc-door.ts'
import { guardNavigation } from './navigation-guard.ts'
import { claimScheme, serveWindow } from './protocol.ts'
import { guardSession, silenceChromium } from './session-guard.ts'
import { createWindow, raise, tell } from './window.ts'

/** `out/` of the built program; this file is bundled into `out/main/`. */
const BUILT = dirname(import.meta.dirname)
/** The live reload server of `npm run dev`; means nothing in an installed program. */
const RELOAD = app.isPackaged ? '' : (process.env.ELECTRON_RENDERER_URL ?? '')

let window: BrowserWindow | null = null
const toWindow = (event: CoreEvent): void => tell(window, event)

app.setName('Licet')
if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  claimScheme()
  silenceChromium()
  guardNavigation()
  app.on('second-instance', () => window !== null && raise(window))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(open)
}

async function open(): Promise<void> {
  guardSession(session.defaultSession, RELOAD)
  serveWindow(session.defaultSession, `${BUILT}/renderer`, RELOAD)
  window = createWindow(BUILT)
  const own = window
  window.on('closed', () => {
    window = null
  })
  // Loaded after the window was made: the schemas and the preferences take longer to load than the window to appear.
  const rest = import('./workroom.ts').then(({ openWorkroom }) => openWorkroom(own, `${BUILT}/main`, toWindow))
  openIpcDoor(() => window, rest)
}
