/** The door between the window and the program: unknown names, malformed requests and foreign callers are refused. */
import { join } from 'node:path'
import { ROOT } from '#main/shell/runtime/build.ts'
import { NAMES } from '#shared/contract/bridge.ts'
import type { Name } from '#shared/contract/contract.ts'
import { expect, test } from '../launch/launch.ts'

const MALFORMED: unknown[] = [undefined, null, 'text', 7, [], { 'not a field': true }, { id: { $ne: null } }, { __proto__: null, constructor: 'x' }]

test('the window has three functions of the program and nothing else of it', async ({ shared }) => {
  const { page } = shared
  const found = await page.evaluate(() => {
    const any = window as unknown as Record<string, unknown>
    const bridge = Object.getOwnPropertyDescriptor(window, 'licet')
    return {
      keys: Object.keys(window.licet).sort(),
      kinds: Object.values(window.licet).map((value) => typeof value),
      fixed: bridge?.writable === false && bridge.configurable === false,
      node: ['require', 'process', 'Buffer', 'module', 'exports', 'global', '__dirname', 'electron', 'ipcRenderer', 'contextBridge'].filter(
        (name) => any[name] !== undefined,
      ),
      secure: window.isSecureContext,
      origin: window.location.origin,
    }
  })
  expect(found).toEqual({
    keys: ['call', 'on', 'pathOf'],
    kinds: ['function', 'function', 'function'],
    fixed: true,
    node: [],
    secure: true,
    origin: 'app://licet',
  })
})

test('the page runs sandboxed, isolated and without Node', async ({ shared }) => {
  const { app } = shared
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, nodeIntegrationInSubFrames, allowRunningInsecureContent } =
      contents.getLastWebPreferences()
    return {
      sandbox,
      contextIsolation,
      nodeIntegration,
      webSecurity,
      webviewTag,
      nodeIntegrationInSubFrames,
      allowRunningInsecureContent,
    }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
  })
})

test('unknown names are refused', async ({ shared }) => {
  const { page } = shared
  for (const name of ['nothing', '', '__proto__', 'constructor', 'toString', 'case:Get', 'licet:call', 'shell:openExternal', null, 7, {}, ['case:get']]) {
    const reply = await page.evaluate((name) => window.licet.call(name as unknown as Name, {} as never), name)
    expect(reply, String(name)).toMatchObject({ ok: false, error: { code: 'unknown-name' } })
  }
})

for (const name of NAMES) {
  test(`a malformed request to ${name} is refused`, async ({ shared }) => {
    const { page } = shared
    const replies = await page.evaluate(
      async ([name, requests]) => Promise.all((requests as unknown[]).map((request) => window.licet.call(name as Name, request as never))),
      [name, MALFORMED] as const,
    )
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'malformed' } })
  })
}

test('another window of the same program is refused, whatever it loads and however it calls', async ({ shared }) => {
  const { app } = shared
  const preloads = [join(ROOT, 'out', 'preload', 'preload.cjs'), join(ROOT, 'e2e', 'fixtures', 'raw-preload.cjs')]
  for (const preload of preloads) {
    for (const address of ['app://licet/', 'data:text/html,<p>x</p>', 'about:blank']) {
      const replies = await app.evaluate(
        async ({ BrowserWindow }, [preload, address, names]) => {
          const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
          await other.loadURL(address)
          const replies = await other.webContents.executeJavaScript(`Promise.all(${JSON.stringify(names)}.map((name) => window.licet.call(name, {})))`)
          other.destroy()
          return replies as unknown[]
        },
        [preload, address, [...NAMES]] as const,
      )
      expect(replies).toHaveLength(NAMES.length)
      for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'refused' } })
    }
  }
})

test('the program listens on one channel only', async ({ shared }) => {
  const { app } = shared
  const channels = await app.evaluate(({ ipcMain }) => {
    const handled = (ipcMain as unknown as { _invokeHandlers?: Map<string, unknown> })._invokeHandlers
    // Electron answers one channel of its own, and listens for its own errors.
    const own = (name: string): boolean => !/^(IMPORT_SHARED_TEXTURE|ELECTRON_|error$)/.test(name)
    return { handled: [...(handled?.keys() ?? [])].filter(own), heard: ipcMain.eventNames().map(String).filter(own) }
  })
  expect(channels).toEqual({ handled: ['licet:call'], heard: [] })
})
