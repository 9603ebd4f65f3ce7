/** The one window: sandboxed, isolated, without Node; shown when its first picture is ready; its place is remembered. */
import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { EVENT_CHANNEL, ORIGIN } from '#shared/contract/bridge.ts'
import type { CoreEvent } from '#shared/contract/contract.ts'
import { mayMove } from './navigation-policy.ts'
import type { WindowBounds } from './preference-values.ts'
import { mayRestart } from './restart-policy.ts'
import { fitBounds } from './window-bounds.ts'

const HOME = `${ORIGIN}/`
/** Chromium's word for a load that gave way to another. */
const ABORTED = -3

/** Makes the window and begins to load it; it is not shown yet. */
export function createWindow(builtFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1360,
    height: 860,
    minWidth: 760,
    minHeight: 520,
    title: 'Licet',
    autoHideMenuBar: false,
    webPreferences: {
      preload: join(builtFolder, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  restartPage(window)
  returnHome(window)
  void window.loadURL(HOME)
  return window
}

/** Puts the window where it was and remembers where it is put from now on. */
export function rememberPlace(window: BrowserWindow, stored: WindowBounds, store: (bounds: WindowBounds) => void): void {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  window.setBounds(fitBounds(stored, areas))
  if (stored.maximized) window.maximize()
  window.on('close', () => store({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
}

/** Sends an event to the window, if there is one to hear it. */
export function tell(window: BrowserWindow | null, event: CoreEvent): void {
  if (window !== null && !window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
}

/** Brings the window to the front. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Chromium asks nobody before it goes to an empty page (`about:blank`, `about:srcdoc`): the window comes back from there by itself. */
function returnHome(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, address) => {
    if (!mayMove({ what: 'navigate', to: address })) void window.loadURL(HOME)
  })
  window.webContents.on('did-fail-load', (_event, code, _words, address, mainFrame) => {
    if (mainFrame && code !== ABORTED && !mayMove({ what: 'navigate', to: address })) void window.loadURL(HOME)
  })
}

/** A page whose process died is loaded again: nothing is lost with it that was saved. */
function restartPage(window: BrowserWindow): void {
  const deaths: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    deaths.push(Date.now())
    if (!mayRestart(deaths)) return app.quit()
    // Not from within the report of the death: Electron is still clearing away.
    setImmediate(() => {
      if (!window.isDestroyed()) void window.loadURL(HOME)
    })
  })
}
