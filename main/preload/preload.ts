/** The only code between the sandboxed window and the shell: exposes `window.licet` with the contract's names, nothing generic. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { type Bridge, CALL_CHANNEL, EVENT_CHANNEL, NAMES } from '#shared/contract/bridge.ts'
import type { CoreEvent, Name } from '#shared/contract/contract.ts'

const names: ReadonlySet<string> = new Set(NAMES)

const call = (name: Name, request: unknown): Promise<unknown> =>
  typeof name === 'string' && names.has(name)
    ? ipcRenderer.invoke(CALL_CHANNEL, name, request)
    : Promise.resolve({ ok: false, error: { code: 'unknown-name', detail: `there is no call named ${String(name).slice(0, 100)}` } })

const bridge = {
  call: call as Bridge['call'],
  on(listener) {
    const hear = (_from: IpcRendererEvent, event: CoreEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear)
    }
  },
  pathOf(file) {
    try {
      return webUtils.getPathForFile(file as never)
    } catch {
      return ''
    }
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('licet', bridge)
